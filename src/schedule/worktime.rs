//! Working time: when a limit ends, how much of a span counted, and why the rest did not.
//!
//! In: a calendar, daily service hours, and spans in which the clock is paused. Out: deadlines and
//! measured times that are consistent: the time measured from a start to its deadline is the limit,
//! for every calendar. A calendar without workdays is an error, never an endless search.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::calendar::{DayReason, WorkCalendar};

/// The maximum number of consecutive days without counted time that a search covers; no real
/// calendar has a longer break.
const LONGEST_REST: usize = 800;

/// The maximum number of days, a century, that a search covers; no limit of a contract is longer.
const LONGEST_SEARCH: usize = 36_525;

/// The hours that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// All hours, including nights and holidays.
    All,
    /// All hours of workdays.
    Workdays,
    /// The service hours of workdays.
    Window,
}

/// A span in which a clock is paused: a wait that the customer requested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Its start.
    pub from: NaiveDateTime,
    /// Its end, not before its start.
    pub to: NaiveDateTime,
}

/// The calendar has no workdays, or too few, within the range of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoWorkday;

/// A computed moment, and whether it depends on a year without an official notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The moment.
    pub at: NaiveDateTime,
    /// The first day on the way whose year has no notice.
    pub uncertain_from: Option<NaiveDate>,
}

impl Due {
    /// The earlier of two. Days after it cannot change it, so only uncertain days up to it count.
    #[must_use]
    pub fn earlier(self, other: Self) -> Self {
        let at = self.at.min(other.at);
        let uncertain_from = first(self.uncertain_from, other.uncertain_from);
        Self { at, uncertain_from: uncertain_from.filter(|day| *day <= at.date()) }
    }

    /// The same moment, which also inherits the uncertainty of an earlier step.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        Self { uncertain_from: first(self.uncertain_from, before.uncertain_from), ..self }
    }
}

fn first(left: Option<NaiveDate>, right: Option<NaiveDate>) -> Option<NaiveDate> {
    [left, right].into_iter().flatten().min()
}

/// A part of a day that counted or did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    /// Its start.
    pub from: NaiveDateTime,
    /// Its end; midnight belongs to the next day.
    pub to: NaiveDateTime,
    /// Why it counted or not.
    pub why: SpanReason<'a>,
}

/// The reason why a part of a day counted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanReason<'a> {
    /// It counted, on a day of this kind.
    Counted(DayReason<'a>),
    /// The day is a day off.
    DayOff(DayReason<'a>),
    /// Outside service hours.
    OutsideWindow,
    /// The customer requested a wait.
    Held,
}

impl Span<'_> {
    /// True if it counted.
    pub const fn is_counted(&self) -> bool {
        matches!(self.why, SpanReason::Counted(_))
    }
}

/// Calculates with working time.
#[derive(Debug, Clone, Copy)]
pub struct WorkTime<'a> {
    /// The working calendar.
    pub calendar: &'a WorkCalendar,
    /// First and last moment of the daily service hours.
    pub window: (NaiveTime, NaiveTime),
}

impl<'a> WorkTime<'a> {
    /// True if a moment is within the service hours of a workday, both ends included. Also returns
    /// the day if the answer depends on a day whose year has no notice.
    pub fn is_open(&self, at: NaiveDateTime) -> (bool, Option<NaiveDate>) {
        let status = self.calendar.status(at.date());
        let inside = (self.window.0..=self.window.1).contains(&at.time());
        (status.worked && inside, (inside && !status.certain).then(|| at.date()))
    }

    /// The next start of service hours after a moment outside them.
    ///
    /// # Errors
    /// [`NoWorkday`].
    pub fn next_opening(&self, at: NaiveDateTime) -> Result<Due, NoWorkday> {
        let (opens, closes) = self.window;
        if closes < opens {
            return Err(NoWorkday);
        }
        let mut uncertain_from = None;
        for day in at.date().iter_days().take(LONGEST_REST) {
            let opening = day.and_time(opens);
            if opening <= at {
                continue;
            }
            let status = self.calendar.status(day);
            if !status.certain {
                uncertain_from = uncertain_from.or(Some(day));
            }
            if status.worked {
                return Ok(Due { at: opening, uncertain_from });
            }
        }
        Err(NoWorkday)
    }

    /// The earliest moment at which `limit` of counted time has passed since `start`.
    ///
    /// # Errors
    /// [`NoWorkday`].
    pub fn deadline(
        &self,
        start: NaiveDateTime,
        limit: Duration,
        hours: Hours,
        holds: &[Hold],
    ) -> Result<Due, NoWorkday> {
        if hours == Hours::All && holds.is_empty() {
            // The usual case, and the only one that needs no calendar.
            let at = start.checked_add_signed(limit).ok_or(NoWorkday)?;
            return Ok(Due { at, uncertain_from: None });
        }
        let mut left = limit;
        let mut uncertain_from = None;
        let mut rested = 0;
        for day in start.date().iter_days().take(LONGEST_SEARCH) {
            let (counted, certain) = self.counted(day, hours, holds);
            if !certain {
                uncertain_from = uncertain_from.or(Some(day));
            }
            rested += 1;
            for (from, to) in counted {
                let from = from.max(start);
                let length = to - from;
                if length >= left {
                    return Ok(Due { at: from + left, uncertain_from });
                }
                if length > Duration::zero() {
                    rested = 0;
                    left -= length;
                }
            }
            if rested >= LONGEST_REST && holds.iter().all(|hold| hold.to.date() < day) {
                break;
            }
        }
        Err(NoWorkday)
    }

