//! Writes registers as Excel workbooks.
//!
//! In: a register. Out: one sheet with typed cells: dates are dates, numbers are numbers, and a
//! text is a text whatever it starts with. The header is frozen and has filters; on paper it is
//! repeated on every page. Equal registers give equal bytes.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::report::{Holds, Register, RegisterColumn, RegisterValue};
use crate::source::width_in_chinese_font;

use super::RenderError;
use super::text::visible;

/// Excel's maximum length of a text in a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// The end of a text that was cut.
const CUT: &str = "……（全文见记录）";
/// Limits of the width of a column, in Excel characters; a Chinese character takes two.
const NARROWEST: usize = 8;
const WIDEST: usize = 44;
/// Width reserved in a title for the filter button.
const FILTER: usize = 3;
/// Up to this width, a sheet fits on one page; a wider one would be too small to read.
const FITTING: usize = 220;
/// The print scale of wider sheets, in per cent.
const SCALE: u16 = 55;
/// Height of a line in points, and the maximum number of lines in a row: Excel limits a row to 409
/// points.
const LINE: f64 = 15.0;
const MOST_LINES: usize = 20;
const A4: u8 = 9;
const SECONDS_A_DAY: f64 = 86_400.0;

pub(super) fn render(register: &Register) -> Result<Vec<u8>, RenderError> {
    write(register).map_err(|error| RenderError {
        template: format!("{}.xlsx", register.kind.id),
        message: error.to_string(),
    })
}

fn write(register: &Register) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(register)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(register.kind.title)?;
    write_header(sheet, register)?;
    let formats: Vec<_> = register.columns.iter().map(|column| format(column.holds)).collect();
    for (row, values) in (1_u32..).zip(&register.rows) {
        for (column, (value, format)) in (0_u16..).zip(values.iter().zip(&formats)) {
            match value {
                RegisterValue::Length(seconds) => {
                    let format = format.clone().set_num_format(length_format(*seconds));
                    write_cell(sheet, (row, column), value, &format)?;
                }
                _ => write_cell(sheet, (row, column), value, format)?,
            }
        }
    }
    set_up(sheet, register)?;
    workbook.save_to_buffer()
}

/// The properties of the workbook. The run date replaces the time of writing, which would differ
/// from build to build.
fn properties(register: &Register) -> Result<DocProperties, XlsxError> {
    let day = register.as_of;
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let month = u8::try_from(day.month()).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
    let properties =
        DocProperties::new().set_title(register.kind.title).set_subject(&register.contract);
    Ok(properties
        .set_author(&register.vendor)
        .set_company(&register.vendor)
        .set_creation_datetime(&created))
}

fn write_header(sheet: &mut Worksheet, register: &Register) -> Result<(), XlsxError> {
    let header = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x00E6_EDF5))
        .set_border_bottom(FormatBorder::Thin);
    let centred = header.clone().set_align(FormatAlign::Center);
    for (at, column) in (0_u16..).zip(&register.columns) {
        let format = if is_figure(column.holds) { &centred } else { &header };
        sheet.write_string_with_format(0, at, &column.title, format)?;
    }
    Ok(())
}

/// The format of a column's cells. Text cells are marked as text, so that an edited one remains a
/// text.
fn format(holds: Holds) -> Format {
    let across = if is_figure(holds) { FormatAlign::Center } else { FormatAlign::Left };
    let format = Format::new().set_align(FormatAlign::Top).set_align(across);
    match holds {
        Holds::Id | Holds::Word => format.set_num_format("@"),
        Holds::Text => format.set_num_format("@").set_text_wrap(),
        Holds::Day => format.set_num_format("yyyy-mm-dd"),
        Holds::Moment => format.set_num_format("yyyy-mm-dd hh:mm"),
        Holds::Count => format.set_num_format("0"),
        Holds::Share => format.set_num_format("0.00%"),
        // Each cell has its own format.
        Holds::Length => format,
    }
}

/// The format of a duration: 62小时50分, as in reports, but still a number. Days are shown as hours,
/// because a number format for days starts again after 31 days.
fn length_format(seconds: i64) -> String {
    let parts =
        [(seconds / 3600, "h", "小时"), (seconds / 60 % 60, "m", "分"), (seconds % 60, "s", "秒")];
    let shown = parts.iter().filter(|(count, ..)| *count > 0).enumerate();
    let shown: String = shown
        .map(|(at, (_, code, word))| match at {
            0 => format!("[{code}]\"{word}\""),
            _ => format!("{code}\"{word}\""),
        })
        .collect();
    if shown.is_empty() { "[s]\"秒\"".to_owned() } else { shown }
}

