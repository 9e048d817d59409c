//! `escalation-open`: a case of the development team is still open after the quarter in which it
//! was opened.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Cadence, Clause, Escalation, Evidence};
use crate::schedule::periods;

/// A case that is still open after its quarter.
pub(super) const RULE: Rule = Rule::new("escalation-open", Family::Service, Severity::Warning);

/// Reports every such case that a clause promises to settle. A case that is solved without the
/// required outcome is a data error and reported by another check.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let quarters = periods(&context.contract.record, Cadence::Quarter);
    let solved = |case: &Escalation| case.solved_at.is_some_and(|at| at.day() <= context.as_of);
    for case in context.records.escalations.iter().filter(|case| !solved(&case.record)) {
        let record = &case.record;
        let opened = record.opened_at.day();
        let Some(quarter) = quarters.iter().find(|quarter| quarter.contains(opened)) else {
            continue;
        };
        let mut clauses = context.contract.record.clauses.iter();
        let Some(clause) = clauses.find(|clause| promises(clause, record)) else { continue };
        if !quarter.is_closed(context.as_of) {
            continue;
        }
        found.push(
            RULE.at(case.at("opened_at"))
                .record(record.id.as_str())
                .arg("id", record.id.as_str())
                .arg("kind", record.kind.word())
                .arg("period", quarter.title.as_str())
                .arg("days", (context.as_of - opened).num_days())
                .clause(context.clause_location(&clause.id)),
        );
    }
}

fn promises(clause: &Clause, case: &Escalation) -> bool {
    clause.evidence == Evidence::Escalation
        && clause.escalation.is_none_or(|kind| kind == case.kind)
}
