//! Chinese descriptions of every key and every word of the records, for people who write records.
//!
//! In: the JSON Schema of a record, and `templates/schema/zh.yaml`. Out: the schema with a
//! description at each key and word, and examples where a format is not obvious. Separate from the
//! types because engineers need no Rust to edit the texts; separate from reading because only
//! editors and guides show them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Map, Value, json};

const TEXTS: &str = include_str!("../../templates/schema/zh.yaml");
/// The entry that describes a type as a whole.
const WHOLE: &str = "说明";
/// The type name used for the columns of probe files; no record has it.
const SAMPLE: &str = "Sample";

/// Texts by type, then by key or word.
type Texts = BTreeMap<String, BTreeMap<String, Text>>;

/// The description of a key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
enum Text {
    /// Only a description.
    Plain(String),
    /// A description, followed by examples.
    Shown(Vec<Value>),
}

impl Text {
    fn description(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Shown(parts) => parts.first().and_then(Value::as_str).unwrap_or_default(),
        }
    }

    fn examples(&self) -> &[Value] {
        match self {
            Self::Plain(_) => &[],
            Self::Shown(parts) => parts.get(1..).unwrap_or_default(),
        }
    }
}

/// All texts; empty if the file is invalid, which a test rules out.
fn texts() -> &'static Texts {
    static PARSED: OnceLock<Texts> = OnceLock::new();
    PARSED.get_or_init(|| serde_saphyr::from_str(TEXTS).unwrap_or_default())
}

/// The description of a probe file's column, and examples of its cells.
pub(crate) fn sample_column(key: &str) -> Option<(&'static str, &'static [Value])> {
    let text = texts().get(SAMPLE)?.get(key)?;
    Some((text.description(), text.examples()))
}

/// Adds the texts to the schema of a record whose title is the name of its type; the title is
/// replaced by that of its kind.
pub(super) fn describe(schema: &mut Value, title: &str) {
    let name = schema.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    describe_type(schema, &name);
    schema["title"] = title.into();
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, definition) in definitions.into_iter().flatten() {
        describe_type(definition, name);
    }
}

fn describe_type(schema: &mut Value, name: &str) {
    let (Some(schema), Some(texts)) = (schema.as_object_mut(), texts().get(name)) else { return };
    if let Some(whole) = texts.get(WHOLE) {
        schema.insert("description".to_owned(), whole.description().into());
        // The message of editors for a day or moment in another format.
        if schema.contains_key("pattern") {
            let stated = format!("不是规定的写法。{}", whole.description());
            schema.insert("patternErrorMessage".to_owned(), stated.into());
        }
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (key, property) in properties.into_iter().flatten() {
        if let (Some(property), Some(text)) = (property.as_object_mut(), texts.get(key)) {
            describe_key(property, text);
        }
    }
    describe_words(schema, texts);
    for choice in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
        let text = choice.get("const").and_then(Value::as_str).and_then(|word| texts.get(word));
        if let Some(text) = text {
            choice["description"] = text.description().into();
        }
    }
}

fn describe_key(property: &mut Map<String, Value>, text: &Text) {
    property.insert("description".to_owned(), text.description().into());
    if !text.examples().is_empty() {
        property.insert("examples".to_owned(), text.examples().into());
    }
}

