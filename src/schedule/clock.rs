//! The clock of a ticket: its duty, its deadline, the event that stopped it, and its verdict.
//!
//! In: the date of the run. Out: [`Clock`] with its verdict, the limits of what is [`Known`], and
//! [`Attainment`] over many clocks. [`timing`](super::timing) computes clocks; code that only
//! prints them needs no rule of the contract.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::worktime::Hours;
use crate::labels::labels;
use crate::model::{ClockDuty, Sourced, Ticket, Visit};

labels! {
    /// The verdict of a clock.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum ClockVerdict {
        /// Stopped within the limit, the limit itself included (A5).
        Met { word: "达标", id: "met" },
        /// Stopped after the limit.
        Late { word: "超时", id: "late" },
        /// The limit has passed, and nothing stopped the clock (A24).
        LateOpen { word: "超时未完成", id: "late-open" },
        /// Not stopped, and the limit has not passed.
        Running { word: "进行中", id: "running" },
        /// The verdict depends on a year without an official calendar.
        Provisional { word: "暂定", id: "provisional" },
        /// The record contradicts itself, or the calendar has no workday (A25).
        Invalid { word: "数据错误", id: "invalid" },
        /// The chosen interpretation of the contract sets no limit here.
        NotApplicable { word: "不适用", id: "not-applicable" },
    }
    /// The word that reports print.
    word,
    /// The name that style sheets and machine formats use.
    id
}

impl ClockVerdict {
    /// True if a limit was missed.
    pub const fn is_missed(self) -> bool {
        matches!(self, Self::Late | Self::LateOpen)
    }
}

labels! {
    /// The event that stopped a clock.
    pub enum StopKind {
        /// A person acknowledged the ticket and began to work on it.
        Response { id: "response", key: "responded_at" },
        /// A machine acknowledged the ticket.
        AutoReply { id: "auto-reply", key: "auto_replied_at" },
        /// Solved by telephone or remotely.
        Remote { id: "remote", key: "remote_resolved_at" },
        /// An engineer arrived.
        Arrival { id: "arrival", key: "arrived_at" },
        /// An answer reached the caller.
        Answer { id: "answer", key: "answered_at" },
        /// An interim report reached the caller.
        Interim { id: "interim", key: "interim_at" },
    }
    /// The key of its message.
    id,
    /// The ticket's key that records it; an arrival is recorded by a visit.
    key
}

/// The moment that stopped a clock.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a> {
    /// The time of the event.
    pub at: NaiveDateTime,
    /// The kind of the event.
    pub kind: StopKind,
    /// The visit that records an arrival.
    pub visit: Option<&'a Sourced<Visit>>,
}

/// One clock of a ticket.
#[derive(Debug, Clone, Copy)]
pub struct Clock<'a> {
    /// The duty that the clock measures.
    pub duty: ClockDuty,
    /// The time at which the notice took effect.
    pub received: NaiveDateTime,
    /// The time at which the clock began to run.
    pub start: NaiveDateTime,
    /// The time limit.
    pub limit: Duration,
    /// The hours that count.
    pub hours: Hours,
    /// The deadline; `None` if the record is wrong, the customer's wait has no end yet, or there is
    /// no limit.
    pub deadline: Option<NaiveDateTime>,
    /// The event that stopped it.
    pub stop: Option<Stop<'a>>,
    /// The verdict.
    pub verdict: ClockVerdict,
    /// For a provisional verdict: the verdict if only the statutory holidays are announced.
    pub tentative: Option<ClockVerdict>,
    /// The time after the deadline until it was stopped, or until the moment of the run.
    pub overrun: Option<Duration>,
}

/// A ticket with its clocks.
#[derive(Debug, Clone)]
pub struct Timed<'a> {
    /// The ticket.
    pub ticket: &'a Sourced<Ticket>,
    /// Its clocks, in the order of [`ClockDuty::ALL`]; empty for a repeated notice of the same
    /// fault.
    pub clocks: Vec<Clock<'a>>,
}

impl<'a> Timed<'a> {
    /// The clock of a duty.
    pub fn clock(&self, duty: ClockDuty) -> Option<&Clock<'a>> {
        self.clocks.iter().find(|clock| clock.duty == duty)
    }

    /// True if at least one limit was missed.
    pub fn is_missed(&self) -> bool {
        self.clocks.iter().any(|clock| clock.verdict.is_missed())
    }
}

/// The limits of what is known on the day of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Events after this moment are unknown.
    pub seen: NaiveDateTime,
    /// Deadlines before this moment have passed. A deadline on the day of the run has not: the day
    /// is not over.
    pub passed: NaiveDateTime,
}

impl Known {
    /// The limits for a day.
    pub fn on(day: NaiveDate) -> Self {
        let midnight = day.and_time(NaiveTime::MIN);
        Self { seen: midnight + Duration::seconds(86_399), passed: midnight }
    }

    /// The limits for a moment.
    pub const fn at(moment: NaiveDateTime) -> Self {
        Self { seen: moment, passed: moment }
    }
}

/// The number of clocks per verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attainment {
    /// Stopped in time.
    pub met: usize,
    /// Stopped too late.
    pub late: usize,
    /// Not stopped after the deadline.
    pub late_open: usize,
    /// Still running: not part of the rate.
    pub running: usize,
    /// Undecided without an official calendar: not part of the rate.
    pub provisional: usize,
    /// Contradictory records: not part of the rate.
    pub invalid: usize,
    /// Without a limit: not part of the rate.
    pub not_applicable: usize,
}

impl Attainment {
    /// Counts the verdicts of clocks.
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

    /// The denominator of the rate: limits met and missed (A26).
    pub const fn decided(&self) -> usize {
        self.met + self.late + self.late_open
    }

    /// The number of missed limits.
    pub const fn missed(&self) -> usize {
        self.late + self.late_open
    }

    /// The number of all clocks with this duty.
    pub const fn total(&self) -> usize {
        self.decided() + self.running + self.provisional + self.invalid + self.not_applicable
    }
}
