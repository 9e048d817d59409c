//! Every text exists in every language with the same placeholders, and every rule has its page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use walkdir::WalkDir;
use weibao::internals::lang::{LANGUAGES, Language};
use weibao::internals::model::{KINDS, Role, Target, report_id};
use weibao::internals::pipeline;
use weibao::internals::report::REPORTS;

/// The parts of a page of `weibao explain`.
const PAGE: [&str; 4] = ["summary", "why", "example", "remedy"];

/// Message ids, with the attribute's name after a dot, and the placeholders of their texts.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// Parses a language file line by line; its syntax is simple enough: `id = text`, `    .attribute = text`, further lines.
fn texts(language: &Language) -> Texts {
    let mut texts = Texts::new();
    let (mut message, mut name) = (String::new(), String::new());
    for line in language.source.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once(" =").map(|(head, _)| head);
        if let Some(head) = head.filter(|head| is_name(head)) {
            message = head.to_owned();
            name.clone_from(&message);
        } else if let Some(attribute) =
            head.and_then(|head| head.strip_prefix("    .")).filter(|head| is_name(head))
        {
            name = format!("{message}.{attribute}");
        }
        if !name.is_empty() {
            texts.entry(name.clone()).or_default().extend(placeholders(line));
        }
    }
    texts
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn placeholders(line: &str) -> Vec<String> {
    let names = line.split("{ $").skip(1);
    names.map(|rest| rest.split([' ', '}']).next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_language_file_is_good_fluent() {
    for language in LANGUAGES {
        if let Err((_, errors)) = FluentResource::try_new(language.source.to_owned()) {
            panic!("{}: {errors:#?}", language.id);
        }
        let mut ids = BTreeSet::new();
        for line in language.source.lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| is_name(id)) {
                assert!(ids.insert(id), "{}: {id} stands twice", language.id);
            }
        }
    }
}

#[test]
fn every_language_says_the_same_things() {
    let first = texts(&LANGUAGES[0]);
    for language in &LANGUAGES[1..] {
        let other = texts(language);
        let difference = |left: &Texts, right: &Texts| -> Vec<String> {
            left.keys().filter(|key| !right.contains_key(*key)).cloned().collect()
        };
        let (missing, superfluous) = (difference(&first, &other), difference(&other, &first));
        assert!(
            missing.is_empty() && superfluous.is_empty(),
            "{}: lacks {missing:?}, only has {superfluous:?}",
            language.id
        );
        for (id, placeholders) in &first {
            assert_eq!(Some(placeholders), other.get(id), "{}: {id}", language.id);
        }
    }
}

#[test]
fn every_rule_has_its_message_and_its_page() {
    for language in LANGUAGES {
        let texts = texts(language);
        for rule in pipeline::rules() {
            let code = rule.code.0;
            assert!(texts.contains_key(code), "{}: no message {code}", language.id);
            for part in PAGE {
                let placeholders = texts.get(&format!("{code}.{part}"));
                let placeholders =
                    placeholders.unwrap_or_else(|| panic!("{}: no {code}.{part}", language.id));
                assert!(placeholders.is_empty(), "{}: {code}.{part} has placeholders", language.id);
            }
            assert!(texts.contains_key(&format!("{code}.help")), "{}: no {code}.help", language.id);
        }
    }
}

#[test]
fn every_kind_of_record_and_report_is_named_in_every_language() {
    for language in LANGUAGES {
        let texts = texts(language);
        let kinds = KINDS.iter().map(|kind| format!("kind-{}", kind.id));
        let reports = REPORTS
            .iter()
            .flat_map(|kind| [format!("report-{}", kind.id), format!("per-{}", kind.per.id())]);
        for id in kinds.chain(reports) {
            assert!(texts.contains_key(&id), "{}: no {id}", language.id);
        }
    }
}

#[test]
fn the_kinds_of_report_that_records_may_name_are_those_that_are_made() {
    let made: BTreeSet<_> = REPORTS.iter().map(|kind| kind.id).collect();
    assert_eq!(made, BTreeSet::from(report_id::ALL));
}

#[test]
fn every_date_of_a_ticket_is_named_in_every_language() {
    let tickets = KINDS.iter().filter(|kind| kind.defines(Target::Ticket));
    let fields = tickets.filter_map(|kind| kind.record).flat_map(|record| record.fields);
    let dates = fields.filter(|field| field.role.is_past() || field.role == Role::Planned);
    let ids: BTreeSet<_> =
        dates.map(|field| format!("key-{}", field.key.replace('_', "-"))).collect();
    assert!(!ids.is_empty());
    for language in LANGUAGES {
        let texts = texts(language);
        for id in &ids {
            assert!(texts.contains_key(id), "{}: no {id}", language.id);
        }
    }
}

#[test]
fn rules_have_names_of_their_own() {
    let mut seen = BTreeSet::new();
    for rule in pipeline::rules() {
        assert!(seen.insert(rule.code), "{} stands twice", rule.code.0);
        assert!(is_name(rule.code.0), "{}", rule.code.0);
    }
}

/// Every source file below `src/`, as text.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(root).into_iter().map(|entry| entry.unwrap().into_path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The string literals that follow a marker in the sources.
fn literals(sources: &[String], marker: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources {
        for rest in source.split(marker).skip(1) {
            let literal = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            found.extend(literal.map(|(literal, _)| literal.to_owned()));
        }
    }
    found
}

#[test]
fn every_wording_and_hint_in_the_sources_has_its_text() {
    let sources = sources();
    let texts = texts(&LANGUAGES[0]);
    let codes: Vec<_> = pipeline::rules().iter().map(|rule| rule.code.0).collect();
    let variants = literals(&sources, ".variant(");
    for variant in &variants {
        let known = codes.iter().any(|code| texts.contains_key(&format!("{code}-{variant}")));
        assert!(known, "no message for the wording {variant}");
    }
    let hints: BTreeSet<_> = sources
        .iter()
        .flat_map(|source| source.split('"'))
        .filter(|word| word.starts_with("hint-") && is_name(word))
        .collect();
    assert!(!hints.is_empty());
    for hint in hints {
        assert!(texts.contains_key(hint), "no message {hint}");
    }
    for label in literals(&sources, ".related(") {
        assert!(texts.contains_key(&format!("related-{label}")), "no message related-{label}");
    }
}

#[test]
fn every_text_of_a_rule_belongs_to_one() {
    let codes: Vec<_> = pipeline::rules().iter().map(|rule| rule.code.0).collect();
    let sources = sources();
    let mut variants = literals(&sources, ".variant(");
    variants.extend(literals(&sources, "say("));
    for id in texts(&LANGUAGES[0]).keys().filter_map(|id| id.strip_suffix(".label")) {
        let known = codes.iter().any(|code| {
            id == *code
                || id
                    .strip_prefix(code)
                    .and_then(|rest| rest.strip_prefix('-'))
                    .is_some_and(|rest| variants.contains(rest))
        });
        assert!(known, "{id} is said by nothing");
    }
}
