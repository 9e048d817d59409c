//! `weibao status` and `weibao explain TICKET`: pages for a terminal in two languages, and a calendar file.
//!
//! The base `service` of the cases with a missed clock, a wait that the customer asked for and a fault that nobody took up,
//! on 20 May 2026. Lines are compared without their blanks: columns may grow and shrink, words may not change.

use std::collections::BTreeMap;

use serde_json::json;

use crate::project::{Project, Run};

const CALLS: &str = r"
- id: T-20260508-02
  received_at: 2026-05-08 17:40
  kind: 故障
  affects_business: 是
  subject: 退费冲红失败
  agent: miaoqingdai
  responded_at: 2026-05-09 09:20
  remote_resolved_at: 2026-05-09 10:00
  answered_at: 2026-05-09 10:00
  closed_at: 2026-05-09 10:00
  resolution: 远程
  answer: 重启签名服务后冲红成功。
- id: T-20260518-01
  received_at: 2026-05-18 10:00
  kind: 咨询
  affects_business: 否
  subject: 年度对账口径
  agent: miaoqingdai
  responded_at: 2026-05-18 10:00
  hold_from: 2026-05-18 11:00
  hold_to: 2026-05-19 11:00
  hold_reason: 财务科要求会后再答
  hold_evidence: attachments/2026Q2/hold.txt
- id: T-20260519-01
  received_at: 2026-05-19 15:00
  kind: 故障
  affects_business: 是
  subject: 自助机取票失败
  agent: luowensheng
";

fn project() -> Project {
    let project = Project::below_tests("cases/service", "2026-05-20");
    project.write("data/calls/more.yaml", CALLS);
    project.write("data/attachments/2026Q2/hold.txt", "财务科：请于会后答复。\n");
    project
}

/// The lines of a page; each run of blanks, and the sign of division, normalised.
fn normalize_whitespace(text: &str) -> Vec<String> {
    let line =
        |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ").replace('／', "/");
    text.lines().map(line).collect()
}

/// The parts of a page: lines between empty ones.
fn parts(text: &str) -> Vec<Vec<String>> {
    normalize_whitespace(text).split(String::is_empty).map(<[String]>::to_vec).collect()
}

/// The same command in English.
fn in_english(project: &Project, arguments: &[&str]) -> Run {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_weibao"));
    command.env_clear().current_dir(project.root()).args(arguments);
    command.args(["--lang", "en", "--color", "never", "--as-of", "2026-05-20"]);
    crate::project::run(command)
}

// ---- status -------------------------------------------------------------------------------------------------------

const CHINESE: &str = "\
缺项与偏离
3.b 2026Q2 ！ 存在偏离 T-20260508-02超时14小时40分；T-20260519-01至今未完成，已超时8小时

已逾期
2026-05-19 16:00 已过1天 响应时限 T-20260519-01 自助机取票失败 骆闻笙

45天内到期
2026-05-20 15:00 还有0天 到场时限 T-20260519-01 自助机取票失败 骆闻笙
2026-05-20 15:00 还有0天 紧急答复时限 T-20260519-01 自助机取票失败 骆闻笙
2026-05-21 10:00 还有1天 一般答复时限 T-20260518-01 年度对账口径 苗青黛
2026-06-30 还有41天 回访记录 第一服务年度（1项） 乙方
2026-06-30 还有41天 服务总结报告 第一服务年度（1项） 乙方
2026-06-30 还有41天 满意度调查 第一服务年度（1项） 乙方

人员
姓名 未关闭记录 未结后端支持 超时 已逾期 待办
岑望舒 0 0 0 0 1
骆闻笙 1 0 1 1 2
苗青黛 1 0 1 0 1
";

const ENGLISH: &str = "\
Gaps and deviations
3.b 2026Q2 ！ 存在偏离 (deviation) T-20260508-02 late by 14 h 40 min；T-20260519-01 not done yet, late by 8 h

