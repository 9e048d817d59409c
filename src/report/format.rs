//! Numbers, dates and durations as Chinese reports write them (GB/T 15835, `domain.md` §3.4).
//!
//! In: values. Out: text.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::schedule::{Attainment, ClockVerdict};
use crate::source::{TimeUnit, time_text, time_units};
pub(super) use crate::source::{
    minute_text as short_moment, moment_text as full_moment, time_text as time_of_day,
};

/// The text of an empty cell.
pub(super) const NOTHING: &str = "—";

/// The text, or a dash for a blank one.
pub(super) fn or_nothing(text: &str) -> String {
    if text.trim().is_empty() { NOTHING.to_owned() } else { text.to_owned() }
}

/// 2026年9月21日.
pub(super) fn long_day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// 2026年9月21日09:00.
pub(super) fn long_moment(moment: NaiveDateTime) -> String {
    format!("{}{}", long_day(moment.date()), time_text(moment.time()))
}

/// 2026-09-21.
pub(super) fn short_day(day: NaiveDate) -> String {
    day.to_string()
}

/// 62小时50分, 1小时5分, 40秒: the format of every command.
pub(crate) fn duration(length: Duration) -> String {
    let word = |unit| match unit {
        TimeUnit::Day => "天",
        TimeUnit::Hour => "小时",
        TimeUnit::Minute => "分",
        TimeUnit::Second => "秒",
    };
    let parts = time_units(length.num_seconds()).into_iter();
    parts.map(|(count, unit)| format!("{count}{}", word(unit))).collect()
}

/// 2026年9月21日09:00—16:40, with the second day only where it differs.
pub(super) fn span(from: NaiveDateTime, to: NaiveDateTime) -> String {
    if from.date() == to.date() {
        return format!("{}—{}", long_moment(from), time_text(to.time()));
    }
    format!("{}—{}", long_moment(from), long_moment(to))
}

/// A difference with its sign: +4.10, −0.35, 0.00.
pub(super) fn signed(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    match value {
        _ if text == "0.00" => text,
        value if value > 0.0 => format!("+{text}"),
        _ => format!("−{text}"),
    }
}

/// The signed difference of two counts: +28, −5, 0.
pub(super) fn signed_count(now: usize, then: usize) -> String {
    let size = now.abs_diff(then);
    format!("{}{size}", if size == 0 { "" } else { sign(now > then) })
}

/// The signed difference of two durations: +1分20秒.
pub(super) fn signed_duration(difference: Duration) -> String {
    let sign = if difference.is_zero() { "" } else { sign(difference > Duration::zero()) };
    format!("{sign}{}", duration(difference.abs()))
}

/// The difference of two shares as printed: +1.2个百分点. Without a share there is no difference.
pub(super) fn points(now: (usize, usize), then: (usize, usize)) -> String {
    let Some((now, then)) = tenths(now).zip(tenths(then)) else { return NOTHING.to_owned() };
    let size = now.abs_diff(then);
    let sign = if size == 0 { "" } else { sign(now > then) };
    format!("{sign}{}.{}个百分点", size / 10, size % 10)
}

const fn sign(more: bool) -> &'static str {
    if more { "+" } else { "−" }
}

/// 52,304.
pub(super) fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent with one decimal, truncated: 199 of 200 never reads as 100%.
pub(super) fn share(part: usize, whole: usize) -> String {
    let Some(tenths) = tenths((part, whole)) else { return NOTHING.to_owned() };
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Tenths of a percent, truncated.
const fn tenths((part, whole): (usize, usize)) -> Option<usize> {
    (part * 1000).checked_div(whole)
}

/// A number of people with their share, rounded but never to 100% unless it is all of them: 17人中15人，88%. Below
/// thirty people there are no decimals (`domain.md` §6).
pub(super) fn people_share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return format!("{NOTHING}（无有效回答）");
    }
    let steps = if whole < 30 { 100 } else { 1000 };
    let rounded = (part * steps * 2 + whole) / (whole * 2);
    let rounded = if part < whole { rounded.min(steps - 1) } else { rounded };
    let percent =
        if whole < 30 { rounded.to_string() } else { format!("{}.{}", rounded / 10, rounded % 10) };
    format!("{whole}人中{part}人，{percent}%")
}

