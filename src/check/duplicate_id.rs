//! `duplicate-id`: two records, people, assets, clauses, metrics or years go by one name.

use std::collections::BTreeMap;

use super::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::Place;

/// A name that is given twice.
pub(super) const RULE: Rule = Rule::data("duplicate-id");

/// What is named, for the message, and where each name is given.
type Names = (&'static str, Vec<(String, Place)>);

/// Reports every name that was given before, with the first place.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (what, names) in contract(context).into_iter().chain(records(context)) {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        for (id, place) in names {
            if let Some(known) = first.get(&id) {
                let said = RULE.at(place).record(id.clone()).arg("what", what).arg("id", id);
                found.push(said.related("first", known.clone()));
            } else {
                first.insert(id, place);
            }
        }
    }
}

fn contract(context: &Context<'_>) -> [Names; 2] {
    let contract = context.contract;
    let clauses = contract.record.clauses.iter().enumerate();
    let metrics = contract.record.metrics.iter().enumerate();
    [
        ("clause", clauses.map(|(at, clause)| named(&clause.id, contract.at("clauses").at(at))).collect()),
        ("metric", metrics.map(|(at, metric)| named(&metric.id, contract.at("metrics").at(at))).collect()),
    ]
}

fn records(context: &Context<'_>) -> [Names; 6] {
    let book = context.book;
    let inspections = || book.inspections.iter();
    let findings = inspections().flat_map(|inspection| {
        let findings = inspection.record.findings.iter().enumerate();
        findings.map(|(at, finding)| named(&finding.id, inspection.at("findings").at(at)))
    });
    // A period that is not its file's name is reported as such.
    let own = inspections().filter(|inspection| context.stem(&inspection.place) == inspection.record.period);
    let people = book.people.iter().flat_map(|people| {
        let list = people.record.people.iter().enumerate();
        list.map(|(at, person)| named(&person.id, people.at("people").at(at)))
    });
    let years = book.calendars.iter().map(|year| (year.record.year.to_string(), year.at("year")));
    [
        ("inspection", inspections().map(|filed| named(&filed.record.id, filed.place.clone())).collect()),
        ("period", own.map(|filed| (filed.record.period.clone(), filed.at("period"))).collect()),
        ("finding", findings.collect()),
        ("person", people.collect()),
        ("year", years.collect()),
        ("asset", assets(context)),
    ]
}

fn named(id: &str, place: Place) -> (String, Place) {
    (id.to_owned(), place.at("id"))
}

/// Assets go by one name over all lists, and parts by one name at their asset.
fn assets(context: &Context<'_>) -> Vec<(String, Place)> {
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
        names.extend(list.iter().enumerate().map(|(at, asset)| named(&asset.id, assets.at(key).at(at))));
    }
    for (at, server) in record.servers.iter().enumerate() {
        let place = assets.at("servers").at(at);
        names.extend(server.mounts.iter().enumerate().map(|(part, mount)| {
            (object_name(&server.id, &mount.name), place.at("mounts").at(part).at("name"))
        }));
        names.push(named(&server.id, place));
    }
    for (at, database) in record.databases.iter().enumerate() {
        let place = assets.at("databases").at(at);
        names.extend(database.tablespaces.iter().enumerate().map(|(part, space)| {
            (object_name(&database.id, &space.name), place.at("tablespaces").at(part).at("name"))
        }));
        names.push(named(&database.id, place));
    }
    names
}
