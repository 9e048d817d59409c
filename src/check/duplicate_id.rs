//! `duplicate-id`: two records, people, assets, clauses, metrics or years go by one name.

mod service;

use std::borrow::Cow;
use std::collections::HashMap;

use super::context::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Sourced;
use crate::source::Location;

/// A name that is given twice.
pub(super) const RULE: Rule = Rule::data("duplicate-id");

/// A name, and where it is given.
type Name<'a> = (Cow<'a, str>, Location);

/// What is named, for the message, and the names of one space.
type Names<'a> = (&'static str, Vec<Name<'a>>);

/// Reports every name that was given before, with the first place.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let spaces =
        contract(context).into_iter().chain(records(context)).chain(service::names(context));
    for (what, names) in spaces {
        let mut first: HashMap<Cow<'_, str>, Location> = HashMap::with_capacity(names.len());
        for (id, location) in names {
            if let Some(known) = first.get(&id) {
                let diagnostic = RULE
                    .at(location)
                    .record(id.clone())
                    .arg("what", what)
                    .arg("id", id.into_owned());
                found.push(diagnostic.related("first", known.clone()));
            } else {
                first.insert(id, location);
            }
        }
    }
}

fn contract<'a>(context: &Context<'a>) -> [Names<'a>; 2] {
    let contract = context.contract;
    let clauses = contract.record.clauses.iter().enumerate();
    let metrics = contract.record.metrics.iter().enumerate();
    [
        (
            "clause",
            clauses.map(|(at, clause)| named(&clause.id, contract.at("clauses").at(at))).collect(),
        ),
        (
            "metric",
            metrics.map(|(at, metric)| named(&metric.id, contract.at("metrics").at(at))).collect(),
        ),
    ]
}

fn records<'a>(context: &Context<'a>) -> [Names<'a>; 6] {
    let records = context.records;
    let inspections = || records.inspections.iter();
    let findings = inspections().flat_map(|inspection| {
        let findings = inspection.record.findings.iter().enumerate();
        findings.map(|(at, finding)| named(&finding.id, inspection.at("findings").at(at)))
    });
    let people = records.people.iter().flat_map(|people| {
        let list = people.record.people.iter().enumerate();
        list.map(|(at, person)| named(&person.id, people.at("people").at(at)))
    });
    let years =
        records.calendars.iter().map(|year| (year.record.year.to_string().into(), year.at("year")));
    [
        (
            "inspection",
            inspections()
                .map(|sourced| named(&sourced.record.id, sourced.location.clone()))
                .collect(),
        ),
        ("period", periods(context, &records.inspections, |inspection| &inspection.period)),
        ("finding", findings.collect()),
        ("person", people.collect()),
        ("year", years.collect()),
        ("asset", assets(context)),
    ]
}

fn named(id: &str, location: Location) -> Name<'_> {
    (id.into(), location.at("id"))
}

/// The periods that records are owed for. One that is not its file's name is reported as such.
fn periods<'a, T>(
    context: &Context<'a>,
    sourced: &'a [Sourced<T>],
    period: fn(&T) -> &str,
) -> Vec<Name<'a>> {
    let own =
        sourced.iter().filter(|sourced| context.stem(&sourced.location) == period(&sourced.record));
    own.map(|sourced| (period(&sourced.record).into(), sourced.at("period"))).collect()
}

/// Assets go by one name over all lists, and parts by one name at their asset.
fn assets<'a>(context: &Context<'a>) -> Vec<Name<'a>> {
    let Some(assets) = &context.records.assets else { return Vec::new() };
    let record = &assets.record;
    let mut names = Vec::new();
    let wholes = [
        ("applications", &record.applications),
        ("dataspaces", &record.dataspaces),
        ("interfaces", &record.interfaces),
        ("functions", &record.functions),
    ];
    for (key, list) in wholes {
        names.extend(
            list.iter().enumerate().map(|(at, asset)| named(&asset.id, assets.at(key).at(at))),
        );
    }
    for (at, server) in record.servers.iter().enumerate() {
        let location = assets.at("servers").at(at);
        names.extend(server.mounts.iter().enumerate().map(|(part, mount)| {
            (object_name(&server.id, &mount.name).into(), location.at("mounts").at(part).at("name"))
        }));
        names.push(named(&server.id, location));
    }
    for (at, database) in record.databases.iter().enumerate() {
        let location = assets.at("databases").at(at);
        names.extend(database.tablespaces.iter().enumerate().map(|(part, space)| {
            (
                object_name(&database.id, &space.name).into(),
                location.at("tablespaces").at(part).at("name"),
            )
        }));
        names.push(named(&database.id, location));
    }
    names
}
