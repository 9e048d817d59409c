//! One YAML file, the careful path: all its faults at once.
//!
//! In: a text that the fast path refused, and its kind. Out: a diagnostic for every place at which the text does not
//! have the form that the schema of the record type asks for; at least one.

use std::borrow::Cow;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::paths::LocationSegment;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value};

use super::faults::{SCHEMA, SYNTAX};
use super::hints;
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::{Day, Moment};
use crate::source::{Key, Node, Place, Tree, TreeFault, parse_tree};

/// Finds every fault of a text.
pub fn faults(entry: &Entry, text: &str, fast: &serde_saphyr::Error) -> Vec<Diagnostic> {
    let tree = match parse_tree(text) {
        Ok(tree) => tree,
        Err(fault) => return vec![syntax(entry, text, &fault)],
    };
    let found = entry
        .kind
        .schema
        .map(|schema| against_schema(entry, text, &tree, schema().as_value()))
        .unwrap_or_default();
    if found.is_empty() {
        return vec![unexplained(entry, text, fast)];
    }
    found
}

fn syntax(entry: &Entry, text: &str, fault: &TreeFault) -> Diagnostic {
    let place = Place::bytes(entry.file, widened(text, fault.range.start));
    if let Some(key) = &fault.duplicate_key {
        let place = Place::bytes(entry.file, fault.range.clone());
        return SYNTAX.at(place).variant("duplicate-key").arg("key", key.clone());
    }
    let hint = hints::for_syntax(text, fault.range.start);
    SYNTAX.at(place).arg("reason", first_line(&fault.message)).hint(hint)
}

/// The rest of the line at a byte, so that there is something to underline.
fn widened(text: &str, at: usize) -> std::ops::Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let len = rest.lines().next().unwrap_or_default().trim_end().len();
    at..at + len
}

/// The form is right and still the type refused it: its own words must do.
fn unexplained(entry: &Entry, text: &str, fast: &serde_saphyr::Error) -> Diagnostic {
    let fast = fast.without_snippet();
    let at = fast
        .location()
        .and_then(|location| location.span().byte_offset())
        .map_or(0, |offset| usize::try_from(offset).unwrap_or(0));
    let place = Place::bytes(entry.file, widened(text, at));
    SCHEMA.at(place).variant("other").arg("reason", first_line(&fast.to_string()))
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

fn against_schema(entry: &Entry, text: &str, tree: &Tree, schema: &Value) -> Vec<Diagnostic> {
    let Ok(validator) = jsonschema::options()
        .should_validate_formats(true)
        .with_format("weibao-day", |text: &str| Day::parse(text).is_some())
        .with_format("weibao-moment", |text: &str| Moment::parse(text).is_some())
        .build(schema)
    else {
        return Vec::new();
    };
    let mut instance = to_json(tree);
    take_scalars_as_text(&mut instance, tree, text, &validator);
    let words = property_names(schema);
    let mut found = Vec::new();
    for error in validator.iter_errors(&instance) {
        let path = keys_of(&error);
        describe(entry, &error, path, &words, &mut found);
    }
    // A form and its pattern are one fault, not two.
    found.dedup_by(|right, left| right.place == left.place && right.variant == left.variant);
    found
}

/// A key without a value is a missing key: `null` is no value of ours.
fn to_json(tree: &Tree) -> Value {
    match tree.node() {
        Node::Null => Value::Null,
        Node::Bool(value) => Value::Bool(*value),
        Node::Integer(value) => Value::from(*value),
        Node::Float(value) => Value::from(*value),
        Node::Text(value) => Value::String(value.clone()),
        Node::List(items) => items.iter().map(to_json).collect(),
        Node::Map(pairs) => pairs
            .iter()
            .filter(|(_, value)| *value.node() != Node::Null)
            .map(|(key, value)| (key.value.clone(), to_json(value)))
            .collect::<Map<_, _>>()
            .into(),
    }
}

/// The types read `id: 007` as text; so must the schema.
fn take_scalars_as_text(instance: &mut Value, tree: &Tree, text: &str, validator: &Validator) {
    let wanted: Vec<_> = validator
        .iter_errors(instance)
        .filter(|error| {
            matches!(error.kind(), ValidationErrorKind::Type { kind } if is_text(kind))
                && (error.instance().is_number() || error.instance().is_boolean())
        })
        .map(|error| (error.instance_path().as_str().to_owned(), keys_of(&error)))
        .collect();
    for (pointer, path) in wanted {
        let raw = tree.find(&path).and_then(|node| text.get(node.range(text)));
        if let (Some(slot), Some(raw)) = (instance.pointer_mut(&pointer), raw) {
            *slot = Value::String(raw.to_owned());
        }
    }
}

fn is_text(kind: &TypeKind) -> bool {
    matches!(kind, TypeKind::Single(jsonschema::JsonType::String))
}

fn keys_of(error: &ValidationError<'_>) -> Vec<Key> {
    error
        .instance_path()
        .iter()
        .map(|segment| match segment {
            LocationSegment::Property(name) => Key::Name(name.into_owned()),
            LocationSegment::Index(index) => Key::Index(index),
        })
        .collect()
}

fn describe(
    entry: &Entry,
    error: &ValidationError<'_>,
    path: Vec<Key>,
    words: &[String],
    found: &mut Vec<Diagnostic>,
) {
    let place = Place::value(entry.file, path);
    let fault = SCHEMA.at(place.clone());
    let value = shown(error.instance());
    let said = match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for key in unexpected {
                found.push(unknown_key(&place, key, words));
            }
            return;
        }
        ValidationErrorKind::Required { property } => {
            fault.variant("missing-key").arg("key", shown(property).into_owned())
        }
        ValidationErrorKind::Enum { options } => unknown_word(fault, &value, options),
        ValidationErrorKind::Pattern { .. } | ValidationErrorKind::Format { .. } => {
            fault.variant("wrong-form").hint(hints::for_value(&value)).arg("value", value.into_owned())
        }
        ValidationErrorKind::Type { kind } => fault
            .variant("wrong-type")
            .hint(hints::for_value(&value))
            .arg("expected", type_name(kind))
            .arg("value", value.into_owned()),
        ValidationErrorKind::Minimum { limit } | ValidationErrorKind::ExclusiveMinimum { limit } => {
            out_of_range(fault, &value, limit)
        }
        ValidationErrorKind::Maximum { limit } | ValidationErrorKind::ExclusiveMaximum { limit } => {
            out_of_range(fault, &value, limit)
        }
        ValidationErrorKind::MinItems { .. } | ValidationErrorKind::MinLength { .. } => {
            fault.variant("empty")
        }
        _ => fault.variant("other").arg("reason", error.to_string()),
    };
    found.push(said);
}

