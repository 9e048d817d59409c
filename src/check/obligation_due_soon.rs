//! `obligation-due-soon`: a period ends before long, and its inspection is not there yet.

use super::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::Evidence;
use crate::schedule::State;

/// Something to be done before long.
pub(super) const RULE: Rule = Rule::new("obligation-due-soon", Family::Service, Severity::Note);

/// Reports each running period once, at the first clause that owes the inspection.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let remind = i64::from(context.contract.record.threshold.remind_days);
    let mut reported: Vec<&str> = Vec::new();
    for row in &context.ledger.rows {
        let id = row.period.id.as_str();
        let open = row.clause.evidence == Evidence::Inspection && row.state == State::NotDue;
        let left = row.period.days_left(context.as_of).filter(|left| open && *left <= remind);
        let Some(left) = left else { continue };
        if reported.contains(&id) || context.book.is_faulty("inspection", id) {
            continue;
        }
        reported.push(id);
        found.push(
            RULE.at(context.clause_place(&row.clause.id))
                .record(id)
                .arg("period", row.period.title.as_str())
                .arg("id", id)
                .arg("ends", row.period.to.to_string())
                .arg("left", left),
        );
    }
}
