//! Lists the data files and the record kind of each.
//!
//! In: the project root. Out: one [`Entry`] per readable file, in order of path. Other files are
//! reported: a link to a target outside `data/`, a file that is too large, a file in a folder of no
//! record kind.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::faults::{FILE_TOO_LARGE, LINK_LEAVES_DATA, UNREADABLE_FILE, WORKBOOK, WRONG_FOLDER};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Faulty, Format, Kind};
use crate::source::{FileId, Files, Location, MOST_WORKBOOK_BYTES, ending};

const MEBIBYTE: u64 = 1024 * 1024;
/// File name extensions of tables in other formats than the supported ones.
const OTHER_TABLES: [&str; 9] =
    ["xls", "xlsm", "xlsb", "xltx", "xlt", "ods", "et", "ett", "numbers"];

/// Why a project could not be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// The folder has no `data` folder.
    NoData(PathBuf),
    /// A file system error.
    Io(PathBuf, io::Error),
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoData(path) => write!(formatter, "no data folder at {}", path.display()),
            Self::Io(path, _) => write!(formatter, "cannot read {}", path.display()),
        }
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoData(_) => None,
            Self::Io(_, error) => Some(error),
        }
    }
}

/// A file to be read.
#[derive(Debug)]
pub(super) struct Entry {
    pub file: FileId,
    /// The kind of its records.
    pub kind: &'static Kind,
    /// Path below `data/`.
    pub path: String,
    /// File name without extension.
    pub stem: String,
    /// Size in bytes.
    pub size: u64,
}

impl Entry {
    /// The file as one that could not be read.
    pub(super) fn faulty(&self) -> Faulty {
        Faulty {
            kind: self.kind.id,
            stem: self.stem.clone(),
            file: self.file,
            is_unfinished: false,
        }
    }
}

/// The maximum size of a file of a format, in bytes.
pub(crate) const fn limit_of(format: Format) -> u64 {
    match format {
        Format::Yaml | Format::Markdown => 8 * MEBIBYTE,
        Format::Flat => 64 * MEBIBYTE,
        Format::Samples => 1536 * MEBIBYTE,
        Format::Any => 32 * MEBIBYTE,
    }
}

/// The files found below `data/`.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Files to be read, in order of path.
    pub entries: Vec<Entry>,
    /// Record files that are not read, each reported.
    pub refused: Vec<Faulty>,
}

/// Lists the files below `data/`.
///
/// # Errors
/// [`LoadError`] if the folder is missing or cannot be listed.
pub(super) fn walk(files: &mut Files, diagnostics: &mut Diagnostics) -> Result<Found, LoadError> {
    let data = files.root().join("data");
    if !data.is_dir() {
        return Err(LoadError::NoData(data));
    }
    let home = data.canonicalize().map_err(|error| LoadError::Io(data.clone(), error))?;
    let mut result = Found::default();
    let walker = WalkDir::new(&data).follow_links(false).sort_by_file_name();
    for found in walker.into_iter().filter_entry(|entry| !is_hidden(entry)) {
        let found = match found {
            Ok(found) => found,
            Err(error) if error.depth() == 0 => return Err(LoadError::Io(data, error.into())),
            Err(error) => {
                // A folder that cannot be listed does not prevent reading the others.
                let path = relative(error.path().unwrap_or(&data), &data);
                let file = files.add(format!("data/{path}"));
                diagnostics.push(
                    UNREADABLE_FILE.at(Location::file(file)).arg("reason", error.to_string()),
                );
                continue;
            }
        };
        if !found.file_type().is_dir() {
            admit(&found, &data, &home, files).sort_into(&mut result, diagnostics);
        }
    }
    Ok(result)
}

/// True for files of editors and operating systems, and for notes that a folder may contain.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let foreign = ["README.md", "Thumbs.db", "desktop.ini"];
    entry.depth() > 0
        && (name.starts_with('.')
            || name.starts_with("~$")
            || name.ends_with('~')
            || foreign.contains(&name.as_ref()))
}

