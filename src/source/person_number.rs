//! Personal numbers: mobile numbers and 居民身份证号.
//!
//! In: a text. Out: the positions of such numbers, whether they are valid, and the text with the
//! middle of each masked. All output of weibao is masked here, because excerpts end up in logs and
//! reports in archives. Masking is generous and needs only the shape of a number; reporting one is
//! strict.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

/// Weights of the first 17 digits (GB 11643—1999, ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character by remainder.
const CHECKS: &[u8; 11] = b"10X98765432";
/// A shorter text cannot contain a number; skipping short texts saves time, because most texts are
/// short.
const SHORTEST: usize = 11;

/// The kind of a personal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PersonNumberKind {
    /// A mobile number: 11 digits that begin with 1.
    Mobile,
    /// A 居民身份证号: 18 digits, the last of which may be X.
    Identity,
}

/// A part of a text that looks like a personal number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonNumber<'t> {
    pub kind: PersonNumberKind,
    pub text: &'t str,
    /// Its start in the text, in bytes.
    start: usize,
}

impl PersonNumber<'_> {
    /// True if the number can be real: a mobile number in an assigned range, or a valid birthday
    /// and check character.
    pub(crate) fn is_valid(&self) -> bool {
        match self.kind {
            PersonNumberKind::Mobile => matches!(self.text.as_bytes().get(1), Some(b'3'..=b'9')),
            PersonNumberKind::Identity => is_identity(self.text),
        }
    }

    /// The bytes of the text to mask.
    const fn hidden(&self) -> Range<usize> {
        match self.kind {
            PersonNumberKind::Mobile => self.start + 3..self.start + 7,
            PersonNumberKind::Identity => self.start + 6..self.start + 16,
        }
    }
}

/// The parts of a text that look like personal numbers. A run of digits inside a word, such as a
/// hash, does not count.
pub(crate) fn person_numbers(text: &str) -> impl Iterator<Item = PersonNumber<'_>> {
    let bytes = text.as_bytes();
    let mut at = if bytes.len() < SHORTEST { bytes.len() } else { 0 };
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            let run = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
            at = start + run + 1;
            if let Some((kind, length)) = shape(bytes, start, run) {
                let text = text.get(start..start + length)?;
                return Some(PersonNumber { kind, text, start });
            }
        }
        None
    })
}

/// The kind of number that a run of digits looks like, and its length including a check letter.
fn shape(bytes: &[u8], start: usize, run: usize) -> Option<(PersonNumberKind, usize)> {
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let after = bytes.get(start + run);
    let in_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let check_letter = matches!(after, Some(b'X' | b'x')) && !in_word(bytes.get(start + run + 1));
    if in_word(before) || (in_word(after) && !check_letter) {
        return None;
    }
    match run {
        11 if bytes.get(start) == Some(&b'1') => Some((PersonNumberKind::Mobile, 11)),
        18 => Some((PersonNumberKind::Identity, 18)),
        17 if check_letter => Some((PersonNumberKind::Identity, 18)),
        _ => None,
    }
}

/// Masks the middle of anything that looks like a mobile or 居民身份证 number: 138****1234. Lengths do
/// not change, so ranges stay valid.
pub(crate) fn masked(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for number in person_numbers(text) {
        bytes.get_mut(number.hidden()).unwrap_or_default().fill(b'*');
    }
    // Only digits were replaced by asterisks.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// True for 18 digits with a valid birthday and check character.
fn is_identity(number: &str) -> bool {
    let (Some((&last, digits)), Some(birthday)) =
        (number.as_bytes().split_last(), number.get(6..14))
    else {
        return false;
    };
    if !digits.iter().all(u8::is_ascii_digit) || digits.first() == Some(&b'0') {
        return false;
    }
    let sum: u32 =
        digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = CHECKS.get(sum as usize % CHECKS.len());
    check == Some(&last.to_ascii_uppercase()) && is_birthday(birthday)
}

fn is_birthday(text: &str) -> bool {
    NaiveDate::parse_from_str(text, "%Y%m%d").is_ok_and(|day| (1900..2100).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_hidden_and_others_are_not() {
        for (text, shown) in [
            ("电话13812345678。", "电话138****5678。"),
            ("患者11010519491231002X开票", "患者110105**********2X开票"),
            ("110105194912310021", "110105**********21"),
            ("13812345678，13912345678", "138****5678，139****5678"),
            ("热线400-000-0000，T-20260921-03", "热线400-000-0000，T-20260921-03"),
            ("sha256 a13812345678f", "sha256 a13812345678f"),
            (
                "票据0006012612345678901, 2026-09-21, 12345678901234",
                "票据0006012612345678901, 2026-09-21, 12345678901234",
            ),
        ] {
            assert_eq!(masked(text), shown);
        }
    }

    #[test]
    fn only_true_identity_numbers_are_valid() {
        let valid =
            |text| person_numbers(text).find(PersonNumber::is_valid).map(|found| found.text);
        for (text, expected) in [
            ("患者11010519491231002X来电", Some("11010519491231002X")),
            ("11010519491231002x", Some("11010519491231002x")),
            ("440524188001010014", None),
            ("110105194912310021", None),
            ("11010519491331002X", None),
            ("票据代码110105194912310020012", None),
            ("", None),
            ("13812345678", Some("13812345678")),
            ("12012345678", None),
        ] {
            assert_eq!(valid(text), expected, "{text}");
        }
    }
}
