//! The page that explains the columns of each table.
//!
//! In: the schemas of the flat kinds, and the columns of probe files. Out: a page in Chinese, as Markdown. It is generated
//! from the schemas alone: a key added to a record type appears here by itself.

use serde_json::Value;

use crate::model::{
    Form, Format, KINDS, KeySchema, Kind, Layout, PROBE_COLUMNS, keys, sample_column,
};

/// File name of the page.
pub(super) const FILE: &str = "表格说明.md";

/// Rules that apply to every table.
const RULES: &str = "\
# 表格说明

本页由`weibao schema --write 目录`生成，请勿手工修改；编辑器用的格式文件在同一目录。

## 各种表格共同的写法

- 编码：UTF-8（带不带BOM都可以）或GB18030（Excel另存为“CSV（逗号分隔）”就是它），一个文件只用一种。
- 第一行是表头，写键或中文名，次序不限；可不填的列可以整列不要。不认识的列、重复的列会报出。
- 一行一条记录。空单元格就是没有填；整行为空的不读。
- 单元格里有逗号、双引号或换行时，整格用半角双引号括起来，其中的双引号写两遍；Excel自动这样做。
- 一格里写多项时用“；”隔开，半角的“;”和格内换行也可以。
- 日期写作2026-09-21，时刻写作2026-09-21 09:03（可带秒）；Excel改成的2026/9/21 9:03也能读。都是北京时间。
- 候选词照“写法”一栏填写，也可以填英文别名（见格式文件）。
- 编号、电话等以0开头的内容，在Excel里先把该列设为“文本”。
- 坏行连同行号、列名报出并略过，其余各行照常使用。

同样的记录也可以写成YAML（一条，或一个列表），键与下面各表相同。
";

/// The whole page.
pub(super) fn page() -> String {
    let mut parts = vec![RULES.to_owned()];
    let mut shown: Vec<(Value, Vec<&Kind>)> = Vec::new();
    for kind in KINDS.iter().filter(|kind| kind.format == Format::Flat) {
        let Some(schema) = kind.file_schema() else { continue };
        let columns = &schema["$defs"]["Record"]["properties"];
        // Three channels have the same columns: they share one section.
        match shown.iter_mut().find(|(other, _)| other["$defs"]["Record"]["properties"] == *columns)
        {
            Some((_, kinds)) => kinds.push(kind),
            None => shown.push((schema, vec![kind])),
        }
    }
    parts.extend(shown.iter().map(|(schema, kinds)| flat(schema, kinds)));
    parts.extend(KINDS.iter().filter(|kind| kind.format == Format::Samples).map(samples));
    parts.join("\n")
}

/// The section on tables of kinds with the same columns.
fn flat(schema: &Value, kinds: &[&Kind]) -> String {
    let record = &schema["$defs"]["Record"];
    let columns = keys(schema, record).into_iter().map(Column::new);
    let (inside, outside): (Vec<_>, Vec<_>) = columns.partition(|column| !column.is_nested());
    let description = record["description"].as_str().unwrap_or_default().to_owned();
    let mut lines = vec![heading(kinds), String::new(), description, String::new()];
    lines.extend([
        "| 键 | 中文名 | 必填 | 写法 | 说明 | 示例 |".to_owned(),
        "|---|---|---|---|---|---|".to_owned(),
    ]);
    lines.extend(inside.iter().map(Column::row));
    let words: Vec<_> = inside.iter().filter_map(Column::glossary).collect();
    if !words.is_empty() {
        lines.extend([String::new(), "候选词的含义：".to_owned(), String::new()]);
        lines.extend(words);
    }
    if !outside.is_empty() {
        let keys =
            outside.iter().map(|column| format!("`{}`（{}）", column.key.name, column.key.title));
        let keys: Vec<_> = keys.collect();
        lines.extend([
            String::new(),
            format!("不能写在CSV里、只能写在YAML里的键：{}。", keys.join("、")),
        ]);
    }
    let required: Vec<_> = inside.iter().filter(|column| column.key.required).collect();
    let header: Vec<_> = required.iter().map(|column| column.key.name).collect();
    let row: Vec<_> = required.iter().map(|column| column.example.as_str()).collect();
    lines.extend([
        String::new(),
        "只含必填列的例子：".to_owned(),
        String::new(),
        "```csv".to_owned(),
    ]);
    lines.extend([header.join(","), row.join(","), "```".to_owned(), String::new()]);
    lines.join("\n")
}

