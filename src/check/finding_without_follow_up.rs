//! `finding-without-follow-up`: a finding was open when an inspection began, but the inspection
//! does not mention it.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::open_before;

/// An open finding without a follow-up.
pub(super) const RULE: Rule = Rule::data("finding-without-follow-up");

/// Reports every open finding that an inspection omits, unless an unreadable record in between may
/// contain the follow-up.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if context.any_faulty("inspection") {
        return;
    }
    for inspection in
        context.sound_inspections().filter(|inspection| !context.has_stray_follow_up(inspection))
    {
        for history in open_before(&context.histories, inspection) {
            if history.link_in(inspection).is_some() {
                continue;
            }
            let key = if inspection.record.followups.is_empty() { "id" } else { "followups" };
            let raised = history.inspection.at("findings").at(history.index).at("id");
            found.push(
                RULE.at(inspection.at(key))
                    .record(inspection.record.id.as_str())
                    .arg("id", history.finding.id.as_str())
                    .arg("period", history.inspection.record.period.as_str())
                    .related("finding", raised),
            );
        }
    }
}
