//! `still-open-past-deadline`: a time limit has passed, and its clock was not stopped.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::ClockVerdict;

/// A clock that still runs after its deadline.
pub(super) const RULE: Rule = Rule::service("still-open-past-deadline");

/// Reports every such clock once.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (timed, clock, clause) in clocks::judged(context) {
        if clock.verdict == ClockVerdict::LateOpen {
            let diagnostic = RULE.at(timed.ticket.at("received_at"));
            let diagnostic =
                clocks::diagnostic_at(context, diagnostic, timed.ticket, clock, clause);
            found.push(diagnostic.arg("today", context.as_of.to_string()));
        }
    }
}
