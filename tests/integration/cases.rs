//! Every rule is tested by folders: `tests/cases/checks/CODE/bad…` must give the code, `…/good…` must not.
//!
//! A case is copied over a copy of `tests/cases/base`, a small contract of inspections without any diagnostics, or over the
//! base that `base.txt` names: `service`, a small contract of tickets, visits and yearly duties. `data/…` is copied over it;
//! `edit.txt` changes texts (`path<TAB>old<TAB>new`, where `old` must occur exactly once and `\n` and `\t` are escaped);
//! `remove.txt` deletes files; `make.txt` makes what git cannot store well (`big PATH BYTES`, `link PATH TARGET`).
//! `expected.txt` is what `weibao check` prints; `WEIBAO_UPDATE=1` rewrites it, for review as a diff.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;
use tempfile::TempDir;
use walkdir::WalkDir;
use weibao::internals::pipeline;

/// The day for which every case is checked.
const AS_OF: &str = "2026-07-15";

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The lines of an instruction file that are neither empty nor comments.
fn instructions(case: &Path, file: &str) -> Vec<String> {
    let text = fs::read_to_string(case.join(file)).unwrap_or_default();
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn unescape(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\t", "\t")
}

fn edit(case: &Path, root: &Path, line: &str) {
    let parts: Vec<_> = line.split('\t').map(unescape).collect();
    let [path, old, new] = parts.as_slice() else {
        panic!("{}: not path, old and new: {line}", case.display());
    };
    let path = root.join(path);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(
        text.matches(old.as_str()).count(),
        1,
        "{}: {old:?} must stand once",
        case.display()
    );
    fs::write(&path, text.replace(old.as_str(), new)).unwrap();
}

fn make(case: &Path, root: &Path, line: &str) {
    let words: Vec<_> = line.split(' ').collect();
    match words.as_slice() {
        ["big", path, bytes] => {
            let file = fs::File::create(root.join(path)).unwrap();
            file.set_len(bytes.parse().unwrap()).unwrap();
        }
        ["link", path, target] => link(target, &root.join(path)),
        _ => panic!("{}: cannot make {line}", case.display()),
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(not(unix))]
fn link(_target: &str, _path: &Path) {}

/// A copy of the base with the case laid over it.
fn lay(case: &Path) -> TempDir {
    let project = tempfile::tempdir().unwrap();
    let root = project.path();
    let base = instructions(case, "base.txt").pop().unwrap_or_else(|| "base".to_owned());
    copy(&home().join(base), root);
    if case.join("data").is_dir() {
        copy(&case.join("data"), &root.join("data"));
    }
    for line in instructions(case, "remove.txt") {
        fs::remove_file(root.join(&line))
            .unwrap_or_else(|error| panic!("{}: {line}: {error}", case.display()));
    }
    for line in instructions(case, "edit.txt") {
        edit(case, root, &line);
    }
    for line in instructions(case, "make.txt") {
        make(case, root, &line);
    }
    project
}

/// What `weibao check` prints for a project, independent of the machine.
fn check(root: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_weibao"))
        .env_clear()
        .current_dir(root)
        .args(["check", "-C", ".", "--as-of", AS_OF, "--lang", "zh", "--color", "never"])
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    text.push_str(&String::from_utf8(output.stderr).unwrap());
    writeln!(text, "退出码：{}", output.status.code().unwrap_or(-1)).unwrap();
    text
}

/// Compares with `expected.txt`, or rewrites it; returns the difference.
fn compare(case: &Path, text: &str) -> Option<String> {
    let path = case.join("expected.txt");
    if std::env::var_os("WEIBAO_UPDATE").is_some() {
        fs::write(&path, text).unwrap();
        return None;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    (expected != text)
        .then(|| format!("{}:\n--- expected\n{expected}\n+++ printed\n{text}", case.display()))
}

#[test]
fn nothing_is_said_of_the_bases() {
    for base in ["base", "service"] {
        let project = tempfile::tempdir().unwrap();
        copy(&home().join(base), project.path());
        let text = check(project.path());
        assert!(!text.contains('['), "{text}");
        assert!(text.ends_with("退出码：0\n"), "{text}");
    }
}

/// Runs a case; returns what is wrong with it.
fn wrong_in(case: &Path) -> Option<String> {
    let code = format!("[{}]", name(case.parent().unwrap()));
    let project = lay(case);
    let text = check(project.path());
    if text.contains(&code) != name(case).starts_with("bad") {
        return Some(format!("{}: {code} in\n{text}", case.display()));
    }
    compare(case, &text)
}

#[test]
fn every_case_prints_what_is_expected() {
    let cases: Vec<_> =
        folders(&home().join("checks")).iter().flat_map(|rule| folders(rule)).collect();
    let wrong: Vec<_> = cases.par_iter().filter_map(|case| wrong_in(case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_has_a_bad_and_a_good_case() {
    let rules: BTreeSet<_> = pipeline::rules().iter().map(|rule| rule.code.0.to_owned()).collect();
    let checks = folders(&home().join("checks"));
    let with_cases: BTreeSet<_> = checks.iter().map(|folder| name(folder)).collect();
    assert_eq!(rules, with_cases, "rules on the left, folders with cases on the right");
    for folder in checks {
        let cases: Vec<_> = folders(&folder).iter().map(|case| name(case)).collect();
        for kind in ["bad", "good"] {
            assert!(
                cases.iter().any(|case| case.starts_with(kind)),
                "{} has no {kind} case",
                folder.display()
            );
        }
        let strange =
            cases.iter().find(|case| !case.starts_with("bad") && !case.starts_with("good"));
        assert_eq!(strange, None, "{}", folder.display());
    }
}

#[test]
fn every_file_of_a_case_is_used() {
    let known = ["base.txt", "edit.txt", "remove.txt", "make.txt", "expected.txt", "data"];
    for rule in folders(&home().join("checks")) {
        for case in folders(&rule) {
            let entries = fs::read_dir(&case).unwrap();
            let names: Vec<_> = entries.map(|entry| name(&entry.unwrap().path())).collect();
            assert!(
                names.iter().any(|name| name != "expected.txt" && name != "base.txt"),
                "{} changes nothing",
                case.display()
            );
            for name in names {
                assert!(
                    known.contains(&name.as_str()),
                    "{}: {name} is used by nothing",
                    case.display()
                );
            }
        }
    }
}
