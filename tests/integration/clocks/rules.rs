//! Rules of the clocks that do not depend on a key: waits, unknown calendars, the run date, and what stops a clock.

use serde_json::{Value, json};
use weibao::internals::model::ClockDuty::{self, NormalAnswer, Onsite, Response, UrgentAnswer};
use weibao::internals::model::{CalendarRules, Channel};
use weibao::internals::schedule::ClockVerdict::{
    self, Invalid, Late, LateOpen, Met, NotApplicable, Provisional, Running,
};
use weibao::internals::schedule::{
    AlternativeInterpretations, Attainment, Clock, SpanReason, StopKind, WorkCalendar,
};

use super::{Case, at, day, years};

/// A wait with evidence, and further keys.
fn held(from: &str, to: Option<&str>, more: Value) -> Case {
    let mut keys =
        json!({ "hold_from": from, "hold_to": to, "hold_evidence": "attachments/a.pdf" });
    let Value::Object(more) = more else { panic!("keys are an object") };
    keys.as_object_mut().unwrap().extend(more);
    Case::new(keys)
}

#[test]
fn a_proven_wait_moves_every_deadline_by_its_length() {
    let case = held("2026-11-10 10:30", Some("2026-11-10 13:00"), json!({}));
    assert_eq!(case.deadline(Response), Some(at("2026-11-10 13:30")));
    assert_eq!(case.deadline(Onsite), Some(at("2026-11-11 12:30")));
    assert_eq!(case.deadline(UrgentAnswer), Some(at("2026-11-11 12:30")));
    // It began when the limit had passed, or before any time counted.
    let late = held("2026-11-10 11:00", Some("2026-11-10 13:00"), json!({}));
    assert_eq!(late.deadline(Response), Some(at("2026-11-10 11:00")));
    let early = held("2026-11-09 10:00", Some("2026-11-10 10:15"), json!({}));
    assert_eq!(early.deadline(Response), Some(at("2026-11-10 11:15")));
}

#[test]
fn a_wait_without_proof_or_backwards_moves_nothing() {
    let unproven =
        Case::new(json!({ "hold_from": "2026-11-10 10:30", "hold_to": "2026-11-10 13:00" }));
    assert_eq!(unproven.deadline(Response), Some(at("2026-11-10 11:00")));
    for to in ["2026-11-10 10:30", "2026-11-10 10:00"] {
        let backwards = held("2026-11-10 10:30", Some(to), json!({}));
        assert_eq!(backwards.deadline(Response), Some(at("2026-11-10 11:00")), "until {to}");
        assert_eq!(backwards.verdict(Response), Some(LateOpen));
    }
    let endless = Case::new(json!({ "hold_to": "2026-11-10 13:00", "hold_evidence": "a.pdf" }));
    assert_eq!(endless.deadline(Response), Some(at("2026-11-10 11:00")));
}

#[test]
fn an_open_wait_pauses_what_was_not_over() {
    let verdicts = |case: &Case| (case.verdict(Response), case.verdict(Onsite));
    // It began within both limits: neither clock has a deadline.
    let case = held("2026-11-10 10:30", None, json!({}));
    assert_eq!(verdicts(&case), (Some(Running), Some(Running)));
    assert_eq!((case.deadline(Response), case.deadline(Onsite)), (None, None));
    // It began when the response was due, or later: missed already.
    for from in ["2026-11-10 11:00", "2026-11-10 12:00"] {
        assert_eq!(
            verdicts(&held(from, None, json!({}))),
            (Some(LateOpen), Some(Running)),
            "{from}"
        );
    }
    // Stopped before the wait began: judged as without it.
    let case = held("2026-11-10 10:30", None, json!({ "responded_at": "2026-11-10 10:20" }));
    assert_eq!(verdicts(&case), (Some(Met), Some(Running)));
    assert_eq!(case.deadline(Response), Some(at("2026-11-10 11:00")));
    // Stopped during the wait: half an hour of the hour had counted, whenever that was.
    for stop in ["2026-11-10 10:40", "2026-11-10 11:00:01", "2026-11-20 10:00"] {
        let case = held("2026-11-10 10:30", None, json!({ "responded_at": stop }));
        assert_eq!(case.verdict(Response), Some(Met), "{stop}");
        assert_eq!(case.deadline(Response), Some(at(stop) + chrono::Duration::minutes(30)));
    }
    // Stopped after the limit but before the wait began.
    let case = held("2026-11-10 12:00", None, json!({ "responded_at": "2026-11-10 11:30" }));
    assert_eq!(case.verdict(Response), Some(Late));
    // Earlier run dates do not see its end, or its beginning.
    let later = || held("2026-11-10 10:30", Some("2026-11-12 10:30"), json!({}));
    assert_eq!(later().seen("2026-11-11 12:00").verdict(Response), Some(Running));
    assert_eq!(later().seen("2026-11-11 12:00").deadline(Response), None);
    assert_eq!(later().seen("2026-11-10 10:20").deadline(Response), Some(at("2026-11-10 11:00")));
    assert_eq!(later().verdict(Response), Some(LateOpen));
}

