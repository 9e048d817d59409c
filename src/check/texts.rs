//! Every text of a record with its place.
//!
//! In: a record as the types hold it. Out: one [`Text`] a string value, in order of the file's keys. The record is walked by
//! its serialised form, whose keys are those of the file: a new field needs no line here.

use serde::Serialize;
use serde_json::Value;

use super::Context;
use crate::model::{Filed, Inspection};
use crate::source::{Key, Place};

/// A text in a record.
pub(super) struct Text {
    /// Where it stands.
    pub(super) place: Place,
    /// The key it stands under.
    pub(super) key: String,
    /// The text.
    pub(super) text: String,
    /// The record, as people name it.
    pub(super) record: String,
}

/// The texts of one inspection.
pub(super) fn of_inspection(inspection: &Filed<Inspection>) -> Vec<Text> {
    of(inspection, &inspection.record.id)
}

/// The texts of all records.
pub(super) fn of_all(context: &Context<'_>) -> Vec<Text> {
    let book = context.book;
    let mut texts = of(context.contract, "contract");
    for calendar in &book.calendars {
        texts.extend(of(calendar, &calendar.record.year.to_string()));
    }
    texts.extend(book.assets.iter().flat_map(|assets| of(assets, "assets")));
    texts.extend(book.people.iter().flat_map(|people| of(people, "people")));
    texts.extend(book.inspections.iter().flat_map(of_inspection));
    texts
}

fn of<T: Serialize>(filed: &Filed<T>, record: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    if let Ok(value) = serde_json::to_value(&filed.record) {
        collect(&value, &filed.place, "", record, &mut texts);
    }
    texts
}

fn collect(value: &Value, place: &Place, key: &str, record: &str, texts: &mut Vec<Text>) {
    match value {
        Value::String(text) => texts.push(Text {
            place: place.clone(),
            key: key.to_owned(),
            text: text.clone(),
            record: record.to_owned(),
        }),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &place.at(Key::Index(index)), key, record, texts);
            }
        }
        Value::Object(map) => {
            for (key, item) in map {
                collect(item, &place.at(key.as_str()), key, record, texts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// True if a text is missing, or nothing can be read in it.
pub(super) fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
