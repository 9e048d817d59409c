//! One row of a table: from text to a record.
//!
//! In: a row. Out: its record, read without detours; or, on a second look, every fault of the row. This is a hot path: a hundred
//! thousand rows pass here, and all but a few are good.

use std::borrow::Cow;

use erased_serde::Deserializer;
use serde::de::value::{Error, MapDeserializer};
use serde_json::{Map, Value};

use super::cell::{self, Cell};
use super::rows::Row;
use crate::diagnostic::Diagnostic;
use crate::load::faults::SCHEMA;
use crate::load::header::{Header, Slot};
use crate::load::schema::{Column, RecordSchema, Shape, Site};
use crate::load::walk::Entry;
use crate::model::Insert;
use crate::source::{Key, Location, fields};

/// What reading a row came to.
pub(super) enum Outcome {
    /// A record.
    Read(Insert),
    /// Nothing stands there, or nothing more is to be said of it.
    Nothing,
    /// Something is wrong.
    Refused,
}

/// What is needed to read the rows of a file.
pub(super) struct Rows<'a> {
    pub entry: &'a Entry,
    pub header: &'a Header<'a>,
    /// The sheet of a workbook on which they stand, from zero.
    sheet: usize,
    schema: &'a RecordSchema,
    /// The columns of the file that no row may leave empty.
    required: Vec<usize>,
}

impl<'a> Rows<'a> {
    /// Prepares the reading of a file.
    pub(super) fn new(
        entry: &'a Entry,
        header: &'a Header<'a>,
        sheet: usize,
        schema: &'a RecordSchema,
    ) -> Self {
        let slots = header.slots.iter().enumerate();
        let is_required = |slot: Slot| header.column(slot).is_some_and(|column| column.required);
        let required =
            slots.filter(|(_, slot)| is_required(**slot)).map(|(position, _)| position).collect();
        Self { entry, header, sheet, schema, required }
    }

    /// Reads a row straight into its type.
    pub(super) fn read(&self, row: Row<'_>) -> Outcome {
        let cells = cells(row.text);
        if cells.iter().all(|text| text.is_empty()) {
            return Outcome::Nothing;
        }
        let is_empty = |position: &usize| cells.get(*position).is_none_or(|text| text.is_empty());
        let strayed = || self.given(&cells).any(|(_, _, text)| cell::stray(text).is_some());
        if cell::may_be_stray(row.text) && strayed() {
            return Outcome::Refused;
        }
        if self.required.iter().any(is_empty) || self.stands_outside(&cells).is_some() {
            return Outcome::Refused;
        }
        match (self.entry.kind.record, self.deserialized(row, &cells)) {
            (None, _) => Outcome::Nothing,
            (_, Some(Ok(insert))) => Outcome::Read(insert),
            (_, Some(Err(_)) | None) => Outcome::Refused,
        }
    }

    fn deserialized(
        &self,
        row: Row<'_>,
        cells: &[Cow<'_, str>],
    ) -> Option<Result<Insert, erased_serde::Error>> {
        let record = self.entry.kind.record?;
        let given = self
            .given(cells)
            .map(|(_, column, text)| (column.key.as_str(), Cell { text, shape: column.shape }));
        let map: MapDeserializer<'_, _, Error> = MapDeserializer::new(given);
        let mut from = <dyn Deserializer<'_>>::erase(map);
        Some((record.read)(self.entry.kind.id, &mut from, self.location(row)))
    }

    /// Every fault of a row that was refused.
    pub(super) fn faults(&self, row: Row<'_>) -> Vec<Diagnostic> {
        let cells = cells(row.text);
        if let Some((position, is_surplus)) = self.stands_outside(&cells) {
            let fault = SCHEMA.at(self.cell(row, position));
            if !is_surplus {
                return vec![fault.variant("unnamed-column")];
            }
            let count = cells.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1);
            let fault = fault.variant("wrong-count").arg("count", count);
            return vec![fault.arg("expected", self.header.slots.len())];
        }
        let mut faults = Vec::new();
        for (position, _, text) in self.given(&cells) {
            if let Some(stray) = cell::stray(text) {
                let fault = SCHEMA.at(self.cell(row, position));
                let hint = (stray == '\r').then_some("hint-line-ends");
                faults.push(fault.variant("control-character").hint(hint));
            }
        }
        let site = RowSite { location: self.location(row) };
        faults.extend(self.schema.faults(&self.value(&cells), &site));
        if faults.is_empty()
            && let Some(Err(error)) = self.deserialized(row, &cells)
        {
            faults.push(SCHEMA.at(site.location).variant("other").arg("reason", error.to_string()));
        }
        faults
    }

    /// A cell of a row, by its position from zero.
    pub(super) fn cell(&self, row: Row<'_>, position: usize) -> Location {
        Location::cell(self.entry.file, row.line, Some(position)).on_sheet(self.sheet)
    }

    fn location(&self, row: Row<'_>) -> Location {
        Location::row(self.entry.file, row.line, self.header.names.clone()).on_sheet(self.sheet)
    }

    /// The cells that hold something and are read.
    fn given<'t>(
        &self,
        cells: &'t [Cow<'_, str>],
    ) -> impl Iterator<Item = (usize, &'a Column, &'t str)> {
        let named = self.header.slots.iter().zip(cells).enumerate();
        named.filter_map(|(position, (slot, text))| {
            let column = self.header.column(*slot)?;
            let is_empty = text.is_empty()
                || (column.shape == Shape::List && cell::items(text).next().is_none());
            (!is_empty).then_some((position, column, &**text))
        })
    }

    /// The first cell that holds something though no column is there; and whether it lies behind the last column.
    fn stands_outside(&self, cells: &[Cow<'_, str>]) -> Option<(usize, bool)> {
        cells.iter().enumerate().find_map(|(position, text)| {
            match self.header.slots.get(position) {
                Some(Slot::Unnamed) if !text.is_empty() => Some((position, false)),
                None if !text.is_empty() => Some((position, true)),
                _ => None,
            }
        })
    }

    /// The row as the schema checks it.
    fn value(&self, cells: &[Cow<'_, str>]) -> Value {
        let given = self.given(cells).map(|(_, column, text)| {
            let value = match column.shape {
                Shape::List => cell::items(text).map(Value::from).collect(),
                Shape::Text | Shape::Nested => Value::from(text),
            };
            (column.key.clone(), value)
        });
        Value::Object(given.collect::<Map<_, _>>())
    }
}

/// A record as a row writes it.
struct RowSite {
    location: Location,
}

impl Site for RowSite {
    fn location(&self, path: &[Key]) -> Location {
        path.iter().fold(self.location.clone(), |location, key| location.at(key.clone()))
    }

    fn missing(&self, _: &[Key], key: &str) -> Diagnostic {
        SCHEMA.at(self.location.at(key)).variant("empty-cell").arg("key", key)
    }
}

/// What the cells of a row say.
fn cells(row: &str) -> Vec<Cow<'_, str>> {
    if memchr::memchr(b'"', row.as_bytes()).is_none() {
        return row.split(',').map(|cell| Cow::Borrowed(cell.trim())).collect();
    }
    let ranges = fields(row).into_iter();
    ranges.map(|range| cell::text(row.get(range).unwrap_or_default())).collect()
}
