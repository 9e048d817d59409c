//! The clocks of a ticket: response, arrival, answer, each with its own deadline and verdict (A19).
//!
//! In: a ticket, its visits, the contract's interpretation of its limits, the calendar and a day.
//! Out: one [`Clock`] for each duty that applies. The rules are A1 to A26 of `domain.md` §5;
//! [`interpretations`](super::interpretations) computes the same clocks under every other
//! interpretation.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use rayon::prelude::*;

use super::calendar::WorkCalendar;
use super::clock::{Clock, ClockVerdict, Known, Stop, StopKind, Timed};
use super::worktime::{Due, Hold, Hours, NoWorkday, Span, WorkTime};
use crate::model::{
    AnswerClock, AnswerStart, ClockDuty, Contract, CustomerHold, Impact, Moment, OnsiteClock,
    OnsiteStart, OutsideWindow, Reclass, Records, ResponseClock, Sla, Sourced, Ticket, UrgentRule,
    Visit, VisitPurpose, YesNo,
};

/// Everything that clocks are computed from.
#[derive(Debug, Clone)]
pub struct Timing<'a> {
    /// The working calendar.
    pub calendar: &'a WorkCalendar,
    /// The chosen interpretation of the limits.
    pub sla: &'a Sla,
    /// The duties that clauses of the contract promise.
    pub promised: Vec<ClockDuty>,
    /// The first arrival on site for each ticket.
    arrivals: HashMap<&'a str, &'a Sourced<Visit>>,
    /// The limits of what is known.
    pub known: Known,
}

impl<'a> Timing<'a> {
    /// Prepares the computation.
    pub fn new(
        contract: &'a Contract,
        records: &'a Records,
        calendar: &'a WorkCalendar,
        known: Known,
    ) -> Self {
        let promised = ClockDuty::ALL.iter().copied();
        let promised = promised
            .filter(|duty| contract.clauses.iter().any(|clause| clause.clock == Some(*duty)));
        Self {
            calendar,
            sla: &contract.sla,
            promised: promised.collect(),
            arrivals: arrivals(records, known),
            known,
        }
    }

