//! `knowledge-orphan`: no ticket refers to an entry of the knowledge tree.

use std::collections::BTreeSet;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{KINDS, Role, Target};

/// A knowledge entry without a ticket.
pub(super) const RULE: Rule = Rule::new("knowledge-orphan", Family::Data, Severity::Note);

/// The role of fields that refer to a knowledge entry.
const KNOWLEDGE: Role = Role::Reference(Target::Knowledge);

/// Searches for tickets of every entry. Reports nothing if there are no tickets or some could not
/// be read.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut asking = KINDS.iter().filter(|kind| kind.has(&|role| role == KNOWLEDGE));
    let unread = asking.any(|kind| context.any_unread(kind.id));
    if unread || context.records.tickets.is_empty() {
        return;
    }
    let tickets = context.records.tickets.iter();
    let asked: BTreeSet<&str> =
        tickets.filter_map(|ticket| ticket.record.knowledge.as_deref()).collect();
    for entry in &context.records.knowledge {
        if !asked.contains(entry.record.id.as_str()) {
            found.push(RULE.at(entry.at("id")).record(entry.record.id.as_str()));
        }
    }
}
