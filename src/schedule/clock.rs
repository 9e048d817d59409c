//! What a clock of a ticket is: its duty, its deadline, what stopped it, and how it came out.
//!
//! In: nothing but a day. Out: [`Clock`] and its verdict, what is [`Known`], and [`Attainment`] over many clocks. How a clock is
//! computed stands in [`timing`](super::timing): who only prints clocks needs no rule of the contract.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::worktime::Hours;
use crate::labels::labels;
use crate::model::{ClockDuty, Sourced, Ticket, Visit};

labels! {
    /// How a clock came out.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum ClockVerdict {
        /// Stopped within the limit, the limit itself included (A5).
        Met { word: "达标", id: "met" },
        /// Stopped behind the limit.
        Late { word: "超时", id: "late" },
        /// The limit has passed, and nothing stopped the clock (A24).
        LateOpen { word: "超时未完成", id: "late-open" },
        /// Neither.
        Running { word: "进行中", id: "running" },
        /// A year's calendar that decides is not announced yet.
        Provisional { word: "暂定", id: "provisional" },
        /// The record contradicts itself, or the calendar has no workday (A25).
        Invalid { word: "数据错误", id: "invalid" },
        /// The reading of the contract gives no limit here.
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
    /// What stopped a clock.
    pub enum StopKind {
        /// A person acknowledged and began.
        Response { id: "response", key: "responded_at" },
        /// A machine acknowledged.
        AutoReply { id: "auto-reply", key: "auto_replied_at" },
        /// Solved by telephone or from outside.
        Remote { id: "remote", key: "remote_resolved_at" },
        /// An engineer arrived.
        Arrival { id: "arrival", key: "arrived_at" },
        /// An answer reached the caller.
        Answer { id: "answer", key: "answered_at" },
        /// Word of how it stands reached the caller.
        Interim { id: "interim", key: "interim_at" },
    }
    /// The name of its message.
    id,
    /// The key of the ticket that tells it; a visit tells arrival.
    key
}

/// The moment that stopped a clock.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'a> {
    /// When.
    pub at: NaiveDateTime,
    /// What.
    pub kind: StopKind,
    /// The visit that tells it, for an arrival.
    pub visit: Option<&'a Sourced<Visit>>,
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
    pub ticket: &'a Sourced<Ticket>,
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
