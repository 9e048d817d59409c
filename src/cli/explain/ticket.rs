//! The clocks of one ticket, day by day.
//!
//! In: a ticket with its clocks. Out: lines for a terminal: for each clock its start, its end, what stopped it, which spans
//! counted and why others did not, and every other reading of the contract that would judge it the other way.

use chrono::{Days, Duration, NaiveDateTime, NaiveTime};

use super::Explained;
use crate::cli::columns::lines;
use crate::cli::words;
use crate::lang::Value;
use crate::model::{Impact, Ticket};
use crate::schedule::{
    Clock, ClockVerdict, DayReason, Hours, OtherClock, Span, SpanReason, is_urgent,
};

/// The page.
pub(super) fn page(told: &Explained<'_>) -> Vec<String> {
    let mut page = head(told);
    if told.clocks.is_empty() {
        let id =
            if told.ticket().first_notice.is_some() { "ticket-linked" } else { "ticket-no-clock" };
        let first = told.ticket().first_notice.as_deref().unwrap_or_default();
        page.extend([String::new(), say(told, id, &[("first", first.into())])]);
    }
    for (clock, others) in &told.clocks {
        page.push(String::new());
        page.extend(clock_lines(told, clock, others));
    }
    page
}

fn say(told: &Explained<'_>, id: &str, args: &[(&'static str, Value)]) -> String {
    told.surroundings.phrases.text(id, args)
}

fn duration(told: &Explained<'_>, length: Duration) -> String {
    words::duration(length, &told.surroundings.phrases)
}

/// A moment with the day of the week.
fn moment(told: &Explained<'_>, at: NaiveDateTime) -> String {
    format!("{} {}", words::moment(at), words::weekday(at.date(), &told.surroundings.phrases))
}

