//! Lines over time.
//!
//! In: a [`Trend`]. Out: SVG that reads in black and white: every line has its own dashes and its own mark, and the limit is a
//! heavy line with its value. The library draws axes and lines; the legend is ours.

use std::fmt::Write;

use charts_rs::{AxisType, Color, LineChart, Series, Symbol};
use chrono::{NaiveDate, NaiveTime};

use super::{FAMILY, INK, LABEL, PALE, WIDTH, escaped, text_width};
use crate::report::{Line, Mark, MarkKind, Trend};

/// Height of a chart without its legend, in pixels.
const HEIGHT: f32 = 250.0;
/// Height of a row of the legend, in pixels.
const LEGEND_ROW: f32 = 20.0;
/// Length of the piece of line that the legend shows, in pixels.
const SWATCH: f32 = 34.0;

/// How a line is drawn: each as good in grey as in colour.
struct Stroke {
    color: (u8, u8, u8),
    dash: &'static str,
    width: f32,
}

const fn stroke(color: (u8, u8, u8), dash: &'static str, width: f32) -> Stroke {
    Stroke { color, dash, width }
}

const STROKES: [Stroke; 6] = [
    stroke((21, 71, 122), "", 1.8),
    stroke((176, 75, 22), "7,3", 1.8),
    stroke((44, 122, 90), "2,2", 1.8),
    stroke((110, 60, 140), "9,3,2,3", 1.8),
    stroke((90, 90, 90), "14,4", 1.8),
    stroke((120, 95, 20), "4,5", 1.8),
];
const LIMIT: Stroke = stroke((178, 24, 24), "", 1.8);
const ADVICE: Stroke = stroke((150, 110, 0), "3,3", 1.8);

/// Draws lines over time.
pub(super) fn draw(chart: &Trend, unit: &str) -> Result<String, charts_rs::Error> {
    let mut drawing = LineChart::new(series(chart), Vec::new());
    drawing.width = WIDTH;
    drawing.height = HEIGHT;
    drawing.font_family = FAMILY.to_owned();
    drawing.background_color = Color::transparent();
    drawing.margin = 6.0.into();
    drawing.title.text = String::new();
    drawing.compact = true;
    drawing.legend.show = Some(false);
    drawing.series.colors = strokes(chart).map(|stroke| color(stroke.color)).collect();
    drawing.series.stroke_width = 1.8;
    drawing.series.smooth = false;
    drawing.grid.stroke_color = color(PALE);
    axes(&mut drawing, chart, unit);
    Ok(with_legend(&drawing.svg()?, chart))
}

const fn color((r, g, b): (u8, u8, u8)) -> Color {
    Color { r, g, b, a: 255 }
}

/// The strokes of all lines, then of all marks.
fn strokes(chart: &Trend) -> impl Iterator<Item = &'static Stroke> {
    let lines = STROKES.iter().cycle().take(chart.lines.len());
    let marks = chart.marks.iter().map(|mark| match mark.kind {
        MarkKind::Limit => &LIMIT,
        MarkKind::Advice => &ADVICE,
    });
    lines.chain(marks.collect::<Vec<_>>())
}

fn axes(drawing: &mut LineChart, chart: &Trend, unit: &str) {
    let x = &mut drawing.x_axis;
    x.kind = AxisType::Time;
    x.min = Some(seconds(chart.from));
    x.max = Some(seconds(chart.to));
    x.formatter = Some("%Y-%m".to_owned());
    x.font.size = LABEL;
    x.font.color = color(INK);
    x.stroke_color = color(INK);
    x.boundary_gap = Some(false);
    if let Some(y) = drawing.y_axis_configs.first_mut() {
        y.font.size = LABEL;
        y.font.color = color(INK);
        y.formatter = Some(format!("{{c}}{unit}"));
        if unit == "%" {
            y.min = Some(floor(chart));
            y.max = Some(100.0);
            y.split_number = 5;
        }
    }
}

/// Where the axis of a share begins: at zero, or at half where everything lies above it.
fn floor(chart: &Trend) -> f32 {
    let values = chart.lines.iter().flat_map(|line| &line.points).map(|(_, value)| *value);
    let least = values.fold(f64::INFINITY, f64::min);
    if least >= 50.0 { 50.0 } else { 0.0 }
}

fn seconds(day: NaiveDate) -> f64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp() as f64
}

fn series(chart: &Trend) -> Vec<Series> {
    let lines = chart.lines.iter().map(|line| (line.name.clone(), points_of(line)));
    let marks = chart.marks.iter().map(|mark| (mark.label.clone(), across(mark, chart)));
    let all = lines.chain(marks).zip(strokes(chart)).enumerate();
    all.map(|(index, ((name, points), stroke))| {
        let values = points.iter().map(|(_, value)| Some(*value as f32)).collect();
        let mut series = Series::new_nullable(name, values);
        series.x_values = Some(points.iter().map(|(day, _)| seconds(*day)).collect());
        series.stroke_dash_array = (!stroke.dash.is_empty()).then(|| stroke.dash.to_owned());
        series.symbol = Some(Symbol::None);
        series.index = Some(index);
        series
    })
    .collect()
}

fn points_of(line: &Line) -> Vec<(NaiveDate, f64)> {
    line.points.clone()
}

/// A limit is a straight line of two points, drawn to the same scale as the values.
fn across(mark: &Mark, chart: &Trend) -> Vec<(NaiveDate, f64)> {
    vec![(chart.from, mark.value), (chart.to, mark.value)]
}

/// Puts a legend below that shows each line as it is drawn, dashes and all: the library's own shows colours only.
fn with_legend(svg: &str, chart: &Trend) -> String {
    let names = chart.lines.iter().map(|line| line.name.as_str());
    let names = names.chain(chart.marks.iter().map(|mark| mark.label.as_str()));
    let mut legend = String::new();
    let (mut x, mut y) = (44.0, HEIGHT + LEGEND_ROW / 2.0);
    for (name, stroke) in names.zip(strokes(chart)) {
        let width = SWATCH + 6.0 + text_width(name) + 18.0;
        if x + width > WIDTH && x > 44.0 {
            (x, y) = (44.0, y + LEGEND_ROW);
        }
        entry(&mut legend, name, stroke, x, y);
        x += width;
    }
    let height = y + LEGEND_ROW / 2.0 + 2.0;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">{}{legend}</svg>",
        svg.replace(&format!("\"{FAMILY}\""), &format!("\"{FAMILY}, sans-serif\"")),
    )
}

fn entry(legend: &mut String, name: &str, stroke: &Stroke, x: f32, y: f32) {
    let (r, g, b) = stroke.color;
    let dash = if stroke.dash.is_empty() { "none" } else { stroke.dash };
    // Writing into a string cannot fail.
    let _ = write!(
        legend,
        "<line x1=\"{x}\" y1=\"{y}\" x2=\"{}\" y2=\"{y}\" stroke=\"rgb({r},{g},{b})\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"/>",
        x + SWATCH,
        stroke.width,
    );
    let (r, g, b) = INK;
    let _ = write!(
        legend,
        "<text x=\"{}\" y=\"{}\" font-size=\"{LABEL}\" font-family=\"{FAMILY}, sans-serif\" fill=\"rgb({r},{g},{b})\">{}</text>",
        x + SWATCH + 6.0,
        y + LABEL * 0.36,
        escaped(name),
    );
}
