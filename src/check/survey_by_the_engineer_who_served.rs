//! `survey-by-the-engineer-who-served`: an engineer surveyed satisfaction with their own service.

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Evidence, VisitPurpose};
use crate::schedule::{Period, find_period};
use crate::source::Location;

/// A survey about the surveyor's own service.
pub(super) const RULE: Rule = Rule::data("survey-by-the-engineer-who-served");

/// Searches the work of each surveyor in the survey's year. An unknown year is already reported.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let clause = clauses::of_evidence(context, Evidence::Survey);
    for survey in &context.records.surveys {
        let Some(period) = find_period(&context.contract.record, &survey.record.period) else {
            continue;
        };
        for (at, surveyor) in survey.record.surveyors.iter().enumerate() {
            let (tickets, visits) =
                (taken(context, &period, surveyor), made(context, &period, surveyor));
            let Some(served) = tickets.first().or_else(|| visits.first()) else { continue };
            let diagnostic = RULE
                .at(survey.at("surveyors").at(at))
                .record(survey.record.id.as_str())
                .arg(
                    "person",
                    context
                        .records
                        .person(surveyor)
                        .map_or(surveyor.as_str(), |person| &person.name),
                )
                .arg("period", period.title.as_str())
                .arg("tickets", tickets.len())
                .arg("visits", visits.len())
                .related("served", served.clone());
            found.push(clauses::pointed(diagnostic, context, clause));
        }
    }
}

/// The tickets that a person received.
fn taken(context: &Context<'_>, period: &Period, person: &str) -> Vec<Location> {
    let tickets = context.records.tickets.iter().filter(|ticket| {
        ticket.record.agent == person && period.contains(ticket.record.received_at.day())
    });
    tickets.map(|ticket| ticket.at("agent")).collect()
}

/// The visits on site that a person made. Revisits do not count as service.
fn made(context: &Context<'_>, period: &Period, person: &str) -> Vec<Location> {
    let visits = context.records.visits.iter().filter(|visit| {
        let record = &visit.record;
        record.purpose == VisitPurpose::OnSite
            && period.contains(record.arrived_at.day())
            && record.engineers.iter().any(|engineer| engineer == person)
    });
    visits.map(|visit| visit.at("engineers")).collect()
}
