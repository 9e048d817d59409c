//! Reports and ledger: nothing is lost, nothing contradicts, and 90 is not 89.9.

mod acceptance;
mod faq;
mod hotline;
mod reconcile;
mod reviewed;
mod satisfaction;
mod site;
mod summary;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::page::{self, Element};
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::{Project, shipped_output};
use reconcile::blocks;
use weibao::internals::pipeline;
use weibao::internals::report::{self, REPORTS};
use weibao::internals::schedule::find_period;

/// Clause and period, each with the name of its state.
type Grid = BTreeMap<(String, String), String>;

/// The ledger as printed on the index.
fn grid(index: &[u8]) -> Grid {
    const STATES: [&str; 7] =
        ["done", "done-late", "partial", "no-evidence", "deviation", "not-occurred", "not-due"];
    let page = page::read(index);
    let table = page.classed("grid")[0].clone();
    let mut grid = Grid::new();
    for row in table.all().into_iter().filter(|element| element.name == "tr") {
        let cells = row.classed("cell");
        let Some(clause) = row.classed("no").first().map(|number| number.text()) else { continue };
        let mut quarter = 0;
        for cell in cells {
            let span = cell.attribute("colspan").parse().unwrap_or(1);
            let period = match span {
                4 => format!("{}", 2025 + quarter / 4),
                _ => format!("{}Q{}", 2025 + quarter / 4, quarter % 4 + 1),
            };
            quarter += span;
            let state =
                STATES.iter().find(|state| cell.has_class(state)).expect("a cell has a state");
            grid.insert((clause.trim().to_owned(), period), (*state).to_owned());
        }
    }
    grid
}

/// The cells of clauses that are proved by inspections.
fn inspected(mut grid: Grid) -> Grid {
    grid.retain(|(clause, _), _| clause.starts_with("1.") || clause.starts_with("2."));
    grid
}

/// Cells that differ: clause, period, new state.
fn changed(before: &Grid, after: &Grid) -> Vec<(String, String, String)> {
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let differing = after.iter().filter(|(cell, state)| before[*cell] != **state);
    differing
        .map(|((clause, period), state)| (clause.clone(), period.clone(), state.clone()))
        .collect()
}

/// What templates see of a report.
fn document(project: &Project, period: &str, as_of: &str) -> Value {
    views(project, as_of, &[(REPORTS[0].id, period)]).remove(0)
}

/// What templates see of several reports, each named by kind and period.
fn views(project: &Project, as_of: &str, wanted: &[(&str, &str)]) -> Vec<Value> {
    let as_of = as_of.parse::<NaiveDate>().unwrap();
    let read = pipeline::Project::read(project.root()).unwrap();
    let checked = read.check(as_of);
    let evaluation = checked.evaluation.as_ref().unwrap();
    let (contract, context) = (evaluation.contract, report::context(evaluation));
    let view = |(kind, period): &(&str, &str)| {
        let kind = REPORTS.iter().find(|report| report.id == *kind).unwrap();
        let period = find_period(&contract.record, period).unwrap();
        report::build(kind, &context, period, &[]).document()
    };
    wanted.iter().map(view).collect()
}

// ---- gaps ---------------------------------------------------------------------------------------------------------

#[test]
fn the_ledger_has_a_cell_for_each_clause_and_quarter() {
    let all = grid(&shipped_output()["index.html"]);
    assert_eq!(
        all.len(),
        17 * 8 + 15 * 8 + 3 * 2,
        "by quarter: inspections and what is owed when needed; by year: three"
    );
    let grid = inspected(all);
    assert_eq!(grid.len(), 17 * 8);
    let count = |state: &str| grid.values().filter(|found| *found == state).count();
    assert_eq!((count("not-due"), count("no-evidence"), count("partial")), (17, 0, 1));
    assert_eq!(grid[&("2.4".to_owned(), "2025Q2".to_owned())], "partial");
    assert_eq!(grid[&("1.5".to_owned(), "2025Q3".to_owned())], "done", "its remedy was closed");
}

