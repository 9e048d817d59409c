//! The worked examples of `sla-vectors.csv`, each under the default interpretation and under the other one that it names.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDateTime};
use serde_json::{Value, json};
use weibao::internals::model::{
    AnswerClock, ClockDuty, OnsiteStart, Reclass, ResponseClock, TicketKind, UrgentRule,
};
use weibao::internals::schedule::{AlternativeInterpretations, Clock, ClockVerdict};

use super::{Case, at, fixture};

type Row = HashMap<String, String>;

/// The ticket, visit and day of an example.
fn case(row: &Row) -> (Case, ClockDuty) {
    let (kind, duty) = match row["clause"].as_str() {
        "response_1h" => (TicketKind::Fault, ClockDuty::Response),
        "onsite_24h" => (TicketKind::Fault, ClockDuty::Onsite),
        "answer_24h" => (TicketKind::Question, ClockDuty::UrgentAnswer),
        "answer_48h" => (TicketKind::Question, ClockDuty::NormalAnswer),
        other => panic!("no clause {other}"),
    };
    let params: HashMap<_, _> =
        row["params"].split(';').filter_map(|pair| pair.split_once('=')).collect();
    let raised = params.get("reclassified_urgent_at");
    let hinders = duty != ClockDuty::NormalAnswer && raised.is_none();
    let mut keys = json!({
        "id": "T-1",
        "received_at": row["received_at"],
        "kind": kind.word(),
        "affects_business": if hinders { "是" } else { "否" },
        "raised_at": raised,
        "remote_failed_at": params.get("remote_failed_at"),
    });
    let key = match row["event"].as_str() {
        "first_response" => Some("responded_at"),
        "remote_resolved" => Some("remote_resolved_at"),
        "answer" => Some("answered_at"),
        "onsite_arrival" | "(none)" => None,
        other => panic!("no event {other}"),
    };
    if let Some(key) = key {
        keys[key] = Value::from(row["event_at"].as_str());
    }
    let case = Case::new(keys);
    let case = if row["event"] == "onsite_arrival" {
        case.visit("现场服务", &row["event_at"])
    } else {
        case
    };
    (if row["asof"].is_empty() { case } else { case.seen(&row["asof"]) }, duty)
}

fn outcome(clock: &Clock<'_>) -> (Option<NaiveDateTime>, ClockVerdict, Option<ClockVerdict>) {
    (clock.deadline, clock.verdict, clock.tentative)
}

fn expected(
    deadline: &str,
    verdict: &str,
) -> (Option<NaiveDateTime>, ClockVerdict, Option<ClockVerdict>) {
    let (verdict, tentative) = match verdict {
        "met" => (ClockVerdict::Met, None),
        "breached" => (ClockVerdict::Late, None),
        "breached_open" => (ClockVerdict::LateOpen, None),
        "pending" => (ClockVerdict::Running, None),
        "met_provisional" => (ClockVerdict::Provisional, Some(ClockVerdict::Met)),
        "invalid_data" => (ClockVerdict::Invalid, None),
        other => panic!("no verdict {other}"),
    };
    ((!deadline.is_empty()).then(|| at(deadline)), verdict, tentative)
}

/// The word in the contract file for a value that the examples write in English.
fn word(reading: &str) -> (&str, &'static str) {
    let (key, value) = reading.split_once('=').unwrap();
    let word = match key {
        "response.clock" => value.parse().map(ResponseClock::word),
        "onsite.start" => value.parse().map(OnsiteStart::word),
        "answer.clock" => value.parse().map(AnswerClock::word),
        "answer.reclass" => value.parse().map(Reclass::word),
        "answer.urgent_rule" => value.parse().map(UrgentRule::word),
        other => panic!("no key {other}"),
    };
    (key, word.unwrap())
}

#[test]
fn every_worked_example_comes_out_as_worked() {
    let rows = fixture("sla-vectors.csv");
    let mut others = 0;
    for row in &rows {
        let id = row["id"].as_str();
        let (case, duty) = case(row);
        let clock = case.clock(duty).unwrap_or_else(|| panic!("{id} has no clock"));
        assert_eq!(
            outcome(&clock),
            expected(&row["deadline"], &row["verdict"]),
            "{id}: {}",
            row["note"]
        );
        if row["alt_reading"].is_empty() {
            continue;
        }
        others += 1;
        let (key, value) = word(&row["alt_reading"]);
        let readings = AlternativeInterpretations::new(&case.contract.sla);
        let timing = case.timing();
        let list = readings.of(&timing, &case.records.tickets[0].record, &clock);
        let other =
            list.iter().find(|other| other.reading.key == key && other.reading.value == value);
        let other =
            other.and_then(|other| other.clock).unwrap_or_else(|| panic!("{id} has no {key}"));
        assert_eq!(
            outcome(&other),
            expected(&row["alt_deadline"], &row["alt_verdict"]),
            "{id} under {key}"
        );
        let timed = &timing.all(&case.records)[0];
        let apart = readings.disagreeing(&timing, timed, &clock);
        let told =
            apart.iter().any(|other| other.reading.key == key && other.reading.value == value);
        assert_eq!(told, row["verdict"] != row["alt_verdict"], "{id}");
    }
    assert_eq!((rows.len(), others), (23, 20));
}

#[test]
fn the_calendar_agrees_with_every_example_about_its_day() {
    for row in fixture("sla-vectors.csv") {
        let (case, _) = case(&row);
        let received = at(&row["received_at"]).date();
        let weekday = ["一", "二", "三", "四", "五", "六", "日"]
            [received.weekday().num_days_from_monday() as usize];
        assert_eq!(weekday, row["received_weekday"], "{}", row["id"]);
        let workday = case.calendar.is_workday(received);
        assert_eq!(workday, Some(row["received_is_workday"] == "yes"), "{}", row["id"]);
    }
}
