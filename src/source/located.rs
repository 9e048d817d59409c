//! Where a place turned out to be.
//!
//! In: lines and ranges of a text. Out: [`Located`]. Below the locator, because tables, texts and
//! workbooks locate their own places.

use std::ops::Range;

/// Where a place turned out to be. Everything is zero where the whole file is meant, or nothing corresponds any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Located {
    /// Line of the start, from one.
    pub line: usize,
    /// Column of the start in characters, from one.
    pub column: usize,
    /// Line of the end, from one.
    pub end_line: usize,
    /// Column just behind the end in characters, from one.
    pub end_column: usize,
    /// Sheet and cell of a workbook, as people name them: `来电!C7`. Line and column are then its row and column.
    pub cell: Option<String>,
    /// The text to show; nothing for a whole file, or one that can no longer be read.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file, with a part of it meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line without its break.
    pub text: String,
    /// The bytes of it that are meant; of a range over several lines, those on the first.
    pub range: Range<usize>,
    /// The number of the line, from one.
    pub line: usize,
}

/// One line of a file with a part of it meant.
pub(super) fn within_line(line: &str, number: usize, range: Range<usize>) -> Located {
    let column = |at: usize| line.get(..at).map_or(0, |before| before.chars().count()) + 1;
    Located {
        line: number,
        column: column(range.start),
        end_line: number,
        end_column: column(range.end),
        cell: None,
        excerpt: Some(Excerpt { text: line.to_owned(), range, line: number }),
    }
}
