//! `duplicate-id`: two records, people, assets, clauses, metrics or years go by one name.

mod service;

use std::borrow::Cow;
use std::collections::HashMap;

use super::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Filed;
use crate::source::Place;

/// A name that is given twice.
pub(super) const RULE: Rule = Rule::data("duplicate-id");

/// A name, and where it is given.
type Name<'a> = (Cow<'a, str>, Place);

/// What is named, for the message, and the names of one space.
type Names<'a> = (&'static str, Vec<Name<'a>>);

/// Reports every name that was given before, with the first place.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let spaces =
        contract(context).into_iter().chain(records(context)).chain(service::names(context));
    for (what, names) in spaces {
        let mut first: HashMap<Cow<'_, str>, Place> = HashMap::with_capacity(names.len());
        for (id, place) in names {
            if let Some(known) = first.get(&id) {
                let said =
                    RULE.at(place).record(id.clone()).arg("what", what).arg("id", id.into_owned());
                found.push(said.related("first", known.clone()));
            } else {
                first.insert(id, place);
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
    let book = context.book;
    let inspections = || book.inspections.iter();
    let findings = inspections().flat_map(|inspection| {
        let findings = inspection.record.findings.iter().enumerate();
        findings.map(|(at, finding)| named(&finding.id, inspection.at("findings").at(at)))
    });
    let people = book.people.iter().flat_map(|people| {
        let list = people.record.people.iter().enumerate();
        list.map(|(at, person)| named(&person.id, people.at("people").at(at)))
    });
    let years =
        book.calendars.iter().map(|year| (year.record.year.to_string().into(), year.at("year")));
    [
        (
            "inspection",
            inspections().map(|filed| named(&filed.record.id, filed.place.clone())).collect(),
        ),
        ("period", periods(context, &book.inspections, |inspection| &inspection.period)),
        ("finding", findings.collect()),
        ("person", people.collect()),
        ("year", years.collect()),
        ("asset", assets(context)),
    ]
}

fn named(id: &str, place: Place) -> Name<'_> {
    (id.into(), place.at("id"))
}

/// The periods that records are owed for. One that is not its file's name is reported as such.
fn periods<'a, T>(
    context: &Context<'a>,
    filed: &'a [Filed<T>],
    period: fn(&T) -> &str,
) -> Vec<Name<'a>> {
    let own = filed.iter().filter(|filed| context.stem(&filed.place) == period(&filed.record));
    own.map(|filed| (period(&filed.record).into(), filed.at("period"))).collect()
}

/// Assets go by one name over all lists, and parts by one name at their asset.
fn assets<'a>(context: &Context<'a>) -> Vec<Name<'a>> {
    let Some(assets) = &context.book.assets else { return Vec::new() };
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
        let place = assets.at("servers").at(at);
        names.extend(server.mounts.iter().enumerate().map(|(part, mount)| {
            (object_name(&server.id, &mount.name).into(), place.at("mounts").at(part).at("name"))
        }));
        names.push(named(&server.id, place));
    }
    for (at, database) in record.databases.iter().enumerate() {
        let place = assets.at("databases").at(at);
        names.extend(database.tablespaces.iter().enumerate().map(|(part, space)| {
            (
                object_name(&database.id, &space.name).into(),
                place.at("tablespaces").at(part).at("name"),
            )
        }));
        names.push(named(&database.id, place));
    }
    names
}
