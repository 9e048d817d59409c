//! Reads the cells of one sheet as rows.
//!
//! In: a workbook and the name of a sheet. Out: its non-empty rows. Cells are read one after the
//! other and never as a rectangle: two cells in opposite corners would make one of seventeen
//! thousand million cells.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Style, Xlsx};

use super::cell::{self, Shown};
use super::{
    Flaw, MOST_CELLS, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, MOST_TEXT, SheetRow, WorkbookFault,
    cell_name,
};
use crate::source::csv_line;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The contents of a sheet's cells, by row (from one) and column (from zero).
type Cells = BTreeMap<usize, BTreeMap<usize, Shown>>;

pub(super) fn rows(book: &mut Book<'_>, name: &str) -> Result<Vec<SheetRow>, WorkbookFault> {
    let mut cells = values(book, name)?;
    note_formulas(book, name, &mut cells)?;
    note_merged(book, name, &mut cells)?;
    Ok(cells.into_iter().map(|(number, cells)| row(number, cells)).collect())
}

fn values(book: &mut Book<'_>, name: &str) -> Result<Cells, WorkbookFault> {
    let mut cells = Cells::new();
    let (mut count, mut length) = (0_usize, 0_usize);
    let days_from = cell::days_from(book.has_1904_epoch());
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some((found, style)) = reader.next_cell_with_style_id()? {
        let format =
            reader.styles().get(style).and_then(|style: &Style| style.number_format.as_ref());
        let format = format.map_or("", |format| format.format_code.as_str());
        let shown = cell::shown(found.get_value(), format, days_from);
        if shown.text.is_empty() {
            continue;
        }
        let (row, column) = position(found.get_position());
        check(name, row, column)?;
        count += 1;
        length += shown.text.len() + 1;
        if count > MOST_CELLS || length > MOST_TEXT {
            return Err(WorkbookFault::TooMany(name.to_owned()));
        }
        cells.entry(row).or_default().insert(column, shown);
    }
    // The empty cells before the last one of a row are written as commas.
    let commas = cells.values().filter_map(|row| row.keys().last()).sum::<usize>();
    if length + commas > MOST_TEXT {
        return Err(WorkbookFault::TooMany(name.to_owned()));
    }
    Ok(cells)
}

/// Rejects a cell that is outside the limits of a sheet or a table.
fn check(sheet: &str, row: usize, column: usize) -> Result<(), WorkbookFault> {
    if row > MOST_ROWS {
        return Err(WorkbookFault::Broken(format!("row {row}")));
    }
    if column >= MOST_COLUMNS {
        return Err(WorkbookFault::TooWide(sheet.to_owned(), cell_name(row, column)));
    }
    Ok(())
}

/// The row, from one, and the column, from zero.
fn position((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize + 1, column as usize)
}

/// Marks formulas without a value: a program wrote them, and Excel never calculated them.
fn note_formulas(book: &mut Book<'_>, name: &str, cells: &mut Cells) -> Result<(), WorkbookFault> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut count = 0_usize;
    while let Some(found) = reader.next_cell_with_formula_metadata()? {
        if found.formula.is_none() || !is_empty(&found.value) {
            continue;
        }
        let (row, column) = position(found.pos);
        count += 1;
        if count > MOST_CELLS {
            return Err(WorkbookFault::TooMany(name.to_owned()));
        }
        check(name, row, column)?;
        let flawed = Shown { text: String::new(), flaw: Some(Flaw::NoValue) };
        cells.entry(row).or_default().entry(column).or_insert(flawed);
    }
    Ok(())
}

/// True if no value was calculated. A formula with an empty text as its result has a value.
fn is_empty(value: &DataRef<'_>) -> bool {
    matches!(value, DataRef::Empty)
}

/// Marks cells that are covered by a merged cell, in non-empty rows.
fn note_merged(book: &mut Book<'_>, name: &str, cells: &mut Cells) -> Result<(), WorkbookFault> {
    let regions = book.merge_cells_by_sheet_name(name)?;
    if regions.len() > MOST_MERGED {
        return Err(WorkbookFault::TooManyMerged(name.to_owned()));
    }
    let mut covered = 0_usize;
    for region in regions {
        let ((top, left), (bottom, right)) = (position(region.start), position(region.end));
        if top > bottom || left > right {
            continue;
        }
        for (row, cells) in cells.range_mut(top..=bottom) {
            let last = right.min(MOST_COLUMNS - 1);
            covered += (last + 1).saturating_sub(left);
            if covered > MOST_CELLS {
                return Err(WorkbookFault::TooManyMerged(name.to_owned()));
            }
            for column in left..=last {
                if (*row, column) != (top, left) {
                    let flawed = Shown { text: String::new(), flaw: Some(Flaw::Merged(top, left)) };
                    cells.entry(column).or_insert(flawed);
                }
            }
        }
    }
    Ok(())
}

fn row(number: usize, cells: BTreeMap<usize, Shown>) -> SheetRow {
    let width = cells.last_key_value().map_or(0, |(column, _)| column + 1);
    let shown = |column| cells.get(&column).map_or("", |shown| shown.text.as_str());
    let text = csv_line((0..width).map(shown));
    let flaws = cells.iter().filter_map(|(column, shown)| Some((*column, shown.flaw?)));
    SheetRow { number, text, flaws: flaws.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_lines_of_csv_from_column_a_on() {
        let message = |text: &str| Shown { text: text.to_owned(), flaw: None };
        let cells = BTreeMap::from([(1, message("补打,\n票据")), (3, message("一\"二"))]);
        assert_eq!(row(4, cells).text, ",\"补打,\n票据\",,\"一\"\"二\"");
    }
}
