//! Days and moments as people and probes write them.
//!
//! In: `2026-09-21`, `2026/9/21`, `2026-09-21 09:03`, `2026-09-21T09:03:30+08:00`. Out: [`Day`] and [`Moment`], both
//! in the contract's local time (Asia/Shanghai, UTC+8 all year). A moment without seconds means `:00`.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::source::{minute_text, second_text};

/// Seconds that local time is ahead of UTC.
const LOCAL_OFFSET: i64 = 8 * 3600;

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

/// A moment in local time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub NaiveDateTime);

/// A time of day, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock24(pub NaiveTime);

impl Clock24 {
    /// A full hour; midnight if the hour is out of range.
    pub const fn hour(hour: u32) -> Self {
        match NaiveTime::from_hms_opt(hour, 0, 0) {
            Some(time) => Self(time),
            None => Self(NaiveTime::MIN),
        }
    }

    /// Reads `09:00` or `09:00:00`.
    pub fn parse(text: &str) -> Option<Self> {
        parse_time(text).map(Self)
    }
}

impl Moment {
    /// Formats as 2026-09-21 09:03:00, always with seconds.
    pub fn to_the_second(self) -> String {
        second_text(self.0)
    }

    /// The date of the moment.
    pub const fn day(self) -> NaiveDate {
        self.0.date()
    }
}

impl Day {
    /// Reads `2026-09-21` or `2026/9/21`.
    pub fn parse(text: &str) -> Option<Self> {
        let separator = if text.contains('/') { '/' } else { '-' };
        let mut parts = text.splitn(3, separator);
        let year = number(parts.next()?, 4..=4)?;
        let month = number(parts.next()?, 1..=2)?;
        let day = number(parts.next()?, 1..=2)?;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(Self)
    }
}

impl Moment {
    /// Reads a date and a time of day, separated by a space or `T`; seconds and UTC offset are
    /// optional.
    pub fn parse(text: &str) -> Option<Self> {
        let at = text.find([' ', 'T'])?;
        let day = Day::parse(text.get(..at)?)?;
        let rest = text.get(at + 1..)?.trim_start_matches(' ');
        let (time, shift) = split_offset(rest)?;
        let moment = day.0.and_time(parse_time(time)?);
        moment.checked_add_signed(Duration::seconds(shift)).map(Self)
    }
}

/// Splits `09:03:30+08:00` into the time and the seconds to add for local time.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(time) = text.strip_suffix('Z') {
        return Some((time, LOCAL_OFFSET));
    }
    let Some(at) = text.find(['+', '-']) else {
        return Some((text, 0));
    };
    let stamp = format!("1970-01-02T00:00:00{}", text.get(at..)?);
    let offset = DateTime::parse_from_rfc3339(&stamp).ok()?;
    let seconds = i64::from(offset.offset().local_minus_utc());
    Some((text.get(..at)?, LOCAL_OFFSET - seconds))
}

fn parse_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.splitn(3, ':');
    let hour = number(parts.next()?, 1..=2)?;
    let minute = number(parts.next()?, 2..=2)?;
    let second = parts.next().map_or(Some(0), |part| number(part, 2..=2))?;
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::parse(text).ok_or(())
    }
}

impl FromStr for Moment {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::parse(text).ok_or(())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl fmt::Display for Clock24 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format("%H:%M:%S"))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&minute_text(self.0))
    }
}

/// Implements reading and writing as text, with a pattern in the schema.
macro_rules! through_text {
    ($name:ident, $expected:literal, $format:literal, $pattern:literal, $example:literal) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <Cow<'de, str>>::deserialize(deserializer)?;
                Self::parse(&text)
                    .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &$expected))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string", "format": $format, "pattern": $pattern, "examples": [$example]
                })
            }
        }
    };
}

through_text!(
    Day,
    "a day such as 2026-09-21",
    "weibao-day",
    r"^\d{4}([-/])\d{1,2}[-/]\d{1,2}$",
    "2026-09-21"
);
through_text!(
    Moment,
    "a moment such as 2026-09-21 09:03",
    "weibao-moment",
    r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T] *\d{1,2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$",
    "2026-09-21 09:03"
);
through_text!(
    Clock24,
    "a time of day such as 09:00",
    "weibao-time",
    r"^\d{1,2}:\d{2}(:\d{2})?$",
    "09:00"
);

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Option<String> {
        Moment::parse(text).map(Moment::to_the_second)
    }

    #[test]
    fn every_documented_form_is_read() {
        for (text, expected) in [
            ("2026-09-21 09:03", "2026-09-21 09:03:00"),
            ("2026-09-21T09:03:30", "2026-09-21 09:03:30"),
            ("2026/9/21 9:03", "2026-09-21 09:03:00"),
            ("2026-09-21T09:03:30+08:00", "2026-09-21 09:03:30"),
            ("2026-09-21T01:03:30Z", "2026-09-21 09:03:30"),
            ("2026-09-21T20:03:30-04:00", "2026-09-22 08:03:30"),
        ] {
            assert_eq!(moment(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "2026-09-21",
            "2026-02-30 09:00",
            "2026-09-21 24:00",
            "2026-09-21 9:3",
            "26-09-21 09:03",
            "2026-09-21 09:03:30+99",
            "########",
            "2026-09-21 ０９:03",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
