//! A YAML text as a tree in which every key and every value knows its place.
//!
//! In: a decoded YAML text. Out: a [`Tree`], or the place and reason why there is none. Only the careful path and
//! the printing of diagnostics come here; good data is read straight into the record types.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Options, Spanned};

use super::Key;

/// A value of a YAML text.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nothing, or `~`, or `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction, or too large for a whole one.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys and values, in the order written.
    Map(Vec<(Spanned<String>, Tree)>),
}

/// A value with its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    node: Box<Node>,
    location: Location,
}

/// Why a text is no YAML tree.
#[derive(Debug, Clone, PartialEq)]
pub struct TreeFault {
    /// The parser's own words.
    pub message: String,
    /// Where it stopped, in bytes of the text.
    pub range: Range<usize>,
    /// A key given twice, if that is the fault.
    pub duplicate_key: Option<String>,
}

impl Tree {
    /// The value.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// The bytes of `text` this value was written as.
    pub fn range(&self, text: &str) -> Range<usize> {
        let range = byte_range(text, self.location);
        let trimmed = text.get(range.clone()).map_or(0, |part| part.trim_end().len());
        range.start..range.start + trimmed
    }

    /// The value at the end of `path`, if there is one.
    pub fn find(&self, path: &[Key]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else {
            return Some(self);
        };
        match (self.node(), first) {
            (Node::Map(pairs), Key::Name(name)) => {
                pairs.iter().find(|(key, _)| key.value == *name).and_then(|(_, value)| value.find(rest))
            }
            (Node::List(items), Key::Index(index)) => items.get(*index)?.find(rest),
            _ => None,
        }
    }

    /// The bytes of the key at the end of `path`.
    pub fn find_name(&self, path: &[Key], text: &str) -> Option<Range<usize>> {
        let (Key::Name(name), parent) = path.split_last().map(|(last, rest)| (last, rest))? else {
            return None;
        };
        let Node::Map(pairs) = self.find(parent)?.node() else {
            return None;
        };
        let (key, _) = pairs.iter().find(|(key, _)| key.value == *name)?;
        Some(byte_range(text, key.referenced))
    }
}

/// Reads a text as one YAML value with places.
///
/// # Errors
/// The first fault of the text: syntax, a duplicate key, or a budget (aliases, depth, size) exceeded.
pub fn parse_tree(text: &str) -> Result<Tree, TreeFault> {
    serde_saphyr::from_str_with_options::<Tree>(text, options()).map_err(|error| {
        let error = error.without_snippet();
        let message = error.to_string();
        let range = error.location().map_or(0..0, |location| byte_range(text, location));
        let duplicate_key = match error {
            serde_saphyr::Error::DuplicateMappingKey { key, .. } => key.clone(),
            _ => None,
        };
        TreeFault { message, range, duplicate_key }
    })
}

fn options() -> Options {
    serde_saphyr::options! {
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
    match (span.byte_offset(), span.byte_len()) {
        (Some(offset), Some(len)) => clamp(offset)..clamp(offset.saturating_add(len)),
        _ => char_range(text, span.offset(), span.len()),
    }
}

fn char_range(text: &str, offset: u64, len: u64) -> Range<usize> {
    let position = |chars: u64| {
        text.char_indices()
            .nth(usize::try_from(chars).unwrap_or(usize::MAX))
            .map_or(text.len(), |(index, _)| index)
    };
    position(offset)..position(offset.saturating_add(len))
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Node>::deserialize(deserializer)?;
        Ok(Self { node: Box::new(spanned.value), location: spanned.referenced })
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any YAML value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Integer))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element::<Tree>()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry::<Spanned<String>, Tree>()? {
            pairs.push(pair);
        }
        Ok(Node::Map(pairs))
    }
}
