//! The clocks of a ticket: response, arrival, answer, each with its own deadline and verdict (A19).
//!
//! In: a ticket, the visits made for it, the contract's reading of its limits, the calendar and a day. Out: one [`Clock`] a duty
//! that applies. The rules are A1 to A26 of `domain.md` §5; [`readings`](super::readings) asks the same question
//! under every other reading.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use rayon::prelude::*;

use super::calendar::WorkCalendar;
use super::worktime::{Due, Hold, Hours, NoWorkday, Span, WorkTime};
use crate::model::{
    AnswerClock, AnswerStart, Book, ClockDuty, Contract, CustomerHold, Filed, Impact, OnsiteClock,
    OnsiteStart, OutsideWindow, Reclass, ResponseClock, Sla, Ticket, UrgentRule, Visit, VisitPurpose, YesNo,
};

/// How a clock came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockVerdict {
    /// Stopped within the limit, the limit itself included (A5).
    Met,
    /// Stopped behind the limit.
    Late,
    /// The limit has passed, and nothing stopped the clock (A24).
    LateOpen,
    /// Neither.
    Running,
    /// A year's calendar that decides is not announced yet.
    Provisional,
    /// The record contradicts itself, or the calendar has no workday (A25).
    Invalid,
    /// The reading of the contract gives no limit here.
    NotApplicable,
}

impl ClockVerdict {
    /// Every verdict.
    pub const ALL: &[Self] = &[
        Self::Met,
        Self::Late,
        Self::LateOpen,
        Self::Running,
        Self::Provisional,
        Self::Invalid,
        Self::NotApplicable,
    ];

    /// The word that reports print.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "达标",
            Self::Late => "超时",
            Self::LateOpen => "超时未完成",
            Self::Running => "进行中",
            Self::Provisional => "暂定",
            Self::Invalid => "数据错误",
            Self::NotApplicable => "不适用",
        }
    }

    /// The name that style sheets and machine formats use.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Late => "late",
            Self::LateOpen => "late-open",
            Self::Running => "running",
            Self::Provisional => "provisional",
            Self::Invalid => "invalid",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// True if a limit was missed.
    pub const fn is_missed(self) -> bool {
        matches!(self, Self::Late | Self::LateOpen)
    }
}

/// What stopped a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopKind {
    /// A person acknowledged and began.
    Response,
    /// A machine acknowledged.
    AutoReply,
    /// Solved by telephone or from outside.
    Remote,
    /// An engineer arrived.
    Arrival,
    /// An answer reached the caller.
    Answer,
    /// Word of how it stands reached the caller.
    Interim,
}

impl StopKind {
    /// The name of its message.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::AutoReply => "auto-reply",
            Self::Remote => "remote",
            Self::Arrival => "arrival",
            Self::Answer => "answer",
            Self::Interim => "interim",
        }
    }

    /// The key of the ticket that tells it; a visit tells arrival.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Response => "responded_at",
            Self::AutoReply => "auto_replied_at",
            Self::Remote => "remote_resolved_at",
            Self::Arrival => "arrived_at",
            Self::Answer => "answered_at",
            Self::Interim => "interim_at",
        }
    }
}

/// The moment that stopped a clock.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a> {
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub kind: StopKind,
    /// The visit that tells it, for an arrival.
    pub visit: Option<&'a Filed<Visit>>,
}

/// One clock of a ticket.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    /// The duty.
    pub duty: ClockDuty,
    /// When the notice took effect.
    pub received: NaiveDateTime,
    /// When the clock began to run.
    pub start: NaiveDateTime,
    /// The limit.
    pub limit: Duration,
    /// Which hours count.
    pub hours: Hours,
    /// Its end; none where the record is wrong, the customer's wait has no end yet, or there is no limit.
    pub deadline: Option<NaiveDateTime>,
    /// What stopped it.
    pub stop: Option<Stop<'a>>,
    /// How it came out.
    pub verdict: ClockVerdict,
    /// Where the verdict is provisional: how it would come out if nothing but the statutory days is announced.
    pub tentative: Option<ClockVerdict>,
    /// How much behind the deadline it stopped, or stands.
    pub overrun: Option<Duration>,
}

