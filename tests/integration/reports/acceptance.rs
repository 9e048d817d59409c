//! The acceptance report: the same counts as everywhere else, correct references, and no decision made in advance.

use std::collections::BTreeMap;

use crate::page::{self, Element};
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::{Project, shipped_output};

const PAPERS: [&str; 3] = ["2025", "2026", "term"];

fn page_of(period: &str) -> Element {
    page::read(&shipped_output()[&format!("{period}/acceptance.html")])
}

fn by_id<'p>(page: &'p Element, id: &str) -> &'p Element {
    let found = page.all().into_iter().find(|element| element.attribute("id") == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

fn named<'p>(element: &'p Element, name: &str) -> Vec<&'p Element> {
    element.all().into_iter().filter(|inner| inner.name == name).collect()
}

/// The cells of each clause's row: number, text, standard, required, done, evidence, deviations, conclusion.
fn rows(page: &Element) -> BTreeMap<String, Vec<&Element>> {
    let table = by_id(page, "ledger-table");
    let rows =
        named(table, "tr").into_iter().filter(|row| row.attribute("id").starts_with("item-"));
    let cells = rows.map(|row| {
        let cells: Vec<_> =
            row.all().into_iter().filter(|cell| cell.name == "th" || cell.name == "td").collect();
        (row.attribute("id").trim_start_matches("item-").to_owned(), cells)
    });
    cells.collect()
}

fn text(element: &Element) -> String {
    normalize_whitespace(&element.text())
}

// ---- figures ------------------------------------------------------------------------------------------------------

#[test]
fn the_term_counts_every_clause_as_status_does() {
    let page = page_of("term");
    let rows = rows(&page);
    let status = Project::shipped().status();
    let clauses = status["clauses"].as_array().unwrap();
    assert_eq!((clauses.len(), rows.len()), (35, 35));
    for entry in clauses {
        let cells = &rows[entry["clause"].as_str().unwrap()];
        let (owed, done) = (text(cells[3]), text(cells[4]));
        let clocks = &entry["clocks"];
        if clocks.is_null() {
            assert!(owed.contains(&entry["required"].to_string()), "{entry} {owed}");
            assert!(done.contains(&entry["done"].to_string()), "{entry} {done}");
        } else {
            assert!(
                done.contains(&format!("达标{}／{}", clocks["met"], clocks["decided"])),
                "{entry} {done}"
            );
        }
        assert_eq!(normalize_whitespace(entry["text"].as_str().unwrap()), text(cells[1]));
    }
    let tiles = page.classed("tile");
    let tile = |word: &str| {
        let tile = tiles.iter().find(|tile| text(tile).contains(word)).unwrap();
        named(tile, "b")[0].text().trim().parse::<u64>().unwrap()
    };
    for (word, state) in [
        ("已履行", "done"),
        ("存在偏离", "deviation"),
        ("部分履行", "partial"),
        ("无履约证据", "no-evidence"),
        ("未到期", "not-due"),
    ] {
        assert_eq!(status["states"][state].as_u64(), Some(tile(word)), "{word}");
    }
}

#[test]
fn two_years_sum_to_the_term() {
    let sum = |period: &str, column: usize| -> BTreeMap<String, u64> {
        let page = page_of(period);
        let figure = |cell: &Element| {
            let text = text(cell);
            let text = text.split('（').next().unwrap().split("其中").next().unwrap().to_owned();
            let met = text.trim_start_matches("按需，发生").trim_start_matches("达标");
            let digits: String = met.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().unwrap_or(0)
        };
        rows(&page).into_iter().map(|(clause, cells)| (clause, figure(cells[column]))).collect()
    };
    for column in [3, 4] {
        let (first, second, term) = (sum("2025", column), sum("2026", column), sum("term", column));
        for (clause, count) in &term {
            assert_eq!(first[clause] + second[clause], *count, "{clause} in column {column}");
        }
    }
}

#[test]
fn nothing_is_fulfilled_while_something_is_not_due() {
    let status = Project::shipped().status();
    let page = page_of("2026");
    for (clause, cells) in rows(&page) {
        let ledger = status["ledger"].as_array().unwrap().iter();
        let own: Vec<_> = ledger
            .filter(|row| {
                row["clause"] == clause && row["period"].as_str().unwrap().starts_with("2026")
            })
            .collect();
        let has = |state: &str| own.iter().any(|row| row["state"] == state);
        let conclusion = text(cells[7]);
        if has("not-due") {
            assert!(
                !conclusion.contains("符合") || conclusion.contains("部分符合"),
                "{clause} {conclusion}"
            );
        }
        assert_eq!(has("deviation"), conclusion.contains("存在偏离"), "{clause} {conclusion}");
    }
    assert!(text(&page).contains("本期尚未结束，数据统计至2026年"));
}

