//! `calendar-missing`: a year of the term has no announced calendar.

use chrono::Datelike;

use super::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A year whose workdays are unknown.
pub(super) const RULE: Rule = Rule::data("calendar-missing");

/// A year that has not begun may not have been announced yet, and a provisional file says so itself.
const NOT_YET: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Reports each year of the term without a calendar file, or with a provisional one.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    let last = term.to.0.year();
    for year in term.from.0.year()..=last {
        if context.calendar.knows(year) || context.book.is_faulty("calendar", &year.to_string()) {
            continue;
        }
        let mut calendars = context.book.calendars.iter();
        // A file of this name that says another year has been reported.
        if let Some(filed) =
            calendars.find(|calendar| context.stem(&calendar.place) == year.to_string())
        {
            if filed.record.provisional && filed.record.year == year {
                let said = NOT_YET.at(filed.at("provisional")).variant("provisional");
                found.push(said.record(year.to_string()).arg("year", year.to_string()));
            }
            continue;
        }
        let rule = if is_missing(context, year) { RULE } else { NOT_YET };
        let place = context.contract.at("term").at(if year == last { "to" } else { "from" });
        let said = rule.at(place).record(year.to_string()).arg("year", year.to_string());
        found.push(if rule == NOT_YET { said.variant("not-yet") } else { said });
    }
}

/// True if a year of the term has begun and nobody filed anything for it.
pub(super) fn is_missing(context: &Context<'_>, year: i32) -> bool {
    let term = context.contract.record.term;
    let of_term = (term.from.0.year()..=term.to.0.year()).contains(&year);
    let filed = context.book.calendars.iter().any(|calendar| calendar.record.year == year);
    of_term && year <= context.as_of.year() && !filed
}
