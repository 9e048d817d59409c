//! Reads single lines of a table that may be too large to keep.
//!
//! In: the path of a CSV file. Out: the line and columns of a cell in it. The file is read once up
//! to the requested line; the offset of every thousandth line is cached, so that the next lookup is
//! short.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use csv::{Terminator, WriterBuilder};

use super::located::{Located, within_line};
use super::{LocationKind, decode_leniently};

/// The offset of one line in this many is cached.
const STRIDE: usize = 1000;
/// Maximum number of lines of a row.
pub(crate) const MOST_LINES: usize = 200;
/// Maximum length of a line that is shown.
const LONGEST_LINE: u64 = 64 * 1024;

/// A CSV file.
pub(super) struct Table {
    reader: BufReader<File>,
    /// Offsets of lines 1, 1001, 2001, …
    marks: Vec<u64>,
}

impl Table {
    /// Opens the file at a path.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let reader = BufReader::with_capacity(256 * 1024, File::open(path)?);
        Ok(Self { reader, marks: vec![0] })
    }

    /// Resolves a location.
    pub(super) fn locate(&mut self, kind: &LocationKind) -> Located {
        let (number, column) = match *kind {
            LocationKind::Cell { line, column, .. } => (line, column),
            LocationKind::Row { line, .. } => (line, None),
            _ => return Located::default(),
        };
        let Ok(Some(first)) = self.line(number) else {
            return Located::default();
        };
        let Some(column) = column else {
            return within_line(&first, number, 0..first.len());
        };
        let row = self.row(first.clone(), number);
        match fields(&row).into_iter().nth(column) {
            Some(cell) => within_row(&row, number, cell),
            None => within_line(&first, number, 0..first.len()),
        }
    }

    /// The text of a row, starting with its first line: a quoted field may contain line breaks.
    fn row(&mut self, first: String, number: usize) -> String {
        let mut row = first.clone();
        for next in number + 1..number + MOST_LINES {
            if !is_open(&row) {
                return row;
            }
            let Ok(Some(line)) = self.line(next) else { break };
            row.push('\n');
            row.push_str(&line);
        }
        // An unclosed quote does not turn the following lines into one row.
        if is_open(&row) { first } else { row }
    }

    /// The text of a line without its line break; `None` after the end of the file.
    fn line(&mut self, number: usize) -> io::Result<Option<String>> {
        let Some(index) = number.checked_sub(1) else {
            return Ok(None);
        };
        self.walk_to(index)?;
        let mut bytes = Vec::new();
        Read::take(&mut self.reader, LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let mark: &[u8] = if index == 0 { b"\xef\xbb\xbf" } else { b"" };
        Ok(Some(decode_leniently(line.strip_prefix(mark).unwrap_or(line))))
    }

    /// Moves the reader to the start of the line with this index.
    fn walk_to(&mut self, index: usize) -> io::Result<()> {
        let known = (index / STRIDE).min(self.marks.len().saturating_sub(1));
        let mut at = self.marks.get(known).copied().unwrap_or(0);
        self.reader.seek(SeekFrom::Start(at))?;
        for line in known * STRIDE..index {
            let skipped = skip_line(&mut self.reader)?;
            if skipped == 0 {
                break;
            }
            at += skipped;
            let next = line + 1;
            if next % STRIDE == 0 && next / STRIDE == self.marks.len() {
                self.marks.push(at);
            }
        }
        Ok(())
    }
}

