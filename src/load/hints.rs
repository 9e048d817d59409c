//! Hints for common mistakes in records.
//!
//! In: a wrong word, value or file. Out: the name of a hint message, or the word that was probably
//! meant.

/// Words less similar than this are not typos of each other.
const ALIKE: f64 = 0.55;

/// The hint for a value of the wrong format.
pub(super) fn for_value(value: &str) -> Option<&'static str> {
    let value = value.trim();
    if value.starts_with("##") {
        return Some("hint-excel-hashes");
    }
    if value.chars().any(|c| matches!(c, '０'..='９' | '％' | '．' | '－' | '，')) {
        return Some("hint-full-width-digits");
    }
    if value.contains('：') {
        return Some("hint-full-width-time");
    }
    if value.starts_with(['“', '”', '‘', '’', '「']) {
        return Some("hint-chinese-quotes");
    }
    if value.contains(['年', '月']) {
        return Some("hint-written-date");
    }
    None
}

/// The hint for a value that should be a number.
pub(super) fn for_number(value: &str) -> Option<&'static str> {
    let plain = value.bytes().any(|byte| byte.is_ascii_digit()).then_some("hint-plain-number");
    for_value(value).or(plain)
}

/// The hint for a value that should be a date or a moment.
pub(super) fn for_moment(value: &str) -> &'static str {
    for_value(value).unwrap_or("hint-written-date")
}

/// The hint for a file that is not text.
pub(super) fn for_bytes(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Some("hint-utf16");
    }
    // Every Excel workbook since 2007 is a ZIP archive; older ones start with the OLE signature.
    let workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    workbook.then_some("hint-excel-file")
}

/// The hint for a first line that names no column, but might if it were split at another delimiter.
pub(super) fn for_header(
    bytes: &[u8],
    text: &str,
    is_name: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    if let Some(hint) = for_bytes(bytes) {
        return Some(hint);
    }
    let names = |separators: &[char]| text.split(separators).any(|name| is_name(name.trim()));
    if text.contains('\r') && names(&['\r', ',']) {
        return Some("hint-line-ends");
    }
    names(&['，', ';', '；', '\t', '|', '、']).then_some("hint-separator")
}

/// The known word most similar to an unknown one, if any is similar enough.
pub(super) fn similar<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    let scored = known
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&word, candidate), candidate));
    scored
        .filter(|(score, _)| *score >= ALIKE)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
