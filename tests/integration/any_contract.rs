//! All texts of the program fit any contract: none quotes a clause or a limit of the shipped one.
//!
//! In: the pages of all checks, the messages and the schemas. Out: every place where a reader with another contract would
//! take 合同1.5 or 90% for his own. Numbers of clauses in prose are searched for everywhere; bare numbers only in texts without
//! an example of how a number is quoted.

use std::collections::BTreeSet;
use std::fs;

use regex::Regex;
use serde_json::Value;
use weibao::internals::lang::LANGUAGES;
use weibao::internals::pipeline;

use crate::project::{Project, repository};

/// A number after a word for a clause, in any language.
const CLAUSE: &str = r"(?i)(合同的?第?|条款|第)\s*\d[\d.]*\s*[章节条款]|(合同|条款)的?第?\s*\d|\b(clause|chapter|section|article)s?\s+\d";

/// Texts as a reader sees them, each with its source.
type Texts = Vec<(String, String)>;

/// The numbers and limits of the shipped contract that no text may quote.
struct Shipped {
    ids: BTreeSet<String>,
    limits: BTreeSet<String>,
}

impl Shipped {
    fn read() -> Self {
        let text = fs::read_to_string(repository().join("data/contract.yaml")).unwrap();
        let all = |pattern: &str| -> BTreeSet<String> {
            let found = Regex::new(pattern).unwrap();
            found.captures_iter(&text).map(|found| found[1].to_owned()).collect()
        };
        let mut limits: BTreeSet<_> = all(r"below: (\d+)[^\n]*source: (?:合同值|双方约定值)")
            .iter()
            .flat_map(|share| [format!("{share}%"), format!("{share} %")])
            .collect();
        for hours in all(r"_hours: (\d+)") {
            limits.extend([format!("{hours}小时"), format!("{hours} hours")]);
        }
        for minutes in all(r"limit_minutes: (\d+)") {
            limits.extend([format!("{minutes}分钟"), format!("{minutes} minutes")]);
            limits.extend(whole_hours(&minutes));
        }
        limits.extend(all(r"text: [^\n]*?(\d+×\d+)"));
        limits.extend(all(r"text: [^\n]*?(\d\d:\d\d-\d\d:\d\d)"));
        let ids = all(r#"- id: "([^"]+)""#).into_iter().filter(|id| id.contains('.')).collect();
        Self { ids, limits }
    }

    /// The limits of the shipped contract that a text quotes.
    fn limits_in(&self, text: &str) -> Vec<&str> {
        let limits = self.limits.iter().map(String::as_str);
        // 24小时制 is a format of times, not a limit.
        limits.filter(|limit| stands_in(text, limit, |next| next != '制')).collect()
    }

    /// The clause ids of the shipped contract that a text mentions outside of quotes.
    fn ids_in(&self, text: &str) -> Vec<&str> {
        let ids = self.ids.iter().map(String::as_str);
        ids.filter(|id| stands_in(text, id, |next| !is_of_number(next) && next != '"')).collect()
    }
}

/// A limit of 60 minutes, written in hours.
fn whole_hours(minutes: &str) -> Vec<String> {
    let minutes: usize = minutes.parse().unwrap();
    let hours = minutes / 60;
    match minutes % 60 {
        0 if hours == 1 => {
            ["1小时", "一小时", "1 hour", "within an hour"].map(str::to_owned).to_vec()
        }
        0 => vec![format!("{hours}小时"), format!("{hours} hours")],
        _ => Vec::new(),
    }
}

/// Whether a character continues the number of a clause: 21.10 does not quote 1.1.
fn is_of_number(character: char) -> bool {
    character.is_ascii_alphanumeric() || "%:".contains(character)
}

/// Whether a text contains a word that is not part of a longer number.
fn stands_in(text: &str, word: &str, may_follow: impl Fn(char) -> bool) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut behind = text[at + word.len()..].chars();
        let next = behind.next();
        let goes_on = next == Some('.') && behind.next().is_some_and(|c| c.is_ascii_digit());
        before.is_none_or(|c| !c.is_ascii_alphanumeric() && !".:\"'-".contains(c))
            && next.is_none_or(&may_follow)
            && !goes_on
    })
}

