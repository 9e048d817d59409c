//! `escalation-without-outcome`: a case of the development team is solved, but its outcome is not
//! recorded.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Escalation, EscalationKind, Evidence, Sourced, YesNo};

/// A solved case without an outcome.
pub(super) const RULE: Rule = Rule::data("escalation-without-outcome");

/// Checks every solved case; open cases may still be completed.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for case in context.records.escalations.iter().filter(|case| case.record.solved_at.is_some()) {
        let tuning = case.record.kind == EscalationKind::Tuning;
        let advised = tuning && case.record.optimisable == Some(YesNo::No);
        let diagnostic = [
            without_action(case),
            without_version(case),
            if advised { without_proposal(case) } else { None },
            if tuning && !advised { without_figures(case) } else { None },
        ];
        let location = clause(context, case.record.kind);
        for diagnostic in diagnostic.into_iter().flatten() {
            let diagnostic = diagnostic.record(case.record.id.as_str());
            found.push(match &location {
                Some(location) => diagnostic.clause(location.clone()),
                None => diagnostic,
            });
        }
    }
}

/// The location of the clause that promises this kind of support.
fn clause(context: &Context<'_>, kind: EscalationKind) -> Option<crate::source::Location> {
    let mut clauses = context.contract.record.clauses.iter();
    let clause = clauses.find(|clause| {
        clause.evidence == Evidence::Escalation
            && clause.escalation.is_none_or(|promised| promised == kind)
    });
    clause.map(|clause| context.clause_location(&clause.id))
}

fn without_action(case: &Sourced<Escalation>) -> Option<Diagnostic> {
    texts::is_blank(case.record.action.as_deref()).then(|| RULE.at(case.at("solved_at")))
}

fn without_version(case: &Sourced<Escalation>) -> Option<Diagnostic> {
    let lacks =
        case.record.kind == EscalationKind::Fix && texts::is_blank(case.record.version.as_deref());
    lacks.then(|| RULE.at(case.at("solved_at")).variant("version"))
}

fn without_figures(case: &Sourced<Escalation>) -> Option<Diagnostic> {
    let keys = [("before", &case.record.before), ("after", &case.record.after)];
    let missing = keys.into_iter().filter(|(_, text)| texts::is_blank(text.as_deref()));
    let missing: Vec<_> = missing.map(|(key, _)| key).collect();
    let diagnostic = || RULE.at(case.at("solved_at")).variant("figures");
    (!missing.is_empty()).then(|| diagnostic().arg("missing", missing.join("、")))
}

fn without_proposal(case: &Sourced<Escalation>) -> Option<Diagnostic> {
    let lacks = texts::is_blank(case.record.proposal.as_deref());
    lacks.then(|| RULE.at(case.at("optimisable")).variant("proposal"))
}
