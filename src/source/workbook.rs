//! Reads Excel workbooks as rows of texts.
//!
//! In: the bytes of an `.xlsx` file. Out: its sheets, each a list of non-empty rows in the form of
//! CSV lines; or why it cannot be read. The loader and the excerpts of diagnostics both use this
//! code, so a cell has the same position in both. A workbook is an untrusted archive: its unpacked
//! size is measured before anything is kept.

mod cell;
mod content;
mod sheet;

use std::io::{self, Cursor, Read};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

pub(crate) use content::{
    Flaw, MOST_CELLS, MOST_MERGED, MOST_TEXT, MOST_UNPACKED_BYTES, Sheet, SheetRow, WorkbookFault,
    cell_name,
};
pub use content::{MOST_COLUMNS, MOST_ROWS};

use super::located::{Excerpt, Located};
use super::{LocationKind, fields};

/// The maximum size of a workbook, in bytes.
pub(crate) const MOST_WORKBOOK_BYTES: u64 = 16 * 1024 * 1024;
/// The signature of a ZIP archive, and so of every workbook since 2007.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// The signature of older workbooks and of password-protected ones.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
/// The stream name in a password-protected workbook.
const ENCRYPTED: &str = "EncryptedPackage";

/// An Excel workbook.
#[derive(Debug)]
pub struct Workbook {
    /// The sheets that have cells, in tab order.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Reads a workbook.
    ///
    /// # Errors
    /// [`WorkbookFault`] if the bytes are not a workbook, or if it is broken or exceeds a size
    /// limit.
    pub fn open(bytes: &[u8]) -> Result<Self, WorkbookFault> {
        if bytes.starts_with(COMPOUND) {
            return Err(if is_encrypted(bytes) {
                WorkbookFault::Encrypted
            } else {
                WorkbookFault::OldFormat
            });
        }
        if !bytes.starts_with(ARCHIVE) {
            return Err(WorkbookFault::NoWorkbook);
        }
        // The archive and workbook readers are third-party code; a file that makes them panic
        // counts as broken.
        let read = catch_unwind(AssertUnwindSafe(|| {
            measure(bytes)?;
            read(bytes)
        }));
        read.unwrap_or_else(|_| Err(WorkbookFault::Broken("malformed content".to_owned())))
    }

    /// Resolves a location: the row as a line, and the cell in it.
    pub(super) fn locate(&self, kind: &LocationKind) -> Located {
        let (sheet, number, column) = match *kind {
            LocationKind::Cell { sheet, line, column } => (sheet, line, column),
            LocationKind::Row { sheet, line, .. } => (sheet, line, None),
            _ => return Located::default(),
        };
        let Some(sheet) = self.sheets.get(sheet) else {
            return Located::default();
        };
        let row = sheet.rows.binary_search_by_key(&number, |row| row.number).ok();
        let text = row.and_then(|row| sheet.rows.get(row)).map_or("", |row| row.text.as_str());
        // A cell after the last non-empty one is located at the end of the line.
        let range = match column {
            None => 0..text.len(),
            Some(column) => fields(text).into_iter().nth(column).unwrap_or(text.len()..text.len()),
        };
        located(sheet, number, column, text, range)
    }
}

fn located(
    sheet: &Sheet,
    number: usize,
    column: Option<usize>,
    text: &str,
    range: Range<usize>,
) -> Located {
    let first = column.unwrap_or(0);
    let named = column.map_or_else(|| number.to_string(), |column| cell_name(number, column));
    Located {
        line: number,
        column: first + 1,
        end_line: number,
        end_column: first + 2,
        cell: Some(format!("{}!{named}", sheet.name)),
        // A line break in a cell is shown as a blank of the same length, so that the row is one
        // line.
        excerpt: Some(Excerpt { text: text.replace('\n', " "), range, line: number }),
    }
}

/// True if a compound file holds a password-protected workbook.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

/// Unpacks everything once without keeping it: the sizes that an archive declares may be false.
fn measure(bytes: &[u8]) -> Result<(), WorkbookFault> {
    let broken = |error: String| WorkbookFault::Broken(error);
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let mut left = MOST_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(error.to_string()))?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink());
        let size = size.map_err(|error| broken(error.to_string()))?;
        left = left.checked_sub(size).ok_or(WorkbookFault::TooLarge)?;
    }
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Workbook, WorkbookFault> {
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let tabs = xlsx.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for tab in tabs.into_iter().filter(|tab| tab.typ == SheetType::WorkSheet) {
        let rows = sheet::rows(&mut xlsx, &tab.name)?;
        if !rows.is_empty() {
            sheets.push(Sheet {
                name: tab.name,
                is_hidden: tab.visible != SheetVisible::Visible,
                rows,
            });
        }
    }
    Ok(Workbook { sheets })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_excel_calls_them() {
        assert_eq!(cell_name(7, 2), "C7");
        assert_eq!(cell_name(1, 0), "A1");
        assert_eq!(cell_name(1, 25), "Z1");
        assert_eq!(cell_name(10, 26), "AA10");
        assert_eq!(cell_name(1, MOST_COLUMNS - 1), "IV1");
        assert_eq!(cell_name(1, 16383), "XFD1");
    }

    #[test]
    fn what_is_no_workbook_is_told_apart() {
        let fault = |bytes: &[u8]| Workbook::open(bytes).map(|_| ()).unwrap_err();
        assert_eq!(fault(b"a,b\n1,2\n"), WorkbookFault::NoWorkbook);
        assert_eq!(fault(b""), WorkbookFault::NoWorkbook);
        assert_eq!(fault(COMPOUND), WorkbookFault::OldFormat);
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(fault(&[COMPOUND, &name].concat()), WorkbookFault::Encrypted);
        assert!(matches!(fault(ARCHIVE), WorkbookFault::Broken(_)));
    }
}
