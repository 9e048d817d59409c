//! How moments and lengths of time are written.
//!
//! In: values of `chrono`. Out: the one text that every room writes for them, and a length of time in the units in which
//! it is read. In this room because rooms that share nothing else write them: checks, reports, scaffolds, the texts of
//! every language.

use chrono::{NaiveDateTime, NaiveTime, Timelike};

/// 2026-09-21 09:00:20, and without seconds where there are none.
pub fn moment_text(at: NaiveDateTime) -> String {
    if at.second() == 0 { minute_text(at) } else { second_text(at) }
}

/// 2026-09-21 09:00.
pub fn minute_text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// 2026-09-21 09:00:00.
pub fn second_text(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// 09:00.
pub fn time_text(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// A unit in which a length of time is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    /// 24 hours.
    Day,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// Every unit with its seconds, largest first.
const UNITS: [(TimeUnit, i64); 4] = [
    (TimeUnit::Day, 86_400),
    (TimeUnit::Hour, 3600),
    (TimeUnit::Minute, 60),
    (TimeUnit::Second, 1),
];

/// Shorter lengths are given in hours, without days.
const LONGEST_IN_HOURS: i64 = 3 * 86_400;

/// How many of each unit a length of time takes, largest unit first and none that it has nothing of; a negative length
/// counts as none, which is 0 seconds.
pub fn time_units(seconds: i64) -> Vec<(i64, TimeUnit)> {
    // Limits are given in hours, and what exceeds them by a day or two is compared with them.
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
