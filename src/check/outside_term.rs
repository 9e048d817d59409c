//! `outside-term`: an inspection began before its period, samples are in another period's folder,
//! or a service record lies outside the contract term.
//!
//! In: the records. Out: a diagnostic for each. Work after the last day for an earlier ticket is
//! still owed, and so is a late revisit; an inspection after its period is reported by
//! `inspection-late`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Evidence, ProbeFile, Sample, VisitPurpose};
use crate::schedule::find_period;
use crate::source::Location;

/// A date outside the period or term it belongs to.
pub(super) const RULE: Rule = Rule::data("outside-term");

/// Checks inspections, probe files and the records of the service.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    inspections(context, found);
    let term = context.contract.record.term;
    // If the term ends before it begins, every date would be outside.
    if term.from <= term.to {
        for file in &context.records.probes.files {
            samples(context, file, found);
        }
        service(context, found);
    }
}

fn inspections(context: &Context<'_>, found: &mut Diagnostics) {
    let periods = context.owed_periods(Evidence::Inspection);
    for inspection in &context.records.inspections {
        let record = &inspection.record;
        let period = periods.iter().find(|period| period.id == record.period);
        if let Some(period) = period.filter(|period| record.finished_at.day() < period.from) {
            let diagnostic = RULE.at(inspection.at("finished_at")).record(record.id.as_str());
            found.push(
                diagnostic
                    .arg("period", period.id.as_str())
                    .arg("from", period.from.to_string())
                    .arg("day", record.finished_at.day().to_string()),
            );
        }
    }
}

fn samples(context: &Context<'_>, file: &ProbeFile, found: &mut Diagnostics) {
    let Some(period) = find_period(&context.contract.record, &file.folder) else {
        let diagnostic = RULE
            .at(Location::file(file.file))
            .variant("folder")
            .record(context.files.path(file.file));
        found.push(diagnostic.arg("folder", file.folder.as_str()));
        return;
    };
    // A late inspection takes its samples after the period has ended.
    let inspected = context
        .records
        .inspection(&period.id)
        .map(|inspection| inspection.record.finished_at.day());
    let last = inspected.map_or(period.to, |day| day.max(period.to));
    let early = file.earliest.filter(|sample| sample.at.date() < period.from);
    let late = file.latest.filter(|sample| sample.at.date() > last);
    for sample in [early, late].into_iter().flatten() {
        let Sample { at, .. } = sample;
        let diagnostic =
            RULE.at(sample.row()).variant("sample").record(context.files.path(file.file));
        found.push(
            diagnostic
                .arg("day", at.date().to_string())
                .arg("folder", file.folder.as_str())
                .arg("from", period.from.to_string())
                .arg("to", last.to_string()),
        );
    }
}

/// Checks tickets, and the visits and cases that follow from them.
fn service(context: &Context<'_>, found: &mut Diagnostics) {
    let (records, last) = (context.records, context.contract.record.term.to.0);
    let mut received = HashMap::new();
    for ticket in &records.tickets {
        let day = ticket.record.received_at.day();
        received.insert(ticket.record.id.as_str(), day);
        let location = || ticket.at("received_at");
        found.extend(outside(context, day, day > last, &ticket.record.id, location));
    }
    // An unknown ticket is already reported, and may have been received within the term.
    let is_late = |day: NaiveDate, ticket: Option<&String>| {
        let late_notice = |id: &String| received.get(id.as_str()).is_some_and(|day| *day > last);
        day > last && ticket.is_none_or(late_notice)
    };
    for sourced in &records.visits {
        let (visit, day) = (&sourced.record, sourced.record.arrived_at.day());
        let late = visit.purpose == VisitPurpose::OnSite && is_late(day, visit.ticket.as_ref());
        found.extend(outside(context, day, late, &visit.id, || sourced.at("arrived_at")));
    }
    for sourced in &records.escalations {
        let (case, day) = (&sourced.record, sourced.record.opened_at.day());
        let late = case.finding.is_none() && is_late(day, case.ticket.as_ref());
        found.extend(outside(context, day, late, &case.id, || sourced.at("opened_at")));
    }
}

fn outside(
    context: &Context<'_>,
    day: NaiveDate,
    is_late: bool,
    record: &str,
    location: impl FnOnce() -> Location,
) -> Option<Diagnostic> {
    let term = context.contract.record.term;
    let end = if is_late { "to" } else { "from" };
    (day < term.from.0 || is_late).then(|| {
        RULE.at(location())
            .variant("record")
            .record(record)
            .arg("day", day.to_string())
            .arg("from", term.from.to_string())
            .arg("to", term.to.to_string())
            .related("term", context.contract.at("term").at(end))
    })
}