    /// The counted time between two moments.
    pub fn measure(
        &self,
        start: NaiveDateTime,
        end: NaiveDateTime,
        hours: Hours,
        holds: &[Hold],
    ) -> Duration {
        let mut sum = Duration::zero();
        for day in start.date().iter_days().take_while(|day| *day <= end.date()) {
            let (counted, _) = self.counted(day, hours, holds);
            let parts = counted.into_iter().map(|(from, to)| to.min(end) - from.max(start));
            sum += parts.filter(|part| *part > Duration::zero()).sum();
        }
        sum
    }

    /// Every part of the time between two moments, in order, with the reason why it counted or not.
    pub fn spans(
        &self,
        start: NaiveDateTime,
        end: NaiveDateTime,
        hours: Hours,
        holds: &[Hold],
    ) -> Vec<Span<'a>> {
        let mut spans: Vec<Span<'a>> = Vec::new();
        for day in start.date().iter_days().take_while(|day| *day <= end.date()) {
            for span in self.day_spans(day, hours, holds) {
                let (from, to) = (span.from.max(start), span.to.min(end));
                if from >= to {
                    continue;
                }
                match spans.last_mut() {
                    // Merges consecutive days off: a holiday of a week is one span.
                    Some(last) if last.to == from && last.why == span.why => last.to = to,
                    _ => spans.push(Span { from, to, why: span.why }),
                }
            }
        }
        spans
    }

    fn day_spans(&self, day: NaiveDate, hours: Hours, holds: &[Hold]) -> Vec<Span<'a>> {
        let status = self.calendar.status(day);
        let (midnight, next) = bounds(day);
        let (counted, _) = self.counted(day, hours, holds);
        let mut spans = Vec::new();
        let mut at = midnight;
        let mut edges: Vec<_> = holds.iter().flat_map(|hold| [hold.from, hold.to]).collect();
        edges.extend(counted.iter().flat_map(|(from, to)| [*from, *to]));
        edges.push(next);
        edges.retain(|edge| (midnight..=next).contains(edge));
        edges.sort_unstable();
        for edge in edges {
            if edge <= at {
                continue;
            }
            let why = if counted.iter().any(|(from, to)| *from <= at && edge <= *to) {
                SpanReason::Counted(status.why)
            } else if holds.iter().any(|hold| hold.from <= at && edge <= hold.to) {
                SpanReason::Held
            } else if status.worked || hours == Hours::All {
                SpanReason::OutsideWindow
            } else {
                SpanReason::DayOff(status.why)
            };
            spans.push(Span { from: at, to: edge, why });
            at = edge;
        }
        spans
    }

    /// The parts of a day that count, in order, and whether the calendar is known for it or not
    /// needed.
    fn counted(
        &self,
        day: NaiveDate,
        hours: Hours,
        holds: &[Hold],
    ) -> (Vec<(NaiveDateTime, NaiveDateTime)>, bool) {
        let (midnight, next) = bounds(day);
        let (whole, certain) = match hours {
            Hours::All => (Some((midnight, next)), true),
            Hours::Workdays | Hours::Window => {
                let status = self.calendar.status(day);
                let window = match hours {
                    Hours::Window => (day.and_time(self.window.0), day.and_time(self.window.1)),
                    _ => (midnight, next),
                };
                (status.worked.then_some(window), status.certain)
            }
        };
        // Service hours that end before they begin are ignored.
        let mut parts: Vec<_> = whole.into_iter().filter(|(from, to)| from < to).collect();
        for hold in holds {
            parts = parts.into_iter().flat_map(|part| without(part, *hold)).collect();
        }
        (parts, certain)
    }
}

/// Midnight at the start of a day, and at its end.
fn bounds(day: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
    let midnight = day.and_time(NaiveTime::MIN);
    let next =
        day.checked_add_days(Days::new(1)).map_or(midnight, |next| next.and_time(NaiveTime::MIN));
    (midnight, next)
}

/// The rest of a part outside a hold: at most one piece before it and one after it.
fn without(
    (from, to): (NaiveDateTime, NaiveDateTime),
    hold: Hold,
) -> impl Iterator<Item = (NaiveDateTime, NaiveDateTime)> {
    let apart = hold.to <= hold.from || hold.to <= from || to <= hold.from;
    let pieces = if apart {
        [Some((from, to)), None]
    } else {
        [Some((from, hold.from)).filter(|(a, b)| a < b), Some((hold.to, to)).filter(|(a, b)| a < b)]
    };
    pieces.into_iter().flatten()
}
