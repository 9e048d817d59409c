//! One file of records: from bytes to records ready for the book.
//!
//! In: a file and the form of its kind. Out: its good records, each of its own type, and a diagnostic for each fault of the
//! others. Examining touches nothing but the file, so files are examined in parallel; shelving is done in order.

use serde_json::Value;
use serde_path_to_error::{Segment, Track};

use super::faults::{ENCODING, PLACEHOLDER_LEFT, SCHEMA, UNREADABLE_FILE};
use super::form::{Checked, Form};
use super::walk::{Entry, ending};
use super::{hints, markdown, syntax, table};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Format, Shelving};
use crate::source::{DecodeFault, Encoding, Files, Key, Node, Place, Text, decode, parse_tree};

/// What a file came to.
#[derive(Default)]
pub(super) struct Examined {
    /// Its good records, in the order written.
    pub shelvings: Vec<Shelving>,
    /// What is wrong with the others.
    pub faults: Vec<Diagnostic>,
}

impl Examined {
    /// A file of which nothing could be read.
    pub(super) fn refused(faults: Vec<Diagnostic>) -> Self {
        Self { shelvings: Vec::new(), faults }
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
pub(super) fn examine(entry: &Entry, files: &Files, form: &Form) -> Examined {
    let bytes = match files.read(entry.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let fault =
                UNREADABLE_FILE.at(Place::file(entry.file)).arg("reason", error.to_string());
            return Examined::refused(vec![fault]);
        }
    };
    match (entry.kind.format, ending(&entry.path).as_str()) {
        (Format::Flat, "csv") => return table::read(entry, &bytes, form),
        (Format::Flat, "xlsx") => return table::read_workbook(entry, &bytes, form),
        _ => {}
    }
    match decode(&bytes, false) {
        Err(fault) => Examined::refused(vec![undecodable(entry, &bytes, fault)]),
        Ok((text, _)) if entry.kind.format == Format::Markdown => markdown::read(entry, text, form),
        Ok((text, _)) => read_yaml(entry, text, form),
    }
}

fn read_yaml(entry: &Entry, text: String, form: &Form) -> Examined {
    let tree = match parse_tree(&text) {
        Ok(tree) => tree,
        Err(fault) => return Examined::refused(syntax::faults(entry, &text, fault, form)),
    };
    if *tree.node() == Node::Null && !form.may_be_empty() {
        return Examined::refused(vec![SCHEMA.at(Place::file(entry.file)).variant("empty-file")]);
    }
    take(entry, form.check(entry.file, &Text::with_tree(text, Some(tree))))
}

/// Reads the records that have the form into their types.
pub(super) fn take(entry: &Entry, checked: Checked) -> Examined {
    let mut examined = Examined::refused(checked.faults);
    for (place, value) in &checked.records {
        match read_value(entry, value, place) {
            Ok(shelving) => examined.shelvings.extend(shelving),
            Err(fault) => examined.faults.push(*fault),
        }
    }
    examined
}

/// What the type refuses although the form allows it: its own words must do.
fn read_value(
    entry: &Entry,
    value: &Value,
    place: &Place,
) -> Result<Option<Shelving>, Box<Diagnostic>> {
    let Some(read) = entry.kind.read else {
        return Ok(None);
    };
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let shelving = read(&mut <dyn erased_serde::Deserializer<'_>>::erase(tracked), place.clone());
    shelving.map(Some).map_err(|error| {
        let place = keys(&track.path()).into_iter().fold(place.clone(), |place, key| place.at(key));
        Box::new(SCHEMA.at(place).variant("other").arg("reason", error.to_string()))
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
        .at(Place::raw(entry.file, fault.offset))
        .hint(hint)
        .arg("offset", fault.offset)
        .arg("line", fault.line)
        .arg("byte", format!("0x{:02X}", fault.byte))
}
