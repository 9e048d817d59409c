//! Working days as the State Council announced them.
//!
//! In: the calendar files, and the contract's own days off and workdays. Out: [`WorkCalendar`],
//! which tells for a day whether it is a workday and why. A year without an official notice has
//! provisional answers from weekends and statutory holidays, which are marked as such: reports
//! would print a wrong guess as a fact.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{CalendarRules, CalendarYear, DayKind, Sourced};

/// The announced years.
#[derive(Debug, Clone, Default)]
pub struct WorkCalendar {
    years: BTreeMap<i32, Year>,
    /// Days off and workdays that the contract adds.
    extra: BTreeMap<NaiveDate, DayKind>,
}

#[derive(Debug, Clone)]
struct Year {
    announced: bool,
    days: BTreeMap<NaiveDate, (DayKind, String)>,
}

/// Whether a day is a workday, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStatus<'a> {
    /// True if the day is a workday.
    pub worked: bool,
    /// True if a notice or the contract states it; otherwise it is a guess.
    pub certain: bool,
    /// The reason.
    pub why: DayReason<'a>,
}

/// The reason why a day is a workday or a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayReason<'a> {
    /// Monday to Friday, without another rule.
    Weekday,
    /// Saturday or Sunday, without another rule.
    Weekend,
    /// Announced as a day off, for this festival.
    Holiday(&'a str),
    /// Announced as a workday (调休), for this festival.
    MakeUp(&'a str),
    /// A day off by the contract's own list.
    ExtraHoliday,
    /// A workday by the contract's own list.
    ExtraWorkday,
}

impl WorkCalendar {
    /// Combines the calendar files with the contract's own days.
    pub fn new(files: &[Sourced<CalendarYear>], rules: &CalendarRules) -> Self {
        let years = files.iter().map(|sourced| {
            let days =
                sourced.record.days.iter().map(|day| (day.date.0, (day.kind, day.name.clone())));
            (
                sourced.record.year,
                Year { announced: !sourced.record.provisional, days: days.collect() },
            )
        });
        let off = rules.extra_holidays.iter().map(|day| (day.0, DayKind::Holiday));
        let worked = rules.extra_workdays.iter().map(|day| (day.0, DayKind::Workday));
        Self { years: years.collect(), extra: off.chain(worked).collect() }
    }

    /// True if there is an official notice for this year.
    pub fn knows(&self, year: i32) -> bool {
        self.years.get(&year).is_some_and(|year| year.announced)
    }

    /// The status of a day, as far as it is known.
    pub fn status(&self, day: NaiveDate) -> DayStatus<'_> {
        if let Some(kind) = self.extra.get(&day) {
            let worked = *kind == DayKind::Workday;
            let why = if worked { DayReason::ExtraWorkday } else { DayReason::ExtraHoliday };
            return DayStatus { worked, certain: true, why };
        }
        let year = self.years.get(&day.year());
        let certain = year.is_some_and(|year| year.announced);
        let (worked, why) = match year.and_then(|year| year.days.get(&day)) {
            Some((DayKind::Holiday, name)) => (false, DayReason::Holiday(name)),
            Some((DayKind::Workday, name)) => (true, DayReason::MakeUp(name)),
            None if is_weekend(day) => (false, DayReason::Weekend),
            None => (true, DayReason::Weekday),
        };
        DayStatus { worked, certain, why }
    }

    /// True if a day is a workday; `None` in a year without a notice.
    pub fn is_workday(&self, day: NaiveDate) -> Option<bool> {
        let status = self.status(day);
        status.certain.then_some(status.worked)
    }

    /// The number of workdays of a year; `None` without a notice.
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
