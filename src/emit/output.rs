//! The diagnostics to print, and their texts.
//!
//! In: diagnostics and a language. Out: headlines, labels and remedies, counts, and a stable fingerprint for each diagnostic.
//! Below the list of formats, because every format prints these.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::human::one_line;
use crate::diagnostic::{Diagnostic, Family, Severity};
use crate::lang::{Messages, Value};
use crate::source::{Key, Located, LocationKind, Locator, masked};

/// The data to print.
pub(crate) struct Output<'a> {
    pub diagnostics: &'a [Diagnostic],
    /// Number of records that were read.
    pub records: usize,
    /// Number of samples that were read.
    pub samples: u64,
    pub messages: &'a Messages,
    /// Whether colours may be used.
    pub color: bool,
    /// Path of the project in its repository, with `/` at its end; empty if the project is the repository itself.
    pub prefix: &'a str,
}

/// The texts of one diagnostic in one language.
pub(super) struct Words {
    pub(super) headline: String,
    pub(super) label: Option<String>,
    pub(super) help: Vec<String>,
}

pub(super) fn words(diagnostic: &Diagnostic, messages: &Messages) -> Words {
    let id = diagnostic.message_id();
    let args = &diagnostic.args;
    // A wording without a remedy of its own uses that of its code.
    let own = messages.attribute(&id, "help", args);
    let help = own.or_else(|| messages.attribute(diagnostic.rule.code.0, "help", args));
    let hints = diagnostic.hints.iter().map(|hint| messages.text(hint, args));
    // Texts quote records, and personal numbers are masked in everything that leaves weibao.
    Words {
        headline: masked(&messages.text(&id, args)),
        label: messages.attribute(&id, "label", args).map(|label| masked(&label)),
        help: hints.chain(help).map(|help| masked(&help)).collect(),
    }
}

pub(super) fn related_label(diagnostic: &Diagnostic, label: &str, messages: &Messages) -> String {
    let id = diagnostic.message_id();
    let own = messages.attribute(&id, label, &diagnostic.args);
    own.or_else(|| messages.attribute(diagnostic.rule.code.0, label, &diagnostic.args))
        .unwrap_or_else(|| messages.text(&format!("related-{label}"), &[]))
}

/// Number of diagnostics of each sort.
pub(super) fn counts(diagnostics: &[Diagnostic]) -> [(&'static str, usize); 4] {
    let of = |severity: Severity, family: Option<Family>| {
        diagnostics
            .iter()
            .filter(|diagnostic| {
                diagnostic.rule.severity == severity
                    && family.is_none_or(|family| diagnostic.rule.family == family)
            })
            .count()
    };
    [
        ("errors", of(Severity::Error, Some(Family::Data))),
        ("deviations", of(Severity::Error, Some(Family::Service))),
        ("warnings", of(Severity::Warning, None)),
        ("notes", of(Severity::Note, None)),
    ]
}

pub(super) fn count_args(output: &Output<'_>) -> Vec<(&'static str, Value)> {
    let mut args: Vec<_> = counts(output.diagnostics)
        .into_iter()
        .map(|(name, count)| (name, Value::from(count)))
        .collect();
    args.push(("records", output.records.into()));
    args.push(("samples", output.samples.into()));
    args
}

/// What is wrong and what to do, one sentence each. The cell of a workbook, which line and column do not show, comes first.
pub(super) fn sentences(
    diagnostic: &Diagnostic,
    located: &Located,
    messages: &Messages,
) -> Vec<String> {
    let Words { headline, help, .. } = words(diagnostic, messages);
    let cell = located.cell.iter().map(|cell| masked(&format!("{cell}: ")));
    let headline = cell.chain([headline]).collect::<String>();
    [headline].into_iter().chain(help).map(|sentence| one_line(&sentence)).collect()
}

/// A path relative to the repository, as CI systems expect it.
pub(super) fn in_repository(output: &Output<'_>, path: &str) -> String {
    format!("{}{path}", output.prefix)
}

/// A unique name for each diagnostic that stays the same when lines move or figures change.
///
/// A hash of message, path, record and key; diagnostics that agree in all of them are numbered in order.
pub(super) fn fingerprints(output: &Output<'_>, locator: &mut Locator<'_>) -> Vec<String> {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let mut name = |diagnostic: &Diagnostic| {
        let path = locator.path(&diagnostic.location).to_owned();
        let spot = spot(diagnostic, locator);
        let same = hash(&[&diagnostic.message_id(), &path, &diagnostic.record, &spot]);
        let number = met.entry(same.clone()).and_modify(|number| *number += 1).or_insert(0);
        if *number == 0 { same } else { hash(&[&same, &number.to_string()]) }
    };
    output.diagnostics.iter().map(&mut name).collect()
}

/// The location inside the file without line numbers: names of keys, or the row itself.
pub(super) fn spot(diagnostic: &Diagnostic, locator: &mut Locator<'_>) -> String {
    match &diagnostic.location.kind {
        LocationKind::Value(keys) | LocationKind::Name(keys) => {
            let names = keys.iter().filter_map(|key| match key {
                Key::Name(name) => Some(name.as_str()),
                Key::Index(_) => None,
            });
            names.collect::<Vec<_>>().join("/")
        }
        LocationKind::Row { .. } | LocationKind::Cell { .. } if diagnostic.record.is_empty() => {
            locator
                .locate(&diagnostic.location)
                .excerpt
                .map(|excerpt| excerpt.text)
                .unwrap_or_default()
        }
        LocationKind::File
        | LocationKind::Bytes(_)
        | LocationKind::Raw(_)
        | LocationKind::Row { .. }
        | LocationKind::Cell { .. } => String::new(),
    }
}

/// A hash of several texts, in hexadecimal.
pub(super) fn hash(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part.len().to_le_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