#[test]
fn the_index_counts_each_clause_as_status_does() {
    let page = page::read(&shipped_output()["index.html"]);
    let table = page.classed("grid")[0].clone();
    let mut shown = BTreeMap::new();
    for row in table.all().into_iter().filter(|element| element.name == "tr") {
        let (numbers, sums) = (row.classed("no"), row.classed("sum"));
        if let (Some(number), Some(sum)) = (numbers.first(), sums.first()) {
            shown.insert(number.text().trim().to_owned(), sum.text().trim().to_owned());
        }
    }
    let status = Project::shipped().status();
    let clauses = status["clauses"].as_array().unwrap();
    assert_eq!((clauses.len(), shown.len()), (35, 35));
    for entry in clauses {
        let clocks = &entry["clocks"];
        let (done, due) = if clocks.is_null() {
            (&entry["done"], &entry["required"])
        } else {
            (&clocks["met"], &clocks["decided"])
        };
        let clause = entry["clause"].as_str().unwrap();
        assert_eq!(shown[clause], format!("{done}／{due}"), "{clause}");
    }
}

#[test]
fn a_deleted_inspection_leaves_seventeen_gaps_and_a_report_that_says_so() {
    let project = Project::shipped();
    project.delete("data/inspections/2026Q1.yaml");
    let built = project.build(&["--period", "2026Q1", "--period", "2026Q2"]);
    assert!(built.out.contains("2026年第一季度没有巡检记录：17项检查无履约证据"), "{}", built.out);
    let mut cells =
        changed(&grid(&shipped_output()["index.html"]), &grid(&project.bytes("output/index.html")));
    cells.retain(|(clause, ..)| clause != "0");
    assert_eq!(cells.len(), 17, "{cells:?}");
    assert!(cells.iter().all(|(_, period, state)| period == "2026Q1" && state == "no-evidence"));

    let pdf_text = Paper::read(&project.bytes("output/2026Q1/inspection.pdf"));
    let verdict = "×无履约证据截至报告日期，2026年第一季度没有可供核对的巡检记录。下列17项服务内容无履约证据。";
    assert!(pdf_text.sheets[1].body().contains(verdict), "{}", pdf_text.sheets[1].body());
    assert_eq!(pdf_text.body().matches("1次/季度×无履约证据").count(), 17);
    let page = page::read(&project.bytes("output/2026Q1/inspection.html"));
    assert_eq!(page.by_id("gap-list").text().matches("无履约证据").count(), 17);

    let next = Paper::read(&project.bytes("output/2026Q2/inspection.pdf"));
    assert!(
        next.body().contains("应检17项，已检17项。"),
        "the quarter after it still has its report"
    );
    let drawn = document(&project, "2026Q2", "2026-10-08");
    assert_eq!(&line(&tables(&drawn, "measured-")[0]["rows"][0])[2..4], ["—", "—"]);
}

#[test]
fn a_deleted_inspection_takes_back_the_remedy_it_had_closed() {
    let project = Project::shipped();
    project.delete("data/inspections/2025Q4.yaml");
    project.build(&["--period", "2025Q4", "--format", "html"]);
    let mut cells =
        changed(&grid(&shipped_output()["index.html"]), &grid(&project.bytes("output/index.html")));
    cells.retain(|(clause, period, _)| period != "2025Q4" && clause != "0");
    assert_eq!(cells, [("1.5".to_owned(), "2025Q3".to_owned(), "deviation".to_owned())]);
}

#[test]
fn an_item_that_was_left_out_is_partial_and_never_normal() {
    let project = Project::lean();
    let record = project.text("data/inspections/2025Q1.yaml");
    let start = record.find("  - clause: \"2.3\"").unwrap();
    let end = record.find("  - clause: \"2.4\"").unwrap();
    project
        .write("data/inspections/2025Q1.yaml", format!("{}{}", &record[..start], &record[end..]));
    let drawn = document(&project, "2025Q1", "2025-07-10");
    let banner = drawn["body"]["front"][0]["text"].as_str().unwrap();
    assert!(banner.ends_with("应检17项，已检16项，未检1项，本期巡检为部分履行。"), "{banner}");
    project.build(&["--period", "2025Q1", "--format", "html"]);
    let grid = grid(&project.bytes("output/index.html"));
    assert_eq!(grid[&("2.3".to_owned(), "2025Q1".to_owned())], "partial");
    let page = page::read(&project.bytes("output/2025Q1/inspection.html"));
    let items =
        page.all().into_iter().find(|element| element.attribute("id") == "item-2.3").unwrap();
    assert!(
        items.text().contains("巡检记录中没有此项") && items.text().contains("未检"),
        "{}",
        items.text()
    );
}

