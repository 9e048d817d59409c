//! The documents: their links have targets, what they name exists, and what is generated is current.
//!
//! `readme.rs` runs their commands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use walkdir::WalkDir;

use crate::architecture::ROOMS;
use crate::project::{Project, files_below, repository};

/// A newcomer reads README to its end only if it is short.
const README_BYTES: usize = 8 * 1024;

/// What is collected from one document.
#[derive(Default)]
struct Document {
    /// Targets of its links.
    links: Vec<String>,
    /// The anchors of its headings, as the forges make them.
    anchors: BTreeSet<String>,
    /// Inline code.
    names: Vec<String>,
    /// Rows of its tables, each the visible text of its cells.
    rows: Vec<Vec<String>>,
    /// Everything a reader sees.
    text: String,
}

impl Document {
    fn read(path: &str) -> Self {
        let markdown = fs::read_to_string(repository().join(path)).unwrap();
        Self::parse(&markdown)
    }

    fn parse(markdown: &str) -> Self {
        let mut document = Self::default();
        let mut heading = None;
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    document.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(document.text.len()),
                Event::End(TagEnd::Heading(_)) => {
                    let title = heading.take().and_then(|start| document.text.get(start..));
                    document.anchors.extend(title.map(anchor));
                    document.text.push('\n');
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => document.rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    document.rows.last_mut().unwrap().push(String::new());
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow | TagEnd::Paragraph) => {
                    document.text.push('\n');
                }
                Event::Code(code) => {
                    document.say(&code);
                    document.names.push(code.into_string());
                }
                Event::Text(text) => document.say(&text),
                Event::SoftBreak | Event::HardBreak => document.say("\n"),
                _ => {}
            }
        }
        document
    }

    fn say(&mut self, text: &str) {
        self.text.push_str(text);
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(text);
        }
    }
}

/// The anchor of a heading: lower case, blanks as hyphens, punctuation left out.
fn anchor(title: &str) -> String {
    let kept = title.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// Every document of the repository, by its path.
fn documents() -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(repository())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".md"))
        .collect();
    let below = files_below(&repository().join("docs"));
    paths.extend(below.into_keys().map(|path| format!("docs/{path}")));
    assert!(paths.len() > 6, "{paths:?}");
    paths
}

/// `docs/checks` and `../README.md` make `docs/README.md`.
fn joined(folder: &Path, link: &str) -> PathBuf {
    let mut path = PathBuf::new();
    for part in folder.join(link).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{link} leads out of the repository"),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path
}

#[test]
fn readme_is_short() {
    let bytes = fs::read(repository().join("README.md")).unwrap().len();
    assert!(bytes <= README_BYTES, "README.md has {bytes} bytes");
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    for path in documents() {
        let folder = Path::new(&path).parent().unwrap();
        for link in Document::read(&path).links {
            if link.contains("://") {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let goal = if file.is_empty() { PathBuf::from(&path) } else { joined(folder, file) };
            let exists = repository().join(&goal).exists();
            let is_found = |goal: &Path| {
                let goal = Document::read(&goal.to_string_lossy());
                fragment.is_empty() || goal.anchors.contains(fragment)
            };
            let is_page = goal.extension().is_some_and(|ending| ending == "md");
            if !exists || (is_page && !is_found(&goal)) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The Rust sources of the program and its tests, as one text.
fn sources() -> &'static str {
    static SOURCES: OnceLock<String> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let files = ["src", "tests/integration"].map(|folder| repository().join(folder));
        let files = files.iter().flat_map(|folder| WalkDir::new(folder).sort_by_file_name());
        let files = files.map(|entry| entry.unwrap().into_path());
        files
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            .filter(|path| !path.ends_with("documents.rs"))
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    })
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !is_part(before) && !is_part(after)
    })
}

/// A path inside the repository. Recipes use `my…`, `xx` and `NAME` for files that do not exist yet.
fn is_path(name: &str) -> bool {
    const TOP: [&str; 9] = [
        ".ci/",
        ".github/",
        "benches/",
        "data/",
        "docs/",
        "schemas/",
        "src/",
        "templates/",
        "tests/",
    ];
    let is_placeholder = ["my_", "my-", "my.", "MY", "xx.", "NAME", "*", "…", "KIND", "CODE"]
        .iter()
        .any(|word| name.contains(word));
    !is_placeholder && TOP.iter().any(|top| name.starts_with(top)) && !name.contains(' ')
}

