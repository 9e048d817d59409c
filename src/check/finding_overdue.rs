//! `finding-overdue`: the planned date of a finding has passed, and no inspection has closed it.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::Side;

/// A finding that is open after its planned date.
pub(super) const RULE: Rule = Rule::service("finding-overdue");

/// A finding that the hospital has to settle is no deviation of the service, but must be raised
/// with it.
const HOSPITAL: Rule = Rule::new(RULE.code.0, Family::Service, Severity::Warning);

/// Reports every overdue finding with its latest follow-up, unless an unreadable record may contain
/// its closing.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for history in context.histories.iter().filter(|history| history.is_overdue(context.as_of)) {
        let Some(due) =
            history.finding.due.filter(|_| !context.is_trail_broken(history.inspection))
        else {
            continue;
        };
        let rule = if history.finding.owner == Side::Hospital { HOSPITAL } else { RULE };
        let diagnostic = rule
            .at(history.inspection.at("findings").at(history.index).at("due"))
            .record(history.finding.id.as_str())
            .arg("id", history.finding.id.as_str())
            .arg("due", due.to_string())
            .arg("today", context.as_of.to_string());
        let diagnostic = if rule == HOSPITAL { diagnostic.variant("hospital") } else { diagnostic };
        found.push(match history.links.last() {
            Some(link) => diagnostic
                .related("last", link.inspection.at("followups").at(link.index).at("action")),
            None => diagnostic,
        });
    }
}
