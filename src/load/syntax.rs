//! A text that is no YAML: what is wrong with it, and what else is.
//!
//! In: a text that the parser refused. Out: a diagnostic where the slip is, which often is not where the parser stopped; and,
//! with the lines of the slips mended or taken out, the diagnostics of all other lines.

mod mend;
mod slip;

use super::faults::SYNTAX;
use super::form::Form;
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::source::{Place, Text, TreeFault, TreeFaultKind, parse_tree};
use mend::Mended;

/// After so many slips the rest of a file is left alone.
const MOST_SLIPS: usize = 20;

/// Finds every fault of a text; at least one.
pub(super) fn faults(entry: &Entry, text: &str, first: TreeFault, form: &Form) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut mended = Mended::new(text);
    let mut fault = first;
    loop {
        let slip = slip::find(mended.text(), fault.kind, fault.at);
        let followed = !found.is_empty() && slip.hint.is_none();
        if followed || found.len() >= MOST_SLIPS {
            // A fault without a face behind another one is most likely only its consequence.
            return found;
        }
        if !mended.has_touched(&slip) {
            let place = Place::bytes(entry.file, mended.original(slip.range.clone()));
            let said = SYNTAX.at(place).hint(slip.hint).arg("reason", first_line(&fault.message));
            found.push(if fault.kind == TreeFaultKind::Excess {
                said.variant("excess")
            } else {
                said
            });
        }
        if !mended.mend(&slip) {
            return found;
        }
        match parse_tree(mended.text()) {
            Ok(tree) => {
                let text = Text::with_tree(mended.text().to_owned(), Some(tree));
                let others = form.check(entry.file, &text).faults;
                found.extend(
                    others.into_iter().filter_map(|other| mended.transferred(other, &text)),
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
