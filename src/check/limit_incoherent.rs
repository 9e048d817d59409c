//! `limit-incoherent`: a limit that can judge nothing, or gives the same verdict for every value.

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Clause, Evidence, Limit};
use crate::source::Location;

/// A limit with contradictory bounds.
pub(super) const RULE: Rule = Rule::data("limit-incoherent");

/// Checks every limit of every clause.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (at, clause) in context.contract.record.clauses.iter().enumerate() {
        let location = context.contract.at("clauses").at(at).at("limits");
        for (index, limit) in clause.limits.iter().enumerate() {
            let diagnostic = judge(clause, limit, &location.at(index));
            found.extend(diagnostic.map(|diagnostic| {
                diagnostic.record(clause.id.as_str()).arg("clause", clause.id.as_str())
            }));
        }
    }
}

fn judge(clause: &Clause, limit: &Limit, location: &Location) -> Option<Diagnostic> {
    let metric = RULE.at(location.at("metric"));
    if clause.evidence != Evidence::Inspection {
        return Some(metric.variant("not-inspected").arg("evidence", clause.evidence.word()));
    }
    let upper = limit.below.or(limit.at_most);
    match (limit.below, limit.at_most, limit.at_least) {
        (None, None, None) => return Some(metric),
        (Some(_), Some(_), _) => {
            return Some(RULE.at(location.at("at_most")).variant("two-bounds"));
        }
        _ if !limit.can_hold() => {
            return Some(RULE.at(location.at("at_least")).variant("nothing-fits"));
        }
        _ => {}
    }
    let line = limit.advise?;
    let beyond = match (upper, limit.at_least) {
        (Some(most), None) => line >= most,
        (None, Some(least)) => line <= least,
        _ => false,
    };
    beyond.then(|| {
        RULE.at(location.at("advise")).variant("advise-beyond").arg("line", line.to_string())
    })
}