#[test]
fn the_parts_of_a_paused_clock_add_up() {
    for keys in [json!({}), json!({ "responded_at": "2026-11-11 09:00" })] {
        let case = held("2026-11-10 10:30", None, keys).seen("2026-11-12 09:00");
        let clock = case.clock(Response).unwrap();
        let ticket = &case.records.tickets[0].record;
        let spans = case.timing().spans(&case.contract.sla, ticket, &clock);
        let counted: chrono::Duration =
            spans.iter().filter(|span| span.is_counted()).map(|span| span.to - span.from).sum();
        let expected = if clock.deadline.is_some() { 60 } else { 30 };
        assert_eq!(counted.num_minutes(), expected);
        assert!(spans.iter().any(|span| span.why == SpanReason::Held));
    }
}

#[test]
fn the_parts_of_a_response_begin_at_the_notice() {
    let case =
        Case::new(json!({ "received_at": "2026-11-06 18:30", "responded_at": "2026-11-09 09:10" }));
    let clock = case.clock(Response).unwrap();
    let spans = case.timing().spans(&case.contract.sla, &case.records.tickets[0].record, &clock);
    let told: Vec<_> = spans.iter().map(|span| (span.from, span.to, span.is_counted())).collect();
    assert_eq!(
        told,
        [
            (at("2026-11-06 18:30"), at("2026-11-07 00:00"), false),
            (at("2026-11-07 00:00"), at("2026-11-09 00:00"), false),
            (at("2026-11-09 00:00"), at("2026-11-09 09:00"), false),
            (at("2026-11-09 09:00"), at("2026-11-09 10:00"), true),
        ]
    );
}

#[test]
fn a_year_without_notice_decides_nothing_for_good() {
    let outcome = |case: Case| case.clock(Response).map(|clock| (clock.verdict, clock.tentative));
    let eve = "2026-12-31 18:30";
    for (stop, expected) in [
        // Whatever is announced, no deadline is before the first uncertain day.
        (Some("2026-12-31 23:59:59"), (Met, None)),
        (Some("2027-01-01 00:00"), (Provisional, Some(Met))),
        (Some("2027-01-04 10:00"), (Provisional, Some(Met))),
        (Some("2027-01-04 10:00:01"), (Provisional, Some(Late))),
        (None, (Provisional, Some(LateOpen))),
    ] {
        let case = Case::new(json!({ "received_at": eve, "responded_at": stop }));
        assert_eq!(outcome(case), Some(expected), "{stop:?}");
    }
    let case = Case::new(json!({ "received_at": eve })).seen("2027-01-04 10:00");
    assert_eq!(outcome(case), Some((Running, None)));
    // The same without any file for 2027, and with the hospital's own entry for each of its days.
    let known = || Case::new(json!({ "received_at": eve, "responded_at": "2027-01-01 10:00:01" }));
    assert_eq!(outcome(known().calendars(&years()[..3])), Some((Provisional, Some(Late))));
    let certain = known().days(json!({ "extra_workdays": ["2027-01-01"] }));
    assert_eq!(outcome(certain), Some((Late, None)));
}

