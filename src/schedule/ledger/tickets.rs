//! Clauses proved by tickets and the work that followed from them.
//!
//! In: a clause and a period. Out: its row. Clauses with a time limit are judged by their clocks,
//! others by what occurred. A period without tickets is a state of its own, never a success.

use chrono::NaiveDate;

use super::{LedgerInput, Proof, Row, State, count, row};
use crate::model::{
    Channel, Clause, ClockDuty, Escalation, EscalationKind, Evidence, Party, Sourced, VisitPurpose,
    YesNo,
};
use crate::schedule::clock::Timed;
use crate::schedule::period::Period;
use crate::schedule::service::{attainment, clocks_of, counts, speaks_of};

pub(super) fn by_ticket<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    if let Some(duty) = clause.clock {
        return by_clock(input, clause, duty, period);
    }
    let tickets = input.tickets(&period);
    let counted: Vec<_> = tickets.iter().filter(|timed| counts(clause, timed.ticket)).collect();
    let seen = input.service.timing.known.seen;
    let is_answered = |timed: &&&&Timed<'_>| {
        let ticket = &timed.ticket.record;
        let ends = [ticket.answered_at, ticket.remote_resolved_at, ticket.closed_at];
        ends.into_iter().flatten().any(|at| at.0 <= seen)
    };
    let answered = counted.iter().filter(is_answered).count();
    let evidence = counted.iter().map(|timed| proof(timed)).collect();
    input.arisen(clause, period, counted.len(), answered, evidence)
}

pub(super) fn by_visit<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    if let Some(duty) = clause.clock {
        return by_clock(input, clause, duty, period);
    }
    let visits = input.records().visits.iter().filter(|visit| {
        let day = visit.record.arrived_at.day();
        visit.record.purpose == VisitPurpose::OnSite && period.contains(day) && day <= input.as_of
    });
    let evidence: Vec<_> =
        visits.map(|visit| Proof::new(visit.record.id.as_str(), visit)).collect();
    let made = evidence.len();
    input.arisen(clause, period, made, made, evidence)
}

fn by_clock<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    duty: ClockDuty,
    period: Period,
) -> Row<'a> {
    let tickets = input.tickets(&period);
    let clocks = clocks_of(clause, duty, &tickets);
    let sum = attainment(&clocks);
    let open = sum.running + sum.provisional;
    let state = match sum.decided() {
        _ if sum.missed() > 0 => State::Deviation,
        _ if open > 0 || !period.is_closed(input.as_of) => State::NotDue,
        // It is unknown what a contradictory record would prove.
        _ if sum.invalid > 0 => State::Partial,
        0 => State::NotOccurred,
        _ => State::Done,
    };
    let mut evidence: Vec<_> = clocks.iter().map(|(timed, _)| proof(timed)).collect();
    let arrivals = clocks.iter().filter_map(|(_, clock)| clock.stop?.visit);
    if clause.evidence == Evidence::Visit {
        evidence.extend(arrivals.map(|visit| Proof::new(visit.record.id.as_str(), visit)));
    }
    let arose = sum.total() - sum.not_applicable;
    Row {
        attainment: Some(sum),
        ..row(clause, period, (count(arose), count(sum.met)), evidence, state)
    }
}

fn proof(timed: &Timed<'_>) -> Proof {
    Proof::new(timed.ticket.record.id.as_str(), timed.ticket)
}

/// Cases of the development team: settled if solved, or if a proposal gives an alternative where
/// the software cannot be made faster.
pub(super) fn by_escalation<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let cases: Vec<_> = input
        .records()
        .escalations
        .iter()
        .filter(|case| {
            let day = case.record.opened_at.day();
            let kind = clause.escalation.is_none_or(|kind| kind == case.record.kind);
            kind && period.contains(day) && day <= input.as_of
        })
        .collect();
    let settled = cases.iter().filter(|case| is_settled(case, input.as_of)).count();
    let evidence = cases.iter().map(|case| Proof::new(case.record.id.as_str(), case)).collect();
    input.arisen(clause, period, cases.len(), settled, evidence)
}

