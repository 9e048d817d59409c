//! `unprintable-character`: a text contains a character that the shipped fonts lack.

use super::context::Context;
use super::texts;
use crate::diagnostic::{Diagnostics, Rule};
use crate::source::is_invisible;

/// A character that would make the PDF fail.
pub(super) const RULE: Rule = Rule::data("unprintable-character");

/// The number of possible code points.
const CHARACTERS: usize = char::MAX as usize + 1;

/// Reports every such character once per text, in every record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    // Records reuse a few thousand characters; each is looked up in the fonts only once.
    let mut known = vec![None; CHARACTERS];
    texts::of_all(context, &mut |text, seen| {
        let mut diagnostic = Vec::new();
        for c in text.chars().filter(|c| !matches!(c, ' '..='~' | '\n' | '\r' | '\t')) {
            let printable = known
                .get_mut(c as usize)
                .map(|slot| *slot.get_or_insert_with(|| (context.printable)(c)));
            if printable != Some(false) || diagnostic.contains(&c) {
                continue;
            }
            diagnostic.push(c);
            // An invisible character would only confuse the reader of the message.
            let shown = if is_invisible(c) { String::new() } else { c.to_string() };
            let diagnostic = RULE.at(seen.location()).record(seen.entry().name());
            found.push(
                diagnostic.arg("character", shown).arg("code", format!("U+{:04X}", u32::from(c))),
            );
        }
    });
}