#[test]
fn an_earlier_day_does_not_see_later_work() {
    let project = Project::lean().on_day("2025-06-16");
    project.build(&[]).ended(0);
    let grid = inspected(grid(&project.bytes("output/index.html")));
    let of = |period: &str, state: &str| {
        grid.iter().filter(|((_, of), found)| of == period && *found == state).count()
    };
    assert_eq!(of("2025Q1", "done"), 17);
    assert_eq!(of("2025Q2", "not-due"), 17, "the inspection was made on the 17th");
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert!(pdf_text.sheets[1].body().contains("未到期"));
}

// ---- ninety -------------------------------------------------------------------------------------------------------

/// What is measured and written for an item, and the expected result.
struct Situation {
    verdict: &'static str,
    value: Option<&'static str>,
    reason: bool,
    class: &'static str,
    shown: &'static str,
    state: &'static str,
    codes: &'static [&'static str],
}

const fn situation(
    verdict: &'static str,
    value: Option<&'static str>,
    class: &'static str,
    shown: &'static str,
    state: &'static str,
    codes: &'static [&'static str],
) -> Situation {
    Situation { verdict, value, reason: false, class, shown, state, codes }
}

const SITUATIONS: [Situation; 8] = [
    situation("正常", Some("89.99"), "normal", "89.99", "done", &[]),
    situation("正常", Some("89.996"), "normal", "89.996", "done", &[]),
    situation("异常", Some("90.00"), "abnormal", "90.00", "deviation", &["threshold-reached"]),
    situation("异常", Some("90.01"), "abnormal", "90.01", "deviation", &["threshold-reached"]),
    situation("正常", None, "skipped", "无采样", "done", &["asset-not-probed"]),
    Situation { reason: true, ..situation("不适用", None, "skipped", "无采样", "done", &[]) },
    situation("不适用", None, "skipped", "无采样", "done", &["reason-missing"]),
    // The engineer's verdict does not turn a missed limit into a kept one.
    situation(
        "正常",
        Some("90"),
        "abnormal",
        "90.00",
        "deviation",
        &["threshold-reached", "verdict-contradicts-probe"],
    ),
];

/// The numbers of the seventeen items.
fn items() -> Vec<String> {
    let first = (1..=10).map(|number| format!("1.{number}"));
    first.chain((1..=7).map(|number| format!("2.{number}"))).collect()
}

fn metric(clause: &str) -> String {
    format!("trial-{}.used_pct", clause.replace('.', "-"))
}

/// A project in which each of the seventeen items requires less than 90 % of a metric of its own, measured by hand; the
/// situations are distributed over the items in turn, beginning with the situation of this index.
fn dealt(first: usize) -> Project {
    let project = Project::lean();
    for gone in ["data/probes", "data/inspections/2025Q2.yaml", "data/attachments"] {
        project.delete(gone);
    }
    project.write("data/contract.yaml", limited(&project.text("data/contract.yaml")));
    let mut record = "id: XJ-2025Q1\nperiod: 2025Q1\nmode: 现场\nstarted_at: 2025-03-18 09:00\nfinished_at: 2025-03-18 16:00\ninspectors: [luowensheng]\nconclusion: 试验。\nitems:\n".to_owned();
    for (index, clause) in items().iter().enumerate() {
        record += &item(clause, &SITUATIONS[(first + index) % SITUATIONS.len()]);
    }
    project.write("data/inspections/2025Q1.yaml", record);
    project
}