Overdue
2026-05-19 16:00 1 day ago 响应 clock T-20260519-01 自助机取票失败 骆闻笙

Due within 45 days
2026-05-20 15:00 0 days left 到场 clock T-20260519-01 自助机取票失败 骆闻笙
2026-05-20 15:00 0 days left 紧急答复 clock T-20260519-01 自助机取票失败 骆闻笙
2026-05-21 10:00 1 day left 一般答复 clock T-20260518-01 年度对账口径 苗青黛
2026-06-30 41 days left 回访记录 第一服务年度 (1 clause) 乙方
2026-06-30 41 days left 服务总结报告 第一服务年度 (1 clause) 乙方
2026-06-30 41 days left 满意度调查 第一服务年度 (1 clause) 乙方

People
name open tickets open cases missed overdue to do
岑望舒 0 0 0 0 1
骆闻笙 1 0 1 1 2
苗青黛 1 0 1 0 1
";

/// States counted at the top, and the rows of the clause table: blank for zero.
const STATES: [&str; 2] = [
    "√ 已履行 1 迟 逾期履行 0 ◐ 部分履行 0 × 无履约证据 0 ！ 存在偏离 1 — 本期未发生 9 · 未到期 12",
    "√ 已履行 (done) 1 迟 逾期履行 (late) 0 ◐ 部分履行 (part) 0 × 无履约证据 (gap) 0 ！ 存在偏离 (deviation) 1 — 本期未发生 (none) 9 · 未到期 (not due) 12",
];
const CLAUSES: [&str; 4] = [
    "3.b 1 1 2/4 工作日09:00-18:00期间1小时内响应",
    "3.1.1 1 1 6/6 在公司总部开通服务热线",
    "4.2 1 1 — 对于系统出现问题，进行代码修复。",
    "3.1.2 1 1 1/1 处理并答复常见的、可即时响应的问题。",
];

#[track_caller]
fn shown_as(told: &str, head: &str, states: &str, expected: &str) {
    let parts = parts(told);
    assert_eq!(parts[0], ["医院电子票据系统维护服务 云澜市第三人民医院", head, states]);
    for line in CLAUSES {
        assert!(parts[1].iter().any(|found| found == line), "{line} in\n{}", parts[1].join("\n"));
    }
    assert_eq!(parts[1].len(), 2 + 13, "a heading, a head and a line a clause");
    let rest = parts[2..].iter().map(|part| part.join("\n") + "\n").collect::<Vec<_>>().join("\n");
    assert_eq!(rest, expected);
}

#[test]
fn status_tells_what_is_missed_and_due_in_both_languages() {
    let project = project();
    let told = project.run(&["status", "--within", "45"]).ended(0).out;
    shown_as(
        &told,
        "服务期2026-01-01至2026-06-30；截至2026-05-20，已过139天，共181天",
        STATES[0],
        CHINESE,
    );
    let told = in_english(&project, &["status", "--within", "45"]).ended(0).out;
    shown_as(
        &told,
        "term 2026-01-01 to 2026-06-30; on 2026-05-20, 139 of 181 days have passed",
        STATES[1],
        ENGLISH,
    );
}

/// The ids under a key of the JSON, and the lines of the page in the part with this heading.
fn listed(project: &Project, within: &str, heading: &str) -> (Vec<String>, usize) {
    let told = project.run(&["status", "--format", "json", "--within", within]).ended(0).out;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["within"], json!(within.parse::<u64>().unwrap()));
    let ids = told["coming"]
        .as_array()
        .unwrap()
        .iter()
        .map(|matter| matter["id"].as_str().unwrap().to_owned());
    let page = parts(&project.run(&["status", "--within", within]).ended(0).out);
    let part = page.iter().find(|part| part[0] == heading).unwrap();
    let lines = part[1..].iter().filter(|line| *line != "无").count();
    (ids.collect(), lines)
}

