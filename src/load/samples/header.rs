//! The header of a probe file.
//!
//! In: its first line. Out: where each column stands, or what is wrong with the header. Columns may come in any order, named by
//! key or by Chinese title.

use crate::diagnostic::Diagnostic;
use crate::load::encoding::Line;
use crate::load::faults::SCHEMA;
use crate::load::hints;
use crate::model::PROBE_COLUMNS;
use crate::source::{FileId, Location};

/// More columns than this are no probe file.
pub(super) const MOST_COLUMNS: usize = 16;

/// Where each of [`PROBE_COLUMNS`] stands in this file; all below [`MOST_COLUMNS`].
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

/// What a header came to.
pub(super) struct Header {
    /// The columns, if rows can be read.
    pub(super) columns: Option<Columns>,
    /// What is wrong with it.
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads a header.
pub(super) fn read(file: FileId, line: Line<'_>, text: &str) -> Header {
    let names: Vec<_> = text.split(',').map(|name| name.trim().trim_matches('"').trim()).collect();
    let known: Vec<_> = names.iter().map(|name| column_of(name)).collect();
    if known.iter().all(Option::is_none) || names.len() > MOST_COLUMNS || text.contains('\r') {
        let fault = SCHEMA.at(Location::cell(file, line.number, None)).variant("no-header");
        return Header {
            columns: None,
            faults: vec![
                fault.hint(hints::for_header(line.bytes, text, |name| column_of(name).is_some())),
            ],
        };
    }
    let find = |column: usize| known.iter().position(|known| *known == Some(column));
    let mut faults = Vec::new();
    let mut missing: Vec<_> =
        (0..PROBE_COLUMNS.len()).filter(|column| find(*column).is_none()).collect();
    for (index, name) in names.iter().enumerate() {
        let location = Location::cell(file, line.number, Some(index));
        let twice = known
            .iter()
            .take(index)
            .any(|before| before.is_some() && known.get(index) == Some(before));
        match known.get(index) {
            Some(Some(_)) if twice => {
                faults.push(SCHEMA.at(location).variant("duplicate-column").arg("key", *name));
            }
            // A column without a name is what Excel leaves behind a table.
            Some(Some(_)) => {}
            _ if name.is_empty() => {}
            _ => faults.push(unknown(location, name, &mut missing)),
        }
    }
    for column in &missing {
        let key = PROBE_COLUMNS.get(*column).map_or("", |(key, _)| key);
        let location = Location::cell(file, line.number, None);
        faults.push(SCHEMA.at(location).variant("missing-column").arg("key", key));
    }
    let doubled = faults.iter().any(|fault| fault.variant == Some("duplicate-column"));
    Header { columns: if doubled { None } else { columns(find, names.len()) }, faults }
}

fn columns(find: impl Fn(usize) -> Option<usize>, count: usize) -> Option<Columns> {
    find(6)?;
    Some(Columns {
        at: find(0)?,
        asset: find(1)?,
        metric: find(2)?,
        object: find(3)?,
        value: find(4)?,
        unit: find(5)?,
        count,
    })
}

fn column_of(name: &str) -> Option<usize> {
    PROBE_COLUMNS.iter().position(|(key, title)| name.eq_ignore_ascii_case(key) || name == *title)
}

/// A column nobody reads. If it is probably a missing one, that is not missing besides.
fn unknown(location: Location, name: &str, missing: &mut Vec<usize>) -> Diagnostic {
    let fault = SCHEMA.at(location).arg("key", name);
    let keys = missing.iter().filter_map(|column| PROBE_COLUMNS.get(*column)).map(|(key, _)| *key);
    let Some(meant) = hints::similar(name, keys) else {
        return fault.variant("unknown-column");
    };
    missing.retain(|column| column_of(meant) != Some(*column));
    fault.variant("unknown-column-similar").arg("meant", meant)
}
