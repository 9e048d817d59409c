//! The space that text takes where it is shown.
//!
//! In: a text. Out: its width in columns, its beginning or end shortened to a width, and which of
//! its characters are invisible. In this room because terminals, workbooks, scaffolds and pages all
//! show texts.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of a text in columns on a terminal or in an editor: Chinese characters take two, and
/// characters such as √ and — one.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// Width of a text in columns if all its characters are set in a Chinese font, as in workbooks: √
/// and — take two.
pub(crate) fn width_in_chinese_font(text: &str) -> usize {
    text.width_cjk()
}

/// The beginning of a text, followed by `mark` if the rest does not fit into the given number of
/// columns.
pub(crate) fn first_columns(text: &str, columns: usize, mark: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let kept = fitting(text.chars(), room_before(mark, columns));
    kept.into_iter().chain(mark.chars()).collect()
}

/// The end of a text, preceded by `mark` if the rest does not fit into the given number of columns.
pub(crate) fn last_columns(text: &str, columns: usize, mark: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let kept = fitting(text.chars().rev(), room_before(mark, columns));
    mark.chars().chain(kept.into_iter().rev()).collect()
}

/// The columns left beside a mark; some terminals show … two columns wide.
fn room_before(mark: &str, columns: usize) -> usize {
    columns.saturating_sub(width_in_chinese_font(mark))
}

/// As many characters as fit.
fn fitting(characters: impl Iterator<Item = char>, columns: usize) -> Vec<char> {
    let mut taken = 0;
    let fits = |character: &char| {
        taken += character.width().unwrap_or_default();
        taken <= columns
    };
    characters.take_while(fits).collect()
}

/// True for invisible characters: control characters, directional and joining marks, zero-width
/// spaces, tags. Variation selectors are not included: they change how the previous character
/// looks.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// True for marks that choose between two forms of the previous character.
pub(crate) fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_columns() {
        assert_eq!(first_columns("一二三四五六", 8, "…"), "一二三…");
        assert_eq!(last_columns("一二三四五六", 8, "..."), "...五六");
        assert_eq!(first_columns("一二", 4, "…"), "一二");
        assert_eq!((width("√—"), width_in_chinese_font("√—")), (2, 4));
    }

    #[test]
    fn what_cannot_be_seen_is_known() {
        for character in ['\u{0}', '\n', '\u{200b}', '\u{202e}', '\u{feff}', '\u{e0041}'] {
            assert!(is_invisible(character) && !is_variation_selector(character));
        }
        for character in ['a', ' ', '中', '\u{3000}', '\u{fe0f}', '\u{e0100}'] {
            assert!(!is_invisible(character), "{character:?}");
        }
    }
}
