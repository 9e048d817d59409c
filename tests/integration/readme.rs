//! README, walked through as a newcomer does: every command in it, in order, exactly as written.
//!
//! The commands of `cargo` are those that `.ci/run` runs itself; here they stand for the program that was built. What an editor would
//! do between two commands — writing what was left to be filled in — is done by a word put into each place.

use std::fs;
use std::process::Command;

use crate::project::{Project, files_below, repository};
use crate::tools::{driven, program, skipped};

/// Commands of README's blocks of shell, a line each, without their remarks.
fn commands() -> Vec<String> {
    let text = fs::read_to_string(repository().join("README.md")).unwrap();
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
    assert!(lines.len() > 20, "README shows commands: {lines:#?}");
    lines
}

/// What a reader does besides: cargo's commands, and an editor's work on what was just made.
const READER: &str = r#"set -eu -o pipefail
cargo() {
  case "$1" in
    run) shift 2; weibao "$@" ;;
    build | test | bench | install) echo "cargo $*" ;;
    *) return 1 ;;
  esac
}
edit() {
  for file in $(grep -rl --include='*.yaml' --include='*.md' 待填写 data || true); do
    sed -i -e 's/^\(mode:\) 待填写/\1 现场/' -e 's/^\(started_at:\) 待填写/\1 2026-09-21 09:00/' \
      -e 's/^\(finished_at:\) 待填写/\1 2026-09-21 16:30/' -e '/^ *reason: 待填写/d' \
      -e 's/verdict: 未检/verdict: 正常/' -e 's/^\( *\)# result:/\1result: 已检查，正常。/' \
      -e '/^ *#/!s/待填写/已填写/g' "$file"
  done
}
"#;

fn script() -> String {
    let lines = commands().into_iter().map(|line| {
        let made = line.starts_with("weibao new") || line.starts_with("cd ../");
        if line.starts_with("weibao serve") {
            // It ends when its reader has seen enough.
            format!("{{ timeout -s INT 20 {line}\n}} || [ $? = 124 ] || [ $? = 130 ]\n")
        } else if made {
            format!("{line}\nedit\n")
        } else {
            format!("{line}\n")
        }
    });
    READER.to_owned() + &lines.collect::<String>()
}

#[test]
fn every_command_works_as_written() {
    const TEST: &str = "every_command_works_as_written";
    for tool in ["bash", "git", "timeout"] {
        if program(tool).is_none() {
            return skipped("readme", TEST, &format!("{tool} is missing"));
        }
    }
    let reader = Project::empty();
    for (path, bytes) in files_below(&repository().join("data")) {
        reader.write(&format!("weibao/data/{path}"), bytes);
    }
    let built = std::path::Path::new(env!("CARGO_BIN_EXE_weibao"));
    fs::create_dir_all(reader.path("weibao/target/debug")).unwrap();
    fs::copy(built, reader.path("weibao/target/debug/weibao")).unwrap();
    reader.write(".gitconfig", "[user]\n\tname = 路遥\n\temail = luyao@example.invalid\n");
    let script = script();
    let folders = std::env::var("PATH").unwrap();
    let path = format!("{}:{folders}", reader.path("weibao/target/debug").display());
    let mut bash = Command::new("bash");
    bash.env_clear().env("PATH", path).env("HOME", reader.root()).env("LANG", "zh_CN.UTF-8");
    let (content, told) = driven(bash.current_dir(reader.path("weibao")).args(["-c", &script]));
    assert!(content, "{script}\n---\n{told}");
    // The walk ends with a report that can be handed over, in the folder that it began.
    let manifest = reader.text("ebill/output/manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let report = manifest["artifacts"].as_array().unwrap().iter();
    let report =
        report.clone().find(|one| one["path"] == "2026Q3/inspection.pdf").expect("the PDF");
    assert_eq!(report["state"], "final");
    assert!(reader.bytes("ebill/output/2026Q3/inspection.pdf").starts_with(b"%PDF-1.7"));
}
