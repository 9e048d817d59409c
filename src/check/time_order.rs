//! `time-order`: of two dates that follow one another, the later is earlier.

mod service;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Inspection, Sourced};
use crate::schedule::{FindingFollowUp, FindingHistory};

/// Two dates in the wrong order.
pub(super) const RULE: Rule = Rule::data("time-order");

/// Compares the dates of the contract, of each inspection, and of each record of the service.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    if term.to < term.from {
        let location = context.contract.at("term");
        let diagnostic = RULE.at(location.at("to")).variant("term").record("contract");
        found.push(
            diagnostic
                .arg("before", term.from.to_string())
                .arg("after", term.to.to_string())
                .related("earlier", location.at("from")),
        );
    }
    for inspection in &context.records.inspections {
        span(inspection, found);
        dues(inspection, found);
        revisions(inspection, found);
    }
    followups(context, found);
    service::run(context, found);
}

fn span(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let record = &inspection.record;
    if record.finished_at < record.started_at {
        found.push(
            RULE.at(inspection.at("finished_at"))
                .record(record.id.as_str())
                .arg("before", record.started_at.to_string())
                .arg("after", record.finished_at.to_string())
                .related("earlier", inspection.at("started_at")),
        );
    }
}

fn dues(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let record = &inspection.record;
    for (at, finding) in record.findings.iter().enumerate() {
        if let Some(due) = finding.due.filter(|due| due.0 < record.started_at.day()) {
            found.push(
                RULE.at(inspection.at("findings").at(at).at("due"))
                    .variant("due")
                    .record(finding.id.as_str())
                    .arg("before", record.started_at.day().to_string())
                    .arg("after", due.to_string())
                    .related("earlier", inspection.at("started_at")),
            );
        }
    }
}

/// A version of the report is written after the inspection, and after the version before it.
fn revisions(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let mut before = (inspection.record.finished_at.day(), inspection.at("finished_at"));
    for (at, revision) in inspection.record.revisions.iter().enumerate() {
        let location = inspection.at("revisions").at(at).at("on");
        if revision.on.0 < before.0 {
            found.push(
                RULE.at(location.clone())
                    .variant("revision")
                    .record(inspection.record.id.as_str())
                    .arg("version", revision.version.as_str())
                    .arg("before", before.0.to_string())
                    .arg("after", revision.on.to_string())
                    .related("earlier", before.1),
            );
        }
        before = (revision.on.0, location);
    }
}

/// Nothing is followed up before it was found, and closed neither before that nor after the inspection that says so.
fn followups(context: &Context<'_>, found: &mut Diagnostics) {
    for history in &context.histories {
        for link in &history.links {
            found.extend(
                followed_too_early(history, link).or_else(|| closed_out_of_time(history, link)),
            );
        }
    }
}

fn followed_too_early(
    history: &FindingHistory<'_>,
    link: &FindingFollowUp<'_>,
) -> Option<Diagnostic> {
    let (raised, record) = (history.inspection.record.started_at, &link.inspection.record);
    (record.started_at < raised).then(|| {
        RULE.at(link.inspection.at("followups").at(link.index).at("finding"))
            .variant("follow-up")
            .record(record.id.as_str())
            .arg("id", history.finding.id.as_str())
            .arg("before", raised.day().to_string())
            .arg("after", record.started_at.day().to_string())
            .related("earlier", history.inspection.at("findings").at(history.index).at("id"))
    })
}

fn closed_out_of_time(
    history: &FindingHistory<'_>,
    link: &FindingFollowUp<'_>,
) -> Option<Diagnostic> {
    let closed = link.followup.closed_on?;
    let (raised, reported) =
        (history.inspection.record.started_at.day(), link.inspection.record.finished_at.day());
    let diagnostic = RULE
        .at(link.inspection.at("followups").at(link.index).at("closed_on"))
        .record(link.inspection.record.id.as_str())
        .arg("id", history.finding.id.as_str())
        .arg("day", closed.to_string());
    if closed.0 < raised {
        let diagnostic = diagnostic.variant("closed-early").arg("before", raised.to_string());
        return Some(diagnostic.related("earlier", history.inspection.at("started_at")));
    }
    (closed.0 > reported).then(|| {
        let diagnostic = diagnostic.variant("closed-late").arg("after", reported.to_string());
        diagnostic.related("earlier", link.inspection.at("finished_at"))
    })
}
