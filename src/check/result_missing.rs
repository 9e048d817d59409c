//! `result-missing`: an item was judged, but its result is not recorded.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Verdict;

/// A verdict without a result.
pub(super) const RULE: Rule = Rule::data("result-missing");

/// Reports judged items whose result is blank.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let judged =
                matches!(item.verdict, Verdict::Normal | Verdict::Attention | Verdict::Abnormal);
            if judged && item.result.trim().is_empty() {
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
