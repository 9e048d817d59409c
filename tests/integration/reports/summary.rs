//! The yearly summary: people's texts beside figures, and what is printed while either is missing.

use serde_json::Value;

use super::reconcile::{blocks, table};
use super::views;
use crate::page;
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::{LEAN_AS_OF, Project, shipped_output};

fn view(project: &Project, as_of: &str, year: &str) -> Value {
    views(project, as_of, &[("summary", year)]).remove(0)
}

/// All texts of a view, one per line.
fn said(view: &Value) -> String {
    fn collect(value: &Value, said: &mut String) {
        match value {
            Value::String(text) => *said += &format!("{text}\n"),
            Value::Array(items) => items.iter().for_each(|item| collect(item, said)),
            Value::Object(map) => map.values().for_each(|value| collect(value, said)),
            _ => {}
        }
    }
    let mut text = String::new();
    collect(&view["body"], &mut text);
    text
}

fn banner(view: &Value) -> (&str, &str) {
    let banner = &view["body"]["front"][0];
    (banner["word"].as_str().unwrap(), banner["text"].as_str().unwrap())
}

/// The last cell of the row with this anchor: its text and the remark below.
#[track_caller]
fn progress<'v>(view: &'v Value, id: &str, row: &str) -> (&'v str, &'v str) {
    let rows = table(view, id).unwrap()["rows"].as_array().unwrap();
    let row = rows.iter().find(|found| found["id"] == row).unwrap();
    let cell = row["cells"].as_array().unwrap().last().unwrap();
    (cell["text"].as_str().unwrap(), cell["note"].as_str().unwrap())
}

const CHAPTERS: [&str; 10] = [
    "服务概况",
    "服务内容完成情况",
    "服务数据",
    "巡检汇总",
    "重大事件与典型问题",
    "回访情况",
    "使用建议、其他业务需求和项目需求",
    "改进措施",
    "下年度计划",
    "分发",
];

#[test]
fn both_formats_say_what_people_wrote_and_what_was_counted() {
    let page = page::read(&shipped_output()["2025/summary.html"]).text();
    let body = Paper::read(&shipped_output()["2025/summary.pdf"]).body();
    let told = [
        "2025年是服务期第一年。四个季度的巡检均在季度内完成",
        "全年对业务影响最大的是11月HIS升级后的一周",
        "EBILL_DATA表空间超出合同限值，国庆前扩容",
        "12月18日到院走访各使用科室",
        "年度对账汇总应能一次导出全年",
        "电子票据与医院电子会计档案系统对接",
        "第一季度印发收费员操作卡",
        "客户回访专员（签字）：",
        "本年度为服务期第一年，无上年数据。",
    ];
    for text in told.iter().chain(&CHAPTERS) {
        assert!(
            normalize_whitespace(&page).contains(&normalize_whitespace(text)),
            "the page lacks {text}"
        );
        assert!(body.contains(&normalize_whitespace(text)), "the paper lacks {text}");
    }
    assert!(body.contains("抄送公司总部"));
}

#[test]
fn whoever_was_asked_is_told_by_department_and_function() {
    for year in ["2025", "2026"] {
        let page = page::read(&shipped_output()[&format!("{year}/summary.html")]).text();
        for name in ["柏言", "祝清禾", "乔木兰", "闻雪晴", "尚云舟"] {
            assert!(!page.contains(name), "{year} names {name}");
        }
        assert!(page.contains("信息科工程师") || year == "2026");
    }
}

#[test]
fn a_measure_is_told_for_its_year_and_followed_in_the_next() {
    let project = Project::shipped();
    let of_year = view(&project, "2026-11-23", "2025");
    assert_eq!(progress(&of_year, "measures-list", "M-2025-01"), ("关闭", "2025-12-24"));
    assert_eq!(progress(&of_year, "measures-list", "M-2025-04"), ("处理中", ""));
    let next = view(&project, "2026-11-23", "2026");
    assert_eq!(progress(&next, "measures-before", "M-2025-04"), ("关闭", "2026-04-23"));
    let early = view(&project, "2026-02-20", "2026");
    assert_eq!(progress(&early, "measures-before", "M-2025-05"), ("关闭", "2026-01-27"));
    assert_eq!(progress(&early, "measures-before", "M-2025-10"), ("关闭", "2026-02-11"));
    assert_eq!(progress(&early, "measures-before", "M-2025-06"), ("处理中", ""));
}

