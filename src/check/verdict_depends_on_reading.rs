//! `verdict-depends-on-reading`: another interpretation of the contract would reverse a clock's
//! verdict.

use super::context::Context;
use super::{clauses, clocks};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::AlternativeClock;

/// A clock whose verdict depends on the interpretation of the contract.
pub(super) const RULE: Rule =
    Rule::new("verdict-depends-on-reading", Family::Service, Severity::Note);

/// Reports every such clock once, with the other interpretations and their deadlines.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if context.is_any_visit_stray() {
        // Such a visit may have stopped any clock earlier.
        return;
    }
    for (timed, clock, others) in context.service.disputed(&context.service.timed, context.others) {
        if !context.is_of_term(timed.ticket.record.received_at.day()) {
            continue;
        }
        let Some(clause) = clauses::of_clock(context, clock.duty, timed.ticket.record.channel)
        else {
            continue;
        };
        let Some(first) = others.first() else { continue };
        let diagnostic = RULE.at(timed.ticket.at("received_at"));
        let diagnostic = clocks::diagnostic_at(context, diagnostic, timed.ticket, clock, clause);
        let readings: Vec<_> = others.iter().map(reported).collect();
        found.push(
            diagnostic
                .arg("verdict", clock.verdict.word())
                .arg("other", first.clock.map_or("", |clock| clock.verdict.word()))
                .arg("readings", readings.join("；")),
        );
    }
}

/// An interpretation as the contract file would write it, with its deadline.
fn reported(other: &AlternativeClock<'_>) -> String {
    let deadline = other.clock.and_then(|clock| clock.deadline).map(clocks::stamp);
    format!(
        "sla.{}: {}（→{}）",
        other.reading.key,
        other.reading.value,
        deadline.unwrap_or_default()
    )
}