// ---- references ---------------------------------------------------------------------------------------------------

/// 2026年第三季度第2章，XJ-2026Q3 → 2 and XJ-2026Q3.
fn parsed(words: &str) -> (&str, &str) {
    let (location, records) = words.split_once("章，").unwrap_or_else(|| panic!("{words}"));
    (location.rsplit_once('第').unwrap_or_else(|| panic!("{words}")).1, records)
}

#[test]
fn each_reference_names_the_chapter_that_the_report_has() {
    let mut seen = 0;
    let mut pages: BTreeMap<String, Element> = BTreeMap::new();
    for period in PAPERS {
        let page = page_of(period);
        for (clause, cells) in rows(&page) {
            for link in named(cells[5], "a")
                .into_iter()
                .filter(|link| link.attribute("href").starts_with("../"))
            {
                let (path, anchor) = link.attribute("href")[3..].split_once('#').unwrap();
                let report = pages.entry(path.to_owned()).or_insert_with(|| {
                    page::read(shipped_output().get(path).unwrap_or_else(|| panic!("{path}")))
                });
                let words = text(link);
                let (chapter, records) = parsed(&words);
                let sections = named(report, "section").into_iter();
                let section = sections.filter(|section| !section.attribute("id").is_empty()).find(
                    |section| {
                        let number = named(section, "h2")
                            .first()
                            .and_then(|title| title.classed("no").first().copied());
                        number.is_some_and(|number| text(number) == chapter)
                    },
                );
                let section =
                    section.unwrap_or_else(|| panic!("{words}: no chapter {chapter} in {path}"));
                let _ = by_id(report, anchor);
                let title = text(section);
                // A few records are named: they are in that chapter. An inspection shows its item there.
                for record in records
                    .split('、')
                    .filter(|record| record.starts_with(['T', 'M', 'V', 'E', 'W']))
                {
                    if !record.contains('等') {
                        assert!(
                            title.contains(record),
                            "{words}: {record} is not in chapter {chapter} of {path}"
                        );
                    }
                }
                if path.ends_with("inspection.html") {
                    let _ = by_id(section, &format!("item-{clause}"));
                }
                if records == "值班安排" {
                    assert!(title.contains("值班人"), "{words}");
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn the_grid_leads_to_the_row_of_the_service_as_a_whole() {
    let index = page::read(&shipped_output()["index.html"]);
    let goals: Vec<_> = named(&index, "a")
        .into_iter()
        .map(|link| link.attribute("href").to_owned())
        .filter(|href| href.contains("acceptance.html#item-"))
        .collect();
    assert!(goals.iter().any(|href| href == "2025/acceptance.html#item-0"), "{goals:?}");
    let _ = by_id(&page_of("2025"), "item-0");
}

// ---- what people decide -------------------------------------------------------------------------------------------

#[test]
fn the_sheet_is_blank_where_people_decide_and_stands_on_one_page() {
    for period in PAPERS {
        let page = page_of(period);
        let sheet = by_id(&page, "sheet");
        let words = text(sheet);
        for printed in [
            "¥70,000.00（人民币柒万元整）",
            "□合格",
            "□基本合格（限期整改）",
            "□不合格",
            "□阶段验收",
        ] {
            assert!(words.contains(printed), "{printed}: {words}");
        }
        assert!(!words.contains(['√', '☑', '■']), "{words}");
        let blank = named(sheet, "td");
        assert_eq!(blank.len(), 20);
        assert!(blank.iter().all(|cell| text(cell).is_empty()));
        let lines: BTreeMap<_, _> = named(sheet, "dt")
            .iter()
            .zip(named(sheet, "dd"))
            .map(|(name, line)| (text(name), text(line)))
            .collect();
        for name in ["项目编号", "验收时间", "验收地点", "验收方式", "存在问题及整改"]
        {
            assert_eq!(lines[name], "", "{name}");
        }
        assert!(
            !text(by_id(&page, "summary")).contains("合格"),
            "no verdict of people stands in front"
        );

        let pdf_text = Paper::read(&shipped_output()[&format!("{period}/acceptance.pdf")]);
        let sheets: Vec<_> =
            pdf_text.sheets.iter().filter(|sheet| sheet.body().contains("□基本合格")).collect();
        assert_eq!(sheets.len(), 1);
        let body = sheets[0].body();
        for part in ["6验收单", "项目名称", "姓名科室职务签字", "采购人（盖章）", "供应商（盖章）"]
        {
            assert!(body.contains(part), "{part}: {body}");
        }
        assert!(!pdf_text.body().contains("205号"));
    }
}

#[test]
fn paper_holds_every_hash_and_nothing_sticks_out() {
    for period in PAPERS {
        let pdf_text = Paper::read(&shipped_output()[&format!("{period}/acceptance.pdf")]);
        for sheet in &pdf_text.sheets {
            let out: Vec<_> =
                sheet.outside(36.0).into_iter().map(|glyph| glyph.text.clone()).collect();
            assert!(out.is_empty(), "{period}: {out:?}");
        }
    }
    let pdf_text = Paper::read(&shipped_output()["term/acceptance.pdf"]);
    let project = Project::shipped();
    let record: Vec<_> = project
        .text("data/deliveries/2026Q3-inspection.yaml")
        .split('"')
        .filter(|word| word.len() == 64)
        .map(str::to_owned)
        .collect();
    assert!(
        !record.is_empty() && record.iter().all(|hash| pdf_text.body().contains(hash.as_str())),
        "{record:?}"
    );
}

// ---- gaps ---------------------------------------------------------------------------------------------------------

#[test]
fn missed_limits_bear_their_reason_and_what_was_accepted() {
    let project = Project::shipped();
    let entry = "acknowledged:\n  - { code: arrival-late, record: T-20260120-01, reason: 降雪封路，双方认可, by: shenyanqiu, on: 2026-02-01 }\n";
    project.write("data/contract.yaml", project.text("data/contract.yaml") + "\n" + entry);
    project.build(&["--period", "2026", "--format", "html"]).ended(0);
    let page = page::read(&project.bytes("output/2026/acceptance.html"));
    let words = text(by_id(&page, "missed-list"));
    assert!(words.contains("T-20260120-013.c"), "{words}");
    assert!(words.contains("降雪致高速公路封闭"), "{words}");
    assert!(words.contains("沈砚秋于2026-02-01确认：降雪封路，双方认可"), "{words}");
}

#[test]
fn a_limit_that_was_missed_and_mended_is_still_told() {
    let page = page_of("2025");
    let rows = rows(&page);
    assert!(
        text(rows["1.5"][6]).contains("2025年第三季度曾超过限值，已整改"),
        "{}",
        text(rows["1.5"][6])
    );
    assert_eq!(text(rows["1.5"][7]), "√符合");
    let gaps = text(by_id(&page, "gap-list"));
    assert!(gaps.contains("EBILL_DATA为91.20%，要求<90%"), "{gaps}");
    assert!(gaps.contains("客户停机窗口未批准"), "{gaps}");
    assert!(text(rows["2.4"][7]).contains("部分符合"));
}

#[test]
fn an_inspection_that_was_not_made_is_one_matter_of_seventeen_clauses() {
    let project = Project::shipped();
    project.delete("data/inspections/2025Q1.yaml");
    project.build(&["--period", "2025", "--format", "html"]);
    let page = page::read(&project.bytes("output/2025/acceptance.html"));
    let gaps = text(by_id(&page, "gap-list"));
    assert_eq!(gaps.matches("没有巡检记录可供核对").count(), 1, "{gaps}");
    let rows = rows(&page);
    assert!(text(rows["1.1"][7]).contains("部分符合"), "{}", text(rows["1.1"][7]));
    assert!(text(rows["1.1"][6]).contains("2025年第一季度无履约证据"));
}

// ---- other contracts ----------------------------------------------------------------------------------------------

#[test]
fn any_contract_is_accepted() {
    let second = Project::below_tests("fixtures/second", "2026-07-15");
    second.build(&["--period", "2025", "--period", "2026", "--period", "term"]);
    let page = page::read(&second.bytes("output/term/acceptance.html"));
    let status = second.status();
    assert_eq!(rows(&page).len(), status["clauses"].as_array().unwrap().len());
    assert!(text(&page).contains("¥58,000.00（人民币伍万捌仟元整）"));

    let bare = Project::lean();
    let contract = bare.text("data/contract.yaml");
    let (head, rest) = contract.split_once("  - id: \"0\"").unwrap();
    let (_, rest) = rest.split_once("  - id: \"1.1\"").unwrap();
    bare.write("data/contract.yaml", format!("{head}  - id: \"1.1\"{rest}"));
    bare.build(&["--period", "2025", "--format", "html"]);
    let page = page::read(&bare.bytes("output/2025/acceptance.html"));
    assert_eq!(rows(&page).len(), 34);
}
