//! Dates of tickets, visits, cases, rosters, surveys, measures and deliveries.
//!
//! In: the records. Out: a diagnostic for each pair in the wrong order. Of several moments before the receipt of a ticket the
//! first speaks for all: most likely the receipt itself is wrong.

use std::collections::HashMap;

use chrono::{NaiveDateTime, NaiveTime};

use super::RULE;
use crate::check::clocks::stamp;
use crate::check::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Day, Delivery, Escalation, Moment, Sourced, Survey, Ticket, Visit};
use crate::schedule::find_period;
use crate::source::Location;

pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let records = context.records;
    records.tickets.iter().for_each(|sourced| ticket(sourced, found));
    let tickets = receipts(context);
    for sourced in &records.visits {
        visit(sourced, found);
        let arrived = Dated::moment("arrived_at", sourced.record.arrived_at);
        found.extend(before_receipt(
            &tickets,
            sourced,
            sourced.record.ticket.as_ref(),
            arrived,
            &sourced.record.id,
        ));
    }
    for sourced in &records.escalations {
        escalation(sourced, found);
        let opened = Dated::moment("opened_at", sourced.record.opened_at);
        found.extend(before_receipt(
            &tickets,
            sourced,
            sourced.record.ticket.as_ref(),
            opened,
            &sourced.record.id,
        ));
    }
    for sourced in &records.rosters {
        let (from, to) =
            (Dated::day("from", sourced.record.from), Dated::day("to", sourced.record.to));
        found.extend(pair(sourced, &sourced.record.from.to_string(), from, to));
    }
    records.surveys.iter().for_each(|sourced| survey(sourced, found));
    measures(context, found);
    records.deliveries.iter().for_each(|sourced| delivery(sourced, found));
}

/// A date of a record, and the key it stands under. A day alone is compared by its last moment where it comes second.
#[derive(Clone, Copy)]
struct Dated {
    key: &'static str,
    at: NaiveDateTime,
    is_day: bool,
}

impl Dated {
    const fn moment(key: &'static str, moment: Moment) -> Self {
        Self { key, at: moment.0, is_day: false }
    }

    const fn day(key: &'static str, day: Day) -> Self {
        Self { key, at: day.0.and_time(NaiveTime::MIN), is_day: true }
    }

    fn maybe(key: &'static str, moment: Option<Moment>) -> Option<Self> {
        moment.map(|moment| Self::moment(key, moment))
    }

    /// True if it lies before another date, as far as both are known.
    fn is_before(self, other: Self) -> bool {
        if self.is_day || other.is_day {
            self.at.date() < other.at.date()
        } else {
            self.at < other.at
        }
    }

    fn reported(self) -> String {
        if self.is_day { self.at.date().to_string() } else { stamp(self.at) }
    }
}

/// Says that the second of two dates of a record lies before the first.
fn pair<T>(sourced: &Sourced<T>, record: &str, first: Dated, second: Dated) -> Option<Diagnostic> {
    second
        .is_before(first)
        .then(|| diagnostic(sourced.at(second.key), sourced.at(first.key), record, first, second))
}

fn diagnostic(
    location: Location,
    earlier: Location,
    record: &str,
    first: Dated,
    second: Dated,
) -> Diagnostic {
    let diagnostic = RULE.at(location);
    let diagnostic = if first.is_day || second.is_day {
        diagnostic.variant("days")
    } else {
        diagnostic.variant("moments")
    };
    diagnostic
        .record(record)
        .key("first", first.key)
        .key("second", second.key)
        .arg("before", first.reported())
        .arg("after", second.reported())
        .related("earlier", earlier)
}

/// The first moment of a ticket that lies before its receipt, behind the receipt itself.
fn before_its_receipt(sourced: &Sourced<Ticket>) -> Option<(Dated, Dated)> {
    let ticket = &sourced.record;
    let received = Dated::moment("received_at", ticket.received_at);
    let moments = [
        ("auto_replied_at", ticket.auto_replied_at),
        ("responded_at", ticket.responded_at),
        ("classified_at", ticket.classified_at),
        ("raised_at", ticket.raised_at),
        ("interim_at", ticket.interim_at),
        ("remote_failed_at", ticket.remote_failed_at),
        ("remote_resolved_at", ticket.remote_resolved_at),
        ("answered_at", ticket.answered_at),
        ("closed_at", ticket.closed_at),
        ("hold_from", ticket.hold_from),
        ("hold_to", ticket.hold_to),
    ];
    let mut moments = moments.into_iter().filter_map(|(key, moment)| Dated::maybe(key, moment));
    moments.find(|moment| moment.is_before(received)).map(|moment| (received, moment))
}

fn ticket(sourced: &Sourced<Ticket>, found: &mut Diagnostics) {
    let ticket = &sourced.record;
    if let Some((received, moment)) = before_its_receipt(sourced) {
        found.extend(pair(sourced, &ticket.id, received, moment));
        return;
    }
    let pairs = [
        (
            Dated::maybe("answered_at", ticket.answered_at),
            Dated::maybe("closed_at", ticket.closed_at),
        ),
        (
            Dated::maybe("remote_resolved_at", ticket.remote_resolved_at),
            Dated::maybe("closed_at", ticket.closed_at),
        ),
    ];
    let pairs = pairs.into_iter().filter_map(|(first, second)| Some((first?, second?)));
    found.extend(
        pairs.into_iter().filter_map(|(first, second)| pair(sourced, &ticket.id, first, second)),
    );
}