fn unknown_key(place: &Place, key: &str, words: &[String]) -> Diagnostic {
    let fault = SCHEMA.at(place.at(key).name()).arg("key", key);
    match hints::similar(key, words.iter().map(String::as_str)) {
        Some(meant) => fault.variant("unknown-key-similar").arg("meant", meant),
        None => fault.variant("unknown-key"),
    }
}

fn unknown_word(fault: Diagnostic, value: &str, options: &Value) -> Diagnostic {
    let options: Vec<_> =
        options.as_array().map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
    // The schema lists the Chinese words first and their English aliases behind; people are shown the Chinese ones.
    let chinese: Vec<_> = options.iter().copied().filter(|word| !word.is_ascii()).collect();
    let shown = if chinese.is_empty() { &options } else { &chinese };
    fault.variant("unknown-word").arg("value", value).arg("options", shown.join("、"))
}

fn out_of_range(fault: Diagnostic, value: &str, limit: &Value) -> Diagnostic {
    fault.variant("out-of-range").arg("value", value).arg("limit", limit.to_string())
}

fn shown(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => {
            let text = other.to_string();
            Cow::Owned(text.chars().take(40).collect())
        }
    }
}

fn type_name(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(single) => single.to_string(),
        TypeKind::Multiple(several) => {
            several.into_iter().map(|single| single.to_string()).collect::<Vec<_>>().join("/")
        }
    }
}

/// Every key that the schema knows anywhere, for "did you mean".
fn property_names(schema: &Value) -> Vec<String> {
    let mut names = Vec::new();
    collect_names(schema, &mut names);
    names.sort_unstable();
    names.dedup();
    names
}

fn collect_names(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                names.extend(properties.keys().cloned());
            }
            map.values().for_each(|value| collect_names(value, names));
        }
        Value::Array(items) => items.iter().for_each(|value| collect_names(value, names)),
        _ => {}
    }
}
