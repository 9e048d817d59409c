//! `phone-number-in-text`: a free text holds a mobile number.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// A number that a report would print unmasked.
pub(super) const RULE: Rule = Rule::new("phone-number-in-text", Family::Data, Severity::Warning);

/// Digits of a mobile number.
const LENGTH: usize = 11;

/// The key that numbers belong under, which is masked when printed.
const PHONE: &str = "phone";

/// Reports every text of work done with such a number, masked in the message.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_work(context, &mut |text| {
        if text.key == PHONE || text.text.len() < LENGTH {
            return;
        }
        let runs = text.text.split(|c: char| !c.is_ascii_alphanumeric());
        for number in runs.filter(|run| is_mobile(run)) {
            let masked = format!("{}****{}", &number[..3], &number[7..]);
            found.push(RULE.at(text.location()).record(text.record).arg("masked", masked));
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
