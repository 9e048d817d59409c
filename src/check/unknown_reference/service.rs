//! References of tickets, visits, cases, rosters, surveys, summaries and deliveries.
//!
//! In: the records. Out: a diagnostic for each name that leads nowhere. What is named is gathered once, for a hundred thousand
//! tickets ask for it.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use super::{LISTED, Reference, unknown};
use crate::check::context::Context;
use crate::diagnostic::Diagnostics;
use crate::model::Sourced;
use crate::source::{Key, Location};

pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut search = Search::new(context, found);
    search.tickets(context);
    search.visits(context);
    search.escalations(context);
    search.rosters(context);
    search.surveys(context);
    search.summaries(context);
    search.deliveries(context);
}

/// The names of one kind.
struct Names<'a> {
    /// What they are, for the message.
    what: &'static str,
    /// The names; none where a record that gives some could not be read, or the list is missing: both are reported as such.
    known: Option<BTreeSet<&'a str>>,
}

impl<'a> Names<'a> {
    fn new(what: &'static str, sound: bool, ids: impl Iterator<Item = &'a str>) -> Self {
        Self { what, known: sound.then(|| ids.collect()) }
    }

    /// Every name of some lists; none unless all are known.
    fn joined(what: &'static str, lists: &[&Self]) -> Self {
        let mut known = Some(BTreeSet::new());
        for list in lists {
            known = known.zip(list.known.as_ref()).map(|(mut known, list)| {
                known.extend(list);
                known
            });
        }
        Self { what, known }
    }
}

/// Looks names up, and says what it does not find.
struct Search<'a, 'f> {
    people: Names<'a>,
    tickets: Names<'a>,
    escalations: Names<'a>,
    findings: Names<'a>,
    knowledge: Names<'a>,
    records: Names<'a>,
    found: &'f mut Diagnostics,
}

impl<'a, 'f> Search<'a, 'f> {
    fn new(context: &Context<'a>, found: &'f mut Diagnostics) -> Self {
        let records = context.records;
        let sound = |kind: &str| !context.any_unread(kind);
        let people = records.people.iter().flat_map(|people| &people.record.people);
        let people = people.map(|person| person.id.as_str());
        let tickets = records.tickets.iter().map(|ticket| ticket.record.id.as_str());
        let visits = records.visits.iter().map(|visit| visit.record.id.as_str());
        let escalations = records.escalations.iter().map(|case| case.record.id.as_str());
        let findings =
            records.inspections.iter().flat_map(|inspection| &inspection.record.findings);
        let findings = findings.map(|finding| finding.id.as_str());
        let inspections =
            records.inspections.iter().map(|inspection| inspection.record.id.as_str());
        let knowledge = records.knowledge.iter().map(|entry| entry.record.id.as_str());
        let tickets =
            Names::new("ticket", ["call", "email", "fax"].into_iter().all(sound), tickets);
        let escalations = Names::new("escalation", sound("escalation"), escalations);
        let findings = Names::new("finding", sound("inspection"), findings);
        let visits = Names::new("visit", sound("visit"), visits);
        let inspections = Names::new("inspection", sound("inspection"), inspections);
        Self {
            records: Names::joined(
                "record",
                &[&tickets, &escalations, &findings, &visits, &inspections],
            ),
            people: Names::new("person", records.people.is_some(), people),
            tickets,
            escalations,
            findings,
            knowledge: Names::new("knowledge", sound("knowledge"), knowledge),
            found,
        }
    }

