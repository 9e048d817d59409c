//! `finding-without-follow-up`: a finding was open when an inspection began, and the inspection does not mention it.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::open_before;

/// A finding that broke off the chain.
pub(super) const RULE: Rule = Rule::data("finding-without-follow-up");

/// Reports every open finding that an inspection passes over; not while a record between may hold the follow-up unread.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if context.any_faulty("inspection") {
        return;
    }
    for inspection in
        context.sound_inspections().filter(|inspection| !context.has_stray_follow_up(inspection))
    {
        for chain in open_before(context.chains, inspection) {
            if chain.link_in(inspection).is_some() {
                continue;
            }
            let key = if inspection.record.followups.is_empty() { "id" } else { "followups" };
            let raised = chain.inspection.at("findings").at(chain.index).at("id");
            found.push(
                RULE.at(inspection.at(key))
                    .record(inspection.record.id.as_str())
                    .arg("id", chain.finding.id.as_str())
                    .arg("period", chain.inspection.record.period.as_str())
                    .related("finding", raised),
            );
        }
    }
}
