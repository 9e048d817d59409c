//! The header row of a table of records or of samples.
//!
//! In: a row of names and the columns that a file can have. Out: the meaning of each column, or
//! what is wrong with the header. Columns may be in any order, named by key or by Chinese title;
//! optional ones may be omitted.

use std::borrow::Cow;
use std::sync::Arc;

use super::faults::SCHEMA;
use super::hints;
use super::schema::{Column, Shape, quoted};
use super::table::cell;
use crate::diagnostic::Diagnostic;
use crate::model::{Day, Moment};
use crate::source::{FileId, Location, fields};

/// The meaning of a column of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// The known column with this index.
    Known(usize),
    /// A column that is not read and was reported.
    Ignored,
    /// A column without a name.
    Unnamed,
}

pub(super) struct Header<'c> {
    /// The columns that the kind can have.
    pub columns: &'c [Column],
    /// The meaning of each column of the file.
    pub slots: Vec<Slot>,
    /// The keys of the columns, for locations.
    pub names: Arc<[String]>,
    /// The number of cells, including trailing ones without a name.
    pub width: usize,
    pub faults: Vec<Diagnostic>,
    /// Known columns that unknown names probably mean.
    meant: Vec<&'c Column>,
    is_readable: bool,
}

impl<'c> Header<'c> {
    /// A missing header, with the fault unless it was reported already.
    pub(super) fn none(columns: &'c [Column], fault: Option<Diagnostic>) -> Self {
        Self {
            columns,
            slots: Vec::new(),
            names: Arc::new([]),
            width: 0,
            faults: fault.into_iter().collect(),
            meant: Vec::new(),
            is_readable: false,
        }
    }

    /// Parses the header row; a file without rows has none.
    pub(super) fn read(file: FileId, row: Option<(usize, &str)>, columns: &'c [Column]) -> Self {
        let Some((line, text)) = row else {
            let fault = SCHEMA.at(Location::file(file)).variant("empty-file");
            return Self::none(columns, Some(fault));
        };
        let mut header = Self::none(columns, None);
        header.take(file, line, text);
        header
    }

    /// True if the rows can be read with this header.
    pub(super) const fn is_readable(&self) -> bool {
        self.is_readable
    }

    /// The column of a slot.
    pub(super) fn column(&self, slot: Slot) -> Option<&'c Column> {
        match slot {
            Slot::Known(index) => self.columns.get(index),
            Slot::Ignored | Slot::Unnamed => None,
        }
    }

    /// True if a line could be a row of this table: the number of cells matches, and date columns
    /// hold dates.
    pub(super) fn looks_like_row(&self, line: &str) -> bool {
        let cells = fields(line);
        let needed =
            |slot: &Slot| self.column(*slot).is_some_and(|column| column.required && column.dated);
        let mut dates = self.slots.iter().zip(&cells).filter(|(slot, _)| needed(slot)).peekable();
        cells.len() == self.slots.len()
            && dates.peek().is_some()
            && dates.all(|(_, range)| {
                let text = cell::text(line.get(range.clone()).unwrap_or_default());
                Moment::parse(&text).is_some() || Day::parse(&text).is_some()
            })
    }

    fn take(&mut self, file: FileId, line: usize, text: &str) {
        let cells = fields(text);
        let mut names: Vec<_> = cells
            .iter()
            .map(|range| cell::text(text.get(range.clone()).unwrap_or_default()))
            .collect();
        self.width = names.len();
        // Excel leaves unnamed columns after the last one beside a table.
        names.truncate(names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1));
        let index_of = |name: &str| self.columns.iter().position(|column| column.is_named(name));
        // Old Macintosh line ends (CR) turn the whole file into one row.
        let is_one_line = names.iter().any(|name| name.contains('\r'));
        if is_one_line || !names.iter().any(|name| index_of(name).is_some()) {
            self.faults.push(no_header(file, line, text, self.columns));
            return;
        }
        let mut twice = false;
        for (position, name) in names.iter().enumerate() {
            let location = Location::cell(file, line, Some(position));
            let first = index_of(name)
                .and_then(|index| self.slots.iter().position(|slot| *slot == Slot::Known(index)))
                .map(|first| Location::cell(file, line, Some(first)));
            twice |= first.is_some();
            let slot = match index_of(name) {
                _ if name.is_empty() => Slot::Unnamed,
                Some(index) => self.known(index, location, first),
                None => self.unknown(name, location, &names),
            };
            self.slots.push(slot);
        }
        let keys = self
            .slots
            .iter()
            .map(|slot| self.column(*slot).map_or("", |column| column.key.as_str()));
        self.names = keys.map(str::to_owned).collect();
        let missing: Vec<_> =
            self.required().filter(|column| !self.names.contains(&column.key)).collect();
        self.is_readable = missing.is_empty() && !twice;
        let unreported: Vec<_> =
            missing.into_iter().filter(|column| !self.meant.contains(column)).collect();
        if !unreported.is_empty() {
            let fault = SCHEMA.at(Location::cell(file, line, None)).variant("missing-columns");
            self.faults.push(fault.arg("keys", listed(unreported.into_iter())));
        }
    }

    fn known(&mut self, index: usize, location: Location, first: Option<Location>) -> Slot {
        let Some(column) = self.columns.get(index) else {
            return Slot::Ignored;
        };
        if let Some(first) = first {
            let fault = SCHEMA.at(location).variant("duplicate-column").related("first", first);
            self.faults.push(fault.arg("key", column.key.as_str()));
            return Slot::Ignored;
        }
        if column.shape == Shape::Nested {
            self.faults
                .push(SCHEMA.at(location).variant("nested-column").arg("key", column.key.as_str()));
            return Slot::Ignored;
        }
        Slot::Known(index)
    }

    fn unknown(&mut self, name: &str, location: Location, names: &[Cow<'_, str>]) -> Slot {
        let fault = SCHEMA.at(location).arg("key", quoted(name).into_owned());
        let absent =
            self.columns.iter().filter(|column| !names.iter().any(|name| column.is_named(name)));
        let known = absent.flat_map(|column| [column.key.as_str(), column.title.as_str()]);
        let meant = hints::similar(name, known);
        self.meant.extend(
            meant.and_then(|meant| self.columns.iter().find(|column| column.is_named(meant))),
        );
        self.faults.push(match meant {
            Some(meant) => fault.variant("unknown-column-similar").arg("meant", meant),
            None => fault.variant("unknown-column"),
        });
        Slot::Ignored
    }

    fn required(&self) -> impl Iterator<Item = &'c Column> + use<'c> {
        required(self.columns)
    }
}

/// The diagnostic for a row that names no column.
pub(super) fn no_header(file: FileId, line: usize, text: &str, columns: &[Column]) -> Diagnostic {
    let is_name = |name: &str| columns.iter().any(|column| column.is_named(name));
    let hint = hints::for_header(text.as_bytes(), text, is_name);
    let fault = SCHEMA.at(Location::cell(file, line, None)).variant("no-header");
    fault.hint(hint).arg("required", listed(required(columns)))
}

fn required(columns: &[Column]) -> impl Iterator<Item = &Column> {
    columns.iter().filter(|column| column.required)
}

fn listed<'c>(columns: impl Iterator<Item = &'c Column>) -> String {
    let names: Vec<_> =
        columns.map(|column| format!("{}（{}）", column.key, column.title)).collect();
    names.join("、")
}
