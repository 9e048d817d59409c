//! The form that the files of a kind have: the JSON Schema of the record type, ready to check trees.
//!
//! In: a parsed file. Out: its value, ready for the type, or every place at which it does not have the form. Editors check
//! with the same schema, so that what they accept is what is read.

mod describe;
mod instance;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jsonschema::Validator;
use serde_json::Value;

use super::faults::{LISTED_FAULTS, SCHEMA, SYNTAX};
use super::walk;
use crate::diagnostic::Diagnostic;
use crate::model::{Clock24, Day, Kind, Moment};
use crate::source::{Key, Name, Node, Place, Text, Tree};

/// The form of one kind.
pub(super) struct Form {
    schema: Value,
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
        Some(Self { schema, validator })
    }

    /// Whether a file without any value is a record: where no key is required.
    pub(super) fn may_be_empty(&self) -> bool {
        self.schema.get("required").is_none()
    }

    /// Checks a file.
    ///
    /// # Errors
    /// Every place that does not have the form; at least one.
    pub(super) fn check(&self, entry: &walk::Entry, text: &Text) -> Result<Value, Vec<Diagnostic>> {
        let Some(tree) = text.tree() else {
            return Err(vec![SCHEMA.at(Place::file(entry.file)).variant("empty-file")]);
        };
        let mut found = Vec::new();
        let root = Place::value(entry.file, Vec::new());
        note_slips(tree, &root, text.text(), &mut found);
        let mut value = instance::value(tree);
        if let Some(validator) = &self.validator
            && !validator.is_valid(&value)
        {
            instance::take_scalars_as_text(&mut value, tree, text.text(), validator);
            let errors = validator.iter_errors(&value);
            found.extend(describe::faults(entry, errors, tree, &self.schema));
        }
        if found.is_empty() { Ok(value) } else { Err(listed(found, Place::file(entry.file))) }
    }
}

/// Faults that a JSON value no longer shows: keys given twice, and control characters.
fn note_slips(tree: &Tree, place: &Place, text: &str, found: &mut Vec<Diagnostic>) {
    match tree.node() {
        Node::Map(pairs) => {
            let mut seen: HashMap<&str, &Name> = HashMap::new();
            for (name, value) in pairs {
                match seen.entry(name.text()) {
                    Entry::Occupied(first) => found.push(given_twice(place, name, first.get(), text)),
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

fn given_twice(place: &Place, again: &Name, first: &Name, text: &str) -> Diagnostic {
    let first = Place::bytes(place.file, first.range(text));
    let again_at = Place::bytes(place.file, again.range(text));
    SYNTAX.at(again_at).variant("duplicate-key").related("first", first).arg("key", again.text())
}

/// So many faults of a file are listed; the rest are counted.
fn listed(mut found: Vec<Diagnostic>, place: Place) -> Vec<Diagnostic> {
    let more = found.len().saturating_sub(LISTED_FAULTS);
    if more > 0 {
        found.truncate(LISTED_FAULTS);
        found.push(SCHEMA.at(place).variant("more-faults").arg("count", more));
    }
    found
}
