//! Working days as the State Council announced them.
//!
//! In: the calendar files. Out: [`WorkCalendar`]: for a day, worked or not, or unknown where no notice was filed for its year.
//! There is no fallback to Monday–Friday: a wrong guess would be printed as a fact.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{CalendarYear, DayKind, Filed};

/// The announced years.
#[derive(Debug, Clone, Default)]
pub struct WorkCalendar {
    years: BTreeMap<i32, BTreeMap<NaiveDate, DayKind>>,
}

impl WorkCalendar {
    /// Takes the calendar files in.
    pub fn new(files: &[Filed<CalendarYear>]) -> Self {
        let years = files.iter().map(|filed| {
            let days = filed.record.days.iter().map(|day| (day.date.0, day.kind));
            (filed.record.year, days.collect())
        });
        Self { years: years.collect() }
    }

    /// True if a notice was filed for this year.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// Whether a day is worked; `None` in a year without a notice.
    pub fn is_workday(&self, day: NaiveDate) -> Option<bool> {
        let special = self.years.get(&day.year())?;
        Some(match special.get(&day) {
            Some(kind) => *kind == DayKind::Workday,
            None => !is_weekend(day),
        })
    }

    /// How many days of a year are worked; `None` without a notice.
    pub fn workdays(&self, year: i32) -> Option<usize> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        self.knows(year).then(|| {
            first
                .iter_days()
                .take_while(|day| day.year() == year)
                .filter(|day| self.is_workday(*day) == Some(true))
                .count()
        })
    }
}

/// True on Saturdays and Sundays.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
