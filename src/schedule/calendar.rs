//! Working days as the State Council announced them.
//!
//! In: the calendar files, and the contract's own days off and worked. Out: [`WorkCalendar`]: for a day, worked or not and why,
//! or unknown where no notice was filed for its year. An unknown year has a provisional answer, from weekends and statutory
//! days, that says of itself that it is one: a wrong guess would be printed as a fact.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::{CalendarRules, CalendarYear, DayKind, Sourced};

/// The announced years.
#[derive(Debug, Clone, Default)]
pub struct WorkCalendar {
    years: BTreeMap<i32, Year>,
    /// Days that the contract adds.
    extra: BTreeMap<NaiveDate, DayKind>,
}

#[derive(Debug, Clone)]
struct Year {
    announced: bool,
    days: BTreeMap<NaiveDate, (DayKind, String)>,
}

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStatus<'a> {
    /// Whether it is worked.
    pub worked: bool,
    /// Whether a notice or the contract says so; a guess otherwise.
    pub certain: bool,
    /// Why.
    pub why: DayReason<'a>,
}

/// Why a day is worked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayReason<'a> {
    /// Monday to Friday, and nothing else said.
    Weekday,
    /// Saturday or Sunday, and nothing else said.
    Weekend,
    /// Announced as off, for this festival.
    Holiday(&'a str),
    /// Announced as worked (调休), for this festival.
    MakeUp(&'a str),
    /// Off by the contract's own list.
    ExtraHoliday,
    /// Worked by the contract's own list.
    ExtraWorkday,
}

impl WorkCalendar {
    /// Takes the calendar files and the contract's own days in.
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

    /// True if a notice was filed for this year.
    pub fn knows(&self, year: i32) -> bool {
        self.years.get(&year).is_some_and(|year| year.announced)
    }

    /// What a day is, as far as that is known.
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

    /// Whether a day is worked; `None` in a year without a notice.
    pub fn is_workday(&self, day: NaiveDate) -> Option<bool> {
        let status = self.status(day);
        status.certain.then_some(status.worked)
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