/// A signed difference of shares in percentage points. One decimal, or none if a share is based on fewer than thirty people.
pub(super) fn people_points(value: f64, wholes: [usize; 2]) -> String {
    let few = wholes.iter().any(|whole| *whole < 30);
    let text = if few { format!("{:.0}", value.abs()) } else { format!("{:.1}", value.abs()) };
    match value {
        _ if matches!(text.as_str(), "0" | "0.0") => text,
        value if value > 0.0 => format!("+{text}"),
        _ => format!("−{text}"),
    }
}

/// The attainment with numerator and denominator: 达标43／45（95.5%），进行中1.
pub(super) fn attained(sum: &Attainment) -> String {
    let mut text = match sum.decided() {
        0 if sum.total() == sum.not_applicable => return format!("{NOTHING}（本期未发生）"),
        0 => format!("{NOTHING}（尚无已判定的记录）"),
        decided => format!("达标{}／{decided}（{}）", sum.met, share(sum.met, decided)),
    };
    for (word, count) in [
        (ClockVerdict::Running, sum.running),
        (ClockVerdict::Provisional, sum.provisional),
        (ClockVerdict::Invalid, sum.invalid),
    ] {
        if count > 0 {
            text += &format!("，{}{count}", word.word());
        }
    }
    text
}

/// A number without trailing zeros, as limits are written: 90, 99.5.
pub(super) fn plain(value: f64) -> String {
    format!("{value}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_never_read_as_all() {
        assert_eq!(share(1999, 2000), "99.9%");
        assert_eq!(share(2000, 2000), "100.0%");
        assert_eq!(share(0, 3), "0.0%");
        let sum =
            |met, late, provisional| Attainment { met, late, provisional, ..Attainment::default() };
        assert_eq!(attained(&sum(43, 2, 1)), "达标43／45（95.5%），暂定1");
        assert_eq!(attained(&sum(0, 0, 0)), "—（本期未发生）");
        assert_eq!(attained(&sum(0, 0, 2)), "—（尚无已判定的记录），暂定2");
    }

    #[test]
    fn lengths_of_time_are_exact() {
        assert_eq!(duration(Duration::seconds(1)), "1秒");
        assert_eq!(duration(Duration::minutes(65)), "1小时5分");
        assert_eq!(duration(Duration::hours(51)), "51小时");
        assert_eq!(duration(Duration::hours(75)), "3天3小时");
        assert_eq!(duration(Duration::zero()), "0秒");
    }

    #[test]
    fn signs_and_groups() {
        assert_eq!(signed(4.1), "+4.10");
        assert_eq!(signed(-0.354), "−0.35");
        assert_eq!(signed(-0.001), "0.00");
        assert_eq!(count(52_304), "52,304");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_000_000), "1,000,000");
    }

    #[test]
    fn differences_are_those_of_what_is_printed() {
        assert_eq!([signed_count(5, 2), signed_count(2, 5), signed_count(2, 2)], ["+3", "−3", "0"]);
        assert_eq!(points((43, 45), (44, 45)), "−2.2个百分点");
        assert_eq!(points((1, 1), (1, 1)), "0.0个百分点");
        assert_eq!(points((0, 0), (1, 1)), "—");
        assert_eq!(signed_duration(Duration::seconds(-80)), "−1分20秒");
        assert_eq!(signed_duration(Duration::zero()), "0秒");
    }

    #[test]
    fn people_with_their_share() {
        assert_eq!(people_share(15, 17), "17人中15人，88%");
        assert_eq!(people_share(13, 15), "15人中13人，87%");
        assert_eq!(people_share(1, 8), "8人中1人，13%", "halves go up");
        assert_eq!(people_share(28, 29), "29人中28人，97%");
        assert_eq!(people_share(29, 29), "29人中29人，100%");
        assert_eq!(people_share(0, 5), "5人中0人，0%");
        assert_eq!(people_share(26, 30), "30人中26人，86.7%");
        assert_eq!(people_share(1999, 2000), "2000人中1999人，99.9%");
        assert_eq!(people_share(9999, 10000), "10000人中9999人，99.9%");
        assert_eq!(people_share(0, 0), "—（无有效回答）");
        assert_eq!(people_points(6.4, [17, 40]), "+6");
        assert_eq!(people_points(-6.25, [31, 40]), "−6.2");
        assert_eq!(
            (people_points(-0.3, [17, 9]), people_points(0.04, [40, 40])),
            ("0".to_owned(), "0.0".to_owned())
        );
    }
}
