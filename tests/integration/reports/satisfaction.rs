//! The satisfaction report: every share with its counts, nobody by name, and interviews never as a share.

use super::views;
use crate::page;
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::Project;

const DAY: &str = "2026-11-23";

/// A project with its report of a year built, and the text of its page and of its PDF.
fn built(project: &Project, year: &str) -> (String, String) {
    let ended = project.build(&["--report", "satisfaction", "--period", year]);
    assert!(matches!(ended.code, 0 | 1), "{}\n{}", ended.out, ended.err);
    let page = page::read(&project.bytes(&format!("output/{year}/satisfaction.html")));
    let main = page.all().into_iter().find(|element| element.name == "main").unwrap();
    let pdf_text = Paper::read(&project.bytes(&format!("output/{year}/satisfaction.pdf")));
    (normalize_whitespace(&main.text()), pdf_text.body())
}

/// What templates see, as one text.
fn view(project: &Project, year: &str, as_of: &str) -> String {
    views(project, as_of, &[("satisfaction", year)]).remove(0).to_string()
}

#[track_caller]
fn holds(text: &str, all: &[&str]) {
    for words in all {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
}

#[test]
fn every_share_has_its_counts_and_nobody_a_name() {
    let project = Project::shipped().on_day(DAY);
    let (page, pdf_text) = built(&project, "2025");
    for text in [&page, &pdf_text] {
        holds(
            text,
            &[
                "17人中16人满意",
                "名单20人，扣除空号0人、已离岗1人、未使用1人，应访18人，完成17人，应答率17／18（18人中17人，94%）。",
                "共拨打31次；拨打3次及以上的2人。",
                "17人中15人，88%1400÷1782.35",
                "14人中12人，86%1280÷1491.43",
                "综合得分",
                "88.95",
                "95%置信的威尔逊区间为73%～99%。",
                "为避免由分组结果推知个人的回答，不列分组结果。",
                "无上年数据：本年度是服务期的第一年。",
                "“学了两天就会了。”",
                "S05Q2功能与易用：不满意M-2025-02",
                "状态截至2025年12月12日。",
                "附录B拨打记录",
            ],
        );
        for name in ["沈砚秋", "柏言", "覃知远", "祝清禾", "乔木兰", "闻雪晴", "蔺小满", "褚星河"]
        {
            assert!(!text.contains(name), "{name}");
        }
        assert!(text.contains("汤若谷"), "whoever asked is named");
        assert!(!text.contains("（门诊收费处）"), "four of a department are too few to name it");
    }
    holds(&pdf_text, &["表B-1拨打记录", "表A-1调查问卷"]);
    let enclosed = Paper::read(&project.bytes("output/2025/satisfaction.pdf")).attachments();
    assert!(enclosed.keys().all(|name| !name.contains("surveys")), "{:?}", enclosed.keys());
    let sheets = Paper::read(&project.bytes("output/2025/satisfaction.pdf")).sheets;
    for (at, sheet) in sheets.iter().enumerate() {
        assert!(sheet.outside(36.0).is_empty(), "page {}: {:?}", at + 1, sheet.outside(36.0));
        assert!(sheet.collisions().is_empty(), "page {}: {:?}", at + 1, sheet.collisions());
    }
}

#[test]
fn a_finished_report_does_not_change_with_the_day() {
    let project = Project::shipped();
    let early = view(&project, "2025", "2026-01-02");
    assert_eq!(early, view(&project, "2025", DAY));
    holds(&early, &["处理中"]);
}

#[test]
fn a_running_survey_is_a_draft_as_of_the_day() {
    let (page, pdf_text) = built(&Project::shipped().on_day(DAY), "2026");
    for text in [&page, &pdf_text] {
        holds(
            text,
            &[
                "总体评价（截至2026年11月23日）",
                "9人中8人满意",
                "2026年11月16日起，尚未结束",
                "2026年度的调查尚未结束，结束后再作比较。",
                "截至统计日尚未拨打的：S07、S12、S16、S17、S19、S20。",
                "上年度改进措施的落实",
                "2026-02-05",
                "调查尚未结束，结束后填写。",
                "草稿",
            ],
        );
    }
    let before = view(&Project::shipped(), "2026", "2026-11-15");
    holds(&before, &["2026年度的满意度调查尚未开始。", "未到期"]);
}

#[test]
fn two_finished_years_are_compared_in_percentage_points() {
    let project = Project::shipped();
    project.edit("data/surveys/2026.yaml", "outcome: 待访", "outcome: 拒访");
    project.edit(
        "data/surveys/2026.yaml",
        "started_on: 2026-11-16",
        "started_on: 2026-11-16\nfinished_on: 2026-12-10",
    );
    let text = view(&project, "2026", "2027-01-05");
    holds(
        &text,
        &["有效问卷本年9份，上年17份", "9人中8人，89%", "17人中16人，94%", "\"−5\"", "+5.00"],
    );

    project.edit("data/surveys/2026.yaml", "您对系统运行的稳定性是否满意？", "您对系统是否放心？");
    holds(&view(&project, "2026", "2027-01-05"), &["两年的计分题目不同（改动Q1），不作比较。"]);
    project.delete("data/surveys/2025.yaml");
    holds(&view(&project, "2026", "2027-01-05"), &["无上年数据：没有上年度的调查记录。"]);
}

#[test]
fn talks_are_told_without_any_share() {
    let project = Project::shipped().on_day(DAY);
    project.edit("data/contract.yaml", "smallest_sample: 5", "smallest_sample: 18");
    let (page, pdf_text) = built(&project, "2025");
    for text in [&page, &pdf_text, &view(&project, "2025", DAY)] {
        holds(
            text,
            &["访谈记录", "不计算比率和得分", "非常满意9人、满意7人、一般1人", "学了两天就会了。"],
        );
        assert!(!text.contains('%') && !text.contains('％'), "{text}");
        assert!(!text.contains("88.95") && !text.contains("综合得分88"));
    }
}

#[test]
fn a_year_without_a_survey_has_a_report_that_says_so() {
    let project = Project::shipped().on_day(DAY);
    project.delete("data/surveys/2025.yaml");
    let (page, pdf_text) = built(&project, "2025");
    for text in [&page, &pdf_text] {
        holds(text, &["无履约证据", "2025年度没有满意度调查的记录。"]);
        assert!(!text.contains('%'), "{text}");
    }
}

#[test]
fn large_departments_are_told_apart() {
    let project = Project::shipped();
    project.edit("data/contract.yaml", "smallest_group: 5", "smallest_group: 4");
    let text = view(&project, "2025", DAY);
    holds(&text, &["（门诊收费处）", "（财务科）", "其余科室", "各组各题满意率"]);
    assert!(!text.contains("（体检中心）") && !text.contains("（信息科）"));

    let second = Project::below_tests("fixtures/second", "2026-03-10");
    let (page, pdf_text) = built(&second, "2025");
    for text in [&page, &pdf_text] {
        holds(
            text,
            &[
                "4人中4人，100%",
                "W1在某一组的有效回答不足3人",
                "本次调查采用问卷方式，没有拨打记录。",
            ],
        );
    }
}

#[test]
fn hostile_words_are_words() {
    let project = Project::shipped().on_day(DAY);
    let words = "\"<b>沈砚秋</b>说#strong[x]\\n**好** {{ 7*7 }} 13812345678\"";
    project.edit("data/surveys/2025.yaml", "Q13: 学了两天就会了。", &format!("Q13: {words}"));
    project.edit(
        "data/surveys/2025.yaml",
        "dimension: 服务态度",
        "dimension: \"<i>态度</i>[*_ & \\\"\"",
    );
    let (page, pdf_text) = built(&project, "2025");
    for text in [&page, &pdf_text] {
        holds(text, &["“<b>沈**</b>说#strong[x]**好**{{7*7}}138****5678”", "<i>态度</i>[*_&\""]);
    }
}

#[test]
fn whoever_did_not_agree_is_not_quoted() {
    let project = Project::shipped();
    let from = "outcome: 完成 }\n    outcome: 完成\n    consent: 是\n    answers: { Q1: 满意, Q2: 满意, Q3: 一般, Q4: 非常满意";
    project.edit("data/surveys/2025.yaml", from, &from.replace("consent: 是", "consent: 否"));
    let text = view(&project, "2025", DAY);
    holds(&text, &["同意记录16人，不同意1人。", "另有1人不同意记录，其意见不作摘录。"]);
    assert!(!text.contains("学了两天就会了"));
}

#[test]
fn a_survey_without_an_end_is_no_final_report() {
    let project = Project::shipped();
    project.edit("data/surveys/2025.yaml", "finished_on: 2025-12-12\n", "");
    let view = views(&project, DAY, &[("satisfaction", "2025")]).remove(0);
    assert_eq!(view["cover"]["draft"], "unfinished");
    let refused =
        project.build(&["--report", "satisfaction", "--period", "2025", "--final"]).ended(1);
    assert!(refused.err.contains("没有finished_on"), "{}", refused.err);
}
