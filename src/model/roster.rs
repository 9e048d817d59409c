//! `data/rosters/`: who is on hotline duty on which days.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Duty`]; together they prove that the
//! hotline was staffed on every day of the year (clause 3.a).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;
use super::fields::fields;

/// A period of duty of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// First day.
    #[schemars(title = "开始日期")]
    pub from: Day,
    /// Last day.
    #[schemars(title = "结束日期")]
    pub to: Day,
    /// The person on duty: a person's id.
    #[schemars(title = "值班人")]
    pub person: String,
    /// The backup: a person's id.
    #[schemars(title = "备班人")]
    pub backup: Option<String>,
    /// Hours of duty, in words; all day if empty.
    #[schemars(title = "时段")]
    pub hours: Option<String>,
}

fields! { Duty as Own(from) {
    from: Planned,
    to: Planned,
    person: Reference(Target::Person),
    backup: Reference(Target::Person),
    hours: Text,
} }