fn head(told: &Explained<'_>) -> Vec<String> {
    let ticket = told.ticket();
    let mut head = vec![
        format!("{}　{}", ticket.id, ticket.subject),
        say(
            told,
            "ticket-head",
            &[
                ("channel", ticket.channel.word().into()),
                ("kind", ticket.kind.word().into()),
                ("received", moment(told, ticket.received_at.0).into()),
                ("agent", told.name(&ticket.agent).into()),
                ("file", told.file().into()),
            ],
        ),
    ];
    head.push(urgency(told, ticket));
    if let (Some(from), Some(evidence)) = (ticket.hold_from, &ticket.hold_evidence) {
        let to = ticket.hold_to.map_or_else(|| "…".to_owned(), |to| words::moment(to.0));
        head.push(say(
            told,
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

fn urgency(told: &Explained<'_>, ticket: &Ticket) -> String {
    let word = ticket.affects_business.word();
    let id = match (is_urgent(told.reckoning.service.timing.sla, ticket), ticket.raised_at) {
        (true, _) if ticket.affects_business == Impact::Unknown => "ticket-urgent-unknown",
        (true, _) => "ticket-urgent",
        (false, Some(_)) => "ticket-raised",
        (false, None) => "ticket-normal",
    };
    let raised = ticket.raised_at.map(|at| moment(told, at.0)).unwrap_or_default();
    say(told, id, &[("word", word.into()), ("raised", raised.into())])
}

fn clock_lines(told: &Explained<'_>, clock: &Clock<'_>, others: &[OtherClock<'_>]) -> Vec<String> {
    let heading = say(
        told,
        "clock-heading",
        &[
            ("clause", told.clause_of(clock.duty).into()),
            ("duty", clock.duty.word().into()),
            ("limit", duration(told, clock.limit).into()),
            ("verdict", verdict(told, clock).into()),
        ],
    );
    let heading =
        if told.surroundings.color { format!("\x1b[1m{heading}\x1b[0m") } else { heading };
    let mut rows = vec![vec![
        say(told, "clock-start", &[]),
        moment(told, clock.start),
        start_note(told, clock),
    ]];
    if let Some(deadline) = clock.deadline {
        let hours = say(told, hours_id(clock.hours), &[]);
        rows.push(vec![say(told, "clock-deadline", &[]), moment(told, deadline), hours]);
    }
    rows.push(stop_row(told, clock));
    let mut list = vec![heading];
    list.extend(lines(&rows).into_iter().map(|line| format!("  {line}")));
    list.extend(days(told, clock));
    list.extend(others.iter().flat_map(|other| other_lines(told, other)));
    list
}

/// The verdict with how much it was missed by, or with what it is expected to be.
fn verdict(told: &Explained<'_>, clock: &Clock<'_>) -> String {
    let word = clock.verdict.word();
    match (clock.verdict, clock.overrun, clock.tentative) {
        (ClockVerdict::Late | ClockVerdict::LateOpen, Some(overrun), _) => say(
            told,
            "verdict-missed",
            &[("word", word.into()), ("overrun", duration(told, overrun).into())],
        ),
        (_, _, Some(tentative)) => say(
            told,
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

fn start_note(told: &Explained<'_>, clock: &Clock<'_>) -> String {
    if clock.start == clock.received {
        return String::new();
    }
    let id = if clock.duty == crate::model::ClockDuty::Response {
        "start-next-open"
    } else {
        "start-later"
    };
    say(told, id, &[("received", words::moment(clock.received).into())])
}

fn stop_row(told: &Explained<'_>, clock: &Clock<'_>) -> Vec<String> {
    let Some(stop) = clock.stop else {
        let id = if clock.deadline.is_some() { "clock-unstopped" } else { "clock-waiting" };
        return vec![say(told, "clock-stop", &[]), say(told, id, &[]), String::new()];
    };
    let note = stop.visit.map(|visit| visit.record.id.clone()).unwrap_or_default();
    vec![say(told, &format!("stop-{}", stop.kind.id()), &[]), moment(told, stop.at), note]
}

/// The spans, a line a day where they count; days off in a row are one line.
fn days(told: &Explained<'_>, clock: &Clock<'_>) -> Vec<String> {
    let timing = &told.reckoning.service.timing;
    let spans = timing.spans(timing.sla, told.ticket(), clock);
    let mut used = Duration::zero();
    let mut rows = Vec::new();
    for span in spans.iter().flat_map(by_day) {
        let length = span.to - span.from;
        let from = moment(told, span.from);
        let to = end(&span);
        let reason = reason(told, span.why);
        if span.is_counted() {
            used += length;
            let args =
                [("length", duration(told, length).into()), ("sum", duration(told, used).into())];
            rows.push(vec![format!("{from}—{to}"), say(told, "span-counted", &args), reason]);
        } else {
            rows.push(vec![format!("{from}—{to}"), say(told, "span-not", &[]), reason]);
        }
    }
    lines(&rows).into_iter().map(|line| format!("    {line}")).collect()
}

/// A span that counts, cut at midnights.
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

/// The end of a span: the time alone on the same day, with 24:00 for midnight; else the day too.
fn end(span: &Span<'_>) -> String {
    let last = span.to - Duration::seconds(1);
    let time = if span.to.time() == NaiveTime::MIN {
        "24:00".to_owned()
    } else {
        words::moment(span.to).split_off(11)
    };
    if last.date() == span.from.date() { time } else { format!("{} {time}", last.date()) }
}

fn reason(told: &Explained<'_>, why: SpanReason<'_>) -> String {
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
    say(told, id, &[("name", name.into())])
}

fn other_lines(told: &Explained<'_>, other: &OtherClock<'_>) -> Vec<String> {
    let Some(clock) = &other.clock else { return Vec::new() };
    let deadline = clock.deadline.map(|at| moment(told, at)).unwrap_or_default();
    let args = [
        ("key", other.reading.key.into()),
        ("value", other.reading.value.into()),
        ("deadline", deadline.into()),
        ("verdict", verdict(told, clock).into()),
    ];
    vec![format!("  {}", say(told, "other-reading", &args))]
}
