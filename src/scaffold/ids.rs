//! The next free number of a record.
//!
//! In: the known numbers, a date or a period, and what else is taken. Out: a number in the format of the latest known one
//! (`T-20261125-01`, `Q261125-01`, `DEV-03`), since every project numbers its records in its own way.

use chrono::NaiveDate;

/// Formats of dates in numbers.
const STAMPS: [&str; 3] = ["%Y%m%d", "%Y-%m-%d", "%y%m%d"];

/// Width of counters if there is no other record to copy it from.
const WIDTH: usize = 2;

/// The next number of a day. `known` are the numbers of the kind, each with its day; `letters` is the prefix if there are
/// none.
pub(super) fn of_day<'k>(
    letters: &str,
    known: impl Iterator<Item = (&'k str, NaiveDate)>,
    day: NaiveDate,
    is_taken: &dyn Fn(&str) -> bool,
) -> String {
    let known: Vec<_> = known.collect();
    let latest = known.iter().max_by_key(|(id, of)| (of, id));
    let stamped =
        latest.and_then(|(id, of)| STAMPS.iter().find_map(|stamp| split(id, *of, stamp, day)));
    match (stamped, latest) {
        (Some((front, width)), _) => counted(&front, width, 1, is_taken),
        (None, Some((id, _))) => numbered(id, known.iter().map(|(id, _)| *id), is_taken),
        (None, None) => {
            counted(&format!("{letters}-{}-", day.format(STAMPS[0])), WIDTH, 1, is_taken)
        }
    }
}

/// The text before the counter, moved to another day, and the width of the counter.
fn split(id: &str, of: NaiveDate, stamp: &str, day: NaiveDate) -> Option<(String, usize)> {
    let written = of.format(stamp).to_string();
    let at = id.find(&written)?;
    let tail = id.get(at + written.len()..)?;
    let between = tail.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = tail.len() - between.len();
    let between = if width == 0 { "-" } else { between };
    Some((
        format!("{}{}{between}", id.get(..at)?, day.format(stamp)),
        if width == 0 { WIDTH } else { width },
    ))
}

/// The next number of a plain sequence: `K41` after `K40`.
pub(super) fn numbered<'k>(
    like: &str,
    known: impl Iterator<Item = &'k str>,
    is_taken: &dyn Fn(&str) -> bool,
) -> String {
    let front = like.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = (like.len() - front.len()).max(1);
    let counters = known.filter_map(|id| id.strip_prefix(front)?.parse::<u64>().ok());
    let last = counters.max().unwrap_or_default();
    counted(front, width, last.saturating_add(1), is_taken)
}

/// The number of a record that exists once for each period: `XJ-2026Q4` after `XJ-2026Q3`.
pub(super) fn of_period<'k>(
    letters: &str,
    known: impl Iterator<Item = (&'k str, &'k str)>,
    period: &str,
) -> String {
    let formed = known.filter_map(|(id, of)| {
        let at = id.rfind(of).filter(|_| !of.is_empty())?;
        Some(format!("{}{period}{}", id.get(..at)?, id.get(at + of.len()..)?))
    });
    formed.last().unwrap_or_else(|| format!("{letters}-{period}"))
}

/// The first free number inside a period, such as that of a finding: `F-2026Q4-01`.
pub(super) fn inside_period<'k>(
    letters: &str,
    known: impl Iterator<Item = (&'k str, &'k str)>,
    period: &str,
    is_taken: &dyn Fn(&str) -> bool,
) -> String {
    let like = of_period(letters, known, period);
    let front = like.trim_end_matches(|c: char| c.is_ascii_digit());
    match like.len() - front.len() {
        // If the number ends in its period, those digits are not a counter.
        _ if like.ends_with(period) => counted(&format!("{like}-"), WIDTH, 1, is_taken),
        0 => counted(&format!("{like}-"), WIDTH, 1, is_taken),
        width => counted(front, width, 1, is_taken),
    }
}

fn counted(front: &str, width: usize, from: u64, is_taken: &dyn Fn(&str) -> bool) -> String {
    let mut ids = (from..).map(|count| format!("{front}{count:0width$}"));
    // The sequence is infinite, so one of its numbers is always free.
    ids.find(|id| !is_taken(id)).unwrap_or_default()
}

/// A number as a file name: characters that a file name cannot hold become dashes.
pub(super) fn file_name(id: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let name: String = id.chars().map(plain).collect();
    name.trim_start_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_formed_as_the_latest_known_one() {
        for (known, expected) in [
            (vec![], "T-20261125-01"),
            (vec![("T-20261101-07", "2026-11-01")], "T-20261125-01"),
            (vec![("T-20261125-01", "2026-11-25")], "T-20261125-02"),
            (vec![("Q261124-1", "2026-11-24")], "Q261125-1"),
            (vec![("热线2026-11-24/003", "2026-11-24")], "热线2026-11-25/001"),
            (vec![("OS-03", "2026-11-24"), ("OS-11", "2026-01-01")], "OS-12"),
            (vec![("旧", "2026-11-24")], "旧1"),
        ] {
            let taken = |id: &str| known.iter().any(|(known, _)| *known == id);
            let known_days = known.iter().map(|(id, of)| (*id, day(of)));
            assert_eq!(of_day("T", known_days, day("2026-11-25"), &taken), expected);
        }
    }

    #[test]
    fn periods_take_the_place_of_periods() {
        let next = |known: &[(&'static str, &'static str)], period| {
            of_period("XJ", known.iter().copied(), period)
        };
        assert_eq!(next(&[], "2026Q4"), "XJ-2026Q4");
        assert_eq!(
            next(&[("XJ-2026Q2", "2026Q2"), ("巡检2026Q3号", "2026Q3")], "2026Q4"),
            "巡检2026Q4号"
        );
        let findings = [("F-2026-02-1", "2026-02")];
        let none = |_: &str| false;
        assert_eq!(inside_period("F", findings.into_iter(), "2026-03", &none), "F-2026-03-1");
        assert_eq!(inside_period("F", std::iter::empty(), "2026Q4", &none), "F-2026Q4-01");
    }

    #[test]
    fn a_file_name_leads_nowhere_else() {
        assert_eq!(file_name("../热线/1"), "-热线-1");
    }
}