#[test]
fn what_contributors_are_told_to_touch_exists() {
    let mut missing = Vec::new();
    for path in ["CONTRIBUTING.md", "docs/architecture.md"] {
        for name in Document::read(path).names {
            let exists = if is_path(&name) {
                repository().join(&name).exists()
            } else {
                !is_identifier(&name) || has_word(sources(), &name)
            };
            if !exists {
                missing.push(format!("{path}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "no such file or name: {missing:#?}");
}

#[test]
fn the_rooms_of_the_architecture_are_those_of_the_test() {
    let rows = Document::read("docs/architecture.md").rows;
    let head = rows.iter().position(|row| row.get(1).is_some_and(|cell| cell == "imports"));
    let listed: Vec<_> = rows[head.expect("a table of rooms") + 1..]
        .iter()
        .take(ROOMS.len())
        .map(|row| (row[0].clone(), row[1].replace('–', "")))
        .collect();
    let rooms: Vec<_> =
        ROOMS.iter().map(|(room, imports)| ((*room).to_owned(), imports.join(", "))).collect();
    assert_eq!(listed, rooms, "docs/architecture.md and tests/integration/architecture.rs differ");
    for (at, (room, imports)) in ROOMS.iter().enumerate() {
        let above: Vec<_> = ROOMS[..at].iter().map(|(above, _)| *above).collect();
        let below: Vec<_> = imports.iter().filter(|import| !above.contains(import)).collect();
        assert!(below.is_empty(), "{room} stands above {below:?}");
    }
}

#[test]
fn every_type_of_the_glossary_is_declared() {
    let rows = Document::read("docs/architecture.md").rows;
    let head = rows.iter().position(|row| row.get(2).is_some_and(|cell| cell == "Rust type"));
    let glossary = &rows[head.expect("a glossary") + 1..];
    assert!(glossary.len() > 30);
    let mut unknown = Vec::new();
    for name in glossary.iter().flat_map(|row| row[2].split(", ")).filter(|name| *name != "–") {
        let keywords = ["struct", "enum", "type", "trait"];
        let is_declared =
            keywords.iter().any(|keyword| has_word(sources(), &format!("{keyword} {name}")));
        // The macro `words!` declares enums by their name alone.
        let is_word = sources().contains(&format!("\n    {name} {{\n        ///"));
        if !is_declared && !is_word {
            unknown.push(name);
        }
    }
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn the_pages_of_checks_are_current() {
    let project = Project::empty();
    project.run(&["list", "checks", "--write", "checks"]).ended(0);
    let written = files_below(&project.path("checks"));
    let kept = files_below(&repository().join("docs/checks"));
    let renew = "rm -r docs/checks && cargo run -- list checks --write docs/checks";
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
        files.keys().cloned().collect()
    };
    assert_eq!(names(&written), names(&kept), "docs/checks: renew with {renew}");
    for (name, bytes) in written {
        assert!(kept[&name] == bytes, "docs/checks/{name} is not current: renew with {renew}");
    }
}

/// What a reader of a page sees, without blanks: lines break at other places than in the terminal.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_page_of_a_check_says_what_explain_says() {
    let pages = files_below(&repository().join("docs/checks"));
    let project = Project::empty();
    let rows = project.run(&["list", "checks", "--format", "json"]).ended(0);
    let rows: Value = serde_json::from_str(&rows.out).unwrap();
    let index = visible(&Document::read("docs/checks/README.md").text);
    for row in rows["rows"].as_array().unwrap() {
        let code = row["id"].as_str().unwrap();
        let page = String::from_utf8(pages[&format!("{code}.md")].clone()).unwrap();
        let page = visible(&Document::parse(&page).text);
        assert!(index.contains(&visible(row["text"].as_str().unwrap())), "{code}");
        for language in ["zh", "en"] {
            let run = project.run(&["explain", code, "--format", "json", "--lang", language]);
            let explained: Value = serde_json::from_str(&run.ended(0).out).unwrap();
            for part in ["summary", "why", "example", "remedy"] {
                let text = visible(explained[part].as_str().unwrap());
                assert!(page.contains(&text), "{code}, {language}: {part} is not on its page");
            }
        }
    }
}
