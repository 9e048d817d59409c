//! What is said about the records: values in a list, never an early return.
//!
//! In: a [`Rule`] and a place. Out: [`Diagnostic`]s, sorted and deduplicated by [`Diagnostics`]. A room of its own so
//! that the loader, the checks and the printers share one type and know nothing of each other. Texts are not stored:
//! a diagnostic names its message, and `lang` has the words in every language.

use crate::labels::labels;
use crate::lang::Value;
use crate::source::{Location, Locator};

/// The kebab-case name of a problem, such as `threshold-reached`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

labels! {
    /// How much a diagnostic weighs.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Severity {
        /// Something must be done.
        Error { id: "error" },
        /// Something should be looked at.
        Warning { id: "warning" },
        /// Worth knowing.
        Note { id: "note" },
    }
    /// The word used in machine formats and message names.
    id
}

labels! {
    /// Whose matter a diagnostic is.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Family {
        /// A record is wrong: somebody must correct it.
        Data { id: "data" },
        /// The service fell short: a fact that belongs in the report.
        Service { id: "service" },
    }
    /// The word used in machine formats and message names.
    id
}

/// What kind of thing can be said: the constant part of every diagnostic of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub code: Code,
    /// Whose matter it is.
    pub family: Family,
    /// How much it weighs.
    pub severity: Severity,
}

impl Rule {
    /// A data error.
    pub const fn data(code: &'static str) -> Self {
        Self::new(code, Family::Data, Severity::Error)
    }

    /// A service deviation.
    pub const fn service(code: &'static str) -> Self {
        Self::new(code, Family::Service, Severity::Error)
    }

    /// Any family and weight.
    pub const fn new(code: &'static str, family: Family, severity: Severity) -> Self {
        Self { code: Code(code), family, severity }
    }

    /// Says it of a place.
    pub fn at(self, location: Location) -> Diagnostic {
        Diagnostic {
            rule: self,
            variant: None,
            location,
            record: String::new(),
            args: Vec::new(),
            related: Vec::new(),
            hints: Vec::new(),
        }
    }
}

/// A second place that explains the first, such as the contract clause that judges.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The place.
    pub location: Location,
    /// Attribute of the message that labels it, such as `clause`.
    pub label: &'static str,
}

/// One thing said about the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub rule: Rule,
    /// Which wording of the rule's message, where it has several.
    pub variant: Option<&'static str>,
    /// Where.
    pub location: Location,
    /// The record meant, as people name it; acknowledgements match on it.
    pub record: String,
    /// What the message's placeholders stand for.
    pub args: Vec<(&'static str, Value)>,
    /// Further places.
    pub related: Vec<Related>,
    /// Names of further hint messages, such as `hint-tab`.
    pub hints: Vec<&'static str>,
}

impl Diagnostic {
    /// Chooses a wording.
    #[must_use]
    pub const fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// Names the record.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.record = record.into();
        self
    }

    /// Fills a placeholder.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Fills a placeholder with the name of a key, as every language calls it.
    #[must_use]
    pub fn key(mut self, name: &'static str, key: &str) -> Self {
        self.args.push((name, Value::Message(format!("key-{}", key.replace('_', "-")))));
        self
    }

    /// Points at the contract clause that judges.
    #[must_use]
    pub fn clause(self, location: Location) -> Self {
        self.related("clause", location)
    }

    /// Points at a further place, labelled by this attribute of the message.
    #[must_use]
    pub fn related(mut self, label: &'static str, location: Location) -> Self {
        self.related.push(Related { location, label });
        self
    }

    /// Adds a hint by the name of its message.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<&'static str>>) -> Self {
        self.hints.extend(hint.into());
        self
    }

    /// Name of its message: the code, and behind it the wording's name.
    pub fn message_id(&self) -> String {
        self.variant.map_or_else(
            || self.rule.code.0.to_owned(),
            |variant| format!("{}-{variant}", self.rule.code.0),
        )
    }
}

/// Diagnostics of one run: collected, then sorted and deduplicated.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(diagnostics);
    }

    /// Puts them in order of file path, sheet, line, column and name, and drops repetitions.
    #[must_use]
    pub fn sorted(self, locator: &mut Locator<'_>) -> Vec<Diagnostic> {
        let mut keyed: Vec<_> = self
            .list
            .into_iter()
            .map(|diagnostic| (sort_key(&diagnostic, locator), diagnostic))
            .collect();
        keyed.sort_by(|left, right| left.0.cmp(&right.0));
        keyed.dedup_by(|right, left| left == right);
        keyed.into_iter().map(|(_, diagnostic)| diagnostic).collect()
    }

    /// True if nothing was said.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What was said so far, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }
}

fn sort_key(
    diagnostic: &Diagnostic,
    locator: &mut Locator<'_>,
) -> (String, (usize, usize, usize), String) {
    let order = locator.order(&diagnostic.location);
    let path = locator.path(&diagnostic.location).to_owned();
    // Equal places are told apart by what is said there, so that no two orders are possible.
    let what = format!("{} {} {:?}", diagnostic.message_id(), diagnostic.record, diagnostic.args);
    (path, order, what)
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
