//! A Markdown page for each check, and their index.
//!
//! In: the rules, and the messages of every language. Out: names and texts of files. A file of its own because a page
//! contains all languages, whichever one the terminal uses.

use crate::cli::explain::PARTS;
use crate::diagnostic::{Family, Rule, Severity};
use crate::lang::{LANGUAGES, Language, Messages};
use crate::pipeline;

/// The order of the groups in the index.
const LEVELS: [(Family, Severity); 6] = [
    (Family::Data, Severity::Error),
    (Family::Data, Severity::Warning),
    (Family::Data, Severity::Note),
    (Family::Service, Severity::Error),
    (Family::Service, Severity::Warning),
    (Family::Service, Severity::Note),
];

/// A language with its messages.
struct Spoken {
    language: &'static Language,
    messages: Messages,
}

impl Spoken {
    fn text(&self, id: &str) -> String {
        escaped(&self.messages.text(id, &[]))
    }

    fn part(&self, id: &str, name: &str) -> String {
        escaped(&self.messages.attribute(id, name, &[]).unwrap_or_default())
    }

    fn level(&self, family: Family, severity: Severity) -> String {
        self.text(&format!("level-{}-{}", family.id(), severity.id()))
    }
}

/// The pages with their file names, and the index.
pub(super) fn pages() -> Vec<(String, String)> {
    let spoken: Vec<_> = LANGUAGES
        .iter()
        .map(|language| Spoken { language, messages: Messages::new(language) })
        .collect();
    let rules = pipeline::rules();
    let pages = rules.iter().map(|rule| (file(*rule), page(*rule, &spoken)));
    pages.chain([("README.md".to_owned(), index(&rules, &spoken))]).collect()
}

fn file(rule: Rule) -> String {
    format!("{}.md", rule.code.0)
}

/// The same text in every language, joined.
fn in_all(spoken: &[Spoken], text: impl Fn(&Spoken) -> String) -> String {
    spoken.iter().map(text).collect::<Vec<_>>().join(" · ")
}

fn page(rule: Rule, spoken: &[Spoken]) -> String {
    let code = rule.code.0;
    let level = in_all(spoken, |one| one.level(rule.family, rule.severity));
    let mut text = format!("# {code}\n\n{level}\n");
    for one in spoken {
        text += &format!("\n## {}\n", one.language.title);
        for part in PARTS {
            let heading = one.text(&format!("page-{part}"));
            text += &format!("\n**{heading}**\n\n{}\n", one.part(code, part));
        }
    }
    let back = in_all(spoken, |one| one.text("check-pages"));
    text + &format!("\n[{back}](README.md)\n")
}

fn index(rules: &[Rule], spoken: &[Spoken]) -> String {
    let title = in_all(spoken, |one| one.text("check-pages"));
    let mut text = format!("# {title}\n");
    for one in spoken {
        text += &format!("\n{}\n", one.part("check-pages", "intro"));
    }
    for (family, severity) in LEVELS {
        let is_here = |rule: &&Rule| rule.family == family && rule.severity == severity;
        let mut rules: Vec<_> = rules.iter().filter(is_here).copied().collect();
        if !rules.is_empty() {
            rules.sort_by_key(|rule| rule.code);
            let level = in_all(spoken, |one| one.level(family, severity));
            text += &format!("\n## {level}\n\n{}", table(&rules, spoken));
        }
    }
    text
}

/// One row for each check: a link to its page, and what it looks for in every language.
fn table(rules: &[Rule], spoken: &[Spoken]) -> String {
    let heads: String = spoken.iter().map(|one| format!(" {} |", one.language.title)).collect();
    let mut text = format!("| |{heads}\n|---|{}\n", "---|".repeat(spoken.len()));
    for rule in rules {
        let code = rule.code.0;
        let summaries: String =
            spoken.iter().map(|one| format!(" {} |", one.part(code, "summary"))).collect();
        text += &format!("| [{code}]({}) |{summaries}\n", file(*rule));
    }
    text
}

/// Escapes a text so that Markdown finds no markup in it.
fn escaped(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let mut escaped = String::new();
        // These characters make a heading, quotation or list only at the beginning of a line.
        if line.starts_with(['#', '>', '+', '-']) {
            escaped.push('\\');
        }
        for character in line.chars() {
            if matches!(character, '\\' | '*' | '<' | '[' | ']' | '`' | '|') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
        escaped
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        assert_eq!(escaped("限值<90%"), "限值\\<90%");
        assert_eq!(escaped("- a|b\nfinished_on"), "\\- a\\|b\nfinished_on");
        assert_eq!(escaped("evidence: [a.txt]"), "evidence: \\[a.txt\\]");
    }
}
