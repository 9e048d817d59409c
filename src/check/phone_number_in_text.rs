//! `phone-number-in-text`: a free text holds a mobile number.

use super::{Context, texts};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A number that a report would print unmasked.
pub(super) const RULE: Rule = Rule::new("phone-number-in-text", Family::Data, Severity::Warning);

/// Digits of a mobile number.
const LENGTH: usize = 11;

/// Reports every text of work done with such a number, masked in the message.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_work(context, &mut |text, seen| {
        // Most texts are too short, and are not looked through.
        let text = if text.len() < LENGTH { "" } else { text };
        let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
        for number in runs.filter(|run| is_mobile(run)) {
            let masked = format!("{}****{}", &number[..3], &number[7..]);
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("masked", masked));
        }
    });
}

fn is_mobile(run: &str) -> bool {
    let digits = run.as_bytes();
    digits.len() == LENGTH
        && digits.iter().all(u8::is_ascii_digit)
        && digits[0] == b'1'
        && (b'3'..=b'9').contains(&digits[1])
}
