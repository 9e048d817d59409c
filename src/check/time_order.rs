//! `time-order`: of two dates that follow one another, the later is earlier.
//!
//! In: the records. Out: a diagnostic for each pair in the wrong order. Which keys follow one
//! another is known here; where a record has them, their values are found by key.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{NaiveDateTime, NaiveTime};

use super::clocks::stamp;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Day, Entry, Inspection, Moment, Role, Seen, Sourced, Survey, Target, Value};
use crate::schedule::{FindingFollowUp, FindingHistory, find_period};
use crate::source::Location;

/// Two dates in the wrong order.
pub(super) const RULE: Rule = Rule::data("time-order");

/// Keys of dates that follow one another in every record that has them; those that are not given
/// are passed over.
const CHAINS: &[&[&str]] = &[
    &["answered_at", "closed_at"],
    &["remote_resolved_at", "closed_at"],
    &["departed_at", "arrived_at", "left_at"],
    &["arrived_at", "signed_on"],
    &["opened_at", "replied_at", "solved_at"],
    &["started_on", "finished_on"],
    &["delivered_on", "accepted_on"],
    &["from", "to"],
];

/// The receipt of a ticket, before which nothing happens that it tells of.
const RECEIPT: &str = "received_at";

/// Compares the dates of the contract, of each inspection, and of each record of the service.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    term(context, found);
    for inspection in &context.records.inspections {
        span(inspection, found);
        dues(inspection, found);
        revisions(inspection, found);
    }
    followups(context, found);
    chains(context, found);
    for survey in &context.records.surveys {
        calls(survey, found);
    }
    measures(context, found);
}

fn term(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    if term.to < term.from {
        let location = context.contract.at("term");
        let diagnostic = RULE.at(location.at("to")).variant("term").record("contract");
        found.push(
            diagnostic
                .arg("before", term.from.to_string())
                .arg("after", term.to.to_string())
                .related("earlier", location.at("from")),
        );
    }
}

fn span(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let record = &inspection.record;
    if record.finished_at < record.started_at {
        found.push(
            RULE.at(inspection.at("finished_at"))
                .record(record.id.as_str())
                .arg("before", record.started_at.to_string())
                .arg("after", record.finished_at.to_string())
                .related("earlier", inspection.at("started_at")),
        );
    }
}

fn dues(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let record = &inspection.record;
    for (at, finding) in record.findings.iter().enumerate() {
        if let Some(due) = finding.due.filter(|due| due.0 < record.started_at.day()) {
            found.push(
                RULE.at(inspection.at("findings").at(at).at("due"))
                    .variant("due")
                    .record(finding.id.as_str())
                    .arg("before", record.started_at.day().to_string())
                    .arg("after", due.to_string())
                    .related("earlier", inspection.at("started_at")),
            );
        }
    }
}

/// A version of the report is written after the inspection, and after the version before it.
fn revisions(inspection: &Sourced<Inspection>, found: &mut Diagnostics) {
    let mut before = (inspection.record.finished_at.day(), inspection.at("finished_at"));
    for (at, revision) in inspection.record.revisions.iter().enumerate() {
        let location = inspection.at("revisions").at(at).at("on");
        if revision.on.0 < before.0 {
            found.push(
                RULE.at(location.clone())
                    .variant("revision")
                    .record(inspection.record.id.as_str())
                    .arg("version", revision.version.as_str())
                    .arg("before", before.0.to_string())
                    .arg("after", revision.on.to_string())
                    .related("earlier", before.1),
            );
        }
        before = (revision.on.0, location);
    }
}

/// Nothing is followed up before it was found, and closed neither before that nor after the
/// inspection that says so.
fn followups(context: &Context<'_>, found: &mut Diagnostics) {
    for history in &context.histories {
        for link in &history.links {
            found.extend(
                followed_too_early(history, link).or_else(|| closed_out_of_time(history, link)),
            );
        }
    }
}

fn followed_too_early(
    history: &FindingHistory<'_>,
    link: &FindingFollowUp<'_>,
) -> Option<Diagnostic> {
    let (raised, record) = (history.inspection.record.started_at, &link.inspection.record);
    (record.started_at < raised).then(|| {
        RULE.at(link.inspection.at("followups").at(link.index).at("finding"))
            .variant("follow-up")
            .record(record.id.as_str())
            .arg("id", history.finding.id.as_str())
            .arg("before", raised.day().to_string())
            .arg("after", record.started_at.day().to_string())
            .related("earlier", history.inspection.at("findings").at(history.index).at("id"))
    })
}

fn closed_out_of_time(
    history: &FindingHistory<'_>,
    link: &FindingFollowUp<'_>,
) -> Option<Diagnostic> {
    let closed = link.followup.closed_on?;
    let (raised, reported) =
        (history.inspection.record.started_at.day(), link.inspection.record.finished_at.day());
    let diagnostic = RULE
        .at(link.inspection.at("followups").at(link.index).at("closed_on"))
        .record(link.inspection.record.id.as_str())
        .arg("id", history.finding.id.as_str())
        .arg("day", closed.to_string());
    if closed.0 < raised {
        let diagnostic = diagnostic.variant("closed-early").arg("before", raised.to_string());
        return Some(diagnostic.related("earlier", history.inspection.at("started_at")));
    }
    (closed.0 > reported).then(|| {
        let diagnostic = diagnostic.variant("closed-late").arg("after", reported.to_string());
        diagnostic.related("earlier", link.inspection.at("finished_at"))
    })
}

