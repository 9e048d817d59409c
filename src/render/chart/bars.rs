//! Horizontal bars, one below the other.
//!
//! In: [`Bars`]. Out: SVG with a name on the left of every bar and the value at its end, in the
//! given order.

use super::canvas::{Anchor, Area, Canvas, Paint, label};
use super::measure::Measure;
use super::style::{INK, LABEL, WIDTH};
use crate::report::{Bars, figure};

/// Height of a row, in pixels.
const ROW: f32 = 22.0;
/// Height of a bar, in pixels.
const BAR: f32 = 13.0;
/// Width reserved for names, in pixels.
const NAMES: f32 = 230.0;
const FILL: Paint = Paint { ground: (62, 108, 155), hatch: None, edge: Some((31, 84, 136)) };

pub(super) fn draw(chart: &Bars, unit: &str, measure: Measure<'_>) -> String {
    let mut canvas = Canvas::new(measure);
    let names: Vec<_> =
        chart.bars.iter().map(|bar| measure.cut(&bar.label, LABEL, NAMES)).collect();
    let values: Vec<_> =
        chart.bars.iter().map(|bar| format!("{}{unit}", figure(bar.value))).collect();
    let left = measure.widest(names.iter().map(String::as_str), LABEL) + 8.0;
    let room = WIDTH - left - measure.widest(values.iter().map(String::as_str), LABEL) - 10.0;
    let most = chart.bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    for (index, ((bar, name), value)) in chart.bars.iter().zip(&names).zip(&values).enumerate() {
        let y = ROW * (index as f32 + 0.5) + 2.0;
        let share = if most > 0.0 { (bar.value.max(0.0) / most) as f32 } else { 0.0 };
        let area = Area { x: left, y: y - BAR / 2.0, width: room * share, height: BAR };
        canvas.text((left - 7.0, y), label(Anchor::End), name);
        if area.width > 0.0 {
            canvas.fill(area, &FILL);
        }
        canvas.text((left + area.width + 6.0, y), label(Anchor::Start), value);
    }
    let height = ROW * chart.bars.len() as f32 + 4.0;
    canvas.line((left, 0.0), (left, height), INK);
    canvas.finish(height)
}
