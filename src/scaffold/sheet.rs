//! A YAML record with gaps, each key explained in a comment.
//!
//! In: the JSON Schema of a kind and what is known of a record. Out: its text. Keys, their order, their Chinese titles and the words
//! they allow come from the schema, so that a new key of a record type is in its scaffold without a line here.

use serde_json::Value;

use crate::model::{Kind, PLACEHOLDER};
use crate::source::width;

/// Comments begin at this column where the values before them leave room.
const WIDEST: usize = 36;

/// What stands behind a key.
pub(super) enum FieldValue {
    /// This, as YAML.
    Given(String),
    /// Something that only people know.
    Gap,
    /// Nothing; the key is left as a comment with an example.
    Example(String),
    /// Lines below the key, already indented.
    Below(Vec<Line>),
    /// The key does not appear.
    Absent,
}

/// A line of the record, with a comment behind it.
pub(super) struct Line {
    left: String,
    comment: String,
}

impl Line {
    /// A line without a comment.
    pub(super) fn plain(left: impl Into<String>) -> Self {
        Self { left: left.into(), comment: String::new() }
    }

    /// A line with one.
    pub(super) fn with(left: impl Into<String>, comment: impl Into<String>) -> Self {
        Self { left: left.into(), comment: comment.into() }
    }
}

/// The schema of a kind of record.
pub(super) struct RecordTemplate {
    kind: &'static Kind,
    schema: Value,
}

impl RecordTemplate {
    /// Readies it.
    pub(super) fn new(kind: &'static Kind) -> Self {
        let schema = kind.schema.map(|schema| Value::from(schema())).unwrap_or_default();
        Self { kind, schema }
    }

    /// The line by which editors know the form. `depth` folders lead from the project down to the file.
    pub(super) fn head(&self, depth: usize) -> String {
        format!(
            "# yaml-language-server: $schema={}schemas/{}.schema.json",
            "../".repeat(depth),
            self.kind.id
        )
    }

    /// What a key means and what may stand behind it. The path goes through lists: `items`, `verdict`.
    pub(super) fn comment(&self, path: &[&str]) -> String {
        self.property(path).map(|property| self.explained(property)).unwrap_or_default()
    }

    fn property(&self, path: &[&str]) -> Option<&Value> {
        let (last, parents) = path.split_last()?;
        let mut at = &self.schema;
        for step in parents {
            let property = self.resolved(at.get("properties")?.get(step)?);
            at = self.resolved(property.get("items").unwrap_or(property));
        }
        at.get("properties")?.get(last)
    }

    fn explained(&self, property: &Value) -> String {
        let text =
            |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let title = text(property, "title").unwrap_or_default();
        let form = self.resolved(property);
        let words: Vec<_> =
            form.get("enum").and_then(Value::as_array).into_iter().flatten().collect();
        let words: Vec<_> =
            words.into_iter().filter_map(Value::as_str).filter(|word| !word.is_ascii()).collect();
        if !words.is_empty() {
            return format!("{title}：{}", words.join("、"));
        }
        let example =
            form.get("examples").and_then(|examples| examples.get(0)).and_then(Value::as_str);
        match (text(form, "format"), example) {
            (Some(_), Some(example)) => format!("{title}，写作{example}"),
            _ if text(form, "type").as_deref() == Some("array") => format!("{title}，可列多个"),
            _ => title,
        }
    }

    /// Follows references; a definition wrapped in `allOf` is the one it wraps.
    fn resolved<'v>(&'v self, value: &'v Value) -> &'v Value {
        let wrapped = value.get("allOf").and_then(|all| all.get(0)).unwrap_or(value);
        let target =
            wrapped.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
        target.and_then(|path| self.schema.pointer(path)).unwrap_or(wrapped)
    }

