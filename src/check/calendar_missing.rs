//! `calendar-missing`: a year of the term has no announced calendar.

use chrono::Datelike;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A year whose workdays are unknown.
pub(super) const RULE: Rule = Rule::data("calendar-missing");

/// A warning only: the notice for a future year may not be published yet, and a provisional file is
/// marked as such.
const NOT_YET: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Reports each year of the term without a calendar file, or with a provisional one.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    let last = term.to.0.year();
    for year in term.from.0.year()..=last {
        if context.calendar.knows(year) || context.records.is_faulty("calendar", &year.to_string())
        {
            continue;
        }
        let mut calendars = context.records.calendars.iter();
        // A file of this name that states another year is already reported.
        if let Some(sourced) =
            calendars.find(|calendar| context.stem(&calendar.location) == year.to_string())
        {
            if sourced.record.provisional && sourced.record.year == year {
                let diagnostic = NOT_YET.at(sourced.at("provisional")).variant("provisional");
                found.push(diagnostic.record(year.to_string()).arg("year", year.to_string()));
            }
            continue;
        }
        let rule = if is_missing(context, year) { RULE } else { NOT_YET };
        let location = context.contract.at("term").at(if year == last { "to" } else { "from" });
        let diagnostic = rule.at(location).record(year.to_string()).arg("year", year.to_string());
        found.push(if rule == NOT_YET { diagnostic.variant("not-yet") } else { diagnostic });
    }
}

/// True if a year of the term has begun and there is no calendar file for it.
pub(super) fn is_missing(context: &Context<'_>, year: i32) -> bool {
    let term = context.contract.record.term;
    let of_term = (term.from.0.year()..=term.to.0.year()).contains(&year);
    let sourced = context.records.calendars.iter().any(|calendar| calendar.record.year == year);
    of_term && year <= context.as_of.year() && !sourced
}
