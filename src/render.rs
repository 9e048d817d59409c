//! Renders views to bytes.
//!
//! In: a [`Report`](crate::report::Report) or the index, and templates; or a register. Out: the
//! bytes of a page in each of [`FORMATS`], or of a table in each of [`TABLE_FORMATS`]. All page
//! formats render the same JSON document; nothing here depends on a record type or computes a
//! figure.

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

pub(crate) use fonts::Fonts;
pub(crate) use html::index as html_index;
pub(crate) use input::{Input, RenderError};
pub(crate) use templates::Templates;
pub use typst_baseline::TypstBaseline;

/// An output format of reports.
#[derive(Clone, Copy)]
pub(crate) struct Format {
    /// The word used on the command line; also the file name extension.
    pub id: &'static str,
    /// Whether the records are embedded; evidence always is.
    pub holds_records: bool,
    /// Renders a report.
    pub render: fn(&Input, &Templates, &Fonts) -> Result<Vec<u8>, RenderError>,
}

pub(crate) const FORMATS: &[Format] = &[
    Format { id: "html", holds_records: false, render: html::render },
    Format { id: "pdf", holds_records: true, render: pdf::render },
];

/// An output format of registers.
#[derive(Clone, Copy)]
pub(crate) struct TableFormat {
    /// The word used on the command line; also the file name extension.
    pub id: &'static str,
    pub render: fn(&Register) -> Result<Vec<u8>, RenderError>,
}

/// Every format of registers. Reports are pages and have other formats.
pub(crate) const TABLE_FORMATS: &[TableFormat] = &[
    TableFormat { id: "xlsx", render: spreadsheet::render },
    TableFormat { id: "csv", render: delimited::render },
];

pub(crate) fn draw_charts(
    charts: &[crate::report::Chart],
    fonts: &Fonts,
) -> BTreeMap<String, String> {
    charts.iter().map(|chart| (chart.name.clone(), chart::draw(chart, fonts))).collect()
}

/// Prepares a document for rendering: invisible characters and marks that change the direction of
/// text are removed, so that a reader sees the characters that are there, in their order.
pub(crate) fn clean(document: Value) -> Value {
    text::map_texts(document, &text::visible)
}
