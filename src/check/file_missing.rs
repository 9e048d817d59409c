//! `file-missing`: the contract or the records speak of people or assets, and there is no list of them.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::Location;

/// A list that is needed and not there.
pub(super) const RULE: Rule = Rule::data("file-missing");

/// Reports `people.yaml` and `assets.yaml` where something depends on them.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let records = context.records;
    if records.people.is_none() && !context.any_faulty("people") {
        found.extend(first_person(context).map(|location| {
            RULE.at(location).record("people.yaml").arg("path", "data/people.yaml")
        }));
    }
    if records.assets.is_none() && !context.any_faulty("assets") {
        let mut clauses = context.contract.record.clauses.iter().enumerate();
        let limited = clauses.find(|(_, clause)| !clause.limits.is_empty());
        let location = limited.map(|(at, _)| context.contract.at("clauses").at(at).at("limits"));
        found.extend(location.map(|location| {
            RULE.at(location).record("assets.yaml").arg("path", "data/assets.yaml")
        }));
    }
}

/// Where a person is named first, in the order of the kinds.
fn first_person(context: &Context<'_>) -> Option<Location> {
    let records = context.records;
    let locations = [
        records.inspections.first().map(|inspection| inspection.at("inspectors").at(0)),
        records.tickets.first().map(|ticket| ticket.at("agent")),
        records.visits.first().map(|visit| visit.at("engineers")),
        records.escalations.first().map(|case| case.at("raised_by")),
        records.rosters.first().map(|duty| duty.at("person")),
        records.surveys.first().map(|survey| survey.at("surveyors").at(0)),
        records.summaries.first().map(|summary| summary.at("prepared_by")),
        records.deliveries.first().map(|delivery| delivery.at("delivered_by")),
    ];
    locations.into_iter().flatten().next()
}
