//! Turns validation errors into messages for people who write records.
//!
//! In: validation errors. Out: one diagnostic per mistake: a word of the wrong type is not also
//! reported as unknown, and a misspelt key is not also reported as missing.

use std::borrow::Cow;

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::instance::keys_of;
use crate::diagnostic::Diagnostic;
use crate::load::faults::{PLACEHOLDER_LEFT, SCHEMA};
use crate::load::hints;
use crate::model::{KeySchema, keys_at, placeholder};
use crate::source::{Key, Location};

/// Maximum number of characters quoted from a value.
const LONGEST_QUOTE: usize = 40;

/// Maximum number of errors examined per file; far more than anyone reads.
pub(super) const MOST: usize = 1000;

/// The source of a record's values: a YAML tree or a table row.
pub(in crate::load) trait Site {
    /// The location of the value at a path of keys.
    fn location(&self, path: &[Key]) -> Location;

    /// The diagnostic for a required key without a value in the map at a path.
    fn missing(&self, path: &[Key], key: &str) -> Diagnostic;
}

pub(super) fn faults<'e>(
    errors: impl Iterator<Item = ValidationError<'e>>,
    site: &dyn Site,
    schema: &Value,
) -> Vec<Diagnostic> {
    let mut found: Vec<Found> = Vec::new();
    for error in errors.take(MOST) {
        let path = keys_of(&error);
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known = known_keys(schema, error.schema_path().as_str());
                found.extend(
                    unexpected.iter().take(MOST).map(|key| unknown_key(site, &path, key, &known)),
                );
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().unwrap_or_default();
                let diagnostic = site.missing(&path, key);
                found.push(Found { diagnostic, path, fault: SchemaFault::Missing(key.to_owned()) });
            }
            _ => {
                let diagnostic = wrong_value(site.location(&path), &error);
                found.push(Found { diagnostic, path, fault: SchemaFault::Value });
            }
        }
    }
    one_a_slip(found)
}

struct Found {
    diagnostic: Diagnostic,
    path: Vec<Key>,
    fault: SchemaFault,
}

#[derive(PartialEq)]
enum SchemaFault {
    /// The value at the path is invalid.
    Value,
    /// This key is missing from the map at the path.
    Missing(String),
    /// The key is unknown; holds the key that was probably meant.
    Unknown(Option<String>),
}

fn one_a_slip(found: Vec<Found>) -> Vec<Diagnostic> {
    let is_twin = |index: usize, one: &Found| match &one.fault {
        SchemaFault::Value => {
            let mut before = found.iter().take(index);
            before.any(|other| other.fault == SchemaFault::Value && other.path == one.path)
        }
        SchemaFault::Missing(key) => {
            let meant = SchemaFault::Unknown(Some(key.clone()));
            found.iter().any(|other| other.path == one.path && other.fault == meant)
        }
        SchemaFault::Unknown(_) => false,
    };
    let kept = found.iter().enumerate().filter(|(index, one)| !is_twin(*index, one));
    kept.map(|(_, one)| one.diagnostic.clone()).collect()
}

fn unknown_key(site: &dyn Site, path: &[Key], key: &str, known: &[KeySchema<'_>]) -> Found {
    let location = site.location(path).at(key).name();
    let fault = SCHEMA.at(location).arg("key", quoted(key).into_owned());
    // A Chinese title is not a key, but it shows which key was meant.
    let titled = known.iter().find(|known| known.title == key).map(|known| known.name);
    let meant = titled.or_else(|| hints::similar(key, known.iter().map(|known| known.name)));
    let diagnostic = match meant {
        Some(meant) => fault.variant("unknown-key-similar").arg("meant", meant),
        None => fault.variant("unknown-key"),
    };
    Found { diagnostic, path: path.to_vec(), fault: SchemaFault::Unknown(meant.map(str::to_owned)) }
}

fn wrong_value(location: Location, error: &ValidationError<'_>) -> Diagnostic {
    if let Some(mark) = error.instance().as_str().and_then(placeholder) {
        return PLACEHOLDER_LEFT.at(location).arg("mark", mark);
    }
    let fault = SCHEMA.at(location);
    let value = shown(error.instance());
    match error.kind() {
        ValidationErrorKind::Type { .. } | ValidationErrorKind::Enum { .. }
            if error.instance().is_null() =>
        {
            fault.variant("empty")
        }
        ValidationErrorKind::Enum { options } => unknown_word(fault, &value, options),
        ValidationErrorKind::Pattern { .. } | ValidationErrorKind::Format { .. } => fault
            .variant("wrong-form")
            .hint(hints::for_moment(&value))
            .arg("value", value.into_owned()),
        ValidationErrorKind::Type { kind } => wrong_type(fault, value, kind),
        ValidationErrorKind::Minimum { limit }
        | ValidationErrorKind::ExclusiveMinimum { limit } => out_of_range(fault, &value, limit),
        ValidationErrorKind::Maximum { limit }
        | ValidationErrorKind::ExclusiveMaximum { limit } => out_of_range(fault, &value, limit),
        ValidationErrorKind::MinItems { .. } | ValidationErrorKind::MinLength { .. } => {
            fault.variant("empty")
        }
        _ => fault.variant("other").arg("reason", quoted(&error.to_string()).into_owned()),
    }
}

fn wrong_type(fault: Diagnostic, value: Cow<'_, str>, kind: &TypeKind) -> Diagnostic {
    let expected = type_name(kind);
    let hint = match expected.as_str() {
        "number" | "integer" => hints::for_number(&value),
        _ => hints::for_value(&value),
    };
    fault
        .variant("wrong-type")
        .hint(hint)
        .arg("expected", expected)
        .arg("value", value.into_owned())
}

fn unknown_word(fault: Diagnostic, value: &str, options: &Value) -> Diagnostic {
    let options: Vec<_> = options
        .as_array()
        .map(|list| list.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    // The schema lists the Chinese words first, then their English aliases; messages show the
    // Chinese ones.
    let chinese: Vec<_> = options.iter().copied().filter(|word| !word.is_ascii()).collect();
    let shown = if chinese.is_empty() { &options } else { &chinese };
    let fault = fault.variant("unknown-word").hint(hints::for_value(value));
    fault.arg("value", value).arg("options", shown.join("、"))
}

fn out_of_range(fault: Diagnostic, value: &str, limit: &Value) -> Diagnostic {
    fault.variant("out-of-range").arg("value", value).arg("limit", limit.to_string())
}

fn shown(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => quoted(text),
        other => Cow::Owned(quoted(&other.to_string()).into_owned()),
    }
}

/// The start of a text: a message cannot contain a value of a megabyte.
pub(in crate::load) fn quoted(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
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

/// The keys that the schema knows in the map where a keyword failed.
fn known_keys<'s>(schema: &'s Value, keyword: &str) -> Vec<KeySchema<'s>> {
    keyword.rsplit_once('/').map(|(map, _)| keys_at(schema, map)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_quoted_in_part() {
        assert_eq!(quoted("短").as_ref(), "短");
        assert_eq!(quoted(&"长".repeat(100)).chars().count(), LONGEST_QUOTE + 1);
    }
}
