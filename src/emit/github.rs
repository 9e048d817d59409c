//! Diagnostics for the log of a GitHub workflow: annotations on the changed files, followed by the list for people.
//!
//! In: [`Output`]. Out: workflow commands (`::error file=…::…`). GitHub shows the first ten of each level per step, so data
//! errors come before deviations, and the list repeats all of them as text.

use std::io::{self, Write};

use super::human;
use super::output::{Output, hash, in_repository, sentences};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Locator;

/// Writes the annotations, then the list in a group of the log.
pub(super) fn write(
    output: &Output<'_>,
    locator: &mut Locator<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut worst_first: Vec<_> = output.diagnostics.iter().collect();
    worst_first.sort_by_key(|diagnostic| (diagnostic.rule.severity, diagnostic.rule.family));
    for diagnostic in worst_first {
        writeln!(out, "{}", annotation(diagnostic, output, locator))?;
    }
    writeln!(out, "::group::{}", data(&output.messages.text("github-list", &[])))?;
    // The list quotes lines of records: none of them may act as a workflow command.
    let mut list = Vec::new();
    human::write(output, locator, &mut list)?;
    let token = hash(&[&String::from_utf8_lossy(&list)]);
    writeln!(out, "::stop-commands::{token}")?;
    out.write_all(&list)?;
    writeln!(out, "::{token}::\n::endgroup::")
}

fn annotation(diagnostic: &Diagnostic, output: &Output<'_>, locator: &mut Locator<'_>) -> String {
    let command = match diagnostic.rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let located = locator.locate(&diagnostic.location);
    let path = in_repository(output, locator.path(&diagnostic.location));
    let mut properties = vec![("file", path)];
    if located.line > 0 {
        properties.push(("line", located.line.to_string()));
        properties.push(("endLine", located.end_line.to_string()));
        // GitHub accepts columns only if the range is on one line.
        if located.line == located.end_line {
            properties.push(("col", located.column.to_string()));
            properties.push(("endColumn", located.end_column.to_string()));
        }
    }
    properties.push(("title", diagnostic.rule.code.0.to_owned()));
    let properties: Vec<_> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let lines = sentences(diagnostic, &located, output.messages);
    format!("::{command} {}::{}", properties.join(","), data(&lines.join("\n")))
}

/// Escapes the message of a workflow command (the text after `::`).
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
