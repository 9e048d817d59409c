//! Vertical bars, side by side.
//!
//! In: [`Columns`]. Out: SVG with a scale on the left and the value above every column, rotated if
//! it would touch its neighbour.

use super::canvas::{Anchor, Area, Canvas, Paint, Swatch, Type, label};
use super::measure::Measure;
use super::scale::ticks;
use super::style::{INK, LABEL, PALE, SMALL, WIDTH};
use crate::report::{Columns, figure};

/// Height of the scale, in pixels.
const PLOT: f32 = 170.0;
/// The share of a label's width that its columns take.
const SHARE: f32 = 0.84;
/// Maximum width of a column, in pixels.
const WIDEST: f32 = 46.0;
/// Height of a label line, in pixels.
const LINE: f32 = 14.0;
/// Height reserved for rotated labels, in pixels.
const LONGEST: f32 = 110.0;

/// The first fill is for the reported series, the others for the series compared with it.
const FILLS: [Paint; 3] = [
    Paint { ground: (31, 84, 136), hatch: None, edge: Some((21, 71, 122)) },
    Paint { ground: (205, 217, 230), hatch: None, edge: Some((110, 125, 140)) },
    Paint { ground: (255, 255, 255), hatch: Some((110, 110, 110)), edge: Some((110, 110, 110)) },
];

/// The layout of the chart.
struct Frame<'a> {
    chart: &'a Columns,
    measure: Measure<'a>,
    left: f32,
    top: f32,
    /// The value at the top of the scale.
    most: f64,
    /// The width of a column and of all columns of a label.
    column: f32,
    group: f32,
}

pub(super) fn draw(chart: &Columns, unit: &str, measure: Measure<'_>) -> String {
    let mut canvas = Canvas::new(measure);
    let values = || chart.series.iter().flat_map(|series| &series.values).flatten();
    let ticks = ticks(0.0, values().copied().fold(0.0, f64::max), unit);
    let names: Vec<_> = ticks.iter().map(|tick| format!("{}{unit}", figure(*tick))).collect();
    let left = measure.widest(names.iter().map(String::as_str), LABEL) + 8.0;
    let fills = FILLS.iter().cycle();
    let legend = match chart.series.len() {
        0 | 1 => 0.0,
        _ => {
            let names = chart.series.iter().map(|series| series.name.as_str());
            canvas.legend((left, 0.0), names.zip(fills.copied().map(Swatch::Square)))
        }
    };
    let group = (WIDTH - left) / chart.labels.len().max(1) as f32;
    let column = (group * SHARE / chart.series.len().max(1) as f32).min(WIDEST);
    let texts: Vec<_> = values().map(|value| figure(*value)).collect();
    let set = Type { anchor: Anchor::Middle, ..value_type(&texts, column, measure) };
    let upright = measure.widest(texts.iter().map(String::as_str), set.size);
    let upright = (upright > column).then_some(upright);
    let top = legend + upright.unwrap_or(LABEL) + 8.0;
    let most = ticks.last().copied().unwrap_or(1.0);
    let frame = Frame { chart, measure, left, top, most, column, group };
    for (tick, name) in ticks.iter().zip(&names) {
        let y = frame.height_of(*tick);
        canvas.line((left, y), (WIDTH, y), PALE);
        canvas.text((left - 6.0, y), label(Anchor::End), name);
    }
    frame.columns(&mut canvas, set, upright.is_some());
    canvas.line((left, top + PLOT), (WIDTH, top + PLOT), INK);
    let below = frame.labels(&mut canvas);
    canvas.finish(top + PLOT + 6.0 + below)
}

/// The regular size if every value fits above its column, else the small one.
fn value_type(texts: &[String], column: f32, measure: Measure<'_>) -> Type {
    let fits = measure.widest(texts.iter().map(String::as_str), LABEL) <= column;
    Type { size: if fits { LABEL } else { SMALL }, ..label(Anchor::Start) }
}

impl Frame<'_> {
    fn height_of(&self, value: f64) -> f32 {
        self.top + PLOT - (value.max(0.0) / self.most) as f32 * PLOT
    }

    fn columns(&self, canvas: &mut Canvas<'_>, set: Type, upright: bool) {
        let all = self.column * self.chart.series.len() as f32;
        for (number, (series, fill)) in
            self.chart.series.iter().zip(FILLS.iter().cycle()).enumerate()
        {
            let first = self.left + (self.group - all) / 2.0 + self.column * number as f32;
            for (index, value) in series.values.iter().enumerate().take(self.chart.labels.len()) {
                let Some(value) = *value else { continue };
                let x = first + self.group * index as f32;
                let y = self.height_of(value);
                let area =
                    Area { x: x + 0.5, y, width: self.column - 1.0, height: self.top + PLOT - y };
                if area.height > 0.0 {
                    canvas.fill(area, fill);
                }
                let middle = x + self.column / 2.0;
                if upright {
                    canvas.upward(
                        (middle, y - 4.0),
                        Type { anchor: Anchor::Start, ..set },
                        &figure(value),
                    );
                } else {
                    canvas.text((middle, y - 8.0), set, &figure(value));
                }
            }
        }
    }

    /// Draws the names below the columns, on two lines or, if one would be shortened, rotated;
    /// returns their height.
    fn labels(&self, canvas: &mut Canvas<'_>) -> f32 {
        let bottom = self.top + PLOT;
        let middle = |index: usize| self.left + self.group * (index as f32 + 0.5);
        let wrapped = |name: &String| self.measure.lines_of(name, LABEL, self.group - 3.0, 2);
        let names: Vec<_> = self.chart.labels.iter().map(wrapped).collect();
        if names.iter().zip(&self.chart.labels).any(|(lines, name)| is_cut(lines, name)) {
            let names: Vec<_> = self
                .chart
                .labels
                .iter()
                .map(|name| self.measure.cut(name, LABEL, LONGEST))
                .collect();
            for (index, name) in names.iter().enumerate() {
                canvas.upward((middle(index), bottom + 6.0), label(Anchor::End), name);
            }
            return self.measure.widest(names.iter().map(String::as_str), LABEL) + 6.0;
        }
        for (index, lines) in names.iter().enumerate() {
            for (line, text) in lines.iter().enumerate() {
                let y = bottom + 12.0 + line as f32 * LINE;
                canvas.text((middle(index), y), label(Anchor::Middle), text);
            }
        }
        names.iter().map(Vec::len).max().unwrap_or(1) as f32 * LINE
    }
}

fn is_cut(lines: &[String], name: &str) -> bool {
    lines.last().is_some_and(|line| line.ends_with('…')) && !name.trim_end().ends_with('…')
}
