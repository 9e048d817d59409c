//! `weibao new` and `weibao init`: what they write, what they leave as placeholders, and what they never touch.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::project::{Project, Run, files_below, repository, run};

/// The last day of the shipped demonstration: seven quarters are inspected, the eighth has begun.
const DAY: &str = "2026-11-25";
/// A day of the second contract on which the inspection of the month does not exist yet.
const SECOND_DAY: &str = "2026-03-10";

/// Kinds of which both contracts can have more records, each with the period to ask for if the default is not wanted.
const KINDS: [&str; 13] = [
    "calendar",
    "inspection",
    "call",
    "email",
    "fax",
    "visit",
    "escalation",
    "roster",
    "survey",
    "knowledge",
    "summary",
    "delivery",
    "probe",
];

fn shipped() -> Project {
    Project::shipped().on_day(DAY)
}

fn second() -> Project {
    Project::below_tests("fixtures/second", SECOND_DAY)
}

/// The diagnostics of `check`: code, file and line, message.
fn said(project: &Project) -> BTreeSet<(String, String, u64, String)> {
    let told = project.run(&["check", "--format", "json"]);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = told["diagnostics"].as_array().unwrap().iter().map(|one| {
        let at = &one["location"];
        (
            text(&one["code"]),
            text(&at["path"]),
            at["line"].as_u64().unwrap_or_default(),
            text(&one["message"]),
        )
    });
    all.collect()
}

/// The lines of a file with a placeholder outside of comments.
fn gaps(text: &str) -> BTreeSet<u64> {
    let lines = text.lines().zip(1..).filter(|(line, _)| {
        let content = line.split(" # ").next().unwrap_or_default();
        !line.trim_start().starts_with('#') && content.contains("待填写")
    });
    lines.map(|(_, number)| number).collect()
}

#[track_caller]
fn made(project: &Project, arguments: &[&str]) -> String {
    let run = project.run(&[&["new"], arguments].concat()).ended(0);
    run.out.trim_end().to_owned()
}

/// The program with git settings from a file, as an engineer has them.
fn with_git(project: &Project, settings: &str, arguments: &[&str]) -> Option<Run> {
    let path = std::env::var_os("PATH")?;
    Command::new("git").arg("--version").output().ok()?;
    let config = project.path("gitconfig");
    fs::write(&config, settings).unwrap();
    let mut command = project.command(arguments);
    command.env("PATH", path).env("GIT_CONFIG_GLOBAL", &config).env("GIT_CONFIG_NOSYSTEM", "1");
    Some(run(command))
}

/// Prints directly to standard error, which libtest shows, that a test asserted nothing.
fn say(test: &str, what: &str) {
    let _ = std::io::stderr().write_all(format!("scaffold::{test}: {what}\n").as_bytes());
}

#[test]
fn a_fresh_record_of_every_kind_leaves_only_its_gaps_to_be_said() {
    for project in [shipped(), second()] {
        let before = said(&project);
        let mut pages = BTreeMap::new();
        for kind in KINDS {
            let run = project.run(&["new", kind]);
            // In the shipped contract every survey exists and every day has a person on duty.
            if run.code == 2 && matches!(kind, "survey" | "roster") {
                continue;
            }
            let path = run.ended(0).out.trim_end().to_owned();
            pages.insert(path.clone(), (kind, project.text(&path)));
        }
        assert!(pages.len() >= KINDS.len() - 2, "{pages:#?}");
        let after = said(&project);
        let new: Vec<_> = after.difference(&before).collect();
        for one in &new {
            assert_eq!(one.0, "placeholder-left", "{one:?}");
        }
        for (path, (kind, text)) in &pages {
            let told: BTreeSet<_> =
                new.iter().filter(|one| one.1 == *path).map(|one| one.2).collect();
            assert_eq!(told, gaps(text), "{path}\n{text}");
            if *kind != "probe" {
                let head = text.lines().find(|line| *line != "---").unwrap();
                let depth = "../".repeat(path.matches('/').count());
                assert_eq!(
                    head,
                    format!("# yaml-language-server: $schema={depth}schemas/{kind}.schema.json")
                );
            }
        }
        // Diagnostics that a new inspection, summary or survey resolves are then reported for it, no longer for the contract.
        for gone in before.difference(&after) {
            assert_eq!(gone.0, "obligation-due-soon", "{gone:?}");
        }
    }
}

