//! Diagnostics as text.
//!
//! In: sorted diagnostics, the files they speak of, and a language. Out: bytes in one of [`EMITTERS`]' formats. A room of its own
//! so that a new format is one file and one entry, and knows no check.

mod human;
mod json;

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Family, Severity};
use crate::lang::{Phrases, Value};
use crate::source::Locator;

/// What is to be printed.
pub struct Output<'a> {
    /// The diagnostics, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// How many records were read.
    pub records: usize,
    /// How many samples were read.
    pub samples: u64,
    /// The words.
    pub phrases: &'a Phrases,
    /// Whether colours may be used.
    pub color: bool,
}

/// A format that diagnostics are printed in.
#[derive(Clone, Copy)]
pub struct Emitter {
    /// The word used on the command line.
    pub id: &'static str,
    /// Writes everything.
    pub write: fn(&Output<'_>, &mut Locator<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every format; the first is the default.
pub const EMITTERS: &[Emitter] =
    &[Emitter { id: "human", write: human::write }, Emitter { id: "json", write: json::write }];

/// The words of one diagnostic in one language.
pub(crate) struct Words {
    pub(crate) headline: String,
    pub(crate) label: Option<String>,
    pub(crate) help: Vec<String>,
}

pub(crate) fn words(diagnostic: &Diagnostic, phrases: &Phrases) -> Words {
    let id = diagnostic.message_id();
    let args = &diagnostic.args;
    // A wording without a help of its own shares the one of its code.
    let own = phrases.attribute(&id, "help", args);
    let help = own.or_else(|| phrases.attribute(diagnostic.rule.code.0, "help", args));
    let hints = diagnostic.hints.iter().map(|hint| phrases.text(hint, args));
    Words {
        headline: phrases.text(&id, args),
        label: phrases.attribute(&id, "label", args),
        help: hints.chain(help).collect(),
    }
}

pub(crate) fn related_label(diagnostic: &Diagnostic, label: &str, phrases: &Phrases) -> String {
    let id = diagnostic.message_id();
    let own = phrases.attribute(&id, label, &diagnostic.args);
    own.or_else(|| phrases.attribute(diagnostic.rule.code.0, label, &diagnostic.args))
        .unwrap_or_else(|| phrases.text(&format!("related-{label}"), &[]))
}

/// How many diagnostics there are of each sort.
pub(crate) fn counts(diagnostics: &[Diagnostic]) -> [(&'static str, usize); 4] {
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

pub(crate) fn count_args(output: &Output<'_>) -> Vec<(&'static str, Value)> {
    let mut args: Vec<_> =
        counts(output.diagnostics).into_iter().map(|(name, count)| (name, Value::from(count))).collect();
    args.push(("records", output.records.into()));
    args.push(("samples", output.samples.into()));
    args
}
