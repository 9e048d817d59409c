//! Every key of every record type has a role, and is shown where it stands.
//!
//! In: the JSON Schemas of the types. Out: for each kind of record one with every key filled in,
//! nested ones too, which is compared with the roles, and with what a visit shows. A forgotten key
//! fails here, so that it cannot be forgotten elsewhere.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::{Field, Role, Value};
use crate::model::record_type::RecordType;
use crate::model::{Day, Format, KINDS, Kind, Moment, Records};
use crate::source::{BODY_KEY, Files, Key, Location};

/// What stands for any words.
const WORDS: &str = "some words";

/// A value of a schema, with every key.
fn full(schema: &Json, root: &Json) -> Json {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return full(&root["$defs"][name], root);
    }
    for choice in ["const", "enum", "examples"] {
        match &schema[choice] {
            Json::Null => {}
            Json::Array(list) => return list[0].clone(),
            only => return only.clone(),
        }
    }
    if let Some(branch) = schema["oneOf"].get(0) {
        return full(branch, root);
    }
    match schema["type"].as_str().unwrap() {
        "object" => object(schema, root),
        "array" => {
            let count = schema["minItems"].as_u64().unwrap_or(1);
            (0..count).map(|_| full(&schema["items"], root)).collect()
        }
        "string" => WORDS.into(),
        "boolean" => true.into(),
        _ => schema.get("minimum").cloned().unwrap_or(json!(1)),
    }
}

fn object(schema: &Json, root: &Json) -> Json {
    let of = |(key, schema): (&String, &Json)| (key.clone(), full(schema, root));
    match schema["properties"].as_object() {
        Some(properties) => properties.iter().map(of).collect::<Map<_, _>>().into(),
        None => json!({ "Q1": full(&schema["additionalProperties"], root) }),
    }
}

/// The kinds with a full record each.
fn full_records() -> impl Iterator<Item = (&'static Kind, RecordType, Json)> {
    KINDS.iter().filter_map(|kind| Some((kind, kind.record?))).map(|(kind, record)| {
        let schema = Json::from((record.schema)());
        let mut value = full(&schema, &schema);
        if kind.format == Format::Markdown {
            value[BODY_KEY] = WORDS.into();
        }
        (kind, record, value)
    })
}

/// Compares the keys of a record with their roles; says what does not fit.
fn compare(name: &str, fields: &[Field], value: &Json, wrong: &mut Vec<String>) {
    let object = value.as_object().unwrap();
    for (key, value) in object {
        let name = format!("{name}.{key}");
        match fields.iter().find(|field| field.key == key) {
            Some(field) => judge(&name, field.role, value, wrong),
            None => wrong.push(format!("{name} has no role")),
        }
    }
    for field in fields {
        for key in [&field.key].into_iter().chain(field.tells) {
            if !object.contains_key(*key) {
                wrong.push(format!("{name}.{}: there is no key {key}", field.key));
            }
        }
        if !field.tells.is_empty() && !field.role.is_past() {
            wrong.push(format!("{name}.{} tells of nothing that happened", field.key));
        }
    }
}

fn judge(name: &str, role: Role, value: &Json, wrong: &mut Vec<String>) {
    let is_day = |text: &str| Day::parse(text).is_some() || Moment::parse(text).is_some();
    let fits = match (role, value) {
        (_, Json::Array(items)) => return judge(name, role, &items[0], wrong),
        (Role::Parts(fields), Json::Object(_)) => return compare(name, fields, value, wrong),
        (_, Json::Object(map)) => return judge(name, role, &map["Q1"], wrong),
        (Role::Began | Role::Happened | Role::Planned, Json::String(text)) => is_day(text),
        (Role::Nothing, Json::String(text)) => text != WORDS && !is_day(text),
        (_, Json::String(text)) => text == WORDS,
        (Role::Nothing | Role::Id(_), _) => true,
        _ => false,
    };
    if !fits {
        wrong.push(format!("{name}: {role:?} does not fit {value}"));
    }
}

#[test]
fn every_key_of_every_record_has_a_role_that_fits() {
    let mut wrong = Vec::new();
    for (kind, record, value) in full_records() {
        compare(kind.id, record.fields, &value, &mut wrong);
        let began = record.fields.iter().filter(|field| field.role == Role::Began);
        assert!(began.count() <= 1, "{} begins twice", kind.id);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The words and days of a serialised record, each with its place.
fn walk(value: &Json, location: &Location, found: &mut BTreeSet<String>) {
    let mut step = |key: Key, value: &Json| walk(value, &location.at(key), found);
    match value {
        Json::Array(items) => items.iter().enumerate().for_each(|(at, item)| step(at.into(), item)),
        Json::Object(map) => map.iter().for_each(|(key, item)| step(key.as_str().into(), item)),
        Json::String(text) => {
            found.insert(format!("{location:?} {text}"));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[test]
fn a_visit_shows_every_value_in_its_place() {
    for (kind, record, value) in full_records() {
        let mut files = Files::new("");
        let location = Location::file(files.add("data/x.yaml"));
        let mut records = Records::default();
        let mut from = <dyn erased_serde::Deserializer<'_>>::erase(&value);
        let insert = (record.read)(kind.id, &mut from, location.clone());
        insert.unwrap_or_else(|error| panic!("{}: {error}", kind.id))(&mut records);

        let mut expected = BTreeSet::new();
        walk(&value, &location, &mut expected);
        let mut shown = BTreeSet::new();
        records.visit(&mut |seen| {
            assert_eq!(seen.entry().kind, kind.id);
            let text = match seen.value {
                Value::Text(text) => text.to_owned(),
                Value::Moment(moment) => moment.to_string(),
                Value::Day(day) => day.to_string(),
                Value::Number(_) => return,
            };
            shown.insert(format!("{:?} {text}", seen.location()));
        });
        // Words to choose from are not shown.
        expected.retain(|text| text.ends_with(WORDS) || text.contains(" 2026-"));
        assert_eq!(shown, expected, "{}", kind.id);
        assert!(!shown.is_empty());
    }
}
