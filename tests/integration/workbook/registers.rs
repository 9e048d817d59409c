//! Registers as workbooks and CSV: typed, guarded against formulas, the same figures as everywhere, and persons masked as in
//! the reports.

use std::collections::BTreeMap;
use std::fs;

use encoding_rs::GB18030;
use serde::Deserialize;
use serde_json::Value;

use super::openpyxl;
use crate::project::{Project, files_below};

const IDS: [&str; 4] = ["tickets", "findings", "ledger", "survey"];
const AS_OF: &str = "2026-07-15";

/// Subjects of tickets that a spreadsheet would evaluate as formulas.
const FORMULAS: [&str; 7] =
    ["=1+1", "+86-10", "-2+3", "@SUM(A1)", "＝cmd|' /C calc'!A0", "－1", "'=1"];

/// A contract with a ticket for each of [`FORMULAS`].
fn project() -> Project {
    let project = Project::below_tests("cases/service", AS_OF);
    let rows = FORMULAS.iter().enumerate().map(|(at, subject)| {
        format!(
            "T-6{at},2026-06-0{} 09:03:30,咨询,否,\"{subject}\",miaoqingdai,沈砚秋,13800001234\n",
            at + 1
        )
    });
    let head = "记录编号,受理时间,问题类别,影响业务,问题摘要,受理人,来电人,联系电话\n";
    project.write("data/calls/2026-06.csv", head.to_owned() + &rows.collect::<String>());
    project.write("data/inspections/2026Q2.yaml", INSPECTION);
    project
}

/// An inspection with findings, with the keys that a register needs.
const INSPECTION: &str = "id: XJ-2026Q2\nperiod: 2026Q2\nmode: 现场\nstarted_at: 2026-06-11 09:00\n\
finished_at: 2026-06-11 16:00\ninspectors: [luowensheng]\nitems: []\nconclusion: 正常。\n\
findings:\n  - { id: F-1, clause: \"3.b\", problem: =空间不足, suggestion: 扩容, owner: 乙方, due: 2026-07-01 }\n";

/// What `read.py` prints about a workbook.
#[derive(Deserialize)]
struct Told {
    sheets: Vec<String>,
    frozen: String,
    filter: String,
    bold: bool,
    landscape: bool,
    paper: Value,
    repeated: String,
    created: String,
    modified: String,
    widths: Vec<f64>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Deserialize)]
struct Cell {
    #[serde(rename = "type")]
    kind: String,
    format: String,
    date: bool,
    value: Value,
}

impl Told {
    fn titles(&self) -> Vec<&str> {
        self.rows[0].iter().map(|cell| cell.value.as_str().unwrap()).collect()
    }

    /// The cells of a column below its title.
    fn column(&self, title: &str) -> Vec<&Cell> {
        let at = self.titles().iter().position(|known| *known == title).unwrap();
        self.rows[1..].iter().map(|row| &row[at]).collect()
    }

    fn texts(&self, title: &str) -> Vec<&str> {
        self.column(title).into_iter().map(|cell| cell.value.as_str().unwrap_or_default()).collect()
    }
}

/// The registers of a project as openpyxl reads them, by id; `None` if it is missing.
fn told(test: &str, project: &Project) -> Option<BTreeMap<&'static str, Told>> {
    let run = project.build(&["--format", "xlsx", "--format", "csv"]);
    assert!(matches!(run.code, 0 | 1), "{}{}", run.out, run.err);
    let made = IDS.into_iter().filter(|id| project.path(&path(id, "xlsx")).is_file());
    let made: Vec<_> = made.collect();
    let paths: Vec<_> =
        made.iter().map(|id| project.path(&path(id, "xlsx")).display().to_string()).collect();
    let paths: Vec<_> = paths.iter().map(String::as_str).collect();
    let read: Vec<Told> =
        serde_json::from_slice(&openpyxl(test, "read.py", &paths, &Value::Null)?).unwrap();
    Some(made.into_iter().zip(read).collect())
}

fn path(id: &str, format: &str) -> String {
    format!("output/registers/{id}.{format}")
}

