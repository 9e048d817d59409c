//! Moments and durations in the user's language.
//!
//! In: a moment or a duration, and the messages. Out: a text.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::lang::Messages;
pub(super) use crate::source::moment_text as moment;

/// `2026-05-22T18:30:00+08:00`: local time with its offset, for programs.
pub(super) fn timestamp(at: NaiveDateTime) -> String {
    format!("{}+08:00", at.format("%Y-%m-%dT%H:%M:%S"))
}

/// The day of the week: 周五.
pub(super) fn weekday(day: NaiveDate, messages: &Messages) -> String {
    messages.text("weekday", &[("number", i64::from(day.weekday().number_from_monday()).into())])
}

/// 62小时42分, or 41分12秒.
pub(super) fn duration(length: Duration, messages: &Messages) -> String {
    messages.duration(length.num_seconds())
}