#[test]
fn no_days_ahead_is_today_and_many_days_ahead_is_everything() {
    let project = project();
    let (today, lines) = listed(&project, "0", "0天内到期");
    assert_eq!(
        today,
        ["T-20260519-01", "T-20260519-01"],
        "arrival and answer are due this afternoon"
    );
    assert_eq!(lines, 2);
    let (all, lines) = listed(&project, "400", "400天内到期");
    let expected = ["T-20260519-01", "T-20260519-01", "T-20260518-01", "Y1", "Y1", "Y1", "M-Y1-01"];
    assert_eq!(all, expected, "in order of the day they are due");
    assert_eq!(lines, 7);
    let (before, lines) = listed(&project.on_day("2026-05-06"), "0", "0天内到期");
    assert_eq!((before.as_slice(), lines), ([].as_slice(), 0), "what has not come in is not due");
}

#[test]
fn a_status_of_wrong_records_says_so() {
    let project = project();
    project.edit(
        "data/calls/more.yaml",
        "responded_at: 2026-05-18 10:00",
        "responded_at: 2026-05-18 09:00",
    );
    let told = project.run(&["status"]).ended(1);
    assert!(told.err.contains("weibao check"), "{}", told.err);
    assert!(told.out.contains("人员"));
}

// ---- the calendar file --------------------------------------------------------------------------------------------

/// Properties of one event by name with its parameters; those of its alarm begin with `alarm `.
type Event = BTreeMap<String, String>;

/// Folded lines joined again (RFC 5545 §3.1).
#[track_caller]
fn unfolded(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("folding leaves characters whole");
    assert!(text.ends_with("\r\n"), "the last line is ended too");
    let mut lines: Vec<String> = Vec::new();
    for line in text.trim_end_matches("\r\n").split("\r\n") {
        assert!(!line.contains(['\r', '\n']), "a bare line end: {line:?}");
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        match line.strip_prefix([' ', '\t']) {
            Some(more) => lines.last_mut().expect("a line to go on with").push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A text without its escapes (RFC 5545 §3.3.11).
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => plain.push(escaped),
                other => panic!("\\{other:?} in {text}"),
            },
            other => plain.push(other),
        }
    }
    plain
}

/// The events of a calendar file, by UID.
#[track_caller]
fn events(bytes: &[u8]) -> BTreeMap<String, Event> {
    let lines = unfolded(bytes);
    assert_eq!((lines[0].as_str(), lines[1].as_str()), ("BEGIN:VCALENDAR", "VERSION:2.0"));
    assert_eq!(lines.last().unwrap(), "END:VCALENDAR");
    let mut events = BTreeMap::new();
    let (mut event, mut inside) = (Event::new(), Vec::new());
    for line in &lines {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        match (name, value) {
            ("BEGIN", _) => inside.push(value),
            ("END", _) => {
                assert_eq!(inside.pop(), Some(value));
                if value == "VEVENT" {
                    let event = std::mem::take(&mut event);
                    let known = events.insert(event["UID"].clone(), event);
                    assert!(known.is_none(), "two events of one name");
                }
            }
            _ if inside.len() > 1 => {
                let prefix = if inside.len() > 2 { "alarm " } else { "" };
                let known = event.insert(format!("{prefix}{name}"), unescaped(value));
                assert!(known.is_none(), "{name} twice in {event:?}");
            }
            _ => {}
        }
    }
    assert!(inside.is_empty());
    events
}

/// The calendar file of a run.
fn calendar(project: &Project) -> Vec<u8> {
    project.run(&["status", "--ics", "due.ics"]).ended(0);
    project.bytes("due.ics")
}

