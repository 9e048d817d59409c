//! `placeholder-left`: a text still holds the words of a draft, such as TODO or 待填写.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::placeholder;

/// A gap that was to be filled in later.
pub(super) const RULE: Rule = Rule::data("placeholder-left");

/// Before the first day of service nothing is handed over, and a new contract's folder may still have gaps.
const NOT_YET: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Reports texts that hold such a mark, in every record. A record with a gap where the form wants a day, a word or a number
/// cannot be read, and was reported by the loader under the same name.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let has_begun = context.contract.record.term.from.0 <= context.as_of;
    let rule = if has_begun { RULE } else { NOT_YET };
    texts::of_all(context, &mut |text, seen| {
        if let Some(mark) = placeholder(text) {
            found.push(rule.at(seen.location()).record(seen.entry().name()).arg("mark", mark));
        }
    });
}
