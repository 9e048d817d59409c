//! Due items as a calendar file that calendar programs import (RFC 5545).
//!
//! In: the data of the status. Out: the text of an `.ics` file. Every item has an id that stays the same from run to run, so
//! that importing twice updates entries instead of duplicating them. Times are UTC, which every program understands.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

use super::StatusInput;
use crate::schedule::{DueItem, DueKind};

/// Offset of the contract's time from UTC, in hours.
const AHEAD: i64 = 8;

/// Days before a duty at which the calendar program reminds.
const REMIND_DAYS: i64 = 7;

pub(super) fn text(input: &StatusInput<'_>) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&input.evaluation.contract.record.title);
    let stamp = utc(input.evaluation.as_of.and_time(NaiveTime::MIN));
    for item in input.agenda {
        calendar.push(event(input, item, stamp));
    }
    calendar.to_string()
}

fn event(input: &StatusInput<'_>, item: &DueItem<'_>, stamp: DateTime<Utc>) -> Event {
    let messages = &input.environment.messages;
    let kind =
        messages.text(&format!("matter-{}", item.kind.id()), &[("word", item.kind.word().into())]);
    let person = item.person.map_or_else(|| item.side.word(), |person| input.name(person));
    let clauses = if item.clauses.is_empty() { "—".to_owned() } else { item.clauses.join("、") };
    let id = format!("{}-{}-{}@weibao", item.kind.id(), tag(item), item.id);
    let mut event = Event::new();
    event.uid(&id).timestamp(stamp).summary(&format!("{kind} {}", title(item))).description(
        &messages.text(
            "status-event",
            &[("person", person.into()), ("clauses", clauses.into()), ("id", item.id.into())],
        ),
    );
    if item.all_day {
        // An all-day event without an end lasts that day.
        event.starts(item.due.date());
        let mut alarm = Alarm::display(&title(item), -Duration::days(REMIND_DAYS));
        // By default the library uses the time of the run and a random id, which would change from run to run.
        event.alarm(alarm.uid(&format!("alarm-{id}")).timestamp(stamp).done());
    } else {
        event.starts(utc(item.due));
    }
    event.done()
}

fn title(item: &DueItem<'_>) -> String {
    match item.kind {
        DueKind::Duty(_) => item.title.to_owned(),
        _ => format!("{} {}", item.id, item.title),
    }
}

/// Makes ids unique: several duties of one period, several clocks of one ticket.
fn tag(item: &DueItem<'_>) -> String {
    item.clauses.first().map_or_else(|| "0".to_owned(), |clause| clause.replace('.', "_"))
}

fn utc(local: NaiveDateTime) -> DateTime<Utc> {
    (local - Duration::hours(AHEAD)).and_utc()
}