#[test]
fn a_calendar_that_is_not_asked_decides_nothing() {
    let none = |keys: Value| Case::new(keys).calendars(&[]);
    // All hours count from receipt: arrival and answer need no calendar, nor does a response that is due at any hour.
    let late = none(json!({ "answered_at": "2026-11-12 10:00" }));
    assert_eq!(late.verdict(UrgentAnswer), Some(Late));
    assert_eq!(late.verdict(Onsite), Some(LateOpen));
    assert_eq!(late.verdict(Response), Some(Provisional));
    let round_the_clock = late.sla(json!({ "response": { "outside_window": "elapsed" } }));
    assert_eq!(round_the_clock.verdict(Response), Some(Late));
    // Working hours need the calendar again.
    let asked = round_the_clock
        .sla(json!({ "response": { "outside_window": "elapsed", "clock": "working_hours" } }));
    assert_eq!(asked.verdict(Response), Some(Provisional));
    // At night the window is closed on any day; at noon it depends on the day.
    let untimed = |received: &str| {
        let case = none(json!({ "received_at": received }));
        let clock = case.sla(json!({ "response": { "outside_window": "not_timed" } }));
        clock.clock(Response).map(|clock| (clock.verdict, clock.tentative))
    };
    assert_eq!(untimed("2026-11-10 22:00"), Some((NotApplicable, None)));
    assert_eq!(untimed("2026-11-07 12:00"), Some((Provisional, Some(NotApplicable))));
    assert_eq!(untimed("2026-11-10 12:00"), Some((Provisional, Some(LateOpen))));
}

#[test]
fn an_earlier_certain_deadline_outweighs_an_uncertain_one() {
    // Working days: 48 hours from 30 December end in 2027; 24 hours from the change on the same day do not.
    let raised = |raised: &str| {
        let case = Case::new(json!({ "received_at": "2026-12-30 10:00", "affects_business": "否",
            "raised_at": raised, "answered_at": "2027-01-08 09:00" }));
        let case = case.sla(json!({ "answer": { "clock": "working_days" } }));
        case.clock(UrgentAnswer).map(|clock| (clock.deadline, clock.verdict))
    };
    assert_eq!(raised("2026-12-30 12:00"), Some((Some(at("2026-12-31 12:00")), Late)));
    assert_eq!(raised("2026-12-31 12:00"), Some((Some(at("2027-01-04 10:00")), Provisional)));
}

#[test]
fn later_notices_have_no_clocks() {
    let case = Case::new(json!({ "first_notice": "T-0" }));
    assert_eq!(case.duties(), []);
    assert!(case.timing().all(&case.records)[0].clocks.is_empty());
}

#[test]
fn what_no_clause_promises_has_no_clock() {
    let mut case =
        Case::new(json!({ "affects_business": "否", "answered_at": "2026-11-14 10:00" }));
    case.contract.clauses.retain(|clause| clause.clock == Some(NormalAnswer));
    assert_eq!(case.duties(), [NormalAnswer]);
    // Nor under another interpretation, which would make it urgent.
    let mut case = Case::new(json!({ "urgent": "否", "answered_at": "2026-11-11 20:00" }));
    case.contract.clauses.retain(|clause| clause.clock == Some(UrgentAnswer));
    let readings = AlternativeInterpretations::new(&case.contract.sla);
    let clock = case.clock(UrgentAnswer).unwrap();
    let timing = case.timing();
    let others = readings.of(&timing, &case.records.tickets[0].record, &clock);
    let both = others.iter().find(|other| other.reading.key == "answer.urgent_rule").unwrap();
    assert!(both.clock.is_none());
}

