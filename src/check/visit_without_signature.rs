//! `visit-without-signature`: the hospital did not sign the sheet of a visit, or the record does
//! not state it.

use super::context::Context;
use super::{clauses, texts};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Evidence, VisitPurpose};

/// A visit sheet without a signature.
pub(super) const RULE: Rule = Rule::new("visit-without-signature", Family::Data, Severity::Warning);

/// Checks every visit on site before the day of the run; sheets of that day may not be returned
/// yet.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let clause = clauses::of_evidence(context, Evidence::Visit);
    for visit in &context.records.visits {
        let record = &visit.record;
        if record.purpose != VisitPurpose::OnSite || record.arrived_at.day() >= context.as_of {
            continue;
        }
        let diagnostic = match (texts::is_blank(record.signed_by.as_deref()), record.signed_on) {
            (true, None) => RULE.at(visit.at("id")),
            (true, Some(_)) => RULE.at(visit.at("signed_on")).variant("by"),
            (false, None) => RULE.at(visit.at("signed_by")).variant("on"),
            (false, Some(_)) => continue,
        };
        found.push(clauses::pointed(diagnostic.record(record.id.as_str()), context, clause));
    }
}
