//! Which files there are, and what kind of record each is.
//!
//! In: the project root. Out: one [`Entry`] a file that may be read, in order of path; files that may not are reported:
//! a link out of `data/`, a file too large, a file where no kind of record lies.

use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::LoadError;
use super::faults::{FILE_TOO_LARGE, LINK_LEAVES_DATA, UNREADABLE_FILE, WRONG_FOLDER};
use crate::diagnostic::Diagnostics;
use crate::model::{Faulty, Format, Kind};
use crate::source::{FileId, Files, Place};

const MEBIBYTE: u64 = 1024 * 1024;

/// A file to be read.
#[derive(Debug)]
pub struct Entry {
    /// The file.
    pub file: FileId,
    /// What it holds.
    pub kind: &'static Kind,
    /// Path below `data/`.
    pub path: String,
    /// File name without ending.
    pub stem: String,
    /// Size in bytes.
    pub size: u64,
}

impl Entry {
    /// The file as one that could not be read.
    pub fn faulty(&self) -> Faulty {
        Faulty { kind: self.kind.id, stem: self.stem.clone(), file: self.file }
    }
}

/// The largest file of a format that is read, in bytes.
pub const fn limit_of(format: Format) -> u64 {
    match format {
        Format::Yaml => 8 * MEBIBYTE,
        Format::Samples => 1536 * MEBIBYTE,
        Format::Any => 32 * MEBIBYTE,
    }
}

/// Lists the files below `data/`.
///
/// # Errors
/// [`LoadError`] if the folder is missing or cannot be listed.
pub fn walk(files: &mut Files, diagnostics: &mut Diagnostics) -> Result<Vec<Entry>, LoadError> {
    let data = files.root().join("data");
    if !data.is_dir() {
        return Err(LoadError::NoData(data));
    }
    let home = data.canonicalize().map_err(|error| LoadError::Io(data.clone(), error))?;
    let mut entries = Vec::new();
    let walker = WalkDir::new(&data).follow_links(false).sort_by_file_name();
    for found in walker.into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let found = found.map_err(|error| {
            let path = error.path().unwrap_or(&data).to_owned();
            LoadError::Io(path, error.into())
        })?;
        if found.file_type().is_dir() {
            continue;
        }
        entries.extend(admit(&found, &data, &home, files, diagnostics));
    }
    Ok(entries)
}

/// Editors' and Excel's own files, and the notes a folder may carry for people.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && (name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || name == "README.md")
}

fn admit(
    found: &DirEntry,
    data: &Path,
    home: &Path,
    files: &mut Files,
    diagnostics: &mut Diagnostics,
) -> Option<Entry> {
    let path = relative(found.path(), data);
    let file = files.add(format!("data/{path}"));
    let place = Place::file(file);
    if found.path_is_symlink() && !stays_home(found.path(), home) {
        diagnostics.push(LINK_LEAVES_DATA.at(place).arg("path", path));
        return None;
    }
    let Some(kind) = Kind::of_path(&path).filter(|kind| has_ending(kind, &path)) else {
        diagnostics.push(WRONG_FOLDER.at(place).arg("path", path));
        return None;
    };
    let meta = std::fs::metadata(found.path());
    let Some(meta) = meta.ok().filter(std::fs::Metadata::is_file) else {
        diagnostics.push(UNREADABLE_FILE.at(place).arg("reason", "not a readable file"));
        return None;
    };
    let size = meta.len();
    let limit = limit_of(kind.format);
    if size > limit {
        let refused = FILE_TOO_LARGE.at(place).arg("size", size / MEBIBYTE);
        diagnostics.push(refused.arg("limit", limit / MEBIBYTE));
        return None;
    }
    let name = path.rsplit('/').next().unwrap_or(&path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Some(Entry { file, kind, stem: stem.to_owned(), path, size })
}

fn relative(path: &Path, data: &Path) -> String {
    let below = path.strip_prefix(data).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn stays_home(link: &Path, home: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| target.starts_with(home))
}

fn has_ending(kind: &Kind, path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match kind.format {
        Format::Yaml => matches!(ending, "yaml" | "yml"),
        Format::Samples => ending == "csv",
        Format::Any => true,
    }
}
