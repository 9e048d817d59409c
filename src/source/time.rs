//! Formats moments and durations.
//!
//! In: values of `chrono`. Out: the text that every room writes for them, and a duration in
//! readable units. In this room because rooms with nothing else in common use it: checks, reports,
//! scaffolds and the messages of every language.

use chrono::{NaiveDateTime, NaiveTime, Timelike};

/// Formats as 2026-09-21 09:00:20; without seconds if they are zero.
pub(crate) fn moment_text(at: NaiveDateTime) -> String {
    if at.second() == 0 { minute_text(at) } else { second_text(at) }
}

/// Formats as 2026-09-21 09:00.
pub(crate) fn minute_text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// Formats as 2026-09-21 09:00:00.
pub(crate) fn second_text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// Formats as 09:00.
pub(crate) fn time_text(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// A unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    /// 24 hours.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// All units with their length in seconds, largest first.
const UNITS: [(TimeUnit, i64); 4] = [
    (TimeUnit::Day, 86_400),
    (TimeUnit::Hour, 3600),
    (TimeUnit::Minute, 60),
    (TimeUnit::Second, 1),
];

/// Shorter durations are given in hours, without days.
const LONGEST_IN_HOURS: i64 = 3 * 86_400;

/// Splits a duration into units, largest first and without zero parts; a negative duration counts
/// as 0 seconds.
pub(crate) fn time_units(seconds: i64) -> Vec<(i64, TimeUnit)> {
    // Limits are given in hours, and durations that exceed them by a day or two are compared with
    // them.
    let units = UNITS.iter().skip(usize::from(seconds < LONGEST_IN_HOURS));
    let mut left = seconds.max(0);
    let mut parts = Vec::new();
    for (unit, length) in units {
        let count = left / length;
        left %= length;
        if count > 0 {
            parts.push((count, *unit));
        }
    }
    if parts.is_empty() { vec![(0, TimeUnit::Second)] } else { parts }
}

#[cfg(test)]
mod tests {
    use super::TimeUnit::{Day, Hour, Minute, Second};
    use super::*;

    #[test]
    fn lengths_are_given_in_hours_up_to_three_days() {
        for (seconds, expected) in [
            (-5, vec![(0, Second)]),
            (0, vec![(0, Second)]),
            (2472, vec![(41, Minute), (12, Second)]),
            (62 * 3600 + 50 * 60, vec![(62, Hour), (50, Minute)]),
            (72 * 3600 - 1, vec![(71, Hour), (59, Minute), (59, Second)]),
            (72 * 3600, vec![(3, Day)]),
            (300_000, vec![(3, Day), (11, Hour), (20, Minute)]),
        ] {
            assert_eq!(time_units(seconds), expected);
        }
    }
}
