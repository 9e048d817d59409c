//! Finds the faults of a text that is not valid YAML.
//!
//! In: a text that the parser rejected. Out: a diagnostic at the actual mistake, which is often not
//! where the parser stopped; and the diagnostics of all other lines, found with the faulty lines
//! repaired or removed.

mod recover;
mod syntax_error;

use super::faults::SYNTAX;
use super::schema::RecordSchema;
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::source::{Location, Text, TreeFault, TreeFaultKind, parse_tree};
use recover::Recovered;

/// After this many mistakes the rest of a file is not examined.
const MOST_SLIPS: usize = 20;

/// Finds every fault of a text; returns at least one.
pub(super) fn faults(
    entry: &Entry,
    text: &str,
    first: TreeFault,
    form: &RecordSchema,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut recovered = Recovered::new(text);
    let mut fault = first;
    loop {
        let syntax_error = syntax_error::find(recovered.text(), fault.kind, fault.at);
        let followed = !found.is_empty() && syntax_error.hint.is_none();
        if followed || found.len() >= MOST_SLIPS {
            // An unclassified error after a classified one is usually a follow-on; drop it.
            return found;
        }
        if !recovered.has_touched(&syntax_error) {
            let location =
                Location::bytes(entry.file, recovered.original(syntax_error.range.clone()));
            let diagnostic = SYNTAX
                .at(location)
                .hint(syntax_error.hint)
                .arg("reason", first_line(&fault.message));
            found.push(if fault.kind == TreeFaultKind::Excess {
                diagnostic.variant("excess")
            } else {
                diagnostic
            });
        }
        if !recovered.recover(&syntax_error) {
            return found;
        }
        match parse_tree(recovered.text()) {
            Ok(tree) => {
                let text = Text::with_tree(recovered.text().to_owned(), Some(tree));
                let others = form.check(entry.file, &text).faults;
                found.extend(
                    others.into_iter().filter_map(|other| recovered.transferred(other, &text)),
                );
                return found;
            }
            Err(next) => fault = next,
        }
    }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}
