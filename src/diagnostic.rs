//! Problems of the records: values in a list, never an early return.
//!
//! In: a [`Rule`] and a location. Out: [`Diagnostic`]s, sorted and deduplicated by [`Diagnostics`]. A room of its own so that
//! the loader, the checks and the emitters share one type and do not know each other. Texts are not stored: a diagnostic
//! names its message, and `lang` has the text in every language.

use crate::labels::labels;
use crate::lang::Value;
use crate::source::{Location, Locator};

/// The kebab-case name of a problem, such as `threshold-reached`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

labels! {
    /// The severity of a diagnostic.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Severity {
        /// Something must be done.
        Error { id: "error" },
        /// Something should be looked at.
        Warning { id: "warning" },
        /// Worth knowing.
        Note { id: "note" },
    }
    /// Its id in machine formats and message names.
    id
}

labels! {
    /// Who has to act on a diagnostic.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Family {
        /// A record is wrong and must be corrected.
        Data { id: "data" },
        /// The service fell short: a fact that belongs in the report.
        Service { id: "service" },
    }
    /// Its id in machine formats and message names.
    id
}

/// The constant part of all diagnostics with the same code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The code, by which users and machines name the rule.
    pub code: Code,
    /// Whether the record or the service is at fault.
    pub family: Family,
    /// The severity of every diagnostic of this rule.
    pub severity: Severity,
}

impl Rule {
    /// A rule for data errors.
    pub const fn data(code: &'static str) -> Self {
        Self::new(code, Family::Data, Severity::Error)
    }

    /// A rule for deviations of the service.
    pub const fn service(code: &'static str) -> Self {
        Self::new(code, Family::Service, Severity::Error)
    }

    /// A rule of any family and severity.
    pub const fn new(code: &'static str, family: Family, severity: Severity) -> Self {
        Self { code: Code(code), family, severity }
    }

    /// Creates a diagnostic of this rule at a location.
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

/// A second location that explains the first, such as the clause that sets the limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The location to show.
    pub location: Location,
    /// Attribute of the message that labels it, such as `clause`.
    pub label: &'static str,
}

/// One problem of the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// Selects one of the wordings of the rule's message, if it has several.
    pub variant: Option<&'static str>,
    /// The location of the problem.
    pub location: Location,
    /// The record concerned, as people name it; acknowledgements match on it.
    pub record: String,
    /// The values of the message's placeholders.
    pub args: Vec<(&'static str, Value)>,
    /// Further locations.
    pub related: Vec<Related>,
    /// Names of further hint messages, such as `hint-tab`.
    pub hints: Vec<&'static str>,
}

impl Diagnostic {
    /// Selects a wording.
    #[must_use]
    pub const fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// Names the record concerned.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.record = record.into();
        self
    }

    /// Sets a placeholder.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Sets a placeholder to the name of a key; every language has its own name for a key.
    #[must_use]
    pub fn key(mut self, name: &'static str, key: &str) -> Self {
        self.args.push((name, Value::Message(format!("key-{}", key.replace('_', "-")))));
        self
    }

    /// Adds the contract clause that sets the limit.
    #[must_use]
    pub fn clause(self, location: Location) -> Self {
        self.related("clause", location)
    }

    /// Adds a further location, labelled by this attribute of the message.
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

    /// Name of its message: the code, followed by the name of the wording if there is one.
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
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds several diagnostics.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(diagnostics);
    }

    /// Sorts by file path, sheet, line, column and name, and removes duplicates.
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

    /// True if there are no diagnostics.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All diagnostics so far, unsorted.
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
    // Diagnostics at the same location are ordered by their content, so that the order is unique.
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
