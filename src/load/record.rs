//! Reads one file of records: from bytes to records ready to be inserted.
//!
//! In: a file and the schema of its kind. Out: its valid records, each in its own type, and a
//! diagnostic for each fault of the others. Parsing depends on nothing but the file, so files are
//! parsed in parallel; records are inserted in order.

use super::faults::{ENCODING, SCHEMA, UNREADABLE_FILE};
use super::parsed::{ParsedFile, take};
use super::schema::RecordSchema;
use super::walk::Entry;
use super::{hints, markdown, syntax, table};
use crate::diagnostic::Diagnostic;
use crate::model::Format;
use crate::source::{
    DecodeFault, Encoding, Files, Location, Node, Text, decode, ending, parse_tree,
};

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

/// Reports the byte at which decoding fails.
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
