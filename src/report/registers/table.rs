//! What a register is made of.
//!
//! In: rows of any type, and columns that say what a row has to say ([`RowsOf`]). Out: [`Register`] with typed cells. Below the
//! registers and the list of them.

use crate::report::kind::ReportContext;
use crate::source::{FileId, masked};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

/// The type of the cells of a column, which decides their width and format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) enum Holds {
    /// A number of a record or another word without spaces.
    Id,
    /// A word or a name.
    Word,
    /// A sentence or more.
    Text,
    /// A day.
    Day,
    /// A moment, to the second.
    Moment,
    /// A number of things.
    Count,
    /// A part of one, shown as a percentage.
    Share,
    /// A duration, to the second.
    Length,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct RegisterColumn {
    pub title: String,
    /// The type of its cells.
    pub holds: Holds,
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) enum RegisterValue {
    Empty,
    /// Text; it may begin with any character and is never a formula.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// A moment in local time.
    Moment(NaiveDateTime),
    /// A number of things.
    Count(i64),
    /// Part and whole; the whole is never zero.
    Share(usize, usize),
    /// Seconds.
    Length(i64),
}

/// The content of a register, and the files it is based on.
pub(super) struct Rows {
    pub(super) columns: Vec<RegisterColumn>,
    /// A value for every column of every row.
    pub(super) rows: Vec<Vec<RegisterValue>>,
    /// Record files, besides those that every report uses.
    pub(super) sources: Vec<FileId>,
}

/// Rows made from values of one type. A column defines its title, its type and the value that it
/// shows of a row, so that titles and values cannot get out of order.
pub(super) struct RowsOf<T> {
    pub(super) items: Vec<T>,
    pub(super) columns: Vec<RegisterColumn>,
    pub(super) rows: Vec<Vec<RegisterValue>>,
}

impl<T> RowsOf<T> {
    /// One row per value; the columns follow.
    pub(super) fn new(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        let rows = items.iter().map(|_| Vec::new()).collect();
        Self { items, columns: Vec::new(), rows }
    }

    /// Adds a column and the value that it shows of a row.
    pub(super) fn column(
        mut self,
        title: impl Into<String>,
        holds: Holds,
        value: impl Fn(&T) -> RegisterValue,
    ) -> Self {
        self.columns.push(RegisterColumn { title: title.into(), holds });
        for (row, item) in self.rows.iter_mut().zip(&self.items) {
            row.push(value(item));
        }
        self
    }

    /// The rows, with the files they are based on.
    pub(super) fn based_on(self, sources: impl IntoIterator<Item = FileId>) -> Rows {
        let sources = sources.into_iter().collect();
        Rows { columns: self.columns, rows: self.rows, sources }
    }
}

/// A kind of register.
#[derive(Clone, Copy)]
pub(crate) struct RegisterKind {
    /// The base name of its files.
    pub id: &'static str,
    /// Its title, also the name of its sheet.
    pub title: &'static str,
    /// What one row is, for the index.
    pub description: &'static str,
    /// Builds its rows.
    pub(super) build: fn(&ReportContext<'_>) -> Rows,
}

/// A cell in which every number that belongs to a person is masked.
pub(super) fn private(value: RegisterValue) -> RegisterValue {
    match value {
        RegisterValue::Text(text) => RegisterValue::Text(masked(&text)),
        other => other,
    }
}

/// A text; an empty cell if it is empty.
pub(super) fn text(text: impl Into<String>) -> RegisterValue {
    let text = text.into();
    if text.is_empty() { RegisterValue::Empty } else { RegisterValue::Text(text) }
}

/// A text that may be missing.
pub(super) fn text_or_empty(optional: Option<&str>) -> RegisterValue {
    text(optional.unwrap_or_default())
}

/// 是 or 否.
pub(super) fn yes_or_no(is_so: bool) -> RegisterValue {
    text(if is_so { "是" } else { "否" })
}

/// A value that may be missing.
pub(super) fn or_empty<T>(value: Option<T>, of: impl FnOnce(T) -> RegisterValue) -> RegisterValue {
    value.map_or(RegisterValue::Empty, of)
}

pub(super) fn count(count: usize) -> RegisterValue {
    i64::try_from(count).map_or(RegisterValue::Empty, RegisterValue::Count)
}

/// A share; an empty cell if the whole is zero.
pub(super) fn share(part: usize, whole: usize) -> RegisterValue {
    if whole == 0 { RegisterValue::Empty } else { RegisterValue::Share(part, whole) }
}

/// A register in its state on a day.
pub(crate) struct Register {
    pub kind: &'static RegisterKind,
    /// Its columns; the first one identifies the rows.
    pub columns: Vec<RegisterColumn>,
    /// Its rows, each with a value for every column.
    pub rows: Vec<Vec<RegisterValue>>,
    /// The record files it is based on.
    pub sources: Vec<FileId>,
    /// The contract it belongs to.
    pub contract: String,
    /// The side that keeps it: the vendor.
    pub vendor: String,
    /// Name of the file when it is delivered, without extension.
    pub file_name: String,
    /// The day of its state.
    pub as_of: NaiveDate,
    /// True if records with errors are left out of it.
    pub is_draft: bool,
}
