//! The clocks of one ticket, day by day.
//!
//! In: a ticket with its clocks. Out: lines for a terminal: for each clock its start, its end, what stopped it, which spans
//! counted and why others did not, and every interpretation of the contract that would decide it the other way.

use chrono::{Days, Duration, NaiveDateTime, NaiveTime};

use super::Explained;
use crate::cli::columns::lines;
use crate::cli::words;
use crate::lang::Value;
use crate::model::{Impact, Ticket};
use crate::schedule::{
    AlternativeClock, Clock, ClockVerdict, DayReason, Hours, Span, SpanReason, is_urgent,
};

pub(super) fn page(explained: &Explained<'_>) -> Vec<String> {
    let mut page = head(explained);
    if explained.clocks.is_empty() {
        let id = if explained.ticket().first_notice.is_some() {
            "ticket-linked"
        } else {
            "ticket-no-clock"
        };
        let first = explained.ticket().first_notice.as_deref().unwrap_or_default();
        page.extend([String::new(), say(explained, id, &[("first", first.into())])]);
    }
    for (clock, others) in &explained.clocks {
        page.push(String::new());
        page.extend(clock_lines(explained, clock, others));
    }
    page
}

fn say(explained: &Explained<'_>, id: &str, args: &[(&'static str, Value)]) -> String {
    explained.environment.messages.text(id, args)
}

fn duration(explained: &Explained<'_>, length: Duration) -> String {
    words::duration(length, &explained.environment.messages)
}

/// A moment with the day of the week.
fn moment(explained: &Explained<'_>, at: NaiveDateTime) -> String {
    format!("{} {}", words::moment(at), words::weekday(at.date(), &explained.environment.messages))
}

fn head(explained: &Explained<'_>) -> Vec<String> {
    let ticket = explained.ticket();
    let mut head = vec![
        format!("{}　{}", ticket.id, ticket.subject),
        say(
            explained,
            "ticket-head",
            &[
                ("channel", ticket.channel.word().into()),
                ("kind", ticket.kind.word().into()),
                ("received", moment(explained, ticket.received_at.0).into()),
                ("agent", explained.name(&ticket.agent).into()),
                ("file", explained.file().into()),
            ],
        ),
    ];
    head.push(urgency(explained, ticket));
    if let (Some(from), Some(evidence)) = (ticket.hold_from, &ticket.hold_evidence) {
        let to = ticket.hold_to.map_or_else(|| "…".to_owned(), |to| words::moment(to.0));
        head.push(say(
            explained,
            "ticket-hold",
            &[
                ("from", words::moment(from.0).into()),
                ("to", to.into()),
                ("reason", ticket.hold_reason.as_deref().unwrap_or_default().into()),
                ("evidence", evidence.as_str().into()),
            ],
        ));
    }
    head
}

fn urgency(explained: &Explained<'_>, ticket: &Ticket) -> String {
    let word = ticket.affects_business.word();
    let id = match (is_urgent(explained.evaluation.service.timing.sla, ticket), ticket.raised_at) {
        (true, _) if ticket.affects_business == Impact::Unknown => "ticket-urgent-unknown",
        (true, _) => "ticket-urgent",
        (false, Some(_)) => "ticket-raised",
        (false, None) => "ticket-normal",
    };
    let raised = ticket.raised_at.map(|at| moment(explained, at.0)).unwrap_or_default();
    say(explained, id, &[("word", word.into()), ("raised", raised.into())])
}

fn clock_lines(
    explained: &Explained<'_>,
    clock: &Clock<'_>,
    others: &[AlternativeClock<'_>],
) -> Vec<String> {
    let heading = say(
        explained,
        "clock-heading",
        &[
            ("clause", explained.clause_of(clock.duty).into()),
            ("duty", clock.duty.word().into()),
            ("limit", duration(explained, clock.limit).into()),
            ("verdict", verdict(explained, clock).into()),
        ],
    );
    let heading =
        if explained.environment.color { format!("\x1b[1m{heading}\x1b[0m") } else { heading };
    let mut rows = vec![vec![
        say(explained, "clock-start", &[]),
        moment(explained, clock.start),
        start_note(explained, clock),
    ]];
    if let Some(deadline) = clock.deadline {
        let hours = say(explained, hours_id(clock.hours), &[]);
        rows.push(vec![say(explained, "clock-deadline", &[]), moment(explained, deadline), hours]);
    }
    rows.push(stop_row(explained, clock));
    let mut list = vec![heading];
    list.extend(lines(&rows).into_iter().map(|line| format!("  {line}")));
    list.extend(days(explained, clock));
    list.extend(others.iter().flat_map(|other| other_lines(explained, other)));
    list
}

/// The verdict, with the time by which the limit was missed or the expected outcome.
fn verdict(explained: &Explained<'_>, clock: &Clock<'_>) -> String {
    let word = clock.verdict.word();
    match (clock.verdict, clock.overrun, clock.tentative) {
        (ClockVerdict::Late | ClockVerdict::LateOpen, Some(overrun), _) => say(
            explained,
            "verdict-missed",
            &[("word", word.into()), ("overrun", duration(explained, overrun).into())],
        ),
        (_, _, Some(tentative)) => say(
            explained,
            "verdict-tentative",
            &[("word", word.into()), ("other", tentative.word().into())],
        ),
        _ => word.to_owned(),
    }
}

const fn hours_id(hours: Hours) -> &'static str {
    match hours {
        Hours::All => "hours-all",
        Hours::Workdays => "hours-workdays",
        Hours::Window => "hours-window",
    }
}

