//! Diagnostics in the formats that CI systems read, checked by independent tools if they are installed.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::project::{Project, Run, repository, run};
use crate::tools::{driven, make_runnable, package_of, skipped};

/// Records with diagnostics of every sort: a fault, deviations, warnings, notes; of cells, of keys and of whole files.
fn faulty() -> Project {
    let project = Project::shipped();
    project.edit("data/inspections/2026Q3.yaml", "verdict: 正常", "verdict: 正長");
    project.edit("data/calls/2026-05.csv", "T-20260522-01", "T-20260522-01，重复");
    project.delete("data/summaries/2025.yaml");
    project.write("data/calls/2026-12-专项,一%.yaml", "id: [\n");
    project
}

fn checked(project: &Project, format: &str) -> Run {
    project.run(&["check", "--format", format]).ended(1)
}

fn json(project: &Project, format: &str) -> Value {
    serde_json::from_str(&checked(project, format).out).unwrap()
}

/// Number of diagnostics, from the JSON format.
fn number(project: &Project) -> usize {
    let told = json(project, "json");
    assert_eq!(told["version"], 1);
    told["diagnostics"].as_array().unwrap().len()
}

/// The program as a CI system runs it.
fn in_pipeline(project: &Project, variable: &str, arguments: &[&str]) -> Run {
    let mut command = project.command(arguments);
    command.env(variable, "true");
    run(command)
}

#[test]
fn sarif_is_accepted_by_the_validator_of_its_makers() {
    let tool = match package_of("formats", "@microsoft/sarif-multitool-linux") {
        Ok(folder) => folder.join("Sarif.Multitool"),
        Err(missing) => {
            return skipped(
                "formats",
                "sarif_is_accepted_by_the_validator_of_its_makers",
                &missing,
            );
        }
    };
    make_runnable(&tool);
    let project = faulty();
    let log = checked(&project, "sarif").out;
    project.write("good.sarif", &log);
    project.write("bad.sarif", log.replace("\"message\"", "\"massage\""));
    let validated = |name: &str| {
        let mut command = Command::new(&tool);
        command.env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        driven(command.arg("validate").arg(project.path(name)))
    };
    let (content, told) = validated("good.sarif");
    assert!(content && !told.contains("error"), "{told}");
    // The validator does find faults.
    let (_, told) = validated("bad.sarif");
    assert!(told.contains("error"), "{told}");
}

#[test]
fn sarif_says_everything_once_with_its_rule_and_place() {
    let project = faulty();
    let log = json(&project, "sarif");
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), number(&project));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
        assert_eq!(
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"],
            "%SRCROOT%"
        );
    }
    let uris: BTreeSet<_> = results
        .iter()
        .map(|result| {
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap()
        })
        .collect();
    assert!(uris.contains("data/calls/2026-12-%E4%B8%93%E9%A1%B9%2C%E4%B8%80%25.yaml"), "{uris:?}");
}