/// True if a case of the development team was settled by a day.
pub(crate) fn is_settled(case: &Sourced<Escalation>, as_of: NaiveDate) -> bool {
    let case = &case.record;
    let solved = case.solved_at.is_some_and(|at| at.day() <= as_of);
    let advised = case.optimisable == Some(YesNo::No);
    solved && (case.kind != EscalationKind::Tuning || !advised || case.proposal.is_some())
}

/// Typical problems with an entry in the knowledge tree, and entries that were written or updated
/// in the period.
pub(super) fn by_knowledge<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let records = input.records();
    let tickets = input.tickets(&period);
    let typical: Vec<_> =
        tickets.iter().filter(|timed| timed.ticket.record.typical == YesNo::Yes).collect();
    let known = |timed: &&&&Timed<'_>| {
        let entry = timed.ticket.record.knowledge.as_deref();
        entry.is_some_and(|entry| records.knowledge(entry).is_some())
    };
    let linked = typical.iter().filter(known).count();
    let renewed: Vec<_> = records
        .knowledge
        .iter()
        .filter(|entry| {
            period.contains(entry.record.updated_on.0) && entry.record.updated_on.0 <= input.as_of
        })
        .map(|entry| Proof::new(entry.record.id.as_str(), entry))
        .collect();
    let (required, done) = (typical.len() + renewed.len(), linked + renewed.len());
    let mut evidence = renewed;
    evidence.extend(typical.iter().map(|timed| proof(timed)));
    let row = input.arisen(clause, period, required, done, evidence);
    let without_any = records.knowledge.is_empty() && row.state == State::Partial;
    if without_any { Row { state: State::NoEvidence, ..row } } else { row }
}

/// A channel is open if the contract file gives its number or address; tickets received by it show
/// that it is used.
pub(super) fn by_channel<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let promised: Vec<_> =
        Channel::ALL.iter().filter(|channel| speaks_of(clause, **channel)).collect();
    let vendor = &input.contract().vendor;
    let open = promised.iter().filter(|channel| address(vendor, ***channel).is_some()).count();
    let tickets = input.tickets(&period);
    let came = tickets.iter().filter(|timed| speaks_of(clause, timed.ticket.record.channel));
    let evidence: Vec<_> = came.map(|timed| proof(timed)).collect();
    let used = evidence.len();
    let row = input.arisen(clause, period, used, used, evidence);
    let state = match row.state {
        State::NotDue => State::NotDue,
        _ if open == 0 => State::NoEvidence,
        _ if open < promised.len() => State::Partial,
        state => state,
    };
    Row { state, ..row }
}

/// The number or address of a channel in the contract file.
pub(crate) fn address(vendor: &Party, channel: Channel) -> Option<&str> {
    match channel {
        Channel::Phone => vendor.hotline.as_deref(),
        Channel::Email => vendor.email.as_deref(),
        Channel::Fax => vendor.fax.as_deref(),
    }
}

/// Done if somebody was on duty on every day and the hotline has a number. Counted in days; tickets
/// outside service hours are listed.
pub(super) fn by_roster<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let last = period.to.min(input.as_of);
    let days: Vec<_> = period.from.iter_days().take_while(|day| *day <= last).collect();
    let covered = days.iter().filter(|day| on_duty(input, **day)).count();
    let reachable = address(&input.contract().vendor, Channel::Phone).is_some();
    let mut files: Vec<_> = input
        .records()
        .rosters
        .iter()
        .filter(|duty| duty.record.from.0 <= period.to && period.from <= duty.record.to.0)
        .map(|duty| Proof::new("值班安排", duty))
        .collect();
    files.dedup();
    let tickets = input.tickets(&period);
    let night = tickets.iter().filter(|timed| input.service.is_out_of_hours(&timed.ticket.record));
    files.extend(night.map(|timed| proof(timed)));
    let state = match covered {
        _ if period.from > input.as_of => State::NotDue,
        0 => State::NoEvidence,
        _ if !reachable => State::NoEvidence,
        _ if covered < days.len() => State::Partial,
        _ if !period.is_closed(input.as_of) => State::NotDue,
        _ => State::Done,
    };
    row(clause, period, (count(days.len()), count(covered)), files, state)
}

fn on_duty(input: &LedgerInput<'_, '_>, day: NaiveDate) -> bool {
    let mut duties = input.records().rosters.iter();
    duties.any(|duty| duty.record.from.0 <= day && day <= duty.record.to.0)
}