#[test]
fn the_calendar_file_has_every_open_matter_with_its_own_name() {
    let project = project();
    let events = events(&calendar(&project));
    let names: Vec<_> = events.keys().map(String::as_str).collect();
    let expected = [
        "clock-3_1_3-T-20260519-01@weibao",
        "clock-3_1_4-T-20260518-01@weibao",
        "clock-3_b-T-20260519-01@weibao",
        "clock-3_c-T-20260519-01@weibao",
        "duty-5_1-Y1@weibao",
        "duty-5_2-Y1@weibao",
        "duty-6_1-Y1@weibao",
        "measure-0-M-Y1-01@weibao",
    ];
    assert_eq!(names, expected);
    let clock = &events["clock-3_1_4-T-20260518-01@weibao"];
    assert_eq!(
        clock["DTSTART"], "20260521T020000Z",
        "ten o'clock in Shanghai, after a day of waiting"
    );
    assert_eq!(clock["SUMMARY"], "一般答复时限 T-20260518-01 年度对账口径");
    assert!(clock["DESCRIPTION"].contains("苗青黛"), "{}", clock["DESCRIPTION"]);
    let duty = &events["duty-5_1-Y1@weibao"];
    assert_eq!(duty["DTSTART;VALUE=DATE"], "20260630");
    assert_eq!(duty["SUMMARY"], "回访记录 第一服务年度");
    assert_eq!(duty["alarm ACTION"], "DISPLAY");
    assert!(!duty["alarm TRIGGER"].is_empty());
    for event in events.values() {
        assert_eq!(event["DTSTAMP"], "20260519T160000Z", "midnight of the day of the run");
    }
}

#[test]
fn two_runs_write_the_same_calendar_file() {
    let project = project();
    let first = calendar(&project);
    // Alarms once contained the time of the run.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(first, calendar(&project));
    let day_later = project.on_day("2026-05-21");
    let (today, tomorrow) = (events(&first), events(&calendar(&day_later)));
    assert_eq!(
        today.keys().collect::<Vec<_>>(),
        tomorrow.keys().collect::<Vec<_>>(),
        "names do not hang on the day"
    );
}

#[test]
fn long_lines_are_folded_and_signs_escaped() {
    let project = project();
    let subject = "自助机取票失败, 提示“超时”；甲\\乙; 三台机器先后出现, 重启以后恢复了一会儿, 下午三点又报同样的错误";
    project.edit(
        "data/calls/more.yaml",
        "subject: 自助机取票失败",
        &format!("subject: '{subject}'"),
    );
    let bytes = calendar(&project);
    let events = events(&bytes);
    let summary = &events["clock-3_b-T-20260519-01@weibao"]["SUMMARY"];
    assert_eq!(*summary, format!("响应时限 T-20260519-01 {subject}"));
}

// ---- explain ------------------------------------------------------------------------------------------------------

#[track_caller]
fn explained(project: &Project, ticket: &str, expected: &str) {
    let told = project.run(&["explain", ticket]).ended(0);
    assert_eq!(normalize_whitespace(&told.out).join("\n"), expected.trim());
}

#[test]
fn a_wait_of_the_customer_is_told_as_time_that_does_not_count() {
    let expected = "
T-20260518-01 年度对账口径
电话，咨询；受理 2026-05-18 10:00 周一；受理人 苗青黛；data/calls/more.yaml
影响业务：否，按一般问题计时
客户原因顺延：2026-05-18 11:00至2026-05-19 11:00（财务科要求会后再答），依据attachments/2026Q2/hold.txt

条款3.1.4 一般答复，时限48小时：进行中
起算 2026-05-18 10:00 周一
时限 2026-05-21 10:00 周四 自然小时，夜间和节假日照算
结果 尚无记录
2026-05-18 10:00 周一—11:00 计1小时，累计1小时 工作日
2026-05-18 11:00 周一—2026-05-19 11:00 不计 客户原因顺延
2026-05-19 11:00 周二—24:00 计13小时，累计14小时 工作日
2026-05-20 00:00 周三—24:00 计24小时，累计38小时 工作日
2026-05-21 00:00 周四—10:00 计10小时，累计48小时 工作日";
    explained(&project(), "T-20260518-01", expected);
}

