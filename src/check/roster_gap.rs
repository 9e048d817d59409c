//! `roster-gap`: nobody was on duty on some days.

use chrono::{Days, NaiveDate};

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Duty, Evidence, Sourced};
use crate::source::Location;

/// Days without anybody on duty.
pub(super) const RULE: Rule = Rule::service("roster-gap");

/// Reports each span of days of the term, up to the day of the run, that no duty covers.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut clauses = context.contract.record.clauses.iter();
    let Some(clause) = clauses.find(|clause| clause.evidence == Evidence::Roster) else { return };
    // A duty that ends before it begins is already reported, and may have covered an apparent gap.
    let inverted = context.records.rosters.iter().any(|duty| duty.record.to < duty.record.from);
    if context.any_faulty("roster") || inverted {
        return;
    }
    for gap in gaps(context) {
        let clause = context.clause_location(&clause.id);
        let days = (gap.to - gap.from).num_days() + 1;
        let diagnostic = RULE.at(gap.after.clone().unwrap_or_else(|| clause.clone()));
        let diagnostic = diagnostic
            .record(gap.from.to_string())
            .arg("from", gap.from.to_string())
            .arg("to", gap.to.to_string())
            .arg("days", days);
        found.push(if gap.after.is_some() { diagnostic.clause(clause) } else { diagnostic });
    }
}

/// A span of days without anybody on duty.
struct Uncovered {
    from: NaiveDate,
    to: NaiveDate,
    /// The end of the preceding duty.
    after: Option<Location>,
}

/// The days between duties, which are sorted by their first day.
fn gaps(context: &Context<'_>) -> Vec<Uncovered> {
    let term = context.contract.record.term;
    let last = term.to.0.min(context.as_of);
    let mut duties: Vec<&Sourced<Duty>> = context.records.rosters.iter().collect();
    duties.sort_by_key(|duty| duty.record.from);
    let mut gaps = Vec::new();
    let mut next = Some(term.from.0);
    let mut after = None;
    for duty in duties {
        let Some(open) = next.filter(|open| *open <= last) else { break };
        let begins = duty.record.from.0;
        if let Some(before) = begins.pred_opt().filter(|_| begins > open) {
            gaps.push(Uncovered { from: open, to: before.min(last), after: after.take() });
        }
        if duty.record.to.0 >= open {
            next = duty.record.to.0.checked_add_days(Days::new(1));
            after = Some(duty.at("to"));
        }
    }
    if let Some(open) = next.filter(|open| *open <= last) {
        gaps.push(Uncovered { from: open, to: last, after });
    }
    gaps
}
