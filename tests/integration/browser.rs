//! The shipped pages in a real browser: what a reader sees and does, one property per test.
//!
//! `tests/browser/` has the scripts that drive Chromium; each runs once, over every page, and prints the faults as JSON. They
//! need Node, Chromium, `npm ci` in that folder, and Java for the markup. If one of these is missing the tests pass and print
//! on standard error which of them were skipped; `.ci/run` installs them all and does not accept a skip.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde::Deserialize;
use tempfile::TempDir;

use crate::project::{repository, shipped_output};
use crate::tools::{browser, node_with, program, skipped};

/// Searches on the index: a frequent question and a ticket, each with the report that must be among the results.
const SEARCHES: [(&str, &str); 2] = [("K13", "faq.html"), ("T-20260522-01", "hotline.html")];

/// The pages with a long table; for surveys, the finished one, which lists its calls.
const LONG: &[&str] = &["hotline.html", "faq.html", "2025/satisfaction.html"];

/// What `run.mjs` prints.
#[derive(Deserialize)]
struct Looked {
    pages: Vec<String>,
    wrong: BTreeMap<String, Option<Vec<String>>>,
}

/// What `interact.mjs` prints about one interaction.
#[derive(Deserialize)]
struct Tried {
    pages: Vec<String>,
    wrong: Vec<String>,
    found: BTreeMap<String, Vec<String>>,
}

/// The shipped output, in a folder that exists as long as the scripts need it.
fn output_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (below, bytes) in shipped_output() {
        let path = folder.path().join(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// Runs a script of `tests/browser/` over the output; returns what it prints, or which tool is missing.
fn scripted(script: &str, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let (browser, node) = (browser()?, node_with("browser", "playwright-core")?);
    let folder = output_folder();
    let told = Command::new(node)
        .arg(repository().join("tests/browser").join(script))
        .args([folder.path(), &browser])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(told.status.success(), "{script}: {}", String::from_utf8_lossy(&told.stderr));
    Ok(told.stdout)
}

/// What the browser shows, collected once for all tests; `None`, with a message, if a tool is missing.
fn looked(test: &str) -> Option<&'static Looked> {
    static LOOKED: OnceLock<Result<Looked, String>> = OnceLock::new();
    let looked = LOOKED.get_or_init(|| {
        let java: &[&str] = if program("java").is_some() { &["java"] } else { &[] };
        scripted("run.mjs", java).map(|told| serde_json::from_slice(&told).unwrap())
    });
    looked.as_ref().map_err(|missing| skipped("browser", test, missing)).ok()
}

/// The results of an interaction, collected once for all tests; `None`, with a message, if a tool or that part of the pages
/// is missing.
fn tried(test: &str, deed: &str) -> Option<&'static Tried> {
    static TRIED: OnceLock<Result<BTreeMap<String, Tried>, String>> = OnceLock::new();
    let tried = TRIED.get_or_init(|| {
        let words = SEARCHES.map(|(word, _)| word);
        scripted("interact.mjs", &words).map(|told| serde_json::from_slice(&told).unwrap())
    });
    let tried = &tried.as_ref().map_err(|missing| skipped("browser", test, missing)).ok()?[deed];
    if tried.pages.is_empty() {
        skipped("browser", test, "no page has this");
        return None;
    }
    Some(tried)
}

/// Fails with every fault of a list, one per line.
#[track_caller]
fn none(wrong: &[String], what: &str) {
    assert!(wrong.is_empty(), "{what}, {} times:\n{}", wrong.len(), wrong.join("\n"));
}

/// Fails if `run.mjs` found a fault in a property.
#[track_caller]
fn nothing_wrong(test: &str, property: &str, what: &str) {
    if let Some(looked) = looked(test) {
        let wrong = looked.wrong[property].as_ref().expect("only markup may be left out");
        none(wrong, what);
    }
}

/// The shipped pages with one of these names.
fn pages(names: &[&str]) -> Vec<&'static String> {
    let pages = shipped_output().keys().filter(|path| path.ends_with(".html"));
    pages.filter(|path| names.iter().any(|name| path.ends_with(name))).collect()
}

