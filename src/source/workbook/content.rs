//! The content read from a workbook, and its size limits.
//!
//! In: cells. Out: sheets with their rows and flaws, or why a workbook cannot be read.

use calamine::XlsxError;

/// Maximum unpacked size of a workbook.
pub(crate) const MOST_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// Maximum number of non-empty cells of a sheet.
pub(crate) const MOST_CELLS: usize = 2_000_000;
/// Maximum number of rows of a sheet, which is Excel's own.
pub const MOST_ROWS: usize = 1_048_576;
/// Maximum number of columns; the last one is IV.
pub const MOST_COLUMNS: usize = 256;
/// Maximum total length of the rows of a sheet, in bytes.
pub(crate) const MOST_TEXT: usize = 64 * 1024 * 1024;
/// Maximum number of merged cells of a sheet.
pub(crate) const MOST_MERGED: usize = 1000;

/// A sheet of a workbook.
#[derive(Debug)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// True if the sheet is hidden in Excel.
    pub is_hidden: bool,
    /// The non-empty rows, in order.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The row number, from one.
    pub number: usize,
    /// The cells from column A on, as a CSV line; line breaks are inside quotes.
    pub text: String,
    /// Cells whose text is not what was meant: columns, from zero.
    pub flaws: Vec<(usize, Flaw)>,
}

/// Why the text of a cell is not what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The cell holds an error such as `#REF!`, which is its text.
    Error,
    /// The cell holds a formula that was never calculated.
    NoValue,
    /// The cell is covered by a merged cell that starts at this row (from one) and column (from
    /// zero).
    Merged(usize, usize),
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is not an archive.
    NoWorkbook,
    /// It has the format used before 2007.
    OldFormat,
    /// It needs a password.
    Encrypted,
    /// It unpacks to more than [`MOST_UNPACKED_BYTES`].
    TooLarge,
    /// The sheet with this name has too many cells or too much text.
    TooMany(String),
    /// The sheet with this name has content after the last permitted column, in this cell.
    TooWide(String, String),
    /// The sheet with this name has too many merged cells.
    TooManyMerged(String),
    /// Its content is invalid; with the message of the reader that noticed it.
    Broken(String),
}

impl From<XlsxError> for WorkbookFault {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Encrypted,
            error => Self::Broken(error.to_string()),
        }
    }
}

/// The Excel name of a cell: C7 is row 7 (from one) and column 2 (from zero).
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}
