//! A YAML text as a tree in which every key and every value has its location.
//!
//! In: a decoded YAML text. Out: a [`Tree`], or why and where parsing failed. Duplicate keys are
//! kept, so that they are one fault among others and do not hide the rest of the file.

mod build;

use std::ops::Range;

use serde_saphyr::{Error, Location, Options};

use super::Key;

/// Maximum nesting depth of a text; records nest six levels deep.
const DEEPEST: usize = 64;
/// Maximum number of values that aliases may expand to.
const MOST_ALIASED: usize = 100_000;

/// A value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An empty value, `~` or `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or one too large for an integer.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys and values, in file order.
    Map(Vec<(Name, Tree)>),
}

/// A key with its location in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    text: String,
    location: Location,
}

impl Name {
    /// The key.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of `text` that hold the key.
    pub fn range(&self, text: &str) -> Range<usize> {
        byte_range(text, self.location)
    }
}

/// A value with its location in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    node: Node,
    /// Where the value is used: for an alias, the alias.
    used: Location,
    /// Where it is written: for an alias, the anchor.
    written: Location,
}

/// The kind of fault that prevents parsing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeFaultKind {
    /// The text is not valid YAML.
    Syntax,
    /// A second YAML document begins.
    Documents,
    /// The text is nested too deeply, or its aliases expand to too many values.
    Excess,
}

/// Why a text could not be parsed.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeFault {
    /// What sort.
    pub kind: TreeFaultKind,
    /// The parser's own message.
    pub message: String,
    /// Where the parser stopped, in bytes of the text.
    pub at: usize,
}

impl Tree {
    /// The value.
    pub const fn node(&self) -> &Node {
        &self.node
    }

    /// The bytes of `text` that hold this value; a list or a map extends to the end of its last
    /// value.
    pub fn range(&self, text: &str) -> Range<usize> {
        let own = byte_range(text, self.used);
        let end = match &self.node {
            Node::List(items) => items.last().map(|item| item.range(text).end),
            Node::Map(pairs) => {
                pairs.last().map(|(name, value)| value.range(text).end.max(name.range(text).end))
            }
            _ => None,
        };
        let end = end.map_or(own.end, |end| closed(text, own.start, end)).max(own.end);
        let trimmed = text.get(own.start..end).map_or(0, |part| part.trim_end().len());
        own.start..own.start + trimmed
    }

    /// The source text of a plain value: `007`, `1.50`.
    pub fn raw<'t>(&self, text: &'t str) -> &'t str {
        let raw = text.get(byte_range(text, self.written)).unwrap_or_default().trim();
        // The value may have an anchor or a tag before it.
        raw.rsplit([' ', '\t', '\n']).next().unwrap_or(raw)
    }

    /// The value at the end of `path`, if there is one.
    pub fn find(&self, path: &[Key]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else {
            return Some(self);
        };
        match (self.node(), first) {
            (Node::Map(pairs), Key::Name(name)) => pairs
                .iter()
                .find(|(key, _)| key.text == *name)
                .and_then(|(_, value)| value.find(rest)),
            (Node::List(items), Key::Index(index)) => items.get(*index)?.find(rest),
            _ => None,
        }
    }

    /// The bytes of the key at the end of `path`.
    pub fn find_name(&self, path: &[Key], text: &str) -> Option<Range<usize>> {
        let (Key::Name(name), parent) = path.split_last()? else {
            return None;
        };
        let Node::Map(pairs) = self.find(parent)?.node() else {
            return None;
        };
        let (key, _) = pairs.iter().find(|(key, _)| key.text == *name)?;
        Some(key.range(text))
    }
}

/// Moves the end of a flow list or map to after its bracket, if only blanks and a comma are in
/// between.
fn closed(text: &str, start: usize, end: usize) -> usize {
    if !text.get(start..).is_some_and(|rest| rest.starts_with(['[', '{'])) {
        return end;
    }
    let rest = text.get(end..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches([' ', ',', '\n', '\r']).len();
    if rest.get(blank..).is_some_and(|rest| rest.starts_with([']', '}'])) {
        end + blank + 1
    } else {
        end
    }
}

/// Parses a text as one YAML value with locations.
///
/// # Errors
/// The first fault of the text: invalid syntax, a second document, or a limit (aliases, depth)
/// exceeded.
pub fn parse_tree(text: &str) -> Result<Tree, TreeFault> {
    serde_saphyr::from_str_with_options::<Tree>(text, options()).map_err(|error| {
        let error = error.without_snippet();
        let at = error.location().map_or(0, |location| byte_range(text, location).start);
        TreeFault { kind: kind_of(error), message: error.to_string(), at }
    })
}

fn kind_of(error: &Error) -> TreeFaultKind {
    match error {
        Error::MultipleDocuments { .. } => TreeFaultKind::Documents,
        Error::Budget { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => TreeFaultKind::Excess,
        Error::AliasError { error, .. } => kind_of(error),
        _ => TreeFaultKind::Syntax,
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: DEEPEST },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: MOST_ALIASED },
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::PassThrough,
        with_snippet: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: serde_saphyr::NonFiniteFloatPolicy::AsString,
    }
}

fn byte_range(text: &str, location: Location) -> Range<usize> {
    let span = location.span();
    let clamp = |offset: u64| usize::try_from(offset).unwrap_or(usize::MAX).min(text.len());
    let range = match (span.byte_offset(), span.byte_len()) {
        (Some(offset), Some(len)) => clamp(offset)..clamp(offset.saturating_add(len)),
        _ => char_range(text, span.offset(), span.len()),
    };
    text.floor_char_boundary(range.start)..text.floor_char_boundary(range.end)
}

fn char_range(text: &str, offset: u64, len: u64) -> Range<usize> {
    let position = |chars: u64| {
        text.char_indices()
            .nth(usize::try_from(chars).unwrap_or(usize::MAX))
            .map_or(text.len(), |(index, _)| index)
    };
    position(offset)..position(offset.saturating_add(len))
}
