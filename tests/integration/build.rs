//! `weibao build`: the same bytes everywhere, drafts and final reports, exit codes, templates of the project.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::page;
use crate::pdf_text::Paper;
use crate::project::{Project, lean_output, run, shipped_output};

type Output = BTreeMap<String, Vec<u8>>;

/// Fails unless two outputs have the same files with the same bytes.
#[track_caller]
pub(crate) fn same(left: &Output, right: &Output) {
    let names = |output: &Output| output.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(left), names(right));
    let changed: Vec<_> = left.iter().filter(|(path, bytes)| right[*path] != **bytes).collect();
    assert!(changed.is_empty(), "{:?}", changed.iter().map(|(path, _)| path).collect::<Vec<_>>());
}

fn of_period(output: &Output, period: &str) -> Output {
    let wanted = output.iter().filter(|(path, _)| path.starts_with(period));
    wanted.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

#[test]
fn two_folders_in_two_environments_get_the_same_bytes() {
    let project = Project::lean();
    let elsewhere = tempfile::tempdir().unwrap();
    let output = elsewhere.path().join("a deep/输出");
    let root = project.root().to_str().unwrap();
    let mut command = project.command(&["build", "-C", root, "-o", output.to_str().unwrap()]);
    command.current_dir("/").envs([
        ("TZ", "America/New_York"),
        ("LANG", "de_DE.UTF-8"),
        ("HOME", "/nonexistent"),
        ("RAYON_NUM_THREADS", "1"),
        ("SOURCE_DATE_EPOCH", "1"),
    ]);
    run(command).ended(0);
    same(lean_output(), &crate::project::files_below(&output));
}

#[test]
fn a_closed_report_does_not_change_with_later_days_and_later_records() {
    // On the earlier day the later records are ignored.
    let earlier = Project::shipped().on_day("2025-07-10");
    earlier.build(&["--period", "2025Q1", "--period", "2025Q2"]).ended(0);
    for period in ["2025Q1", "2025Q2"] {
        same(&of_period(&earlier.output(), period), &of_period(shipped_output(), period));
    }
    let later = Project::shipped().on_day("2027-02-01");
    later.build(&["--period", "2026Q3", "--period", "2025Q3"]).ended(0);
    for period in ["2026Q3", "2025Q3"] {
        same(&of_period(&later.output(), period), &of_period(shipped_output(), period));
    }
}

#[test]
fn the_day_comes_from_the_environment_at_the_contracts_own_time() {
    let project = Project::lean();
    for (epoch, day) in [("1752163199", "2025-07-10"), ("1752163200", "2025-07-11")] {
        let arguments = ["-C", project.root().to_str().unwrap(), "build", "--period", "2025Q1"];
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_weibao"));
        command
            .env_clear()
            .env("SOURCE_DATE_EPOCH", epoch)
            .args(arguments)
            .args(["--format", "html"]);
        run(command).ended(0);
        assert_eq!(project.manifest()["as_of"], day);
    }
}

#[test]
fn a_build_without_changes_draws_nothing_and_touches_nothing() {
    let project = Project::lean();
    project.build(&[]).ended(0);
    let times = || {
        let files = project.output();
        let time = |path: &String| {
            fs::metadata(project.path("output").join(path)).unwrap().modified().unwrap()
        };
        files.keys().map(|path| (path.clone(), time(path))).collect::<Vec<_>>()
    };
    let before = times();
    let again = project.build(&[]).ended(0);
    let status = format!("新生成0个文件，{}个无变化", before.len() - 1);
    assert!(again.err.contains(&status), "{}", again.err);
    assert_eq!(before, times());
    let quiet = project.build(&["--quiet"]).ended(0);
    assert_eq!(quiet.err, "");
}

/// Builds after a change and returns the inspection files that were drawn again.
fn redrawn(project: &Project, change: impl FnOnce()) -> Vec<String> {
    let before = project.output();
    change();
    project.build(&[]);
    let after = project.output();
    let differs = |path: &&String| before.get(*path) != after.get(*path);
    let drawn = after
        .keys()
        .filter(|path| path.contains("/inspection."))
        .filter(differs)
        .cloned()
        .collect();
    let clean = project.path("clean");
    project.build(&["-o", clean.to_str().unwrap()]);
    same(&after, &crate::project::files_below(&clean));
    drawn
}

#[test]
fn a_changed_record_redraws_what_depends_on_it_and_ends_as_a_clean_build_does() {
    let project = Project::lean();
    project.build(&[]).ended(0);
    let second = ["2025Q2/inspection.html", "2025Q2/inspection.pdf"];
    let drawn = redrawn(&project, || {
        project.edit("data/inspections/2025Q2.yaml", "conclusion: ", "conclusion: 经复核，");
    });
    assert_eq!(drawn, second);
    let drawn =
        redrawn(&project, || project.edit("data/attachments/2025Q2/df.txt", "挂载点", "挂载处"));
    assert_eq!(drawn, second);
    let drawn = redrawn(&project, || {
        project.edit("data/inspections/2025Q1.yaml", "conclusion: ", "conclusion: 经复核，");
    });
    let first_and_holder =
        ["2025Q1/inspection.html", "2025Q1/inspection.pdf", "2025Q2/inspection.pdf"];
    assert_eq!(drawn, first_and_holder, "the second quarter's PDF holds the first record");
    let drawn = redrawn(&project, || {
        project.edit("data/probes/2025Q2/login.csv", "probe-login.sh", "probe-2.sh");
    });
    assert!(drawn.is_empty(), "the source of a sample is not printed: {drawn:?}");
    let drawn =
        redrawn(&project, || project.edit("data/contract.yaml", "short: 市三院", "short: 三院"));
    assert_eq!(drawn.len(), 5, "the open quarter's page does not print it: {drawn:?}");
}

#[test]
fn narrowing_keeps_the_other_files() {
    let project = Project::lean();
    project.build(&[]).ended(0);
    let whole = project.output();
    for narrow in [
        &["--period", "2025Q1"][..],
        &["--format", "html"],
        &["--report", "inspection", "--period", "2025Q2", "--format", "pdf"],
        &["--period", "2025Q3", "--period", "2025Q1"],
    ] {
        project.build(narrow).ended(0);
        same(&whole, &project.output());
    }
    let fresh = Project::lean();
    fresh.build(&["--report", "inspection", "--period", "2025Q2", "--format", "pdf"]).ended(0);
    let files: Vec<_> = fresh.output().into_keys().collect();
    assert_eq!(files, ["2025Q2/inspection.pdf", "index.html", "manifest.json"]);
    fresh.build(&["--report", "inspection", "--period", "2025Q1", "--format", "html"]).ended(0);
    let listed = fresh.manifest()["artifacts"].as_array().unwrap().len();
    assert_eq!(listed, 3, "{:#}", fresh.manifest());
    let index = String::from_utf8(fresh.bytes("output/index.html")).unwrap();
    assert!(index.contains("2025Q2/inspection.pdf") && index.contains("2025Q1/inspection.html"));
    assert!(!index.contains("2025Q1/inspection.pdf"), "a link to a file that does not exist");
}

#[test]
fn unknown_words_are_refused_before_anything_is_written() {
    let project = Project::lean();
    for (narrow, said) in [
        (["--report", "inspektion"], "没有名为“inspektion”的报告"),
        (["--period", "2025Q9"], "没有名为“2025Q9”的周期"),
        (["--period", "2025Q4"], "尚未开始"),
        (["--format", "docx"], "没有名为“docx”的格式"),
        (["--as-of", "yesterday"], "2026-09-30"),
        (["--wrong", ""], "--wrong"),
    ] {
        let refused = project.build(&narrow).ended(2);
        assert!(refused.err.contains(said), "{}", refused.err);
        assert!(!project.path("output").exists());
    }
}

#[test]
fn without_records_there_is_nothing_to_build() {
    let project = Project::empty();
    let missing = project.build(&[]).ended(3);
    assert!(missing.err.contains("找不到数据目录"), "{}", missing.err);
    project.write("data/assets.yaml", "applications: []\n");
    let bare = project.build(&[]).ended(3);
    assert!(bare.err.contains("没有contract.yaml"), "{}", bare.err);
    assert!(!project.path("output").exists());
}

fn states(project: &Project) -> BTreeMap<String, String> {
    let manifest = project.manifest();
    let entries = manifest["artifacts"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    entries.map(|entry| (text(&entry["path"]), text(&entry["state"]))).collect()
}

#[test]
fn data_errors_make_drafts_that_say_so_everywhere() {
    let project = Project::lean();
    project.edit("data/inspections/2025Q2.yaml", "mode: 现场", "mode: 飞行");
    let faulty = project.build(&[]).ended(1);
    assert!(faulty.out.contains("data/inspections/2025Q2.yaml"), "{}", faulty.out);
    let states = states(&project);
    assert_eq!(
        states["2025Q1/inspection.pdf"], "final",
        "an earlier quarter does not depend on it"
    );
    assert_eq!(states["2025Q2/inspection.pdf"], "draft", "a broken record is not a missing one");
    assert_eq!(states["2025Q2/inspection.html"], "draft");
    for sheet in Paper::read(&project.bytes("output/2025Q2/inspection.pdf")).sheets {
        assert!(sheet.printed().contains("草稿"));
    }
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    assert!(page.text().contains("所依据的记录存在数据错误，须更正后重新生成。"));
}

#[test]
fn final_reports_are_refused_where_records_must_be_corrected() {
    let project = Project::lean();
    project.build(&[]).ended(0);
    let before = project.output();
    project.edit("data/inspections/2025Q2.yaml", "mode: 现场", "mode: 飞行");
    let refused = project.build(&["--final"]).ended(1);
    assert!(refused.err.contains("没有写入任何报告"), "{}", refused.err);
    same(&before, &project.output());
}

#[test]
fn final_reports_leave_open_periods_out() {
    let project = Project::lean();
    let built = project.build(&["--final"]).ended(0);
    assert!(
        built.err.contains("未出正式稿：2025年第三季度季度巡检报告，周期尚未结束"),
        "{}",
        built.err
    );
    assert!(states(&project).values().all(|state| state == "final"));
    assert!(!project.path("output/2025Q3").exists());
    let before = project.output();
    let refused = project.build(&["--final", "--period", "2025Q3"]).ended(1);
    assert!(refused.err.contains("周期尚未结束"), "{}", refused.err);
    same(&before, &project.output());
}

#[test]
fn a_day_inside_a_quarter_makes_a_draft_even_of_a_quarter_that_was_inspected() {
    let project = Project::lean().on_day("2025-06-20");
    project.build(&["--period", "2025Q2"]).ended(0);
    let pdf_text = Paper::read(&project.bytes("output/2025Q2/inspection.pdf"));
    assert!(pdf_text.sheets[0].printed().contains("草稿：本期尚未结束，数据统计至2025年6月20日。"));
    for sheet in &pdf_text.sheets[1..] {
        assert!(sheet.printed().matches("草稿").count() >= 2, "{}", sheet.printed());
    }
    let page = page::read(&project.bytes("output/2025Q2/inspection.html"));
    assert!(page.text().contains("草稿"));
    assert_eq!(states(&project)["2025Q2/inspection.pdf"], "draft");
}

#[test]
fn final_pages_bear_no_mark_of_a_draft() {
    for (path, bytes) in
        shipped_output().iter().filter(|(path, _)| path.ends_with("inspection.html"))
    {
        let says = page::read(bytes).text().contains("草稿");
        assert_eq!(says, path.starts_with("2026Q4"), "{path}");
    }
}

#[test]
fn templates_of_the_project_are_used() {
    let project = Project::lean();
    let narrow = ["--period", "2025Q1"];
    project.write("templates/html/style.css", "body { color: rgb(1 2 3); }\n");
    let own = include_str!("../../templates/pdf/document.typ").replace("[结论摘要]", "[本院摘要]");
    project.write("templates/pdf/document.typ", own);
    project.build(&narrow).ended(0);
    let html = project.text("output/2025Q1/inspection.html");
    assert!(html.contains("rgb(1 2 3)"));
    let pdf_text = Paper::read(&project.bytes("output/2025Q1/inspection.pdf"));
    assert!(pdf_text.sheets[1].body().starts_with("本院摘要"));
    project.delete("templates/pdf/document.typ");
    project.build(&narrow).ended(0);
    let pdf_text = Paper::read(&project.bytes("output/2025Q1/inspection.pdf"));
    assert!(pdf_text.sheets[1].body().starts_with("结论摘要"), "a former template left its mark");
}

#[test]
fn a_broken_template_is_named_with_its_line_and_harms_nothing() {
    let project = Project::lean();
    let narrow = ["--report", "inspection", "--period", "2025Q1"];
    project.build(&narrow).ended(0);
    let before = project.output();
    for (path, text, named) in [
        ("templates/pdf/document.typ", "= 标题\n\n#nowhere\n", "templates/pdf/document.typ:3"),
        (
            "templates/pdf/document.typ",
            "#import \"common.typ\": *\n#(\n",
            "templates/pdf/document.typ:2",
        ),
        ("templates/html/document.html", "<p>\n{{ nowhere.at.all }}\n</p>\n", "document.html:2"),
        ("templates/html/document.html", "<p>\n{% if %}\n</p>\n", "document.html:2"),
    ] {
        project.write(path, text);
        let failed = project.build(&narrow).ended(2);
        assert!(failed.err.contains(named), "{named} is not in {}", failed.err);
        assert!(failed.err.contains(&format!("模板 {path} 出错")), "{}", failed.err);
        same(&before, &project.output());
        project.delete(path);
    }
}
