//! A chart as SVG.
//!
//! In: a [`Chart`] and the fonts. Out: SVG that reads in black and white: every line has its own dashes and its own mark, and
//! the limit is a heavy line with its value. Drawn once, used by every format.

use std::sync::OnceLock;

use charts_rs::{
    AxisType, Color, LegendCategory, LineChart, MarkLine, MarkLineCategory, Series, Symbol,
};
use chrono::{NaiveDate, NaiveTime};

use super::{Fonts, RenderError};
use crate::report::{Chart, Line, Mark, MarkKind};

/// Family of the labels: the shipped sans.
const FAMILY: &str = "Noto Sans CJK SC";
/// Width of a chart in pixels: the width of the type area.
const WIDTH: f32 = 640.0;
/// Height of a chart in pixels.
const HEIGHT: f32 = 300.0;
/// Dark to light, and each as good in grey.
const COLORS: [(u8, u8, u8); 6] =
    [(21, 71, 122), (176, 75, 22), (44, 122, 90), (110, 60, 140), (90, 90, 90), (160, 130, 20)];
const DASHES: [&str; 6] = ["", "6,3", "2,2", "8,3,2,3", "12,3", "3,4"];
const INK: (u8, u8, u8) = (60, 60, 60);
const PALE: (u8, u8, u8) = (222, 226, 230);

/// Draws a chart.
pub fn draw(chart: &Chart, fonts: &Fonts) -> Result<String, RenderError> {
    load_font(fonts);
    let mut drawing = LineChart::new(series(chart), Vec::new());
    drawing.width = WIDTH;
    drawing.height = HEIGHT;
    drawing.font_family = FAMILY.to_owned();
    drawing.background_color = Color::transparent();
    drawing.margin = 8.0.into();
    drawing.title.text = String::new();
    drawing.compact = true;
    drawing.legend.category = LegendCategory::Normal;
    drawing.legend.font.size = 12.0;
    drawing.legend.font.color = color(INK);
    drawing.series.colors = COLORS.iter().copied().map(color).collect();
    drawing.series.stroke_width = 1.8;
    drawing.series.smooth = false;
    drawing.grid.stroke_color = color(PALE);
    axes(&mut drawing, chart);
    drawing.svg().map_err(|error| RenderError {
        template: format!("chart {}", chart.name),
        message: error.to_string(),
    })
}

/// The library keeps its fonts for the whole process; one loading serves every chart.
fn load_font(fonts: &Fonts) {
    static LOADED: OnceLock<()> = OnceLock::new();
    LOADED.get_or_init(|| {
        if let Some(bytes) = fonts.for_charts() {
            // Without the font, labels are measured with a Latin one: less pretty, not wrong.
            let _ = charts_rs::add_fonts(&[bytes]);
        }
    });
}

const fn color((r, g, b): (u8, u8, u8)) -> Color {
    Color { r, g, b, a: 255 }
}

fn axes(drawing: &mut LineChart, chart: &Chart) {
    let x = &mut drawing.x_axis;
    x.kind = AxisType::Time;
    x.min = Some(seconds(chart.from));
    x.max = Some(seconds(chart.to));
    x.formatter = Some("%Y-%m".to_owned());
    x.font.size = 11.0;
    x.font.color = color(INK);
    x.stroke_color = color(INK);
    x.boundary_gap = Some(false);
    if let Some(y) = drawing.y_axis_configs.first_mut() {
        y.font.size = 11.0;
        y.font.color = color(INK);
        y.formatter = Some(format!("{{c}}{}", chart.unit));
        if chart.unit == "%" {
            y.min = Some(floor(chart));
            y.max = Some(100.0);
            y.split_number = 5;
        }
    }
}

/// Where the axis of a share begins: at zero, or at half where everything lies above it.
fn floor(chart: &Chart) -> f32 {
    let values = chart.lines.iter().flat_map(|line| &line.points).map(|(_, value)| *value);
    let least = values.fold(f64::INFINITY, f64::min);
    if least >= 50.0 { 50.0 } else { 0.0 }
}

fn seconds(day: NaiveDate) -> f64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp() as f64
}

fn series(chart: &Chart) -> Vec<Series> {
    let lines = chart.lines.iter().enumerate().map(|(index, line)| series_of(line, index));
    let mut list: Vec<_> = lines.collect();
    // Mark lines belong to a series of their own without points, so that the legend explains them.
    list.extend(chart.marks.iter().map(|mark| mark_series(mark, chart)));
    list
}

fn series_of(line: &Line, index: usize) -> Series {
    let values = line.points.iter().map(|(_, value)| Some(*value as f32)).collect();
    let mut series = Series::new_nullable(line.name.clone(), values);
    series.x_values = Some(line.points.iter().map(|(day, _)| seconds(*day)).collect());
    let dash = DASHES[index % DASHES.len()];
    series.stroke_dash_array = (!dash.is_empty()).then(|| dash.to_owned());
    series.symbol = Some(Symbol::None);
    series.index = Some(index);
    series
}

/// A limit is a straight series of two points: it is drawn to the same scale and named in the legend.
fn mark_series(mark: &Mark, chart: &Chart) -> Series {
    let value = Some(mark.value as f32);
    let mut series = Series::new_nullable(mark.label.clone(), vec![value, value]);
    series.x_values = Some(vec![seconds(chart.from), seconds(chart.to)]);
    series.symbol = Some(Symbol::None);
    series.mark_lines = vec![MarkLine {
        category: MarkLineCategory::Value(mark.value as f32),
        color: Some(mark_color(mark)),
        stroke_width: Some(if mark.kind == MarkKind::Limit { 1.6 } else { 1.0 }),
        stroke_dash_array: Some(if mark.kind == MarkKind::Limit { String::new() } else { "5,4".to_owned() }),
    }];
    series
}

const fn mark_color(mark: &Mark) -> Color {
    match mark.kind {
        MarkKind::Limit => color((178, 24, 24)),
        MarkKind::Advice => color((150, 110, 0)),
    }
}
