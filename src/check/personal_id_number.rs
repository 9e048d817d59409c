//! `personal-id-number`: a text holds a citizen's identity number (居民身份证号).

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::{PersonNumber, PersonNumberKind, masked, person_numbers};

/// A number that belongs in no record of ours.
pub(super) const RULE: Rule = Rule::data("personal-id-number");

/// Reports every text with such a number, masked in the message.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_all(context, &mut |text, seen| {
        let numbers = person_numbers(text).filter(PersonNumber::is_valid);
        for number in numbers.filter(|number| number.kind == PersonNumberKind::Identity) {
            let masked = masked(number.text);
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("masked", masked));
        }
    });
}
