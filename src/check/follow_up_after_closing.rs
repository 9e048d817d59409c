//! `follow-up-after-closing`: a later inspection follows up a finding that is already closed.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A follow-up of a closed finding.
pub(super) const RULE: Rule = Rule::new("follow-up-after-closing", Family::Data, Severity::Warning);

/// Reports every follow-up after the one that closed its finding.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for history in &context.histories {
        let Some(closing) = history.closed_by() else { continue };
        let closed = closing.inspection.at("followups").at(closing.index).at("status");
        let links = history.links.iter().skip_while(|link| !std::ptr::eq(*link, closing)).skip(1);
        for link in links {
            // Two records of one day are one inspection recorded twice, which is already reported.
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
