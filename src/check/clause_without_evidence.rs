//! `clause-without-evidence`: a clause is owed so often, and proved by such records, that it can never be shown as done.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Cadence, Evidence};

/// A clause that no record can prove.
pub(super) const RULE: Rule = Rule::data("clause-without-evidence");

/// Compares how often each clause is owed with the kind of record that proves it.
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

/// Records that arise when somebody calls, not at fixed times. A roster covers any period, and so does an open channel.
const fn arises(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Ticket | Evidence::Visit | Evidence::Escalation)
}

/// Records that are made once a year.
const fn is_yearly(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Revisit | Evidence::Summary | Evidence::Survey)
}
