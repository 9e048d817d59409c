//! Resolves a symbolic location to lines and columns, for printing only.
//!
//! In: the files of a run and a [`Location`]. Out: line and column, and the lines of text to show.
//! A record file is read and indexed at most once, and only when something in it must be shown; of
//! a table, which may be a gigabyte in size, only the requested lines are kept.

use std::collections::BTreeMap;
use std::io;

use super::ending::ending;
use super::located::Located;
use super::table::Table;
use super::text::{FileFormat, Text};
use super::workbook::Workbook;
use super::{FileId, Files, Location, LocationKind};

/// Resolves locations to [`Located`] ones and caches the files it has read.
pub struct Locator<'a> {
    files: &'a Files,
    read: BTreeMap<FileId, Indexed>,
}

enum Indexed {
    /// A record file, read completely.
    Text(Text),
    /// A table, read line by line.
    Table(Table),
    /// A workbook, read completely.
    Workbook(Workbook),
    /// A file that can no longer be read.
    Gone,
}

impl<'a> Locator<'a> {
    /// Creates a locator that has read no file yet.
    pub const fn new(files: &'a Files) -> Self {
        Self { files, read: BTreeMap::new() }
    }

    /// The path of a location's file, as printed.
    pub fn path(&self, location: &Location) -> &str {
        self.files.path(location.file)
    }

    /// Finds the text of a location.
    ///
    /// A path of keys that leads nowhere (a missing key, say) resolves to its nearest existing
    /// parent.
    pub fn locate(&mut self, location: &Location) -> Located {
        if location.kind == LocationKind::File {
            return Located::default();
        }
        let files = self.files;
        let indexed = self.read.entry(location.file).or_insert_with(|| index(files, location.file));
        match indexed {
            Indexed::Text(text) => text.locate(&location.kind),
            Indexed::Table(table) => table.locate(&location.kind),
            Indexed::Workbook(workbook) => workbook.locate(&location.kind),
            Indexed::Gone => Located::default(),
        }
    }

    /// Sheet, line and column for sorting locations. A table cell already holds them, so sorting
    /// reads no table.
    pub fn order(&mut self, location: &Location) -> (usize, usize, usize) {
        if let LocationKind::Cell { sheet, line, column } = location.kind {
            return (sheet, line, column.map_or(0, |column| column + 1));
        }
        if let LocationKind::Row { sheet, line, .. } = location.kind {
            return (sheet, line, 0);
        }
        let located = self.locate(location);
        (0, located.line, located.column)
    }
}

fn index(files: &Files, file: FileId) -> Indexed {
    let path = files.disk_path(file);
    let regular = std::fs::metadata(&path).is_ok_and(|meta| meta.is_file());
    if !regular {
        return Indexed::Gone;
    }
    let read = match ending(files.path(file)).as_str() {
        "csv" => Table::open(&path).map(Indexed::Table),
        "xlsx" => files
            .read(file)
            .map(|bytes| Workbook::open(&bytes).map_or(Indexed::Gone, Indexed::Workbook)),
        "yaml" | "yml" => {
            files.read(file).map(|bytes| Indexed::Text(Text::new(&bytes, FileFormat::Yaml)))
        }
        "md" => {
            files.read(file).map(|bytes| Indexed::Text(Text::new(&bytes, FileFormat::Markdown)))
        }
        _ => files.read(file).map(|bytes| Indexed::Text(Text::new(&bytes, FileFormat::Plain))),
    };
    read.unwrap_or_else(|_: io::Error| Indexed::Gone)
}
