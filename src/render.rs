//! Views to bytes.
//!
//! In: a [`Report`](crate::report::Report) or the index, and templates; or a register. Out: the bytes of a page in each of
//! [`FORMATS`], or of a table in each of [`TABLE_FORMATS`]. Every format of pages draws the same JSON document; nothing here knows a
//! record type or computes a figure.

mod chart;
mod delimited;
mod fonts;
mod html;
mod input;
mod pdf;
mod spreadsheet;
mod templates;
mod text;
mod typst_baseline;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::report::Register;

pub use fonts::Fonts;
pub use html::index as html_index;
pub use input::{Input, RenderError};
pub use templates::Templates;
pub use typst_baseline::TypstBaseline;

/// A format that reports are drawn in.
#[derive(Clone, Copy)]
pub struct Format {
    /// The word used on the command line; also the ending of file names.
    pub id: &'static str,
    /// Whether the records travel inside; evidence always does.
    pub holds_records: bool,
    /// Draws a report.
    pub render: fn(&Input, &Templates, &Fonts) -> Result<Vec<u8>, RenderError>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format { id: "html", holds_records: false, render: html::render },
    Format { id: "pdf", holds_records: true, render: pdf::render },
];

/// A format that registers are written in.
#[derive(Clone, Copy)]
pub struct TableFormat {
    /// The word used on the command line; also the ending of file names.
    pub id: &'static str,
    /// Writes a register.
    pub render: fn(&Register) -> Result<Vec<u8>, RenderError>,
}

/// Every format of registers. Reports are pages and have others.
pub const TABLE_FORMATS: &[TableFormat] = &[
    TableFormat { id: "xlsx", render: spreadsheet::render },
    TableFormat { id: "csv", render: delimited::render },
];

/// Draws the charts of a report.
pub fn draw_charts(charts: &[crate::report::Chart], fonts: &Fonts) -> BTreeMap<String, String> {
    charts.iter().map(|chart| (chart.name.clone(), chart::draw(chart, fonts))).collect()
}

/// Readies a document for drawing: marks that change the direction of text or cannot be seen are taken out, so that what
/// is printed is what is read.
pub fn clean(document: Value) -> Value {
    text::map_texts(document, &text::visible)
}
