//! The documents, followed as a reader does: every command in them, in order, exactly as written.
//!
//! The commands of `cargo` and `.ci/run` build and test the program; here they are replaced by the program that was built,
//! and only checked for the names they use. What a reader would do in an editor between two commands (replacing placeholders)
//! is done by inserting a word at each of them. README comes first and builds all reports; every other document starts from a
//! copy of the folder that README left, so that nothing is built twice.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Project, files_below, repository};
use crate::tools::{driven, program, skipped};

/// The documents that show commands.
const DOCUMENTS: [&str; 4] =
    ["README.md", "README.zh-CN.md", "docs/reference.md", "CONTRIBUTING.md"];

/// Commands in the shell blocks of a document, one per line.
fn commands(document: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(document)).unwrap();
    let mut lines = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line.trim() {
            "```sh" => inside = true,
            "```" => inside = false,
            command if inside && !command.is_empty() => lines.push(command.to_owned()),
            _ => {}
        }
    }
    assert!(lines.len() > 7, "{document} shows commands: {lines:#?}");
    lines
}

/// What a reader does in addition: building and testing, stopping a server, and editing what was just created.
const READER: &str = r#"set -eu -o pipefail
cargo() {
  case "$1" in
    run) shift 2; weibao "$@" ;;
    test | bench | install)
      for word in "${@:2}"; do
        case "$word" in -* | . | integration | speed) ;; *) [ -f "$REPOSITORY/tests/integration/$word.rs" ] ;; esac
      done ;;
    *) return 1 ;;
  esac
}
serve() {
  weibao serve > serve.log 2>&1 &
  for _ in $(seq 600); do
    ! grep -q http://127.0.0.1 serve.log || break
    sleep 0.1
  done
  grep http://127.0.0.1 serve.log
  kill -TERM $!
  wait $! || [ $? = 130 ]
}
edit() {
  for file in $(grep -rl --include='*.yaml' --include='*.md' 待填写 data || true); do
    day=2026-11-23
    case "$file" in
      *2026Q3*) day=2026-09-21 ;;
      # A tablespace is past its point of attention: a finding, which the template holds as a comment.
      */2026Q4.yaml) sed -i -e '/clause: "1.5"/{n;s/未检/关注/}' -e 's/^# \(findings:\)/\1/' \
        -e 's/^#   - id: \(F-[^ ]*\).*/  - id: \1\n    clause: "1.5"\n    problem: 已到关注线\n    suggestion: 扩容\n    owner: 乙方\n    due: 2026-12-18/' "$file" ;;
    esac
    sed -i -e 's/^\(mode:\) 待填写/\1 现场/' -e "s/^\(started_at:\).*/\1 $day 09:00/" \
      -e "s/^\(finished_at:\).*/\1 $day 16:30/" -e "s/^\(received_at:\).*/\1 $day 09:00/" \
      -e 's/^\(inspectors:\) \[待填写\]/\1 [luowensheng]/' -e 's/^\(agent:\) 待填写/\1 gantang/' \
      -e 's/^\(kind:\) 待填写/\1 咨询/' -e 's/^\(affects_business:\) 待填写/\1 否/' \
      -e 's/^\( *status:\) 待填写/\1 处理中/' -e '/^ *reason: 待填写/d' \
      -e 's/verdict: 未检/verdict: 正常/' -e 's/^\( *\)# result:/\1result: 已检查，正常。/' \
      -e '/^ *#/!s/待填写/已填写/g' "$file"
  done
}
mkdir .ci
printf '#!/bin/sh\n' > .ci/run
chmod +x .ci/run
git init -q
git add data
git commit -q -m start
"#;

/// A document's commands, each followed by what a reader does next.
fn walk(document: &str) -> String {
    let lines = commands(document).into_iter().map(|line| {
        if line.starts_with("weibao serve") {
            "serve\n".to_owned()
        } else if line.starts_with("weibao new") || line.starts_with("cd ../") {
            format!("{line}\nedit\n")
        } else {
            format!("{line}\n")
        }
    });
    format!("echo '=== {document}'\n{}", lines.collect::<String>())
}

fn script() -> String {
    let [first, others @ ..] = DOCUMENTS;
    let walks = others.iter().enumerate().map(|(at, document)| {
        format!("cp -r ../weibao ../reader-{at}\ncd ../reader-{at}\n{}", walk(document))
    });
    format!("{READER}{}{}", walk(first), walks.collect::<String>())
}

/// A folder as a user has it after cloning the repository and building the program.
fn cloned() -> Project {
    let reader = Project::empty();
    for (path, bytes) in files_below(&repository().join("data")) {
        reader.write(&format!("weibao/data/{path}"), bytes);
    }
    fs::create_dir_all(reader.path("bin")).unwrap();
    fs::copy(Path::new(env!("CARGO_BIN_EXE_weibao")), reader.path("bin/weibao")).unwrap();
    reader.write(".gitconfig", "[user]\n\tname = 路遥\n\temail = luyao@example.invalid\n");
    reader
}

#[test]
fn every_command_works_as_written() {
    const TEST: &str = "every_command_works_as_written";
    for tool in ["bash", "git"] {
        if program(tool).is_none() {
            return skipped("readme", TEST, &format!("{tool} is missing"));
        }
    }
    let reader = cloned();
    let script = script();
    let folders = std::env::var("PATH").unwrap();
    let mut bash = Command::new("bash");
    bash.env_clear().env("HOME", reader.root()).env("LANG", "zh_CN.UTF-8");
    bash.env("PATH", format!("{}:{folders}", reader.path("bin").display()));
    bash.env("REPOSITORY", repository());
    let (content, printed) = driven(bash.current_dir(reader.path("weibao")).args(["-c", &script]));
    assert!(content, "{script}\n---\n{printed}");
    // README ends with a report that can be delivered, in the folder that it set up.
    let manifest = reader.text("ebill/output/manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let report = manifest["artifacts"].as_array().unwrap().iter();
    let report =
        report.clone().find(|one| one["path"] == "2026Q3/inspection.pdf").expect("the PDF");
    assert_eq!(report["state"], "final");
    assert!(reader.bytes("ebill/output/2026Q3/inspection.pdf").starts_with(b"%PDF-1.7"));
}
