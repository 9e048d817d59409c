//! The part of a line that a terminal can show: cut to its width, without characters that would move the cursor.
//!
//! In: a resolved location. Out: a [`Part`] whose range still marks the value.

use std::ops::Range;

use crate::source::{
    Excerpt, Located, first_columns, is_invisible, is_variation_selector, last_columns, masked,
    width,
};

/// A longer line is cut around the value, in columns: with the line number it still fits half a wide screen.
const WIDEST: usize = 120;
/// Columns that are kept before the value in a cut line.
const BEFORE: usize = 40;
/// Marks a cut.
const CUT: &str = "...";

/// The part of a line to show, with the value.
pub(super) struct Part {
    /// The visible text.
    pub(super) text: String,
    /// Range of the value in `text`, in bytes.
    pub(super) range: Range<usize>,
    /// Line number, from one.
    pub(super) line: usize,
    /// Column of the value in the file, in characters from one.
    pub(super) column: usize,
    /// True for a row of a workbook, whose cells have names instead of columns.
    pub(super) is_of_sheet: bool,
}

impl Part {
    /// `None` for a whole file, or for one that can no longer be read.
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

    /// True if the value has the same column here as in the file: nothing before it was cut or left out.
    pub(super) fn shows_column(&self) -> bool {
        self.text
            .get(..self.range.start)
            .is_some_and(|before| before.chars().count() + 1 == self.column)
    }
}

/// Joins the text before, in and after the value, cut if the line is too wide.
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

/// A text on one line, without characters that would move the cursor, change colours or reverse the direction of text.
pub(crate) fn one_line(text: &str) -> String {
    printable(text).replace('\t', " ")
}

fn printable(text: &str) -> String {
    text.chars().filter_map(mark).collect()
}

/// The visible form of a character: a picture for control characters, a mark for invisible ones, nothing for joiners.
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