/// Whether a file is read.
enum Admission {
    Admitted(Entry),
    /// It was reported; with the record it would have been, if it is in a folder of records.
    Refused(Box<Diagnostic>, Option<Faulty>),
}

impl Admission {
    fn sort_into(self, found: &mut Found, diagnostics: &mut Diagnostics) {
        match self {
            Self::Admitted(entry) => found.entries.push(entry),
            Self::Refused(diagnostic, faulty) => {
                diagnostics.push(*diagnostic);
                found.refused.extend(faulty);
            }
        }
    }
}

fn admit(found: &DirEntry, data: &Path, home: &Path, files: &mut Files) -> Admission {
    let path = relative(found.path(), data);
    let file = files.add(format!("data/{path}"));
    let location = Location::file(file);
    let found_kind = Kind::of_path(&path);
    let Some(kind) = found_kind.filter(|kind| has_ending(kind, &path)) else {
        let faulty = found_kind.filter(|kind| is_other_table(kind, &path)).map(|kind| Faulty {
            kind: kind.id,
            stem: stem(&path).to_owned(),
            file,
            is_unfinished: false,
        });
        let diagnostic = match &faulty {
            Some(_) => WORKBOOK.at(location).variant("other-format").arg("ending", ending(&path)),
            None => WRONG_FOLDER.at(location).arg("path", path),
        };
        return Admission::Refused(Box::new(diagnostic), faulty);
    };
    let mut entry = Entry { file, kind, stem: stem(&path).to_owned(), path, size: 0 };
    match size(found, home, &entry, location) {
        Ok(size) => {
            entry.size = size;
            Admission::Admitted(entry)
        }
        Err(diagnostic) => Admission::Refused(diagnostic, Some(entry.faulty())),
    }
}

/// The size of a readable file.
fn size(
    found: &DirEntry,
    home: &Path,
    entry: &Entry,
    location: Location,
) -> Result<u64, Box<Diagnostic>> {
    if found.file_name().to_str().is_none() || entry.path.contains(char::is_control) {
        return Err(Box::new(UNREADABLE_FILE.at(location).variant("name")));
    }
    let unreadable = |error: std::io::Error| {
        Box::new(UNREADABLE_FILE.at(location.clone()).arg("reason", error.to_string()))
    };
    if found.path_is_symlink()
        && !found.path().canonicalize().map_err(unreadable)?.starts_with(home)
    {
        return Err(Box::new(LINK_LEAVES_DATA.at(location).arg("path", entry.path.clone())));
    }
    let meta = std::fs::metadata(found.path()).map_err(unreadable)?;
    if !meta.is_file() {
        // Reading a pipe or a device would never end.
        return Err(Box::new(UNREADABLE_FILE.at(location).variant("special")));
    }
    let limit = match ending(&entry.path).as_str() {
        "xlsx" if entry.kind.format == Format::Flat => MOST_WORKBOOK_BYTES,
        _ => limit_of(entry.kind.format),
    };
    if meta.len() > limit {
        let refused = FILE_TOO_LARGE.at(location).arg("size", meta.len().div_ceil(MEBIBYTE));
        return Err(Box::new(refused.arg("limit", limit / MEBIBYTE)));
    }
    Ok(meta.len())
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn relative(path: &Path, data: &Path) -> String {
    let below = path.strip_prefix(data).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// True for a table of records that must be saved in another format.
fn is_other_table(kind: &Kind, path: &str) -> bool {
    kind.format == Format::Flat && OTHER_TABLES.contains(&ending(path).as_str())
}

fn has_ending(kind: &Kind, path: &str) -> bool {
    let ending = ending(path);
    match kind.format {
        Format::Yaml => matches!(ending.as_str(), "yaml" | "yml"),
        Format::Flat => matches!(ending.as_str(), "yaml" | "yml" | "csv" | "xlsx"),
        Format::Markdown => ending == "md",
        Format::Samples => ending == "csv",
        Format::Any => true,
    }
}
