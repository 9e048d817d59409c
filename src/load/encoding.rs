//! Detects the encoding of a table line by line.
//!
//! In: lines with non-ASCII characters. Out: whether each line can be decoded. A table is either
//! UTF-8 or, as Chinese Excel saves it, GB18030, never a mixture. A single Chinese character in
//! GB18030 can look like a Latin letter in UTF-8; the three bytes of a Chinese character in UTF-8
//! are unambiguous.

use std::borrow::Cow;

use encoding_rs::GB18030;

use super::faults::ENCODING;
use super::hints;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Location};

/// A line of a table, without its line break.
#[derive(Clone, Copy)]
pub(super) struct Line<'l> {
    pub bytes: &'l [u8],
    /// The line number, from one.
    pub number: usize,
    /// Offset of the line's first byte in the file.
    pub offset: usize,
}

/// The encoding as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum TextEncoding {
    /// Only ASCII so far.
    #[default]
    Plain,
    /// The lines so far are valid in both UTF-8 and GB18030.
    Unsure,
    Utf8,
    Legacy,
}

/// Why a line cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The byte at this offset of the line is invalid in both encodings.
    Byte(usize),
    /// The line is in another encoding than the previous ones.
    Mixed,
    /// The previous lines were GB18030, not UTF-8: they must be read again.
    Restart,
}

impl Unreadable {
    /// A diagnostic that points to the byte in the line.
    pub(super) fn diagnostic_at(self, file: FileId, line: Line<'_>) -> Diagnostic {
        let at = match self {
            Self::Byte(at) => at,
            Self::Mixed | Self::Restart => 0,
        };
        let before = line.bytes.get(..at).unwrap_or_default();
        let column = (at > 0).then(|| memchr::memchr_iter(b',', before).count());
        let diagnostic = ENCODING.at(Location::cell(file, line.number, column));
        let diagnostic = if self == Self::Mixed { diagnostic.variant("mixed") } else { diagnostic };
        let byte = line.bytes.get(at).copied().unwrap_or_default();
        diagnostic
            .hint(hints::for_bytes(line.bytes))
            .arg("offset", line.offset + at)
            .arg("line", line.number)
            .arg("byte", format!("0x{byte:02X}"))
    }
}

impl TextEncoding {
    /// GB18030 from the first line on.
    pub(super) const fn legacy() -> Self {
        Self::Legacy
    }

    /// True if the file is GB18030.
    pub(super) const fn is_legacy(self) -> bool {
        matches!(self, Self::Legacy)
    }

    /// Updates the encoding from a line that is not pure ASCII.
    ///
    /// # Errors
    /// Why the line cannot be decoded.
    pub(super) fn judge(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let utf8 = std::str::from_utf8(line);
        let sure = utf8.is_ok_and(|text| text.bytes().any(|byte| byte >= 0xe0));
        match (*self, utf8) {
            (Self::Legacy, _) if sure => return Err(Unreadable::Mixed),
            (Self::Legacy, _) => {
                return legacy_text(line).map(drop).ok_or(Unreadable::Byte(first_bad(line)));
            }
            (_, Ok(_)) if sure => *self = Self::Utf8,
            (Self::Plain, Ok(_)) => *self = Self::Unsure,
            (_, Ok(_)) => {}
            (encoding, Err(error)) => {
                if legacy_text(line).is_none() {
                    return Err(Unreadable::Byte(error.valid_up_to()));
                }
                match encoding {
                    Self::Utf8 => return Err(Unreadable::Mixed),
                    Self::Unsure => return Err(Unreadable::Restart),
                    Self::Plain | Self::Legacy => *self = Self::Legacy,
                }
            }
        }
        Ok(())
    }

    /// Decodes a line, or a part of one, that [`Self::judge`] accepted.
    pub(super) fn text(self, bytes: &[u8]) -> Cow<'_, str> {
        match std::str::from_utf8(bytes) {
            Ok(text) if !self.is_legacy() => Cow::Borrowed(text),
            _ => legacy_text(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes)),
        }
    }
}

fn legacy_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    GB18030.decode_without_bom_handling_and_without_replacement(bytes)
}

/// The first byte at which a line is not valid GB18030.
fn first_bad(line: &[u8]) -> usize {
    // The longest valid prefix ends before it; a character has at most four bytes.
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut space = String::with_capacity(line.len().saturating_mul(3));
    let (_, read) = decoder.decode_to_string_without_replacement(line, &mut space, true);
    read.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gb(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn one_encoding_a_file() {
        let mut encoding = TextEncoding::default();
        assert_eq!(encoding.judge("数据库".as_bytes()), Ok(()));
        assert_eq!(encoding.judge(&gb("数据库")), Err(Unreadable::Mixed));
        assert_eq!(encoding.judge(b"db\xff\xff"), Err(Unreadable::Byte(2)));
        let mut encoding = TextEncoding::default();
        assert_eq!(encoding.judge(&gb("数据库")), Ok(()));
        assert_eq!(encoding.judge("数据库".as_bytes()), Err(Unreadable::Mixed));
        assert_eq!(encoding.judge(b"d,\xff\xff"), Err(Unreadable::Byte(2)));
        assert_eq!(encoding.text(&gb("数据库")), "数据库");
    }

    #[test]
    fn a_character_that_looks_like_latin_does_not_decide() {
        // This character is C4 A3 in GB18030, which is a Latin letter in UTF-8.
        let mut encoding = TextEncoding::default();
        assert_eq!(encoding.judge(&gb("模")), Ok(()));
        assert_eq!(encoding, TextEncoding::Unsure);
        assert_eq!(encoding.judge(&gb("数据库")), Err(Unreadable::Restart));
        let mut encoding = TextEncoding::legacy();
        assert_eq!(encoding.judge(&gb("模")), Ok(()));
        assert_eq!(encoding.text(&gb("模")), "模");
    }
}
