//! `data/calendar/YEAR.yaml`: one year's public holidays and make-up workdays as the State Council announced them.
//!
//! In: one YAML file a year. Out: [`CalendarYear`]. A year without a file is unknown, never guessed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;
use super::fields::fields;
use super::words::words;

/// The announced days of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    #[schemars(title = "年份", range(min = 2000, max = 2100))]
    pub year: i32,
    /// No notice yet: the days are the statutory ones alone, and nothing judged by them is final.
    #[schemars(title = "暂定")]
    #[serde(default)]
    pub provisional: bool,
    /// Number of the State Council's notice; for a provisional year, words that say there is none.
    #[schemars(title = "通知文号")]
    pub notice: String,
    /// Title of the notice.
    #[schemars(title = "通知标题")]
    pub title: Option<String>,
    /// Day the notice was issued; none for a provisional year.
    #[schemars(title = "发文日期")]
    pub issued_on: Option<Day>,
    /// Days that differ from the ordinary week.
    #[schemars(title = "日期")]
    pub days: Vec<SpecialDay>,
}

fields! { CalendarYear as Own(year) {
    year: Id(Target::Year),
    provisional: Nothing,
    notice: Text,
    title: Text,
    // Nothing that the project did: whoever computes for an earlier day needs the notice all the same.
    issued_on: Planned,
    days: Parts(SpecialDay::FIELDS),
} }

/// A day that differs from the ordinary week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecialDay {
    /// The day.
    #[schemars(title = "日期")]
    pub date: Day,
    /// Off or worked.
    #[schemars(title = "类型")]
    pub kind: DayKind,
    /// The festival.
    #[schemars(title = "节日")]
    pub name: String,
}

fields! { SpecialDay {
    date: Planned,
    kind: Nothing,
    name: Text,
} }

words! {
    /// What a special day is.
    DayKind {
        /// Off.
        Holiday = "放假" | "holiday",
        /// Worked, though a Saturday or Sunday (调休).
        Workday = "上班" | "workday",
    }
}
