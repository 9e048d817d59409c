//! `unprintable-character`: a text holds a character that the shipped fonts lack.

use super::{Context, texts};
use crate::diagnostic::{Diagnostics, Rule};

/// A character that would stop the PDF.
pub(super) const RULE: Rule = Rule::data("unprintable-character");

/// Reports every such character of a text once, in every record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for text in texts::of_all(context) {
        let mut said = Vec::new();
        for c in text.text.chars() {
            // Line breaks and tabs lay out text; they are never drawn.
            if matches!(c, '\n' | '\r' | '\t') || said.contains(&c) || (context.printable)(c) {
                continue;
            }
            said.push(c);
            let shown = if is_invisible(c) { String::new() } else { c.to_string() };
            let diagnostic = RULE.at(text.place.clone()).record(text.record.clone());
            found.push(diagnostic.arg("character", shown).arg("code", format!("U+{:04X}", u32::from(c))));
        }
    }
}

/// Control and direction marks, and blanks without width: shown, they would only puzzle.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
