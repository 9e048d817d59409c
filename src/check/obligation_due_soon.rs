//! `obligation-due-soon`: a period ends soon, and the record it requires is missing.

use super::context::Context;
use super::yearly;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Cadence, Evidence};
use crate::schedule::State;

/// A duty that is due soon.
pub(super) const RULE: Rule = Rule::new("obligation-due-soon", Family::Service, Severity::Note);

/// Reports each current period once per kind of record, at the first clause that requires it.
/// On-demand clauses have no due date.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let remind = i64::from(context.contract.record.threshold.remind_days);
    let mut reported: Vec<(Evidence, &str)> = Vec::new();
    for row in &context.ledger.rows {
        let (evidence, id) = (row.clause.evidence, row.period.id.as_str());
        let open = row.clause.every != Cadence::OnDemand && row.state == State::NotDue;
        let left = row.period.days_left(context.as_of).filter(|left| open && *left <= remind);
        let (Some(left), Some(wording)) = (left, wording(evidence)) else { continue };
        if reported.contains(&(evidence, id)) || is_hidden(context, evidence, id) {
            continue;
        }
        reported.push((evidence, id));
        let diagnostic = RULE
            .at(context.clause_location(&row.clause.id))
            .record(id)
            .arg("period", row.period.title.as_str())
            .arg("id", id)
            .arg("ends", row.period.to.to_string())
            .arg("left", left);
        found.push(match wording {
            Wording::Inspection => diagnostic,
            Wording::Revisit => diagnostic.variant("revisit"),
            Wording::Summary => diagnostic.variant("summary"),
            Wording::Survey => diagnostic.variant("survey"),
        });
    }
}

/// Duties with a message of their own.
enum Wording {
    Inspection,
    Revisit,
    Summary,
    Survey,
}

const fn wording(evidence: Evidence) -> Option<Wording> {
    match evidence {
        Evidence::Inspection => Some(Wording::Inspection),
        Evidence::Revisit => Some(Wording::Revisit),
        Evidence::Summary => Some(Wording::Summary),
        Evidence::Survey => Some(Wording::Survey),
        _ => None,
    }
}

fn is_hidden(context: &Context<'_>, evidence: Evidence, period: &str) -> bool {
    match evidence {
        Evidence::Inspection => context.records.is_faulty("inspection", period),
        other => yearly::is_hidden(context, other, period),
    }
}
