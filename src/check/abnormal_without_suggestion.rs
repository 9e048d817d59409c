//! `abnormal-without-suggestion`: an item needs attention, but no suggestion is recorded.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Verdict;

/// A problem without a suggestion, although clause 1.10 requires one.
pub(super) const RULE: Rule = Rule::data("abnormal-without-suggestion");

/// Reports items that need a finding, and findings without a suggestion.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        let record = &inspection.record;
        for (at, item) in record.items.iter().enumerate() {
            let wanting = matches!(item.verdict, Verdict::Attention | Verdict::Abnormal)
                && context.clause(&item.clause).is_some()
                && record.findings.iter().all(|finding| finding.clause != item.clause);
            if wanting {
                found.push(
                    RULE.at(inspection.at("items").at(at).at("verdict"))
                        .record(context.item_record(inspection, &item.clause))
                        .arg("clause", item.clause.as_str())
                        .arg("verdict", item.verdict.word())
                        .arg("period", record.period.as_str())
                        .clause(context.clause_location(&item.clause)),
                );
            }
        }
        for (at, finding) in record.findings.iter().enumerate() {
            if finding.suggestion.as_deref().is_none_or(|text| text.trim().is_empty()) {
                let location = inspection.at("findings").at(at).at("problem");
                let diagnostic = RULE.at(location).variant("finding").record(finding.id.as_str());
                found.push(diagnostic.arg("id", finding.id.as_str()));
            }
        }
    }
}
