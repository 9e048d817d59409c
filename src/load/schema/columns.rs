//! The columns that a table of records can have.
//!
//! In: the JSON Schema of a record. Out: a [`Column`] for each key, with its Chinese title and the
//! content of its cells. A key added to a record type is thereby added as a column.

use serde_json::Value;

use crate::model::{Form, KeySchema, keys};

/// The content of a column's cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Shape {
    /// A text, which may be a word of a list, a date or a moment.
    Text,
    /// Several texts.
    List,
    /// Maps, or lists of maps: more than a cell can hold.
    Nested,
}

/// A key of a record as a column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Column {
    pub key: String,
    pub title: String,
    /// The content of its cells.
    pub shape: Shape,
    /// True if every record must have it.
    pub required: bool,
    /// True for a date or a moment.
    pub dated: bool,
}

impl Column {
    /// A required column of texts.
    pub(in crate::load) fn fixed(key: &str, title: &str) -> Self {
        Self {
            key: key.to_owned(),
            title: title.to_owned(),
            shape: Shape::Text,
            required: true,
            dated: false,
        }
    }

    /// True if a header name refers to this column.
    pub(in crate::load) fn is_named(&self, name: &str) -> bool {
        name.eq_ignore_ascii_case(&self.key) || name == self.title
    }
}

/// The columns of a schema, in the order of its keys.
pub(super) fn of(schema: &Value) -> Vec<Column> {
    let column = |key: KeySchema<'_>| Column {
        key: key.name.to_owned(),
        title: key.title.to_owned(),
        shape: shape(&key),
        required: key.required,
        dated: !key.is_list && matches!(key.form, Form::Day | Form::Moment),
    };
    keys(schema, schema).into_iter().map(column).collect()
}

fn shape(key: &KeySchema<'_>) -> Shape {
    match (key.form, key.is_list) {
        (Form::Other, _) => Shape::Nested,
        (_, true) => Shape::List,
        (_, false) => Shape::Text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::model::{Format, KINDS};

    /// Keywords that the types enforce themselves when they read a cell: word lists, dates,
    /// moments.
    const ENFORCED: [&str; 5] = ["type", "enum", "format", "pattern", "items"];
    const SPOKEN: [&str; 5] = ["title", "description", "default", "examples", "$ref"];

    fn resolved<'s>(schema: &'s Value, part: &'s Value) -> &'s Value {
        let reference = part["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
        reference.and_then(|pointer| schema.pointer(pointer)).unwrap_or(part)
    }

    fn assert_enforced(kind: &str, key: &str, schema: &Value, property: &Value) {
        for part in [property, resolved(schema, property)] {
            for keyword in part.as_object().unwrap().keys() {
                let known =
                    ENFORCED.contains(&keyword.as_str()) || SPOKEN.contains(&keyword.as_str());
                assert!(known, "{kind}: a table would not keep to {keyword} of {key}");
            }
        }
        if let Some(items) = resolved(schema, property).get("items") {
            assert_enforced(kind, key, schema, items);
        }
    }

    #[test]
    fn rows_are_read_no_laxer_than_the_schema_says() {
        let flat: Vec<_> = KINDS.iter().filter(|kind| kind.format == Format::Flat).collect();
        assert!(!flat.is_empty());
        for kind in flat {
            let schema = Value::from((kind.record.unwrap().schema)());
            let columns = of(&schema);
            assert!(columns.iter().any(|column| column.required && column.dated), "{}", kind.id);
            for column in columns.iter().filter(|column| column.shape != Shape::Nested) {
                assert_enforced(kind.id, &column.key, &schema, &schema["properties"][&column.key]);
                assert!(
                    !column.title.is_empty(),
                    "{}: {} has no Chinese title",
                    kind.id,
                    column.key
                );
            }
            // Only lists of maps are too much for a cell; a numeric column would need code to read
            // it.
            for column in columns.iter().filter(|column| column.shape == Shape::Nested) {
                assert_eq!(schema["properties"][&column.key]["type"], "array", "{}", column.key);
            }
        }
    }

    #[test]
    fn names_of_columns_are_unambiguous() {
        for kind in KINDS.iter().filter(|kind| kind.format == Format::Flat) {
            let columns = of(&Value::from((kind.record.unwrap().schema)()));
            for column in &columns {
                for name in [&column.key, &column.title] {
                    let meant = columns.iter().filter(|other| other.is_named(name)).count();
                    assert_eq!(meant, 1, "{}: {name}", kind.id);
                }
            }
        }
    }
}