    /// Every key of the record in its order: those in `fills` as told there, of the others the required as gaps and the optional
    /// ones as comments.
    pub(super) fn lines(&self, mut fills: Vec<(&str, FieldValue)>) -> Vec<Line> {
        let properties = self.schema.get("properties").and_then(Value::as_object);
        let required = self.schema.get("required").and_then(Value::as_array);
        let is_required =
            |key: &str| required.is_some_and(|keys| keys.iter().any(|known| known == key));
        let mut lines = Vec::new();
        for (key, property) in properties.into_iter().flatten() {
            let shown =
                fills.iter().position(|(shown, _)| shown == key).map(|at| fills.swap_remove(at).1);
            let fill = shown.unwrap_or_else(|| match is_required(key) {
                true => FieldValue::Gap,
                false => FieldValue::Example(String::new()),
            });
            let comment = self.explained(property);
            match fill {
                FieldValue::Given(value) => {
                    lines.push(Line::with(format!("{key}: {value}"), comment))
                }
                FieldValue::Gap => lines.push(Line::with(format!("{key}: {PLACEHOLDER}"), comment)),
                FieldValue::Example(value) => {
                    lines.push(Line::with(format!("# {key}: {value}").trim_end(), comment));
                }
                FieldValue::Below(below) => {
                    lines.push(Line::plain(""));
                    lines.extend(below_key(key, comment, below));
                    lines.push(Line::plain(""));
                }
                FieldValue::Absent => {}
            }
        }
        lines
    }
}

/// A key with the lines below it. Where those are comments alone, the key is one too: a key with nothing behind it is a slip.
fn below_key(key: &str, comment: String, below: Vec<Line>) -> Vec<Line> {
    let is_comment = |line: &Line| line.left.is_empty() || line.left.trim_start().starts_with('#');
    let outside = |line: Line| match line.left.split_once('#') {
        Some((indent, rest)) => Line { left: format!("#{indent}{rest}"), ..line },
        None => line,
    };
    if below.iter().all(is_comment) {
        let head = std::iter::once(Line::with(format!("# {key}:"), comment));
        head.chain(below.into_iter().map(outside)).collect()
    } else {
        std::iter::once(Line::with(format!("{key}:"), comment)).chain(below).collect()
    }
}

/// The text of a record: comments stand in one column, and no two blank lines follow one another.
pub(super) fn text(head: &[String], lines: &[Line]) -> String {
    let widths = lines.iter().filter(|line| !line.comment.is_empty()).map(|line| width(&line.left));
    let column = widths.filter(|width| *width <= WIDEST).max().unwrap_or_default() + 2;
    let mut text = String::new();
    for line in head {
        text.push_str(line);
        text.push('\n');
    }
    let mut is_blank = false;
    for line in lines {
        if line.left.is_empty() && line.comment.is_empty() {
            is_blank = true;
            continue;
        }
        if std::mem::take(&mut is_blank) {
            text.push('\n');
        }
        text.push_str(&line.left);
        if !line.comment.is_empty() {
            let room = column.saturating_sub(width(&line.left)).max(2);
            text.push_str(&" ".repeat(room));
            text.push_str("# ");
            text.push_str(&line.comment);
        }
        text.push('\n');
    }
    text
}

/// A text as a YAML value on one line: as it is where that reads as the same text, else in quotes.
pub(super) fn value(text: &str) -> String {
    let plain = serde_saphyr::from_str::<Value>(text)
        .is_ok_and(|read| read == Value::String(text.to_owned()));
    let inside = !text.contains([',', '[', ']', '{', '}', '\n', '#', '"', '\'']);
    if plain && inside { text.to_owned() } else { Value::String(text.to_owned()).to_string() }
}

/// Texts as a YAML list on one line.
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let values: Vec<_> = texts.into_iter().map(value).collect();
    format!("[{}]", values.join(", "))
}

/// A text of a record inside a comment: on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_the_text_they_were() {
        for text in [
            "T-20261125-01",
            "2026",
            "2026Q4",
            "1.10",
            "是",
            "yes",
            "null",
            "",
            "a: b",
            "# x",
            "[a",
            "甲\n乙",
            "'",
            "- a",
        ] {
            let read: Value = serde_saphyr::from_str(&format!("key: {}\n", value(text))).unwrap();
            assert_eq!(read["key"], text, "{text:?}");
            let read: Value = serde_saphyr::from_str(&format!("key: {}\n", list([text]))).unwrap();
            assert_eq!(read["key"][0], text, "{text:?}");
        }
    }

    #[test]
    fn keys_are_explained_by_title_words_and_form() {
        let sheet = RecordTemplate::new(Kind::find("inspection").unwrap());
        assert_eq!(sheet.comment(&["items", "verdict"]), "结论：正常、关注、异常、未检、不适用");
        assert_eq!(sheet.comment(&["started_at"]), "开始时间，写作2026-09-21 09:03");
        assert_eq!(sheet.comment(&["inspectors"]), "巡检人员，可列多个");
        assert_eq!(sheet.comment(&["nobody"]), "");
    }
}
