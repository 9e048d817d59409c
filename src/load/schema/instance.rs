//! Converts a tree into the JSON value that the schema validates and the type reads.
//!
//! In: a tree. Out: a value. A key without a value counts as missing, and a number where the schema
//! requires a text becomes the text as written: `period: 2026`, `id: 007`.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::LocationSegment;
use jsonschema::{JsonType, ValidationError, Validator};
use serde_json::{Map, Value};

use crate::source::{Key, Node, Tree};

/// The value of a whole file; an empty file is an empty record.
pub(super) fn value(tree: &Tree) -> Value {
    match tree.node() {
        Node::Null => Value::Object(Map::new()),
        _ => inner(tree),
    }
}

/// The value of a part of a file.
pub(super) fn inner(tree: &Tree) -> Value {
    match tree.node() {
        Node::Null => Value::Null,
        Node::Bool(value) => Value::Bool(*value),
        Node::Integer(value) => Value::from(*value),
        Node::Float(value) => Value::from(*value),
        Node::Text(value) => Value::String(value.clone()),
        Node::List(items) => items.iter().map(inner).collect(),
        Node::Map(pairs) => {
            let mut map = Map::new();
            for (name, value) in pairs.iter().filter(|(_, value)| *value.node() != Node::Null) {
                // A duplicate key is reported; its first value counts.
                map.entry(name.text()).or_insert_with(|| inner(value));
            }
            Value::Object(map)
        }
    }
}

/// Turns numbers and booleans into texts where the schema requires texts.
pub(super) fn take_scalars_as_text(
    value: &mut Value,
    tree: &Tree,
    text: &str,
    validator: &Validator,
) {
    let wanted: Vec<_> = validator
        .iter_errors(value)
        .filter(|error| {
            matches!(
                error.kind(),
                ValidationErrorKind::Type { kind: TypeKind::Single(JsonType::String) }
            ) && (error.instance().is_number() || error.instance().is_boolean())
        })
        .map(|error| (error.instance_path().as_str().to_owned(), keys_of(&error)))
        .collect();
    for (pointer, path) in wanted {
        if let (Some(slot), Some(node)) = (value.pointer_mut(&pointer), tree.find(&path)) {
            *slot = Value::String(node.raw(text).to_owned());
        }
    }
}

/// The path of keys to the value that an error refers to.
pub(super) fn keys_of(error: &ValidationError<'_>) -> Vec<Key> {
    error
        .instance_path()
        .iter()
        .map(|segment| match segment {
            LocationSegment::Property(name) => Key::Name(name.into_owned()),
            LocationSegment::Index(index) => Key::Index(index),
        })
        .collect()
}
