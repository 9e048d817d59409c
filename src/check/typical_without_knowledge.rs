//! `typical-without-knowledge`: a ticket is marked as typical, but names no entry of the knowledge
//! tree.

use super::context::Context;
use super::{clauses, texts};
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Evidence, YesNo};

/// A typical problem without a knowledge entry.
pub(super) const RULE: Rule = Rule::data("typical-without-knowledge");

/// Checks every typical ticket.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let clause = clauses::of_evidence(context, Evidence::Knowledge);
    for ticket in
        context.records.tickets.iter().filter(|ticket| ticket.record.typical == YesNo::Yes)
    {
        if texts::is_blank(ticket.record.knowledge.as_deref()) {
            let diagnostic = RULE.at(ticket.at("typical")).record(ticket.record.id.as_str());
            found.push(clauses::pointed(diagnostic, context, clause));
        }
    }
}
