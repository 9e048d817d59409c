//! `personal-id-number`: a text contains a citizen's identity number (居民身份证号).

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::{PersonNumber, PersonNumberKind, masked, person_numbers};

/// An identity number, which no record may contain.
pub(super) const RULE: Rule = Rule::data("personal-id-number");

/// Reports every text with an identity number; the message masks it.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_all(context, &mut |text, seen| {
        let numbers = person_numbers(text).filter(PersonNumber::is_valid);
        for number in numbers.filter(|number| number.kind == PersonNumberKind::Identity) {
            let masked = masked(number.text);
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("masked", masked));
        }
    });
}
