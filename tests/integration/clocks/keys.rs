//! Each key of the contract file's limits has an effect: one ticket whose verdict changes with nothing but that key.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use weibao::internals::model::ClockDuty::{self, NormalAnswer, Onsite, Response, UrgentAnswer};
use weibao::internals::model::{CalendarRules, Sla};
use weibao::internals::schedule::ClockVerdict::{self, Late, Met, NotApplicable};

use super::Case;

/// A key with a value that changes a verdict.
struct Row {
    key: &'static str,
    value: Value,
    duty: ClockDuty,
    ticket: Value,
    /// The verdict without the key.
    before: Option<ClockVerdict>,
    /// The verdict with it.
    after: Option<ClockVerdict>,
}

/// A row that uses the default limits.
fn row(
    (key, value): (&'static str, Value),
    (duty, before, after): (
        ClockDuty,
        impl Into<Option<ClockVerdict>>,
        impl Into<Option<ClockVerdict>>,
    ),
    ticket: Value,
) -> Row {
    Row { key, value, duty, ticket, before: before.into(), after: after.into() }
}

fn response_rows() -> Vec<Row> {
    let saturday = "2026-11-07 11:00";
    vec![
        row(
            ("response.limit_minutes", json!(30)),
            (Response, Met, Late),
            json!({ "responded_at": "2026-11-10 10:30:01" }),
        ),
        row(
            ("response.window", json!(["08:00", "20:00"])),
            (Response, Met, Late),
            json!({ "received_at": "2026-11-10 19:00", "responded_at": "2026-11-11 08:30" }),
        ),
        row(
            ("response.clock", json!("working_hours")),
            (Response, Late, Met),
            json!({ "received_at": "2026-11-06 17:30", "responded_at": "2026-11-09 09:30" }),
        ),
        row(
            ("response.outside_window", json!("elapsed")),
            (Response, Met, Late),
            json!({ "received_at": saturday, "responded_at": "2026-11-07 12:00:01" }),
        ),
        row(
            ("response.outside_window", json!("not_timed")),
            (Response, Late, NotApplicable),
            json!({ "received_at": saturday, "responded_at": "2026-11-09 10:00:01" }),
        ),
        row(
            ("response.applies_to", json!(["故障", "咨询"])),
            (Response, None, Late),
            json!({ "kind": "咨询", "responded_at": "2026-11-10 11:00:01" }),
        ),
        row(
            ("response.applies_to", json!(["投诉"])),
            (Response, Late, None),
            json!({ "responded_at": "2026-11-10 11:00:01" }),
        ),
        row(
            ("response.auto_reply_counts", json!(true)),
            (Response, Late, Met),
            json!({ "auto_replied_at": "2026-11-10 10:00:05", "responded_at": "2026-11-10 12:00" }),
        ),
    ]
}

fn onsite_rows() -> Vec<Row> {
    vec![
        row(
            ("onsite.limit_hours", json!(4)),
            (Onsite, Met, Late),
            json!({ "remote_resolved_at": "2026-11-10 14:00:01" }),
        ),
        row(
            ("onsite.start", json!("remote_failed")),
            (Onsite, Late, Met),
            json!({ "remote_failed_at": "2026-11-10 16:00", "remote_resolved_at": "2026-11-11 16:00" }),
        ),
        row(
            ("onsite.clock", json!("working_hours")),
            (Onsite, Late, Met),
            // 8 hours on Tuesday, 9 on Wednesday, 7 on Thursday.
            json!({ "remote_resolved_at": "2026-11-12 16:00" }),
        ),
        row(
            ("onsite.applies_to", json!(["咨询"])),
            (Onsite, None, Late),
            json!({ "kind": "咨询", "remote_resolved_at": "2026-11-11 10:00:01" }),
        ),
    ]
}

fn answer_rows() -> Vec<Row> {
    let gentle = |mut ticket: Value| {
        ticket["affects_business"] = "否".into();
        ticket
    };
    let pressing = json!({ "urgent": "否", "answered_at": "2026-11-11 10:00:01" });
    vec![
        row(
            ("answer.urgent_hours", json!(30)),
            (UrgentAnswer, Late, Met),
            json!({ "answered_at": "2026-11-11 16:00" }),
        ),
        row(
            ("answer.urgent_minutes", json!(30)),
            (UrgentAnswer, Met, Late),
            json!({ "answered_at": "2026-11-10 10:30:01" }),
        ),
        row(
            ("answer.normal_hours", json!(24)),
            (NormalAnswer, Met, Late),
            gentle(json!({ "answered_at": "2026-11-11 10:00:01" })),
        ),
        row(
            ("answer.normal_minutes", json!(90)),
            (NormalAnswer, Met, Late),
            gentle(json!({ "answered_at": "2026-11-10 11:30:01" })),
        ),
        row(
            ("answer.start", json!("classified")),
            (UrgentAnswer, Late, Met),
            json!({ "classified_at": "2026-11-10 16:00", "answered_at": "2026-11-11 16:00" }),
        ),
        row(
            ("answer.clock", json!("working_days")),
            (NormalAnswer, Late, Met),
            gentle(json!({ "received_at": "2026-11-06 15:00", "answered_at": "2026-11-10 15:00" })),
        ),
        row(("answer.urgent_rule", json!("both")), (UrgentAnswer, Late, None), pressing.clone()),
        row(("answer.urgent_rule", json!("both")), (NormalAnswer, None, Met), pressing),
        row(
            ("answer.reclass", json!("from_receipt")),
            (UrgentAnswer, Met, Late),
            gentle(json!({ "raised_at": "2026-11-10 20:00", "answered_at": "2026-11-11 20:00" })),
        ),
        row(
            ("answer.interim_counts", json!(true)),
            (UrgentAnswer, Late, Met),
            json!({ "interim_at": "2026-11-11 10:00", "answered_at": "2026-11-12 10:00" }),
        ),
        row(
            ("answer.channels", json!(["电子邮件", "传真"])),
            (UrgentAnswer, Late, None),
            json!({ "answered_at": "2026-11-11 10:00:01" }),
        ),
        row(
            ("customer_hold", json!("none")),
            (UrgentAnswer, Met, Late),
            json!({ "hold_from": "2026-11-10 12:00", "hold_to": "2026-11-10 18:00",
                "hold_evidence": "attachments/a.pdf", "answered_at": "2026-11-11 16:00" }),
        ),
    ]
}

fn rows() -> Vec<Row> {
    let groups = [response_rows(), onsite_rows(), answer_rows()];
    groups.into_iter().flatten().collect()
}

/// The limits with one key set.
fn given(key: &str, value: &Value) -> Value {
    match key.split_once('.') {
        Some((group, key)) => json!({ group: { key: value } }),
        None => json!({ key: value }),
    }
}

/// The keys of a table, including those of nested tables.
fn leaves(table: &Value) -> BTreeSet<String> {
    let groups = table.as_object().unwrap().iter();
    let below = |(name, value): (&String, &Value)| match value {
        Value::Object(group) => group.keys().map(|key| format!("{name}.{key}")).collect(),
        _ => vec![name.clone()],
    };
    groups.flat_map(below).collect()
}

#[test]
fn each_key_changes_a_verdict() {
    for Row { key, value, duty, ticket, before, after } in rows() {
        let without = Case::new(ticket.clone());
        assert_eq!(without.verdict(duty), before, "{ticket} without {key}");
        let with = Case::new(ticket.clone()).sla(given(key, &value));
        assert_eq!(with.verdict(duty), after, "{ticket} with {key}: {value}");
    }
}

#[test]
fn no_key_is_left_out() {
    let tested: BTreeSet<_> = rows().iter().map(|row| row.key.to_owned()).collect();
    assert_eq!(tested, leaves(&serde_json::to_value(Sla::default()).unwrap()));
}

#[test]
fn days_of_the_place_change_a_verdict() {
    let keys = leaves(&serde_json::to_value(CalendarRules::default()).unwrap());
    assert_eq!(keys, ["extra_holidays", "extra_workdays", "timezone"].map(str::to_owned).into());

    let tuesday = || Case::new(json!({ "responded_at": "2026-11-11 09:30" }));
    assert_eq!(tuesday().verdict(Response), Some(Late));
    assert_eq!(
        tuesday().days(json!({ "extra_holidays": ["2026-11-10"] })).verdict(Response),
        Some(Met)
    );

    let saturday = || {
        Case::new(json!({ "received_at": "2026-11-07 11:00", "responded_at": "2026-11-09 09:30" }))
    };
    assert_eq!(saturday().verdict(Response), Some(Met));
    assert_eq!(
        saturday().days(json!({ "extra_workdays": ["2026-11-07"] })).verdict(Response),
        Some(Late)
    );

    // The State Council's holiday is a workday here.
    let holiday = || {
        Case::new(
            json!({ "received_at": "2026-10-01 11:00", "responded_at": "2026-10-01 12:00:01" }),
        )
    };
    assert_eq!(holiday().verdict(Response), Some(Met));
    assert_eq!(
        holiday().days(json!({ "extra_workdays": ["2026-10-01"] })).verdict(Response),
        Some(Late)
    );
}

#[test]
fn urgency_follows_the_rule() {
    for (rule, hinders, urgent, duty) in [
        ("affects_business", "是", None, UrgentAnswer),
        ("affects_business", "是", Some("否"), UrgentAnswer),
        ("affects_business", "未知", None, UrgentAnswer),
        ("affects_business", "否", Some("是"), NormalAnswer),
        ("both", "是", Some("是"), UrgentAnswer),
        ("both", "是", None, UrgentAnswer),
        ("both", "是", Some("否"), NormalAnswer),
        ("both", "未知", Some("是"), UrgentAnswer),
        ("both", "未知", None, UrgentAnswer),
        ("both", "否", Some("是"), NormalAnswer),
        ("both", "否", None, NormalAnswer),
    ] {
        let case =
            Case::new(json!({ "kind": "咨询", "affects_business": hinders, "urgent": urgent }));
        let case = case.sla(json!({ "answer": { "urgent_rule": rule } }));
        assert_eq!(case.duties(), [duty], "{rule} {hinders} {urgent:?}");
    }
}
