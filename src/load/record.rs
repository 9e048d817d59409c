//! One YAML file: from bytes to a record in the book.
//!
//! In: a file and the form of its kind. Out: a value of that form, ready for its type, or a diagnostic for each of its
//! faults. Examining touches nothing but the file, so files are examined in parallel; shelving is done in order.

use serde_json::Value;
use serde_path_to_error::{Segment, Track};

use super::faults::{ENCODING, SCHEMA, UNREADABLE_FILE};
use super::form::Form;
use super::walk::Entry;
use super::{hints, syntax};
use crate::diagnostic::Diagnostic;
use crate::model::Book;
use crate::source::{DecodeFault, Encoding, Files, Key, Node, Place, Text, decode, parse_tree};

/// Reads a file as far as its form goes.
///
/// # Errors
/// Every fault found; at least one.
pub(super) fn examine(entry: &Entry, files: &Files, form: &Form) -> Result<Value, Vec<Diagnostic>> {
    let place = Place::file(entry.file);
    let bytes = files
        .read(entry.file)
        .map_err(|error| vec![UNREADABLE_FILE.at(place.clone()).arg("reason", error.to_string())])?;
    let (text, _) = decode(&bytes, false).map_err(|fault| vec![undecodable(entry, &bytes, fault)])?;
    let tree = match parse_tree(&text) {
        Ok(tree) => tree,
        Err(fault) => return Err(syntax::faults(entry, &text, fault, form)),
    };
    if *tree.node() == Node::Null && !form.may_be_empty() {
        return Err(vec![SCHEMA.at(place).variant("empty-file")]);
    }
    let text = Text::with_tree(text, Some(tree));
    form.check(entry, &text)
}

/// Puts an examined file into the book.
///
/// # Errors
/// What the type refuses although the form allows it: its own words must do.
pub(super) fn shelve(entry: &Entry, value: &Value, book: &mut Book) -> Result<(), Vec<Diagnostic>> {
    let Some(read) = entry.kind.read else {
        return Ok(());
    };
    let root = Place::value(entry.file, Vec::new());
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(value, &mut track);
    let shelving = read(&mut <dyn erased_serde::Deserializer<'_>>::erase(tracked), root);
    match shelving {
        Ok(shelving) => {
            shelving(book);
            Ok(())
        }
        Err(error) => {
            let place = Place::value(entry.file, keys(&track.path()));
            Err(vec![SCHEMA.at(place).variant("other").arg("reason", error.to_string())])
        }
    }
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
