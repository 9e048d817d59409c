//! `reason-missing`: 未检 or 不适用 without a reason.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Verdict;

/// A skipped or inapplicable item without a reason.
pub(super) const RULE: Rule = Rule::data("reason-missing");

/// Reports items that are marked 未检 or 不适用 without a reason.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let set_aside = matches!(item.verdict, Verdict::Skipped | Verdict::NotApplicable);
            if set_aside && item.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
                found.push(
                    RULE.at(inspection.at("items").at(at).at("verdict"))
                        .record(context.item_record(inspection, &item.clause))
                        .arg("clause", item.clause.as_str())
                        .arg("verdict", item.verdict.word()),
                );
            }
        }
    }
}
