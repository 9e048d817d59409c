//! The index and the delivered files: every cell links to its evidence, every file has a descriptive name, and a record of
//! the next year changes no report of the last.

use super::views;
use crate::page;
use crate::project::{Project, files_below, shipped_output};
use weibao::internals::report::REPORTS;

#[test]
fn every_cell_of_the_ledger_leads_to_the_row_of_its_clause() {
    let index = page::read(&shipped_output()["index.html"]);
    let grid = index.classed("grid")[0];
    let mut cells = 0;
    for row in grid.all().into_iter().filter(|element| element.name == "tr") {
        let Some(clause) = row.classed("no").first().map(|number| number.text().trim().to_owned())
        else {
            continue;
        };
        for cell in row.classed("cell") {
            let link = cell.all().into_iter().find(|element| element.name == "a");
            let link =
                link.unwrap_or_else(|| panic!("{clause}: a cell leads nowhere")).attribute("href");
            let (path, anchor) = link.split_once('#').unwrap();
            assert_eq!(anchor, format!("item-{clause}"));
            let text = String::from_utf8(shipped_output()[path].clone()).unwrap();
            assert!(text.contains(&format!("id=\"{anchor}\"")), "{link}");
            cells += 1;
        }
    }
    assert_eq!(cells, 17 * 8 + 15 * 8 + 3 * 2);
}

#[test]
fn files_are_handed_over_under_names_that_speak() {
    let manifest: serde_json::Value =
        serde_json::from_slice(&shipped_output()["manifest.json"]).unwrap();
    let artifacts = manifest["artifacts"].as_array().unwrap();
    let name =
        |path: &str| artifacts.iter().find(|entry| entry["path"] == path).unwrap()["name"].clone();
    let hospital = "云澜市第三人民医院";
    for (path, title) in [
        ("2026Q3/inspection.pdf", "2026年第三季度_季度巡检报告"),
        ("2026Q3/hotline.pdf", "2026年第三季度_用户反馈问题电话记录"),
        ("2025/faq.pdf", "2025年度_常见问题解答列表"),
        ("2025/summary.pdf", "2025年度_服务总结报告"),
        ("2025/satisfaction.pdf", "2025年度_满意度调查报告"),
        ("2025/acceptance.pdf", "2025年度_履约验收资料"),
        ("term/acceptance.pdf", "服务期_履约验收资料"),
    ] {
        assert_eq!(name(path), format!("{title}_{hospital}.pdf"));
        let page =
            String::from_utf8(shipped_output()[&path.replace(".pdf", ".html")].clone()).unwrap();
        assert!(page.contains(&format!("download=\"{title}_{hospital}.pdf\"")), "{path}");
    }
}

#[test]
fn a_record_of_the_next_year_changes_no_report_of_the_last() {
    let whole = Project::shipped();
    let before = Project::shipped();
    let data = before.path("data");
    for path in files_below(&data).into_keys() {
        let of_next =
            path.split(['/', '-', '.']).any(|word| word.starts_with("2026") || word == "2027");
        if of_next && path != "calendar/2026.yaml" {
            std::fs::remove_file(data.join(&path)).unwrap();
        }
    }
    // Findings of the fourth quarter were closed in the next year; the acceptance report includes that.
    for kind in
        REPORTS.iter().filter(|kind| !["acceptance", "inspection", "faq"].contains(&kind.id))
    {
        let period = if kind.id == "hotline" { "2025Q4" } else { "2025" };
        let of = |project: &Project| {
            let mut view = views(project, "2026-11-23", &[(kind.id, period)]).remove(0);
            // The summary counts a limit as restored according to an inspection of the next year, and names that record.
            if kind.id == "summary" {
                let body = view["body"].as_object_mut().unwrap();
                body.remove("sources");
                body.remove("enclosed");
            }
            view
        };
        assert_eq!(of(&whole), of(&before), "{}", kind.id);
    }
}
