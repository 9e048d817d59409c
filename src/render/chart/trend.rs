//! Line charts over time.
//!
//! In: a [`Trend`]. Out: SVG that is legible in black and white: every line has its own dash
//! pattern, and a limit is a thick line whose value is in the legend. Months are at the bottom,
//! values on the left.

use chrono::{Datelike, NaiveDate};

use super::canvas::{Anchor, Canvas, Stroke, Swatch, label};
use super::measure::Measure;
use super::scale::{steps, ticks};
use super::style::{INK, LABEL, PALE, Rgb, WIDTH};
use crate::report::{MarkKind, Trend, figure};

/// Height of the scale, in pixels.
const PLOT: f32 = 190.0;
/// Space above the scale for half a label, in pixels.
const TOP: f32 = 8.0;
/// Space after the last day, in pixels.
const BEHIND: f32 = 10.0;
/// Length of a month's tick, in pixels.
const TICK: f32 = 4.0;
/// Distance between the names of months, in pixels.
const GAP: f32 = 14.0;

const STROKES: [Stroke; 6] = [
    stroke((21, 71, 122), "", 1.8),
    stroke((176, 75, 22), "7,3", 1.8),
    stroke((44, 122, 90), "2,2", 1.8),
    stroke((110, 60, 140), "9,3,2,3", 1.8),
    stroke((90, 90, 90), "14,4", 1.8),
    stroke((120, 95, 20), "4,5", 1.8),
];
const LIMIT: Stroke = stroke((178, 24, 24), "", 2.4);
const ADVICE: Stroke = stroke((150, 110, 0), "3,3", 1.8);

const fn stroke(ink: Rgb, dash: &'static str, width: f32) -> Stroke {
    Stroke { ink, dash, width }
}

/// The layout of the chart.
struct Frame<'a> {
    chart: &'a Trend,
    left: f32,
    /// The values at the bottom and the top of the scale.
    least: f64,
    most: f64,
}

pub(super) fn draw(chart: &Trend, unit: &str, measure: Measure<'_>) -> String {
    let mut canvas = Canvas::new(measure);
    let ticks = values(chart, unit);
    let names: Vec<_> = ticks.iter().map(|tick| format!("{}{unit}", figure(*tick))).collect();
    let left = measure.widest(names.iter().map(String::as_str), LABEL) + 8.0;
    let (least, most) = (ticks.first().copied(), ticks.last().copied());
    let (least, most) = (least.unwrap_or(0.0), most.unwrap_or(1.0));
    let frame = Frame { chart, left, least, most };
    for (tick, name) in ticks.iter().zip(&names) {
        let y = frame.height_of(*tick);
        canvas.line((left, y), (WIDTH - BEHIND, y), PALE);
        canvas.text((left - 6.0, y), label(Anchor::End), name);
    }
    frame.days(&mut canvas, measure);
    frame.lines(&mut canvas);
    let bottom = TOP + PLOT + TICK + 22.0;
    let bottom = canvas.legend((left, bottom), frame.legend());
    canvas.finish(bottom + 2.0)
}

/// The labelled values. The scale of a percentage starts at zero, or at half if all values are
/// above.
fn values(chart: &Trend, unit: &str) -> Vec<f64> {
    let values = chart.lines.iter().flat_map(|line| &line.points).map(|(_, value)| *value);
    let values = values.chain(chart.marks.iter().map(|mark| mark.value));
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
        (least.min(value), most.max(value))
    });
    if unit == "%" && most <= 100.0 {
        return if least >= 50.0 { steps(5, 10, 10.0) } else { steps(0, 5, 20.0) };
    }
    ticks(least, most, unit)
}

/// The strokes of all lines, then of all marks.
fn strokes(chart: &Trend) -> impl Iterator<Item = &'static Stroke> {
    let lines = STROKES.iter().cycle().take(chart.lines.len());
    lines.chain(chart.marks.iter().map(|mark| match mark.kind {
        MarkKind::Limit => &LIMIT,
        MarkKind::Advice => &ADVICE,
    }))
}

impl Frame<'_> {
    fn height_of(&self, value: f64) -> f32 {
        let share = (value - self.least) / (self.most - self.least);
        TOP + PLOT - share.clamp(0.0, 1.0) as f32 * PLOT
    }

    fn place_of(&self, day: NaiveDate) -> f32 {
        let days = |to: NaiveDate| (to - self.chart.from).num_days() as f64;
        let share = days(day) / days(self.chart.to).max(1.0);
        self.left + share.clamp(0.0, 1.0) as f32 * (WIDTH - BEHIND - self.left)
    }

    fn lines(&self, canvas: &mut Canvas<'_>) {
        let mut strokes = strokes(self.chart);
        for (line, stroke) in self.chart.lines.iter().zip(strokes.by_ref()) {
            let points = line.points.iter();
            let points = points.map(|(day, value)| (self.place_of(*day), self.height_of(*value)));
            canvas.path(points, stroke);
        }
        for (mark, stroke) in self.chart.marks.iter().zip(strokes) {
            let y = self.height_of(mark.value);
            canvas.path([(self.left, y), (WIDTH - BEHIND, y)].into_iter(), stroke);
        }
    }

    fn legend(&self) -> impl Iterator<Item = (&str, Swatch)> {
        let lines = self.chart.lines.iter().map(|line| line.name.as_str());
        let names = lines.chain(self.chart.marks.iter().map(|mark| mark.label.as_str()));
        names.zip(strokes(self.chart).map(|stroke| Swatch::Piece(*stroke)))
    }

    /// Draws the time axis with its months.
    fn days(&self, canvas: &mut Canvas<'_>, measure: Measure<'_>) {
        let bottom = TOP + PLOT;
        canvas.line((self.left, bottom), (WIDTH - BEHIND, bottom), INK);
        let room = WIDTH - BEHIND - self.left;
        for day in months(self.chart, (room / (measure.width("0000-00", LABEL) + GAP)) as usize) {
            let x = self.place_of(day);
            canvas.line((x, bottom), (x, bottom + TICK), INK);
            let name = day.format("%Y-%m").to_string();
            let half = measure.width(&name, LABEL) / 2.0;
            let middle = x.clamp(half, WIDTH - half);
            canvas.text((middle, bottom + TICK + 9.0), label(Anchor::Middle), &name);
        }
    }
}

/// The first days of at most `most` months, at equal distances; the very first day if no month
/// begins.
fn months(chart: &Trend, most: usize) -> Vec<NaiveDate> {
    let firsts: Vec<_> = chart
        .from
        .iter_days()
        .take_while(|day| *day <= chart.to)
        .filter(|day| day.day() == 1)
        .collect();
    let apart = [1, 2, 3, 4, 6, 12, 24, 60]
        .into_iter()
        .find(|apart| firsts.iter().filter(|day| is_named(**day, *apart)).count() <= most.max(1));
    let apart = apart.unwrap_or(120);
    let named: Vec<_> = firsts.into_iter().filter(|day| is_named(*day, apart)).collect();
    if named.is_empty() { vec![chart.from] } else { named }
}

/// True if a month is labelled when every label is `apart` months from the next.
fn is_named(day: NaiveDate, apart: i32) -> bool {
    (day.year() * 12 + day.month0() as i32) % apart == 0
}
