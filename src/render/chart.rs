//! A chart as SVG.
//!
//! In: a [`Chart`] and the fonts. Out: SVG that reads in black and white. Drawn once, used by every
//! format; styles stand in presentation attributes, as the pages' Content-Security-Policy forbids
//! others. Drawn by hand, as no library cuts long labels, prints every count where it can be read and
//! tells lines apart without colour.

mod bars;
mod canvas;
mod columns;
mod heat;
mod measure;
mod scale;
mod stacked;
mod style;
#[cfg(test)]
mod tests;
mod trend;

use super::Fonts;
use crate::report::{Chart, Drawing};
use measure::Measure;

/// Draws a chart.
pub(super) fn draw(chart: &Chart, fonts: &Fonts) -> String {
    let measure = Measure::new(fonts.for_charts());
    match &chart.drawing {
        Drawing::Trend(trend) => trend::draw(trend, &chart.unit, measure),
        Drawing::Columns(columns) => columns::draw(columns, &chart.unit, measure),
        Drawing::Bars(bars) => bars::draw(bars, &chart.unit, measure),
        Drawing::Stacked(stacked) => stacked::draw(stacked, &chart.unit, measure),
        Drawing::Heat(heat) => heat::draw(heat, measure),
    }
}
