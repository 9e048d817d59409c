//! What is read of a workbook, and how much of it at most.
//!
//! In: cells. Out: sheets with their rows and flaws, or why a workbook cannot be read.

use calamine::XlsxError;

/// A workbook unpacks to no more bytes than this.
pub const MOST_UNPACKED_BYTES: u64 = 128 * 1024 * 1024;
/// A sheet has no more cells that hold something.
pub const MOST_CELLS: usize = 2_000_000;
/// A sheet has no more rows: Excel has no more.
pub const MOST_ROWS: usize = 1_048_576;
/// Nothing stands further to the right: in column IV.
pub const MOST_COLUMNS: usize = 256;
/// The rows of a sheet are no longer than this together, in bytes.
pub const MOST_TEXT: usize = 64 * 1024 * 1024;
/// A sheet has no more merged cells.
pub const MOST_MERGED: usize = 1000;

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// True if Excel does not show it.
    pub is_hidden: bool,
    /// Its rows that hold something, in order.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, from one.
    pub number: usize,
    /// Its cells from column A on, as a line of CSV; line breaks stand inside quotes.
    pub text: String,
    /// Cells that do not say what was meant: columns, from zero.
    pub flaws: Vec<(usize, Flaw)>,
}

/// Why a cell does not say what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It holds an error, such as `#REF!`, which is its text.
    Error,
    /// It holds a formula that was never worked out.
    NoValue,
    /// It is covered by a merged cell that begins at this row (from one) and column (from zero).
    Merged(usize, usize),
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is no archive.
    NoWorkbook,
    /// It is a workbook from before 2007.
    OldFormat,
    /// It needs a password.
    Encrypted,
    /// It unpacks to more than [`MOST_UNPACKED_BYTES`].
    TooLarge,
    /// A sheet, by its name, has more cells or text than is read.
    TooMany(String),
    /// A sheet, by its name, holds something behind the last column that is read: in this cell.
    TooWide(String, String),
    /// A sheet, by its name, has more merged cells than are read.
    TooManyMerged(String),
    /// Something inside is not as it must be; in the words of who noticed.
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

/// The name of a cell, as Excel calls it: C7 is row 7 (from one) and column 2 (from zero).
pub fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}
