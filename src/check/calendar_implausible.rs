//! `calendar-implausible`: a year's calendar that no notice can have announced.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{CalendarYear, DayKind, Sourced};

/// A calendar with a slip in it.
pub(super) const RULE: Rule = Rule::data("calendar-implausible");

/// A notice may be amended during its year, so a late one is only worth knowing.
const LATE: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Note);

/// Workdays a year has had since 2008: 248 to 252, with room for another arrangement.
const PLAUSIBLE: std::ops::RangeInclusive<usize> = 245..=256;

/// Looks at the days of each calendar, then at the year as a whole.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    // A year that is not its file's name has been reported, and would make every day of it a slip.
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
    // A year without any is reported on its own: the contract's further days off may be to blame.
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
            found.push(diagnostic(RULE, "notice").variant("not-issued"))
        }
        _ => {}
    }
}
