//! `urgent-unknown`: a ticket does not state whether the problem blocks work, so its clock counts
//! as urgent.

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{ClockDuty, Impact, UrgentRule};

/// An assumed urgency.
///
/// Only a warning: the stricter limit applies, which never favours the vendor.
pub(super) const RULE: Rule = Rule::new("urgent-unknown", Family::Data, Severity::Warning);

/// Checks every ticket with the clock of urgent answers.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let both = context.contract.record.sla.answer.urgent_rule == UrgentRule::Both;
    for timed in &context.service.timed {
        let (ticket, record) = (timed.ticket, &timed.ticket.record);
        if timed.clock(ClockDuty::UrgentAnswer).is_none() {
            continue;
        }
        let diagnostic = match record.affects_business {
            Impact::Unknown => RULE.at(ticket.at("affects_business")),
            Impact::Yes if both && record.urgent.is_none() => {
                RULE.at(ticket.at("urgent")).variant("both")
            }
            Impact::Yes | Impact::No => continue,
        };
        let clause = clauses::of_clock(context, ClockDuty::UrgentAnswer, record.channel);
        found.push(clauses::pointed(diagnostic.record(record.id.as_str()), context, clause));
    }
}
