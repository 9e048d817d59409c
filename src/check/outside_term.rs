//! `outside-term`: an inspection was made before its period began, samples lie in another period's folder, or a record of the
//! service lies outside the contract's term.

mod service;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Evidence, ProbeFile, Sample};
use crate::schedule::find_period;
use crate::source::Location;

/// A date outside the span it is filed for.
pub(super) const RULE: Rule = Rule::data("outside-term");

/// Looks at inspections, at probe files, and at the records of the service. An inspection after its period is late, which is another matter.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
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
    for file in &context.records.probes.files {
        samples(context, file, found);
    }
    service::run(context, found);
}

fn samples(context: &Context<'_>, file: &ProbeFile, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    if term.to < term.from {
        return;
    }
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
