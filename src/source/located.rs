//! A resolved location.
//!
//! In: lines and ranges of a text. Out: [`Located`]. A file of its own below the locator because
//! tables, texts and workbooks resolve their own locations.

use std::ops::Range;

/// A resolved location. All numbers are zero for a whole file, or if the location no longer exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Located {
    /// Line of the start, from one.
    pub line: usize,
    /// Column of the start in characters, from one.
    pub column: usize,
    /// Line of the end, from one.
    pub end_line: usize,
    /// Column after the end in characters, from one.
    pub end_column: usize,
    /// Sheet and cell of a workbook in Excel notation: `来电!C7`. Line and column are then its row
    /// and column.
    pub cell: Option<String>,
    /// The text to show; `None` for a whole file, or for a file that can no longer be read.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file with a highlighted part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line without its line break.
    pub text: String,
    /// The highlighted bytes; for a range over several lines, those on the first line.
    pub range: Range<usize>,
    /// The line number, from one.
    pub line: usize,
}

/// Locates a range within one line of a file.
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
