//! One file of records: from bytes to records ready for the book.
//!
//! In: a file and the form of its kind. Out: its good records, each of its own type, and a diagnostic for each fault of the
//! others. Examining touches nothing but the file, so files are examined in parallel; shelving is done in order.

use serde_json::Value;
use serde_path_to_error::{Segment, Track};

use super::faults::{ENCODING, PLACEHOLDER_LEFT, SCHEMA, UNREADABLE_FILE};
use super::schema::{Checked, RecordSchema};
use super::walk::Entry;
use super::{hints, markdown, syntax, table};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Format, Insert};
use crate::source::{
    DecodeFault, Encoding, Files, Key, Location, Node, Text, decode, ending, parse_tree,
};

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

/// Reads a file.
pub(super) fn examine(entry: &Entry, files: &Files, schema: &RecordSchema) -> ParsedFile {
    let bytes = match files.read(entry.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let fault =
                UNREADABLE_FILE.at(Location::file(entry.file)).arg("reason", error.to_string());
            return ParsedFile::refused(vec![fault]);
        }
    };
    match (entry.kind.format, ending(&entry.path).as_str()) {
        (Format::Flat, "csv") => return table::read(entry, &bytes, schema),
        (Format::Flat, "xlsx") => return table::read_workbook(entry, &bytes, schema),
        _ => {}
    }
    match decode(&bytes, false) {
        Err(fault) => ParsedFile::refused(vec![undecodable(entry, &bytes, fault)]),
        Ok((text, _)) if entry.kind.format == Format::Markdown => {
            markdown::read(entry, text, schema)
        }
        Ok((text, _)) => read_yaml(entry, text, schema),
    }
}

fn read_yaml(entry: &Entry, text: String, schema: &RecordSchema) -> ParsedFile {
    let tree = match parse_tree(&text) {
        Ok(tree) => tree,
        Err(fault) => return ParsedFile::refused(syntax::faults(entry, &text, fault, schema)),
    };
    if *tree.node() == Node::Null && !schema.may_be_empty() {
        return ParsedFile::refused(vec![
            SCHEMA.at(Location::file(entry.file)).variant("empty-file"),
        ]);
    }
    take(entry, schema.check(entry.file, &Text::with_tree(text, Some(tree))))
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
    let Some(read) = entry.kind.read else {
        return Ok(None);
    };
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let insert = read(&mut <dyn erased_serde::Deserializer<'_>>::erase(tracked), location.clone());
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

/// Reports the byte at which a text stops being one.
fn undecodable(entry: &Entry, bytes: &[u8], fault: DecodeFault) -> Diagnostic {
    let legacy = matches!(decode(bytes, true), Ok((_, Encoding::Gb18030)));
    let hint = if legacy { Some("hint-save-as-utf8") } else { hints::for_bytes(bytes) };
    ENCODING
        .at(Location::raw(entry.file, fault.offset))
        .hint(hint)
        .arg("offset", fault.offset)
        .arg("line", fault.line)
        .arg("byte", format!("0x{:02X}", fault.byte))
}