/// A register's CSV as rows, the title first.
fn csv(project: &Project, id: &str) -> Vec<Vec<String>> {
    let text = project.text(&path(id, "csv"));
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(body.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// One sheet with a fixed, bold header, a filter over all rows, and no formula.
fn assert_page_setup(id: &str, told: &Told) {
    assert_eq!(told.sheets.len(), 1, "{id}");
    assert!(told.sheets[0].ends_with("台账"), "{id}: {:?}", told.sheets);
    assert_eq!(told.frozen, "B2", "{id}");
    assert!(
        told.filter.starts_with("A1:") && told.filter.ends_with(&told.rows.len().to_string()),
        "{id}"
    );
    assert!(told.bold && told.landscape, "{id}");
    assert_eq!(
        (told.paper.to_string().trim_matches('"'), told.repeated.as_str()),
        ("9", "$1:$1"),
        "{id}"
    );
    assert_eq!(
        (told.created.as_str(), told.modified.as_str()),
        ("2026-07-15T00:00:00", "2026-07-15T00:00:00")
    );
    assert!(told.widths.iter().all(|width| (8.0..60.0).contains(width)), "{id}: {:?}", told.widths);
    assert!(told.rows.iter().flatten().all(|cell| cell.kind != "f" && cell.kind != "e"), "{id}");
}

#[test]
fn an_independent_library_finds_typed_cells_and_a_header_that_stays() {
    let Some(told) = told("typed_cells", &project()) else { return };
    assert_eq!(
        told.keys().copied().collect::<Vec<_>>(),
        ["findings", "ledger", "survey", "tickets"]
    );
    for (id, told) in &told {
        assert_page_setup(id, told);
    }
    let tickets = &told["tickets"];
    for cell in tickets.column("受理时间") {
        assert!(
            cell.date && cell.kind == "d" && cell.format == "yyyy-mm-dd hh:mm",
            "{:?}",
            cell.value
        );
    }
    let received = tickets.column("受理时间").last().unwrap().value.clone();
    assert_eq!(received, "2026-06-07T09:03:30", "to the second");
    let subjects: Vec<_> =
        tickets.column("问题摘要").into_iter().rev().take(FORMULAS.len()).rev().collect();
    let shown: Vec<_> = subjects.iter().map(|cell| cell.value.as_str().unwrap()).collect();
    assert_eq!(shown, FORMULAS);
    assert!(subjects.iter().all(|cell| cell.kind == "s" && cell.format == "@"));
    let findings = &told["findings"];
    assert_eq!(findings.texts("问题"), ["=空间不足"]);
    assert_eq!((findings.texts("状态"), findings.texts("逾期")), (vec!["未处理"], vec!["是"]));
    let days = findings.column("历时天数")[0];
    assert_eq!((days.kind.as_str(), days.value.as_i64()), ("n", Some(34)));
    let due = findings.column("计划完成")[0];
    assert_eq!(
        (due.date, due.format.as_str(), due.value.as_str()),
        (true, "yyyy-mm-dd", Some("2026-07-01T00:00:00"))
    );
    let overruns = tickets.column("一般答复超出").into_iter().filter(|cell| !cell.value.is_null());
    let overruns: Vec<_> = overruns.collect();
    assert!(
        !overruns.is_empty() && overruns.iter().all(|cell| cell.format.starts_with("[h]\"小时\""))
    );
    // At the beginning of the day, the ticket of 1 June was 41 days, 14 hours, 56 minutes and 30 seconds past its limit.
    assert_eq!(
        overruns[0].value.as_f64(),
        Some(((41.0 * 24.0 + 14.0) * 60.0 + 56.0) * 60.0 + 30.0)
    );
}

#[test]
fn figures_are_those_of_status() {
    let project = project();
    let Some(told) = told("figures", &project) else { return };
    let ledger = &told["ledger"];
    let status = project.status();
    let rows = status["ledger"].as_array().unwrap();
    assert_eq!(ledger.rows.len(), rows.len() + 1);
    let words = BTreeMap::from([
        ("done", "已履行"),
        ("done-late", "逾期履行"),
        ("partial", "部分履行"),
        ("no-evidence", "无履约证据"),
        ("deviation", "存在偏离"),
        ("not-occurred", "本期未发生"),
        ("not-due", "未到期"),
    ]);
    let count = |title: &str, at: usize| ledger.column(title)[at].value.as_i64();
    for (at, row) in rows.iter().enumerate() {
        let text = |title: &str| ledger.texts(title)[at].to_owned();
        assert_eq!((text("条款"), text("周期")), (string(&row["clause"]), string(&row["period"])));
        assert_eq!(text("履行情况"), words[row["state"].as_str().unwrap()], "{row}");
        assert_eq!(count("应履行", at), row["required"].as_i64(), "{row}");
        assert_eq!(count("已履行", at), row["done"].as_i64(), "{row}");
        let proofs: Vec<_> = row["evidence"].as_array().unwrap().iter().map(string).collect();
        assert_eq!(text("依据"), proofs.join("、"), "{row}");
    }
    let clauses =
        status["clauses"].as_array().unwrap().iter().filter(|clause| clause["clocks"].is_object());
    let mut compared = 0;
    for clause in clauses {
        let ids = ledger.texts("条款");
        let mine = (0..ids.len()).filter(|at| ids[*at] == clause["clause"].as_str().unwrap());
        let sum: i64 = mine.clone().filter_map(|at| count("时限达标", at)).sum();
        assert_eq!(Some(sum), clause["clocks"]["met"].as_i64(), "{clause}");
        for at in mine {
            let (met, missed) = (count("时限达标", at).unwrap(), count("时限超时", at).unwrap());
            let share = &ledger.column("时限达标率")[at];
            match met + missed {
                0 => assert!(share.value.is_null()),
                decided => {
                    assert_eq!(share.format, "0.00%");
                    let value = share.value.as_f64().unwrap();
                    assert!((value - met as f64 / decided as f64).abs() < 1e-12);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 0);
}

fn string(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn a_csv_holds_the_same_and_no_formula() {
    let project = project();
    let run = project.build(&["--format", "csv"]);
    assert!(matches!(run.code, 0 | 1), "{}{}", run.out, run.err);
    for id in IDS {
        let rows = csv(&project, id);
        assert!(rows.len() > 1, "{id}");
        let forbidden = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
        let formula = rows.iter().flatten().find(|cell| cell.starts_with(forbidden));
        assert_eq!(formula, None, "{id}");
    }
    let tickets = csv(&project, "tickets");
    let at = |title: &str| tickets[0].iter().position(|known| known == title).unwrap();
    let guarded = ["'=1+1", "'+86-10", "'-2+3", "'@SUM(A1)", "'＝cmd|' /C calc'!A0", "'－1", "'=1"];
    let last = &tickets[tickets.len() - guarded.len()..];
    assert_eq!(last.iter().map(|row| row[at("问题摘要")].as_str()).collect::<Vec<_>>(), guarded);
    assert_eq!(last[0][at("受理时间")], "2026-06-01 09:03:30");
    assert_eq!(last[0][at("一般答复超出")], "41天14小时56分30秒");
    let Some(told) = told("csv", &project) else { return };
    for (id, told) in told {
        let rows = csv(&project, id);
        assert_eq!(rows[0], told.titles(), "{id}");
        for (row, cells) in rows.iter().zip(&told.rows) {
            let empty = |cell: &Cell| cell.value.is_null();
            assert!(
                row.iter().zip(cells).all(|(text, cell)| text.is_empty() == empty(cell)),
                "{id}: {row:?}"
            );
        }
        assert_eq!(rows.len(), told.rows.len(), "{id}");
    }
}

#[test]
fn nobody_is_told_who_is_not_told_in_the_reports() {
    let project = Project::shipped();
    project.build(&["--format", "csv"]).ended(0);
    let tickets = project.text(&path("tickets", "csv"));
    let mut callers = 0;
    for (name, bytes) in files_below(&project.path("data/calls"))
        .into_iter()
        .filter(|(name, _)| name.ends_with(".csv"))
    {
        // Some of them are in the encoding of Chinese Excel.
        let text = String::from_utf8(bytes.clone())
            .unwrap_or_else(|_| GB18030.decode(&bytes).0.into_owned());
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let head = reader.headers().unwrap().clone();
        let phone = head.iter().position(|title| title == "phone" || title == "联系电话");
        for row in reader.records().map(Result::unwrap) {
            let number = phone.map_or("", |at| &row[at]);
            if number.chars().filter(char::is_ascii_digit).count() > 4 {
                assert!(!tickets.contains(number), "{name}: {number}");
                callers += 1;
            }
        }
    }
    assert!(callers > 0 && tickets.contains("**"));
    let survey = project.text(&path("survey", "csv"));
    let people = project.text("data/people.yaml");
    let names = people.lines().filter_map(|line| line.trim().strip_prefix("name: "));
    assert!(names.clone().count() > 5 && names.clone().all(|name| !survey.contains(name)));
    let (mut departments, mut positive) = (0, 0);
    for bytes in files_below(&project.path("data/surveys")).into_values() {
        let text = String::from_utf8(bytes).unwrap();
        for line in text.lines() {
            if let Some((_, rest)) = line.split_once("department: ") {
                let department = rest.split([',', '}']).next().unwrap().trim();
                assert!(!survey.contains(department), "{department}");
                departments += 1;
            }
        }
        positive += text.matches("非常满意").count();
    }
    assert!(departments > 0 && positive > 0);
    assert!(!survey.contains("非常满意"), "only negative answers are followed up, and so told");
}

#[test]
fn equal_records_give_equal_bytes_and_unchanged_registers_stand() {
    let project = project();
    let build = |folder: &str| {
        let run = project.build(&[
            "--format",
            "xlsx",
            "--format",
            "csv",
            "-o",
            project.path(folder).to_str().unwrap(),
        ]);
        assert!(matches!(run.code, 0 | 1), "{}{}", run.out, run.err);
        (run, files_below(&project.path(folder)))
    };
    let (_, first) = build("one");
    // ZIP archives store times to two seconds.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    let (_, second) = build("two");
    assert!(first == second, "{:?}", first.keys());
    let (again, third) = build("two");
    assert!(third == second);
    assert!(
        again.err.contains("新生成0个文件") || again.out.contains("新生成0个文件"),
        "{}{}",
        again.out,
        again.err
    );
}

#[test]
fn the_manifest_and_the_index_list_registers_as_long_as_they_are_made() {
    let project = project();
    let build = |arguments: &[&str]| {
        let run = project.build(arguments);
        assert!(matches!(run.code, 0 | 1), "{}{}", run.out, run.err);
    };
    build(&["--format", "html", "--format", "xlsx", "--format", "csv"]);
    let listed = || -> Vec<String> {
        let manifest = project.manifest();
        let entries = manifest["artifacts"].as_array().unwrap().iter();
        let paths = entries.map(|entry| string(&entry["path"]));
        paths.filter(|path| path.starts_with("registers/")).collect()
    };
    assert_eq!(listed().len(), 8);
    let index = project.text("output/index.html");
    for path in listed() {
        assert!(index.contains(&format!("href=\"{path}\"")), "{path}");
        assert!(project.path("output").join(&path).is_file(), "{path}");
    }
    let manifest = project.manifest();
    let entries = manifest["artifacts"].as_array().unwrap();
    let tickets = entries.iter().find(|entry| entry["path"] == "registers/tickets.xlsx").unwrap();
    assert!(tickets["name"].as_str().unwrap().starts_with("服务记录台账_"), "{tickets:#}");
    assert!(tickets["inputs"]["data/calls/2026-06.csv"].is_string(), "{tickets:#}");
    // A build of selected periods or reports leaves registers unchanged.
    build(&["--period", "2026Q2", "--format", "html"]);
    build(&["--report", "hotline", "--format", "html"]);
    build(&["--format", "csv"]);
    assert_eq!(listed().len(), 8);
    for entry in fs::read_dir(project.path("data/surveys")).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    build(&["--format", "html"]);
    assert!(listed().iter().all(|path| !path.contains("survey")), "{:?}", listed());
    assert!(!project.path(&path("survey", "xlsx")).exists());
}

#[test]
fn registers_of_a_period_or_a_report_are_refused_aloud() {
    let project = Project::lean();
    for narrowed in [["--period", "2025Q1"], ["--report", "inspection"]] {
        let told = project
            .build(&[&["--format", "xlsx", "--format", "csv"], &narrowed[..]].concat())
            .ended(2);
        assert!(told.err.contains("台账不分报告和周期"), "{}", told.err);
        assert!(!project.path("output").exists());
    }
    project.build(&["--format", "csv", "--format", "html", "--report", "inspection"]).ended(0);
}