fn item(clause: &str, situation: &Situation) -> String {
    let mut text = format!(
        "  - clause: \"{clause}\"\n    verdict: {}\n    result: 已查。\n",
        situation.verdict
    );
    if situation.verdict == "异常" {
        text += "    grade: 严重\n";
    }
    if situation.reason {
        text += "    reason: 双方书面约定本期不适用。\n";
    }
    if let Some(value) = situation.value {
        let metric = metric(clause);
        text += &format!(
            "    measured:\n      - {{ asset: app-ebill, metric: {metric}, value: {value} }}\n"
        );
    }
    text
}

/// The contract with one limit for each item, and no others.
fn limited(contract: &str) -> String {
    let mut text = String::new();
    let mut clause = String::new();
    for line in contract.lines() {
        if let Some(id) = line.strip_prefix("  - id: \"") {
            clause = id.trim_end_matches('"').to_owned();
        }
        let limits = line.trim_start().starts_with("limits:") || line.starts_with("      - {");
        if !limits {
            text += &format!("{line}\n");
        }
        if line == "metrics:" {
            for clause in items() {
                let id = metric(&clause);
                text +=
                    &format!("  - {{ id: {id}, title: 试验{clause}, of: 应用, unit: \"%\" }}\n");
            }
        }
        if line == "    evidence: 巡检记录" {
            let id = metric(&clause);
            text +=
                &format!("    limits:\n      - {{ metric: {id}, below: 90, source: 合同值 }}\n");
        }
    }
    text
}

/// The codes reported for an item that concern measuring and judging.
fn codes(project: &Project, clause: &str) -> Vec<String> {
    const SPOKEN_OF: [&str; 4] =
        ["threshold-reached", "asset-not-probed", "reason-missing", "verdict-contradicts-probe"];
    let said: Value =
        serde_json::from_str(&project.run(&["check", "--format", "json"]).out).unwrap();
    let record = |entry: &&Value| {
        let record = entry["record"].as_str().unwrap_or_default();
        record.split('/').nth(1) == Some(clause)
    };
    let entries = said["diagnostics"].as_array().unwrap().iter().filter(record);
    let mut codes: Vec<_> = entries
        .map(|entry| entry["code"].as_str().unwrap().to_owned())
        .filter(|code| SPOKEN_OF.contains(&code.as_str()))
        .collect();
    codes.sort();
    codes
}

#[test]
fn every_item_is_judged_alike_on_either_side_of_ninety() {
    for first in 0..SITUATIONS.len() {
        let project = dealt(first);
        let drawn = document(&project, "2025Q1", "2025-07-10");
        let topics = blocks(&drawn).into_iter().filter(|block| block["block"] == "topic");
        let topics: Vec<_> = topics.map(|topic| topic["about"].as_str().unwrap()).collect();
        let tables = tables(&drawn, "measured-");
        let read = pipeline::Project::read(project.root()).unwrap();
        let checked = read.check("2025-07-10".parse().unwrap());
        let ledger = &checked.evaluation.as_ref().unwrap().ledger;
        assert_eq!((topics.len(), tables.len()), (17, 17));
        for (index, clause) in items().iter().enumerate() {
            let owed = &SITUATIONS[(first + index) % SITUATIONS.len()];
            let value = &tables[index]["rows"][0]["cells"][1];
            assert_eq!(topics[index], format!("条款{clause}"));
            assert_eq!(
                (&value["text"], &value["class"]),
                (&json!(owed.shown), &json!(owed.class)),
                "{clause}"
            );
            assert_eq!(
                ledger.row(clause, "2025Q1").unwrap().state.id(),
                owed.state,
                "{clause} {}",
                owed.shown
            );
        }
    }
}

#[test]
fn the_checks_say_the_same_of_ninety_as_the_ledger() {
    // Eight rounds would try every item in every situation; two show that no situation depends on its item.
    for first in [0, 3] {
        let project = dealt(first);
        for (index, clause) in items().iter().enumerate() {
            let owed = &SITUATIONS[(first + index) % SITUATIONS.len()];
            assert_eq!(
                codes(&project, clause),
                owed.codes,
                "{clause}: {} {}",
                owed.verdict,
                owed.shown
            );
        }
    }
}

