//! `item-missing`: an inspection does not list an item that it owes.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// An owed item that is not listed.
pub(super) const RULE: Rule = Rule::data("item-missing");

/// Reports each inspection once, with the missing clauses.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        let items = &inspection.record.items;
        let rows = context.ledger.of_period(&inspection.record.period);
        let owed =
            rows.filter(|row| row.clause.evidence == Evidence::Inspection).map(|row| row.clause);
        let missing: Vec<_> =
            owed.filter(|clause| items.iter().all(|item| item.clause != clause.id)).collect();
        let Some(first) = missing.first() else { continue };
        let clauses: Vec<_> = missing.iter().map(|clause| clause.id.as_str()).collect();
        found.push(
            RULE.at(inspection.at("items"))
                .record(inspection.record.id.as_str())
                .arg("count", clauses.len())
                .arg("clauses", clauses.join("、"))
                .clause(context.clause_location(&first.id)),
        );
    }
}
