//! Registers: the records of a contract as tables for filtering and counting, with one row per thing.
//!
//! In: a report context. Out: a [`Register`] for each of [`REGISTERS`], whose cells have types, so that a spreadsheet
//! can sort days and add numbers. Figures come from `schedule`, and personal data is masked as in the reports. A
//! register covers the whole term up to the day of the run; adding one takes its file and one entry.

mod findings;
mod ledger;
mod survey;
mod tickets;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::kind::ReportContext;
use super::{format, shared};
use crate::source::{FileId, masked};

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
struct Rows {
    columns: Vec<RegisterColumn>,
    /// A value for every column of every row.
    rows: Vec<Vec<RegisterValue>>,
    /// Record files, besides those that every report uses.
    sources: Vec<FileId>,
}

/// Rows made from values of one type. A column defines its title, its type and the value that it
/// shows of a row, so that titles and values cannot get out of order.
struct RowsOf<T> {
    items: Vec<T>,
    columns: Vec<RegisterColumn>,
    rows: Vec<Vec<RegisterValue>>,
}

impl<T> RowsOf<T> {
    /// One row per value; the columns follow.
    fn new(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        let rows = items.iter().map(|_| Vec::new()).collect();
        Self { items, columns: Vec::new(), rows }
    }

    /// Adds a column and the value that it shows of a row.
    fn column(
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
    fn from_files(self, sources: impl IntoIterator<Item = FileId>) -> Rows {
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
    build: fn(&ReportContext<'_>) -> Rows,
}

/// Every register.
pub(crate) const REGISTERS: &[RegisterKind] =
    &[tickets::KIND, findings::KIND, ledger::KIND, survey::KIND];

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

/// Every register that has rows. One without rows would be an empty table.
pub(crate) fn registers(context: &ReportContext<'_>, has_errors: bool) -> Vec<Register> {
    let contract = &context.contract.record;
    let whole = crate::schedule::term_period(contract);
    let made = REGISTERS.iter().map(|kind| {
        let Rows { columns, rows, mut sources } = (kind.build)(context);
        sources.extend(shared::common_sources(context, &whole));
        Register {
            kind,
            columns,
            rows: rows.into_iter().map(|row| row.into_iter().map(private).collect()).collect(),
            sources: shared::sorted(sources),
            contract: contract.title.clone(),
            vendor: contract.vendor.name.clone(),
            file_name: format!(
                "{}_{}_截至{}",
                kind.title,
                contract.hospital.name,
                format::short_day(context.as_of)
            ),
            as_of: context.as_of,
            is_draft: has_errors,
        }
    });
    made.filter(|register| !register.rows.is_empty()).collect()
}

/// A cell in which every number that belongs to a person is masked.
fn private(value: RegisterValue) -> RegisterValue {
    match value {
        RegisterValue::Text(text) => RegisterValue::Text(masked(&text)),
        other => other,
    }
}

/// A text; an empty cell if it is empty.
fn text(text: impl Into<String>) -> RegisterValue {
    let text = text.into();
    if text.is_empty() { RegisterValue::Empty } else { RegisterValue::Text(text) }
}

/// A text that may be missing.
fn text_or_empty(optional: Option<&str>) -> RegisterValue {
    text(optional.unwrap_or_default())
}

/// 是 or 否.
fn yes_or_no(is_so: bool) -> RegisterValue {
    text(if is_so { "是" } else { "否" })
}

/// A value that may be missing.
fn or_empty<T>(value: Option<T>, of: impl FnOnce(T) -> RegisterValue) -> RegisterValue {
    value.map_or(RegisterValue::Empty, of)
}

fn count(count: usize) -> RegisterValue {
    i64::try_from(count).map_or(RegisterValue::Empty, RegisterValue::Count)
}

/// A share; an empty cell if the whole is zero.
fn share(part: usize, whole: usize) -> RegisterValue {
    if whole == 0 { RegisterValue::Empty } else { RegisterValue::Share(part, whole) }
}