/// A ticket with its clocks.
#[derive(Debug, Clone)]
pub struct Timed<'a> {
    /// The ticket.
    pub ticket: &'a Filed<Ticket>,
    /// Its clocks, in the order of [`ClockDuty::ALL`]; none for a later notice of the same fault.
    pub clocks: Vec<Clock<'a>>,
}

impl<'a> Timed<'a> {
    /// The clock of a duty.
    pub fn clock(&self, duty: ClockDuty) -> Option<&Clock<'a>> {
        self.clocks.iter().find(|clock| clock.duty == duty)
    }

    /// True if any limit was missed.
    pub fn is_missed(&self) -> bool {
        self.clocks.iter().any(|clock| clock.verdict.is_missed())
    }
}

/// What is known on the day of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Nothing behind this moment is seen.
    pub seen: NaiveDateTime,
    /// Deadlines before this moment have passed. On the day of the run itself none has: the day is not over.
    pub passed: NaiveDateTime,
}

impl Known {
    /// What is known on a day.
    pub fn on(day: NaiveDate) -> Self {
        let midnight = day.and_time(NaiveTime::MIN);
        Self { seen: midnight + Duration::seconds(86_399), passed: midnight }
    }

    /// What is known at a moment.
    pub const fn at(moment: NaiveDateTime) -> Self {
        Self { seen: moment, passed: moment }
    }
}

/// Everything that clocks are computed from.
#[derive(Debug, Clone)]
pub struct Timing<'a> {
    /// Which days are worked.
    pub calendar: &'a WorkCalendar,
    /// How limits are read.
    pub sla: &'a Sla,
    /// The duties that clauses of the contract promise.
    pub promised: Vec<ClockDuty>,
    /// The first arrival on site for each ticket.
    arrivals: HashMap<&'a str, &'a Filed<Visit>>,
    /// What is known.
    pub known: Known,
}

impl<'a> Timing<'a> {
    /// Readies the computation.
    pub fn new(contract: &'a Contract, book: &'a Book, calendar: &'a WorkCalendar, known: Known) -> Self {
        let promised = ClockDuty::ALL.iter().copied();
        let promised =
            promised.filter(|duty| contract.clauses.iter().any(|clause| clause.clock == Some(*duty)));
        Self {
            calendar,
            sla: &contract.sla,
            promised: promised.collect(),
            arrivals: arrivals(book, known),
            known,
        }
    }