#[test]
fn fingerprints_are_unique_and_stay_when_lines_move() {
    let project = faulty();
    let before = json(&project, "gitlab");
    let entries = before.as_array().unwrap();
    assert_eq!(entries.len(), number(&project));
    let prints = |told: &Value| -> BTreeSet<String> {
        let entries = told.as_array().unwrap().iter();
        entries.map(|entry| entry["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(prints(&before).len(), entries.len(), "two entries have one fingerprint");
    for path in ["data/inspections/2026Q3.yaml", "data/contract.yaml"] {
        project.write(path, format!("# 一行说明\n\n{}", project.text(path)));
    }
    let after = json(&project, "gitlab");
    assert_ne!(before, after, "lines did not move");
    assert_eq!(prints(&before), prints(&after));
}

#[test]
fn gitlab_gets_what_its_report_must_have() {
    let told = json(&faulty(), "gitlab");
    let severities: BTreeSet<_> =
        told.as_array().unwrap().iter().map(|e| e["severity"].as_str().unwrap()).collect();
    assert_eq!(severities, BTreeSet::from(["critical", "info", "major", "minor"]));
    for entry in told.as_array().unwrap() {
        assert!(!entry["description"].as_str().unwrap().contains('\n'));
        assert!(entry["location"]["lines"]["begin"].as_u64().unwrap() >= 1, "{entry}");
        assert!(entry["location"]["path"].as_str().unwrap().starts_with("data/"), "{entry}");
        assert!(!entry["check_name"].as_str().unwrap().is_empty());
    }
}

#[test]
fn github_gets_annotations_and_the_whole_list() {
    let project = faulty();
    let told = checked(&project, "github").out;
    let commands: Vec<_> = told.lines().take_while(|line| !line.starts_with("::group::")).collect();
    assert_eq!(commands.len(), number(&project));
    let levels: Vec<_> = commands.iter().map(|line| line[2..].split(' ').next().unwrap()).collect();
    let rank =
        |level: &&str| ["error", "warning", "notice"].iter().position(|known| known == level);
    assert!(levels.iter().is_sorted_by_key(rank), "GitHub shows the first ten of each: {levels:?}");
    let deviation =
        commands.iter().position(|line| line.contains("title=summary-missing")).unwrap();
    let fault = commands.iter().position(|line| line.contains("title=schema")).unwrap();
    assert!(fault < deviation, "data errors come first");
    let odd = commands.iter().find(|line| line.contains("专项")).unwrap();
    assert!(odd.contains("file=data/calls/2026-12-专项%2C一%25.yaml"), "{odd}");
    let list = told.split_once("::group::").unwrap().1;
    let human = checked(&project, "human").out;
    assert!(list.contains(human.trim()), "the list for people is in the log, too");
}

#[test]
fn records_give_no_commands_to_the_pipeline() {
    let project = faulty();
    let evil = "正長\"\n::error file=x::假\n::stop-commands::x\n";
    project.edit(
        "data/inspections/2026Q3.yaml",
        "正長",
        &format!("\"{}\"", evil.replace('\n', "\\n").replace('"', "\\\"")),
    );
    let told = checked(&project, "github").out;
    let (commands, list) = told.split_once("::group::").unwrap();
    let ours = |line: &str| {
        ["::error file=data/", "::warning file=data/", "::notice file=data/"]
            .iter()
            .any(|head| line.starts_with(head))
    };
    assert!(commands.lines().all(ours), "{commands}");
    let lines: Vec<_> = list.lines().skip(1).collect();
    let token = lines[0].strip_prefix("::stop-commands::").unwrap();
    assert_eq!(lines[lines.len() - 2..], [format!("::{token}::").as_str(), "::endgroup::"]);
    assert_eq!(lines.iter().filter(|line| line.contains(token)).count(), 2);
}

#[test]
fn a_pipeline_gets_its_format_without_asking() {
    let project = faulty();
    let plain = checked(&project, "human").out;
    assert_eq!(project.run(&["check"]).ended(1).out, plain);
    let github = in_pipeline(&project, "GITHUB_ACTIONS", &["check"]).ended(1);
    assert_eq!(github.out, checked(&project, "github").out);
    let gitlab = in_pipeline(&project, "GITLAB_CI", &["check"]).ended(1);
    assert_eq!(gitlab.out, checked(&project, "gitlab").out);
    assert_eq!(gitlab.err.trim(), plain.trim(), "people read the log");
    // An explicit format is used; and a build prints the format for people.
    assert_eq!(
        in_pipeline(&project, "GITLAB_CI", &["check", "--format", "human"]).ended(1).out,
        plain
    );
}

#[test]
fn paths_are_those_of_the_repository() {
    let project = faulty();
    let whole = Project::empty();
    fs::create_dir_all(whole.path(".git")).unwrap();
    for (path, bytes) in crate::project::files_below(&project.path("data")) {
        whole.write(&format!("合同/开票/data/{path}"), bytes);
    }
    let told = whole.run(&["-C", "合同/开票", "check", "--format", "github"]).ended(1).out;
    assert!(told.contains("::error file=合同/开票/data/inspections/2026Q3.yaml,"), "{told}");
    let told = whole.run(&["-C", "合同/开票", "check", "--format", "human"]).ended(1).out;
    assert!(told.contains(" data/inspections/2026Q3.yaml:"), "people see paths of their project");
}

#[test]
fn numbers_of_persons_are_hidden_in_every_format() {
    let project = faulty();
    project.edit("data/calls/2026-05.csv", "T-20260522-01", "13812345678");
    project.write("data/inspections/13912345678.yaml", "id: 13912345678\nperiod: 13912345678\n");
    for format in ["human", "json", "sarif", "github", "gitlab"] {
        let told = checked(&project, format).out;
        assert!(!told.contains("13812345678"), "{format}");
    }
}

#[test]
fn cells_of_workbooks_are_named_where_lines_say_nothing() {
    let project = faulty();
    let workbook = repository().join("tests/cases/checks/workbook/bad/data/calls/2026-05.xlsx");
    project.write("data/calls/2026-04-补录.xlsx", fs::read(workbook).unwrap());
    for format in ["human", "json", "sarif", "github", "gitlab"] {
        let told = checked(&project, format).out;
        assert!(told.contains("来电!C3"), "{format}");
    }
}
