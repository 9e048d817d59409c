//! `knowledge-name`: the number of a knowledge entry differs from its file name, or its path in the
//! tree is invalid.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// A number that differs from the file name, or an invalid path.
pub(super) const RULE: Rule = Rule::data("knowledge-name");

/// The largest number of levels that a printed tree can show.
const DEEPEST: usize = 3;

/// Checks number and path of every entry.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for entry in &context.records.knowledge {
        let record = &entry.record;
        let stem = context.stem(&entry.location);
        if stem != record.id {
            let diagnostic = RULE.at(entry.at("id")).record(record.id.as_str());
            found.push(diagnostic.arg("id", record.id.as_str()).arg("stem", stem));
        }
        let diagnostic = || {
            RULE.at(entry.at("node")).record(record.id.as_str()).arg("node", record.node.as_str())
        };
        if record.node.split('/').any(|step| step.trim().is_empty()) {
            found.push(diagnostic().variant("empty-step"));
        } else if record.path().count() > DEEPEST {
            found.push(
                diagnostic()
                    .variant("deep")
                    .arg("levels", record.path().count())
                    .arg("deepest", DEEPEST),
            );
        }
    }
}