/// The section on probe files.
fn samples(kind: &Kind) -> String {
    let mut lines = vec![heading(&[kind]), String::new()];
    lines.push(sample_column("说明").map(|(text, _)| text.to_owned()).unwrap_or_default());
    lines.push(
        "七列都要在表头里；对象、单位和来源的单元格可以留空。一份文件可以有上千万行，最大1.5 GiB；\
         用`weibao probe`采集时，表头和各列由程序写出。"
            .to_owned(),
    );
    lines.extend([
        String::new(),
        "| 键 | 中文名 | 说明 | 示例 |".to_owned(),
        "|---|---|---|---|".to_owned(),
    ]);
    let mut row = Vec::new();
    for (key, title) in PROBE_COLUMNS {
        let (meaning, examples) = sample_column(key).unwrap_or_default();
        let examples: Vec<_> = examples.iter().map(shown).collect();
        lines.push(format!("| `{key}` | {title} | {} | {} |", cell(meaning), codes(&examples)));
        row.push(examples.into_iter().next().unwrap_or_default());
    }
    let header: Vec<_> = PROBE_COLUMNS.iter().map(|(key, _)| *key).collect();
    lines.extend([
        String::new(),
        "```csv".to_owned(),
        header.join(","),
        row.join(","),
        "```".to_owned(),
    ]);
    lines.push(String::new());
    lines.join("\n")
}

fn heading(kinds: &[&Kind]) -> String {
    let titles: Vec<_> = kinds.iter().map(|kind| kind.title).collect();
    let folders: Vec<_> = kinds.iter().map(|kind| format!("`data/{}/`", folder(kind))).collect();
    format!(
        "## {}\n\n文件放在{}下，文件名自定，扩展名为`.csv`。",
        titles.join("、"),
        folders.join("、")
    )
}

const fn folder(kind: &Kind) -> &'static str {
    match kind.layout {
        Layout::File(path) | Layout::Folder(path) | Layout::Tree(path) => path,
    }
}

/// A column, as the page describes it.
struct Column<'s> {
    key: KeySchema<'s>,
    /// The allowed words, each with its meaning.
    words: Vec<(&'s str, &'s str)>,
    /// An example of a cell.
    example: String,
}

impl<'s> Column<'s> {
    fn new(key: KeySchema<'s>) -> Self {
        let words = key.words();
        let first = words.first().map(|(word, _)| (*word).to_owned());
        Self { example: key.example().map(shown).or(first).unwrap_or_default(), words, key }
    }

    /// True if the value is nested and does not fit into a cell.
    fn is_nested(&self) -> bool {
        self.key.form == Form::Other
    }

    fn form(&self) -> String {
        let words = self.words.iter().map(|(word, _)| format!("`{word}`")).collect::<Vec<_>>();
        let form = match self.key.form {
            Form::Day => "日期".to_owned(),
            Form::Moment => "时刻".to_owned(),
            _ if !words.is_empty() => words.join("、"),
            _ => "文字".to_owned(),
        };
        let several = if self.key.is_list { "多项，用；隔开：" } else { "" };
        let default = self.key.default().map(|word| format!("；不填为{word}")).unwrap_or_default();
        format!("{several}{form}{default}")
    }

    fn row(&self) -> String {
        let required = if self.key.required { "是" } else { "" };
        let example = if self.words.is_empty() {
            codes(std::slice::from_ref(&self.example))
        } else {
            String::new()
        };
        let KeySchema { name, title, .. } = self.key;
        let meaning = cell(self.key.meaning());
        format!("| `{name}` | {title} | {required} | {} | {meaning} | {example} |", self.form())
    }

    fn glossary(&self) -> Option<String> {
        let words: Vec<_> = self
            .words
            .iter()
            .map(|(word, meaning)| format!("{word}——{}", meaning.trim_end_matches('。')))
            .collect();
        // Yes and no need no explanation.
        let is_plain =
            self.words.iter().all(|(word, meaning)| meaning.trim_end_matches('。') == *word);
        (!is_plain).then(|| format!("- {}：{}。", self.key.title, words.join("；")))
    }
}

/// A value as it is written in a cell.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("；"),
        other => other.to_string(),
    }
}

fn codes(texts: &[String]) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    texts.map(|text| format!("`{}`", cell(text))).collect::<Vec<_>>().join("、")
}

/// Escapes a text for a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_stands_in_the_page_once_in_its_section() {
        let page = page();
        for kind in KINDS.iter().filter(|kind| kind.format == Format::Flat) {
            let schema = kind.file_schema().unwrap();
            let start = page.find(&format!("`data/{}/`", folder(kind))).unwrap();
            let section = page[start..].split("\n## ").next().unwrap();
            for key in keys(&schema, &schema["$defs"]["Record"]) {
                let (column, name) = (Column::new(key), key.name);
                let row = format!("| `{name}` | {} |", key.title);
                let outside = format!("`{name}`（");
                let wanted = if column.is_nested() { &outside } else { &row };
                assert_eq!(section.matches(wanted.as_str()).count(), 1, "{}: {wanted}", kind.id);
                let is_shown = !key.required || !column.example.is_empty();
                assert!(is_shown, "{}: {name} is required and has no example", kind.id);
            }
        }
        for (key, title) in PROBE_COLUMNS {
            assert!(page.contains(&format!("| `{key}` | {title} |")), "{key}");
        }
    }
}
