//! Renders a chart as SVG.
//!
//! In: a [`Chart`] and the fonts. Out: SVG that is legible in black and white, rendered once and
//! used by every format. Styles are presentation attributes, because the pages'
//! Content-Security-Policy forbids others. There is no charting library here, because none shortens
//! long labels, prints every count legibly and distinguishes lines without colour.

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