    /// Every ticket that was received by then, with its clocks, in the order of the records.
    pub fn all(&self, records: &'a Records) -> Vec<Timed<'a>> {
        let seen = records
            .tickets
            .par_iter()
            .filter(|ticket| ticket.record.received_at.0 <= self.known.seen);
        seen.map(|ticket| Timed { ticket, clocks: self.clocks(&ticket.record) }).collect()
    }

    /// The clocks of a ticket.
    pub fn clocks(&self, ticket: &'a Ticket) -> Vec<Clock<'a>> {
        let duties = self.promised.iter();
        duties.filter_map(|duty| self.clock(self.sla, ticket, *duty)).collect()
    }

    /// One clock of a ticket under an interpretation; `None` if the duty does not apply to the
    /// ticket.
    pub fn clock(&self, sla: &'a Sla, ticket: &'a Ticket, duty: ClockDuty) -> Option<Clock<'a>> {
        if ticket.first_notice.is_some() {
            return None;
        }
        let run = Run { timing: self, sla, ticket, worktime: self.worktime(sla) };
        match duty {
            ClockDuty::Response => run.response(),
            ClockDuty::Onsite => run.onsite(),
            ClockDuty::UrgentAnswer => run.answer(true),
            ClockDuty::NormalAnswer => run.answer(false),
        }
    }

    /// The parts of the time from the clock's start to its deadline or stop, whichever is later,
    /// with the reason why they counted or not. A response clock begins with the notice, because
    /// the wait for service hours is part of the explanation.
    pub fn spans(&self, sla: &'a Sla, ticket: &'a Ticket, clock: &Clock<'a>) -> Vec<Span<'a>> {
        let worktime = self.worktime(sla);
        let stop = clock.stop.map(|stop| stop.at);
        let end = clock.deadline.max(stop).unwrap_or(self.known.seen);
        let mut spans = Vec::new();
        if clock.duty == ClockDuty::Response {
            spans = worktime.spans(clock.received, clock.start.min(end), Hours::Window, &[]);
        }
        let holds = self.holds_until(sla, ticket, stop.or(Some(end)));
        spans.extend(worktime.spans(clock.start, end, clock.hours, &holds));
        spans
    }

    /// The calculator of working time under an interpretation.
    pub fn worktime(&self, sla: &Sla) -> WorkTime<'a> {
        WorkTime { calendar: self.calendar, window: sla.response.window() }
    }

    /// The waits that pause this ticket's clocks, and the start of a wait without an end yet.
    pub fn holds(&self, sla: &Sla, ticket: &Ticket) -> (Vec<Hold>, Option<NaiveDateTime>) {
        let proven = ticket.hold_evidence.as_deref().is_some_and(|path| !path.trim().is_empty());
        let counts = sla.customer_hold == CustomerHold::DocumentedOnly && proven;
        let Some(from) = self.seen(ticket.hold_from).filter(|_| counts) else {
            return (Vec::new(), None);
        };
        match self.seen(ticket.hold_to) {
            Some(to) if to > from => (vec![Hold { from, to }], None),
            Some(_) => (Vec::new(), None),
            None => (Vec::new(), Some(from)),
        }
    }

    /// The same waits; one without an end lasts until `until`.
    fn holds_until(&self, sla: &Sla, ticket: &Ticket, until: Option<NaiveDateTime>) -> Vec<Hold> {
        let (mut holds, open) = self.holds(sla, ticket);
        let open = open.zip(until).filter(|(from, to)| from < to);
        holds.extend(open.map(|(from, to)| Hold { from, to }));
        holds
    }

    fn seen(&self, moment: Option<Moment>) -> Option<NaiveDateTime> {
        moment.map(|moment| moment.0).filter(|at| *at <= self.known.seen)
    }
}

/// The first arrival for each ticket. A visit for a repeated notice counts for the first notice of
/// the fault.
fn arrivals(records: &Records, known: Known) -> HashMap<&str, &Sourced<Visit>> {
    let linked = records.tickets.iter().map(|ticket| &ticket.record);
    let linked =
        linked.filter_map(|ticket| Some((ticket.id.as_str(), ticket.first_notice.as_deref()?)));
    let firsts: HashMap<&str, &str> = linked.collect();
    let mut arrivals: HashMap<&str, &Sourced<Visit>> = HashMap::new();
    for visit in records.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::OnSite)
    {
        let record = &visit.record;
        let Some(ticket) = record.ticket.as_deref().filter(|_| record.arrived_at.0 <= known.seen)
        else {
            continue;
        };
        let slot = arrivals.entry(firsts.get(ticket).copied().unwrap_or(ticket)).or_insert(visit);
        if record.arrived_at < slot.record.arrived_at {
            *slot = visit;
        }
    }
    arrivals
}

/// One ticket under one interpretation.
struct Run<'a, 't> {
    timing: &'t Timing<'a>,
    sla: &'a Sla,
    ticket: &'a Ticket,
    worktime: WorkTime<'a>,
}

