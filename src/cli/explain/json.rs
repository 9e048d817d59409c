//! The clocks of one ticket, for programs.
//!
//! In: a ticket with its clocks. Out: one JSON document; `version` changes when a key changes its meaning.

use serde_json::{Value, json};

use super::Explained;
use crate::cli::words::timestamp;
use crate::schedule::{AlternativeClock, Clock, DayReason, Span, SpanReason};

pub(super) fn document(explained: &Explained<'_>) -> Value {
    let ticket = explained.ticket();
    json!({
        "version": 1,
        "ticket": ticket.id,
        "file": explained.file(),
        "channel": ticket.channel.word(),
        "kind": ticket.kind.word(),
        "subject": ticket.subject,
        "received": timestamp(ticket.received_at.0),
        "as_of": explained.evaluation.as_of.to_string(),
        "first_notice": ticket.first_notice,
        "clocks": explained.clocks.iter().map(|(clock, others)| clock_value(explained, clock, others)).collect::<Vec<_>>(),
    })
}

fn clock_value(
    explained: &Explained<'_>,
    clock: &Clock<'_>,
    others: &[AlternativeClock<'_>],
) -> Value {
    let timing = &explained.evaluation.service.timing;
    let spans = timing.spans(timing.sla, explained.ticket(), clock);
    let mut value = judged(clock);
    value["clause"] = json!(explained.clause_of(clock.duty));
    value["spans"] = spans.iter().map(span).collect();
    value["other_readings"] = others.iter().map(other).collect();
    value
}

fn judged(clock: &Clock<'_>) -> Value {
    json!({
        "duty": clock.duty.word(),
        "start": timestamp(clock.start),
        "limit_seconds": clock.limit.num_seconds(),
        "deadline": clock.deadline.map(timestamp),
        "stopped": clock.stop.map(|stop| timestamp(stop.at)),
        "stopped_by": clock.stop.map(|stop| stop.kind.id()),
        "visit": clock.stop.and_then(|stop| stop.visit).map(|visit| visit.record.id.as_str()),
        "verdict": clock.verdict.id(),
        "tentative": clock.tentative.map(|verdict| verdict.id()),
        "overrun_seconds": clock.overrun.map(|overrun| overrun.num_seconds()),
    })
}

fn other(other: &AlternativeClock<'_>) -> Value {
    let mut value = other.clock.as_ref().map_or(Value::Null, judged);
    if let Some(map) = value.as_object_mut() {
        map.insert("key".to_owned(), json!(other.reading.key));
        map.insert("value".to_owned(), json!(other.reading.value));
    }
    value
}

fn span(span: &Span<'_>) -> Value {
    let (reason, name) = match span.why {
        SpanReason::Counted(day) | SpanReason::DayOff(day) => match day {
            DayReason::Weekday => ("weekday", ""),
            DayReason::Weekend => ("weekend", ""),
            DayReason::Holiday(name) => ("holiday", name),
            DayReason::MakeUp(name) => ("make-up", name),
            DayReason::ExtraHoliday => ("extra-holiday", ""),
            DayReason::ExtraWorkday => ("extra-workday", ""),
        },
        SpanReason::OutsideWindow => ("outside-window", ""),
        SpanReason::Held => ("held", ""),
    };
    json!({
        "from": timestamp(span.from),
        "to": timestamp(span.to),
        "counted": span.is_counted(),
        "reason": reason,
        "name": name,
        "seconds": (span.to - span.from).num_seconds(),
    })
}
