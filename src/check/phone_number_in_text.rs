//! `phone-number-in-text`: a free text contains a mobile number.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::source::{PersonNumber, PersonNumberKind, masked, person_numbers};

/// A mobile number that a report would print unmasked.
pub(super) const RULE: Rule = Rule::new("phone-number-in-text", Family::Data, Severity::Warning);

/// Reports every text of a service record with a mobile number; the message masks it.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_work(context, &mut |text, seen| {
        let numbers = person_numbers(text).filter(PersonNumber::is_valid);
        for number in numbers.filter(|number| number.kind == PersonNumberKind::Mobile) {
            let masked = masked(number.text);
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("masked", masked));
        }
    });
}
