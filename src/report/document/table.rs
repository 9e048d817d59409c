//! A table as data.
//!
//! In: rows and columns. Out: [`Table`], whose columns state their width by name: each format has
//! its own measure for the name.

use serde::Serialize;

use crate::report::format::NOTHING;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Table {
    pub id: String,
    /// 3-1.
    pub number: String,
    pub title: String,
    /// Unit of all values, where they share one.
    pub unit: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// True if it is long: pages offer filtering and sorting.
    pub long: bool,
    /// True if its figures are compared down the columns: a narrow page scrolls the table and
    /// does not lay its rows out as lists.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub figures: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::report) struct Column {
    pub title: String,
    /// How wide it is.
    pub width: Width,
    /// True if its few values are offered as a filter.
    pub choice: bool,
}

/// The width of a column, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::report) enum Width {
    /// A clause number, an ordinal.
    No,
    /// A figure.
    Count,
    /// A word of two or three characters.
    Word,
    /// A verdict with its mark.
    Verdict,
    /// Up to four characters, or a short verdict with its mark and its grade below.
    Brief,
    /// 2026-09-21.
    Day,
    /// 2026-09-21 09:03:20, broken after the day.
    Moment,
    /// Number of a record.
    Id,
    /// Name of a person, a department, a function.
    Name,
    /// Text, in the remaining width.
    Text,
    /// Text with twice the width.
    Wide,
    /// Words of the contract, slightly wider.
    Quote,
    /// Text that only explains the others, in small letters.
    Remark,
    /// Links with texts of their own, each on a line.
    References,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Row {
    /// Its anchor, or empty.
    pub id: String,
    /// `total`, `section` (one cell over all columns), or empty.
    pub class: &'static str,
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Cell {
    pub text: String,
    /// Class of a verdict, or empty. A figure ([`Width::Count`]) shows it by colour alone: the word
    /// is in a cell beside it.
    pub class: &'static str,
    /// A remark in small letters below.
    pub note: String,
    /// Its links. A link without text makes the cell's text a link.
    pub links: Vec<Link>,
    /// The number of rows it spans if it is shared ([`TableOf::grouped`](super::typed::TableOf::grouped)); the rows below it
    /// have one cell less. 0 for a cell of one row.
    #[serde(skip_serializing_if = "is_zero")]
    pub rows: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(in crate::report) struct Link {
    /// Its text; empty if the cell's text is the link.
    pub text: String,
    /// `#anchor`, a path from the report's folder, or empty if the target does not exist.
    pub href: String,
}

impl Table {
    /// A table without rows.
    pub(in crate::report) fn new(id: &str, title: &str, columns: Vec<Column>) -> Self {
        Self {
            id: id.to_owned(),
            number: String::new(),
            title: title.to_owned(),
            unit: String::new(),
            columns,
            rows: Vec::new(),
            long: false,
            figures: false,
        }
    }

    /// The same with rows.
    pub(in crate::report) fn rows(self, rows: impl IntoIterator<Item = Row>) -> Self {
        Self { rows: rows.into_iter().collect(), ..self }
    }

    /// The same with a unit.
    pub(in crate::report) fn unit(self, unit: &str) -> Self {
        Self { unit: unit.to_owned(), ..self }
    }

    /// The same, with filtering and sorting.
    pub(in crate::report) fn long(self) -> Self {
        Self { long: true, ..self }
    }
}

impl Column {
    pub(in crate::report) fn new(title: &str, width: Width) -> Self {
        Self { title: title.to_owned(), width, choice: false }
    }
}

impl Row {
    /// A row of cells.
    pub(in crate::report) fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { id: String::new(), class: "", cells: cells.into_iter().collect() }
    }

    /// A row of sums.
    pub(in crate::report) fn total(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { class: "total", ..Self::new(cells) }
    }

    /// A heading over all columns.
    pub(in crate::report) fn section(title: &str) -> Self {
        Self { class: "section", ..Self::new([Cell::from(title)]) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::from(count.to_string())
    }
}

/// Missing values and blank texts are shown as a dash.
impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Self {
        let cell = value.map(Into::into).unwrap_or_default();
        if cell.text.trim().is_empty() && cell.links.is_empty() {
            return Self { text: NOTHING.to_owned(), ..cell };
        }
        cell
    }
}

impl Cell {
    /// A cell with a verdict.
    pub(in crate::report) fn judged(word: impl Into<String>, class: &'static str) -> Self {
        Self { text: word.into(), class, ..Self::default() }
    }

    /// The same with a remark below.
    pub(in crate::report) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The same with its text as a link.
    pub(in crate::report) fn to(mut self, href: impl Into<String>) -> Self {
        self.links.push(Link { text: String::new(), href: href.into() });
        self
    }

    /// The same with a link of its own text after the cell's text.
    pub(in crate::report) fn link(
        mut self,
        text: impl Into<String>,
        href: impl Into<String>,
    ) -> Self {
        self.links.push(Link { text: text.into(), href: href.into() });
        self
    }
}