#[test]
fn the_one_contract_list_of_assets_and_of_people_are_made_where_there_is_none() {
    for kind in ["contract", "assets", "people"] {
        let project = shipped();
        let path = format!("data/{kind}.yaml");
        project.run(&["new", kind]).ended(2);
        project.delete(&path);
        assert_eq!(made(&project, &[kind]), path);
        assert!(project.text(&path).starts_with("# yaml-language-server: $schema=../schemas/"));
        let empty = Project::empty();
        assert_eq!(made(&empty, &[kind]), path);
    }
}

#[test]
fn nothing_is_ever_overwritten() {
    let project = shipped();
    for kind in KINDS {
        let first = project.run(&["new", kind]);
        if first.code != 0 {
            continue;
        }
        let files = files_below(&project.path("data"));
        project.run(&["new", kind]);
        let again = files_below(&project.path("data"));
        for (path, bytes) in files {
            assert_eq!(again.get(&path), Some(&bytes), "{kind}: {path}");
        }
    }
    let told = project.run(&["new", "inspection", "2026Q3"]).ended(2);
    assert_eq!(told.err.trim_end(), "data/inspections/2026Q3.yaml已经存在，没有改动：请直接编辑它");
}

#[test]
fn of_several_at_once_one_writes() {
    let project = shipped();
    let start = || {
        let mut command = project.command(&["new", "calendar", "2028"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let children: Vec<_> = (0..6).map(|_| start()).collect();
    let codes: Vec<_> =
        children.into_iter().map(|mut child| child.wait().unwrap().code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == Some(2)).count(), 5, "{codes:?}");
    let left: Vec<_> = fs::read_dir(project.path("data/calendar"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn numbers_are_free_even_where_a_record_cannot_be_read() {
    let project = shipped();
    assert_eq!(made(&project, &["call"]), "data/calls/T-20261125-01.yaml");
    // The first file has placeholders and is not read.
    assert_eq!(made(&project, &["call"]), "data/calls/T-20261125-02.yaml");
    // Nor is a table row with a fault.
    project.write(
        "data/calls/2026-11b.csv",
        "id,received_at,kind,subject,agent\nT-20261125-03,kaputt,咨询,甲,gantang\n",
    );
    assert_eq!(made(&project, &["call"]), "data/calls/T-20261125-04.yaml");
    // On a day that has records the numbers continue.
    let earlier = project.run(&["--as-of", "2026-11-22", "new", "call"]).ended(0);
    let id =
        earlier.out.trim_end().rsplit('/').next().unwrap().trim_end_matches(".yaml").to_owned();
    assert!(id.starts_with("T-20261122-"), "{id}");
    assert!(!project.text("data/calls/2026-11.csv").contains(&format!("\n{id},")), "{id}");
    assert_eq!(made(&second(), &["email"]), "data/emails/Q260310-01.yaml");
    assert_eq!(made(&second(), &["visit"]), "data/visits/OS-04.yaml");
}

#[test]
fn an_inspection_brings_its_items_samples_and_open_findings() {
    let project = shipped();
    let text = project.text(&made(&project, &["inspection"]));
    let contract = project.text("data/contract.yaml");
    let clauses: Vec<_> = contract.matches("evidence: 巡检记录").collect();
    assert_eq!(text.matches("\n    verdict: 未检\n").count(), clauses.len());
    assert!(text.contains("  # 1.1 检查系统是否能够正常登陆和显示。\n"));
    assert!(text.contains("#   限值：表空间使用率<90%（合同值），关注线≥80%\n"));
    let sample =
        "#   采样：电子票据数据库 EBILL_DATA 表空间使用率 85.61%（2026-11-22 06:01），已到关注线\n";
    assert!(text.contains(sample), "{text}");
    for (finding, open) in [("F-2026Q3-01", true), ("F-2026Q3-02", true), ("F-2026Q2-01", false)] {
        assert_eq!(text.contains(&format!("  - finding: {finding}\n")), open, "{finding}");
    }
    assert!(text.contains("#   - id: F-2026Q4-01"));
    // Monthly, with values that nobody measured: the form in which to write them by hand.
    let project = second();
    let text = project.text(&made(&project, &["inspection"]));
    assert!(
        text.contains(
            "    #   - { asset: host1, metric: disk.used_pct, object: /data, value: 待填写 }\n"
        ),
        "{text}"
    );
    assert!(text.contains("  - finding: F-2026-02-1\n"), "{text}");
}

#[test]
fn an_inspection_that_is_filled_in_is_in_order() {
    let project = shipped();
    let path = made(&project, &["inspection"]);
    let text = project.text(&path);
    let filled = text
        .replace("mode: 待填写", "mode: 现场")
        .replace("started_at: 2026-11-25 待填写", "started_at: 2026-11-25 09:00")
        .replace("finished_at: 待填写", "finished_at: 2026-11-25 16:30")
        .replace("inspectors: [待填写]", "inspectors: [luowensheng]")
        .replace("reason: 待填写", "reason: 医院停机窗口未批准，改期补检。")
        .replace("action: 待填写", "action: 双方已确认方案，按期实施。")
        .replace("status: 待填写", "status: 处理中")
        .replace("conclusion: 待填写", "conclusion: 本次各项均改期补检。");
    assert_eq!(gaps(&filled), BTreeSet::new(), "{filled}");
    project.write(&path, &filled);
    let told = project.run(&["check", "--format", "json"]).ended(0);
    assert!(!told.out.contains("placeholder-left"), "{}", told.out);
    let items =
        said(&project).into_iter().filter(|one| one.0 == "item-not-inspected" && one.1 == path);
    assert_eq!(items.count(), 17);
    // Optional keys need only their comment mark removed.
    let open = filled
        .replace("# accompanied_by: []", "accompanied_by: [baiyan]")
        .replace(
            "    # result:\n    reason: 医院停机窗口未批准，改期补检。\n",
            "    result: 已查。\n",
        )
        .replace("verdict: 未检", "verdict: 正常");
    let open: String = open
        .lines()
        .map(|line| {
            format!(
                "{}\n",
                line.strip_prefix("# findings:")
                    .map_or(line.to_owned(), |rest| format!("findings:{rest}"))
            )
        })
        .map(|line| line.strip_prefix("#   ").map_or(line.clone(), |rest| format!("  {rest}")))
        .collect();
    let open = open
        .replace("    clause:   ", "    clause: \"1.5\" ")
        .replace("    problem:  ", "    problem: 偏高 ");
    let open = open
        .replace("    owner:    ", "    owner: 乙方 ")
        .replace("    suggestion:  ", "    suggestion: 扩容 ");
    project.write(&path, &open);
    let schema: Vec<_> =
        said(&project).into_iter().filter(|one| one.0 == "schema" || one.0 == "syntax").collect();
    assert!(schema.is_empty(), "{schema:#?}\n{open}");
}

#[test]
fn whoever_git_knows_is_the_one_who_writes() {
    let test = "whoever_git_knows_is_the_one_who_writes";
    for (settings, expected) in [
        ("[user]\n\tname = 骆闻笙\n", "inspectors: [luowensheng] "),
        ("[user]\n\tname = nobody\n\temail = JianShuHe@example.com\n", "inspectors: [jianshuhe] "),
        // The hospital's people do not inspect.
        ("[user]\n\tname = 柏言\n\temail = baiyan@example.com\n", "inspectors: [待填写] "),
        ("", "inspectors: [待填写] "),
    ] {
        let project = shipped();
        let Some(run) = with_git(&project, settings, &["new", "inspection"]) else {
            say(test, "skipped, no git");
            return;
        };
        let path = run.ended(0).out.trim_end().to_owned();
        assert!(project.text(&path).contains(expected), "{expected}");
    }
    // Without git the author is unknown, which is no error.
    let project = shipped();
    assert!(project.text(&made(&project, &["call"])).contains("agent: 待填写 "));
}

#[test]
fn the_period_that_is_owed_first_is_chosen_and_named() {
    let project = shipped();
    project.delete("data/inspections/2026Q3.yaml");
    let run = project.run(&["new", "inspection"]).ended(0);
    assert_eq!(run.out, "data/inspections/2026Q3.yaml\n");
    assert!(
        run.err.starts_with("周期取2026年第三季度：已于2026-09-30结束，记录还没有\n"),
        "{}",
        run.err
    );
    // The time of the inspection is no longer known.
    assert!(project.text("data/inspections/2026Q3.yaml").contains("\nstarted_at: 待填写 "));
    let run = project.run(&["new", "inspection"]).ended(0);
    assert!(run.err.starts_with("周期取2026年第四季度：正在进行，2026-12-31到期\n"), "{}", run.err);
    let run = project.run(&["new", "inspection"]).ended(2);
    assert_eq!(run.err, "各期都有巡检记录，不缺\n");
}

#[test]
fn what_cannot_be_made_is_told_with_what_can() {
    let project = shipped();
    let quarters = "2025Q1、2025Q2、2025Q3、2025Q4、2026Q1、2026Q2、2026Q3、2026Q4";
    for (arguments, zh) in [
        (vec!["inspection", "2026Q5"], format!("没有名为“2026Q5”的周期；可用：{quarters}\n")),
        (vec!["summary", "2026Q4"], "没有名为“2026Q4”的周期；可用：2025、2026\n".to_owned()),
        (vec!["call", "2026Q4"], "热线电话记录不分周期，不要写周期\n".to_owned()),
        (vec!["visit", "2026"], "HF-2026 (data/visits/)已经存在，没有改动：请直接编辑它\n".to_owned()),
        (
            vec!["attachment"],
            "附件不是可以填写的记录：把文件放进data/attachments/周期/，在记录的evidence里写路径即可\n"
                .to_owned(),
        ),
    ] {
        let run = project.run(&[vec!["new"], arguments].concat()).ended(2);
        assert_eq!(run.err, zh);
        assert_eq!(run.out, "");
    }
    let early = project.run(&["--as-of", "2025-02-01", "new", "inspection", "2025Q3"]).ended(2);
    assert_eq!(early.err, "2025Q3从2025-07-01起，尚未开始；可用：2025Q1\n");
    let mut english = Command::new(env!("CARGO_BIN_EXE_weibao"));
    english.env_clear().current_dir(project.root()).args([
        "--lang",
        "en",
        "--as-of",
        DAY,
        "new",
        "inspection",
        "2026Q5",
    ]);
    assert!(run(english).err.starts_with("there is no period “2026Q5”; known: 2025Q1"));
    // None of these commands wrote anything.
    assert_eq!(files_below(&project.path("data")), files_below(&repository().join("data")));
    Project::empty().run(&["new", "inspection"]).ended(3);
}

#[test]
fn a_folder_that_leads_out_or_is_none_is_told() {
    let project = shipped();
    project.write("data/calls2", "");
    project.delete("data/calls");
    fs::rename(project.path("data/calls2"), project.path("data/calls")).unwrap();
    let run = project.run(&["new", "call"]).ended(2);
    assert!(run.err.starts_with("无法写入data/calls/"), "{}", run.err);
    #[cfg(unix)]
    {
        let outside = tempfile::tempdir().unwrap();
        project.delete("data/faxes");
        std::os::unix::fs::symlink(outside.path(), project.path("data/faxes")).unwrap();
        let run = project.run(&["new", "fax"]).ended(2);
        assert!(run.err.starts_with("没有写入data/faxes/"), "{}", run.err);
        assert_eq!(files_below(outside.path()).len(), 0);
    }
}

#[test]
fn a_delivery_names_the_final_files_of_the_last_build() {
    let project = Project::lean();
    project
        .run(&["build", "--period", "2025Q2", "--report", "inspection", "--format", "pdf"])
        .ended(0);
    let built = project.manifest();
    let built = built["artifacts"].as_array().unwrap();
    let entry = built.iter().find(|entry| entry["path"] == "2025Q2/inspection.pdf").unwrap();
    assert_eq!(made(&project, &["delivery", "2025Q2"]), "data/deliveries/2025Q2-inspection.yaml");
    let text = project.text("data/deliveries/2025Q2-inspection.yaml");
    assert!(text.contains(entry["name"].as_str().unwrap()), "{text}");
    assert!(text.contains(entry["sha256"].as_str().unwrap()), "{text}");
    assert!(text.contains("\ndelivered_on: 2025-07-10 "), "{text}");
    // The next report of the same period, whose files are not built.
    assert_eq!(made(&project, &["delivery", "2025Q2"]), "data/deliveries/2025Q2-hotline.yaml");
    assert!(project.text("data/deliveries/2025Q2-hotline.yaml").contains("sha256: 待填写"));
}

/// Runs `weibao init` with these arguments for the folder `contract` of an empty project.
fn new_project(arguments: &[&str]) -> (Project, Run) {
    let project = Project::empty().on_day(DAY);
    let run = project.run(&[&["init", "contract"], arguments].concat());
    (project, run)
}

#[test]
fn a_new_project_is_in_order_before_its_service_begins() {
    let (project, run) = new_project(&[]);
    let run = run.ended(0);
    assert!(
        run.out.starts_with("已新建合同目录contract，服务期2027-01-01至2028-12-31。接下来：\n1. "),
        "{}",
        run.out
    );
    assert_eq!(run.out.lines().count(), 4);
    let told = project.run(&["-C", "contract", "check", "--format", "json"]).ended(0);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    for one in told["diagnostics"].as_array().unwrap() {
        assert!(
            matches!(one["code"].as_str(), Some("placeholder-left" | "calendar-missing")),
            "{one}"
        );
        assert_eq!(one["severity"], "warning", "{one}");
    }
    for path in [
        ".gitignore",
        ".gitattributes",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        ".github/workflows/reports.yml",
    ] {
        assert!(project.path(&format!("contract/{path}")).is_file(), "{path}");
    }
    // The schemas are those that `weibao schema` writes.
    project.run(&["schema", "--write", "told"]).ended(0);
    assert_eq!(files_below(&project.path("contract/schemas")), files_below(&project.path("told")));
    let known = |year: i32| repository().join(format!("data/calendar/{year}.yaml"));
    let calendar = project.text("contract/data/calendar/2027.yaml");
    assert!(calendar.ends_with(&fs::read_to_string(known(2027)).unwrap()));
}

#[test]
fn a_new_project_has_the_standard_clauses_word_for_word() {
    let (project, run) = new_project(&[
        "--hospital",
        "清渡县: 中医医院",
        "--vendor",
        "云枝",
        "--start",
        "2026-11-01",
    ]);
    run.ended(0);
    let read = |root: &Path| -> BTreeMap<String, Value> {
        let text = fs::read_to_string(root.join("data/contract.yaml")).unwrap();
        serde_saphyr::from_str(&text).unwrap()
    };
    let (new, known) = (read(&project.path("contract")), read(&repository()));
    assert_eq!(known["clauses"].as_array().unwrap().len(), 35);
    for key in ["clauses", "metrics", "sla", "survey", "threshold", "periods", "calendar"] {
        assert_eq!(new[key], known[key], "{key}");
    }
    assert_eq!(new["hospital"]["name"], "清渡县: 中医医院");
    assert_eq!(new["term"]["from"], "2026-11-01");
    assert_eq!(new["term"]["to"], "2028-10-31");
}

#[test]
fn a_new_project_can_be_worked_in() {
    let (project, run) = new_project(&["--start", "2026-10-01"]);
    run.ended(0);
    assert_eq!(made(&project, &["-C", "contract", "inspection"]), "data/inspections/2026Q4.yaml");
    // Service has begun, so the placeholders of the contract are errors: the reports are drafts.
    project
        .run(&["-C", "contract", "build", "--report", "inspection", "--format", "html"])
        .ended(1);
    let page = project.text("contract/output/2026Q4/inspection.html");
    assert!(page.contains("草稿"));
}

#[test]
fn a_new_project_touches_nothing_that_is_there() {
    let project = Project::empty().on_day(DAY);
    project.write("contract/.gitignore", "mine\n");
    project.write("contract/notes.txt", "mine\n");
    let run = project.run(&["init", "contract"]).ended(0);
    assert_eq!(run.err, "已有.gitignore，保留原样\n");
    assert_eq!(project.text("contract/.gitignore"), "mine\n");
    let before = files_below(&project.path("contract"));
    let run = project.run(&["init", "contract"]).ended(2);
    assert!(run.err.contains("contract/data/contract.yaml已经存在"), "{}", run.err);
    assert_eq!(files_below(&project.path("contract")), before);
    // A file where the folder should be.
    project.write("file", "");
    let run = project.run(&["init", "file/contract"]).ended(2);
    assert!(run.err.starts_with("无法写入"), "{}", run.err);
}

#[test]
fn git_has_nothing_to_say_of_a_new_project_after_a_build() {
    let test = "git_has_nothing_to_say_of_a_new_project_after_a_build";
    let Some(path) =
        std::env::var_os("PATH").filter(|_| Command::new("git").arg("--version").output().is_ok())
    else {
        say(test, "skipped, no git");
        return;
    };
    let (project, run) = new_project(&["--start", "2026-10-01"]);
    run.ended(0);
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .env_clear()
            .env("PATH", &path)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("HOME", project.root());
        command.current_dir(project.path("contract"));
        let told = command
            .args(["-c", "user.name=t", "-c", "user.email=t@example.com"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(told.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&told.stderr));
        String::from_utf8(told.stdout).unwrap()
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "new"]);
    project.run(&["-C", "contract", "build", "--report", "hotline", "--format", "html"]).ended(1);
    assert_eq!(git(&["status", "--short"]), "");
}
