//! `late-without-reason`: a time limit was missed, but the ticket gives no reason.

use super::context::Context;
use super::{clocks, texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::Clause;
use crate::schedule::{Clock, Timed};

/// A missed time limit without a reason.
///
/// Only a warning: the miss itself is a fact of the service, and the report can print it without a reason.
pub(super) const RULE: Rule = Rule::new("late-without-reason", Family::Data, Severity::Warning);

/// Checks every ticket with a missed clock.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let silent = |timed: &Timed<'_>| texts::is_blank(timed.ticket.record.late_reason.as_deref());
    let missed = clocks::judged(context)
        .filter(|(timed, clock, _)| clock.verdict.is_missed() && silent(timed));
    let missed: Vec<_> = missed.collect();
    let tickets = missed.chunk_by(|(one, ..), (other, ..)| std::ptr::eq(*one, *other));
    found.extend(tickets.filter_map(|clocks| diagnostic(context, clocks)));
}

fn diagnostic(
    context: &Context<'_>,
    missed: &[(&Timed<'_>, &Clock<'_>, &Clause)],
) -> Option<Diagnostic> {
    let (timed, ..) = missed.first()?;
    let deadline = missed.iter().filter_map(|(_, clock, _)| clock.deadline).min()?;
    let duties: Vec<_> = missed.iter().map(|(_, clock, _)| clock.duty.word()).collect();
    let diagnostic = RULE
        .at(timed.ticket.at("late_reason"))
        .record(timed.ticket.record.id.as_str())
        .arg("duties", duties.join("、"))
        .arg("deadline", clocks::stamp(deadline));
    Some(missed.iter().fold(diagnostic, |diagnostic, (_, _, clause)| {
        diagnostic.clause(context.clause_location(&clause.id))
    }))
}
