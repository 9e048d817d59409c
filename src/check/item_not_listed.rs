//! `item-not-listed`: an inspection lists an item that the contract does not prove by inspection.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// An item that is not in the contract's inspection list.
pub(super) const RULE: Rule = Rule::data("item-not-listed");

/// Reports items of unknown clauses, and of clauses that are proved by another kind of record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let clauses = &context.contract.record.clauses;
    let owed = clauses.iter().filter(|clause| clause.evidence == Evidence::Inspection);
    let known = owed.map(|clause| clause.id.as_str()).collect::<Vec<_>>().join("、");
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let clause = context.clause(&item.clause);
            if clause.is_some_and(|clause| clause.evidence == Evidence::Inspection) {
                continue;
            }
            let diagnostic = RULE
                .at(inspection.at("items").at(at).at("clause"))
                .record(context.item_record(inspection, &item.clause))
                .arg("clause", item.clause.as_str())
                .arg("known", known.clone());
            found.push(match clause {
                Some(clause) => diagnostic
                    .variant("other-evidence")
                    .arg("evidence", clause.evidence.word())
                    .clause(context.clause_location(&clause.id)),
                None => diagnostic,
            });
        }
    }
}