/// A date of a record, and the key it stands under. A day alone is compared by its last moment
/// where it comes second.
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

    const fn of(seen: &Seen<'_, '_>) -> Option<Self> {
        match seen.value {
            Value::Moment(moment) => Some(Self::moment(seen.field.key, moment)),
            Value::Day(day) => Some(Self::day(seen.field.key, day)),
            Value::Text(_) | Value::Number(_) => None,
        }
    }

    /// True if it lies before another date, as far as both are known.
    fn is_before(self, other: Self) -> bool {
        if self.is_day || other.is_day {
            self.at.date() < other.at.date()
        } else {
            self.at < other.at
        }
    }

    fn shown(self) -> String {
        if self.is_day { self.at.date().to_string() } else { stamp(self.at) }
    }
}

/// The dates of a record itself, without those of its parts.
#[derive(Default)]
struct Dates<'r> {
    list: Vec<Dated>,
    began: Option<Dated>,
    /// The ticket for which something was done.
    ticket: Option<&'r str>,
}

impl<'r> Dates<'r> {
    /// Takes in another record; one list serves for all.
    fn read(&mut self, entry: &Entry<'r>) {
        self.list.clear();
        (self.began, self.ticket) = (None, None);
        entry.visit(&mut |seen| {
            if !seen.is_top() {
                return;
            }
            match (seen.field.role, seen.value) {
                (Role::Reference(Target::Ticket), Value::Text(id)) => self.ticket = Some(id),
                (Role::Began, _) => self.began = Dated::of(seen),
                _ => {}
            }
            self.list.extend(Dated::of(seen));
        });
    }

    fn get(&self, key: &str) -> Option<Dated> {
        self.list.iter().copied().find(|date| date.key == key)
    }
}

/// The tickets whose receipt can be true, by number, with receipt and place.
type Receipts<'r> = HashMap<Cow<'r, str>, (Dated, &'r Location)>;

/// Compares the dates of each record, and what was done for a ticket with its receipt. Tickets come
/// before all else in the list of kinds.
fn chains(context: &Context<'_>, found: &mut Diagnostics) {
    let mut receipts = Receipts::new();
    let mut dates = Dates::default();
    for (_, entry) in context.records.entries() {
        dates.read(&entry);
        if let Some(received) = dates.get(RECEIPT) {
            // Of several moments before the receipt the first speaks for all: most likely the
            // receipt itself is wrong.
            if let Some(early) = dates.list.iter().find(|date| date.is_before(received)) {
                found.push(wrong(&entry, received, *early));
                continue;
            }
            receipts.insert(entry.name(), (received, entry.location));
        } else {
            found.extend(before_receipt(&receipts, &entry, &dates));
        }
        for chain in CHAINS {
            let mut before: Option<Dated> = None;
            for date in chain.iter().filter_map(|key| dates.get(key)) {
                let first = before.filter(|first| date.is_before(*first));
                found.extend(first.map(|first| wrong(&entry, first, date)));
                before = Some(date);
            }
        }
    }
}

/// What was done for a ticket was not done before it came in.
fn before_receipt(
    receipts: &Receipts<'_>,
    entry: &Entry<'_>,
    dates: &Dates<'_>,
) -> Option<Diagnostic> {
    let (ticket, done) = (dates.ticket?, dates.began?);
    let (received, location) = receipts.get(ticket)?;
    done.is_before(*received).then(|| {
        let earlier = location.at(RECEIPT);
        let diagnostic =
            diagnostic(entry.location.at(done.key), earlier, &entry.name(), *received, done);
        diagnostic.variant("before-receipt").arg("ticket", ticket)
    })
}

/// Says that the second of two dates of a record lies before the first.
fn wrong(entry: &Entry<'_>, first: Dated, second: Dated) -> Diagnostic {
    let location = |date: Dated| entry.location.at(date.key);
    diagnostic(location(second), location(first), &entry.name(), first, second)
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
        .arg("before", first.shown())
        .arg("after", second.shown())
        .related("earlier", earlier)
}

/// Calls lie between the first and the last day of a survey.
fn calls(sourced: &Sourced<Survey>, found: &mut Diagnostics) {
    let survey = &sourced.record;
    let started = Dated::day("started_on", survey.started_on);
    let finished = survey.finished_on.map(|day| Dated::day("finished_on", day));
    if finished.is_some_and(|finished| finished.is_before(started)) {
        // Every call lies outside such a span.
        return;
    }
    for (at, respondent) in survey.respondents.iter().enumerate() {
        for (index, attempt) in respondent.attempts.iter().enumerate() {
            let call = Dated::moment("at", attempt.at);
            let location = || sourced.at("respondents").at(at).at("attempts").at(index).at("at");
            let record = || format!("{}/{}", survey.id, respondent.id);
            if call.is_before(started) {
                let earlier = sourced.at(started.key);
                found.push(diagnostic(location(), earlier, &record(), started, call));
            }
            if let Some(finished) = finished.filter(|finished| finished.is_before(call)) {
                let earlier = sourced.at(finished.key);
                let diagnostic = diagnostic(location(), earlier, &record(), finished, call);
                found.push(diagnostic.variant("after-end"));
            }
        }
    }
}

/// A measure is neither due nor done before the survey that asks for it began. A summary also tells
/// of older ones, which were due before its year but not done before it.
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