impl<'a> Run<'a, '_> {
    fn response(&self) -> Option<Clock<'a>> {
        let (rules, received) = (&self.sla.response, self.received());
        if !rules.applies_to.contains(&self.ticket.kind) {
            return None;
        }
        let inside = match rules.clock {
            ResponseClock::Elapsed => Hours::All,
            ResponseClock::WorkingHours => Hours::Window,
        };
        let (open, uncertain_from) = self.worktime.is_open(received);
        // A clock that always starts at once and runs at all hours does not depend on the calendar.
        let asks = inside != Hours::All || rules.outside_window != OutsideWindow::Elapsed;
        let notice = Due { at: received, uncertain_from: uncertain_from.filter(|_| asks) };
        let (start, hours) = match rules.outside_window {
            _ if open => (Ok(notice), inside),
            OutsideWindow::NextOpen => {
                (self.worktime.next_opening(received).map(|due| due.after(notice)), inside)
            }
            OutsideWindow::Elapsed | OutsideWindow::NotTimed => (Ok(notice), Hours::All),
        };
        let stop = self.response_stop();
        let at = start.map_or(received, |start| start.at);
        let clock = self.clock(ClockDuty::Response, at, rules.limit(), hours, stop);
        if !open && rules.outside_window == OutsideWindow::NotTimed {
            return Some(untimed(clock, notice.uncertain_from));
        }
        let due = start.and_then(|start| Ok(self.due(&clock, start.at, clock.limit)?.after(start)));
        Some(self.judged(clock, due))
    }

    /// An answer, a remote solution or an arrival is also a response (A7).
    fn response_stop(&self) -> Option<Stop<'a>> {
        let person = self.stop(self.ticket.responded_at, StopKind::Response);
        let person = person.or_else(|| {
            let remote = self.stop(self.ticket.remote_resolved_at, StopKind::Remote);
            earliest([self.answer_stop(), remote, self.arrival()])
        });
        let machine = self.stop(self.ticket.auto_replied_at, StopKind::AutoReply);
        earliest([person, machine.filter(|_| self.sla.response.auto_reply_counts)])
    }

    fn onsite(&self) -> Option<Clock<'a>> {
        let rules = &self.sla.onsite;
        if !rules.applies_to.contains(&self.ticket.kind) {
            return None;
        }
        let start = self.start(match rules.start {
            OnsiteStart::Notice => None,
            OnsiteStart::RemoteFailed => self.ticket.remote_failed_at,
        });
        let hours = match rules.clock {
            OnsiteClock::Calendar => Hours::All,
            OnsiteClock::WorkingHours => Hours::Window,
        };
        let stop = earliest([self.remote(), self.arrival()]);
        let clock = self.clock(ClockDuty::Onsite, start, rules.limit(), hours, stop);
        Some(self.judged(clock, self.due(&clock, start, clock.limit)))
    }

    /// Solved by telephone or remotely: at the recorded time, or in the call itself (A11).
    fn remote(&self) -> Option<Stop<'a>> {
        let in_the_call = self.answer_stop().filter(|_| self.ticket.instant == YesNo::Yes);
        let in_the_call = in_the_call.map(|stop| Stop { kind: StopKind::Remote, ..stop });
        self.stop(self.ticket.remote_resolved_at, StopKind::Remote).or(in_the_call)
    }

    fn arrival(&self) -> Option<Stop<'a>> {
        let visit = self.timing.arrivals.get(self.ticket.id.as_str())?;
        Some(Stop { at: visit.record.arrived_at.0, kind: StopKind::Arrival, visit: Some(visit) })
    }

    fn answer(&self, urgent: bool) -> Option<Clock<'a>> {
        let (rules, ticket) = (&self.sla.answer, self.ticket);
        if ticket.instant == YesNo::Yes || !rules.channels.contains(&ticket.channel) {
            return None;
        }
        let interim =
            self.stop(ticket.interim_at, StopKind::Interim).filter(|_| rules.interim_counts);
        let stop = earliest([self.answer_stop(), interim]);
        let born_urgent = is_urgent(self.sla, ticket);
        // A ticket that is already answered can no longer become urgent.
        let raised = self.timing.seen(ticket.raised_at);
        let raised = raised.filter(|at| !born_urgent && stop.is_none_or(|stop| *at <= stop.at));
        if urgent != (born_urgent || raised.is_some()) {
            return None;
        }
        let hours = match rules.clock {
            AnswerClock::Calendar => Hours::All,
            AnswerClock::WorkingDays => Hours::Workdays,
        };
        let start = self.start(match rules.start {
            AnswerStart::Received => None,
            AnswerStart::Classified => ticket.classified_at,
        });
        let (duty, limit) = if urgent {
            (ClockDuty::UrgentAnswer, rules.urgent())
        } else {
            (ClockDuty::NormalAnswer, rules.normal())
        };
        let clock = self.clock(duty, start, limit, hours, stop);
        let due = match raised.filter(|_| rules.reclass == Reclass::MinOfBoth) {
            None => self.due(&clock, start, limit),
            Some(raised) => {
                let since = self.due(&clock, raised, limit);
                self.due(&clock, start, rules.normal()).and_then(|due| Ok(due.earlier(since?)))
            }
        };
        if raised.is_some_and(|raised| raised < clock.received) {
            return Some(Clock { verdict: ClockVerdict::Invalid, ..clock });
        }
        Some(self.judged(clock, due))
    }

    fn received(&self) -> NaiveDateTime {
        self.ticket.received_at.0
    }

    /// The start of a clock under an interpretation; the receipt if the later moment is not
    /// recorded.
    fn start(&self, later: Option<Moment>) -> NaiveDateTime {
        self.timing.seen(later).unwrap_or_else(|| self.received())
    }

    fn stop(&self, moment: Option<Moment>, kind: StopKind) -> Option<Stop<'a>> {
        self.timing.seen(moment).map(|at| Stop { at, kind, visit: None })
    }

    /// An answer in the same call reached the caller then, even if no time is recorded.
    fn answer_stop(&self) -> Option<Stop<'a>> {
        let ticket = self.ticket;
        let in_the_call = Some(ticket.received_at).filter(|_| ticket.instant == YesNo::Yes);
        self.stop(ticket.answered_at.or(in_the_call), StopKind::Answer)
    }

    fn clock(
        &self,
        duty: ClockDuty,
        start: NaiveDateTime,
        limit: Duration,
        hours: Hours,
        stop: Option<Stop<'a>>,
    ) -> Clock<'a> {
        Clock {
            duty,
            received: self.received(),
            start,
            limit,
            hours,
            deadline: None,
            stop,
            verdict: ClockVerdict::Running,
            tentative: None,
            overrun: None,
        }
    }

    /// The deadline of a limit that begins at a given moment and runs like this clock.
    fn due(
        &self,
        clock: &Clock<'a>,
        from: NaiveDateTime,
        limit: Duration,
    ) -> Result<Due, NoWorkday> {
        let holds = self.timing.holds_until(self.sla, self.ticket, clock.stop.map(|stop| stop.at));
        self.worktime.deadline(from, limit, clock.hours, &holds)
    }

    fn judged(&self, clock: Clock<'a>, due: Result<Due, NoWorkday>) -> Clock<'a> {
        let Some(due) = due.ok().filter(|_| !is_backwards(&clock)) else {
            return Clock { verdict: ClockVerdict::Invalid, ..clock };
        };
        let (_, waiting) = self.timing.holds(self.sla, self.ticket);
        if clock.stop.is_none() && waiting.is_some_and(|since| since < due.at) {
            // The wait that the customer requested has no end yet, so there is no deadline.
            return clock;
        }
        settled(clock, due, self.timing.known)
    }
}

