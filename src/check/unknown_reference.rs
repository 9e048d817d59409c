//! `unknown-reference`: a record names a person, clause, record, metric, asset or check that there is not.

mod service;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule};
use crate::model::{Inspection, Measured, ObjectKind, Sourced, placeholder};
use crate::source::Location;

/// A name that leads nowhere.
pub(super) const RULE: Rule = Rule::data("unknown-reference");

/// So many known names are listed beside an unknown one.
const LISTED: usize = 12;

/// Reports every reference of the contract, the inspections and the records of the service that finds nothing.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    contract(context, found);
    acknowledgements(context, found);
    for inspection in &context.records.inspections {
        people_of(context, inspection, found);
        findings_of(context, inspection, found);
        measured_of(context, inspection, found);
    }
    service::run(context, found);
}

/// What a reference means, who makes it, and where.
struct Reference<'a> {
    what: &'static str,
    id: &'a str,
    location: Location,
    record: &'a str,
}

/// Says that a name leads nowhere; of one that is still to be filled in another check says so.
fn unknown(reference: Reference<'_>, known: &[&str], found: &mut Diagnostics) {
    if placeholder(reference.id).is_some() {
        return;
    }
    let mut known = known.to_vec();
    known.dedup();
    let mut listed = known.iter().take(LISTED).copied().collect::<Vec<_>>().join("、");
    if known.len() > LISTED {
        listed.push('…');
    }
    if known.is_empty() {
        listed.push('—');
    }
    let Reference { what, id, location, record } = reference;
    found.push(
        RULE.at(location).record(record).arg("what", what).arg("id", id).arg("known", listed),
    );
}

fn person(
    context: &Context<'_>,
    id: &str,
    location: Location,
    record: &str,
    found: &mut Diagnostics,
) {
    // A list that is missing or could not be read has been reported as such.
    let Some(people) = &context.records.people else { return };
    if context.records.person(id).is_none() {
        let known: Vec<_> = people.record.people.iter().map(|person| person.id.as_str()).collect();
        unknown(Reference { what: "person", id, location, record }, &known, found);
    }
}

fn metric(
    context: &Context<'_>,
    id: &str,
    location: Location,
    record: &str,
    found: &mut Diagnostics,
) {
    if context.evaluator.metric(id).is_none() {
        let metrics = context.contract.record.metrics.iter();
        let known: Vec<_> = metrics.map(|metric| metric.id.as_str()).collect();
        unknown(Reference { what: "metric", id, location, record }, &known, found);
    }
}

fn contract(context: &Context<'_>, found: &mut Diagnostics) {
    let contract = context.contract;
    let reporting = &contract.record.reporting;
    for (key, id) in
        [("reviewed_by", &reporting.reviewed_by), ("approved_by", &reporting.approved_by)]
    {
        if let Some(id) = id {
            person(context, id, contract.at("reporting").at(key), "contract", found);
        }
    }
    for (at, entry) in contract.record.metrics.iter().enumerate() {
        for (key, id) in [("total", &entry.total), ("used", &entry.used)] {
            if let Some(id) = id {
                metric(context, id, contract.at("metrics").at(at).at(key), "contract", found);
            }
        }
    }
    for (at, clause) in contract.record.clauses.iter().enumerate() {
        for (index, limit) in clause.limits.iter().enumerate() {
            let location = contract.at("clauses").at(at).at("limits").at(index).at("metric");
            metric(context, &limit.metric, location, &clause.id, found);
        }
    }
}

fn acknowledgements(context: &Context<'_>, found: &mut Diagnostics) {
    let service = context.rules.iter().filter(|rule| rule.family == Family::Service);
    let known: Vec<_> = service.map(|rule| rule.code.0).collect();
    for (at, entry) in context.contract.record.acknowledged.iter().enumerate() {
        let location = context.contract.at("acknowledged").at(at);
        person(context, &entry.by, location.at("by"), &entry.record, found);
        if known.contains(&entry.code.as_str()) {
            continue;
        }
        let reference = Reference {
            what: "code",
            id: &entry.code,
            location: location.at("code"),
            record: &entry.record,
        };
        unknown(reference, &known, found);
    }
}

fn people_of(context: &Context<'_>, inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let record = &inspection.record;
    let lists = [("inspectors", &record.inspectors), ("accompanied_by", &record.accompanied_by)];
    for (key, ids) in lists {
        for (at, id) in ids.iter().enumerate() {
            person(context, id, inspection.at(key).at(at), &record.id, found);
        }
    }
    for (at, revision) in record.revisions.iter().enumerate() {
        person(
            context,
            &revision.by,
            inspection.at("revisions").at(at).at("by"),
            &record.id,
            found,
        );
    }
}

fn findings_of(context: &Context<'_>, inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    for (at, finding) in inspection.record.findings.iter().enumerate() {
        if context.clause(&finding.clause).is_none() {
            let location = inspection.at("findings").at(at).at("clause");
            let clauses = context.contract.record.clauses.iter();
            let known: Vec<_> = clauses.map(|clause| clause.id.as_str()).collect();
            let reference =
                Reference { what: "clause", id: &finding.clause, location, record: &finding.id };
            unknown(reference, &known, found);
        }
    }
    // The finding may stand in a record that could not be read.
    if context.any_unread("inspection") {
        return;
    }
    let known: Vec<_> =
        context.histories.iter().map(|history| history.finding.id.as_str()).collect();
    for (at, followup) in inspection.record.followups.iter().enumerate() {
        if !known.contains(&followup.finding.as_str()) {
            let location = inspection.at("followups").at(at).at("finding");
            let reference = Reference {
                what: "finding",
                id: &followup.finding,
                location,
                record: &inspection.record.id,
            };
            unknown(reference, &known, found);
        }
    }
}

fn measured_of(context: &Context<'_>, inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    for (at, item) in inspection.record.items.iter().enumerate() {
        for (index, measured) in item.measured.iter().enumerate() {
            let location = inspection.at("items").at(at).at("measured").at(index);
            metric(context, &measured.metric, location.at("metric"), &inspection.record.id, found);
            object(context, measured, &location, &inspection.record.id, found);
        }
    }
}

fn object(
    context: &Context<'_>,
    measured: &Measured,
    location: &Location,
    record: &str,
    found: &mut Diagnostics,
) {
    if context.records.assets.is_none() {
        return;
    }
    let objects = context.records.objects();
    let kind: Option<ObjectKind> =
        context.evaluator.metric(&measured.metric).map(|metric| metric.of);
    let fitting: Vec<_> =
        objects.iter().filter(|object| kind.is_none_or(|kind| object.kind == kind)).collect();
    if fitting.iter().any(|object| object.asset == measured.asset && object.part == measured.object)
    {
        return;
    }
    let parts = fitting.iter().filter(|object| object.asset == measured.asset);
    let parts: Vec<_> = parts.map(|object| object.part).collect();
    let (what, id, key, known) = if !parts.is_empty() && measured.object.is_empty() {
        ("part", &measured.asset, "asset", parts)
    } else if parts.is_empty() {
        let mut assets: Vec<_> = fitting.iter().map(|object| object.asset).collect();
        assets.dedup();
        ("asset", &measured.asset, "asset", assets)
    } else {
        ("object", &measured.object, "object", parts)
    };
    unknown(Reference { what, id, location: location.at(key), record }, &known, found);
}
