//! `future-record`: something is said to have happened after the day the records are looked at.

mod service;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::source::{FileId, Location};

/// A date that has not come yet.
///
/// Only a warning: whoever computes for an earlier day has later records, and a wrong year also lies outside its period.
pub(super) const RULE: Rule = Rule::new("future-record", Family::Data, Severity::Warning);

/// Reports every date of something done that lies after the day of the run.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (day, location, record) in
        contract(context).into_iter().chain(records(context)).chain(samples(context))
    {
        if day > context.as_of {
            let diagnostic = RULE.at(location).record(record).arg("day", day.to_string());
            found.push(diagnostic.arg("today", context.as_of.to_string()));
        }
    }
    let mut later = Diagnostics::default();
    service::run(context, &mut later);
    found.extend(one_a_file(later));
}

/// So many of a file are told one by one.
const FEW: usize = 3;

/// Whoever computes for an earlier day has hundreds of later rows: of many in a file, the first speaks for all.
fn one_a_file(diagnostic: Diagnostics) -> impl Iterator<Item = Diagnostic> {
    let mut files: BTreeMap<FileId, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostic {
        files.entry(diagnostic.location.file).or_default().push(diagnostic);
    }
    files.into_values().flat_map(|mut diagnostic| {
        let count = diagnostic.len();
        if count > FEW {
            diagnostic.truncate(1);
            diagnostic = diagnostic
                .into_iter()
                .map(|first| first.variant("several").arg("count", count))
                .collect();
        }
        diagnostic
    })
}

type Dated = (NaiveDate, Location, String);

fn contract(context: &Context<'_>) -> Vec<Dated> {
    let contract = context.contract;
    let signed = contract
        .record
        .signed_on
        .map(|day| (day.0, contract.at("signed_on"), "contract".to_owned()));
    let acknowledged = contract.record.acknowledged.iter().enumerate().map(|(at, entry)| {
        (entry.on.0, contract.at("acknowledged").at(at).at("on"), entry.record.clone())
    });
    signed.into_iter().chain(acknowledged).collect()
}

fn records(context: &Context<'_>) -> Vec<Dated> {
    let mut dated = Vec::new();
    for inspection in &context.records.inspections {
        let record = &inspection.record;
        let id = || record.id.clone();
        dated.push((record.started_at.day(), inspection.at("started_at"), id()));
        // Of an inspection that has not begun, every further date lies ahead as well.
        if record.started_at.day() > context.as_of {
            continue;
        }
        dated.push((record.finished_at.day(), inspection.at("finished_at"), id()));
        for (at, followup) in record.followups.iter().enumerate() {
            let location = inspection.at("followups").at(at).at("closed_on");
            dated.extend(followup.closed_on.map(|day| (day.0, location, id())));
        }
        for (at, revision) in record.revisions.iter().enumerate() {
            dated.push((revision.on.0, inspection.at("revisions").at(at).at("on"), id()));
        }
    }
    dated
}

/// The latest sample of each file; of a folder whose period has not begun, the first file speaks for all.
fn samples(context: &Context<'_>) -> Vec<Dated> {
    let mut dated = Vec::new();
    let mut ahead: Vec<&str> = Vec::new();
    for file in &context.records.probes.files {
        let (Some(earliest), Some(latest)) = (file.earliest, file.latest) else { continue };
        if earliest.at.date() > context.as_of {
            if ahead.contains(&file.folder.as_str()) {
                continue;
            }
            ahead.push(&file.folder);
        }
        dated.push((latest.at.date(), latest.row(), context.files.path(file.file).to_owned()));
    }
    dated
}
