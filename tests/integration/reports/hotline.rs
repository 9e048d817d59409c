//! 用户反馈问题电话记录: every ticket, every limit, no names of persons, and the same in both formats.

use super::reconcile::table;
use super::views;
use crate::page;
use crate::pdf_text::{Paper, normalize_whitespace};
use crate::project::{Project, shipped_output};

#[test]
fn each_missed_limit_is_told_with_overrun_and_reason() {
    let page = page::read(&shipped_output()["2026Q2/hotline.html"]).text();
    let pdf_text = Paper::read(&shipped_output()["2026Q2/hotline.pdf"]).body();
    for said in ["存在超时", "T-20260522-01", "62小时42分", "响应按“工作时间计时”"]
    {
        assert!(page.contains(said), "{said}");
        assert!(pdf_text.contains(&normalize_whitespace(said)), "{said} is not in the PDF");
    }
}

/// A ticket that met all limits except that of the response, which came after a weekend.
const LATE: &str = "- id: T-20260515-01
  received_at: 2026-05-15 17:30
  kind: 故障
  affects_business: 是
  subject: 住院窗口打印空白
  agent: miaoqingdai
  responded_at: 2026-05-18 09:20
  remote_resolved_at: 2026-05-16 10:00
  answered_at: 2026-05-16 10:00
  closed_at: 2026-05-18 09:30
  resolution: 远程
  late_reason: 周末无人值守邮箱
  answer: 重装打印控件。
";

#[test]
fn an_overrun_reads_the_same_in_check_explain_register_and_report() {
    let project = Project::below_tests("cases/service", "2026-07-15");
    let answer = "  answer: 按收费业务时间统一口径。\n";
    project.edit("data/calls/2026-05.yaml", answer, &format!("{answer}{LATE}"));
    let (check, explain) = (project.run(&["check"]), project.run(&["explain", "T-20260515-01"]));
    let built = project.build(&["--format", "html", "--format", "csv"]);
    assert!(matches!(built.code, 0 | 1), "{}{}", built.out, built.err);
    let register = project.text("output/registers/tickets.csv");
    let report = page::read(&project.bytes("output/2026Q2/hotline.html")).text();
    for text in [check.out + &check.err, explain.out, register, report] {
        assert!(text.contains("62小时50分"), "{text}");
    }
}

#[test]
fn callers_are_told_by_family_name_and_last_digits() {
    for path in shipped_output().keys().filter(|path| path.ends_with("hotline.html")) {
        let text = page::read(&shipped_output()[path]).text();
        for name in ["覃知远", "乔木兰", "闻雪晴", "褚星河"] {
            // The signer of a service sheet is named: the signature is the evidence.
            let calls = text.split("受理记录").last().unwrap();
            assert!(!calls.contains(name), "{path} names {name}");
        }
        assert!(!text.contains("13800000021"), "{path}");
    }
}

#[test]
fn a_quarter_without_any_notice_says_so() {
    let project = Project::shipped();
    for file in [
        "data/calls/2025-01.csv",
        "data/calls/2025-02.csv",
        "data/calls/2025-03.csv",
        "data/emails/2025Q1.csv",
    ] {
        project.delete(file);
    }
    let faxes = project.text("data/faxes/2025.yaml");
    let kept: Vec<_> =
        faxes.split("\n- ").filter(|part| !part.contains("received_at: 2025-0")).collect();
    project.write("data/faxes/2025.yaml", kept.join("\n- "));
    let view = views(&project, "2026-11-23", &[("hotline", "2025Q1")]).remove(0);
    let front = view["body"]["front"][0].clone();
    assert_eq!(front["word"], "本期未发生");
    assert!(table(&view, "records-list").is_none());
    let text = view.to_string();
    assert!(text.contains("—（本期未发生）") && !text.contains("100.0%"), "nothing is never all");
}

#[test]
fn an_ended_quarter_is_a_draft_while_a_limit_runs() {
    let project = Project::shipped();
    // Received in the evening of the last day: the answer is due two days later.
    let row = "M-20260930-09,2026-09-30 20:00,祝清禾,财务科,需求,否,,综合报表查询,问,,gantang,2026-09-30 20:30,,\
        2026-10-02 10:00,2026-10-02 10:00,电话,答,,,是\n";
    let rows = project.text("data/emails/2026Q3.csv");
    project.write("data/emails/2026Q3.csv", rows + row);
    let draft = |as_of: &str| {
        let view = views(&project, as_of, &[("hotline", "2026Q3")]).remove(0);
        view["cover"]["draft"].clone()
    };
    assert_eq!(draft("2026-09-30"), "period-open");
    assert_eq!(draft("2026-10-01"), "undecided");
    assert_eq!(draft("2026-10-03"), serde_json::Value::Null);
}

#[test]
fn what_was_closed_does_not_change_with_the_day() {
    let project = Project::shipped();
    for wanted in [("hotline", "2026Q2"), ("faq", "2025")] {
        let early = views(&project, "2026-11-23", &[wanted]);
        let late = views(&project, "2027-01-20", &[wanted]);
        assert_eq!(early, late, "{wanted:?}");
    }
}