    /// Every ticket that was received by then, with its clocks, in the order of the book.
    pub fn all(&self, book: &'a Book) -> Vec<Timed<'a>> {
        let seen = book.tickets.par_iter().filter(|ticket| ticket.record.received_at.0 <= self.known.seen);
        seen.map(|ticket| Timed { ticket, clocks: self.clocks(&ticket.record) }).collect()
    }

    /// The clocks of a ticket.
    pub fn clocks(&self, ticket: &'a Ticket) -> Vec<Clock<'a>> {
        let duties = self.promised.iter();
        duties.filter_map(|duty| self.clock(self.sla, ticket, *duty)).collect()
    }

    /// One clock of a ticket under a reading; `None` where the duty does not apply to the ticket.
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

    /// The parts of the time from the notice to the deadline or the stop, whichever is later, and whether they counted.
    pub fn spans(&self, sla: &'a Sla, ticket: &'a Ticket, clock: &Clock<'a>) -> Vec<Span<'a>> {
        let ends = [clock.deadline, clock.stop.map(|stop| stop.at)];
        let end = ends.into_iter().flatten().max().unwrap_or(self.known.seen);
        let (holds, _) = self.holds(sla, ticket);
        self.worktime(sla).spans(clock.start, end, clock.hours, &holds)
    }

    /// The arithmetic under a reading.
    pub fn worktime(&self, sla: &Sla) -> WorkTime<'a> {
        WorkTime { calendar: self.calendar, window: sla.response.window() }
    }

    /// The waits that stop this ticket's clocks, and whether one has no end yet.
    pub fn holds(&self, sla: &Sla, ticket: &Ticket) -> (Vec<Hold>, Option<NaiveDateTime>) {
        let counts = sla.customer_hold == CustomerHold::DocumentedOnly && ticket.hold_evidence.is_some();
        let Some(from) =
            ticket.hold_from.map(|from| from.0).filter(|from| counts && *from <= self.known.seen)
        else {
            return (Vec::new(), None);
        };
        match ticket.hold_to.map(|to| to.0).filter(|to| *to <= self.known.seen) {
            Some(to) if to > from => (vec![Hold { from, to }], None),
            Some(_) => (Vec::new(), None),
            None => (Vec::new(), Some(from)),
        }
    }

    fn seen(&self, moment: Option<crate::model::Moment>) -> Option<NaiveDateTime> {
        moment.map(|moment| moment.0).filter(|at| *at <= self.known.seen)
    }
}

fn arrivals(book: &Book, known: Known) -> HashMap<&str, &Filed<Visit>> {
    let mut first: HashMap<&str, &Filed<Visit>> = HashMap::new();
    for visit in book.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::OnSite) {
        let record = &visit.record;
        let Some(ticket) = record.ticket.as_deref().filter(|_| record.arrived_at.0 <= known.seen) else {
            continue;
        };
        let slot = first.entry(ticket).or_insert(visit);
        if record.arrived_at < slot.record.arrived_at {
            *slot = visit;
        }
    }
    first
}

/// One ticket under one reading.
struct Run<'a, 't> {
    timing: &'t Timing<'a>,
    sla: &'a Sla,
    ticket: &'a Ticket,
    worktime: WorkTime<'a>,
}

/// When a clock starts, and since which day that is a guess.
struct Start {
    at: NaiveDateTime,
    uncertain_from: Option<NaiveDate>,
}

impl<'a> Run<'a, '_> {
    fn received(&self) -> NaiveDateTime {
        self.ticket.received_at.0
    }

