//! Hints for the mistakes that are really made here.
//!
//! In: a faulty text or word. Out: the name of a hint message, or the word that was probably meant.

/// The hint for a text that the YAML parser refused at byte `at`.
pub fn for_syntax(text: &str, at: usize) -> Option<&'static str> {
    let (line, before) = line_around(text, at);
    let candidates = [before, line];
    for candidate in candidates {
        let indent = candidate.len() - candidate.trim_start().len();
        if candidate.get(..indent).is_some_and(|blank| blank.contains('\t')) {
            return Some("hint-tab");
        }
    }
    for candidate in candidates {
        if candidate.contains('：') && !candidate.contains(": ") {
            return Some("hint-full-width-colon");
        }
    }
    let quotes = |line: &str, quote: char| line.matches(quote).count() % 2 == 1;
    if candidates.iter().any(|line| quotes(line, '"') || (quotes(line, '\'') && line.contains(": '"))) {
        return Some("hint-quote");
    }
    let plain = line.trim_start().split_once(": ").map(|(_, value)| value);
    if plain.is_some_and(|value| value.starts_with(['@', '%', '`', '&', '*', '!', '|', '>'])) {
        return Some("hint-special-start");
    }
    None
}

/// The line at byte `at`, and the one before it.
fn line_around(text: &str, at: usize) -> (&str, &str) {
    let at = (0..=at.min(text.len())).rev().find(|&index| text.is_char_boundary(index)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |index| index + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let before = text[..start].lines().next_back().unwrap_or_default();
    (line, before)
}

/// The hint for a value of the wrong form.
pub fn for_value(value: &str) -> Option<&'static str> {
    if value.chars().any(|c| matches!(c, '０'..='９' | '％' | '．' | '－')) {
        return Some("hint-full-width-digits");
    }
    if value.starts_with("##") {
        return Some("hint-excel-hashes");
    }
    if value.contains('年') || value.contains('月') {
        return Some("hint-written-date");
    }
    None
}

/// The known word that is most like an unknown one, if any is like it at all.
pub fn similar<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate));
    scored
        .filter(|(score, _)| *score >= 0.5)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