    fn tickets(&mut self, context: &Context<'_>) {
        for sourced in &context.records.tickets {
            let Self { people, tickets, escalations, knowledge, found, .. } = self;
            let ticket = &sourced.record;
            let mut look = |names: &Names<'_>, key: &str, id: Option<&String>| {
                look_up(names, id, || sourced.at(key), &ticket.id, found);
            };
            look(people, "agent", Some(&ticket.agent));
            look(knowledge, "knowledge", ticket.knowledge.as_ref());
            look(escalations, "escalation", ticket.escalation.as_ref());
            look(tickets, "first_notice", ticket.first_notice.as_ref());
        }
    }

    fn visits(&mut self, context: &Context<'_>) {
        for sourced in &context.records.visits {
            let visit = &sourced.record;
            look_up(
                &self.tickets,
                visit.ticket.as_ref(),
                || sourced.at("ticket"),
                &visit.id,
                self.found,
            );
            for (at, id) in visit.engineers.iter().enumerate() {
                self.person(sourced, [Key::from("engineers"), Key::from(at)], Some(id), &visit.id);
            }
            // The hospital's people sign by name where they are not listed.
            let signed_by = visit.signed_by.as_ref().filter(|id| id.is_ascii());
            self.person(sourced, ["signed_by".into()], signed_by, &visit.id);
            for (at, interview) in visit.interviews.iter().enumerate() {
                let steps = [Key::from("interviews"), Key::from(at), Key::from("person")];
                self.person(sourced, steps, interview.person.as_ref(), &visit.id);
            }
        }
    }

    fn escalations(&mut self, context: &Context<'_>) {
        for sourced in &context.records.escalations {
            let case = &sourced.record;
            self.person(sourced, ["raised_by".into()], Some(&case.raised_by), &case.id);
            self.person(sourced, ["assigned_to".into()], case.assigned_to.as_ref(), &case.id);
            look_up(
                &self.tickets,
                case.ticket.as_ref(),
                || sourced.at("ticket"),
                &case.id,
                self.found,
            );
            look_up(
                &self.findings,
                case.finding.as_ref(),
                || sourced.at("finding"),
                &case.id,
                self.found,
            );
        }
    }

    fn rosters(&mut self, context: &Context<'_>) {
        for sourced in &context.records.rosters {
            let record = sourced.record.from.to_string();
            self.person(sourced, ["person".into()], Some(&sourced.record.person), &record);
            self.person(sourced, ["backup".into()], sourced.record.backup.as_ref(), &record);
        }
    }

    fn surveys(&mut self, context: &Context<'_>) {
        for sourced in &context.records.surveys {
            let survey = &sourced.record;
            for (at, id) in survey.surveyors.iter().enumerate() {
                self.person(sourced, [Key::from("surveyors"), Key::from(at)], Some(id), &survey.id);
            }
            for (at, respondent) in survey.respondents.iter().enumerate() {
                let steps = [Key::from("respondents"), Key::from(at), Key::from("person")];
                self.person(sourced, steps, respondent.person.as_ref(), &survey.id);
            }
            for (at, measure) in survey.measures.iter().enumerate() {
                let steps = [Key::from("measures"), Key::from(at), Key::from("owner")];
                self.person(sourced, steps, Some(&measure.owner), &measure.id);
            }
        }
    }

    fn summaries(&mut self, context: &Context<'_>) {
        for sourced in &context.records.summaries {
            let summary = &sourced.record;
            self.person(sourced, ["prepared_by".into()], Some(&summary.prepared_by), &summary.id);
            for (at, event) in summary.events.iter().enumerate() {
                for (index, id) in event.records.iter().enumerate() {
                    let location = || sourced.at("events").at(at).at("records").at(index);
                    look_up(&self.records, Some(id), location, &summary.id, self.found);
                }
            }
            for (at, measure) in summary.measures.iter().enumerate() {
                let steps = [Key::from("measures"), Key::from(at), Key::from("owner")];
                self.person(sourced, steps, Some(&measure.owner), &measure.id);
            }
        }
    }

    fn deliveries(&mut self, context: &Context<'_>) {
        for sourced in &context.records.deliveries {
            let delivery = &sourced.record;
            self.person(
                sourced,
                ["delivered_by".into()],
                Some(&delivery.delivered_by),
                &delivery.id,
            );
            self.person(
                sourced,
                ["received_by".into()],
                delivery.received_by.as_ref(),
                &delivery.id,
            );
            self.person(
                sourced,
                ["accepted_by".into()],
                delivery.accepted_by.as_ref(),
                &delivery.id,
            );
        }
    }

    fn person<T, const N: usize>(
        &mut self,
        sourced: &Sourced<T>,
        steps: [Key; N],
        id: Option<&String>,
        record: &str,
    ) {
        let location =
            || steps.into_iter().fold(sourced.location.clone(), |location, step| location.at(step));
        look_up(&self.people, id, location, record, self.found);
    }
}

fn look_up(
    names: &Names<'_>,
    id: Option<&String>,
    location: impl FnOnce() -> Location,
    record: &str,
    found: &mut Diagnostics,
) {
    let (Some(id), Some(known)) = (id, &names.known) else { return };
    if !known.contains(id.as_str()) {
        let reference = Reference { what: names.what, id, location: location(), record };
        unknown(reference, &neighbours(known, id), found);
    }
}

/// The names that come next to one in alphabetical order, and thus begin like it; all of a short list.
fn neighbours<'a>(known: &BTreeSet<&'a str>, id: &str) -> Vec<&'a str> {
    if known.len() <= LISTED {
        return known.iter().copied().collect();
    }
    let before = known.range::<str, _>((Unbounded, Excluded(id))).rev().take(LISTED / 2);
    let mut near: Vec<_> = before.copied().collect();
    near.reverse();
    // One more than are listed, which shows that there are more.
    near.extend(known.range::<str, _>((Excluded(id), Unbounded)).take(LISTED + 1 - near.len()));
    near
}
