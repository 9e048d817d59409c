//! `data/summaries/YEAR.yaml`: the parts of a yearly summary that people must write.
//!
//! In: one YAML file per year. Out: [`Summary`], the evidence for clause 5.2. All figures of the
//! report are computed; this record holds only text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::{Day, Measure};

/// The text of a yearly summary.
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
    /// Day on which it was finished; absent while in progress.
    #[schemars(title = "完成日期")]
    pub finished_on: Option<Day>,
    /// An overview of the year in a paragraph or two.
    #[schemars(title = "服务概况")]
    pub overview: String,
    /// Major events.
    #[schemars(title = "重大事件")]
    #[serde(default)]
    pub events: Vec<Event>,
    /// Conclusions from the revisit.
    #[schemars(title = "回访总结")]
    pub revisit: Option<String>,
    /// Improvement measures.
    #[schemars(title = "改进措施")]
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Plans for the next year.
    #[schemars(title = "下年度计划")]
    #[serde(default)]
    pub plan: Vec<String>,
    /// The recipients of a copy (clause 5.2: 反馈至公司总部).
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

/// A major event of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    #[schemars(title = "日期")]
    pub on: Day,
    /// What.
    #[schemars(title = "事件")]
    pub title: String,
    /// Course of events and handling.
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
