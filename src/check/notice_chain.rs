//! `notice-chain`: a repeated notice of a fault does not refer directly to the first one.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Sourced, Ticket};

/// A `first_notice` that does not name the first notice.
pub(super) const RULE: Rule = Rule::data("notice-chain");

/// Follows every `first_notice` one step. Unknown references are reported by `unknown-reference`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let tickets = &context.records.tickets;
    let wanted: BTreeSet<&str> =
        tickets.iter().filter_map(|ticket| ticket.record.first_notice.as_deref()).collect();
    let mut firsts: BTreeMap<&str, &Sourced<Ticket>> = BTreeMap::new();
    for ticket in tickets.iter().filter(|ticket| wanted.contains(ticket.record.id.as_str())) {
        firsts.entry(&ticket.record.id).or_insert(ticket);
    }
    for ticket in tickets {
        let first = ticket.record.first_notice.as_deref().and_then(|id| firsts.get(id));
        found.extend(first.and_then(|first| wrong(ticket, first)));
    }
}

fn wrong(ticket: &Sourced<Ticket>, first: &Sourced<Ticket>) -> Option<Diagnostic> {
    let (record, named) = (&ticket.record, &first.record);
    let diagnostic = || {
        let diagnostic = RULE.at(ticket.at("first_notice")).record(record.id.as_str());
        diagnostic.arg("first", named.id.as_str())
    };
    if named.id == record.id {
        return Some(diagnostic());
    }
    if let Some(next) = named.first_notice.as_ref().filter(|next| **next != named.id) {
        if *next == record.id {
            // If two notices refer to each other, the earlier one is wrong.
            let earlier = record.received_at <= named.received_at;
            return earlier.then(|| {
                diagnostic().variant("circle").related("record", first.at("first_notice"))
            });
        }
        let diagnostic = diagnostic().variant("chain").arg("next", next.as_str());
        return Some(diagnostic.related("record", first.at("first_notice")));
    }
    (named.received_at > record.received_at).then(|| {
        let diagnostic = diagnostic().variant("later").arg("at", named.received_at.to_string());
        diagnostic.related("record", first.at("received_at"))
    })
}
