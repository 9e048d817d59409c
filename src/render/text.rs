//! Changes texts inside a document.
//!
//! In: a JSON document. Out: the same document with a function applied to every text.

use serde_json::Value;

use crate::source::is_invisible;

/// Replaces a character that no shipped font has: the mark traditionally used by Chinese printers.
pub(super) const GETA: char = '〓';

/// Keys whose texts name files, charts or styles; they are not shown to people, and must not be
/// changed.
const NAMES: [&str; 6] = ["path", "sources", "enclosed", "charts", "class", "target"];

/// Applies a function to every text of a document, except keys and names.
pub(super) fn map_texts(document: Value, change: &dyn Fn(&str) -> String) -> Value {
    match document {
        Value::String(text) => Value::String(change(&text)),
        Value::Array(items) => items.into_iter().map(|item| map_texts(item, change)).collect(),
        Value::Object(map) => {
            map.into_iter().map(|(key, value)| map_entry(key, value, change)).collect()
        }
        other => other,
    }
}

fn map_entry(key: String, value: Value, change: &dyn Fn(&str) -> String) -> (String, Value) {
    let is_name = NAMES.contains(&key.as_str());
    let texts = value.is_string()
        || value.as_array().is_some_and(|items| items.iter().all(Value::is_string));
    let value = if is_name && texts { value } else { map_texts(value, change) };
    (key, value)
}

/// Removes control characters, invisible marks and marks that change the direction of text.
pub(super) fn visible(text: &str) -> String {
    text.chars().filter(|character| !is_hidden(*character)).collect()
}

fn is_hidden(character: char) -> bool {
    is_invisible(character) && !matches!(character, '\n' | '\t')
}

/// Allows a break after every few characters in words longer than `longest`, such as paths and
/// hashes, which would otherwise run off the page. Chinese text breaks anywhere by itself.
pub(super) fn breakable(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| c.is_whitespace() || u32::from(c) >= 0x2e80) {
        if word.chars().count() <= longest {
            out.push_str(word);
            continue;
        }
        let mut since = 0;
        for character in word.chars() {
            out.push(character);
            since += 1;
            if since >= 6 || matches!(character, '/' | '_' | '-' | '.' | ',' | '\\' | '=' | '&') {
                out.push('\u{200b}');
                since = 0;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_words_get_breaks_and_nothing_is_lost() {
        let long = "/data/a_very_long_folder/name.txt";
        for text in ["EBILL_DATA为91.20%", "一二三四五六七八九十一二三四五六七八九十", long]
        {
            let broken = breakable(text, 16);
            assert_eq!(broken.replace('\u{200b}', ""), text);
            assert_eq!(broken != text, text == long);
        }
    }
}
