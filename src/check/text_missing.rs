//! `text-missing`: a text that a report prints is blank.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Rule};

/// A blank text that a report prints.
pub(super) const RULE: Rule = Rule::data("text-missing");

/// Keys whose text may not be blank. An item's result and reason, and a finding's suggestion, have
/// their own checks.
const KEYS: [&str; 17] = [
    "id",
    "title",
    "name",
    "number",
    "section",
    "text",
    "role",
    "conclusion",
    "problem",
    "action",
    "note",
    "notice",
    "subject",
    "work",
    "question",
    "overview",
    "measure",
];

/// Reports blank texts of these keys in every record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_all(context, &mut |text, seen| {
        let key = seen.field.key;
        if text.trim().is_empty() && KEYS.contains(&key) {
            found.push(RULE.at(seen.location()).record(seen.entry().name()).arg("key", key));
        }
    });
}
