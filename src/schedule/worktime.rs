//! Time that counts: where a limit ends, how much of a span was used, and why the rest did not count.
//!
//! In: a calendar, a daily window, and spans in which the clock stands. Out: deadlines and measures that agree with one another:
//! the measure from a start to its deadline is the limit, for every calendar. A calendar without any workday is an error, never
//! an endless search.

use chrono::{Days, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::calendar::{DayReason, WorkCalendar};

/// So many days in a row without time that counts are looked at; no calendar of people rests so long.
const LONGEST_REST: usize = 800;

/// So many days, a century, are looked at in all; no limit of a contract is longer.
const LONGEST_SEARCH: usize = 36_525;

/// Which hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// All of them, nights and holidays too.
    All,
    /// All hours of workdays.
    Workdays,
    /// The daily window on workdays.
    Window,
}

/// A span in which a clock stands still: a wait that the customer asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Its start.
    pub from: NaiveDateTime,
    /// Its end, not before its start.
    pub to: NaiveDateTime,
}

/// No day of the calendar is worked, or too few are, as far as the search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoWorkday;

/// A moment that was found, and whether the calendar was known all the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The moment.
    pub at: NaiveDateTime,
    /// The first day looked at whose year has no notice.
    pub uncertain_from: Option<NaiveDate>,
}

impl Due {
    /// The earlier of two. Neither ends before its first uncertain day: one that ends before that of the other stands.
    #[must_use]
    pub fn earlier(self, other: Self) -> Self {
        let at = self.at.min(other.at);
        let uncertain_from = first(self.uncertain_from, other.uncertain_from);
        Self { at, uncertain_from: uncertain_from.filter(|day| *day <= at.date()) }
    }

    /// The same moment, uncertain also where an earlier step was.
    #[must_use]
    pub fn after(self, before: Self) -> Self {
        Self { uncertain_from: first(self.uncertain_from, before.uncertain_from), ..self }
    }
}

fn first(left: Option<NaiveDate>, right: Option<NaiveDate>) -> Option<NaiveDate> {
    [left, right].into_iter().flatten().min()
}

/// A part of a day that counted, or did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    /// Its start.
    pub from: NaiveDateTime,
    /// Its end; midnight belongs to the next day.
    pub to: NaiveDateTime,
    /// Why it counted or not.
    pub why: SpanReason<'a>,
}

/// Why a part of a day counted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanReason<'a> {
    /// It counted; on such a day.
    Counted(DayReason<'a>),
    /// The day is not worked.
    DayOff(DayReason<'a>),
    /// The window is closed.
    OutsideWindow,
    /// The customer asked to wait.
    Held,
}

impl Span<'_> {
    /// True if it counted.
    pub const fn is_counted(&self) -> bool {
        matches!(self.why, SpanReason::Counted(_))
    }
}

/// Arithmetic of time that counts.
#[derive(Debug, Clone, Copy)]
pub struct WorkTime<'a> {
    /// Which days are worked.
    pub calendar: &'a WorkCalendar,
    /// First and last moment of the daily window.
    pub window: (NaiveTime, NaiveTime),
}

impl<'a> WorkTime<'a> {
    /// True if a moment lies in the window of a workday, both ends included; and the day, if that hangs on a day whose year
    /// has no notice.
    pub fn is_open(&self, at: NaiveDateTime) -> (bool, Option<NaiveDate>) {
        let status = self.calendar.status(at.date());
        let inside = (self.window.0..=self.window.1).contains(&at.time());
        (status.worked && inside, (inside && !status.certain).then(|| at.date()))
    }

    /// The next moment at which the window opens, behind a moment at which it is closed.
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

    /// How much time counted between two moments.
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
                    // A holiday of a week is one span.
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

    /// The parts of a day that count, in order, and whether the calendar is known for it (or not asked).
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
        // A window that closes before it opens is none.
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

/// What a hold leaves of a part: at most a piece before it and a piece behind it.
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
