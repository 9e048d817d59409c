//! `still-open-past-deadline`: a limit has passed, and nothing stopped its clock.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::ClockVerdict;

/// Something that somebody still waits for.
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
