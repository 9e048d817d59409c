//! A second contract, read by the same program: another hospital, monthly inspections, ten minutes, e-mail only.
//!
//! Where the first contract has quarters, the telephone and whole hours, this one differs. It must not need any other code:
//! the fixture is only a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::page;
use crate::pdf_text::Paper;
use crate::project::Project;

/// Twelve inspections exist, the thirteenth is due by the end of the month.
const AS_OF: &str = "2026-03-10";

fn project() -> Project {
    Project::below_tests("fixtures/second", AS_OF)
}

/// The output of `weibao status` for it, as JSON.
fn told() -> &'static Value {
    static TOLD: OnceLock<Value> = OnceLock::new();
    TOLD.get_or_init(|| project().status())
}

fn rows(told: &Value) -> &[Value] {
    told["ledger"].as_array().unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// The periods in which a clause has a row, with first and last day.
fn periods<'v>(told: &'v Value, clause: &str) -> Vec<[&'v str; 3]> {
    let of_clause = rows(told).iter().filter(|row| row["clause"] == clause);
    of_clause.map(|row| [text(row, "period"), text(row, "from"), text(row, "to")]).collect()
}

#[track_caller]
fn state<'v>(told: &'v Value, clause: &str, period: &str) -> &'v str {
    let row = rows(told).iter().find(|row| row["clause"] == clause && row["period"] == period);
    text(row.unwrap_or_else(|| panic!("{clause} has no row in {period}")), "state")
}

/// The number of clocks of a clause by outcome, over the term.
#[track_caller]
fn clocks<'v>(told: &'v Value, clause: &str) -> &'v Value {
    let clauses = told["clauses"].as_array().unwrap();
    &clauses.iter().find(|entry| entry["clause"] == clause).unwrap()["clocks"]
}

/// One clock of a ticket, from the JSON of `weibao explain`.
#[track_caller]
fn clock(project: &Project, ticket: &str, duty: &str) -> Value {
    let told = project.run(&["explain", ticket, "--format", "json"]).ended(0);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let clocks = told["clocks"].as_array().unwrap();
    let clock = clocks.iter().find(|clock| clock["duty"] == duty);
    clock.unwrap_or_else(|| panic!("{ticket} has no clock {duty}: {told:#}")).clone()
}

#[test]
fn its_records_are_without_fault() {
    let checked = project().run(&["check", "--format", "json"]).ended(0);
    let found: Value = serde_json::from_str(&checked.out).unwrap();
    assert_eq!(found["counts"]["errors"], json!(0), "{}", found["counts"]);
    let text = project().run(&["check"]).ended(0).out;
    assert!(text.contains("0个数据错误"), "{text}");
}

#[test]
fn its_periods_are_months_nine_natural_quarters_and_three_natural_years() {
    let told = told();
    let months = periods(told, "A1");
    assert_eq!(months.len(), 25);
    assert_eq!(months[0], ["2025-03", "2025-03-15", "2025-03-31"]);
    assert_eq!(months[24], ["2027-03", "2027-03-01", "2027-03-14"]);
    let quarters = periods(told, "B3");
    assert_eq!(quarters.len(), 9);
    assert_eq!(quarters[0], ["2025Q1", "2025-03-15", "2025-03-31"]);
    assert_eq!(quarters[8], ["2027Q1", "2027-01-01", "2027-03-14"]);
    let years = [
        ["2025", "2025-03-15", "2025-12-31"],
        ["2026", "2026-01-01", "2026-12-31"],
        ["2027", "2027-01-01", "2027-03-14"],
    ];
    for clause in ["D1", "D2", "D3"] {
        assert_eq!(periods(told, clause), years);
    }
    assert_eq!(rows(told).len(), 9 * 25 + 11 * 9 + 3 * 3);
}

#[test]
fn its_rows_stand_as_its_records_say() {
    let told = told();
    for (clause, period, expected) in [
        ("A1", "2025-03", "done"),
        ("A1", "2025-06", "done-late"),
        ("A6", "2025-08", "done"),
        ("A7", "2026-02", "partial"),
        ("A1", "2026-03", "not-due"),
        ("B1", "2025Q1", "done"),
        ("B3", "2025Q2", "deviation"),
        ("B4", "2025Q3", "deviation"),
        ("B5", "2025Q4", "deviation"),
        ("B6", "2025Q4", "done"),
        ("C1", "2025Q2", "not-occurred"),
        ("C2", "2025Q2", "done"),
        ("C3", "2025Q4", "done"),
        ("D1", "2025", "done"),
        ("D2", "2025", "done-late"),
        ("D3", "2025", "done"),
        ("D3", "2026", "not-due"),
        ("E0", "2025Q1", "done"),
        ("E0", "2025Q3", "deviation"),
    ] {
        assert_eq!(state(told, clause, period), expected, "{clause} in {period}");
    }
    let then = project().on_day("2025-08-25").status();
    assert_eq!(
        state(&then, "A6", "2025-08"),
        "deviation",
        "86.42% is above 85%, and the remedy was not closed"
    );
}

