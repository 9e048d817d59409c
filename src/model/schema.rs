//! A view of the keys of a record in its JSON Schema.
//!
//! In: a schema, as generated from the record types, with or without the descriptions of `wording`.
//! Out: a [`KeySchema`] for each key, in the order of the type. Table readers, fault messages,
//! scaffolds and the page about tables all use this view: no other code follows references or knows
//! how word lists are represented.

use serde_json::Value;

/// The format of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A text, or one of a list of words.
    Text,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A day with a time.
    Moment,
    /// Not a text: a number, a boolean, or a map with keys of its own.
    Other,
}

/// A key of a record, or of a map inside one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeySchema<'s> {
    pub name: &'s str,
    pub title: &'s str,
    /// True if every record must have it.
    pub required: bool,
    /// True if it takes a list of values.
    pub is_list: bool,
    /// The format of its value; for a list, of each item.
    pub form: Form,
    root: &'s Value,
    property: &'s Value,
    /// The schema of its value; for a list, of each item.
    value: &'s Value,
}

/// The keys of a map whose schema is a part of `root`.
pub(crate) fn keys<'s>(root: &'s Value, map: &'s Value) -> Vec<KeySchema<'s>> {
    let properties = map.get("properties").and_then(Value::as_object);
    let required = list(map, "required");
    let key = |(name, property): (&'s String, &'s Value)| {
        let resolved = resolved(root, property);
        let items = resolved.get("items").filter(|_| resolved["type"] == "array");
        let value = items.map_or(resolved, |items| self::resolved(root, items));
        KeySchema {
            name,
            title: text(property, "title"),
            required: required.iter().any(|required| required == name),
            is_list: items.is_some(),
            form: form(value),
            root,
            property,
            value,
        }
    };
    properties.into_iter().flatten().map(key).collect()
}

/// The keys of the map whose schema is at a path of keywords, in the notation of validators:
/// `/properties/items/items/$ref`.
pub(crate) fn keys_at<'s>(root: &'s Value, path: &str) -> Vec<KeySchema<'s>> {
    let step = |at: &'s Value, step: &str| {
        let next = at.get(step).or_else(|| at.as_array()?.get(step.parse::<usize>().ok()?))?;
        if step == "$ref" { root.pointer(next.as_str()?.strip_prefix('#')?) } else { Some(next) }
    };
    let map = path.split('/').skip(1).try_fold(root, step);
    map.map(|map| keys(root, map)).unwrap_or_default()
}

impl<'s> KeySchema<'s> {
    /// Its meaning; empty in a schema without descriptions.
    pub(crate) fn meaning(&self) -> &'s str {
        text(self.property, "description")
    }

    /// The default value, if the schema has one.
    pub(crate) fn default(&self) -> Option<&'s str> {
        self.property.get("default").and_then(Value::as_str)
    }

    /// A possible value: the key's own example, else one of its format.
    pub(crate) fn example(&self) -> Option<&'s Value> {
        let examples = |schema: &'s Value| schema.get("examples").and_then(Value::as_array);
        examples(self.property).or_else(|| examples(self.value))?.first()
    }

    /// The Chinese words of a word list, each with its meaning. Their English aliases follow in the
    /// schema in the same order.
    pub(crate) fn words(&self) -> Vec<(&'s str, &'s str)> {
        let words = list(self.value, "enum").iter().filter_map(Value::as_str);
        let meanings = list(self.value, "enumDescriptions").iter().filter_map(Value::as_str);
        let chinese = words.clone().count() / 2;
        words.take(chinese).zip(meanings.chain(std::iter::repeat(""))).collect()
    }

    /// The keys of its value, if that is a map; for a list, of each item.
    pub(crate) fn keys(&self) -> Vec<Self> {
        keys(self.root, self.value)
    }
}

fn form(value: &Value) -> Form {
    match (text(value, "type"), text(value, "format")) {
        ("string", "weibao-day") => Form::Day,
        ("string", "weibao-time") => Form::Time,
        ("string", "weibao-moment") => Form::Moment,
        ("string", _) => Form::Text,
        _ => Form::Other,
    }
}

/// A schema, or the one it refers to.
fn resolved<'s>(root: &'s Value, part: &'s Value) -> &'s Value {
    let reference = text(part, "$ref").strip_prefix('#');
    reference.and_then(|pointer| root.pointer(pointer)).unwrap_or(part)
}

fn text<'s>(schema: &'s Value, key: &str) -> &'s str {
    schema.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'s>(schema: &'s Value, key: &str) -> &'s [Value] {
    schema.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn inspection() -> Value {
        Kind::find("inspection").unwrap().file_schema().unwrap()
    }

    fn find<'s>(keys: &[KeySchema<'s>], name: &str) -> KeySchema<'s> {
        *keys.iter().find(|key| key.name == name).unwrap()
    }

    #[test]
    fn a_key_says_what_may_stand_behind_it() {
        let schema = inspection();
        let keys = keys(&schema, &schema);
        let started = find(&keys, "started_at");
        assert_eq!(
            (started.title, started.form, started.is_list),
            ("开始时间", Form::Moment, false)
        );
        assert!(started.required && started.example().is_some());
        let inspectors = find(&keys, "inspectors");
        assert_eq!((inspectors.form, inspectors.is_list), (Form::Text, true));
        assert!(inspectors.words().is_empty() && inspectors.keys().is_empty());
    }

    #[test]
    fn keys_of_lists_and_references_are_found() {
        let schema = inspection();
        let items = find(&keys(&schema, &schema), "items");
        assert_eq!((items.form, items.is_list), (Form::Other, true));
        let verdict = find(&items.keys(), "verdict");
        let words: Vec<_> = verdict.words().into_iter().map(|(word, _)| word).collect();
        assert_eq!(words, ["正常", "关注", "异常", "未检", "不适用"]);
        assert!(verdict.words().iter().all(|(_, meaning)| !meaning.is_empty()));
        let at_path = keys_at(&schema, "/properties/items/items/$ref");
        assert_eq!(find(&at_path, "verdict").title, verdict.title);
        assert!(keys_at(&schema, "/properties/nobody/items").is_empty());
    }
}
