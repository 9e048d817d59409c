//! Reads one table of records, a CSV file or the sheets of a workbook: one record per row.
//!
//! In: the bytes of a file and the schema of its kind. Out: the records of its valid rows, and a
//! diagnostic for each fault of the others. A valid row is deserialized directly; one that the type
//! rejects is read again and validated against the schema. Rows are split in the same way as when a
//! location in them is resolved, so that a cell has the same position in messages.

pub(super) mod cell;
mod lines;
mod row;
mod rows;
mod sheets;

use rayon::prelude::*;

use super::faults::{LEGACY_ENCODING, LISTED_FAULTS, SCHEMA, UNCLOSED_QUOTE};
use super::header::Header;
use super::parsed::ParsedFile;
use super::schema::{Column, RecordSchema};
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::Insert;
use crate::source::{FileId, Location};
use lines::Lines;
use row::{Outcome, Rows};
use rows::{OpenQuote, Row, Scan};

pub(super) use sheets::read as read_workbook;

/// The number of rows split before they are read; it bounds the memory needed besides the records.
const BLOCK: usize = 16 * 1024;
/// Fewer rows than this are not worth a separate task.
const FEWEST: usize = 256;

pub(super) fn read(entry: &Entry, bytes: &[u8], schema: &RecordSchema) -> ParsedFile {
    let lines = Lines::of(entry.file, bytes);
    let mut listing = Listing::default();
    let mut parsed = ParsedFile::default();
    if lines.is_legacy {
        parsed.faults.push(LEGACY_ENCODING.at(Location::file(entry.file)));
    }
    let (header, end) = read_header(entry.file, &lines, schema.columns());
    let readable = header.is_readable();
    parsed.faults.extend(header.faults.iter().cloned());
    for (line, fault) in &lines.faults {
        // Without a header, the rows after it are not reported.
        if readable || *line <= end {
            listing.add(vec![fault.clone()]);
        }
    }
    if readable {
        let rows = Rows::new(entry, &header, 0, schema);
        read_rows(&rows, &lines, end, &mut listing, &mut parsed.inserts);
    }
    parsed.faults.extend(listing.finish(Location::file(entry.file)));
    parsed
}

/// Finds and parses the header, and returns the line on which it ends; zero if there is none.
fn read_header<'c>(file: FileId, lines: &Lines, columns: &'c [Column]) -> (Header<'c>, usize) {
    match Scan::behind(&lines.text, 0, &|_| true).next() {
        None => (Header::read(file, None, columns), 0),
        Some(Err(quote)) => {
            let location = Location::cell(file, quote.line, Some(quote.column));
            (Header::none(columns, Some(UNCLOSED_QUOTE.at(location))), quote.line)
        }
        // Reported already as an undecodable line.
        Some(Ok(row)) if lines.is_unreadable(row.line, row.last) => {
            (Header::none(columns, None), row.last)
        }
        Some(Ok(row)) => (Header::read(file, Some((row.line, row.text)), columns), row.last),
    }
}

/// Reads the rows after a line.
fn read_rows(
    rows: &Rows<'_>,
    lines: &Lines,
    end: usize,
    listing: &mut Listing,
    inserts: &mut Vec<Insert>,
) {
    let looks_like_row = |line: &str| rows.header.looks_like_row(line);
    let mut scan = Scan::behind(&lines.text, end, &looks_like_row);
    loop {
        let block: Vec<_> = scan.by_ref().take(BLOCK).collect();
        if block.is_empty() {
            return;
        }
        let outcomes: Vec<_> = block
            .par_iter()
            .with_min_len(FEWEST)
            .map(|scanned| outcome(rows, lines, *scanned))
            .collect();
        for (scanned, outcome) in block.iter().zip(outcomes) {
            match (scanned, outcome) {
                (_, Outcome::Read(insert)) => inserts.push(insert),
                (_, Outcome::Nothing) => {}
                (Err(quote), Outcome::Refused) => {
                    listing.add_with(|| vec![rows.open_quote(*quote)]);
                }
                (Ok(row), Outcome::Refused) => listing.add_with(|| rows.faults(*row)),
            }
        }
    }
}

fn outcome(rows: &Rows<'_>, lines: &Lines, scanned: Result<Row<'_>, OpenQuote>) -> Outcome {
    match scanned {
        Err(quote) if lines.is_unreadable(quote.line, quote.line) => Outcome::Nothing,
        Err(_) => Outcome::Refused,
        // Reported already as an undecodable line.
        Ok(row) if lines.is_unreadable(row.line, row.last) => Outcome::Nothing,
        Ok(row) => rows.read(row),
    }
}

impl Rows<'_> {
    fn open_quote(&self, quote: OpenQuote) -> Diagnostic {
        UNCLOSED_QUOTE.at(Location::cell(self.entry.file, quote.line, Some(quote.column)))
    }
}

/// Faults of rows: a limited number per file is listed, the other rows are counted.
#[derive(Default)]
struct Listing {
    listed: Vec<Diagnostic>,
    unlisted: usize,
}

impl Listing {
    fn add(&mut self, faults: Vec<Diagnostic>) {
        self.add_with(|| faults);
    }

    fn add_with(&mut self, faults: impl FnOnce() -> Vec<Diagnostic>) {
        if self.unlisted > 0 || self.listed.len() >= LISTED_FAULTS {
            self.unlisted += 1;
            return;
        }
        let faults = faults();
        if self.listed.len() + faults.len() > LISTED_FAULTS {
            self.unlisted += 1;
        } else {
            self.listed.extend(faults);
        }
    }

    fn finish(mut self, location: Location) -> Vec<Diagnostic> {
        if self.unlisted > 0 {
            self.listed.push(SCHEMA.at(location).variant("more-rows").arg("count", self.unlisted));
        }
        self.listed
    }
}
