//! `file-missing`: the contract or the records speak of people or assets, and there is no list of them.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::Place;

/// A list that is needed and not there.
pub(super) const RULE: Rule = Rule::data("file-missing");

/// Reports `people.yaml` and `assets.yaml` where something depends on them.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let book = context.book;
    if book.people.is_none() && !context.any_faulty("people") {
        found.extend(
            first_person(context)
                .map(|place| RULE.at(place).record("people.yaml").arg("path", "data/people.yaml")),
        );
    }
    if book.assets.is_none() && !context.any_faulty("assets") {
        let mut clauses = context.contract.record.clauses.iter().enumerate();
        let limited = clauses.find(|(_, clause)| !clause.limits.is_empty());
        let place = limited.map(|(at, _)| context.contract.at("clauses").at(at).at("limits"));
        found.extend(
            place.map(|place| RULE.at(place).record("assets.yaml").arg("path", "data/assets.yaml")),
        );
    }
}

/// Where a person is named first, in the order of the kinds.
fn first_person(context: &Context<'_>) -> Option<Place> {
    let book = context.book;
    let places = [
        book.inspections.first().map(|inspection| inspection.at("inspectors").at(0)),
        book.tickets.first().map(|ticket| ticket.at("agent")),
        book.visits.first().map(|visit| visit.at("engineers")),
        book.escalations.first().map(|case| case.at("raised_by")),
        book.rosters.first().map(|duty| duty.at("person")),
        book.surveys.first().map(|survey| survey.at("surveyors").at(0)),
        book.summaries.first().map(|summary| summary.at("prepared_by")),
        book.deliveries.first().map(|delivery| delivery.at("delivered_by")),
    ];
    places.into_iter().flatten().next()
}
