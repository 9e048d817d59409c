//! A location in a file, given symbolically: a path of keys, a table cell, a byte range or the
//! whole file.
//!
//! In: nothing. Out: [`Location`], the only form in which records, faults and diagnostics refer to
//! positions.

use std::ops::Range;
use std::sync::Arc;

use super::FileId;

/// One step from a YAML node to a node inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The value under this key of a mapping.
    Name(String),
    /// The item at this index of a sequence, from zero.
    Index(usize),
}

impl From<&str> for Key {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<usize> for Key {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The kind of location within a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LocationKind {
    /// The file as a whole.
    File,
    /// A byte range of the decoded text.
    Bytes(Range<usize>),
    /// The character that contains the byte at this offset of the undecoded file.
    Raw(usize),
    /// The YAML value at this path.
    Value(Vec<Key>),
    /// The YAML key at the end of this path, rather than its value.
    Name(Vec<Key>),
    /// A row of a table with named columns: one step, by the name of a column, leads to a cell.
    Row {
        /// The sheet of a workbook, from zero; zero for a table that is a file of its own.
        sheet: usize,
        /// The first line of the row, from one.
        line: usize,
        /// The names of the columns, in order; empty for columns that are not read.
        columns: Arc<[String]>,
    },
    /// A cell of a table, by the first line of its row (from one) and its column (from zero);
    /// without a column, the whole row.
    Cell {
        /// The sheet of a workbook, from zero; zero for a table that is a file of its own.
        sheet: usize,
        /// The first line of the row, from one.
        line: usize,
        /// The column, from zero.
        column: Option<usize>,
    },
}

/// A location in a file of the project.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The part of the file.
    pub kind: LocationKind,
}

impl Location {
    /// A whole file.
    pub const fn file(file: FileId) -> Self {
        Self { file, kind: LocationKind::File }
    }

    /// A cell or, without a column, a row of a table.
    pub const fn cell(file: FileId, line: usize, column: Option<usize>) -> Self {
        Self { file, kind: LocationKind::Cell { sheet: 0, line, column } }
    }

    /// A row of a table with named columns.
    pub const fn row(file: FileId, line: usize, columns: Arc<[String]>) -> Self {
        Self { file, kind: LocationKind::Row { sheet: 0, line, columns } }
    }

    /// The same row or cell on another sheet of the workbook, counted from zero. Any other location
    /// is unchanged.
    #[must_use]
    pub const fn on_sheet(mut self, number: usize) -> Self {
        if let LocationKind::Row { sheet, .. } | LocationKind::Cell { sheet, .. } = &mut self.kind {
            *sheet = number;
        }
        self
    }

    /// A byte range of the decoded text.
    pub const fn bytes(file: FileId, range: Range<usize>) -> Self {
        Self { file, kind: LocationKind::Bytes(range) }
    }

    /// A byte of the undecoded file.
    pub const fn raw(file: FileId, offset: usize) -> Self {
        Self { file, kind: LocationKind::Raw(offset) }
    }

    /// The YAML value at `path`.
    pub const fn value(file: FileId, path: Vec<Key>) -> Self {
        Self { file, kind: LocationKind::Value(path) }
    }

    /// Goes one step further down: `location.at("items").at(3).at("verdict")`.
    ///
    /// From a row with named columns the step leads to a cell; if there is no such column, the
    /// location stays at the row. Any other location that is not a YAML value is unchanged.
    #[must_use]
    pub fn at(&self, key: impl Into<Key>) -> Self {
        let mut deeper = self.clone();
        match &mut deeper.kind {
            LocationKind::Value(path) => path.push(key.into()),
            kind @ LocationKind::File => *kind = LocationKind::Value(vec![key.into()]),
            LocationKind::Row { sheet, line, columns } => {
                let key = key.into();
                let column = columns.iter().position(|name| Key::from(name.as_str()) == key);
                deeper.kind = LocationKind::Cell { sheet: *sheet, line: *line, column };
            }
            LocationKind::Bytes(_)
            | LocationKind::Raw(_)
            | LocationKind::Name(_)
            | LocationKind::Cell { .. } => {}
        }
        deeper
    }

    /// The key itself instead of its value.
    #[must_use]
    pub fn name(self) -> Self {
        match self.kind {
            LocationKind::Value(path) => Self { file: self.file, kind: LocationKind::Name(path) },
            _ => self,
        }
    }
}
