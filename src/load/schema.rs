//! The JSON Schema of a record type, prepared to validate parsed files of that kind.
//!
//! In: a parsed file. Out: its values, ready for deserialization, or the location of every
//! mismatch. Editors validate with the same schema, so what they accept can be read.

mod columns;
mod describe;
mod instance;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jsonschema::Validator;
use serde_json::Value;

use super::faults::{LISTED_FAULTS, PLACEHOLDER_LEFT, SCHEMA, SYNTAX};
use crate::diagnostic::Diagnostic;
use crate::model::{Clock24, Day, Format, Kind, Moment, placeholder};
use crate::source::{FileId, Key, Location, Name, Node, Text, Tree};

pub(super) use columns::{Column, Shape};
pub(super) use describe::{Site, quoted};

/// The schema of one kind.
pub(super) struct RecordSchema {
    schema: Value,
    /// True if a file may hold a list of records.
    takes_lists: bool,
    /// The columns that a table of these records can have.
    columns: Vec<Column>,
    /// `None` only if the schema itself is broken, which a test rules out; then only the type
    /// validates.
    validator: Option<Validator>,
}

impl RecordSchema {
    /// Prepares the schema of a kind; `None` if its files are not records.
    pub(super) fn new(kind: &Kind) -> Option<Self> {
        let schema = Value::from((kind.record?.schema)());
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .with_format("weibao-day", |text: &str| Day::parse(text).is_some())
            .with_format("weibao-time", |text: &str| Clock24::parse(text).is_some())
            .with_format("weibao-moment", |text: &str| Moment::parse(text).is_some())
            .build(&schema)
            .ok();
        let columns = columns::of(&schema);
        Some(Self { schema, takes_lists: kind.format == Format::Flat, columns, validator })
    }

    /// True if an empty file is a valid record, because no key is required.
    pub(super) fn may_be_empty(&self) -> bool {
        self.schema.get("required").is_none()
    }

    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Validates each record of a file separately.
    pub(super) fn check(&self, file: FileId, text: &Text) -> Checked {
        let mut checked = Checked::default();
        let root = Location::value(file, Vec::new());
        let Some(tree) = text.tree() else {
            checked.faults.push(SCHEMA.at(Location::file(file)).variant("empty-file"));
            return checked;
        };
        match tree.node() {
            Node::List(items) if self.takes_lists => {
                for (index, item) in items.iter().enumerate() {
                    let location = root.at(index);
                    self.check_record(
                        item,
                        instance::inner(item),
                        location,
                        text.text(),
                        &mut checked,
                    );
                }
            }
            _ => self.check_record(tree, instance::value(tree), root, text.text(), &mut checked),
        }
        checked.count_unlisted(Location::file(file));
        checked
    }

    fn check_record(
        &self,
        tree: &Tree,
        mut value: Value,
        location: Location,
        text: &str,
        checked: &mut Checked,
    ) {
        let mut found = Vec::new();
        note_slips(tree, &location, text, &mut found);
        if let Some(validator) = &self.validator
            && !validator.is_valid(&value)
        {
            instance::take_scalars_as_text(&mut value, tree, text, validator);
            if checked.faults.len() < describe::MOST {
                found.extend(self.faults(&value, &Written { tree, location: &location }));
            } else if !validator.is_valid(&value) {
                checked.unlisted += 1;
                return;
            }
        }
        if found.is_empty() {
            checked.records.push((location, value));
        } else {
            // The record is rejected, so no check will see its texts.
            note_gaps(tree, &location, &mut found);
            checked.faults.extend(found);
        }
    }

    /// Describes why a value does not match the schema.
    pub(super) fn faults(&self, value: &Value, site: &dyn Site) -> Vec<Diagnostic> {
        let errors = self.validator.iter().flat_map(|validator| validator.iter_errors(value));
        describe::faults(errors, site, &self.schema)
    }
}

/// The result of validating a file.
#[derive(Default)]
pub(super) struct Checked {
    /// The valid records, each with its location.
    pub records: Vec<(Location, Value)>,
    /// Faults of the other records.
    pub faults: Vec<Diagnostic>,
    unlisted: usize,
}

impl Checked {
    /// At most [`LISTED_FAULTS`] faults per file are listed; the rest are counted.
    fn count_unlisted(&mut self, location: Location) {
        let more = self.faults.len().saturating_sub(LISTED_FAULTS) + self.unlisted;
        if more > 0 {
            self.faults.truncate(LISTED_FAULTS);
            self.faults.push(SCHEMA.at(location).variant("more-faults").arg("count", more));
        }
    }
}

/// A record as written in YAML.
struct Written<'w> {
    tree: &'w Tree,
    location: &'w Location,
}

impl Site for Written<'_> {
    fn location(&self, path: &[Key]) -> Location {
        path.iter().fold(self.location.clone(), |location, key| location.at(key.clone()))
    }

    /// A key that is present without a value is reported as empty, not as missing.
    fn missing(&self, path: &[Key], key: &str) -> Diagnostic {
        let location = self.location(path);
        let written = self.tree.find(path).is_some_and(|parent| match parent.node() {
            Node::Map(pairs) => pairs.iter().any(|(name, _)| name.text() == key),
            _ => false,
        });
        if written {
            SCHEMA.at(location.at(key).name()).variant("empty").arg("key", key)
        } else {
            SCHEMA.at(location).variant("missing-key").arg("key", key)
        }
    }
}

/// Adds faults that the JSON value no longer shows: duplicate keys and control characters.
fn note_slips(tree: &Tree, location: &Location, text: &str, found: &mut Vec<Diagnostic>) {
    match tree.node() {
        Node::Map(pairs) => {
            let mut seen: HashMap<&str, &Name> = HashMap::new();
            for (name, value) in pairs {
                match seen.entry(name.text()) {
                    Entry::Occupied(first) => {
                        found.push(given_twice(location, name, first.get(), text));
                    }
                    Entry::Vacant(vacant) => {
                        vacant.insert(name);
                        note_slips(value, &location.at(name.text()), text, found);
                    }
                }
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                note_slips(item, &location.at(Key::Index(index)), text, found);
            }
        }
        Node::Text(value) if value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) => {
            found.push(SCHEMA.at(location.clone()).variant("control-character"));
        }
        _ => {}
    }
}

/// Adds texts with placeholders, if no other fault was found.
fn note_gaps(tree: &Tree, location: &Location, found: &mut Vec<Diagnostic>) {
    match tree.node() {
        Node::Map(pairs) => {
            pairs
                .iter()
                .for_each(|(name, value)| note_gaps(value, &location.at(name.text()), found));
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                note_gaps(item, &location.at(Key::Index(index)), found);
            }
        }
        Node::Text(text) => {
            let mark = placeholder(text)
                .filter(|_| found.iter().all(|diagnostic| diagnostic.location != *location));
            found.extend(mark.map(|mark| PLACEHOLDER_LEFT.at(location.clone()).arg("mark", mark)));
        }
        _ => {}
    }
}

fn given_twice(location: &Location, again: &Name, first: &Name, text: &str) -> Diagnostic {
    let first = Location::bytes(location.file, first.range(text));
    let again_at = Location::bytes(location.file, again.range(text));
    SYNTAX.at(again_at).variant("duplicate-key").related("first", first).arg("key", again.text())
}