#[test]
fn an_answer_in_the_call_settles_everything() {
    for answered in [Some("2026-11-10 10:06"), None] {
        let case = Case::new(json!({ "instant": "是", "answered_at": answered }));
        assert_eq!(case.duties(), [Response, Onsite]);
        assert_eq!((case.verdict(Response), case.verdict(Onsite)), (Some(Met), Some(Met)));
        let stop = case.clock(Onsite).and_then(|clock| clock.stop).map(|stop| (stop.at, stop.kind));
        assert_eq!(stop, Some((at(answered.unwrap_or("2026-11-10 10:00")), StopKind::Remote)));
    }
}

#[test]
fn who_comes_for_a_later_notice_comes_for_the_fault() {
    let mut case = Case::new(json!({ "id": "T-2", "first_notice": "T-0" }));
    let mut first = case.records.tickets[0].clone();
    first.record.id = "T-0".to_owned();
    first.record.first_notice = None;
    case.records.tickets.insert(0, first);
    let mut case = case.visit("现场服务", "2026-11-10 15:00");
    case.records.visits[0].record.ticket = Some("T-2".to_owned());
    let timed = case.timing().all(&case.records);
    assert_eq!(timed[0].clock(Onsite).map(|clock| clock.verdict), Some(Met));
    assert!(timed[1].clocks.is_empty());
}

#[test]
fn the_first_arrival_on_site_counts() {
    let case = Case::new(json!({}));
    let case = case.visit("回访", "2026-11-10 11:00").visit("现场服务", "2026-11-11 10:00:01");
    assert_eq!(case.verdict(Onsite), Some(Late));
    let case = case.visit("现场服务", "2026-11-11 10:00").visit("现场服务", "2026-11-12 10:00");
    assert_eq!(case.verdict(Onsite), Some(Met));
    let stop = case.clock(Onsite).and_then(|clock| clock.stop).unwrap();
    assert_eq!(
        (stop.kind, stop.visit.map(|visit| visit.record.id.as_str())),
        (StopKind::Arrival, Some("V-2026-11-11 10:00"))
    );
    // Arrival is a response; a visit of tomorrow is not seen today, and one before receipt is an error.
    assert_eq!(case.verdict(Response), Some(Late));
    assert_eq!(case.seen("2026-11-11 09:00").verdict(Onsite), Some(Running));
    let before = Case::new(json!({})).visit("现场服务", "2026-11-10 09:00");
    assert_eq!((before.verdict(Onsite), before.verdict(Response)), (Some(Invalid), Some(Invalid)));
    // Solved remotely before anybody arrived.
    let case = Case::new(json!({ "remote_resolved_at": "2026-11-10 20:00" }));
    let case = case.visit("现场服务", "2026-11-13 09:00");
    let stop = case.clock(Onsite).and_then(|clock| clock.stop).unwrap();
    assert_eq!((stop.kind, case.verdict(Onsite)), (StopKind::Remote, Some(Met)));
}

#[test]
fn each_clock_of_a_ticket_has_its_own_verdict() {
    let case =
        Case::new(json!({ "responded_at": "2026-11-10 10:20", "answered_at": "2026-11-11 12:00" }));
    let case = case.visit("现场服务", "2026-11-11 09:00");
    let timing = case.timing();
    let timed = &timing.all(&case.records)[0];
    let verdicts: Vec<_> = timed.clocks.iter().map(|clock| (clock.duty, clock.verdict)).collect();
    assert_eq!(verdicts, [(Response, Met), (Onsite, Met), (UrgentAnswer, Late)]);
    assert!(timed.is_missed());
    assert_eq!(
        timed.clock(UrgentAnswer).and_then(|clock| clock.overrun),
        Some(chrono::Duration::hours(2))
    );
}