    fn response(&self) -> Option<Clock<'a>> {
        let rules = &self.sla.response;
        if !rules.applies_to.contains(&self.ticket.kind) {
            return None;
        }
        let hours = match rules.clock {
            ResponseClock::Elapsed => Hours::All,
            ResponseClock::WorkingHours => Hours::Window,
        };
        let stop = self.response_stop();
        let received = self.received();
        let (open, uncertain_from) = self.worktime.is_open(received);
        let start = match rules.outside_window {
            _ if open => Ok(Start { at: received, uncertain_from }),
            OutsideWindow::NextOpen => self
                .worktime
                .next_opening(received)
                .map(|due| Start { at: due.at, uncertain_from: uncertain_from.or(due.uncertain_from) }),
            OutsideWindow::Elapsed => {
                let due = self.due(received, rules.limit(), Hours::All);
                return Some(self.judged(
                    ClockDuty::Response,
                    received,
                    rules.limit(),
                    Hours::All,
                    stop,
                    due,
                ));
            }
            OutsideWindow::NotTimed => {
                let clock = self.clock(ClockDuty::Response, received, rules.limit(), hours, stop);
                return Some(Clock { verdict: ClockVerdict::NotApplicable, ..clock });
            }
        };
        let due = match &start {
            Ok(start) => self
                .due(start.at, rules.limit(), hours)
                .map(|due| due.after(Due { at: start.at, uncertain_from: start.uncertain_from })),
            Err(NoWorkday) => Err(NoWorkday),
        };
        let at = start.map_or(received, |start| start.at);
        Some(self.judged(ClockDuty::Response, at, rules.limit(), hours, stop, due))
    }

    /// A live pick-up is a response at that second; whoever has answered, or solved the matter, has responded too (A7).
    fn response_stop(&self) -> Option<Stop<'a>> {
        let stop = |moment, kind| self.timing.seen(moment).map(|at| Stop { at, kind, visit: None });
        let ticket = self.ticket;
        let person = stop(ticket.responded_at, StopKind::Response).or_else(|| {
            let inferred = [
                stop(ticket.answered_at, StopKind::Answer),
                stop(ticket.remote_resolved_at, StopKind::Remote),
                self.arrival(),
            ];
            earliest(inferred)
        });
        let machine = stop(ticket.auto_replied_at, StopKind::AutoReply);
        earliest([person, machine.filter(|_| self.sla.response.auto_reply_counts)])
    }

    fn onsite(&self) -> Option<Clock<'a>> {
        let rules = &self.sla.onsite;
        if !rules.applies_to.contains(&self.ticket.kind) {
            return None;
        }
        let start = match rules.start {
            OnsiteStart::Notice => self.received(),
            OnsiteStart::RemoteFailed => {
                self.timing.seen(self.ticket.remote_failed_at).unwrap_or_else(|| self.received())
            }
        };
        let hours = match rules.clock {
            OnsiteClock::Calendar => Hours::All,
            OnsiteClock::WorkingHours => Hours::Window,
        };
        let due = self.due(start, rules.limit(), hours);
        let stop = earliest([self.remote(), self.arrival()]);
        Some(self.judged(ClockDuty::Onsite, start, rules.limit(), hours, stop, due))
    }

    /// Solved by telephone or from outside: as told, or in the call itself (A11).
    fn remote(&self) -> Option<Stop<'a>> {
        let ticket = self.ticket;
        let in_the_call = ticket.answered_at.filter(|_| ticket.instant == YesNo::Yes);
        let at = self.timing.seen(ticket.remote_resolved_at.or(in_the_call))?;
        Some(Stop { at, kind: StopKind::Remote, visit: None })
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
        let born_urgent = is_urgent(self.sla, ticket);
        let raised = self.timing.seen(ticket.raised_at).filter(|_| !born_urgent);
        if urgent != (born_urgent || raised.is_some()) {
            return None;
        }
        let hours = match rules.clock {
            AnswerClock::Calendar => Hours::All,
            AnswerClock::WorkingDays => Hours::Workdays,
        };
        let start = match rules.start {
            AnswerStart::Received => self.received(),
            AnswerStart::Classified => {
                self.timing.seen(ticket.classified_at).unwrap_or_else(|| self.received())
            }
        };
        let due = match (raised, rules.reclass) {
            (None, _) if urgent => self.due(start, rules.urgent(), hours),
            (None, _) => self.due(start, rules.normal(), hours),
            (Some(_), Reclass::FromReceipt) => self.due(start, rules.urgent(), hours),
            (Some(raised), Reclass::MinOfBoth) => {
                let normal = self.due(start, rules.normal(), hours);
                let since = self.due(raised, rules.urgent(), hours);
                normal.and_then(|normal| Ok(normal.earlier(since?)))
            }
        };
        let answered = self.timing.seen(ticket.answered_at);
        let interim = self.timing.seen(ticket.interim_at).filter(|_| rules.interim_counts);
        let stop = |at, kind| Stop { at, kind, visit: None };
        let stop = earliest([
            answered.map(|at| stop(at, StopKind::Answer)),
            interim.map(|at| stop(at, StopKind::Interim)),
        ]);
        let (duty, limit) = if urgent {
            (ClockDuty::UrgentAnswer, rules.urgent())
        } else {
            (ClockDuty::NormalAnswer, rules.normal())
        };
        Some(self.judged(duty, start, limit, hours, stop, due))
    }

    fn due(&self, start: NaiveDateTime, limit: Duration, hours: Hours) -> Result<Due, NoWorkday> {
        let (holds, _) = self.timing.holds(self.sla, self.ticket);
        self.worktime.deadline(start, limit, hours, &holds)
    }

    const fn clock(
        &self,
        duty: ClockDuty,
        start: NaiveDateTime,
        limit: Duration,
        hours: Hours,
        stop: Option<Stop<'a>>,
    ) -> Clock<'a> {
        Clock {
            duty,
            received: self.ticket.received_at.0,
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

    fn judged(
        &self,
        duty: ClockDuty,
        start: NaiveDateTime,
        limit: Duration,
        hours: Hours,
        stop: Option<Stop<'a>>,
        due: Result<Due, NoWorkday>,
    ) -> Clock<'a> {
        let clock = self.clock(duty, start, limit, hours, stop);
        let backwards = stop.is_some_and(|stop| stop.at < self.received());
        let Ok(due) = due.map_err(|NoWorkday| ()) else {
            return Clock { verdict: ClockVerdict::Invalid, ..clock };
        };
        if backwards {
            return Clock { verdict: ClockVerdict::Invalid, ..clock };
        }
        let (_, waiting) = self.timing.holds(self.sla, self.ticket);
        if let Some(since) =
            waiting.filter(|since| *since <= due.at && stop.is_none_or(|stop| stop.at > due.at))
        {
            // The wait that the customer asked for has no end yet: neither has the clock.
            let stopped = stop.filter(|stop| stop.at <= since);
            return if stopped.is_some() { settled(clock, due, self.timing.known) } else { clock };
        }
        settled(clock, due, self.timing.known)
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
    // Whatever is announced, no deadline ends before the first day that it may change.
    let surely_met =
        |day: NaiveDate| clock.stop.is_some_and(|stop| stop.at.date() < day && plain == ClockVerdict::Met);
    match due.uncertain_from {
        Some(day) if plain != ClockVerdict::Running && !surely_met(day) => {
            Clock { deadline, verdict: ClockVerdict::Provisional, tentative: Some(plain), overrun, ..clock }
        }
        _ => Clock { deadline, verdict: plain, overrun, ..clock },
    }
}

