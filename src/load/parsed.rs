//! What a file came to, and how values become records.
//!
//! In: values that have the form of their kind. Out: [`ParsedFile`]. Below the reader of files,
//! because tables and Markdown end here, too.

use serde_json::Value;
use serde_path_to_error::{Segment, Track};

use super::faults::{PLACEHOLDER_LEFT, SCHEMA};
use super::schema::Checked;
use super::walk::Entry;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Insert;
use crate::source::{Key, Location};

/// What a file came to.
#[derive(Default)]
pub(super) struct ParsedFile {
    /// Its good records, in the order written.
    pub inserts: Vec<Insert>,
    /// What is wrong with the others.
    pub faults: Vec<Diagnostic>,
}

impl ParsedFile {
    /// A file of which nothing could be read.
    pub(super) fn refused(faults: Vec<Diagnostic>) -> Self {
        Self { inserts: Vec::new(), faults }
    }

    /// True if a record is left out.
    pub(super) fn is_faulty(&self) -> bool {
        self.errors().next().is_some()
    }

    /// True if nothing is wrong but gaps that are still to be filled in.
    pub(super) fn is_unfinished(&self) -> bool {
        self.errors().all(|fault| fault.rule == PLACEHOLDER_LEFT)
    }

    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.faults.iter().filter(|fault| fault.rule.severity == Severity::Error)
    }
}

/// Reads the records that have the form into their types.
pub(super) fn take(entry: &Entry, checked: Checked) -> ParsedFile {
    let mut parsed = ParsedFile::refused(checked.faults);
    for (location, value) in &checked.records {
        match read_value(entry, value, location) {
            Ok(insert) => parsed.inserts.extend(insert),
            Err(fault) => parsed.faults.push(*fault),
        }
    }
    parsed
}

/// What the type refuses although the form allows it: its own words must do.
fn read_value(
    entry: &Entry,
    value: &Value,
    location: &Location,
) -> Result<Option<Insert>, Box<Diagnostic>> {
    let Some(record) = entry.kind.record else {
        return Ok(None);
    };
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let mut from = <dyn erased_serde::Deserializer<'_>>::erase(tracked);
    let insert = (record.read)(entry.kind.id, &mut from, location.clone());
    insert.map(Some).map_err(|error| {
        let location = keys(&track.path())
            .into_iter()
            .fold(location.clone(), |location, key| location.at(key));
        Box::new(SCHEMA.at(location).variant("other").arg("reason", error.to_string()))
    })
}

fn keys(path: &serde_path_to_error::Path) -> Vec<Key> {
    let steps = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(Key::Index(*index)),
        Segment::Map { key } | Segment::Enum { variant: key } => Some(Key::Name(key.clone())),
        Segment::Unknown => None,
    });
    steps.collect()
}
