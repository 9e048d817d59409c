//! Numbers reconcile: the hotline records of a year's quarters, cell by cell, add up to the summary of the year.

use std::collections::BTreeMap;

use serde_json::Value;

use super::views;
use crate::project::Project;

/// Row and column, each by its name, with the count in the cell.
type Cells = BTreeMap<(String, String), usize>;

/// The tables that both kinds of report have.
const TABLES: [&str; 5] =
    ["by-channel", "by-month", "by-module", "by-resolution", "attainment-table"];

/// Every block of a view, including those inside sheets.
pub(super) fn blocks(view: &Value) -> Vec<&Value> {
    let chapters = view["body"]["chapters"].as_array().unwrap();
    chapters.iter().flat_map(|chapter| chapter["blocks"].as_array().unwrap()).collect()
}

/// A table of a view by its anchor.
pub(super) fn table<'v>(view: &'v Value, id: &str) -> Option<&'v Value> {
    blocks(view).into_iter().find(|block| block["block"] == "table" && block["id"] == id)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The counts of a table that are not zero. Shares are not counts; a rate has its count in a note: 43／45.
fn counts(view: &Value, id: &str) -> Cells {
    let mut counts = Cells::new();
    let Some(table) = table(view, id) else { return counts };
    let heads: Vec<_> =
        table["columns"].as_array().unwrap().iter().map(|head| text(&head["title"])).collect();
    for row in table["rows"].as_array().unwrap() {
        let cells = row["cells"].as_array().unwrap();
        let name = text(&cells[0]["text"]);
        for (head, cell) in heads.iter().zip(cells).skip(1) {
            let parts = [(*head, text(&cell["text"]))].into_iter().chain(
                match text(&cell["note"]).split_once('／') {
                    Some((met, decided)) => vec![("分子", met), ("分母", decided)],
                    None => Vec::new(),
                },
            );
            for (head, count) in
                parts.filter_map(|(head, part)| Some((head, part.parse::<usize>().ok()?)))
            {
                if count > 0 {
                    counts.insert((name.to_owned(), head.to_owned()), count);
                }
            }
        }
    }
    counts
}

fn sum<'v>(views: impl Iterator<Item = &'v Value>, id: &str) -> Cells {
    let mut sum = Cells::new();
    for (cell, count) in views.flat_map(|view| counts(view, id)) {
        *sum.entry(cell).or_default() += count;
    }
    sum
}

fn rows(view: &Value, id: &str) -> usize {
    table(view, id).map_or(0, |table| table["rows"].as_array().unwrap().len())
}

/// The value of this year in a row of indicators.
fn indicator(view: &Value, name: &str) -> String {
    let rows = table(view, "indicators").unwrap()["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["cells"][0]["text"] == name);
    text(&row.unwrap_or_else(|| panic!("no indicator {name}"))["cells"][2]["text"]).to_owned()
}

/// Compares the summary of a year with the hotline records of its quarters; returns the number of counts that agree.
fn agree(project: &Project, as_of: &str, year: &str, quarters: &[&str]) -> usize {
    let mut wanted: Vec<_> = quarters.iter().map(|quarter| ("hotline", *quarter)).collect();
    wanted.push(("summary", year));
    let views = views(project, as_of, &wanted);
    let (summary, quarters) = views.split_last().unwrap();
    let mut agreed = 0;
    for id in TABLES {
        let (of_quarters, of_year) = (sum(quarters.iter(), id), counts(summary, id));
        assert_eq!(of_quarters, of_year, "{year} {id}");
        assert!(!of_year.is_empty(), "{year} {id} counts nothing");
        agreed += of_year.len();
    }
    let total = |id: &str| quarters.iter().map(|quarter| rows(quarter, id)).sum::<usize>();
    assert_eq!(
        total("records-list"),
        sum(quarters.iter(), "by-channel")[&("合计".into(), "合计".into())]
    );
    assert_eq!(total("breach-list"), rows(summary, "breach-list"), "{year}");
    assert_eq!(format!("{}件", total("records-list")), indicator(summary, "受理总量"), "{year}");
    assert_eq!(format!("{}次", total("visits-list")), indicator(summary, "到场次数"), "{year}");
    assert_eq!(
        format!("{}件", rows(summary, "typical-list")),
        indicator(summary, "典型问题"),
        "{year}"
    );
    agreed
}

#[test]
fn the_quarters_of_the_shipped_records_sum_to_their_years() {
    let project = Project::shipped();
    for year in ["2025", "2026"] {
        let quarters = [1, 2, 3, 4].map(|quarter| format!("{year}Q{quarter}"));
        let quarters: Vec<_> = quarters.iter().map(String::as_str).collect();
        assert!(agree(&project, "2026-11-23", year, &quarters) > 60);
    }
}

#[test]
fn the_quarters_of_the_second_contract_sum_to_their_years() {
    let project = Project::below_tests("fixtures/second", "2026-07-15");
    assert!(agree(&project, "2026-07-15", "2025", &["2025Q1", "2025Q2", "2025Q3", "2025Q4"]) > 40);
    assert!(agree(&project, "2026-07-15", "2026", &["2026Q1", "2026Q2", "2026Q3"]) > 20);
}
