//! The form that the files of a kind have: the JSON Schema of the record type, ready to check trees.
//!
//! In: a parsed file. Out: its value, ready for the type, or every place at which it does not have the form. Editors check
//! with the same schema, so that what they accept is what is read.

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
use crate::source::{FileId, Key, Name, Node, Place, Text, Tree};

pub(super) use columns::{Column, Shape};
pub(super) use describe::{Site, quoted};

/// The form of one kind.
pub(super) struct Form {
    schema: Value,
    /// A file may hold a list of records.
    takes_lists: bool,
    /// What a table of such records can have columns for.
    columns: Vec<Column>,
    /// Missing only if the schema itself is broken, which a test forbids; the type judges then.
    validator: Option<Validator>,
}

impl Form {
    /// Prepares the form of a kind; `None` where files are no records.
    pub(super) fn new(kind: &Kind) -> Option<Self> {
        let schema = Value::from(kind.schema?());
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

    /// Whether a file without any value is a record: where no key is required.
    pub(super) fn may_be_empty(&self) -> bool {
        self.schema.get("required").is_none()
    }

    /// What a table of such records can have columns for.
    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Checks a file: every record of it on its own.
    pub(super) fn check(&self, file: FileId, text: &Text) -> Checked {
        let mut checked = Checked::default();
        let root = Place::value(file, Vec::new());
        let Some(tree) = text.tree() else {
            checked.faults.push(SCHEMA.at(Place::file(file)).variant("empty-file"));
            return checked;
        };
        match tree.node() {
            Node::List(items) if self.takes_lists => {
                for (index, item) in items.iter().enumerate() {
                    let place = root.at(index);
                    self.check_record(
                        item,
                        instance::inner(item),
                        place,
                        text.text(),
                        &mut checked,
                    );
                }
            }
            _ => self.check_record(tree, instance::value(tree), root, text.text(), &mut checked),
        }
        checked.count_unlisted(Place::file(file));
        checked
    }

    fn check_record(
        &self,
        tree: &Tree,
        mut value: Value,
        place: Place,
        text: &str,
        checked: &mut Checked,
    ) {
        let mut found = Vec::new();
        note_slips(tree, &place, text, &mut found);
        if let Some(validator) = &self.validator
            && !validator.is_valid(&value)
        {
            instance::take_scalars_as_text(&mut value, tree, text, validator);
            if checked.faults.len() < describe::MOST {
                found.extend(self.faults(&value, &Written { tree, place: &place }));
            } else if !validator.is_valid(&value) {
                checked.unlisted += 1;
                return;
            }
        }
        if found.is_empty() {
            checked.records.push((place, value));
        } else {
            // The record is left out, and no check will see its texts.
            note_gaps(tree, &place, &mut found);
            checked.faults.extend(found);
        }
    }

    /// Describes what is wrong with a value that does not have the form.
    pub(super) fn faults(&self, value: &Value, site: &dyn Site) -> Vec<Diagnostic> {
        let errors = self.validator.iter().flat_map(|validator| validator.iter_errors(value));
        describe::faults(errors, site, &self.schema)
    }
}

/// What checking a file came to.
#[derive(Default)]
pub(super) struct Checked {
    /// The records that have the form, each where it stands.
    pub records: Vec<(Place, Value)>,
    /// What is wrong with the others.
    pub faults: Vec<Diagnostic>,
    unlisted: usize,
}

impl Checked {
    /// So many faults of a file are listed; the rest are counted.
    fn count_unlisted(&mut self, place: Place) {
        let more = self.faults.len().saturating_sub(LISTED_FAULTS) + self.unlisted;
        if more > 0 {
            self.faults.truncate(LISTED_FAULTS);
            self.faults.push(SCHEMA.at(place).variant("more-faults").arg("count", more));
        }
    }
}

/// A record as it is written in YAML.
struct Written<'w> {
    tree: &'w Tree,
    place: &'w Place,
}

impl Site for Written<'_> {
    fn place(&self, path: &[Key]) -> Place {
        path.iter().fold(self.place.clone(), |place, key| place.at(key.clone()))
    }

    /// A key that stands there without a value is not missing but empty.
    fn missing(&self, path: &[Key], key: &str) -> Diagnostic {
        let place = self.place(path);
        let written = self.tree.find(path).is_some_and(|parent| match parent.node() {
            Node::Map(pairs) => pairs.iter().any(|(name, _)| name.text() == key),
            _ => false,
        });
        if written {
            SCHEMA.at(place.at(key).name()).variant("empty").arg("key", key)
        } else {
            SCHEMA.at(place).variant("missing-key").arg("key", key)
        }
    }
}

/// Faults that a JSON value no longer shows: keys given twice, and control characters.
fn note_slips(tree: &Tree, place: &Place, text: &str, found: &mut Vec<Diagnostic>) {
    match tree.node() {
        Node::Map(pairs) => {
            let mut seen: HashMap<&str, &Name> = HashMap::new();
            for (name, value) in pairs {
                match seen.entry(name.text()) {
                    Entry::Occupied(first) => {
                        found.push(given_twice(place, name, first.get(), text))
                    }
                    Entry::Vacant(vacant) => {
                        vacant.insert(name);
                        note_slips(value, &place.at(name.text()), text, found);
                    }
                }
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                note_slips(item, &place.at(Key::Index(index)), text, found);
            }
        }
        Node::Text(value) if value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) => {
            found.push(SCHEMA.at(place.clone()).variant("control-character"));
        }
        _ => {}
    }
}

/// Texts still to be filled in, where no other fault was found.
fn note_gaps(tree: &Tree, place: &Place, found: &mut Vec<Diagnostic>) {
    match tree.node() {
        Node::Map(pairs) => {
            pairs.iter().for_each(|(name, value)| note_gaps(value, &place.at(name.text()), found));
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                note_gaps(item, &place.at(Key::Index(index)), found);
            }
        }
        Node::Text(text) => {
            let mark = placeholder(text).filter(|_| found.iter().all(|said| said.place != *place));
            found.extend(mark.map(|mark| PLACEHOLDER_LEFT.at(place.clone()).arg("mark", mark)));
        }
        _ => {}
    }
}

fn given_twice(place: &Place, again: &Name, first: &Name, text: &str) -> Diagnostic {
    let first = Place::bytes(place.file, first.range(text));
    let again_at = Place::bytes(place.file, again.range(text));
    SYNTAX.at(again_at).variant("duplicate-key").related("first", first).arg("key", again.text())
}
