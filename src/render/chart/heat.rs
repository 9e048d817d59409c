//! A grid of cells shaded by their counts.
//!
//! In: [`Heat`]. Out: SVG: the higher the count, the darker the cell, in five steps; zero is white
//! and every other count is printed in its cell.

use super::canvas::{Anchor, Area, Canvas, Paint, Type, label};
use super::measure::Measure;
use super::style::{LABEL, PALE, SMALL, WHITE, WIDTH};
use crate::report::Heat;

/// Height of a row, in pixels.
const ROW: f32 = 24.0;
/// Height of the column headings, in pixels.
const HEAD: f32 = 20.0;
/// Width reserved for the names of the rows, in pixels.
const NAMES: f32 = 110.0;
/// Maximum width of a cell, in pixels.
const WIDEST: f32 = 60.0;

pub(super) const STEPS: [Paint; 5] = [
    Paint::plain((226, 235, 244)),
    Paint::plain((190, 209, 229)),
    Paint::plain((143, 176, 208)),
    Paint::plain((70, 113, 158)),
    Paint::plain((21, 71, 122)),
];
const ZERO: Paint = Paint::plain(WHITE);

pub(super) fn draw(chart: &Heat, measure: Measure<'_>) -> String {
    let mut canvas = Canvas::new(measure);
    let names: Vec<_> =
        chart.rows.iter().map(|row| measure.cut(&row.label, LABEL, NAMES)).collect();
    let left = measure
        .widest(names.iter().map(String::as_str).chain([chart.across.as_str()]), LABEL)
        + 8.0;
    let width = ((WIDTH - left - 1.0) / chart.columns.len().max(1) as f32).min(WIDEST);
    let most = chart.rows.iter().flat_map(|row| &row.counts).max().copied().unwrap_or(0);
    let small = Type { size: SMALL, ..label(Anchor::Middle) };
    canvas.text((left - 7.0, HEAD / 2.0), label(Anchor::End), &chart.across);
    for (index, head) in chart.columns.iter().enumerate() {
        canvas.text(
            (left + width * (index as f32 + 0.5), HEAD / 2.0),
            small,
            &measure.cut(head, SMALL, width),
        );
    }
    for (index, (row, name)) in chart.rows.iter().zip(&names).enumerate() {
        let y = HEAD + ROW * index as f32;
        canvas.text((left - 7.0, y + ROW / 2.0), label(Anchor::End), name);
        for (column, count) in row.counts.iter().enumerate().take(chart.columns.len()) {
            let area = Area { x: left + width * column as f32, y, width, height: ROW };
            let fill = shade(*count, most);
            canvas.fill(area, &fill);
            if *count > 0 {
                let middle = (area.x + width / 2.0, y + ROW / 2.0);
                canvas.text(middle, Type { ink: fill.ink(), ..small }, &count.to_string());
            }
        }
    }
    let bottom = HEAD + ROW * chart.rows.len() as f32;
    rules(&mut canvas, chart, (left, width), bottom);
    canvas.finish(bottom + 1.0)
}

/// Draws lines between the cells, over their backgrounds.
fn rules(canvas: &mut Canvas<'_>, chart: &Heat, (left, width): (f32, f32), bottom: f32) {
    let right = left + width * chart.columns.len() as f32;
    for row in 0..=chart.rows.len() {
        let y = HEAD + ROW * row as f32;
        canvas.line((left, y), (right, y), PALE);
    }
    for column in 0..=chart.columns.len() {
        canvas.upright(left + width * column as f32, HEAD, bottom);
    }
}

/// The shade of a count; the highest count has the darkest one.
fn shade(count: usize, most: usize) -> Paint {
    let step = (count * STEPS.len()).div_ceil(most.max(1));
    step.checked_sub(1).and_then(|step| STEPS.get(step)).copied().unwrap_or(ZERO)
}