/// Fails if `interact.mjs` found a fault in an interaction, or did not find it on each of the pages that must have it.
#[track_caller]
fn works(test: &str, deed: &str, promised: &[&str], what: &str) {
    if let Some(tried) = tried(test, deed) {
        assert_eq!(tried.pages.iter().collect::<Vec<_>>(), pages(promised), "where it was tried");
        none(&tried.wrong, what);
    }
}

#[test]
fn every_page_is_looked_at() {
    if let Some(looked) = looked("every_page_is_looked_at") {
        let pages: Vec<_> =
            shipped_output().keys().filter(|path| path.ends_with(".html")).collect();
        assert_eq!(looked.pages.iter().collect::<Vec<_>>(), pages);
    }
}

#[test]
fn the_console_stays_silent() {
    nothing_wrong(
        "the_console_stays_silent",
        "console",
        "an error, a warning, or a breach of the page's own policy",
    );
}

#[test]
fn nothing_is_fetched() {
    nothing_wrong("nothing_is_fetched", "requests", "a request that is not for a file or data");
}

#[test]
fn every_link_leads_somewhere() {
    nothing_wrong("every_link_leads_somewhere", "links", "a link that leads nowhere");
}

#[test]
fn no_page_scrolls_sideways() {
    nothing_wrong("no_page_scrolls_sideways", "screen", "something sticks out of the window");
}

#[test]
fn no_text_runs_out_of_its_cell() {
    nothing_wrong("no_text_runs_out_of_its_cell", "cells", "text runs over the neighbouring cell");
}

#[test]
fn nothing_sticks_out_of_the_paper() {
    nothing_wrong(
        "nothing_sticks_out_of_the_paper",
        "paper",
        "something sticks out of a sheet of A4",
    );
}

#[test]
fn nobody_is_shut_out() {
    nothing_wrong("nobody_is_shut_out", "barriers", "a breach of WCAG 2.2 AA");
}

#[test]
fn the_markup_is_sound() {
    const TEST: &str = "the_markup_is_sound";
    let Some(looked) = looked(TEST) else { return };
    match &looked.wrong["nu"] {
        Some(wrong) => none(wrong, "an error or a warning of the Nu HTML Checker"),
        None => skipped("browser", TEST, "Java is missing"),
    }
}

#[test]
fn a_search_finds_questions_and_tickets() {
    const TEST: &str = "a_search_finds_questions_and_tickets";
    let Some(tried) = tried(TEST, "search") else { return };
    assert_eq!(tried.pages, ["index.html"]);
    none(&tried.wrong, "the search fails");
    for (word, report) in SEARCHES {
        let found = &tried.found[word];
        let leads = found
            .iter()
            .any(|link| link.split('#').next().is_some_and(|page| page.ends_with(report)));
        assert!(leads, "a search for {word} does not lead into a {report}: {found:?}");
        for link in found {
            let page = link.split('#').next().unwrap();
            assert!(
                shipped_output().contains_key(page),
                "a search for {word} leads to no file: {link}"
            );
        }
    }
}

#[test]
fn a_filter_hides_rows_and_says_how_many_are_left() {
    works("a_filter_hides_rows_and_says_how_many_are_left", "filter", LONG, "a filter fails");
}

#[test]
fn a_column_sorts_and_says_so() {
    works("a_column_sorts_and_says_so", "sort", LONG, "sorting fails");
}

#[test]
fn escape_brings_all_rows_back() {
    works("escape_brings_all_rows_back", "escape", LONG, "Escape fails");
}

#[test]
fn without_scripts_all_rows_are_there_and_no_control_is_dead() {
    let test = "without_scripts_all_rows_are_there_and_no_control_is_dead";
    works(test, "plain", &[".html"], "a page waits for a script");
}

#[test]
fn a_question_is_found_among_its_answers() {
    works(
        "a_question_is_found_among_its_answers",
        "find",
        &["faq.html"],
        "looking for a question fails",
    );
}