#[test]
fn raised_matters_are_urgent_from_then_on() {
    let case = |more: Value| {
        let mut keys =
            json!({ "kind": "咨询", "affects_business": "否", "raised_at": "2026-11-10 20:00" });
        keys.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        Case::new(keys)
    };
    assert_eq!(case(json!({})).deadline(UrgentAnswer), Some(at("2026-11-11 20:00")));
    assert_eq!(case(json!({})).duties(), [UrgentAnswer]);
    // The longer limit applies if it ends first.
    let late = case(json!({ "raised_at": "2026-11-12 09:00" }));
    assert_eq!(late.deadline(UrgentAnswer), Some(at("2026-11-12 10:00")));
    // Not yet raised, answered before it was raised, urgent from the beginning, raised before receipt.
    assert_eq!(case(json!({})).seen("2026-11-10 19:59").duties(), [NormalAnswer]);
    let answered = case(json!({ "answered_at": "2026-11-10 19:00" }));
    assert_eq!(answered.verdict(NormalAnswer), Some(Met));
    let urgent = case(json!({ "affects_business": "是" }));
    assert_eq!(urgent.deadline(UrgentAnswer), Some(at("2026-11-11 10:00")));
    assert_eq!(
        case(json!({ "raised_at": "2026-11-10 09:00" })).verdict(UrgentAnswer),
        Some(Invalid)
    );
}

#[test]
fn the_day_of_a_run_is_not_over() {
    let due = |date: &str| Case::new(json!({})).on(date).verdict(Onsite);
    assert_eq!(due("2026-11-10"), Some(Running));
    assert_eq!(due("2026-11-11"), Some(Running), "due at ten o'clock of that day");
    assert_eq!(due("2026-11-12"), Some(LateOpen));
    let midnight = Case::new(json!({ "received_at": "2026-11-10 00:00" })).on("2026-11-11");
    assert_eq!(midnight.verdict(Onsite), Some(Running));
    // Evaluated at a moment: exact to the second.
    let seen = |moment: &str| Case::new(json!({})).seen(moment).verdict(Onsite);
    assert_eq!(seen("2026-11-11 10:00"), Some(Running));
    assert_eq!(seen("2026-11-11 10:00:01"), Some(LateOpen));
    // Evaluated on a day: events of the day are seen, later ones are not.
    let case = || Case::new(json!({ "responded_at": "2026-11-10 23:59:59" }));
    assert_eq!(case().on("2026-11-10").verdict(Response), Some(Late));
    let case = || Case::new(json!({ "responded_at": "2026-11-11 00:00" }));
    assert_eq!(case().on("2026-11-10").verdict(Response), Some(Running));
    let case = Case::new(json!({ "received_at": "2026-11-11 00:00" })).on("2026-11-10");
    assert_eq!(case.timing().all(&case.records).len(), 0);
}

#[test]
fn records_that_go_backwards_are_errors() {
    let before = "2026-11-10 09:59:59";
    for (keys, sla, duty) in [
        (json!({ "responded_at": before }), json!({}), Response),
        (json!({ "answered_at": before }), json!({}), UrgentAnswer),
        (json!({ "remote_resolved_at": before }), json!({}), Onsite),
        (
            json!({ "auto_replied_at": before }),
            json!({ "response": { "auto_reply_counts": true } }),
            Response,
        ),
        (
            json!({ "remote_failed_at": before }),
            json!({ "onsite": { "start": "remote_failed" } }),
            Onsite,
        ),
        (
            json!({ "classified_at": before }),
            json!({ "answer": { "start": "classified" } }),
            UrgentAnswer,
        ),
        (
            json!({ "received_at": "2026-11-07 11:00", "responded_at": "2026-11-07 10:00" }),
            json!({ "response": { "outside_window": "not_timed" } }),
            Response,
        ),
    ] {
        let clock = Case::new(keys.clone()).sla(sla);
        let clock = clock.clock(duty).unwrap();
        assert_eq!((clock.verdict, clock.deadline), (Invalid, None), "{keys}");
    }
}

#[test]
fn no_limit_and_no_window_is_too_strange() {
    let huge = json!({
        "response": { "limit_minutes": u32::MAX, "clock": "working_hours" },
        "onsite": { "limit_hours": u32::MAX, "clock": "working_hours" },
        "answer": { "urgent_hours": u32::MAX, "normal_minutes": u32::MAX },
    });
    for duty in [Response, Onsite, UrgentAnswer] {
        assert_eq!(Case::new(json!({})).sla(huge.clone()).verdict(duty), Some(Invalid), "{duty}");
    }
    let far = Case::new(json!({ "affects_business": "否" })).sla(huge);
    assert_eq!(far.verdict(NormalAnswer), Some(Running));
    // A window that closes before it opens is never open.
    let reversed = json!({ "response": { "window": ["18:00", "09:00"] } });
    assert_eq!(Case::new(json!({})).sla(reversed).verdict(Response), Some(Invalid));
}

