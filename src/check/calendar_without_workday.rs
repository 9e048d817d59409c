//! `calendar-without-workday`: the days off leave no workday in a year.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::Location;

/// A year without workdays.
pub(super) const RULE: Rule = Rule::data("calendar-without-workday");

/// Searches for a workday in each year of the term, and in each other year that has a calendar.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    let sourced = context.records.calendars.iter().map(|calendar| calendar.record.year);
    let years: BTreeSet<i32> = (term.from.0.year()..=term.to.0.year()).chain(sourced).collect();
    for year in years {
        if !days(year).any(|day| context.calendar.status(day).worked) {
            let diagnostic = RULE.at(location(context, year)).record(year.to_string());
            found.push(diagnostic.arg("year", year.to_string()));
        }
    }
}

fn days(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    first.into_iter().flat_map(|first| first.iter_days()).take_while(move |day| day.year() == year)
}

/// The location of the days off that the contract adds to the year, otherwise of the year's own
/// file.
fn location(context: &Context<'_>, year: i32) -> Location {
    let extra = &context.contract.record.calendar.extra_holidays;
    let own = context.records.calendars.iter().find(|calendar| calendar.record.year == year);
    match own {
        Some(calendar) if extra.iter().all(|day| day.0.year() != year) => calendar.at("year"),
        _ => context.contract.at("calendar").at("extra_holidays"),
    }
}
