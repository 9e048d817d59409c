//! `inspection-missing`: a period has ended without an inspection.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;
use crate::schedule::State;

/// A period without an inspection.
pub(super) const RULE: Rule = Rule::service("inspection-missing");

/// Reports each ended period once, at the first clause that requires the inspection.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut reported: Vec<&str> = Vec::new();
    let gaps = context.ledger.rows.iter().filter(|row| {
        row.clause.evidence == Evidence::Inspection && row.state == State::NoEvidence
    });
    for row in gaps {
        let period = row.period.id.as_str();
        // A record that could not be read, or that states another period, is already reported.
        let mut inspections = context.records.inspections.iter();
        let sourced = inspections.any(|inspection| context.stem(&inspection.location) == period);
        if sourced || reported.contains(&period) || context.records.is_faulty("inspection", period)
        {
            continue;
        }
        reported.push(period);
        let owed = context.ledger.of_period(period).filter(|row| {
            row.clause.evidence == Evidence::Inspection && row.state == State::NoEvidence
        });
        found.push(
            RULE.at(context.clause_location(&row.clause.id))
                .record(period)
                .arg("period", row.period.title.clone())
                .arg("id", period)
                .arg("count", owed.count())
                .arg("ended", row.period.to.to_string()),
        );
    }
}
