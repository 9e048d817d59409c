//! Diagnostics as GitLab's Code Quality report.
//!
//! In: [`Output`]. Out: a JSON list with one entry for each diagnostic; by its fingerprint GitLab detects which ones a merge
//! request adds.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::output::{Output, fingerprints, in_repository, sentences};
use crate::diagnostic::{Diagnostic, Family, Severity};
use crate::source::Locator;

/// Writes the list.
pub(super) fn write(
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fingerprints = fingerprints(output, locator);
    let diagnostics = output.diagnostics.iter().zip(fingerprints);
    let list: Vec<_> =
        diagnostics.map(|(diagnostic, print)| entry(diagnostic, print, output, locator)).collect();
    serde_json::to_writer_pretty(&mut *out, &list)?;
    writeln!(out)
}

fn entry(
    diagnostic: &Diagnostic,
    print: String,
    output: &Output<'_>,
    locator: &mut Locator<'_>,
) -> Value {
    let located = locator.locate(&diagnostic.location);
    let path = in_repository(output, locator.path(&diagnostic.location));
    json!({
        "description": sentences(diagnostic, &located, output.messages).join(" "),
        "check_name": diagnostic.rule.code.0,
        "fingerprint": print,
        "severity": severity(diagnostic),
        // GitLab requires a line: the first one represents a whole file.
        "location": { "path": path, "lines": { "begin": located.line.max(1), "end": located.end_line.max(1) } },
    })
}

/// A record that must be corrected blocks the delivery; a shortfall of the service does not.
fn severity(diagnostic: &Diagnostic) -> &'static str {
    match (diagnostic.rule.severity, diagnostic.rule.family) {
        (Severity::Error, Family::Data) => "critical",
        (Severity::Error, Family::Service) => "major",
        (Severity::Warning, _) => "minor",
        (Severity::Note, _) => "info",
    }
}
