//! Within a room, files form no import cycle.
//!
//! In: the sources. Out: for each file the files that it uses, by its `use` lines and by the paths in its code. A re-exported
//! name counts as a use of the file that defines it: a parent that declares and re-exports is in no cycle with its children.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::sources;

/// Known cycles of a parent with its children that are still to be removed, each by its first file. Empty in the end.
const PENDING: &[&str] = &[];

/// The segments of a path: `schedule`, `ledger`, `Row`.
type Steps = Vec<String>;

/// A `use` line, or a path in code.
struct Import {
    is_public: bool,
    path: Steps,
    /// Its name in the file.
    name: String,
}

/// What the test reads from a file.
struct Module {
    imports: Vec<Import>,
    /// Paths in its code, and names without a path.
    paths: Vec<Steps>,
    words: BTreeSet<String>,
}

/// All files by the path of their module.
struct Crate {
    modules: BTreeMap<Steps, Module>,
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

fn steps(path: &str) -> Steps {
    path.split("::").map(|step| step.trim().to_owned()).filter(|step| !step.is_empty()).collect()
}

/// The parts of a `use` tree, split at commas outside of inner braces.
fn split(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// The paths of a `use` tree, each with the name that it imports.
fn expand(tree: &str) -> Vec<(Steps, String)> {
    let Some((head, inner)) = tree.split_once('{') else {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut path = steps(path);
        if path.last().is_some_and(|step| step == "self") && path.len() > 1 {
            path.pop();
        }
        let name = if alias.is_empty() { path.last().cloned() } else { Some(alias.trim().into()) };
        return vec![(path, name.unwrap_or_default())];
    };
    let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
    let parts = split(inner).into_iter().flat_map(expand);
    parts.map(|(path, name)| ([steps(head), path].concat(), name)).map(without_self).collect()
}

fn without_self((mut path, name): (Steps, String)) -> (Steps, String) {
    if name == "self" {
        path.pop();
        let name = path.last().cloned().unwrap_or_default();
        return (path, name);
    }
    (path, name)
}

impl Module {
    fn read(text: &str) -> Self {
        // Tests inside a file may import what is above it.
        let text = regex(r"(?s)\n#\[cfg\(test\)\]\nmod \w+ \{.*").replace(text, "");
        let text = regex(r"//.*").replace_all(&text, "");
        let text = regex(r#"(?s)"(?:\\.|[^"\\])*""#).replace_all(&text, "\"\"");
        let text = regex(r"pub\(in [^)]*\)").replace_all(&text, "pub");
        let uses = regex(r"(?ms)^\s*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);");
        let imports = uses.captures_iter(&text).flat_map(|found| {
            let is_public = found.get(1).is_some();
            let paths = expand(&found[2]).into_iter();
            paths.map(move |(path, name)| Import { is_public, path, name }).collect::<Vec<_>>()
        });
        let imports = imports.collect();
        let body = uses.replace_all(&text, "");
        let body = regex(r"(?m)^\s*(?:pub(?:\([^)]*\))?\s+)?mod \w+;").replace_all(&body, "");
        let paths = regex(r"[A-Za-z_]\w*(?:::\w+)+");
        let words = regex(r"\w+").find_iter(&body).map(|word| word.as_str().to_owned()).collect();
        let paths = paths.find_iter(&body).map(|path| steps(path.as_str())).collect();
        Self { imports, paths, words }
    }
}

impl Crate {
    fn read() -> Self {
        let modules = sources().into_iter().map(|(path, text)| {
            let path = path.with_extension("");
            let steps = path.iter().map(|step| step.to_string_lossy().into_owned()).collect();
            (steps, Module::read(&text))
        });
        Self { modules: modules.collect() }
    }

    /// A path of a file, made absolute within the crate; `None` if it leads to another crate.
    fn absolute(&self, from: &Steps, path: &[String]) -> Option<Steps> {
        let mut base = from.clone();
        let first = path.first()?;
        let rest = match first.as_str() {
            "crate" => return Some(path[1..].to_vec()),
            "self" => &path[1..],
            "super" => {
                let ups = path.iter().take_while(|step| *step == "super").count();
                base.truncate(base.len().saturating_sub(ups));
                &path[ups..]
            }
            _ => {
                base.push(first.clone());
                self.modules.contains_key(&base).then(|| base.pop())?;
                path
            }
        };
        Some([base, rest.to_vec()].concat())
    }

    /// The file that defines the target of a path, following re-exports.
    fn file(&self, path: &Steps, depth: usize) -> Option<Steps> {
        let known = |length: &usize| self.modules.contains_key(&path[..*length]);
        let length = (1..=path.len()).rev().find(known)?;
        let (file, rest) = path.split_at(length);
        let file = file.to_vec();
        let passed = rest.first().and_then(|name| {
            let mut imports = self.modules[&file].imports.iter();
            let import = imports.find(|import| import.name == *name)?;
            self.absolute(&file, &import.path)
        });
        match passed {
            Some(passed) if depth < 5 => {
                self.file(&[passed, rest[1..].to_vec()].concat(), depth + 1)
            }
            _ => Some(file),
        }
    }

    /// The files of the same room that a file uses.
    fn used_by(&self, from: &Steps) -> BTreeSet<Steps> {
        let module = &self.modules[from];
        let is_used = |import: &&Import| !import.is_public || module.words.contains(&import.name);
        let imports = module.imports.iter().filter(is_used).map(|import| &import.path);
        let paths = imports.chain(&module.paths).filter_map(|path| self.absolute(from, path));
        let in_room = paths.filter(|path| path.first() == from.first());
        let mut files: BTreeSet<_> = in_room.filter_map(|path| self.file(&path, 0)).collect();
        files.remove(from);
        files
    }

    /// Groups of files each of which reaches every other.
    fn circles(&self) -> Vec<Vec<Steps>> {
        let used: BTreeMap<_, _> =
            self.modules.keys().map(|file| (file, self.used_by(file))).collect();
        let reached: BTreeMap<_, _> =
            self.modules.keys().map(|file| (file, reached(file, &used))).collect();
        let mut circles: Vec<Vec<Steps>> = Vec::new();
        for file in self.modules.keys() {
            let circle: Vec<_> = reached[file]
                .iter()
                .filter(|other| reached[other].contains(file))
                .cloned()
                .collect();
            if circle.len() > 1 && !circles.contains(&circle) {
                circles.push(circle);
            }
        }
        circles
    }
}

fn reached(from: &Steps, used: &BTreeMap<&Steps, BTreeSet<Steps>>) -> BTreeSet<Steps> {
    let mut reached = BTreeSet::new();
    let mut left = vec![from.clone()];
    while let Some(file) = left.pop() {
        let new = used[&file].iter().filter(|next| !reached.contains(*next)).cloned();
        let new: Vec<_> = new.collect();
        reached.extend(new.iter().cloned());
        left.extend(new);
    }
    reached
}

#[test]
fn files_of_a_room_form_no_import_circle() {
    let circles = Crate::read().circles();
    let named =
        circles.iter().map(|circle| circle.iter().map(|file| file.join("/")).collect::<Vec<_>>());
    let (pending, wrong): (Vec<_>, Vec<_>) =
        named.partition(|circle| PENDING.contains(&circle[0].as_str()));
    assert!(wrong.is_empty(), "import circles: {wrong:#?}");
    let left = |name: &&&str| !pending.iter().any(|circle| circle[0] == ***name);
    let cured: Vec<_> = PENDING.iter().filter(left).collect();
    assert!(cured.is_empty(), "cured, and to be taken from the list: {cured:?}");
}

#[test]
fn paths_of_imports_are_taken_apart() {
    let paths: Vec<_> = expand("super::{a::{self, B as C}, d}")
        .into_iter()
        .map(|(path, name)| format!("{} {name}", path.join("/")))
        .collect();
    assert_eq!(paths, ["super/a a", "super/a/B C", "super/d d"]);
}