/// The tickets whose receipt can be true, by number.
fn receipts<'a>(context: &Context<'a>) -> HashMap<&'a str, &'a Sourced<Ticket>> {
    let sound =
        context.records.tickets.iter().filter(|ticket| before_its_receipt(ticket).is_none());
    sound.map(|ticket| (ticket.record.id.as_str(), ticket)).collect()
}

/// What was done for a ticket was not done before it came in.
fn before_receipt<T>(
    tickets: &HashMap<&str, &Sourced<Ticket>>,
    sourced: &Sourced<T>,
    ticket: Option<&String>,
    done: Dated,
    record: &str,
) -> Option<Diagnostic> {
    let ticket = tickets.get(ticket?.as_str())?;
    let received = Dated::moment("received_at", ticket.record.received_at);
    let location = || (sourced.at(done.key), ticket.at("received_at"));
    done.is_before(received).then(|| {
        let (location, earlier) = location();
        let diagnostic = diagnostic(location, earlier, record, received, done);
        diagnostic.variant("before-receipt").arg("ticket", ticket.record.id.as_str())
    })
}

fn visit(sourced: &Sourced<Visit>, found: &mut Diagnostics) {
    let visit = &sourced.record;
    let arrived = Dated::moment("arrived_at", visit.arrived_at);
    let departed = Dated::maybe("departed_at", visit.departed_at);
    found.extend(departed.and_then(|departed| pair(sourced, &visit.id, departed, arrived)));
    let later = [
        Dated::maybe("left_at", visit.left_at),
        visit.signed_on.map(|day| Dated::day("signed_on", day)),
    ];
    found.extend(
        later.into_iter().flatten().filter_map(|later| pair(sourced, &visit.id, arrived, later)),
    );
}

fn escalation(sourced: &Sourced<Escalation>, found: &mut Diagnostics) {
    let case = &sourced.record;
    let steps = [
        Some(Dated::moment("opened_at", case.opened_at)),
        Dated::maybe("replied_at", case.replied_at),
        Dated::maybe("solved_at", case.solved_at),
    ];
    in_order(sourced, &case.id, steps, found);
}

/// Compares each date with the one before it, as far as they are given.
fn in_order<T, const N: usize>(
    sourced: &Sourced<T>,
    record: &str,
    steps: [Option<Dated>; N],
    found: &mut Diagnostics,
) {
    let steps: Vec<_> = steps.into_iter().flatten().collect();
    let pairs = steps.iter().zip(steps.iter().skip(1));
    found.extend(pairs.filter_map(|(first, second)| pair(sourced, record, *first, *second)));
}

/// Calls lie between the first and the last day.
fn survey(sourced: &Sourced<Survey>, found: &mut Diagnostics) {
    let survey = &sourced.record;
    let started = Dated::day("started_on", survey.started_on);
    let finished = survey.finished_on.map(|day| Dated::day("finished_on", day));
    if let Some(diagnostic) =
        finished.and_then(|finished| pair(sourced, &survey.id, started, finished))
    {
        // Every call lies outside such a span.
        found.push(diagnostic);
        return;
    }
    for (at, respondent) in survey.respondents.iter().enumerate() {
        for (index, attempt) in respondent.attempts.iter().enumerate() {
            let call = Dated::moment("at", attempt.at);
            let location = || sourced.at("respondents").at(at).at("attempts").at(index).at("at");
            let record = || format!("{}/{}", survey.id, respondent.id);
            if call.is_before(started) {
                found.push(diagnostic(
                    location(),
                    sourced.at(started.key),
                    &record(),
                    started,
                    call,
                ));
            }
            if let Some(finished) = finished.filter(|finished| finished.is_before(call)) {
                let diagnostic =
                    diagnostic(location(), sourced.at(finished.key), &record(), finished, call);
                found.push(diagnostic.variant("after-end"));
            }
        }
    }
}

/// A measure is neither due nor done before the survey that asks for it began. A summary also tells of older ones, which were
/// due before its year but not done before it.
fn measures(context: &Context<'_>, found: &mut Diagnostics) {
    let records = context.records;
    for survey in &records.surveys {
        let first = Dated::day("started_on", survey.record.started_on);
        for (at, measure) in survey.record.measures.iter().enumerate() {
            let closed = measure.closed_on.map(|day| Dated::day("closed_on", day));
            for date in [Some(Dated::day("due", measure.due)), closed].into_iter().flatten() {
                let location = survey.at("measures").at(at).at(date.key);
                found.extend(date.is_before(first).then(|| {
                    diagnostic(location, survey.at("started_on"), &measure.id, first, date)
                }));
            }
        }
    }
    for summary in &records.summaries {
        let Some(period) = find_period(&context.contract.record, &summary.record.period) else {
            continue;
        };
        let first = Dated::day("period", Day(period.from));
        for (at, measure) in summary.record.measures.iter().enumerate() {
            let closed = measure.closed_on.map(|day| Dated::day("closed_on", day));
            found.extend(closed.filter(|closed| closed.is_before(first)).map(|closed| {
                let location = summary.at("measures").at(at).at("closed_on");
                diagnostic(location, summary.at("period"), &measure.id, first, closed)
            }));
        }
    }
}

fn delivery(sourced: &Sourced<Delivery>, found: &mut Diagnostics) {
    let delivery = &sourced.record;
    let steps = [
        Some(Dated::day("delivered_on", delivery.delivered_on)),
        delivery.accepted_on.map(|day| Dated::day("accepted_on", day)),
    ];
    in_order(sourced, &delivery.id, steps, found);
}
