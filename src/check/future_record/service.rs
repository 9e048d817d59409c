//! Dates of things done in tickets, visits, cases, surveys, knowledge, summaries and deliveries.
//!
//! In: the records. Out: a warning for the first date of each that has not come. Days that are planned, such as dues and
//! rosters, may lie ahead.

use chrono::NaiveDate;

use super::RULE;
use crate::check::context::Context;
use crate::diagnostic::Diagnostics;
use crate::model::{Day, Measure, Moment, Sourced, Summary, Survey, Ticket, Visit};
use crate::source::Location;

pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let records = context.records;
    for sourced in &records.tickets {
        first_of(context, sourced, &sourced.record.id, &ticket(&sourced.record), found);
    }
    for sourced in &records.visits {
        first_of(context, sourced, &sourced.record.id, &visit(&sourced.record), found);
    }
    for sourced in &records.escalations {
        let case = &sourced.record;
        let dates = [
            moment("opened_at", Some(case.opened_at)),
            moment("replied_at", case.replied_at),
            moment("solved_at", case.solved_at),
        ];
        first_of(context, sourced, &case.id, &dates, found);
    }
    for sourced in &records.surveys {
        first(context, survey(sourced), &sourced.record.id, found);
    }
    for sourced in &records.knowledge {
        let dates = [day("updated_on", Some(sourced.record.updated_on))];
        first_of(context, sourced, &sourced.record.id, &dates, found);
    }
    for sourced in &records.summaries {
        first(context, summary(sourced), &sourced.record.id, found);
    }
    for sourced in &records.deliveries {
        let delivery = &sourced.record;
        let dates = [
            day("delivered_on", Some(delivery.delivered_on)),
            day("accepted_on", delivery.accepted_on),
        ];
        first_of(context, sourced, &delivery.id, &dates, found);
    }
}

/// A day that a record gives, under a key of its own.
type Dated = (&'static str, Option<NaiveDate>);

fn moment(key: &'static str, moment: Option<Moment>) -> Dated {
    (key, moment.map(Moment::day))
}

fn day(key: &'static str, day: Option<Day>) -> Dated {
    (key, day.map(|day| day.0))
}

fn ticket(ticket: &Ticket) -> [Dated; 11] {
    [
        moment("received_at", Some(ticket.received_at)),
        moment("auto_replied_at", ticket.auto_replied_at),
        moment("responded_at", ticket.responded_at),
        moment("classified_at", ticket.classified_at),
        moment("raised_at", ticket.raised_at),
        moment("interim_at", ticket.interim_at),
        moment("remote_failed_at", ticket.remote_failed_at),
        moment("remote_resolved_at", ticket.remote_resolved_at),
        moment("answered_at", ticket.answered_at),
        moment("closed_at", ticket.closed_at),
        moment("hold_from", ticket.hold_from),
    ]
}

fn visit(visit: &Visit) -> [Dated; 4] {
    [
        moment("departed_at", visit.departed_at),
        moment("arrived_at", Some(visit.arrived_at)),
        moment("left_at", visit.left_at),
        day("signed_on", visit.signed_on),
    ]
}

fn survey(sourced: &Sourced<Survey>) -> Vec<(NaiveDate, Location)> {
    let survey = &sourced.record;
    let mut dated = vec![(survey.started_on.0, sourced.at("started_on"))];
    for (at, respondent) in survey.respondents.iter().enumerate() {
        let calls = respondent.attempts.iter().enumerate().map(|(index, attempt)| {
            (attempt.at.day(), sourced.at("respondents").at(at).at("attempts").at(index).at("at"))
        });
        dated.extend(calls);
    }
    dated.extend(survey.finished_on.map(|day| (day.0, sourced.at("finished_on"))));
    dated.extend(closings(sourced, &survey.measures));
    dated
}

fn summary(sourced: &Sourced<Summary>) -> Vec<(NaiveDate, Location)> {
    let summary = &sourced.record;
    let mut dated: Vec<_> =
        summary.finished_on.map(|day| (day.0, sourced.at("finished_on"))).into_iter().collect();
    let events = summary.events.iter().enumerate();
    dated.extend(events.map(|(at, event)| (event.on.0, sourced.at("events").at(at).at("on"))));
    dated.extend(closings(sourced, &summary.measures));
    dated
}

fn closings<T>(sourced: &Sourced<T>, measures: &[Measure]) -> Vec<(NaiveDate, Location)> {
    let measures = measures.iter().enumerate();
    let closed = measures.filter_map(|(at, measure)| {
        Some((measure.closed_on?.0, sourced.at("measures").at(at).at("closed_on")))
    });
    closed.collect()
}

fn first_of<T>(
    context: &Context<'_>,
    sourced: &Sourced<T>,
    record: &str,
    dates: &[Dated],
    found: &mut Diagnostics,
) {
    let mut given = dates.iter().filter_map(|(key, day)| Some((*key, (*day)?)));
    if let Some((key, day)) = given.find(|(_, day)| *day > context.as_of) {
        say(context, day, sourced.at(key), record, found);
    }
}

fn first(
    context: &Context<'_>,
    dated: Vec<(NaiveDate, Location)>,
    record: &str,
    found: &mut Diagnostics,
) {
    if let Some((day, location)) = dated.into_iter().find(|(day, _)| *day > context.as_of) {
        say(context, day, location, record, found);
    }
}

fn say(
    context: &Context<'_>,
    day: NaiveDate,
    location: Location,
    record: &str,
    found: &mut Diagnostics,
) {
    let diagnostic = RULE.at(location).record(record).arg("day", day.to_string());
    found.push(diagnostic.arg("today", context.as_of.to_string()));
}