#[test]
fn every_channel_has_the_answer_clocks_and_may_lose_them() {
    for channel in Channel::ALL {
        let case =
            |sla: Value| Case::new(json!({ "kind": "咨询" })).channel(*channel).sla(sla).duties();
        assert_eq!(case(json!({})), [UrgentAnswer]);
        let named = case(json!({ "answer": { "channels": [channel.word()] } }));
        assert_eq!(named, [UrgentAnswer]);
        assert_eq!(case(json!({ "answer": { "channels": [] } })), []);
    }
}

#[test]
fn attainment_divides_by_what_was_decided() {
    let case = Case::new(json!({}));
    let clock = case.clock(Response).unwrap();
    let verdicts = [
        Met,
        Met,
        Met,
        Late,
        Late,
        LateOpen,
        Running,
        Provisional,
        Invalid,
        NotApplicable,
        NotApplicable,
    ];
    let clocks: Vec<_> =
        verdicts.iter().map(|verdict| Clock { verdict: *verdict, ..clock }).collect();
    let sum = Attainment::of(&clocks);
    assert_eq!((sum.met, sum.late, sum.late_open), (3, 2, 1));
    assert_eq!((sum.running, sum.provisional, sum.invalid, sum.not_applicable), (1, 1, 1, 2));
    assert_eq!((sum.decided(), sum.missed(), sum.total()), (6, 3, verdicts.len()));
    // Each verdict is either decided or excluded from the rate.
    for verdict in ClockVerdict::ALL {
        let sum = Attainment::of([&Clock { verdict: *verdict, ..clock }]);
        assert_eq!(sum.decided() == 1, *verdict == Met || verdict.is_missed(), "{}", verdict.id());
        assert_eq!(sum.total(), 1);
    }
    let none: [&Clock<'_>; 0] = [];
    assert_eq!(Attainment::of(none).decided(), 0);
}

#[test]
fn what_is_met_however_it_is_read_is_not_disputed() {
    let disputed = |keys: Value, duty: ClockDuty| -> Vec<&'static str> {
        let case = Case::new(keys);
        let readings = AlternativeInterpretations::new(&case.contract.sla);
        let timing = case.timing();
        let timed = &timing.all(&case.records)[0];
        let others = readings.disagreeing(&timing, timed, timed.clock(duty).unwrap());
        others.iter().map(|other| other.reading.key).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(disputed(json!({ "responded_at": "2026-11-10 11:00" }), Response), none);
    // Met at the next opening; missed if the hour also runs at night.
    let night = json!({ "received_at": "2026-11-10 19:00", "responded_at": "2026-11-10 20:00:01" });
    assert_eq!(disputed(night, Response), ["response.outside_window"]);
    let urgent = json!({ "urgent": "否", "answered_at": "2026-11-11 11:00" });
    assert_eq!(disputed(urgent, UrgentAnswer), ["answer.urgent_rule"]);
}

#[test]
fn days_tell_why_they_are_worked() {
    let calendar = WorkCalendar::new(years(), &CalendarRules::default());
    let counts = [2024, 2025, 2026, 2027, 2023].map(|year| calendar.workdays(year));
    assert_eq!(counts, [Some(251), Some(248), Some(248), None, None]);
    assert_eq!(calendar.is_workday(day("2026-01-04")), Some(true), "make-up Sunday");
    assert_eq!(calendar.is_workday(day("2024-02-09")), Some(true), "New Year's Eve of 2024");
    assert_eq!(calendar.is_workday(day("2027-01-01")), None);
    let guess = calendar.status(day("2027-02-05"));
    assert_eq!((guess.worked, guess.certain), (false, false));
}
