//! `request-without-handling`: a revisit records a customer's request, but not how it is handled.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A request without handling.
pub(super) const RULE: Rule =
    Rule::new("request-without-handling", Family::Service, Severity::Warning);

/// Reports every request of a revisit without handling.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for visit in
        context.records.visits.iter().filter(|visit| visit.record.arrived_at.day() <= context.as_of)
    {
        for (at, request) in visit.record.requests.iter().enumerate() {
            if request.handling.as_deref().is_none_or(|handling| handling.trim().is_empty()) {
                found.push(
                    RULE.at(visit.at("requests").at(at).at("id"))
                        .record(request.id.as_str())
                        .arg("id", request.id.as_str())
                        .arg("kind", request.kind.word())
                        .related("text", visit.at("requests").at(at).at("text")),
                );
            }
        }
    }
}