/// True for columns of figures, which are centred.
const fn is_figure(holds: Holds) -> bool {
    matches!(holds, Holds::Count | Holds::Share | Holds::Length)
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &RegisterValue,
    format: &Format,
) -> Result<(), XlsxError> {
    let number = match value {
        RegisterValue::Empty => return Ok(()),
        RegisterValue::Text(text) => {
            sheet.write_string_with_format(row, column, fitting(&visible(text)), format)?;
            return Ok(());
        }
        RegisterValue::Day(day) => serial(day.and_time(NaiveTime::MIN)),
        RegisterValue::Moment(moment) => serial(*moment),
        RegisterValue::Count(count) => *count as f64,
        RegisterValue::Share(part, whole) => *part as f64 / *whole as f64,
        RegisterValue::Length(seconds) => *seconds as f64 / SECONDS_A_DAY,
    };
    sheet.write_number_with_format(row, column, number, format)?;
    Ok(())
}

/// The Excel date number. Excel wrongly counts 29 February 1900, but all records are later.
fn serial(moment: NaiveDateTime) -> f64 {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default().and_time(NaiveTime::MIN);
    (moment - start).num_seconds() as f64 / SECONDS_A_DAY
}

fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut left = LONGEST_TEXT - CUT.encode_utf16().count();
    let fits = |character: &char| {
        let fits = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        fits
    };
    text.chars().take_while(fits).collect::<String>() + CUT
}

/// Sets frozen rows, filters, column widths and paper.
fn set_up(sheet: &mut Worksheet, register: &Register) -> Result<(), XlsxError> {
    let columns = &register.columns;
    let last_row = u32::try_from(register.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let widths: Vec<_> =
        columns.iter().enumerate().map(|(at, column)| width(register, at, column)).collect();
    for (at, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(at, *width as f64)?;
    }
    for (at, row) in (1_u32..).zip(&register.rows) {
        sheet.set_row_height(at, height(row, &widths))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_landscape().set_paper_size(A4).set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 0)?;
    if widths.iter().sum::<usize>() <= FITTING {
        sheet.set_print_fit_to_pages(1, 0);
    } else {
        sheet.set_print_scale(SCALE);
    }
    let draft = if register.is_draft { "（草稿：有记录待改正）" } else { "" };
    let stated = |text: &str| text.replace('&', "&&");
    sheet.set_header(format!(
        "&L{}{draft}&R{}",
        stated(register.kind.title),
        stated(&register.contract)
    ));
    sheet.set_footer(format!("&L统计截止{}&R第&P页，共&N页", register.as_of));
    Ok(())
}

/// A width that fits the title and most of the cells; longer texts are wrapped.
fn width(register: &Register, at: usize, column: &RegisterColumn) -> usize {
    let shown = |value: &RegisterValue| match value {
        RegisterValue::Text(text) => text.lines().map(width_in_chinese_font).max().unwrap_or(0) + 2,
        _ => match column.holds {
            Holds::Moment => 17,
            Holds::Day => 12,
            Holds::Length => 16,
            _ => NARROWEST,
        },
    };
    let longest = register.rows.iter().filter_map(|row| row.get(at)).map(shown).max().unwrap_or(0);
    longest.max(width_in_chinese_font(&column.title) + FILTER).clamp(NARROWEST, WIDEST)
}

/// A height that fits the text with most lines, because not every program adjusts it.
fn height(row: &[RegisterValue], widths: &[usize]) -> f64 {
    let lines = row.iter().zip(widths).map(|(value, width)| match value {
        RegisterValue::Text(text) => {
            text.lines().map(|line| (width_in_chinese_font(line) + 1).div_ceil(width - 1)).sum()
        }
        _ => 1,
    });
    lines.max().unwrap_or(1).clamp(1, MOST_LINES) as f64 * LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_as_excel_counts_them() {
        let moment = NaiveDate::from_ymd_opt(2025, 12, 9).unwrap().and_hms_opt(12, 0, 0).unwrap();
        assert!((serial(moment) - 46_000.5).abs() < 1e-9);
    }

    #[test]
    fn lengths_are_shown_in_words() {
        assert_eq!(length_format(62 * 3600 + 50 * 60), "[h]\"小时\"m\"分\"");
        assert_eq!(length_format(2472), "[m]\"分\"s\"秒\"");
        assert_eq!(length_format(3605), "[h]\"小时\"s\"秒\"");
        assert_eq!(length_format(0), "[s]\"秒\"");
    }

    #[test]
    fn long_texts_are_cut_where_excel_would_refuse_them() {
        assert_eq!(fitting("短"), "短");
        let cut = fitting(&"𠮷".repeat(20_000));
        assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= LONGEST_TEXT);
        assert!(cut.encode_utf16().count() > LONGEST_TEXT - 3);
    }
}