/// True if the clock began or was stopped before the notice.
fn is_backwards(clock: &Clock<'_>) -> bool {
    clock.start < clock.received || clock.stop.is_some_and(|stop| stop.at < clock.received)
}

/// A clock without a limit; provisional if the day may turn out to be a workday.
fn untimed(clock: Clock<'_>, uncertain_from: Option<NaiveDate>) -> Clock<'_> {
    let plain = ClockVerdict::NotApplicable;
    match uncertain_from {
        _ if is_backwards(&clock) => Clock { verdict: ClockVerdict::Invalid, ..clock },
        Some(_) => Clock { verdict: ClockVerdict::Provisional, tentative: Some(plain), ..clock },
        None => Clock { verdict: plain, ..clock },
    }
}

fn settled<'a>(clock: Clock<'a>, due: Due, known: Known) -> Clock<'a> {
    let (plain, overrun) = match clock.stop {
        Some(stop) if stop.at <= due.at => (ClockVerdict::Met, None),
        Some(stop) => (ClockVerdict::Late, Some(stop.at - due.at)),
        None if due.at < known.passed => (ClockVerdict::LateOpen, Some(known.passed - due.at)),
        None => (ClockVerdict::Running, None),
    };
    let deadline = Some(due.at);
    // No announcement can move a deadline to before the first uncertain day.
    let surely_met = |day: NaiveDate| {
        clock.stop.is_some_and(|stop| stop.at.date() < day && plain == ClockVerdict::Met)
    };
    match due.uncertain_from {
        Some(day) if plain != ClockVerdict::Running && !surely_met(day) => Clock {
            deadline,
            verdict: ClockVerdict::Provisional,
            tentative: Some(plain),
            overrun,
            ..clock
        },
        _ => Clock { deadline, verdict: plain, overrun, ..clock },
    }
}

fn earliest<const N: usize>(stops: [Option<Stop<'_>>; N]) -> Option<Stop<'_>> {
    stops.into_iter().flatten().min_by_key(|stop| stop.at)
}

/// True if a ticket was urgent from the start (A15). An unknown urgency counts as urgent.
pub(crate) fn is_urgent(sla: &Sla, ticket: &Ticket) -> bool {
    let hinders = ticket.affects_business != Impact::No;
    match sla.answer.urgent_rule {
        UrgentRule::AffectsBusiness => hinders,
        UrgentRule::Both => hinders && ticket.urgent != Some(YesNo::No),
    }
}
