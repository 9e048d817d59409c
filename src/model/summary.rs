//! `data/summaries/YEAR.yaml`: what only people can write of a year's service.
//!
//! In: one YAML file a year. Out: [`Summary`], the evidence for clause 5.2. Every figure of the report is computed; only words
//! stand here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{Day, Measure};

/// The words of a year's summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Number of the record, such as `ZJ-2026`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The year it is owed for, such as `2026`; the file's name.
    #[schemars(title = "年度")]
    pub period: String,
    /// Who wrote it: a person's id.
    #[schemars(title = "编制人")]
    pub prepared_by: String,
    /// Day on which it was finished; in work without it.
    #[schemars(title = "完成日期")]
    pub finished_on: Option<Day>,
    /// The year in a paragraph or two.
    #[schemars(title = "服务概况")]
    pub overview: String,
    /// What mattered.
    #[schemars(title = "重大事件")]
    #[serde(default)]
    pub events: Vec<Event>,
    /// What the revisit taught.
    #[schemars(title = "回访总结")]
    pub revisit: Option<String>,
    /// What is done for the better.
    #[schemars(title = "改进措施")]
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// What is planned for the year to come.
    #[schemars(title = "下年度计划")]
    #[serde(default)]
    pub plan: Vec<String>,
    /// Who gets a copy (clause 5.2: 反馈至公司总部).
    #[schemars(title = "抄送")]
    #[serde(default)]
    pub copied_to: Vec<String>,
    /// Files under `data/` that prove it.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Summary as Own(id) {
    id: Id(Target::Summary),
    period: Owed(Target::Summary),
    prepared_by: Reference(Target::Person),
    finished_on: Happened => [overview, revisit, plan, copied_to],
    overview: Text,
    events: Parts(Event::FIELDS),
    revisit: Text,
    measures: Parts(Measure::FIELDS),
    plan: Text,
    copied_to: Text,
    evidence: File,
} }

/// Something that mattered in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    #[schemars(title = "日期")]
    pub on: Day,
    /// What.
    #[schemars(title = "事件")]
    pub title: String,
    /// How it went.
    #[schemars(title = "经过与处理")]
    pub text: String,
    /// Records about it: ids of tickets, escalations or findings.
    #[schemars(title = "相关记录")]
    #[serde(default)]
    pub records: Vec<String>,
}

fields! { Event {
    on: Happened => [title, text, records],
    title: Text,
    text: Text,
    records: Reference(Target::Record),
} }
