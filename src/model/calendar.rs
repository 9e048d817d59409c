//! `data/calendar/YEAR.yaml`: one year's public holidays and make-up workdays as the State Council announced them.
//!
//! In: one YAML file per year. Out: [`CalendarYear`]. A year without a file is unknown, never
//! guessed.

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
    /// True if the notice is not issued yet: the list holds only the statutory holidays, and no
    /// result that depends on it is final.
    #[schemars(title = "暂定")]
    #[serde(default)]
    pub provisional: bool,
    /// Number of the State Council's notice; for a provisional year, a text stating that there is
    /// none.
    #[schemars(title = "通知文号")]
    pub notice: String,
    /// Title of the notice.
    #[schemars(title = "通知标题")]
    pub title: Option<String>,
    /// Day the notice was issued; `None` for a provisional year.
    #[schemars(title = "发文日期")]
    pub issued_on: Option<Day>,
    /// Days that differ from the regular week.
    #[schemars(title = "日期")]
    pub days: Vec<SpecialDay>,
}

fields! { CalendarYear as Own(year) {
    year: Id(Target::Year),
    provisional: Nothing,
    notice: Text,
    title: Text,
    // Not an event of the project: a computation for an earlier day also needs the notice.
    issued_on: Planned,
    days: Parts(SpecialDay::FIELDS),
} }

/// A day that differs from the regular week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecialDay {
    /// The day.
    #[schemars(title = "日期")]
    pub date: Day,
    /// Holiday or workday.
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
    /// The type of a special day.
    DayKind {
        /// A day off.
        Holiday = "放假" | "holiday",
        /// A workday on a Saturday or Sunday (调休).
        Workday = "上班" | "workday",
    }
}
