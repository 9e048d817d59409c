//! Texts under one another on a terminal.
//!
//! In: rows of cells. Out: lines. Chinese characters take two columns of a terminal.

use unicode_width::UnicodeWidthStr;

/// Columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width_cjk()
}

/// A text with blanks behind it.
pub(super) fn padded(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// The beginning of a text that fits into so many columns.
pub(super) fn shortened(text: &str, to: usize) -> String {
    if width(text) <= to {
        return text.to_owned();
    }
    let mut short = String::new();
    for character in text.chars() {
        if width(&short) + width(character.encode_utf8(&mut [0; 4])) > to.saturating_sub(2) {
            break;
        }
        short.push(character);
    }
    short + "…"
}

/// Rows as lines, two blanks between columns; the last column is not padded.
pub(super) fn lines<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    let mut widest = [0; N];
    for row in rows {
        for (most, cell) in widest.iter_mut().zip(row) {
            *most = (*most).max(width(cell));
        }
    }
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widest).map(|(cell, most)| padded(cell, most));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
