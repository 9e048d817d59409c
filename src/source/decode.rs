//! Decodes bytes to text, never with replacement characters.
//!
//! In: the bytes of a file. Out: its text and encoding, or the first byte that is neither valid
//! UTF-8 nor, where allowed, GB18030 as Chinese Excel saves it.

use encoding_rs::GB18030;

/// The detected encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// GB18030 (a superset of GBK and GB 2312).
    Gb18030,
}

/// The first byte that could not be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecodeFault {
    /// Offset of the byte in the file, from zero.
    pub offset: usize,
    pub byte: u8,
    /// The line of the byte, from one.
    pub line: usize,
}

/// Decodes a whole file.
///
/// # Errors
/// The first byte that is not UTF-8, if the file is not GB18030 either (or if `gb18030` is false,
/// which rules that out).
pub(crate) fn decode(bytes: &[u8], gb18030: bool) -> Result<(String, Encoding), DecodeFault> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.len() - body.len();
    let fault = match std::str::from_utf8(body) {
        Ok(text) => return Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => fault_at(bytes, start + error.valid_up_to()),
    };
    if gb18030 && let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(body)
    {
        return Ok((text.into_owned(), Encoding::Gb18030));
    }
    Err(fault)
}

/// Decodes text for display only: as UTF-8, else as GB18030, else line by line with replacement
/// characters for invalid bytes. Records are never decoded this way.
pub(crate) fn decode_leniently(bytes: &[u8]) -> String {
    if let Ok((text, _)) = decode(bytes, true) {
        return text;
    }
    let lines = bytes.split_inclusive(|&byte| byte == b'\n');
    lines
        .map(|line| {
            decode(line, true)
                .map_or_else(|_| String::from_utf8_lossy(line).into_owned(), |(text, _)| text)
        })
        .collect()
}

fn fault_at(bytes: &[u8], offset: usize) -> DecodeFault {
    let before = bytes.get(..offset).unwrap_or(bytes);
    DecodeFault {
        offset,
        byte: bytes.get(offset).copied().unwrap_or_default(),
        line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_mark_is_the_same_text() {
        assert_eq!(decode("中文".as_bytes(), false), Ok(("中文".to_owned(), Encoding::Utf8)));
        assert_eq!(
            decode(b"\xef\xbb\xbf\xe4\xb8\xad", false),
            Ok(("中".to_owned(), Encoding::Utf8))
        );
    }

    #[test]
    fn gb18030_is_found_where_allowed_only() {
        let bytes = b"a\n\xd6\xd0\xce\xc4";
        assert_eq!(decode(bytes, true), Ok(("a\n中文".to_owned(), Encoding::Gb18030)));
        let fault = decode(bytes, false).unwrap_err();
        assert_eq!((fault.offset, fault.byte, fault.line), (2, 0xd6, 2));
    }

    #[test]
    fn bytes_of_neither_name_the_first() {
        let fault = decode(b"ok\xff\xff", true).unwrap_err();
        assert_eq!((fault.offset, fault.byte), (2, 0xff));
    }
}
