//! `verdict-provisional`: a clock's verdict is provisional, because the calendar of its year is not
//! announced.

use chrono::Datelike;

use super::context::Context;
use super::{calendar_missing, clocks};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::{Clock, ClockVerdict};

/// A clock whose verdict may change with the official notice.
pub(super) const RULE: Rule = Rule::new("verdict-provisional", Family::Service, Severity::Note);

/// Reports every such clock, unless the year's file is missing or faulty, which is reported
/// separately.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (timed, clock, clause) in clocks::judged(context) {
        let Some(tentative) =
            clock.tentative.filter(|_| clock.verdict == ClockVerdict::Provisional)
        else {
            continue;
        };
        let Some(year) = unknown_year(context, clock) else { continue };
        let is_reported = calendar_missing::is_missing(context, year)
            || context.records.is_faulty("calendar", &year.to_string());
        if !is_reported {
            let diagnostic = RULE.at(timed.ticket.at("received_at"));
            let diagnostic =
                clocks::diagnostic_at(context, diagnostic, timed.ticket, clock, clause);
            found.push(diagnostic.arg("year", year.to_string()).arg("tentative", tentative.word()));
        }
    }
}

/// The first year between ticket and deadline without an official notice.
fn unknown_year(context: &Context<'_>, clock: &Clock<'_>) -> Option<i32> {
    let last = clock.deadline.unwrap_or(clock.start).year();
    (clock.received.year()..=last).find(|year| !context.calendar.knows(*year))
}
