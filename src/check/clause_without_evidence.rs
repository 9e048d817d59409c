//! `clause-without-evidence`: the cadence of a clause does not fit its kind of evidence, so that it
//! can never be proved.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Cadence, Evidence};

/// A clause that no record can prove.
pub(super) const RULE: Rule = Rule::data("clause-without-evidence");

/// Compares the cadence of each clause with the kind of record that proves it.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (at, clause) in context.contract.record.clauses.iter().enumerate() {
        let location = context.contract.at("clauses").at(at);
        let diagnostic = RULE.at(location.at("evidence")).record(clause.id.as_str());
        let diagnostic = diagnostic
            .arg("clause", clause.id.as_str())
            .arg("evidence", clause.evidence.word())
            .arg("every", clause.every.word())
            .related("every", location.at("every"));
        match (clause.evidence, clause.every) {
            (Evidence::Inspection, Cadence::OnDemand) => found.push(diagnostic),
            (evidence, Cadence::Month | Cadence::Quarter) if arises(evidence) => {
                found.push(diagnostic.variant("arises"));
            }
            (evidence, Cadence::Month | Cadence::Quarter | Cadence::OnDemand)
                if is_yearly(evidence) =>
            {
                found.push(diagnostic.variant("yearly"));
            }
            _ => {}
        }
    }
}

/// Records that arise on request, not at fixed times. A roster and an open channel cover any
/// period.
const fn arises(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Ticket | Evidence::Visit | Evidence::Escalation)
}

/// Records that are written once a year.
const fn is_yearly(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Revisit | Evidence::Summary | Evidence::Survey)
}
