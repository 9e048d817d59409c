//! Reads one Markdown file: the front matter is the record, and the body is one of its values.
//!
//! In: a text. Out: the record, or a diagnostic for each fault. The front matter is validated like
//! any YAML record, at its position in the file, so that line and column numbers are those of the
//! file.

use serde_json::Value;

use super::faults::{PLACEHOLDER_LEFT, SCHEMA};
use super::parsed::{self, ParsedFile};
use super::schema::RecordSchema;
use super::syntax;
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::placeholder;
use crate::source::{BODY_KEY, Location, NoFront, Node, Parts, Text, parse_front};

pub(super) fn read(entry: &Entry, text: String, schema: &RecordSchema) -> ParsedFile {
    let parts = match Parts::of(&text) {
        Ok(parts) => parts,
        Err(fault) => return ParsedFile::refused(vec![without_front(entry, &text, fault)]),
    };
    let in_body = body_fault(entry, &text, &parts);
    let gap = gap(entry, &text, &parts);
    let body = text.get(parts.body.clone()).unwrap_or_default().trim();
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let mut parsed = match parse_front(&text, &parts) {
        Err(fault) => {
            let front = parts.front_in_place(&text);
            ParsedFile::refused(syntax::faults(entry, &front, fault, schema))
        }
        Ok(tree) if *tree.node() == Node::Null => {
            let location = Location::bytes(entry.file, parts.fence.clone());
            ParsedFile::refused(vec![SCHEMA.at(location).variant("empty-front")])
        }
        Ok(tree) => {
            let mut checked = schema.check(entry.file, &Text::with_tree(text, Some(tree)));
            for (_, value) in &mut checked.records {
                if let Value::Object(map) = value {
                    map.insert(BODY_KEY.to_owned(), Value::String(body.clone()));
                }
            }
            parsed::take(entry, checked)
        }
    };
    // If the entry is rejected, no check sees its answer.
    if in_body.is_none() && parsed.is_faulty() {
        parsed.faults.extend(gap);
    }
    if let Some(fault) = in_body {
        parsed.inserts.clear();
        parsed.faults.push(fault);
    }
    parsed
}

/// The first line of the body that still holds a placeholder.
fn gap(entry: &Entry, text: &str, parts: &Parts) -> Option<Diagnostic> {
    let body = text.get(parts.body.clone()).unwrap_or_default();
    let mark = placeholder(body)?;
    let at = parts.body.start + body.find(mark)?;
    Some(PLACEHOLDER_LEFT.at(Location::bytes(entry.file, at..at + mark.len())).arg("mark", mark))
}

fn without_front(entry: &Entry, text: &str, fault: NoFront) -> Diagnostic {
    let first = text.lines().next().unwrap_or_default().trim_end();
    let fault = match fault {
        NoFront::Missing if text.trim().is_empty() => {
            return SCHEMA.at(Location::file(entry.file)).variant("empty-file");
        }
        NoFront::Missing => {
            SCHEMA.at(Location::bytes(entry.file, 0..first.len())).variant("no-front")
        }
        NoFront::Open => {
            SCHEMA.at(Location::bytes(entry.file, 0..first.len())).variant("open-front")
        }
    };
    let old_line_ends = first.trim_end().contains('\r');
    fault.hint(old_line_ends.then_some("hint-line-ends"))
}

/// The fault of the body: it is empty, or it contains invisible characters.
fn body_fault(entry: &Entry, text: &str, parts: &Parts) -> Option<Diagnostic> {
    let body = text.get(parts.body.clone()).unwrap_or_default();
    if body.trim().is_empty() {
        return Some(
            SCHEMA.at(Location::bytes(entry.file, parts.fence.clone())).variant("empty-body"),
        );
    }
    let is_stray = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let (at, stray) = body.char_indices().find(|(_, c)| is_stray(*c))?;
    let start = parts.body.start + at;
    let location = Location::bytes(entry.file, start..start + stray.len_utf8());
    Some(SCHEMA.at(location).variant("control-character"))
}
