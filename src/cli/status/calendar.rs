//! What is due, as a calendar file that calendar programs import (RFC 5545).
//!
//! In: what is told. Out: the text of an `.ics` file. Every matter has an id of its own that stays the same from run to run, so
//! that importing twice changes entries instead of doubling them. Times are UTC, which every program understands.

use chrono::{DateTime, Duration, NaiveDateTime, NaiveTime, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

use super::Told;
use crate::schedule::{Matter, MatterKind};

/// Hours that the contract's time is ahead of UTC.
const AHEAD: i64 = 8;

/// Days before a duty at which a calendar program reminds.
const REMIND_DAYS: i64 = 7;

/// The file.
pub(super) fn text(told: &Told<'_>) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&told.contract.record.title);
    let stamp = utc(told.reckoning.as_of.and_time(NaiveTime::MIN));
    for matter in told.agenda {
        calendar.push(event(told, matter, stamp));
    }
    calendar.to_string()
}

fn event(told: &Told<'_>, matter: &Matter<'_>, stamp: DateTime<Utc>) -> Event {
    let phrases = &told.surroundings.phrases;
    let kind = phrases
        .text(&format!("matter-{}", matter.kind.id()), &[("word", matter.kind.word().into())]);
    let person = matter.person.map_or_else(|| matter.side.word(), |person| told.name(person));
    let clauses =
        if matter.clauses.is_empty() { "—".to_owned() } else { matter.clauses.join("、") };
    let id = format!("{}-{}-{}@weibao", matter.kind.id(), tag(matter), matter.id);
    let mut event = Event::new();
    event.uid(&id).timestamp(stamp).summary(&format!("{kind} {}", title(matter))).description(
        &phrases.text(
            "status-event",
            &[("person", person.into()), ("clauses", clauses.into()), ("id", matter.id.into())],
        ),
    );
    if matter.all_day {
        // Without an end an event of a day lasts that day.
        event.starts(matter.due.date());
        let mut alarm = Alarm::display(&title(matter), -Duration::days(REMIND_DAYS));
        // The library would give it the time of the run, and a name of chance.
        event.alarm(alarm.uid(&format!("alarm-{id}")).timestamp(stamp).done());
    } else {
        event.starts(utc(matter.due));
    }
    event.done()
}

fn title(matter: &Matter<'_>) -> String {
    match matter.kind {
        MatterKind::Duty(_) => matter.title.to_owned(),
        _ => format!("{} {}", matter.id, matter.title),
    }
}

/// Tells the duties of one period, and the clocks of one ticket, apart.
fn tag(matter: &Matter<'_>) -> String {
    matter.clauses.first().map_or_else(|| "0".to_owned(), |clause| clause.replace('.', "_"))
}

fn utc(local: NaiveDateTime) -> DateTime<Utc> {
    (local - Duration::hours(AHEAD)).and_utc()
}
