//! Bars of equal length, each divided by its distribution of answers.
//!
//! In: [`Stacked`]. Out: SVG that is legible without colour: the better a level, the darker;
//! negative levels are hatched, answers without an opinion are white. Counts are in their segments
//! where they fit, the total of a row at its end.

use super::canvas::{Anchor, Area, Canvas, Paint, Swatch, Type, label};
use super::measure::Measure;
use super::style::{LABEL, SMALL, WHITE, WIDTH};
use crate::report::{CountRow, Level, Stacked, Tone};

/// Height of a row, in pixels.
const ROW: f32 = 32.0;
/// Height of a bar, in pixels.
const BAR: f32 = 22.0;
/// Width reserved for the questions, in pixels.
const NAMES: f32 = 190.0;
/// Distance between the text lines of a question, in pixels.
const LINE: f32 = 13.0;

const POSITIVE: [Paint; 3] =
    [Paint::plain((21, 71, 122)), Paint::plain((72, 120, 170)), Paint::plain((124, 162, 200))];
const NEUTRAL: Paint = Paint::plain((212, 220, 228));
const NEGATIVE: [Paint; 3] = [
    Paint { ground: (250, 226, 200), hatch: Some((150, 70, 20)), edge: Some((150, 70, 20)) },
    Paint { ground: (226, 150, 90), hatch: Some((110, 40, 0)), edge: Some((110, 40, 0)) },
    Paint { ground: (205, 120, 70), hatch: Some((80, 20, 0)), edge: Some((80, 20, 0)) },
];
const UNKNOWN: Paint = Paint { ground: WHITE, hatch: None, edge: Some((120, 120, 120)) };

pub(super) fn draw(chart: &Stacked, unit: &str, measure: Measure<'_>) -> String {
    let mut canvas = Canvas::new(measure);
    let fills = fills(&chart.levels);
    let names: Vec<_> =
        chart.rows.iter().map(|row| measure.lines_of(&row.label, LABEL, NAMES, 2)).collect();
    let sums: Vec<_> = chart
        .rows
        .iter()
        .map(|row| format!("{}{unit}", row.counts.iter().sum::<usize>()))
        .collect();
    let left = measure.widest(names.iter().flatten().map(String::as_str), LABEL) + 10.0;
    let width = WIDTH - left - measure.widest(sums.iter().map(String::as_str), LABEL) - 8.0;
    let levels = chart.levels.iter().map(|level| level.name.as_str());
    let top =
        canvas.legend((left, 0.0), levels.zip(fills.iter().copied().map(Swatch::Square))) + 6.0;
    let bottom = top + ROW * chart.rows.len() as f32;
    scale(&mut canvas, left, width, (top, bottom));
    for (index, ((row, name), sum)) in chart.rows.iter().zip(&names).zip(&sums).enumerate() {
        let y = top + ROW * (index as f32 + 0.5);
        let first = y - LINE * (name.len() - 1) as f32 / 2.0;
        for (line, text) in name.iter().enumerate() {
            canvas.text((1.0, first + LINE * line as f32), label(Anchor::Start), text);
        }
        bar(&mut canvas, row, &fills, Area { x: left, y: y - BAR / 2.0, width, height: BAR });
        canvas.text((left + width + 7.0, y), label(Anchor::Start), sum);
    }
    canvas.finish(bottom + 20.0)
}

/// The fill of each level. A scale has few levels; additional ones repeat the last fill.
pub(super) fn fills(levels: &[Level]) -> Vec<Paint> {
    let (mut positive, mut negative) = (POSITIVE.iter().copied(), NEGATIVE.iter().copied());
    let of = |level: &Level| match level.tone {
        Tone::Positive => positive.next().unwrap_or(POSITIVE[2]),
        Tone::Neutral => NEUTRAL,
        Tone::Negative => negative.next().unwrap_or(NEGATIVE[2]),
        Tone::Unknown => UNKNOWN,
    };
    levels.iter().map(of).collect()
}

/// Draws grid lines at quarters of the whole, with labels below.
fn scale(canvas: &mut Canvas<'_>, left: f32, width: f32, (top, bottom): (f32, f32)) {
    for quarter in 0..=4_u8 {
        let x = left + width * f32::from(quarter) / 4.0;
        canvas.upright(x, top, bottom + 3.0);
        let text = format!("{}%", u32::from(quarter) * 25);
        let set = Type { size: SMALL, ..label(Anchor::Middle) };
        canvas.text((x, bottom + 11.0), set, &text);
    }
}

fn bar(canvas: &mut Canvas<'_>, row: &CountRow, fills: &[Paint], room: Area) {
    let sum: usize = row.counts.iter().sum();
    if sum == 0 {
        canvas.text((room.x + 6.0, room.y + BAR / 2.0), label(Anchor::Start), "—");
        return;
    }
    let mut before = 0;
    for (count, fill) in row.counts.iter().zip(fills).filter(|(count, _)| **count > 0) {
        let from = room.width * before as f32 / sum as f32;
        before += count;
        let to = room.width * before as f32 / sum as f32;
        let area = Area { x: room.x + from, width: to - from, ..room };
        canvas.fill(area, fill);
        if before < sum {
            canvas.line((room.x + to, room.y), (room.x + to, room.y + BAR), WHITE);
        }
        inside(canvas, &count.to_string(), fill, area);
    }
}

/// Draws a count in its segment, on a plain background if the segment is hatched.
fn inside(canvas: &mut Canvas<'_>, text: &str, fill: &Paint, area: Area) {
    let width = canvas.width(text);
    if width + 4.0 > area.width {
        return;
    }
    let (x, y) = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    if fill.hatch.is_some() {
        let plate = Area { x: x - width / 2.0 - 1.5, y: y - 7.0, width: width + 3.0, height: 14.0 };
        canvas.fill(plate, &Paint::plain(fill.ground));
    }
    canvas.text((x, y), Type { ink: fill.ink(), ..label(Anchor::Middle) }, text);
}
