//! `urgent-unknown`: nobody asked whether a matter hinders work, so that it is timed as an urgent one.

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{ClockDuty, Impact, UrgentRule};

/// An urgency that was assumed.
///
/// Only a warning: the clock is judged by the stricter limit, which is never wrong in the vendor's favour.
pub(super) const RULE: Rule = Rule::new("urgent-unknown", Family::Data, Severity::Warning);

/// Looks at every ticket with the clock of urgent answers.
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
