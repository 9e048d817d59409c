//! Texts inside a document.
//!
//! In: a JSON document. Out: the same with every text changed by a function.

use serde_json::Value;

/// What stands for a character that no shipped font has: the mark Chinese printers have always used.
pub(super) const GETA: char = '〓';

/// Changes every text of a document, keys apart.
pub(super) fn map_texts(document: Value, change: &dyn Fn(&str) -> String) -> Value {
    match document {
        Value::String(text) => Value::String(change(&text)),
        Value::Array(items) => items.into_iter().map(|item| map_texts(item, change)).collect(),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, map_texts(value, change))).collect(),
        other => other,
    }
}

/// Takes out control characters and marks that cannot be seen or turn the direction of text.
pub(super) fn visible(text: &str) -> String {
    text.chars().filter(|character| !is_hidden(*character)).collect()
}

fn is_hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    control
        || matches!(character,
            '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