/// Chinese words come first in a word list, followed by their English aliases in the same order.
fn describe_words(schema: &mut Map<String, Value>, texts: &BTreeMap<String, Text>) {
    let Some(words) = schema.get("enum").and_then(Value::as_array) else { return };
    let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
    let (chinese, aliases) = words.split_at(words.len() / 2);
    let described =
        chinese.iter().map(|word| texts.get(*word).map_or("", Text::description).to_owned());
    let alias = aliases.iter().zip(chinese).map(|(_, word)| format!("同“{word}”。"));
    let descriptions: Vec<String> = described.chain(alias).collect();
    schema.insert("enumDescriptions".to_owned(), json!(descriptions));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::{KINDS, PROBE_COLUMNS};

    /// The result of a walk over all schemas: the used entries of the texts file, and the entries
    /// that are missing.
    #[derive(Default)]
    struct Walk {
        used: BTreeSet<(String, String)>,
        lacking: Vec<String>,
    }

    fn is_chinese(text: &Value) -> bool {
        text.as_str()
            .is_some_and(|text| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
    }

    impl Walk {
        fn need(&mut self, name: &str, key: &str, described: bool) {
            self.used.insert((name.to_owned(), key.to_owned()));
            if !described {
                self.lacking.push(format!("{name}.{key}"));
            }
        }

        fn type_of(&mut self, name: &str, schema: &Value) {
            let values = |key: &str| schema[key].as_array().cloned().unwrap_or_default();
            let is_list_of_words = !values("enum").is_empty() || !values("oneOf").is_empty();
            if !is_list_of_words {
                self.need(name, WHOLE, is_chinese(&schema["description"]));
            }
            for (key, property) in schema["properties"].as_object().into_iter().flatten() {
                let titled = property["title"].as_str().is_some_and(|title| !title.is_empty());
                self.need(name, key, titled && is_chinese(&property["description"]));
            }
            let (words, descriptions) = (values("enum"), values("enumDescriptions"));
            for (index, word) in words.iter().enumerate() {
                let described = descriptions.get(index).is_some_and(is_chinese);
                if index < words.len() / 2 {
                    self.need(name, word.as_str().unwrap(), described);
                } else {
                    assert!(described, "{name}: {word}");
                }
            }
            for choice in values("oneOf").iter().filter(|choice| choice.get("const").is_some()) {
                self.need(
                    name,
                    choice["const"].as_str().unwrap(),
                    is_chinese(&choice["description"]),
                );
            }
        }
    }

    #[test]
    fn every_key_and_word_is_described_and_no_text_is_left_over() {
        let mut walk = Walk::default();
        for kind in KINDS {
            let (Some(record), Some(file)) = (kind.record, kind.file_schema()) else { continue };
            assert!(is_chinese(&file["title"]) && is_chinese(&file["description"]), "{}", kind.id);
            let name = Value::from((record.schema)())["title"].as_str().unwrap().to_owned();
            for (definition, schema) in file["$defs"].as_object().into_iter().flatten() {
                walk.type_of(if definition == "Record" { &name } else { definition }, schema);
            }
            if file.get("properties").is_some() {
                walk.type_of(&name, &file);
            }
        }
        for key in [WHOLE].into_iter().chain(PROBE_COLUMNS.iter().map(|(key, _)| *key)) {
            walk.need(
                SAMPLE,
                key,
                sample_column(key).is_some_and(|(text, _)| is_chinese(&text.into())),
            );
        }
        assert!(walk.lacking.is_empty(), "without words: {:#?}", walk.lacking);
        assert!(walk.used.len() > 400, "{}", walk.used.len());
        let written = texts()
            .iter()
            .flat_map(|(name, keys)| keys.keys().map(|key| (name.clone(), key.clone())));
        let unused: Vec<_> = written.filter(|entry| !walk.used.contains(entry)).collect();
        assert!(unused.is_empty(), "nobody asks for: {unused:?}");
    }

    #[test]
    fn examples_have_the_form_they_are_examples_of() {
        let mut shown = 0;
        for schema in KINDS.iter().filter_map(|kind| kind.file_schema()) {
            let types = schema["$defs"].as_object().into_iter().flatten().map(|(_, part)| part);
            for part in types.chain([&schema]) {
                for (key, property) in part["properties"].as_object().into_iter().flatten() {
                    let mut alone = property.clone();
                    alone["$defs"] = schema["$defs"].clone();
                    let validator = jsonschema::validator_for(&alone).unwrap();
                    for example in property["examples"].as_array().into_iter().flatten() {
                        shown += 1;
                        assert!(
                            validator.is_valid(example),
                            "{}: {key}: {example}",
                            schema["title"]
                        );
                    }
                }
            }
        }
        assert!(shown > 100, "{shown}");
    }
}
