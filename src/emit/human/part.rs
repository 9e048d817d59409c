//! What a terminal can show of a line: cut to its width, and without characters that would move the cursor.
//!
//! In: a located place. Out: a [`Part`], whose range still is the value meant.

use std::ops::Range;

use crate::source::{
    Excerpt, Located, first_columns, is_invisible, is_variation_selector, last_columns, masked,
    width,
};

/// A longer line is cut around the value, in columns: with the line's number it still fits half a wide screen.
const WIDEST: usize = 120;
/// So much of a cut line stays before the value.
const BEFORE: usize = 40;
/// Stands for what was cut.
const CUT: &str = "...";

/// A line to show, with the value meant.
pub(super) struct Part {
    /// What is shown of the line.
    pub(super) text: String,
    /// The value in it, in bytes.
    pub(super) range: Range<usize>,
    /// Number of the line, from one.
    pub(super) line: usize,
    /// Column of the value in the file, in characters from one.
    pub(super) column: usize,
    /// True if it is a row of a workbook, whose cells have names instead of columns.
    pub(super) is_of_sheet: bool,
}

impl Part {
    /// Nothing for a whole file, or one that can no longer be read.
    pub(super) fn new(located: &Located) -> Option<Self> {
        let Excerpt { text, range, line } = located.excerpt.as_ref()?;
        let text = &masked(text);
        let (before, rest) = text.split_at_checked(range.start).unwrap_or((text, ""));
        let (meant, behind) = rest.split_at_checked(range.len()).unwrap_or((rest, ""));
        let before = printable(before);
        let (meant, behind) = (printable(meant), printable(behind));
        let (text, range) = fitted(&before, &meant, &behind);
        Some(Self {
            text,
            range,
            line: *line,
            column: located.column,
            is_of_sheet: located.cell.is_some(),
        })
    }

    /// True if the value stands in the same column here as in the file: nothing before it was cut or left out.
    pub(super) fn shows_column(&self) -> bool {
        self.text
            .get(..self.range.start)
            .is_some_and(|before| before.chars().count() + 1 == self.column)
    }
}

/// Joins the three pieces, cut where the line is too wide.
fn fitted(before: &str, meant: &str, behind: &str) -> (String, Range<usize>) {
    let whole = width(before) + width(meant) + width(behind);
    let mut text = String::new();
    if whole <= WIDEST {
        text.push_str(before);
    } else {
        text.push_str(&last_columns(before, BEFORE, CUT));
    }
    let start = text.len();
    let room =
        |text: &str| if whole <= WIDEST { WIDEST } else { WIDEST.saturating_sub(width(text)) };
    let shown = first_columns(meant, room(&text), CUT);
    text.push_str(&shown);
    let end = text.len();
    if shown.len() == meant.len() {
        let rest = first_columns(behind, room(&text), CUT);
        text.push_str(&rest);
    }
    (text, start..end)
}

/// A text on one line, without characters that would move the cursor, colour the screen or turn the writing around.
pub(crate) fn one_line(text: &str) -> String {
    printable(text).replace('\t', " ")
}

fn printable(text: &str) -> String {
    text.chars().filter_map(mark).collect()
}

/// A character as it is shown: control characters by their picture, invisible ones by a mark, joiners not at all.
fn mark(c: char) -> Option<char> {
    match c {
        '\t' => Some('\t'),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{200d}' => None,
        c if is_variation_selector(c) => None,
        c if is_invisible(c) => Some('\u{fffd}'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(one_line("a\u{1b}[31m\tb\nc\u{202e}d\u{85}"), "a␛[31m b␊c\u{fffd}d\u{fffd}");
    }

    #[test]
    fn long_lines_are_cut_around_the_value() {
        let (text, range) = fitted(&"前".repeat(5000), "值", &"后".repeat(5000));
        assert_eq!(text.get(range), Some("值"));
        assert!(width(&text) <= WIDEST, "{text}");
        let (text, range) = fitted("", &"值".repeat(5000), "后");
        assert!(width(&text) <= WIDEST && range.end == text.len(), "{text}");
    }
}