#[test]
fn a_make_up_saturday_and_a_reading_that_disagrees_are_told() {
    let expected = "
T-20260508-02 退费冲红失败
电话，故障；受理 2026-05-08 17:40 周五；受理人 苗青黛；data/calls/more.yaml
影响业务：是，按紧急问题计时

条款3.b 响应，时限1小时：超时（超过14小时40分）
起算 2026-05-08 17:40 周五
时限 2026-05-08 18:40 周五 自然小时，夜间和节假日照算
响应 2026-05-09 09:20 周六
2026-05-08 17:40 周五—24:00 计6小时20分，累计6小时20分 工作日
2026-05-09 00:00 周六—09:20 计9小时20分，累计15小时40分 劳动节调休上班
另一种读法 response.clock＝工作时间计时：时限2026-05-09 09:40 周六，达标

条款3.c 到场，时限24小时：达标
起算 2026-05-08 17:40 周五
时限 2026-05-09 17:40 周六 自然小时，夜间和节假日照算
远程解决 2026-05-09 10:00 周六
2026-05-08 17:40 周五—24:00 计6小时20分，累计6小时20分 工作日
2026-05-09 00:00 周六—17:40 计17小时40分，累计24小时 劳动节调休上班

条款3.1.3 紧急答复，时限24小时：达标
起算 2026-05-08 17:40 周五
时限 2026-05-09 17:40 周六 自然小时，夜间和节假日照算
答复 2026-05-09 10:00 周六
2026-05-08 17:40 周五—24:00 计6小时20分，累计6小时20分 工作日
2026-05-09 00:00 周六—17:40 计17小时40分，累计24小时 劳动节调休上班";
    explained(&project(), "T-20260508-02", expected);
    let told = in_english(&project(), &["explain", "T-20260508-02"]).ended(0).out;
    for words in [
        "make-up workday: 劳动节",
        "another interpretation, response.clock = 工作时间计时",
        "late by",
        "by 14 h 40 min",
    ] {
        assert_eq!(told.contains(words), words != "late by", "{words} in\n{told}");
    }
}

#[test]
fn a_clock_that_waits_for_the_window_says_so() {
    let project = project();
    project.edit(
        "data/contract.yaml",
        "reporting:\n",
        "sla:\n  response:\n    clock: 工作时间计时\nreporting:\n",
    );
    let told = normalize_whitespace(&project.run(&["explain", "T-20260508-02"]).ended(0).out);
    let from = told.iter().position(|line| line.starts_with("条款3.b")).unwrap();
    let expected = [
        "条款3.b 响应，时限1小时：达标",
        "起算 2026-05-08 17:40 周五",
        "时限 2026-05-09 09:40 周六 只计工作日的工作时段",
        "响应 2026-05-09 09:20 周六",
        "2026-05-08 17:40 周五—18:00 计20分，累计20分 工作日",
        "2026-05-08 18:00 周五—2026-05-09 09:00 不计 工作时段之外",
        "2026-05-09 09:00 周六—09:40 计40分，累计1小时 劳动节调休上班",
        "另一种读法 response.clock＝连续计时：时限2026-05-08 18:40 周五，超时（超过14小时40分）",
    ];
    assert_eq!(told[from..from + expected.len()], expected);
}

#[test]
fn a_ticket_that_nobody_knows_or_that_came_later_is_no_page() {
    let project = project();
    let unknown = project.run(&["explain", "T-20260599-01"]).ended(2);
    assert_eq!(unknown.out, "");
    assert!(unknown.err.contains("没有名为“T-20260599-01”的检查或服务记录"), "{}", unknown.err);
    let later = project.on_day("2026-05-18").run(&["explain", "T-20260519-01"]).ended(2);
    assert_eq!(later.out, "");
    assert!(later.err.contains("T-20260519-01在统计截止日之后受理"), "{}", later.err);
}
