//! `onsite-without-visit`: a ticket was settled on site, but no visit refers to it.

use std::collections::BTreeSet;

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Evidence, Resolution, Ticket, VisitPurpose};

/// Work on site without a visit record.
pub(super) const RULE: Rule = Rule::data("onsite-without-visit");

/// Searches for the visit of every ticket that was settled on site. Reports nothing if a visit may have
/// been lost.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if context.is_any_visit_stray() || context.any_unread("visit") {
        return;
    }
    let visits =
        context.records.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::OnSite);
    let visited: BTreeSet<&str> =
        visits.filter_map(|visit| visit.record.ticket.as_deref()).collect();
    let clause = clauses::of_evidence(context, Evidence::Visit);
    let on_site = context.records.tickets.iter().filter(|ticket| {
        let record = &ticket.record;
        record.resolution == Some(Resolution::OnSite) && !is_visited(record, &visited)
    });
    for ticket in on_site {
        let diagnostic = RULE.at(ticket.at("resolution")).record(ticket.record.id.as_str());
        found.push(clauses::pointed(diagnostic, context, clause));
    }
}

/// One visit covers all notices of the same fault.
fn is_visited(ticket: &Ticket, visited: &BTreeSet<&str>) -> bool {
    let mut names =
        [Some(ticket.id.as_str()), ticket.first_notice.as_deref()].into_iter().flatten();
    names.any(|name| visited.contains(name))
}
