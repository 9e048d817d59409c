//! `calendar-implausible`: a calendar file that cannot match an official notice.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{CalendarYear, DayKind, Sourced};

/// A calendar file with a typing error.
pub(super) const RULE: Rule = Rule::data("calendar-implausible");

/// A notice may be amended during its year, so a late date is only a note.
const LATE: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Note);

/// Years since 2008 had 248 to 252 workdays; the range leaves room for other arrangements.
const PLAUSIBLE: std::ops::RangeInclusive<usize> = 245..=256;

/// Checks the days of each calendar, then the year as a whole.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    // A year that differs from the file name is already reported; every day would be an error.
    let named = |calendar: &&Sourced<CalendarYear>| {
        context.stem(&calendar.location) == calendar.record.year.to_string()
    };
    for calendar in context.records.calendars.iter().filter(named) {
        days(calendar, found);
        year(context, calendar, found);
    }
}

fn days(calendar: &Sourced<CalendarYear>, found: &mut Diagnostics) {
    let year = calendar.record.year;
    let mut first = BTreeMap::new();
    for (at, day) in calendar.record.days.iter().enumerate() {
        let location = calendar.at("days").at(at);
        let say = |key: &str| {
            RULE.at(location.at(key)).record(year.to_string()).arg("day", day.date.to_string())
        };
        if day.date.0.year() != year {
            found.push(say("date").arg("year", year.to_string()));
        } else if let Some(known) = first.get(&day.date) {
            found.push(say("date").variant("twice").related("first", place_of(calendar, *known)));
        } else if day.kind == DayKind::Workday && !is_weekend(day.date.0) {
            found.push(say("kind").variant("ordinary"));
        }
        first.entry(day.date).or_insert(at);
    }
}

fn place_of(calendar: &Sourced<CalendarYear>, at: usize) -> crate::source::Location {
    calendar.at("days").at(at).at("date")
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn year(context: &Context<'_>, calendar: &Sourced<CalendarYear>, found: &mut Diagnostics) {
    let year = calendar.record.year;
    let diagnostic = |rule: Rule, key: &str| {
        rule.at(calendar.at(key)).record(year.to_string()).arg("year", year.to_string())
    };
    let workdays = context.calendar.workdays(year);
    // A year without workdays is reported separately: the contract's additional days off may be the
    // cause.
    if let Some(count) = workdays.filter(|count| *count > 0 && !PLAUSIBLE.contains(count)) {
        let diagnostic = diagnostic(RULE, "year").variant("workdays").arg("count", count);
        found.push(diagnostic.arg("least", *PLAUSIBLE.start()).arg("most", *PLAUSIBLE.end()));
    }
    match calendar.record.issued_on {
        Some(day) if day.0.year() >= year => {
            found.push(
                diagnostic(LATE, "issued_on").variant("issued-late").arg("day", day.to_string()),
            );
        }
        None if !calendar.record.provisional => {
            found.push(diagnostic(RULE, "notice").variant("not-issued"));
        }
        _ => {}
    }
}
