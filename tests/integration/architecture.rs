//! The rooms of `src/` import only rooms to their left, and every file has a module comment.

mod circles;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// Each room with the rooms it may import.
pub(crate) const ROOMS: &[(&str, &[&str])] = &[
    ("labels", &[]),
    ("output", &[]),
    ("live", &[]),
    ("source", &[]),
    ("lang", &["source"]),
    ("diagnostic", &["labels", "lang", "source"]),
    ("model", &["labels", "source"]),
    ("probe", &["model"]),
    ("load", &["source", "diagnostic", "model"]),
    ("schedule", &["labels", "source", "model"]),
    ("check", &["source", "diagnostic", "model", "schedule"]),
    ("report", &["labels", "source", "model", "schedule"]),
    ("scaffold", &["source", "model", "schedule"]),
    ("render", &["source", "report"]),
    ("emit", &["source", "diagnostic", "lang"]),
    (
        "pipeline",
        &[
            "source",
            "diagnostic",
            "model",
            "load",
            "schedule",
            "check",
            "report",
            "render",
            "output",
        ],
    ),
    (
        "cli",
        &[
            "source",
            "diagnostic",
            "lang",
            "live",
            "model",
            "load",
            "schedule",
            "emit",
            "output",
            "pipeline",
            "probe",
            "report",
            "render",
            "scaffold",
        ],
    ),
    ("main", &["cli"]),
];

/// Files longer than this are split.
const LONGEST_FILE: usize = 600;

fn sources() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    WalkDir::new(&root)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.strip_prefix(&root).unwrap().to_owned(), text)
        })
        .collect()
}

fn room(path: &Path) -> String {
    let first = path.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn rooms_import_only_rooms_to_their_left() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let room = room(&path);
        if room == "lib" {
            continue;
        }
        let allowed = ROOMS
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("{room} is not in the list of rooms"))
            .1;
        for prefix in ["crate::", "weibao::"] {
            for (at, _) in text.match_indices(prefix) {
                let imported: String = text[at + prefix.len()..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let known = ROOMS.iter().any(|(name, _)| *name == imported);
                if known && imported != room && !allowed.contains(&imported.as_str()) {
                    wrong.push(format!("{} imports {imported}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_room_stands_in_the_list() {
    let listed: Vec<_> = ROOMS.iter().map(|(name, _)| *name).collect();
    for path in sources().keys() {
        let room = room(path);
        assert!(room == "lib" || listed.contains(&room.as_str()), "{room}");
    }
}

#[test]
fn every_file_says_what_it_is_and_fits_in_the_head() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{} has no //!", path.display());
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_file_of_a_list_is_in_it() {
    for (room, list) in [
        ("check", "check.rs"),
        ("emit", "emit.rs"),
        ("report", "report.rs"),
        ("model", "model.rs"),
        ("probe", "probe.rs"),
        ("scaffold", "scaffold.rs"),
    ] {
        let sources = sources();
        let Some(head) = sources.get(Path::new(list)) else {
            continue;
        };
        for path in sources.keys().filter(|path| path.starts_with(room)) {
            let stem = path.file_stem().unwrap().to_string_lossy();
            if path.iter().count() == 2 {
                assert!(head.contains(&format!("mod {stem};")), "{list} does not name {stem}");
            }
        }
    }
}
