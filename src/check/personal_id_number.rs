//! `personal-id-number`: a text holds a citizen's identity number (居民身份证号).

use chrono::NaiveDate;

use super::{Context, texts};
use crate::diagnostic::{Diagnostics, Rule};

/// A number that belongs in no record of ours.
pub(super) const RULE: Rule = Rule::data("personal-id-number");

/// Digits of the number, the last of which may be X.
const LENGTH: usize = 18;
/// Weights of the first 17 digits (GB 11643—1999, ISO 7064 MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character by remainder.
const CHECKS: &[u8; 11] = b"10X98765432";

/// Reports every text with such a number, masked in the message.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_all(context, &mut |text, seen| {
        for number in numbers(text) {
            let masked = format!("{}**********{}", &number[..6], &number[16..]);
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("masked", masked));
        }
    });
}

/// The identity numbers in a text: runs of 18 digits with a true birthday and a true check character.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    // Most texts are too short, and are not looked through.
    let text = if text.len() < LENGTH { "" } else { text };
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    runs.filter(|run| run.len() == LENGTH && is_identity(run))
}

fn is_identity(run: &str) -> bool {
    let bytes = run.as_bytes();
    let (Some((&last, digits)), Some(birthday)) = (bytes.split_last(), run.get(6..14)) else {
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
    NaiveDate::parse_from_str(text, "%Y%m%d").is_ok_and(|day| {
        let year = chrono::Datelike::year(&day);
        (1900..2100).contains(&year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_true_numbers_are_found() {
        for (text, expected) in [
            ("患者11010519491231002X来电", Some("11010519491231002X")),
            ("11010519491231002x", Some("11010519491231002x")),
            ("440524188001010014", None),
            ("110105194912310021", None),
            ("11010519491331002X", None),
            ("票据代码110105194912310020012", None),
            ("", None),
        ] {
            assert_eq!(numbers(text).next(), expected, "{text}");
        }
    }
}