/// The page of every check in every language, as `weibao explain CODE` prints it.
fn pages() -> Texts {
    let project = Project::empty();
    let mut pages = Texts::new();
    for rule in pipeline::rules() {
        for language in LANGUAGES {
            let code = rule.code.0;
            let line = format!("explain {code} --lang {}", language.id);
            let page = crate::project::run(project.command_line(&line)).ended(0).out;
            assert!(page.starts_with(code), "{line}: {page}");
            pages.push((line, page));
        }
    }
    pages
}

/// Every line of every language file.
fn messages() -> Texts {
    let mut texts = Texts::new();
    for language in LANGUAGES {
        let lines = language.source.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'));
        texts.extend(
            lines.map(|(line, number)| (format!("{}.ftl:{number}", language.id), line.to_owned())),
        );
    }
    texts
}

/// Every description that editors show; examples and defaults are not prose.
fn descriptions() -> Texts {
    let schema = crate::project::run(Project::empty().command_line("schema")).ended(0).out;
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut texts = Texts::new();
    describe(&schema, "schema", &mut texts);
    assert!(texts.len() > 300, "only {} descriptions", texts.len());
    texts
}

fn describe(value: &Value, path: &str, texts: &mut Texts) {
    const DATA: [&str; 4] = ["default", "examples", "enum", "const"];
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter().filter(|(key, _)| !DATA.contains(&key.as_str())) {
                describe(value, &format!("{path}/{key}"), texts);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| describe(value, path, texts)),
        Value::String(text) => texts.push((path.to_owned(), text.clone())),
        _ => {}
    }
}

#[test]
fn no_page_message_or_description_quotes_the_shipped_contract() {
    let shipped = Shipped::read();
    let clause = Regex::new(CLAUSE).unwrap();
    let mut quotes = BTreeSet::new();
    let (pages, descriptions) = (pages(), descriptions());
    for (place, text) in pages.iter().chain(&descriptions).chain(&messages()) {
        for line in text.lines() {
            let numbers = clause.find_iter(line).map(|found| found.as_str());
            for quote in numbers.chain(shipped.limits_in(line)) {
                quotes.insert(format!("{place}: “{quote}” in {line}"));
            }
        }
    }
    for (place, text) in pages.iter().chain(&descriptions) {
        for id in shipped.ids_in(text) {
            quotes.insert(format!("{place}: clause {id}"));
        }
    }
    assert!(quotes.is_empty(), "{}", quotes.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn quotes_of_the_shipped_contract_are_found() {
    let shipped = Shipped::read();
    assert!(shipped.ids.len() > 25, "{:?}", shipped.ids);
    let clause = Regex::new(CLAUSE).unwrap();
    for text in [
        "合同1.5要求",
        "合同第3章",
        "条款3.2.2承诺",
        "见第3条",
        "Clauses 1.5 and 1.6",
        "chapter 3 owes",
    ] {
        assert!(clause.is_match(text), "{text}");
    }
    for text in ["合同限值", "条款{ $clause }", "前10行", "第{ $line }行", "合同有九项"]
    {
        assert!(!clause.is_match(text), "{text}");
    }
    for text in
        ["均少于90%", "less than 90 %", "在24小时内", "within 48 hours", "1小时响应", "7×24"]
    {
        assert_eq!(shipped.limits_in(text).len(), 1, "{text}: {:?}", shipped.limits);
    }
    for text in ["24小时制", "至190%", "计6小时20分", "within half an hour"] {
        assert!(shipped.limits_in(text).is_empty(), "{text}");
    }
    for text in ["1.5写正常", "1.5 says 正常", "3.b and 3.c"] {
        assert!(!shipped.ids_in(text).is_empty(), "{text}");
    }
    for text in ["V3.1.1", "71.50", "clause: \"1.5\"", "读成了9.1", "21.5"] {
        assert!(shipped.ids_in(text).is_empty(), "{text}");
    }
}
