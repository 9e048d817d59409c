//! Demonstration records are computed for their own day, whatever today is; all other records for today.

use std::process::Command;

use chrono::{Duration, NaiveDate, Utc};
use serde_json::Value;

use crate::project::{Project, run};

/// The day of the shipped demonstration records.
const DEMO_DAY: &str = "2026-11-23";

/// The program with only these arguments: neither a day nor a language is given.
fn command(project: &Project, words: &str) -> Command {
    let mut command = project.command_line(words);
    command.env("LANG", "zh_CN.UTF-8");
    command
}

/// The day for which `weibao status` computes.
fn day_of(command: Command) -> String {
    let status = run(command);
    assert!(matches!(status.code, 0 | 1), "{}", status.err);
    let status: Value = serde_json::from_str(&status.out).unwrap();
    status["as_of"].as_str().unwrap().to_owned()
}

/// Today in the contract's time zone.
fn today() -> NaiveDate {
    (Utc::now() + Duration::hours(8)).date_naive()
}

fn without_demo(project: &Project) {
    project.edit("data/contract.yaml", "demo:\n  as_of: 2026-11-23\n", "");
}

#[test]
fn the_shipped_records_are_computed_for_their_own_day() {
    let project = Project::shipped();
    assert_eq!(day_of(command(&project, "status --format json")), DEMO_DAY);
    let check = run(command(&project, "check")).ended(0);
    let note = format!("数据提示[demo-day]: 统计截止日期取演示日期{DEMO_DAY}，不是今天");
    assert!(check.out.contains(&note), "{}", check.out);
}

#[test]
fn a_day_that_is_named_goes_before_the_demonstration_day() {
    let project = Project::lean();
    let named = command(&project, "status --format json --as-of 2025-07-10");
    assert_eq!(day_of(named), "2025-07-10");
    let mut fixed = command(&project, "status --format json");
    fixed.env("SOURCE_DATE_EPOCH", "1752127200");
    assert_eq!(day_of(fixed), "2025-07-10");
    let mut both = command(&project, "status --format json --as-of 2025-08-01");
    both.env("SOURCE_DATE_EPOCH", "1752127200");
    assert_eq!(day_of(both), "2025-08-01");
    let check = run(command(&project, "check --as-of 2025-07-10"));
    assert!(!check.out.contains("demo-day"), "{}", check.out);
}

#[test]
fn records_without_a_demonstration_day_are_computed_for_today() {
    let project = Project::lean();
    without_demo(&project);
    let before = today();
    let day = day_of(command(&project, "status --format json"));
    // Midnight may pass while the program runs.
    assert!([before, today()].iter().any(|today| today.to_string() == day), "{day}");
}

#[test]
fn a_new_project_begins_today_even_inside_a_demonstration() {
    let project = Project::lean();
    project.edit("data/contract.yaml", "as_of: 2026-11-23", "as_of: 2025-02-01");
    run(command(&project, "init new")).ended(0);
    let contract = project.text("new/data/contract.yaml");
    let first = contract.lines().find_map(|line| line.trim().strip_prefix("from: "));
    let first: NaiveDate = first.unwrap().parse().unwrap();
    assert!(first > today(), "{first}");
    assert!(!contract.contains("demo:"), "{contract}");
}