fn earliest<const N: usize>(stops: [Option<Stop<'_>>; N]) -> Option<Stop<'_>> {
    stops.into_iter().flatten().min_by_key(|stop| stop.at)
}

/// Whether a ticket was urgent from the start (A15). What nobody asked counts as urgent.
pub fn is_urgent(sla: &Sla, ticket: &Ticket) -> bool {
    let hinders = ticket.affects_business != Impact::No;
    match sla.answer.urgent_rule {
        UrgentRule::AffectsBusiness => hinders,
        UrgentRule::Both => hinders && ticket.urgent != Some(YesNo::No),
    }
}

/// How many clocks came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attainment {
    /// Stopped in time.
    pub met: usize,
    /// Stopped too late.
    pub late: usize,
    /// Too late, and not stopped.
    pub late_open: usize,
    /// Still running: outside the rate.
    pub running: usize,
    /// Not decided for want of a calendar: outside the rate.
    pub provisional: usize,
    /// Records that contradict themselves: outside the rate.
    pub invalid: usize,
    /// Without a limit: outside the rate.
    pub not_applicable: usize,
}

impl Attainment {
    /// Counts clocks.
    pub fn of<'c, 'a: 'c>(clocks: impl IntoIterator<Item = &'c Clock<'a>>) -> Self {
        let mut sum = Self::default();
        for clock in clocks {
            *match clock.verdict {
                ClockVerdict::Met => &mut sum.met,
                ClockVerdict::Late => &mut sum.late,
                ClockVerdict::LateOpen => &mut sum.late_open,
                ClockVerdict::Running => &mut sum.running,
                ClockVerdict::Provisional => &mut sum.provisional,
                ClockVerdict::Invalid => &mut sum.invalid,
                ClockVerdict::NotApplicable => &mut sum.not_applicable,
            } += 1;
        }
        sum
    }

    /// The denominator of the rate: met and missed (A26).
    pub const fn decided(&self) -> usize {
        self.met + self.late + self.late_open
    }

    /// Limits missed.
    pub const fn missed(&self) -> usize {
        self.late + self.late_open
    }

    /// Every clock with this duty.
    pub const fn total(&self) -> usize {
        self.decided() + self.running + self.provisional + self.invalid + self.not_applicable
    }
}
