//! `closed-on-without-closing`: a follow-up has a closing date, but its status is not 关闭.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::FollowUpStatus;

/// A closing date without a closing.
pub(super) const RULE: Rule = Rule::data("closed-on-without-closing");

/// Reports every such follow-up.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, followup) in inspection.record.followups.iter().enumerate() {
            let location = inspection.at("followups").at(at);
            if let Some(day) =
                followup.closed_on.filter(|_| followup.status != FollowUpStatus::Closed)
            {
                found.push(
                    RULE.at(location.at("status"))
                        .record(inspection.record.id.as_str())
                        .arg("id", followup.finding.as_str())
                        .arg("status", followup.status.word())
                        .arg("day", day.to_string())
                        .related("closed", location.at("closed_on")),
                );
            }
        }
    }
}
