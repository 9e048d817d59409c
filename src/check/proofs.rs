//! Every file that records name as evidence, or show as a picture.
//!
//! In: the records. Out: one [`Named`] a path, so that the checks of missing and of unused attachments speak of the same ones.

use std::borrow::Cow;

use super::context::Context;
use crate::model::{Knowledge, Sourced};
use crate::source::{BODY_KEY, Location};

/// A path that a record names.
pub(super) struct Named<'a> {
    /// The path below `data/`.
    pub(super) path: Cow<'a, str>,
    /// The record, as people name it.
    pub(super) record: String,
    /// Where it names the path.
    pub(super) location: Location,
}

/// Kinds of record that name files.
pub(super) const KINDS: [&str; 10] = [
    "inspection",
    "call",
    "email",
    "fax",
    "visit",
    "escalation",
    "survey",
    "knowledge",
    "summary",
    "delivery",
];

/// Every path that some record names.
pub(super) fn of_all<'a>(context: &Context<'a>) -> Vec<Named<'a>> {
    let records = context.records;
    let mut named = Vec::new();
    for inspection in &records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let location = inspection.at("items").at(at).at("evidence");
            let record = || context.item_record(inspection, &item.clause);
            named.extend(listed(&item.evidence, &location, record));
        }
    }
    for ticket in &records.tickets {
        named.extend(of_record(ticket, &ticket.record.id, &ticket.record.evidence));
        named.extend(single(
            ticket,
            &ticket.record.id,
            "hold_evidence",
            ticket.record.hold_evidence.as_ref(),
        ));
    }
    for visit in &records.visits {
        named.extend(of_record(visit, &visit.record.id, &visit.record.evidence));
    }
    for case in &records.escalations {
        named.extend(of_record(case, &case.record.id, &case.record.evidence));
        named.extend(single(case, &case.record.id, "proposal", case.record.proposal.as_ref()));
    }
    for survey in &records.surveys {
        named.extend(of_record(survey, &survey.record.id, &survey.record.evidence));
    }
    for entry in &records.knowledge {
        named.extend(pictured(entry));
    }
    for summary in &records.summaries {
        named.extend(of_record(summary, &summary.record.id, &summary.record.evidence));
    }
    for delivery in &records.deliveries {
        named.extend(of_record(delivery, &delivery.record.id, &delivery.record.evidence));
    }
    named
}

fn of_record<'a, T>(sourced: &Sourced<T>, id: &str, paths: &'a [String]) -> Vec<Named<'a>> {
    // Most tickets have none, and a place is not to be had for nothing.
    if paths.is_empty() {
        Vec::new()
    } else {
        listed(paths, &sourced.at("evidence"), || id.to_owned())
    }
}

fn listed<'a>(
    paths: &'a [String],
    location: &Location,
    record: impl Fn() -> String,
) -> Vec<Named<'a>> {
    let named = paths.iter().enumerate();
    named
        .map(|(at, path)| Named { path: path.into(), record: record(), location: location.at(at) })
        .collect()
}

fn single<'a, T>(
    sourced: &Sourced<T>,
    id: &str,
    key: &str,
    path: Option<&'a String>,
) -> Option<Named<'a>> {
    path.map(|path| Named { path: path.into(), record: id.to_owned(), location: sourced.at(key) })
}

/// The pictures of an answer.
fn pictured<'a>(entry: &Sourced<Knowledge>) -> Vec<Named<'a>> {
    let pictures = entry.record.pictures().into_iter().map(|path| {
        let location = entry.at(BODY_KEY).at(path.as_str());
        Named { path: path.into(), record: entry.record.id.clone(), location }
    });
    pictures.collect()
}