fn start_note(explained: &Explained<'_>, clock: &Clock<'_>) -> String {
    if clock.start == clock.received {
        return String::new();
    }
    let id = if clock.duty == crate::model::ClockDuty::Response {
        "start-next-open"
    } else {
        "start-later"
    };
    say(explained, id, &[("received", words::moment(clock.received).into())])
}

fn stop_row(explained: &Explained<'_>, clock: &Clock<'_>) -> Vec<String> {
    let Some(stop) = clock.stop else {
        let id = if clock.deadline.is_some() { "clock-unstopped" } else { "clock-waiting" };
        return vec![say(explained, "clock-stop", &[]), say(explained, id, &[]), String::new()];
    };
    let note = stop.visit.map(|visit| visit.record.id.clone()).unwrap_or_default();
    vec![say(explained, &format!("stop-{}", stop.kind.id()), &[]), moment(explained, stop.at), note]
}

/// The spans, one line for each day on which they count; consecutive days off share one line.
fn days(explained: &Explained<'_>, clock: &Clock<'_>) -> Vec<String> {
    let timing = &explained.evaluation.service.timing;
    let spans = timing.spans(timing.sla, explained.ticket(), clock);
    let mut used = Duration::zero();
    let mut rows = Vec::new();
    for span in spans.iter().flat_map(by_day) {
        let length = span.to - span.from;
        let from = moment(explained, span.from);
        let to = end(&span);
        let reason = reason(explained, span.why);
        if span.is_counted() {
            used += length;
            let args = [
                ("length", duration(explained, length).into()),
                ("sum", duration(explained, used).into()),
            ];
            rows.push(vec![format!("{from}—{to}"), say(explained, "span-counted", &args), reason]);
        } else {
            rows.push(vec![format!("{from}—{to}"), say(explained, "span-not", &[]), reason]);
        }
    }
    lines(&rows).into_iter().map(|line| format!("    {line}")).collect()
}

/// A span that counts, split at midnight.
fn by_day<'a>(span: &Span<'a>) -> Vec<Span<'a>> {
    if !span.is_counted() {
        return vec![*span];
    }
    let mut parts = Vec::new();
    let mut from = span.from;
    while from < span.to {
        let next =
            from.date().checked_add_days(Days::new(1)).map(|day| day.and_time(NaiveTime::MIN));
        let to = next.map_or(span.to, |next| next.min(span.to));
        parts.push(Span { from, to, why: span.why });
        from = to;
    }
    parts
}

/// The end of a span: only the time if it is on the same day (24:00 for midnight), else with the date.
fn end(span: &Span<'_>) -> String {
    let last = span.to - Duration::seconds(1);
    let time = if span.to.time() == NaiveTime::MIN {
        "24:00".to_owned()
    } else {
        words::moment(span.to).split_off(11)
    };
    if last.date() == span.from.date() { time } else { format!("{} {time}", last.date()) }
}

fn reason(explained: &Explained<'_>, why: SpanReason<'_>) -> String {
    let (id, name) = match why {
        SpanReason::Counted(day) | SpanReason::DayOff(day) => match day {
            DayReason::Weekday => ("day-weekday", ""),
            DayReason::Weekend => ("day-weekend", ""),
            DayReason::Holiday(name) => ("day-holiday", name),
            DayReason::MakeUp(name) => ("day-make-up", name),
            DayReason::ExtraHoliday => ("day-extra-holiday", ""),
            DayReason::ExtraWorkday => ("day-extra-workday", ""),
        },
        SpanReason::OutsideWindow => ("span-outside", ""),
        SpanReason::Held => ("span-held", ""),
    };
    say(explained, id, &[("name", name.into())])
}

fn other_lines(explained: &Explained<'_>, other: &AlternativeClock<'_>) -> Vec<String> {
    let Some(clock) = &other.clock else { return Vec::new() };
    let deadline = clock.deadline.map(|at| moment(explained, at)).unwrap_or_default();
    let args = [
        ("key", other.reading.key.into()),
        ("value", other.reading.value.into()),
        ("deadline", deadline.into()),
        ("verdict", verdict(explained, clock).into()),
    ];
    vec![format!("  {}", say(explained, "other-reading", &args))]
}