#[test]
fn a_running_year_shows_its_figures_and_says_what_is_not_written() {
    let view = view(&Project::shipped(), "2026-11-23", "2026");
    let (word, text) = banner(&view);
    assert_eq!(word, "尚未编写");
    assert!(text.contains("本年度尚未结束，数据统计至2026年11月23日"), "{text}");
    let said = said(&view);
    for what in ["本年度服务概况", "本年度重大事件", "回访总结", "下年度计划"]
    {
        assert!(said.contains(&format!("{what}尚未编写。")), "{what}");
    }
    assert!(said.contains("上年为2025年度全年数，两者的变化仅供参考"), "{said}");
    assert!(view["cover"]["draft"] == "period-open");
    let rows = table(&view, "by-month").unwrap()["rows"].as_array().unwrap();
    assert_eq!(rows[11]["cells"][1]["text"], "—", "December has not begun");
}

#[test]
fn an_ended_year_without_words_is_a_gap() {
    let project = Project::shipped();
    project.delete("data/summaries/2025.yaml");
    let view = view(&project, "2026-11-23", "2025");
    let (word, text) = banner(&view);
    assert_eq!(word, "无履约证据");
    assert!(text.contains("2025年度没有可供核对的年度总结记录"), "{text}");
    assert!(said(&view).contains("下年度计划尚未编写。"));
    assert_eq!(view["body"]["chapters"].as_array().unwrap().len(), CHAPTERS.len());
}

#[test]
fn an_earlier_day_does_not_see_the_words() {
    let view = view(&Project::shipped(), "2025-12-28", "2025");
    assert_eq!(banner(&view).0, "尚未编写");
    assert!(!said(&view).contains("2025年是服务期第一年。"));
}

#[test]
fn the_three_lists_stand_there_without_a_revisit() {
    let project = Project::shipped();
    project.delete("data/visits/revisit-2025.yaml");
    let view = view(&project, "2026-11-23", "2025");
    let said = said(&view);
    for kind in ["使用建议", "其他业务需求", "项目需求"] {
        let section = blocks(&view).into_iter().filter(|block| block["block"] == "section");
        assert_eq!(section.filter(|section| section["title"] == kind).count(), 1, "{kind}");
        assert!(said.contains(&format!("本年度没有收到{kind}。")), "{kind}");
    }
    assert!(said.contains("本年度没有回访记录，无履约证据。"));
}

#[test]
fn a_project_without_records_of_the_service_has_its_summary() {
    let project = Project::lean();
    let view = view(&project, LEAN_AS_OF, "2025");
    assert_eq!(banner(&view).0, "尚未编写");
    let said = said(&view);
    assert!(said.contains("—（本年未发生）本年度各渠道均未收到用户来电、邮件和传真。"), "{said}");
    assert!(!said.contains("100.0%"), "nothing is no success: {said}");
}

#[test]
fn what_a_record_says_is_text() {
    let project = Project::shipped();
    let hostile = "{{ 7 * 7 }} <script>alert(1)</script> #panic() $x$";
    project.edit(
        "data/summaries/2025.yaml",
        "copied_to: [公司总部]",
        &format!("copied_to: ['{hostile}']"),
    );
    project.build(&["--report", "summary", "--period", "2025"]);
    let page = page::read(&project.bytes("output/2025/summary.html"));
    assert!(page.text().contains(hostile), "{}", page.text());
    let body = Paper::read(&project.bytes("output/2025/summary.pdf")).body();
    assert!(body.contains(&normalize_whitespace(hostile)), "{body}");
}

#[test]
fn what_was_signed_does_not_change_with_later_days() {
    let project = Project::shipped();
    let of = |day: &str| view(&project, day, "2025")["body"].to_string();
    assert!(of("2026-10-08") == of("2026-11-23"));
    assert!(of("2026-10-08") == of("2027-03-01"));
}

#[test]
fn years_of_different_length_are_said_to_be() {
    let project = Project::below_tests("fixtures/second", "2026-07-15");
    let said = said(&view(&project, "2026-07-15", "2026"));
    assert!(said.contains("两个年度的长短不同：上年292天"), "{said}");
}

#[test]
fn words_without_an_end_are_no_final_report() {
    let project = Project::shipped();
    project.edit("data/summaries/2025.yaml", "finished_on: 2025-12-29\n", "");
    assert_eq!(view(&project, "2026-11-23", "2025")["cover"]["draft"], "unfinished");
}