/// The first line of a cell, within its row.
fn within_row(row: &str, number: usize, cell: Range<usize>) -> Located {
    let before = row.get(..cell.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = row.get(start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let end = (cell.end - start).min(line.len());
    within_line(line, number + before.matches('\n').count(), cell.start - start..end)
}

/// True if a quoted field of a row is not closed yet.
fn is_open(row: &str) -> bool {
    let last = fields(row).pop().and_then(|range| row.get(range)).unwrap_or_default();
    last.starts_with('"') && last.matches('"').count() % 2 == 1
}

/// Skips to the next line; returns the number of bytes skipped.
fn skip_line(reader: &mut impl BufRead) -> io::Result<u64> {
    reader.skip_until(b'\n').map(|count| count as u64)
}

/// The byte ranges of the fields of one CSV line, including quotes. A quote counts only at the
/// start of a field.
pub fn fields(row: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    let mut bytes = row.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            // Two quotes inside quotes are one literal quote.
            b'"' if quoted && bytes.next_if(|(_, next)| *next == b'"').is_some() => {}
            b'"' if quoted || at == start => quoted = !quoted,
            b',' if !quoted => {
                ranges.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    ranges.push(start..row.len());
    ranges
}

/// The CSV line with these fields, which [`fields`] splits again; without a line break.
pub(crate) fn csv_line<'f>(fields: impl IntoIterator<Item = &'f str>) -> String {
    let builder = &mut WriterBuilder::new();
    let builder = builder.terminator(Terminator::Any(b'\n')).buffer_capacity(1024);
    let mut writer = builder.from_writer(Vec::new());
    // Writing into memory cannot fail, and the bytes written are valid UTF-8.
    let _ = writer.write_record(fields);
    let line = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    line.strip_suffix('\n').map(str::to_owned).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_count_where_a_field_begins() {
        assert_eq!(fields(r#"a,"b,c",d"#), [0..1, 2..7, 8..9]);
        assert_eq!(fields(r#"a,b"c,d"#), [0..1, 2..5, 6..7]);
        assert_eq!(fields(r#"a,"b""c,",d"#), [0..1, 2..9, 10..11]);
        assert_eq!(fields(r#"a,"b,c"#), [0..1, 2..6]);
    }

    #[test]
    fn a_line_is_taken_apart_into_the_fields_it_was_made_of() {
        assert_eq!(csv_line(["a", "", "b c"]), "a,,b c");
        let line = csv_line(["一,二", "三\"四\"", "五\n六", ""]);
        assert_eq!(line, "\"一,二\",\"三\"\"四\"\"\",\"五\n六\",");
        assert_eq!(fields(&line).len(), 4);
    }

    #[test]
    fn a_cell_behind_a_line_break_is_found_on_its_own_line() {
        let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        std::fs::write(&path, "a,b,c\n1,\"one\ntwo\",three\n4,\"open,six\n").unwrap();
        let mut table = Table::open(&path).unwrap();
        let mut text = |line, column| {
            let located =
                table.locate(&LocationKind::Cell { sheet: 0, line, column: Some(column) });
            let excerpt = located.excerpt.unwrap();
            (located.line, excerpt.text.get(excerpt.range).unwrap().to_owned())
        };
        assert_eq!(text(2, 1), (2, "\"one".to_owned()));
        assert_eq!(text(2, 2), (3, "three".to_owned()));
        assert_eq!(text(4, 1), (4, "\"open,six".to_owned()));
    }

    #[test]
    fn lines_far_behind_and_before_are_found() {
        let path = tempfile::NamedTempFile::new().unwrap().into_temp_path();
        let text: String = (1..=5000).map(|line| format!("{line},x\n")).collect();
        std::fs::write(&path, text).unwrap();
        let mut table = Table::open(&path).unwrap();
        for line in [4999, 1, 1000, 1001, 5000, 2, 3001, 3000] {
            let located = table.locate(&LocationKind::Cell { sheet: 0, line, column: Some(0) });
            let excerpt = located.excerpt.unwrap();
            assert_eq!(excerpt.text, format!("{line},x"));
            assert_eq!(located.end_column, line.to_string().len() + 1);
        }
        assert_eq!(
            table.locate(&LocationKind::Cell { sheet: 0, line: 5001, column: None }),
            Located::default()
        );
        assert_eq!(
            table.locate(&LocationKind::Cell { sheet: 0, line: 0, column: None }),
            Located::default()
        );
    }
}
