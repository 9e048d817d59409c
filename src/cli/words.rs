//! Moments and lengths of time in the words of a language.
//!
//! In: a moment or a duration, and the phrases. Out: a text.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::lang::Messages;

/// `2026-05-22 18:30`, with seconds where they are not zero.
pub(super) fn moment(at: NaiveDateTime) -> String {
    let seconds = chrono::Timelike::second(&at);
    at.format(if seconds == 0 { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d %H:%M:%S" }).to_string()
}

/// The day of the week: 周五.
pub(super) fn weekday(day: NaiveDate, messages: &Messages) -> String {
    messages.text("weekday", &[("number", i64::from(day.weekday().number_from_monday()).into())])
}

/// 62小时42分, or 41分12秒.
pub(super) fn duration(length: Duration, messages: &Messages) -> String {
    messages.duration(length.num_seconds())
}
