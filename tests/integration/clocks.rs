//! The clocks of tickets: worked examples, every key of the contract file, and elapsed time compared with a minute-by-minute
//! count.
//!
//! A case is one ticket under the shipped calendars and a contract that promises every clock. Case and limits are written as
//! JSON with the keys and words of records and the contract file, so that a test reads like a project folder.

mod keys;
mod rules;
mod vectors;
mod worktime;

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};
use weibao::internals::model::{
    CalendarRules, CalendarYear, Channel, ClockDuty, Contract, Day, DayKind, Moment, Records,
    Sourced, SpecialDay,
};
use weibao::internals::schedule::{Clock, ClockVerdict, Known, Timing, WorkCalendar};
use weibao::internals::source::{Files, Location};

/// Default time of receipt: a Tuesday in office hours.
const RECEIVED: &str = "2026-11-10 10:00";
/// A day by which everything has happened.
const FAR_LATER: &str = "2030-01-01 00:00";

/// A moment.
#[track_caller]
fn at(text: &str) -> NaiveDateTime {
    Moment::parse(text).unwrap_or_else(|| panic!("{text} is no moment")).0
}

/// A day.
#[track_caller]
fn day(text: &str) -> NaiveDate {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is no day")).0
}

/// A record without a location.
fn sourced<T>(record: T) -> Sourced<T> {
    Sourced { record, location: Location::file(Files::new("").add("x.yaml")) }
}

fn repository(below: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Rows of a table under `tests/fixtures`, each by its column.
fn fixture(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_path(repository("tests/fixtures").join(name)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The shipped calendars of 2024 to 2026, and 2027 as far as the law fixes it.
fn years() -> &'static [Sourced<CalendarYear>] {
    static YEARS: OnceLock<Vec<Sourced<CalendarYear>>> = OnceLock::new();
    YEARS.get_or_init(|| {
        let shipped = ["2024", "2025", "2026"].map(|year| {
            let path = repository("data/calendar").join(format!("{year}.yaml"));
            sourced(serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap())
        });
        let days = fixture("holidays-cn-2027-provisional.csv").into_iter().map(|row| SpecialDay {
            date: Day(day(&row["date"])),
            kind: DayKind::Holiday,
            name: row["name"].clone(),
        });
        let provisional = CalendarYear {
            year: 2027,
            provisional: true,
            notice: "尚未发布".to_owned(),
            title: None,
            issued_on: None,
            days: days.collect(),
        };
        shipped.into_iter().chain([sourced(provisional)]).collect()
    })
}

fn contract() -> Contract {
    let clause = |duty: &ClockDuty| {
        json!({ "id": duty.word(), "section": "服务时限", "text": "按时", "every": "按需",
            "evidence": "服务记录", "clock": duty.word() })
    };
    let clauses: Vec<_> = ClockDuty::ALL.iter().map(clause).collect();
    serde_json::from_value(json!({
        "title": "维护服务", "number": "HT-1", "hospital": { "name": "甲" }, "vendor": { "name": "乙" },
        "system": { "name": "系统" }, "term": { "from": "2024-01-01", "to": "2027-12-31" }, "clauses": clauses,
    }))
    .unwrap()
}

/// One ticket and the rules that apply to it.
struct Case {
    contract: Contract,
    records: Records,
    calendar: WorkCalendar,
    known: Known,
}

impl Case {
    /// A fault that hinders work, with these further keys.
    #[track_caller]
    fn new(keys: Value) -> Self {
        let mut ticket = json!({
            "id": "T-1", "received_at": RECEIVED, "kind": "故障", "affects_business": "是", "subject": "不能开票",
            "agent": "miaoqingdai",
        });
        let Value::Object(keys) = keys else { panic!("keys of a ticket are an object") };
        ticket.as_object_mut().unwrap().extend(keys);
        let mut records = Records::default();
        records.tickets.push(sourced(serde_json::from_value(ticket).unwrap()));
        let calendar = WorkCalendar::new(years(), &CalendarRules::default());
        Self { contract: contract(), records, calendar, known: Known::at(at(FAR_LATER)) }
    }

    /// With these limits.
    #[track_caller]
    fn sla(mut self, keys: Value) -> Self {
        self.contract.sla = serde_json::from_value(keys).unwrap();
        self
    }

    /// With these days of the hospital's own calendar.
    #[track_caller]
    fn days(mut self, keys: Value) -> Self {
        self.calendar = WorkCalendar::new(years(), &serde_json::from_value(keys).unwrap());
        self
    }

    /// With only these calendars.
    fn calendars(mut self, years: &[Sourced<CalendarYear>]) -> Self {
        self.calendar = WorkCalendar::new(years, &CalendarRules::default());
        self
    }

    /// With a visit of this purpose for the ticket.
    #[track_caller]
    fn visit(mut self, purpose: &str, arrived_at: &str) -> Self {
        let visit = json!({
            "id": format!("V-{arrived_at}"), "purpose": purpose, "ticket": "T-1", "engineers": ["luowensheng"],
            "arrived_at": arrived_at, "work": "更换网线",
        });
        self.records.visits.push(sourced(serde_json::from_value(visit).unwrap()));
        self
    }

    /// Received by this channel.
    fn channel(mut self, channel: Channel) -> Self {
        self.records.tickets[0].record.channel = channel;
        self
    }

    /// Evaluated at a moment.
    #[track_caller]
    fn seen(mut self, moment: &str) -> Self {
        self.known = Known::at(at(moment));
        self
    }

    /// Evaluated on a day.
    #[track_caller]
    fn on(mut self, date: &str) -> Self {
        self.known = Known::on(day(date));
        self
    }

    fn timing(&self) -> Timing<'_> {
        Timing::new(&self.contract, &self.records, &self.calendar, self.known)
    }

    /// The clock of a duty, if it has one.
    fn clock(&self, duty: ClockDuty) -> Option<Clock<'_>> {
        let clocks = self.timing().clocks(&self.records.tickets[0].record);
        clocks.into_iter().find(|clock| clock.duty == duty)
    }

    /// The verdict of a clock; `None` if the ticket has no such clock.
    fn verdict(&self, duty: ClockDuty) -> Option<ClockVerdict> {
        self.clock(duty).map(|clock| clock.verdict)
    }

    /// The duties with a clock.
    fn duties(&self) -> Vec<ClockDuty> {
        let clocks = self.timing().clocks(&self.records.tickets[0].record);
        clocks.iter().map(|clock| clock.duty).collect()
    }

    /// The deadline of a clock.
    fn deadline(&self, duty: ClockDuty) -> Option<NaiveDateTime> {
        self.clock(duty).and_then(|clock| clock.deadline)
    }
}
