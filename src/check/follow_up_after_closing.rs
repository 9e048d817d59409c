//! `follow-up-after-closing`: a finding was closed, and a later inspection follows it up again.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A finding that did not stay closed.
pub(super) const RULE: Rule = Rule::new("follow-up-after-closing", Family::Data, Severity::Warning);

/// Reports every follow-up behind the one that closed its finding.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for history in &context.histories {
        let Some(closing) = history.closed_by() else { continue };
        let closed = closing.inspection.at("followups").at(closing.index).at("status");
        let links = history.links.iter().skip_while(|link| !std::ptr::eq(*link, closing)).skip(1);
        for link in links {
            // Two records of one day are one inspection filed twice, which has been reported.
            let begun = link.inspection.record.started_at;
            if begun == closing.inspection.record.started_at
                && link.inspection.location.file != closing.inspection.location.file
            {
                continue;
            }
            found.push(
                RULE.at(link.inspection.at("followups").at(link.index).at("finding"))
                    .record(link.inspection.record.id.as_str())
                    .arg("id", history.finding.id.as_str())
                    .arg("closed", closing.inspection.record.period.as_str())
                    .related("closed", closed.clone()),
            );
        }
    }
}
