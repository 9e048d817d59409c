//! `calendar-missing`: a year of the term has no announced calendar.

use chrono::Datelike;

use super::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A year whose workdays are unknown.
pub(super) const RULE: Rule = Rule::data("calendar-missing");

/// A year that has not begun may not have been announced yet.
const NOT_YET: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Reports each year of the term without a calendar file.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    let last = term.to.0.year();
    for year in term.from.0.year()..=last {
        // A file of this name that says another year has been reported.
        let filed =
            context.book.calendars.iter().any(|calendar| context.stem(&calendar.place) == year.to_string());
        if filed || context.calendar.knows(year) || context.book.is_faulty("calendar", &year.to_string()) {
            continue;
        }
        let rule = if year > context.as_of.year() { NOT_YET } else { RULE };
        let place = context.contract.at("term").at(if year == last { "to" } else { "from" });
        let said = rule.at(place).record(year.to_string()).arg("year", year.to_string());
        found.push(if rule == NOT_YET { said.variant("not-yet") } else { said });
    }
}
