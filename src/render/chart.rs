//! A chart as SVG.
//!
//! In: a [`Chart`] and the fonts. Out: SVG that reads in black and white. Drawn once, used by every format; styles stand in
//! presentation attributes, as the pages' Content-Security-Policy forbids others. charts-rs draws what has axes of time;
//! bars, divided bars and grids are drawn by hand, as it neither cuts long labels nor prints every count where it can be read.

mod bars;
mod canvas;
mod columns;
mod heat;
mod stacked;
#[cfg(test)]
mod tests;
mod trend;

use std::sync::OnceLock;

use charts_rs::measure_text_width_family;

use super::text::visible;
use super::{Fonts, RenderError};
use crate::report::{Chart, Drawing};

/// Family of the labels: the shipped sans.
const FAMILY: &str = "Noto Sans CJK SC";
/// Width of a chart in pixels: the width of the type area.
const WIDTH: f32 = 640.0;
/// Size of all labels, in pixels.
const LABEL: f32 = 11.0;
/// Size of labels that stand close together, in pixels; smaller ones cannot be read on paper.
const SMALL: f32 = 10.0;
const INK: (u8, u8, u8) = (60, 60, 60);
const PALE: (u8, u8, u8) = (222, 226, 230);

/// Draws a chart.
pub(super) fn draw(chart: &Chart, fonts: &Fonts) -> Result<String, RenderError> {
    load_font(fonts);
    let failed = |error: charts_rs::Error| RenderError {
        template: format!("chart {}", chart.name),
        message: error.to_string(),
    };
    match &chart.drawing {
        Drawing::Trend(trend) => trend::draw(trend, &chart.unit).map_err(failed),
        Drawing::Columns(columns) => Ok(columns::draw(columns, &chart.unit)),
        Drawing::Bars(bars) => Ok(bars::draw(bars, &chart.unit)),
        Drawing::Stacked(stacked) => Ok(stacked::draw(stacked, &chart.unit)),
        Drawing::Heat(heat) => Ok(heat::draw(heat)),
    }
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

fn text_width(text: &str) -> f32 {
    width_at(text, LABEL)
}

fn width_at(text: &str, size: f32) -> f32 {
    let measured = measure_text_width_family(FAMILY, size, text).map(|size| size.width());
    measured.unwrap_or_else(|_| text.chars().count() as f32 * size)
}

/// Room for the widest of some texts, with a little to spare: a page may be read in another font than the shipped one.
fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f32) -> f32 {
    texts.map(|text| width_at(text, size)).fold(0.0, f32::max) * 1.03
}

/// A text in lines of a width, broken after a mark where there is one; what does not fit on the last line is cut with ….
fn lines_of(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = visible(text).trim().to_owned();
    while lines.len() + 1 < most && width_at(&rest, size) > width {
        let fits = prefix(&rest, size, width);
        let head = rest.get(..fits).unwrap_or_default();
        let after_mark = head.rfind(['年', '-', '、', '，', '（']).map(|at| match head.get(at..) {
            // An opening bracket goes with what it opens.
            Some(tail) if tail.starts_with('（') => at,
            tail => at + tail.and_then(|tail| tail.chars().next()).map_or(0, char::len_utf8),
        });
        let cut = after_mark.filter(|at| *at * 2 > fits).unwrap_or(fits);
        let tail = rest.split_off(cut);
        lines.push(std::mem::replace(&mut rest, tail.trim_start().to_owned()));
    }
    lines.push(cut(&rest, size, width));
    lines
}

/// A text that is no wider than it may be, cut with … where it would be.
fn cut(text: &str, size: f32, width: f32) -> String {
    if width_at(text, size) <= width {
        return text.to_owned();
    }
    let fits = prefix(text, size, width - width_at("…", size));
    format!("{}…", text.get(..fits).unwrap_or_default().trim_end())
}

/// Bytes of a text that fit into a width, one character at least.
fn prefix(text: &str, size: f32, width: f32) -> usize {
    let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
    let fitting =
        ends.take_while(|end| text.get(..*end).is_some_and(|head| width_at(head, size) <= width));
    fitting.last().or_else(|| text.chars().next().map(char::len_utf8)).unwrap_or(0)
}

fn escaped(text: &str) -> String {
    let text = visible(text);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
