//! Reads the sheets of an Excel workbook as tables of records.
//!
//! In: the bytes of a workbook and the schema of its kind. Out: the records of every sheet with a
//! header, under the same rules as a CSV file; and a diagnostic for each sheet, cell or workbook
//! that is not read. Rows above the header are treated as a title.

use std::borrow::Cow;

use rayon::prelude::*;

use super::row::{Outcome, Rows};
use super::rows::Row;
use super::{FEWEST, Listing, cell};
use crate::diagnostic::Diagnostic;
use crate::load::faults::{SHEET_NOT_READ, WORKBOOK};
use crate::load::header::Header;
use crate::load::parsed::ParsedFile;
use crate::load::schema::{Column, RecordSchema};
use crate::load::walk::Entry;
use crate::source::{
    Flaw, Location, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_TEXT, MOST_UNPACKED_BYTES, Sheet,
    SheetRow, Workbook, WorkbookFault, cell_name, fields,
};

/// The header must be in the first rows, up to this number: at most a title and a few remarks
/// precede it.
const HEADER_WITHIN: usize = 10;
/// A mebibyte, the unit in which sizes are reported.
const MEBIBYTE: u64 = 1024 * 1024;

pub(in crate::load) fn read(entry: &Entry, bytes: &[u8], schema: &RecordSchema) -> ParsedFile {
    let workbook = match Workbook::open(bytes) {
        Ok(workbook) => workbook,
        Err(fault) => return ParsedFile::refused(vec![refusal(entry, fault)]),
    };
    let headers = header_rows(&workbook, schema.columns());
    let is_found = |number: usize| headers.get(number).is_some_and(Option::is_some);
    let is_shown =
        |number: usize| workbook.sheets.get(number).is_some_and(|sheet| !sheet.is_hidden);
    let numbers = 0..workbook.sheets.len();
    let mut chosen: Vec<_> =
        numbers.clone().filter(|number| is_shown(*number) && is_found(*number)).collect();
    if !numbers.clone().any(is_found) {
        // If no sheet has a header, the missing columns are reported for the first one.
        chosen.extend(numbers.clone().find(|number| is_shown(*number)));
    }
    let mut parsed = ParsedFile::default();
    if workbook.sheets.is_empty() {
        parsed.faults.extend(Header::read(entry.file, None, schema.columns()).faults);
    }
    for (number, sheet) in workbook.sheets.iter().enumerate() {
        if chosen.contains(&number) {
            let header = headers.get(number).copied().flatten().unwrap_or(0);
            read_sheet(entry, (number, sheet), header, schema, &mut parsed);
        } else {
            parsed.faults.push(unread(entry, (number, sheet), is_found(number)));
        }
    }
    parsed
}

/// The index of each sheet's header row. A list of options or remarks may name a column or two and
/// is not a header; but if no sheet has a header, a row that names any column was meant as one.
fn header_rows(workbook: &Workbook, columns: &[Column]) -> Vec<Option<usize>> {
    let required: Vec<_> = columns.iter().filter(|column| column.required).collect();
    let of_each = |is_header: &dyn Fn(&[Cow<'_, str>]) -> bool| -> Vec<_> {
        let of = |sheet: &Sheet| {
            let mut rows = sheet.rows.iter().take(HEADER_WITHIN);
            rows.position(|row| is_header(&names(row)))
        };
        workbook.sheets.iter().map(of).collect()
    };
    let is_named =
        |column: &Column, names: &[Cow<'_, str>]| names.iter().any(|name| column.is_named(name));
    let headers = of_each(&|names| {
        let named = required.iter().filter(|column| is_named(column, names)).count();
        named > 0 && named * 2 >= required.len()
    });
    match headers.iter().any(Option::is_some) {
        true => headers,
        false => of_each(&|names| columns.iter().any(|column| is_named(column, names))),
    }
}

/// The texts of a row's cells.
fn names(row: &SheetRow) -> Vec<Cow<'_, str>> {
    let cells = fields(&row.text).into_iter();
    cells.map(|range| cell::text(row.text.get(range).unwrap_or_default())).collect()
}

fn row(row: &SheetRow) -> Row<'_> {
    Row { text: &row.text, line: row.number, last: row.number }
}