#[test]
fn both_formats_print_ninety_and_what_is_short_of_it() {
    let project = dealt(0);
    project.build(&["--period", "2025Q1"]).ended(1);
    let body = Paper::read(&project.bytes("output/2025Q1/inspection.pdf")).body();
    let page = page::read(&project.bytes("output/2025Q1/inspection.html"));
    let values: Vec<_> =
        page.classed("figure").iter().map(|cell| cell.text().trim().to_owned()).collect();
    let owed: Vec<_> =
        (0..17).map(|index| SITUATIONS[index % SITUATIONS.len()].shown.to_owned()).collect();
    assert_eq!(values, owed);
    for shown in ["89.99", "89.996", "90.00", "90.01", "无采样"] {
        let count = owed.iter().filter(|value| *value == shown).count();
        let row = format!("医疗收费电子票据管理系统{shown}——");
        assert_eq!(body.matches(&row).count(), count, "{shown}");
    }
}

// ---- figures that agree -------------------------------------------------------------------------------------------

fn report_page(period: &str) -> Element {
    page::read(&shipped_output()[&format!("{period}/inspection.html")])
}

/// The verdict of each item as printed in the chapters.
fn judged(page: &Element) -> Vec<(String, String)> {
    let rows =
        page.all().into_iter().filter(|element| element.attribute("id").starts_with("item-"));
    rows.map(|row| {
        let verdict = row.classed("judged")[0].text();
        let word = verdict.trim_start_matches(|c: char| "√△×○—".contains(c) || c.is_whitespace());
        let word = word.split(['（', ' ']).next().unwrap_or_default();
        (row.attribute("id").trim_start_matches("item-").to_owned(), word.trim().to_owned())
    })
    .collect()
}

#[test]
fn the_summary_counts_what_the_chapters_and_the_ledger_show() {
    let grid = grid(&shipped_output()["index.html"]);
    for period in ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"] {
        let page = report_page(period);
        let judged = judged(&page);
        assert_eq!(judged.len(), 17, "{period}");
        let mut total = 0;
        for tile in page.classed("tile") {
            let word = tile.classed("tile-word")[0].text();
            let word =
                word.trim_start_matches(|c: char| "√△×○—".contains(c) || c.is_whitespace()).trim();
            let count = tile.classed("tile-count")[0].text();
            let count: usize =
                count.split_whitespace().next().unwrap().trim_end_matches('项').parse().unwrap();
            assert_eq!(
                judged.iter().filter(|(_, verdict)| verdict == word).count(),
                count,
                "{period} {word}"
            );
            total += count;
        }
        assert_eq!(total, 17, "{period}");
        for (clause, verdict) in &judged {
            let state = &grid[&(clause.clone(), period.to_owned())];
            assert_eq!(
                verdict == "未检",
                state == "partial",
                "{period} {clause}: {verdict}, {state}"
            );
        }
    }
}

#[test]
fn both_formats_print_the_same_rows() {
    for period in ["2025Q2", "2025Q3", "2026Q3"] {
        let page = report_page(period);
        let body = Paper::read(&shipped_output()[&format!("{period}/inspection.pdf")]).body();
        let mut seen = 0;
        // The data table of a chart does not count: the PDF shows the chart alone.
        for table in page.classed("ruled") {
            for cell in table.all().into_iter().filter(|cell| cell.name == "td") {
                let text = normalize_whitespace(&cell.text());
                let id = table.attribute("id");
                assert!(body.contains(&text), "{period}: {text} of {id} is not in the PDF");
                seen += 1;
            }
        }
        assert!(seen > 300, "{period}: only {seen} cells compared");
    }
}

