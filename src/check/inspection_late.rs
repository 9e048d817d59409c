//! `inspection-late`: an inspection ended after the period it is owed for.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// An inspection that ended after its period.
pub(super) const RULE: Rule = Rule::service("inspection-late");

/// Compares the end of every inspection with the end of its period.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        let record = &inspection.record;
        let mut rows = context.ledger.of_period(&record.period);
        let Some(row) = rows.find(|row| row.clause.evidence == Evidence::Inspection) else {
            continue;
        };
        if record.finished_at.day() > row.period.to {
            found.push(
                RULE.at(inspection.at("finished_at"))
                    .record(record.id.as_str())
                    .arg("period", row.period.title.as_str())
                    .arg("ended", row.period.to.to_string())
                    .arg("day", record.finished_at.day().to_string())
                    .clause(context.clause_location(&row.clause.id)),
            );
        }
    }
}
