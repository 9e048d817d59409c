//! Converts a cell to the text that a person would type into a table.
//!
//! In: the value of a cell and its number format. Out: its text. Excel stores dates and times as
//! numbers of days; only the format distinguishes a date from midnight, and ninety per cent from
//! 0.9.

use calamine::{DataRef, ExcelDateTime};
use chrono::{Duration, NaiveDate, NaiveTime};

use super::Flaw;
use crate::source::moment_text;

const SECONDS_A_DAY: f64 = 86_400.0;
/// Excel's last date, at the end of the year 9999.
const LAST_SERIAL: f64 = 2_958_466.0;
/// Excel keeps this many digits of a number; further ones are artefacts of binary fractions.
const DIGITS: usize = 15;

/// A cell as text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The text; empty for an empty cell.
    pub(super) text: String,
    /// Why the text is not what was meant.
    pub(super) flaw: Option<Flaw>,
}

/// Day zero of a workbook: some Macintosh workbooks count from 1904. The other day zero allows for
/// the 29 February 1900 that Excel wrongly counts; no record is that old.
pub(super) fn days_from(is_1904: bool) -> NaiveDate {
    let (year, month, day) = if is_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

pub(super) fn shown(value: &DataRef<'_>, format: &str, days_from: NaiveDate) -> Shown {
    let text = match value {
        DataRef::Empty => String::new(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value, format),
        DataRef::String(text) | DataRef::DurationIso(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        // The words that records use.
        DataRef::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(moment) => date(*moment, format, days_from),
        DataRef::DateTimeIso(text) => plain(text),
        DataRef::Error(error) => return Shown { text: error.to_string(), flaw: Some(Flaw::Error) },
    };
    Shown { text, flaw: None }
}

/// A text with uniform line breaks.
fn plain(text: &str) -> String {
    let text = text.trim();
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

/// Writes a number without an exponent, so that 13800001234 keeps its digits; a
/// percentage with its sign.
fn number(value: f64, format: &str) -> String {
    if letters(format).any(|letter| letter == '%') {
        return format!("{}%", rounded(value * 100.0));
    }
    if value.fract() == 0.0 { format!("{value}") } else { format!("{}", rounded(value)) }
}

fn rounded(value: f64) -> f64 {
    let digits = DIGITS - 1;
    format!("{value:.digits$e}").parse().unwrap_or(value)
}

/// The significant characters of a number format: neither quoted, nor escaped, nor in brackets.
fn letters(format: &str) -> impl Iterator<Item = char> {
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    format.chars().filter_map(move |letter| {
        if std::mem::take(&mut is_escaped) {
            return None;
        }
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            // The letter after an underscore only reserves its width.
            '\\' | '_' => is_escaped = true,
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            _ if is_bracketed => {}
            letter => return Some(letter.to_ascii_lowercase()),
        }
        None
    })
}

/// A date, a moment, a time of day or a duration.
fn date(value: ExcelDateTime, format: &str, days_from: NaiveDate) -> String {
    let serial = value.as_f64();
    if !(0.0..LAST_SERIAL).contains(&serial) {
        return format!("{serial}");
    }
    // Seconds are stored as fractions of a day, which are never exact.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "fewer seconds than four thousand million years have"
    )]
    let seconds = (serial * SECONDS_A_DAY).round() as i64;
    if value.is_duration() {
        return time(seconds);
    }
    let shows_time = letters(format).any(|letter| letter == 'h');
    if serial < 1.0 && !letters(format).any(|letter| matches!(letter, 'y' | 'd')) {
        return time(seconds);
    }
    let Some(moment) =
        days_from.and_time(NaiveTime::MIN).checked_add_signed(Duration::seconds(seconds))
    else {
        return format!("{serial}");
    };
    if seconds % 86_400 == 0 && !shows_time {
        return moment.date().to_string();
    }
    moment_text(moment)
}

/// Formats as `09:30`, or as `26:30:05` for a duration.
fn time(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, ExcelDateTimeType};

    use super::*;

    fn text(value: DataRef<'_>, format: &str) -> String {
        shown(&value, format, days_from(false)).text
    }

    fn moment_of(serial: f64, format: &str, is_1904: bool) -> String {
        let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
        shown(&DataRef::DateTime(moment), format, days_from(is_1904)).text
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(text(DataRef::Float(6023.0), "General"), "6023");
        assert_eq!(text(DataRef::Float(13_800_001_234.0), "General"), "13800001234");
        assert_eq!(text(DataRef::Float(1e20), "0"), "100000000000000000000");
        assert_eq!(text(DataRef::Float(0.1 + 0.2), "General"), "0.3");
        assert_eq!(text(DataRef::Float(-0.5), "General"), "-0.5");
        assert_eq!(text(DataRef::Float(0.07), "0%"), "7%");
        assert_eq!(text(DataRef::Float(0.9995), "0.00%"), "99.95%");
        assert_eq!(text(DataRef::Float(0.5), "0.0\"%\""), "0.5");
        assert_eq!(text(DataRef::Bool(true), "General"), "是");
    }

    #[test]
    fn moments_are_exact_to_the_second() {
        let serial = 46_000.0 + (9.0 * 3600.0 + 3.0 * 60.0) / 86_400.0;
        assert_eq!(moment_of(serial, "yyyy/m/d h:mm", false), "2025-12-09 09:03");
        assert_eq!(
            moment_of(serial + 29.0 / 86_400.0, "yyyy/m/d h:mm", false),
            "2025-12-09 09:03:29"
        );
        assert_eq!(moment_of(serial - 1462.0, "yyyy/m/d h:mm", true), "2025-12-09 09:03");
        for second in 0..86_400 {
            let stated = moment_of(46_000.0 + f64::from(second) / 86_400.0, "yyyy/m/d h:mm", false);
            let parts: Vec<i32> =
                stated[11..].split(':').map(|part| part.parse().unwrap()).collect();
            assert_eq!(
                parts[0] * 3600 + parts[1] * 60 + parts.get(2).unwrap_or(&0),
                second,
                "{stated}"
            );
        }
    }

    #[test]
    fn only_the_format_tells_a_day_from_midnight() {
        assert_eq!(moment_of(46_000.0, "yyyy-mm-dd", false), "2025-12-09");
        assert_eq!(moment_of(46_000.0, "yyyy\"年\"m\"月\"d\"日\"", false), "2025-12-09");
        assert_eq!(moment_of(46_000.0, "yyyy-mm-dd hh:mm", false), "2025-12-09 00:00");
        assert_eq!(moment_of(46_000.0, "yyyy-mm-dd \"h\"", false), "2025-12-09");
        assert_eq!(moment_of(0.375, "h:mm", false), "09:00");
    }

    #[test]
    fn what_says_nothing_is_told_apart_from_what_went_wrong() {
        assert_eq!(
            shown(&DataRef::Empty, "", days_from(false)),
            Shown { text: String::new(), flaw: None }
        );
        let wrong = shown(&DataRef::Error(CellErrorType::Ref), "", days_from(false));
        assert_eq!(wrong, Shown { text: "#REF!".to_owned(), flaw: Some(Flaw::Error) });
        assert_eq!(text(DataRef::String("补打\r\n票据 ".to_owned()), ""), "补打\n票据");
    }
}