#[test]
fn measured_rows_read_the_same_from_left_to_right() {
    let page = report_page("2026Q3");
    let body = Paper::read(&shipped_output()["2026Q3/inspection.pdf"]).body();
    let tables = page.classed("ruled").into_iter().filter(|table| table.has_class("measured"));
    let rows = tables.flat_map(|table| table.all()).filter(|element| element.name == "tr");
    let mut compared = 0;
    for row in rows {
        let cells: Vec<_> = row
            .all()
            .into_iter()
            .filter(|cell| cell.name == "td" && cell.has_class("c-count"))
            .collect();
        if cells.len() < 3 {
            continue;
        }
        let numbers: String = cells.iter().map(|cell| normalize_whitespace(&cell.text())).collect();
        assert!(body.contains(&numbers), "{numbers} is not a row of the PDF");
        compared += 1;
    }
    assert!(compared > 25, "only {compared} rows compared");
}

#[test]
fn the_page_refers_to_nothing_outside_itself() {
    for (path, bytes) in shipped_output().iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = page::read(bytes);
        let ids: Vec<_> =
            page.all().iter().map(|element| element.attribute("id").to_owned()).collect();
        let mut unique: Vec<_> = ids.iter().filter(|id| !id.is_empty()).collect();
        let count = unique.len();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), count, "{path}: an id stands twice");
        for element in page.all() {
            // The only script and the data it searches are inside the page (the policy allows no other).
            assert!(element.name != "script" || element.attribute("src").is_empty(), "{path}");
            assert!(
                element.attributes.keys().all(|name| !name.starts_with("on")),
                "{path}: {element:?}"
            );
            let target = [element.attribute("href"), element.attribute("src")].concat();
            if target.starts_with("data:") {
                continue;
            }
            assert!(
                !target.contains(':') && !target.starts_with("//"),
                "{path} refers to {target}"
            );
            if let Some(id) = target.strip_prefix('#') {
                assert!(ids.iter().any(|known| known == id), "{path}: nothing is called {id}");
            }
            let folder =
                path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            let file = target.split('#').next().unwrap_or_default();
            if element.name == "a" && !file.is_empty() {
                let goal = if let Some(up) = file.strip_prefix("../") {
                    up.to_owned()
                } else {
                    folder + file
                };
                assert!(
                    shipped_output().contains_key(&goal),
                    "{path} leads to {goal}, which is not there"
                );
            }
        }
    }
}

// ---- the view -----------------------------------------------------------------------------------------------------

/// The tables of a view's chapters whose anchors begin with this prefix.
fn tables<'v>(drawn: &'v Value, id: &str) -> Vec<&'v Value> {
    let of = |block: &&Value| block["id"].as_str().is_some_and(|other| other.starts_with(id));
    blocks(drawn).into_iter().filter(|block| block["block"] == "table").filter(of).collect()
}

/// The cells of a row, each with its remark and the texts of its links.
fn line(row: &Value) -> Vec<String> {
    let cells = row["cells"].as_array().unwrap().iter().map(|cell| {
        let links = cell["links"].as_array().unwrap().iter().map(|link| &link["text"]);
        let parts = [&cell["text"], &cell["note"]].into_iter().chain(links);
        let parts = parts.map(|part| part.as_str().unwrap()).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    });
    cells.collect()
}

/// The part of a view that a reviewer can compare with the records: what precedes the chapters, and the tables of
/// measurements, findings and follow-ups.
fn compact(drawn: &Value) -> Value {
    let cover = ["number", "served", "dated", "prepared_by", "file_name", "draft_text"];
    let cover: serde_json::Map<_, _> =
        cover.iter().map(|key| ((*key).to_owned(), drawn["cover"][*key].clone())).collect();
    let shown = ["measured-", "forecast-", "findings-", "followups-"];
    let tables = shown.iter().flat_map(|id| tables(drawn, id)).map(|table| {
        let rows = table["rows"].as_array().unwrap().iter().map(|row| line(row).join(" "));
        (table["title"].as_str().unwrap().to_owned(), rows.collect())
    });
    let tables: serde_json::Map<_, _> = tables.collect();
    json!({ "cover": cover, "front": drawn["body"]["front"], "tables": tables })
}

#[test]
fn the_view_of_a_quarter_stays_as_it_was_reviewed() {
    let project = Project::shipped();
    for period in ["2025Q3", "2026Q3"] {
        insta::assert_json_snapshot!(period, compact(&document(&project, period, "2026-10-08")));
    }
}
