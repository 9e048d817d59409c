//! `ticket-without-outcome`: a ticket is closed or settled, but its outcome is not recorded.

use chrono::Days;

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Sourced, Ticket, YesNo};

/// A closed or settled ticket without an outcome.
pub(super) const RULE: Rule = Rule::data("ticket-without-outcome");

/// The time after an answer within which the way of settlement must be recorded.
const PATIENCE: Days = Days::new(30);

/// Checks every ticket. The outcome of a repeated notice is recorded in the first notice.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for ticket in &context.records.tickets {
        if ticket.record.first_notice.is_none() {
            found.extend(closed(ticket).or_else(|| settled(context, ticket)));
        }
        found.extend(instant(ticket));
    }
}

fn closed(ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    let closed = record.closed_at?;
    let diagnostic =
        || RULE.at(ticket.at("closed_at")).record(record.id.as_str()).arg("at", closed.to_string());
    match (record.resolution, texts::is_blank(record.answer.as_deref())) {
        (None, true) => Some(diagnostic()),
        (None, false) => Some(diagnostic().variant("resolution")),
        (Some(_), true) => Some(diagnostic().variant("answer")),
        (Some(_), false) => None,
    }
}

fn settled(context: &Context<'_>, ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    let (key, at) = match (record.remote_resolved_at, record.answered_at) {
        (Some(at), _) => ("remote_resolved_at", at),
        (None, at) => ("answered_at", at?),
    };
    let open = record.closed_at.is_none() && record.resolution.is_none();
    let long_ago = at.day().checked_add_days(PATIENCE).is_some_and(|day| day < context.as_of);
    let diagnostic = || RULE.at(ticket.at(key)).variant("settled").record(record.id.as_str());
    (open && long_ago).then(|| diagnostic().arg("at", at.to_string()))
}

/// Reports an answer in the same call without its time, which must be known.
fn instant(ticket: &Sourced<Ticket>) -> Option<Diagnostic> {
    let record = &ticket.record;
    let lacks = record.instant == YesNo::Yes && record.answered_at.is_none();
    lacks.then(|| RULE.at(ticket.at("instant")).variant("instant").record(record.id.as_str()))
}
