//! `revisit-incomplete`: a revisit lacks required fields, or a visit on site has fields that belong
//! to a revisit.

use super::context::Context;
use super::{clauses, texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Evidence, Sourced, Visit, VisitPurpose};

/// A revisit with missing fields, or a visit with the wrong purpose.
pub(super) const RULE: Rule = Rule::data("revisit-incomplete");

/// Checks every visit.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let clause = clauses::of_evidence(context, Evidence::Revisit);
    for visit in &context.records.visits {
        let diagnostic = match visit.record.purpose {
            VisitPurpose::Revisit => incomplete(visit),
            VisitPurpose::OnSite => misplaced(visit),
        };
        let diagnostic = diagnostic.map(|diagnostic| diagnostic.record(visit.record.id.as_str()));
        found.extend(diagnostic.map(|diagnostic| clauses::pointed(diagnostic, context, clause)));
    }
}

fn incomplete(visit: &Sourced<Visit>) -> Option<Diagnostic> {
    let record = &visit.record;
    let keys = [
        ("period", texts::is_blank(record.period.as_deref())),
        ("method", record.method.is_none()),
        ("interviews", record.interviews.is_empty()),
    ];
    let missing: Vec<_> =
        keys.into_iter().filter(|(_, lacks)| *lacks).map(|(key, _)| key).collect();
    (!missing.is_empty()).then(|| RULE.at(visit.at("purpose")).arg("missing", missing.join("、")))
}

fn misplaced(visit: &Sourced<Visit>) -> Option<Diagnostic> {
    let record = &visit.record;
    let keys = [
        ("period", record.period.is_some()),
        ("method", record.method.is_some()),
        ("interviews", !record.interviews.is_empty()),
        ("requests", !record.requests.is_empty()),
    ];
    let (key, _) = keys.into_iter().find(|(_, given)| *given)?;
    let diagnostic = RULE.at(visit.at(key)).variant("on-site").arg("key", key);
    Some(diagnostic.related("purpose", visit.at("purpose")))
}
