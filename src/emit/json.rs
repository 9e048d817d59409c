//! Diagnostics for programs: one JSON object, versioned.
//!
//! In: [`Output`]. Out: `{"version": 1, "diagnostics": […], "counts": {…}}`. Lines and columns count from one, columns in
//! characters; both are zero for a whole file. In a workbook they are row and column of the `cell`, such as `来电!C7`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::output::{Output, counts, related_label, words};
use crate::diagnostic::Diagnostic;
use crate::source::{self, Located, Locator, masked};

/// Version of this format; a change that breaks readers raises it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: &'static str,
    tool_version: &'static str,
    counts: Map<String, Value>,
    records: usize,
    samples: u64,
    diagnostics: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    family: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    record: String,
    location: Location,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    help: Vec<String>,
}

#[derive(Serialize)]
struct Related {
    label: String,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// Sheet and cell of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

/// Writes the document.
pub(super) fn write(
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let diagnostics = output.diagnostics.iter();
    let document = Document {
        version: VERSION,
        tool: env!("CARGO_PKG_NAME"),
        tool_version: env!("CARGO_PKG_VERSION"),
        counts: counts(output.diagnostics)
            .into_iter()
            .map(|(name, count)| (name.to_owned(), count.into()))
            .collect(),
        records: output.records,
        samples: output.samples,
        diagnostics: diagnostics.map(|diagnostic| entry(diagnostic, output, locator)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn entry(diagnostic: &Diagnostic, output: &Output<'_>, locator: &mut Locator<'_>) -> Entry {
    let words = words(diagnostic, output.messages);
    Entry {
        code: diagnostic.rule.code.0,
        family: diagnostic.rule.family.id(),
        severity: diagnostic.rule.severity.id(),
        message: words.headline,
        record: masked(&diagnostic.record),
        location: location(&diagnostic.location, locator),
        label: words.label,
        related: diagnostic
            .related
            .iter()
            .map(|related| Related {
                label: related_label(diagnostic, related.label, output.messages),
                location: location(&related.location, locator),
            })
            .collect(),
        help: words.help,
    }
}

fn location(location: &source::Location, locator: &mut Locator<'_>) -> Location {
    let Located { line, column, end_line, end_column, cell, .. } = locator.locate(location);
    Location { path: locator.path(location).to_owned(), line, column, end_line, end_column, cell }
}