#[test]
fn ten_minutes_are_counted_to_the_minute() {
    let project = project();
    let met = clock(&project, "Q250321-01", "响应");
    assert_eq!((&met["limit_seconds"], &met["verdict"]), (&json!(600), &json!("met")));
    assert_eq!(met["deadline"], "2025-03-21T10:40:00+08:00");
    let late = clock(&project, "Q250611-01", "响应");
    assert_eq!((&late["verdict"], &late["overrun_seconds"]), (&json!("late"), &json!(60)));
    let answer = clock(&project, "Q251118-01", "紧急答复");
    assert_eq!((&answer["limit_seconds"], &answer["verdict"]), (&json!(240 * 60), &json!("late")));
    assert_eq!(clocks(told(), "B3")["late"], json!(1));
    let asked = clock(&project, "Q250402-01", "响应");
    assert_eq!(asked["verdict"], "met", "a question has this clock too");
}

#[test]
fn ten_minutes_cross_a_night_and_a_festival_of_the_place() {
    let project = project();
    let night = clock(&project, "Q250415-01", "响应");
    assert_eq!(night["start"], "2025-04-15T17:25:00+08:00");
    assert_eq!(night["deadline"], "2025-04-16T08:05:00+08:00");
    let spans = night["spans"].as_array().unwrap();
    let spans: Vec<_> =
        spans.iter().map(|span| (text(span, "reason"), span["seconds"].as_i64())).collect();
    let expected =
        [("weekday", Some(300)), ("outside-window", Some(52_200)), ("weekday", Some(300))];
    assert_eq!(spans, expected);
    let other = &night["other_readings"][0];
    assert_eq!((&other["key"], &other["verdict"]), (&json!("response.clock"), &json!("late")));

    let onsite = clock(&project, "Q260225-01", "到场");
    assert_eq!(onsite["deadline"], "2026-02-26T09:50:00+08:00", "four hours of the window");
    let festival = clock(&project, "Q251105-01", "响应");
    assert_eq!(festival["deadline"], "2025-11-06T08:10:00+08:00");
    assert_eq!(festival["verdict"], "met", "the limit itself is met");
    assert_eq!(festival["spans"][0]["reason"], "extra-holiday");
    let days = clock(&project, "Q251105-01", "一般答复");
    assert_eq!(
        days["deadline"], "2025-11-11T00:00:00+08:00",
        "three workdays, neither festival nor weekend"
    );
}

/// The name of a period in running text.
fn title(id: &str) -> String {
    let (year, rest) = id.split_at(4);
    match rest.strip_prefix('Q').map(|quarter| quarter.parse::<usize>().unwrap()) {
        Some(quarter) => format!("{year}年第{}季度", ["一", "二", "三", "四"][quarter - 1]),
        None if rest.is_empty() => format!("{year}年度"),
        None => format!("{year}年{}月", rest[1..].parse::<u32>().unwrap()),
    }
}

#[test]
fn a_month_is_built_and_the_index_loses_no_row() {
    let project = project();
    project.build(&["--period", "2025-08"]).ended(0);
    let index = page::read(&project.bytes("output/index.html"));
    let grid = index.classed("grid")[0].clone();

    let heads: Vec<_> = grid.classed("period").iter().map(|head| head.text()).collect();
    assert_eq!(heads.len(), 25, "a column a month; quarters and years cover some: {heads:?}");
    let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut cells = 0;
    for line in grid.all().into_iter().filter(|element| element.name == "tr") {
        let Some(clause) = line.classed("no").first().map(|number| number.text().trim().to_owned())
        else {
            continue;
        };
        let spans: usize = line
            .classed("cell")
            .iter()
            .map(|cell| cell.attribute("colspan").parse().unwrap_or(1))
            .sum();
        assert_eq!(25, spans, "{clause} fills its line");
        let full =
            line.classed("cell").into_iter().filter(|cell| !cell.attribute("title").is_empty());
        let titles: Vec<_> = full.map(|cell| cell.attribute("title").to_owned()).collect();
        cells += titles.len();
        let periods = titles.iter().map(|title| title.split('：').next().unwrap().to_owned());
        shown.insert(clause, periods.collect());
    }
    let rows = rows(told());
    assert_eq!(cells, rows.len());
    for row in rows {
        let (clause, period) = (text(row, "clause"), title(text(row, "period")));
        assert!(shown[clause].contains(&period), "{clause} in {period}");
    }

    let report = page::read(&project.bytes("output/2025-08/inspection.html")).text();
    let pdf_text = Paper::read(&project.bytes("output/2025-08/inspection.pdf")).body();
    for words in ["月度巡检报告", "2025年8月", "应检9项，已检9项", "合同“每月一次”按自然月统计"]
    {
        assert!(report.contains(words), "{words}");
        assert!(pdf_text.contains(words), "{words}");
    }
    assert!(pdf_text.contains("86.42"));
    for words in ["季度", "票据", "少于", "数据空间"] {
        assert!(!pdf_text.contains(words), "{words} is no word of this contract");
    }
}
