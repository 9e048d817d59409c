//! The columns of a probe file.
//!
//! In: the first line. Out: the position of each column, or what is wrong with the header. Every
//! fault shows the expected header, because no other columns are allowed.

use crate::diagnostic::Diagnostic;
use crate::load::header::{self, Header, Slot};
use crate::load::schema::Column;
use crate::model::PROBE_COLUMNS;
use crate::source::FileId;

/// A file with more columns is not a probe file.
pub(super) const MOST_COLUMNS: usize = 16;

/// The position of each of [`PROBE_COLUMNS`] in this file; all are below [`MOST_COLUMNS`].
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) at: usize,
    pub(super) asset: usize,
    pub(super) metric: usize,
    pub(super) object: usize,
    pub(super) value: usize,
    pub(super) unit: usize,
    pub(super) count: usize,
}

/// Parses the header row, given as line number and text. A file without rows has none.
pub(super) fn read(
    file: FileId,
    row: Option<(usize, &str)>,
) -> (Option<Columns>, impl Iterator<Item = Diagnostic>) {
    let columns = PROBE_COLUMNS.map(|(key, title)| Column::fixed(key, title));
    let mut header = Header::read(file, row, &columns);
    let found = header.is_readable().then(|| places(&header)).flatten();
    if let Some((line, text)) = row.filter(|_| header.width > MOST_COLUMNS) {
        header.faults = vec![header::no_header(file, line, text, &columns)];
    }
    let found = found.filter(|columns| columns.count <= MOST_COLUMNS);
    (found, header.faults.into_iter().map(|fault| fault.hint("hint-probe-header")))
}

fn places(header: &Header<'_>) -> Option<Columns> {
    let find = |column: usize| header.slots.iter().position(|slot| *slot == Slot::Known(column));
    Some(Columns {
        at: find(0)?,
        asset: find(1)?,
        metric: find(2)?,
        object: find(3)?,
        value: find(4)?,
        unit: find(5)?,
        count: header.width,
    })
}
