//! `placeholder-left`: a text still contains a draft marker such as TODO or 待填写.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::placeholder;

/// A placeholder that was not filled in.
pub(super) const RULE: Rule = Rule::data("placeholder-left");

/// Before service begins nothing is delivered, so a new contract's folder may still have
/// placeholders.
const NOT_YET: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Reports texts with such a marker in every record. A placeholder where the schema requires a
/// date, a keyword or a number makes the record unreadable; the loader reports it under the same
/// code.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let has_begun = context.contract.record.term.from.0 <= context.as_of;
    let rule = if has_begun { RULE } else { NOT_YET };
    texts::of_all(context, &mut |text, seen| {
        if let Some(mark) = placeholder(text) {
            found.push(rule.at(seen.location()).record(seen.entry().name()).arg("mark", mark));
        }
    });
}
