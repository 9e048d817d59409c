//! A cell of a table, and how a record type reads it.
//!
//! In: the text between two commas. Out: the intended text; and a serde deserializer for it, so
//! that rows need no intermediate value.

use std::borrow::Cow;

use serde::de::value::{Error, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::load::schema::Shape;

/// The text of a cell, without surrounding quotes and blanks and with uniform line breaks.
pub(in crate::load) fn text(raw: &str) -> Cow<'_, str> {
    let Some(inside) = raw.strip_prefix('"') else {
        return Cow::Borrowed(raw.trim());
    };
    let inside = inside.trim_end();
    let inside = inside.strip_suffix('"').unwrap_or(inside).trim();
    if inside.contains(['"', '\r']) {
        return Cow::Owned(inside.replace("\"\"", "\"").replace("\r\n", "\n"));
    }
    Cow::Borrowed(inside)
}

/// The items of a list in a cell.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(['；', ';', '\n']).map(str::trim).filter(|item| !item.is_empty())
}

/// The invisible character of a cell, if there is one.
pub(super) fn stray(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}

/// True if a row may contain an invisible character. A few letters give a false positive.
pub(super) fn may_be_stray(row: &str) -> bool {
    row.bytes()
        .any(|byte| (byte < 0x20 && !matches!(byte, b'\n' | b'\t')) || matches!(byte, 0x7f | 0xc2))
}

/// A cell that is not empty.
pub(super) struct Cell<'t> {
    pub text: &'t str,
    /// How the text is to be read.
    pub shape: Shape,
}

impl<'de> IntoDeserializer<'de, Error> for Cell<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.shape {
            Shape::List => visitor.visit_seq(SeqDeserializer::new(items(self.text))),
            Shape::Text | Shape::Nested => visitor.visit_borrowed_str(self.text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_stands_between_quotes_and_blanks() {
        for (raw, expected) in [
            ("", ""),
            (" a ", "a"),
            ("\" a \"", "a"),
            ("\"a,\"\"b\"\"\" ", "a,\"b\""),
            ("\"a\r\nb\"", "a\nb"),
            ("a\"b\"", "a\"b\""),
            ("\"\"", ""),
            ("\"\"\"\"", "\""),
        ] {
            assert_eq!(text(raw), expected, "{raw}");
        }
    }

    #[test]
    fn lists_are_split_at_semicolons_and_line_breaks() {
        assert_eq!(items("a；b; c\nd;；").collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
