//! Writes registers as CSV.
//!
//! In: a register. Out: UTF-8 with a byte order mark, by which Excel detects the encoding, and
//! lines as RFC 4180 requires. A text that a spreadsheet would interpret as a formula is prefixed
//! with an apostrophe, as OWASP recommends; figures computed by weibao never are.

use chrono::Duration;

use crate::report::{Register, RegisterValue, duration};
use crate::source::second_text;

use super::RenderError;
use super::text::visible;

/// Characters with which a formula may start, half-width and full-width, and the blanks that may
/// precede it.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

pub(super) fn render(register: &Register) -> Result<Vec<u8>, RenderError> {
    let failed = |error: String| RenderError {
        template: format!("{}.csv", register.kind.id),
        message: error,
    };
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let titles = register.columns.iter().map(|column| column.title.as_str());
    writer.write_record(titles).map_err(|error| failed(error.to_string()))?;
    for row in &register.rows {
        writer.write_record(row.iter().map(field)).map_err(|error| failed(error.to_string()))?;
    }
    writer.flush().map_err(|error| failed(error.to_string()))?;
    drop(writer);
    Ok(bytes)
}

fn field(value: &RegisterValue) -> String {
    match value {
        RegisterValue::Empty => String::new(),
        RegisterValue::Text(text) => guarded(&visible(text)),
        RegisterValue::Day(day) => day.to_string(),
        RegisterValue::Moment(moment) => second_text(*moment),
        RegisterValue::Count(count) => count.to_string(),
        RegisterValue::Share(part, whole) => (*part as f64 / *whole as f64).to_string(),
        RegisterValue::Length(seconds) => duration(Duration::seconds(*seconds)),
    }
}

/// Prefixes a text that a spreadsheet would evaluate as a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_figures_are_not() {
        for text in ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "＝1", "－", "＋1", "＠a"] {
            assert_eq!(field(&RegisterValue::Text(text.to_owned())), format!("'{text}"));
        }
        assert_eq!(field(&RegisterValue::Text("正常=1".to_owned())), "正常=1");
        assert_eq!(field(&RegisterValue::Count(-3)), "-3");
        assert_eq!(field(&RegisterValue::Length(93_605)), "26小时5秒");
        assert_eq!(field(&RegisterValue::Share(1, 4)), "0.25");
    }
}
