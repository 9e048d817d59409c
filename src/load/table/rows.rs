//! Splits a table into rows.
//!
//! In: a text. Out: its rows, one by one, without blank lines. A quoted field may contain commas
//! and line breaks. A quote that is never closed, or closes in the middle of a field, costs only
//! the line on which it opens, never the rest of the file.

use std::ops::Range;

use crate::source::{MOST_LINES, fields};

/// A row, which may span several lines.
#[derive(Clone, Copy)]
pub(super) struct Row<'t> {
    /// The text, without the line break at its end.
    pub text: &'t str,
    /// The first line, from one.
    pub line: usize,
    /// The last line.
    pub last: usize,
}

/// A quote that opens a field and is not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenQuote {
    /// The line of the quote, from one.
    pub line: usize,
    /// The field of that line that it opens, from zero.
    pub column: usize,
}

/// Iterates over the rows.
pub(super) struct Scan<'t> {
    text: &'t str,
    /// The byte at which the next line starts.
    at: usize,
    /// The number of that line, from one.
    line: usize,
    /// True for a line that is a complete row: found inside quotes, it shows that the closing quote
    /// is missing.
    looks_like_row: &'t dyn Fn(&str) -> bool,
}

impl<'t> Scan<'t> {
    /// Starts after the given number of lines.
    pub(super) fn behind(
        text: &'t str,
        lines: usize,
        looks_like_row: &'t dyn Fn(&str) -> bool,
    ) -> Self {
        let mut breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let at = match lines {
            0 => 0,
            lines => breaks.nth(lines - 1).map_or(text.len(), |at| at + 1),
        };
        Self { text, at, line: lines + 1, looks_like_row }
    }

    /// The end of the line at a byte, without its line break.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        memchr::memchr(b'\n', rest).map_or(self.text.len(), |len| at + len)
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// The end of the row that starts here.
    ///
    /// # Errors
    /// The byte of a quote that is not closed.
    fn row_end(&self) -> Result<usize, usize> {
        let bytes = self.text.as_bytes();
        let mut field = self.at;
        loop {
            let end = if bytes.get(field) == Some(&b'"') {
                self.quoted_end(field).ok_or(field)?
            } else {
                let rest = bytes.get(field..).unwrap_or_default();
                memchr::memchr2(b',', b'\n', rest).map_or(bytes.len(), |len| field + len)
            };
            match bytes.get(end) {
                Some(b',') => field = end + 1,
                _ => return Ok(end),
            }
        }
    }

    /// The byte after the quoted field that opens here: a comma, a line break, or the end of the
    /// text.
    fn quoted_end(&self, open: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut from = open + 1;
        let mut breaks = newlines(self.slice(self.at..open));
        let close = loop {
            let close = from + memchr::memchr(b'"', bytes.get(from..)?)?;
            breaks += newlines(self.slice(from..close));
            if breaks >= MOST_LINES {
                return None;
            }
            if bytes.get(close + 1) != Some(&b'"') {
                break close;
            }
            from = close + 2;
        };
        if self.holds_rows(open, close) {
            return None;
        }
        let behind = bytes.get(close + 1..).unwrap_or_default();
        let blank = behind.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        let end = close + 1 + blank;
        matches!(bytes.get(end), None | Some(b',' | b'\n')).then_some(end)
    }

    /// True if a line that starts between the quotes is a complete row.
    fn holds_rows(&self, open: usize, close: usize) -> bool {
        let mut end = self.line_end(open);
        while end < close {
            let start = end + 1;
            end = self.line_end(start);
            if (self.looks_like_row)(self.slice(start..end).trim_end_matches('\r')) {
                return true;
            }
        }
        false
    }

    fn take_row(&mut self, end: usize) -> Row<'t> {
        let text = self.slice(self.at..end);
        let (line, last) = (self.line, self.line + newlines(text));
        self.at = end + 1;
        self.line = last + 1;
        Row { text: text.strip_suffix('\r').unwrap_or(text), line, last }
    }

    /// Skips the lines up to the one with the unclosed quote.
    fn skip_open(&mut self, open: usize) -> OpenQuote {
        let before = self.slice(self.at..open);
        let start = before.rfind('\n').map_or(self.at, |at| self.at + at + 1);
        let line = self.line + newlines(before);
        let column = fields(self.slice(start..open)).len().saturating_sub(1);
        self.at = self.line_end(open) + 1;
        self.line = line + 1;
        OpenQuote { line, column }
    }
}

impl<'t> Iterator for Scan<'t> {
    type Item = Result<Row<'t>, OpenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.text.len() {
            let end = self.line_end(self.at);
            let line = self.slice(self.at..end);
            if line.trim_ascii().is_empty() {
                self.take_row(end);
            } else if memchr::memchr(b'"', line.as_bytes()).is_none() {
                return Some(Ok(self.take_row(end)));
            } else {
                return Some(match self.row_end() {
                    Ok(end) => Ok(self.take_row(end)),
                    Err(open) => Err(self.skip_open(open)),
                });
            }
        }
        None
    }
}

fn newlines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `first-last:text`, open quotes as `line/column`.
    fn scanned(text: &str) -> Vec<String> {
        let scan = Scan::behind(text, 0, &|line| fields(line).len() == 4);
        let reported = |found: Result<Row<'_>, OpenQuote>| match found {
            Ok(row) => format!("{}-{}:{}", row.line, row.last, row.text),
            Err(quote) => format!("{}/{}", quote.line, quote.column),
        };
        scan.map(reported).collect()
    }

    #[test]
    fn rows_begin_and_end_where_their_lines_do() {
        assert_eq!(scanned("a,b\r\n\r\n  \nc,d"), ["1-1:a,b", "4-4:c,d"]);
        assert_eq!(scanned("a,\"b\nc\",d\ne,f\n"), ["1-2:a,\"b\nc\",d", "3-3:e,f"]);
        assert_eq!(scanned("a,\"b,\"\"\r\n\"\"\" \r\ne\n"), ["1-2:a,\"b,\"\"\r\n\"\"\" ", "3-3:e"]);
        assert_eq!(scanned("a\"b,c\n\"\",\n"), ["1-1:a\"b,c", "2-2:\"\","]);
        assert_eq!(scanned(""), [""; 0]);
    }

    #[test]
    fn an_open_quote_costs_its_line() {
        assert_eq!(scanned("a,\"b,c\nd,e\n"), ["1/1", "2-2:d,e"]);
        assert_eq!(scanned("a,\"b\"c,d\ne,f\n"), ["1/1", "2-2:e,f"]);
        assert_eq!(scanned("a,\"b,c\nd,\"e\"\n"), ["1/1", "2-2:d,\"e\""]);
        assert_eq!(scanned("a,\"b\nc\",\"d\ne,f\n"), ["2/1", "3-3:e,f"]);
        assert_eq!(scanned("\""), ["1/0"]);
    }

    #[test]
    fn quotes_do_not_reach_over_whole_rows() {
        let swallowed = "a,\"b,c,d\ne,f,g,h\ni,j\",k,l\n";
        assert_eq!(scanned(swallowed), ["1/1", "2-2:e,f,g,h", "3-3:i,j\",k,l"]);
        let breaks = |count: usize| scanned(&format!("a,\"b{}c\",d\n", "\n".repeat(count)));
        assert_eq!(breaks(MOST_LINES - 1).len(), 1);
        assert_eq!(breaks(MOST_LINES)[0], "1/1");
    }
}
