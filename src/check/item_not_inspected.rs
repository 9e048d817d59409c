//! `item-not-inspected`: an item that the contract requires was skipped at an inspection.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Verdict, placeholder};

/// An item marked 未检.
pub(super) const RULE: Rule = Rule::service("item-not-inspected");

/// Reports every item marked 未检, because its clause is performed only in part. An item whose
/// reason is still to be filled in is skipped: that gap is reported by another check.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            if item.verdict != Verdict::Skipped || context.clause(&item.clause).is_none() {
                continue;
            }
            if item.reason.as_deref().is_some_and(|reason| placeholder(reason).is_some()) {
                continue;
            }
            let diagnostic = RULE
                .at(inspection.at("items").at(at).at("verdict"))
                .record(context.item_record(inspection, &item.clause))
                .arg("clause", item.clause.as_str())
                .clause(context.clause_location(&item.clause));
            found.push(
                match item.reason.as_deref().map(|reason| reason.trim().trim_end_matches('。')) {
                    Some(reason) if !reason.is_empty() => diagnostic.arg("reason", reason),
                    _ => diagnostic.variant("no-reason"),
                },
            );
        }
    }
}
