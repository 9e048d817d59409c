//! Helpers shared by the checks of clocks.
//!
//! In: a ticket and one of its clocks. Out: the arguments and related locations of a diagnostic
//! about it, so that every check names start, deadline, overrun and reason the same way.

use chrono::Duration;

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Clause, ClockDuty, Sourced, Ticket};
use crate::schedule::{Clock, ClockVerdict, Timed};
pub(super) use crate::source::moment_text as stamp;

/// Reports every clock of these duties that stopped after its limit.
pub(super) fn late(
    context: &Context<'_>,
    rule: Rule,
    duties: &[ClockDuty],
    found: &mut Diagnostics,
) {
    for (timed, clock, clause) in judged(context) {
        let Some(stop) = clock.stop.filter(|_| clock.verdict == ClockVerdict::Late) else {
            continue;
        };
        if !duties.contains(&clock.duty) {
            continue;
        }
        let ticket = timed.ticket;
        let location = stop
            .visit
            .map_or_else(|| ticket.at(stop.kind.key()), |visit| visit.at(stop.kind.key()));
        let diagnostic = diagnostic_at(context, rule.at(location), ticket, clock, clause);
        let diagnostic = diagnostic.arg("stop", stamp(stop.at)).arg("by", stop.kind.id());
        found.push(match stop.visit {
            Some(_) => diagnostic.related("ticket", ticket.at("received_at")),
            None => diagnostic,
        });
    }
}

/// Every clock with the clause that promises it for its channel. A clock without such a clause is
/// no deviation, nor is a clock of a ticket outside the term. Clocks that a lost visit may have stopped
/// are left out.
pub(super) fn judged<'c, 'a>(
    context: &'c Context<'a>,
) -> impl Iterator<Item = (&'c Timed<'a>, &'c Clock<'a>, &'a Clause)> + use<'c, 'a> {
    let visits = context.is_any_visit_stray();
    let of_term = |timed: &&Timed<'_>| context.is_of_term(timed.ticket.record.received_at.day());
    let clocks = context.service.timed.iter().filter(of_term);
    let clocks = clocks.flat_map(|timed| timed.clocks.iter().map(move |clock| (timed, clock)));
    let sound = clocks
        .filter(move |(timed, clock)| !(visits && may_stop_by_visit(&timed.ticket.record, clock)));
    sound.filter_map(|(timed, clock)| {
        let clause = clauses::of_clock(context, clock.duty, timed.ticket.record.channel)?;
        Some((timed, clock, clause))
    })
}

fn may_stop_by_visit(ticket: &Ticket, clock: &Clock<'_>) -> bool {
    match clock.duty {
        ClockDuty::Onsite => true,
        ClockDuty::Response => ticket.responded_at.is_none(),
        ClockDuty::UrgentAnswer | ClockDuty::NormalAnswer => false,
    }
}

/// Adds the ticket, the times of the clock, its overrun and the reason, and points at the clause.
pub(super) fn diagnostic_at(
    context: &Context<'_>,
    diagnostic: Diagnostic,
    ticket: &Sourced<Ticket>,
    clock: &Clock<'_>,
    clause: &Clause,
) -> Diagnostic {
    let record = &ticket.record;
    let reason = record.late_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    diagnostic
        .record(record.id.as_str())
        .arg("id", record.id.as_str())
        .arg("duty", duty(clock.duty))
        .arg("start", stamp(clock.start))
        .arg("deadline", clock.deadline.map_or_else(String::new, stamp))
        .arg("limit", clock.limit)
        .arg("overrun", clock.overrun.unwrap_or_else(Duration::zero))
        .arg("explained", if reason.is_some() { "yes" } else { "no" })
        .arg("reason", reason.unwrap_or_default())
        .clause(context.clause_location(&clause.id))
}

/// The keyword by which messages select their wording.
const fn duty(duty: ClockDuty) -> &'static str {
    match duty {
        ClockDuty::Response => "response",
        ClockDuty::Onsite => "arrival",
        ClockDuty::UrgentAnswer => "urgent-answer",
        ClockDuty::NormalAnswer => "normal-answer",
    }
}
