//! The schemas in a real editor's language server: completions, hover texts and warnings while a record is being written.
//!
//! `tests/editor/ask.mjs` drives the YAML language server, which most editors use, over its own protocol, with every network
//! connection refused. It needs Node and `npm ci` in that folder; without them the tests pass and print on standard error
//! that they were skipped. A test without these tools checks that the schemas in the repository are current.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::project::{Project, files_below, repository};
use crate::tools::{node_with, skipped};

const RECORD: &str = "data/inspections/2026Q3.yaml";

/// What `ask.mjs` prints.
#[derive(Deserialize)]
struct Told {
    answers: Vec<Answer>,
    connected: Vec<String>,
}

#[derive(Deserialize)]
struct Answer {
    path: String,
    diagnostics: Vec<String>,
    #[serde(default)]
    completions: Vec<Offer>,
    #[serde(default)]
    hover: String,
}

#[derive(Deserialize)]
struct Offer {
    label: String,
    documentation: String,
}

/// Asks the server; the error names what is missing to run it.
fn ask(root: &Project, questions: &[Value]) -> Result<Told, String> {
    let node = node_with("editor", "yaml-language-server")?;
    let mut asking = Command::new(node)
        .arg(repository().join("tests/editor/ask.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = json!({ "root": root.root(), "questions": questions }).to_string();
    asking.stdin.take().unwrap().write_all(asked.as_bytes()).unwrap();
    let told = asking.wait_with_output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    Ok(serde_json::from_slice(&told.stdout).unwrap())
}

/// The shipped project with its schemas rewritten beside `data/`.
fn project() -> Project {
    let project = Project::shipped();
    project.run(&["schema", "--write", "schemas"]).ended(0);
    project
}

/// Marks the caret or the mouse pointer in texts of this file.
const CARET: char = '‸';

/// A question about a file; the position of the caret in its text is what is asked about (`complete`, `hover`).
fn question(path: &str, text: &str, asked: &str) -> Value {
    let at = text.find(CARET).unwrap_or_else(|| panic!("no caret in {path}"));
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let character = text[start..at].encode_utf16().count();
    json!({ "path": path, "text": text.replace(CARET, ""), asked: [line, character] })
}

/// Every YAML file of the shipped records.
fn shipped(project: &Project) -> BTreeMap<String, String> {
    let yaml =
        files_below(&project.path("data")).into_iter().filter(|(path, _)| path.ends_with(".yaml"));
    yaml.map(|(path, bytes)| (format!("data/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// All questions of this file, asked once.
fn told(test: &str) -> Option<&'static BTreeMap<String, Answer>> {
    static TOLD: OnceLock<Result<BTreeMap<String, Answer>, String>> = OnceLock::new();
    let told = TOLD.get_or_init(|| {
        let project = project();
        let pointed =
            |(path, text): (String, String)| question(&path, &at_first_key(&text), "hover");
        let mut questions: Vec<_> = shipped(&project).into_iter().map(pointed).collect();
        questions.extend(written(&project.text(RECORD)));
        let told = ask(&project, &questions)?;
        assert!(
            told.connected.is_empty(),
            "the server looked into the network: {:?}",
            told.connected
        );
        Ok(told.answers.into_iter().map(|answer| (answer.path.clone(), answer)).collect())
    });
    told.as_ref().map_err(|missing| skipped("editor", test, missing)).ok()
}

/// A text with the caret in its first key.
fn at_first_key(text: &str) -> String {
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let first = lines.iter_mut().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap();
    first.insert(if first.starts_with("- ") { 2 } else { 0 }, CARET);
    lines.join("\n")
}

/// Records that are being written.
fn written(text: &str) -> Vec<Value> {
    let slips = [
        ("key", "complete", "    verdict: 正常\n", "    verdict: 正常\n    ‸\n"),
        ("value", "complete", "verdict: 正常", "verdict: ‸"),
        ("wrong", "hover", "verdict: 正常", "ver‸dict: 正长"),
        ("day", "hover", "started_at: 2026-09-21 09:00", "sta‸rted_at: 2026年9月21日"),
        ("unknown", "hover", "conclusion:", "con‸clusions:"),
    ];
    let record = |(name, asked, from, to)| {
        let path = format!("data/inspections/{name}.yaml");
        question(&path, &str::replacen(text, from, to, 1), asked)
    };
    slips.into_iter().map(record).collect()
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn keys_of_an_item_are_offered_with_what_they_mean() {
    let Some(told) = told("keys_of_an_item_are_offered_with_what_they_mean") else { return };
    let offers = &told["data/inspections/key.yaml"].completions;
    let labels: Vec<_> = offers.iter().map(|offer| offer.label.as_str()).collect();
    // Keys that the item already has are not offered again.
    assert_eq!(labels, ["grade", "reason", "measured"]);
    assert!(offers.iter().all(|offer| is_chinese(&offer.documentation)));
}

#[test]
fn verdicts_are_offered_with_what_they_mean() {
    let Some(told) = told("verdicts_are_offered_with_what_they_mean") else { return };
    let offers = &told["data/inspections/value.yaml"].completions;
    for word in ["正常", "关注", "异常", "未检", "不适用"] {
        let offer =
            offers.iter().find(|offer| offer.label == word).unwrap_or_else(|| panic!("no {word}"));
        assert!(is_chinese(&offer.documentation), "{word}");
    }
}

#[test]
fn a_key_under_the_pointer_is_explained_in_chinese() {
    let Some(told) = told("a_key_under_the_pointer_is_explained_in_chinese") else { return };
    let hover = &told["data/inspections/wrong.yaml"].hover;
    for piece in ["结论", "check会指出", "* `未检`: 没有检查，不计为正常；要写reason。"]
    {
        assert!(hover.contains(piece), "{hover}");
    }
}

#[test]
fn slips_are_marked_where_they_stand() {
    let Some(told) = told("slips_are_marked_where_they_stand") else { return };
    for (name, line, said) in [
        ("wrong", "13: ", "不适用"),
        ("day", "6: ", "不是规定的写法"),
        ("unknown", "", "conclusions"),
    ] {
        let diagnostics = &told[&format!("data/inspections/{name}.yaml")].diagnostics;
        let marked = diagnostics.iter().any(|told| told.starts_with(line) && told.contains(said));
        assert!(marked, "{name}: {diagnostics:?}");
    }
}

#[test]
fn shipped_records_know_their_schema_and_have_no_mark() {
    let Some(told) = told("shipped_records_know_their_schema_and_have_no_mark") else { return };
    let paths: Vec<_> = shipped(&Project::shipped()).into_keys().collect();
    assert!(paths.len() > 20);
    for path in paths {
        let answer = &told[&path];
        assert!(answer.diagnostics.is_empty(), "{path}: {:?}", answer.diagnostics);
        // A file without its schema would have no diagnostics either.
        assert!(is_chinese(&answer.hover), "{path} has no schema");
    }
}

#[test]
fn the_schemas_of_the_repository_are_current() {
    let project = project();
    let written = files_below(&project.path("schemas"));
    let kept = files_below(&repository().join("schemas"));
    assert!(written.contains_key("表格说明.md") && written.len() > 10);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    let renew = "cargo run -- schema --write schemas";
    assert_eq!(names(&kept), names(&written), "renew with {renew}");
    for (name, bytes) in &written {
        assert!(kept[name] == *bytes, "schemas/{name} is not current: renew with {renew}");
    }
}

#[test]
fn every_shipped_record_names_the_schema_of_its_kind() {
    for (path, text) in shipped(&Project::shipped()) {
        let named = text.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=");
        let named = named.unwrap_or_else(|| panic!("{path} names no schema"));
        let folder = repository().join(&path).parent().unwrap().to_owned();
        let schema =
            fs::read(folder.join(named)).unwrap_or_else(|error| panic!("{path}: {named}: {error}"));
        let schema: Value = serde_json::from_slice(&schema).unwrap();
        let below = path.strip_prefix("data/").unwrap();
        let kind = weibao::internals::model::Kind::of_path(below).unwrap();
        assert_eq!(schema["title"], kind.title, "{path}: {named}");
    }
}

#[test]
fn only_files_of_its_own_are_written() {
    let project = Project::empty();
    project.write("schemas/my.schema.json", "mine");
    project.write("schemas/call.schema.json", "an older one");
    project.run(&["schema", "call", "--write", "schemas"]).ended(0);
    let files = files_below(&project.path("schemas"));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["call.schema.json", "my.schema.json"]);
    assert_eq!(files["my.schema.json"], b"mine");
    assert!(serde_json::from_slice::<Value>(&files["call.schema.json"]).is_ok());
    // A folder that cannot be written is a failure, and no partial file is left.
    project.write("taken/call.schema.json/x", "");
    let run = project.run(&["schema", "call", "--write", "taken"]).ended(2);
    assert!(run.err.contains("无法写入 taken/call.schema.json"), "{}", run.err);
    assert_eq!(fs::read_dir(project.path("taken")).unwrap().count(), 1);
}