fn read_sheet(
    entry: &Entry,
    (number, sheet): (usize, &Sheet),
    header: usize,
    schema: &RecordSchema,
    parsed: &mut ParsedFile,
) {
    let first = sheet.rows.get(header).map(|row| (row.number, row.text.as_str()));
    let header_of = Header::read(entry.file, first, schema.columns());
    parsed.faults.extend(header_of.faults.iter().cloned().map(|fault| moved(fault, number)));
    if !header_of.is_readable() {
        return;
    }
    let rows = Rows::new(entry, &header_of, number, schema);
    let below = sheet.rows.get(header + 1..).unwrap_or_default();
    let outcomes: Vec<_> = below
        .par_iter()
        .with_min_len(FEWEST)
        .map(|found| if found.flaws.is_empty() { rows.read(row(found)) } else { Outcome::Refused })
        .collect();
    let mut listing = Listing::default();
    for (found, outcome) in below.iter().zip(outcomes) {
        match outcome {
            Outcome::Read(insert) => parsed.inserts.push(insert),
            Outcome::Nothing => {}
            Outcome::Refused => listing.add_with(|| faults(&rows, found)),
        }
    }
    parsed.faults.extend(listing.finish(Location::file(entry.file)));
}

/// The faults of a row: its flawed cells, and everything that can be wrong with a CSV row.
fn faults(rows: &Rows<'_>, found: &SheetRow) -> Vec<Diagnostic> {
    let flaws = found.flaws.iter().map(|(column, flaw)| flawed(rows, found, *column, *flaw));
    let mut faults: Vec<_> = flaws.collect();
    let others = rows.faults(row(found)).into_iter();
    let others: Vec<_> = others
        .filter(|other| faults.iter().all(|known| known.location != other.location))
        .collect();
    faults.extend(others);
    faults
}

fn flawed(rows: &Rows<'_>, found: &SheetRow, column: usize, flaw: Flaw) -> Diagnostic {
    let diagnostic = WORKBOOK.at(rows.cell(row(found), column));
    match flaw {
        Flaw::Error => {
            let range = fields(&found.text).into_iter().nth(column).unwrap_or_default();
            diagnostic
                .variant("error-cell")
                .arg("value", found.text.get(range).unwrap_or_default().to_owned())
        }
        Flaw::NoValue => diagnostic.variant("no-value"),
        Flaw::Merged(top, left) => diagnostic.variant("merged").arg("cell", cell_name(top, left)),
    }
}

/// Moves a diagnostic from the first sheet to another one.
fn moved(mut fault: Diagnostic, sheet: usize) -> Diagnostic {
    fault.location = fault.location.on_sheet(sheet);
    for related in &mut fault.related {
        related.location = related.location.clone().on_sheet(sheet);
    }
    fault
}

/// The diagnostic for a sheet that is not read. Records on a hidden sheet are an error, not a note.
fn unread(entry: &Entry, (number, sheet): (usize, &Sheet), has_header: bool) -> Diagnostic {
    let first = sheet.rows.first().map_or(1, |row| row.number);
    let location = Location::cell(entry.file, first, None).on_sheet(number);
    let diagnostic = match (sheet.is_hidden, has_header) {
        (true, true) => WORKBOOK.at(location).variant("hidden-records"),
        (true, false) => SHEET_NOT_READ.at(location).variant("hidden"),
        (false, _) => SHEET_NOT_READ.at(location),
    };
    diagnostic.arg("sheet", sheet.name.clone()).arg("rows", sheet.rows.len())
}

/// The diagnostic for a workbook that cannot be read.
fn refusal(entry: &Entry, fault: WorkbookFault) -> Diagnostic {
    let diagnostic = WORKBOOK.at(Location::file(entry.file));
    match fault {
        WorkbookFault::NoWorkbook => diagnostic.variant("no-workbook"),
        WorkbookFault::OldFormat => diagnostic.variant("old-format"),
        WorkbookFault::Encrypted => diagnostic.variant("encrypted"),
        WorkbookFault::TooLarge => {
            diagnostic.variant("too-large").arg("limit", MOST_UNPACKED_BYTES / MEBIBYTE)
        }
        WorkbookFault::TooMany(sheet) => diagnostic
            .variant("too-many-cells")
            .arg("sheet", sheet)
            .arg("limit", MOST_CELLS)
            .arg("size", MOST_TEXT as u64 / MEBIBYTE),
        WorkbookFault::TooWide(sheet, cell) => diagnostic
            .variant("too-wide")
            .arg("sheet", sheet)
            .arg("cell", cell)
            .arg("limit", MOST_COLUMNS),
        WorkbookFault::TooManyMerged(sheet) => {
            diagnostic.variant("too-many-merged").arg("sheet", sheet).arg("limit", MOST_MERGED)
        }
        WorkbookFault::Broken(reason) => diagnostic.arg("reason", reason),
    }
}
