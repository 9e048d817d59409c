//! Improvement measures, as the yearly survey and the yearly summary list them.
//!
//! In: part of a survey or summary. Out: [`Measure`]. A file of its own because two kinds of record share it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{Day, FollowUpStatus};

/// A measure for the better: what, who, by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Number, such as `M-2026-01`.
    #[schemars(title = "编号")]
    pub id: String,
    /// What is to get better.
    #[schemars(title = "问题")]
    pub problem: String,
    /// What is done.
    #[schemars(title = "改进措施")]
    pub measure: String,
    /// Who answers for it: a person's id.
    #[schemars(title = "责任人")]
    pub owner: String,
    /// By when.
    #[schemars(title = "完成时限")]
    pub due: Day,
    /// How it stands.
    #[schemars(title = "状态")]
    pub status: FollowUpStatus,
    /// When it was done.
    #[schemars(title = "完成日期")]
    pub closed_on: Option<Day>,
    /// What it answers: ids of respondents, requests or tickets.
    #[schemars(title = "依据")]
    #[serde(default)]
    pub answers: Vec<String>,
}

fields! { Measure as Own(id) {
    id: Id(Target::Measure),
    problem: Text,
    measure: Text,
    owner: Reference(Target::Person),
    due: Planned,
    status: Nothing,
    closed_on: Happened => [status],
    answers: Text,
} }
