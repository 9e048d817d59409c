//! Figures agree: between the formats, between summary and chapters, and with what the ledger says.

use crate::page::{self, Element};
use crate::paper::{Paper, squeezed};
use crate::project::Project;

fn cells(page: &Element, class: &str) -> usize {
    page.all().iter().filter(|element| element.name == "td" && element.has_class(class)).count()
}

/// What the index says of every cell of the ledger: clause and period by link, and the state.
fn ledger(project: &Project) -> Vec<(String, String)> {
    let page = page::read(&project.bytes("output/index.html"));
    let states = ["已履行", "逾期履行", "部分履行", "无履约证据", "存在偏离", "本期未发生", "未到期"];
    let links = page.all().into_iter().filter(|element| element.attribute("href").contains("#item-"));
    links
        .map(|link| {
            let said = link.text();
            let state = states.iter().find(|state| said.contains(*state)).unwrap_or(&"");
            (link.attribute("href").to_owned(), (*state).to_owned())
        })
        .collect()
}

#[test]
fn a_missing_inspection_changes_exactly_its_rows_and_its_report_says_so() {
    let project = Project::shipped();
    project.build(&["--format", "html"]).ended(0);
    let before = ledger(&project);
    assert_eq!(before.len(), 17 * 8);
    project.delete("data/inspections/2025Q1.yaml");
    project.build(&[]);
    let after = ledger(&project);
    let changed: Vec<_> = before.iter().zip(&after).filter(|(old, new)| old != new).collect();
    assert_eq!(changed.len(), 17, "{changed:?}");
    for (old, new) in changed {
        assert!(old.0.starts_with("2025Q1/"), "{old:?}");
        assert_eq!((old.1.as_str(), new.1.as_str()), ("已履行", "无履约证据"));
    }
    let paper = Paper::read(&project.bytes("output/2025Q1/inspection.pdf"));
    assert!(paper.sheets[1].body().contains("无履约证据"), "the verdict on page two");
    assert_eq!(paper.body().matches("无履约证据").count(), 17 + 3, "each row, the verdict and its sentence");
    let page = page::read(&project.bytes("output/2025Q1/inspection.html"));
    assert!(page.text().contains("无履约证据"));
}

#[test]
fn an_earlier_day_does_not_see_later_work() {
    let project = Project::lean().on_day("2025-06-16");
    project.build(&[]).ended(0);
    let states = ledger(&project);
    let of = |period: &str, state: &str| {
        states.iter().filter(|(link, said)| link.starts_with(period) && said == state).count()
    };
    assert_eq!(of("2025Q1/", "已履行"), 17);
    assert_eq!(of("2025Q2/", "未到期"), 17, "the inspection was made on the 17th");
    let paper = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert!(paper.sheets[1].body().contains("未到期"));
}

#[test]
fn both_formats_print_the_same_figures() {
    let project = Project::lean();
    project.build(&["--period", "2025Q2"]).ended(0);
    let page = squeezed(&page::read(&project.bytes("output/2025Q2/inspection.html")).text());
    let paper = Paper::read(&project.bytes("output/2025Q2/inspection.pdf")).body();
    for figure in
        ["应检17项，已检16项，未检1项", "正常14项，关注2项，未检1项", "82.43", "+6.97", "97.40", "109.22"]
    {
        let figure = squeezed(figure);
        assert_eq!(page.contains(&figure), paper.contains(&figure), "{figure}");
    }
    assert!(page.contains("应检17项，已检16项，未检1项") && page.contains("82.43"));
}

#[test]
fn the_summary_counts_what_the_chapters_list() {
    let project = Project::lean();
    project.build(&["--period", "2025Q2", "--format", "html"]).ended(0);
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    let items = page.all().into_iter().filter(|element| element.attribute("id").starts_with("item-"));
    let items: Vec<_> = items.map(Element::text).collect();
    assert_eq!(items.len(), 17);
    let with = |word: &str| items.iter().filter(|text| text.contains(word)).count();
    assert!(with("未检") >= 1 && with("关注") >= 2, "{items:?}");
    assert_eq!(cells(&page, "no-such-class"), 0);
}
