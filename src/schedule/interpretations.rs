//! Alternative interpretations of the contract's time limits, and where they would change a
//! verdict.
//!
//! In: a judged clock. Out: the same clock under each other interpretation of `domain.md` §5 that
//! changes its verdict from met to missed or the other way round. If two interpretations disagree,
//! the report must not pretend that there is only one.

use super::clock::{Clock, ClockVerdict, Timed};
use super::timing::Timing;
use crate::model::{
    AnswerClock, AnswerStart, ClockDuty, OnsiteClock, OnsiteStart, OutsideWindow, Reclass,
    ResponseClock, Sla, Ticket, UrgentRule,
};

/// An interpretation: one key of the contract file with another value.
#[derive(Clone, Copy)]
pub struct Interpretation {
    /// The key, such as `response.clock`.
    pub key: &'static str,
    /// The value, as the contract file would write it.
    pub value: &'static str,
    /// The duties that it can change.
    duties: &'static [ClockDuty],
    apply: fn(&mut Sla),
}

const RESPONSE: &[ClockDuty] = &[ClockDuty::Response];
const ONSITE: &[ClockDuty] = &[ClockDuty::Onsite];
const ANSWER: &[ClockDuty] = &[ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer];

macro_rules! reading {
    ($duties:ident, $key:literal, $value:expr, $group:ident.$field:ident) => {
        Interpretation {
            key: $key,
            value: $value.word(),
            duties: $duties,
            apply: |sla| sla.$group.$field = $value,
        }
    };
}

/// Every value of every key whose meaning is open to interpretation.
const INTERPRETATIONS: &[Interpretation] = &[
    reading!(RESPONSE, "response.clock", ResponseClock::Elapsed, response.clock),
    reading!(RESPONSE, "response.clock", ResponseClock::WorkingHours, response.clock),
    reading!(RESPONSE, "response.outside_window", OutsideWindow::NextOpen, response.outside_window),
    reading!(RESPONSE, "response.outside_window", OutsideWindow::Elapsed, response.outside_window),
    reading!(ONSITE, "onsite.start", OnsiteStart::Notice, onsite.start),
    reading!(ONSITE, "onsite.start", OnsiteStart::RemoteFailed, onsite.start),
    reading!(ONSITE, "onsite.clock", OnsiteClock::Calendar, onsite.clock),
    reading!(ONSITE, "onsite.clock", OnsiteClock::WorkingHours, onsite.clock),
    reading!(ANSWER, "answer.start", AnswerStart::Received, answer.start),
    reading!(ANSWER, "answer.start", AnswerStart::Classified, answer.start),
    reading!(ANSWER, "answer.clock", AnswerClock::Calendar, answer.clock),
    reading!(ANSWER, "answer.clock", AnswerClock::WorkingDays, answer.clock),
    reading!(ANSWER, "answer.urgent_rule", UrgentRule::AffectsBusiness, answer.urgent_rule),
    reading!(ANSWER, "answer.urgent_rule", UrgentRule::Both, answer.urgent_rule),
    reading!(ANSWER, "answer.reclass", Reclass::MinOfBoth, answer.reclass),
    reading!(ANSWER, "answer.reclass", Reclass::FromReceipt, answer.reclass),
];

/// The contract's limits under every interpretation except the chosen one.
#[derive(Clone)]
pub struct AlternativeInterpretations {
    list: Vec<(Interpretation, Sla)>,
}

/// A clock under another interpretation.
#[derive(Clone, Copy)]
pub struct AlternativeClock<'a> {
    /// The interpretation.
    pub reading: Interpretation,
    /// The limits under this interpretation.
    pub sla: &'a Sla,
    /// The clock under this interpretation; `None` if the duty does not apply.
    pub clock: Option<Clock<'a>>,
}

impl AlternativeInterpretations {
    /// Prepares the alternative interpretations of a contract's limits.
    pub fn new(sla: &Sla) -> Self {
        let list = INTERPRETATIONS.iter().filter_map(|reading| {
            let mut other = sla.clone();
            (reading.apply)(&mut other);
            (other != *sla).then_some((*reading, other))
        });
        Self { list: list.collect() }
    }

    /// A clock of a ticket under every other interpretation of its duty.
    pub fn of<'a>(
        &'a self,
        timing: &Timing<'a>,
        ticket: &'a Ticket,
        clock: &Clock<'a>,
    ) -> Vec<AlternativeClock<'a>> {
        let list = self.list.iter().filter(|(reading, _)| reading.duties.contains(&clock.duty));
        let other = |(reading, sla): &'a (Interpretation, Sla)| AlternativeClock {
            reading: *reading,
            sla,
            clock: same_duty(timing, sla, ticket, clock.duty),
        };
        list.map(other).collect()
    }

    /// The interpretations that reverse a clock's verdict from missed to met, or from met to
    /// missed.
    pub fn disagreeing<'a>(
        &'a self,
        timing: &Timing<'a>,
        timed: &Timed<'a>,
        clock: &Clock<'a>,
    ) -> Vec<AlternativeClock<'a>> {
        if is_beyond_dispute(timing, clock) {
            return Vec::new();
        }
        let mut others = self.of(timing, &timed.ticket.record, clock);
        others.retain(|other| {
            other.clock.is_some_and(|other| disagree(clock.verdict, other.verdict))
        });
        others
    }
}

/// The clock of the same duty; an urgent question may be a normal one under another interpretation,
/// and the other way round.
fn same_duty<'a>(
    timing: &Timing<'a>,
    sla: &'a Sla,
    ticket: &'a Ticket,
    duty: ClockDuty,
) -> Option<Clock<'a>> {
    let duties = if ANSWER.contains(&duty) { ANSWER } else { &[duty] };
    let promised = duties.iter().filter(|duty| timing.promised.contains(duty));
    promised.filter_map(|duty| timing.clock(sla, ticket, *duty)).next()
}

/// True if the clock was stopped within the shortest limit after the notice itself: it is met under
/// every interpretation.
fn is_beyond_dispute(timing: &Timing<'_>, clock: &Clock<'_>) -> bool {
    let shortest = match clock.duty {
        ClockDuty::Response => timing.sla.response.limit(),
        ClockDuty::Onsite => timing.sla.onsite.limit(),
        ClockDuty::UrgentAnswer | ClockDuty::NormalAnswer => {
            timing.sla.answer.urgent().min(timing.sla.answer.normal())
        }
    };
    let in_time = clock.stop.is_some_and(|stop| stop.at - clock.received <= shortest);
    in_time && clock.verdict == ClockVerdict::Met
}

const fn disagree(one: ClockVerdict, other: ClockVerdict) -> bool {
    matches!(
        (one, other),
        (ClockVerdict::Met, ClockVerdict::Late | ClockVerdict::LateOpen)
            | (ClockVerdict::Late | ClockVerdict::LateOpen, ClockVerdict::Met)
    )
}
