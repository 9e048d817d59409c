//! `still-open-past-deadline`: a limit has passed, and nothing stopped its clock.

use super::{Context, clocks};
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::ClockVerdict;

/// Something that somebody still waits for.
pub(super) const RULE: Rule = Rule::service("still-open-past-deadline");

/// Reports every such clock once.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (timed, clock, clause) in clocks::judged(context) {
        if clock.verdict == ClockVerdict::LateOpen {
            let said = RULE.at(timed.ticket.at("received_at"));
            let said = clocks::said_of(context, said, timed.ticket, clock, clause);
            found.push(said.arg("today", context.as_of.to_string()));
        }
    }
}
