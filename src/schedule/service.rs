//! The tickets of a contract with their clocks, computed once per run.
//!
//! In: contract, records, calendar and a day. Out: [`Service`], from which the ledger, the checks,
//! `status`, `explain` and the reports take every count and rate, so that their figures always
//! agree.

use chrono::NaiveDate;

use super::calendar::WorkCalendar;
use super::clock::{Attainment, Clock, ClockVerdict, Known, StopKind, Timed};
use super::interpretations::{AlternativeClock, AlternativeInterpretations};
use super::period::Period;
use super::timing::Timing;
use crate::model::{
    Channel, Clause, ClockDuty, Contract, Counting, Records, Sourced, Ticket, YesNo,
};

/// Every ticket received by a day, with its clocks.
#[derive(Debug, Clone)]
pub struct Service<'a> {
    /// The data that clocks are computed from.
    pub timing: Timing<'a>,
    /// The tickets, in the order of the records.
    pub timed: Vec<Timed<'a>>,
}

impl<'a> Service<'a> {
    /// Computes the clocks of all tickets for a date.
    pub fn new(
        contract: &'a Contract,
        records: &'a Records,
        calendar: &'a WorkCalendar,
        as_of: NaiveDate,
    ) -> Self {
        let timing = Timing::new(contract, records, calendar, Known::on(as_of));
        let timed = timing.all(records);
        Self { timing, timed }
    }

    /// A ticket by its id.
    pub fn ticket(&self, id: &str) -> Option<&Timed<'a>> {
        self.timed.iter().find(|timed| timed.ticket.record.id == id)
    }

    /// The tickets received in a period.
    pub fn of_period(&self, period: &Period) -> Vec<&Timed<'a>> {
        let received = |timed: &&Timed<'a>| period.contains(timed.ticket.record.received_at.day());
        self.timed.iter().filter(received).collect()
    }

    /// The same, in chronological order.
    pub fn in_order(&self, period: &Period) -> Vec<&Timed<'a>> {
        let mut tickets = self.of_period(period);
        tickets.sort_by_key(|timed| (timed.ticket.record.received_at, &timed.ticket.record.id));
        tickets
    }

    /// True if a ticket was received outside service hours: at night or on a day off.
    pub fn is_out_of_hours(&self, ticket: &Ticket) -> bool {
        let worktime = self.timing.worktime(self.timing.sla);
        let (open, _) = worktime.is_open(ticket.received_at.0);
        !open
    }

    /// Every clock of these tickets whose verdict other interpretations reverse, with those
    /// interpretations.
    pub fn disputed<'s>(
        &'s self,
        tickets: impl IntoIterator<Item = &'s Timed<'a>>,
        others: &'s AlternativeInterpretations,
    ) -> impl Iterator<Item = (&'s Timed<'a>, &'s Clock<'a>, Vec<AlternativeClock<'s>>)> {
        let clocks = tickets
            .into_iter()
            .flat_map(|timed| timed.clocks.iter().map(move |clock| (timed, clock)));
        let judged = clocks
            .map(|(timed, clock)| (timed, clock, others.disagreeing(&self.timing, timed, clock)));
        judged.filter(|(_, _, others)| !others.is_empty())
    }
}

/// True if a clause covers tickets of this channel.
pub(crate) fn speaks_of(clause: &Clause, channel: Channel) -> bool {
    clause.channels.is_empty() || clause.channels.contains(&channel)
}

/// True if a clause without a time limit counts this ticket.
pub(crate) fn counts(clause: &Clause, ticket: &Sourced<Ticket>) -> bool {
    let ticket = &ticket.record;
    let wanted = match clause.counts {
        Counting::All => true,
        Counting::Instant => ticket.instant == YesNo::Yes,
        Counting::Typical => ticket.typical == YesNo::Yes,
    };
    wanted && speaks_of(clause, ticket.channel)
}

/// The clocks of these tickets that a clause promises. If a fault was solved by telephone or
/// remotely in time, no visit was required: the clock is met, but it is no case of the arrival
/// clause (A11).
pub(crate) fn clocks_of<'t, 'a>(
    clause: &Clause,
    duty: ClockDuty,
    tickets: &[&'t Timed<'a>],
) -> Vec<(&'t Timed<'a>, &'t Clock<'a>)> {
    let of_channel = tickets.iter().filter(|timed| speaks_of(clause, timed.ticket.record.channel));
    let clocks = of_channel.filter_map(|timed| Some((*timed, timed.clock(duty)?)));
    clocks.filter(|(_, clock)| arose(clock)).collect()
}

fn arose(clock: &Clock<'_>) -> bool {
    let from_outside = clock.stop.is_some_and(|stop| stop.kind == StopKind::Remote);
    clock.duty != ClockDuty::Onsite || clock.verdict != ClockVerdict::Met || !from_outside
}

/// The number of clocks of a clause per verdict.
pub(crate) fn attainment(clocks: &[(&Timed<'_>, &Clock<'_>)]) -> Attainment {
    Attainment::of(clocks.iter().map(|(_, clock)| *clock))
}

impl Attainment {
    /// Adds the numbers of another.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            met: self.met + other.met,
            late: self.late + other.late,
            late_open: self.late_open + other.late_open,
            running: self.running + other.running,
            provisional: self.provisional + other.provisional,
            invalid: self.invalid + other.invalid,
            not_applicable: self.not_applicable + other.not_applicable,
        }
    }
}
