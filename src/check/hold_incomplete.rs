//! `hold-incomplete`: a wait that the customer requested is recorded incompletely, so that it stops
//! no clock.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Sourced, Ticket};

/// A wait without the required details.
pub(super) const RULE: Rule = Rule::data("hold-incomplete");

/// Checks the four keys of every ticket's wait.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for ticket in &context.records.tickets {
        found.extend(without_start(ticket));
        found.extend(without_proof(ticket));
        found.extend(backwards(ticket));
    }
}

fn without_start(ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    if record.hold_from.is_some() {
        return None;
    }
    let given = [
        ("hold_to", record.hold_to.is_some()),
        ("hold_reason", !texts::is_blank(record.hold_reason.as_deref())),
        ("hold_evidence", !texts::is_blank(record.hold_evidence.as_deref())),
    ];
    let (key, _) = given.into_iter().find(|(_, is_given)| *is_given)?;
    Some(RULE.at(ticket.at(key)).variant("from").record(record.id.as_str()).arg("key", key))
}

fn without_proof(ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    record.hold_from?;
    let diagnostic = || RULE.at(ticket.at("hold_from")).record(record.id.as_str());
    let reason = texts::is_blank(record.hold_reason.as_deref());
    let evidence = texts::is_blank(record.hold_evidence.as_deref());
    match (reason, evidence) {
        (_, true) => Some(diagnostic().arg("missing", if reason { "both" } else { "evidence" })),
        (true, false) => Some(diagnostic().variant("reason")),
        (false, false) => None,
    }
}

fn backwards(ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    let (from, to) = record.hold_from.zip(record.hold_to).filter(|(from, to)| to <= from)?;
    let diagnostic = RULE.at(ticket.at("hold_to")).variant("order").record(record.id.as_str());
    let diagnostic = diagnostic.arg("from", from.to_string()).arg("to", to.to_string());
    Some(diagnostic.related("earlier", ticket.at("hold_from")))
}
