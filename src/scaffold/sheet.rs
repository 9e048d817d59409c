//! A YAML record with placeholders, each key explained in a comment.
//!
//! In: the JSON Schema of a kind and what is known about a record. Out: its text. Keys, their order, their Chinese titles and
//! the allowed words come from the schema, so that a new key of a record type needs no line here.

use serde_json::Value;

use crate::model::{Form, KeySchema, Kind, PLACEHOLDER, keys};
use crate::source::width;

/// Comments begin at this column if the values before them are not too long.
const WIDEST: usize = 36;

/// The value of a key.
pub(super) enum FieldValue {
    /// This value, as YAML.
    Given(String),
    /// A placeholder: only people know the value.
    Gap,
    /// No value; the key is left as a comment with an example.
    Example(String),
    /// Lines below the key, already indented.
    Below(Vec<Line>),
    /// The key is omitted.
    Absent,
}

/// A line of the record, with a comment at its end.
pub(super) struct Line {
    left: String,
    comment: String,
}

impl Line {
    /// A line without a comment.
    pub(super) fn plain(left: impl Into<String>) -> Self {
        Self { left: left.into(), comment: String::new() }
    }

    /// A line with a comment.
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
    /// Loads the schema.
    pub(super) fn new(kind: &'static Kind) -> Self {
        let schema = kind.record.map(|record| Value::from((record.schema)())).unwrap_or_default();
        Self { kind, schema }
    }

    /// The line that tells editors which schema applies. `depth` is the number of folders from the project down to the file.
    pub(super) fn head(&self, depth: usize) -> String {
        format!(
            "# yaml-language-server: $schema={}schemas/{}.schema.json",
            "../".repeat(depth),
            self.kind.id
        )
    }

    /// What a key means and which values it may have. The path goes through lists: `items`, `verdict`.
    pub(super) fn comment(&self, path: &[&str]) -> String {
        self.key(path).map(|key| explained(&key)).unwrap_or_default()
    }

    fn key(&self, path: &[&str]) -> Option<KeySchema<'_>> {
        let (last, parents) = path.split_last()?;
        let mut known = keys(&self.schema, &self.schema);
        for parent in parents {
            known = known.into_iter().find(|key| key.name == *parent)?.keys();
        }
        known.into_iter().find(|key| key.name == *last)
    }

    /// Every key of the record in its order: those in `fills` with the given value, required ones as placeholders, and
    /// optional ones as comments.
    pub(super) fn lines(&self, mut fills: Vec<(&str, FieldValue)>) -> Vec<Line> {
        let mut lines = Vec::new();
        for key in keys(&self.schema, &self.schema) {
            let shown = fills.iter().position(|(shown, _)| *shown == key.name);
            let fill = match shown.map(|at| fills.swap_remove(at).1) {
                Some(fill) => fill,
                None if key.required => FieldValue::Gap,
                None => FieldValue::Example(String::new()),
            };
            let (comment, key) = (explained(&key), key.name);
            match fill {
                FieldValue::Given(value) => {
                    lines.push(Line::with(format!("{key}: {value}"), comment));
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

fn explained(key: &KeySchema<'_>) -> String {
    let words: Vec<_> = key.words().into_iter().map(|(word, _)| word).collect();
    let example = key.example().and_then(Value::as_str);
    match (key.form, example) {
        _ if key.is_list => format!("{}，可列多个", key.title),
        _ if !words.is_empty() => format!("{}：{}", key.title, words.join("、")),
        (Form::Day | Form::Time | Form::Moment, Some(example)) => {
            format!("{}，写作{example}", key.title)
        }
        _ => key.title.to_owned(),
    }
}

/// A key with the lines below it. If those are only comments, the key becomes a comment too: a key without a value is a
/// syntax error.
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

/// The text of a record: comments are aligned, and blank lines never follow one another.
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

/// A text as a YAML value on one line: plain if it is read back as the same text, else in quotes.
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

/// A text of a record for use in a comment: on one line.
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
