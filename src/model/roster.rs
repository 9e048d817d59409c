//! `data/rosters/`: who answers the hotline on which days.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Duty`]; together they prove that somebody could be reached on every
//! day of the year (clause 3.a).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;
use super::fields::fields;

/// Somebody's days on duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// First day.
    #[schemars(title = "开始日期")]
    pub from: Day,
    /// Last day.
    #[schemars(title = "结束日期")]
    pub to: Day,
    /// Who: a person's id.
    #[schemars(title = "值班人")]
    pub person: String,
    /// Who stands in: a person's id.
    #[schemars(title = "备班人")]
    pub backup: Option<String>,
    /// Hours, in words; all day without it.
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
