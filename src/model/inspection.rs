//! `data/inspections/PERIOD.yaml`: what one inspection found, item by item.
//!
//! In: one YAML file a period, written by the engineer. Out: [`Inspection`], the evidence for the clauses owed
//! each month or quarter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Day, Moment, Side};

/// One inspection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inspection {
    /// Number of the record, such as `XJ-2026Q3`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The period it is owed for, such as `2026Q3`; the file's name.
    #[schemars(title = "周期")]
    pub period: String,
    /// On site or remote.
    #[schemars(title = "方式")]
    pub mode: Mode,
    /// Start.
    #[schemars(title = "开始时间")]
    pub started_at: Moment,
    /// End.
    #[schemars(title = "结束时间")]
    pub finished_at: Moment,
    /// The engineers: ids of people.
    #[schemars(title = "巡检人员", length(min = 1))]
    pub inspectors: Vec<String>,
    /// Who of the hospital was present: ids of people.
    #[schemars(title = "陪同人员")]
    #[serde(default)]
    pub accompanied_by: Vec<String>,
    /// One entry an item of the contract.
    #[schemars(title = "检查项")]
    pub items: Vec<Item>,
    /// Problems found and advice given (clause 1.10).
    #[schemars(title = "问题与改进建议")]
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// What became of earlier findings.
    #[schemars(title = "上期问题跟踪")]
    #[serde(default)]
    pub followups: Vec<FollowUp>,
    /// Overall conclusion in a sentence or two.
    #[schemars(title = "总体结论")]
    pub conclusion: String,
    /// Versions of the report; one first issue without it.
    #[schemars(title = "版本记录")]
    #[serde(default)]
    pub revisions: Vec<Revision>,
}

fields! { Inspection as Own(id) {
    id: Id(Target::Inspection),
    period: Owed(Target::Inspection),
    mode: Nothing,
    started_at: Began,
    finished_at: Happened => [items, findings, followups, conclusion, revisions],
    inspectors: Reference(Target::Person),
    accompanied_by: Reference(Target::Person),
    items: Parts(Item::FIELDS),
    findings: Parts(Finding::FIELDS),
    followups: Parts(FollowUp::FIELDS),
    conclusion: Text,
    revisions: Parts(Revision::FIELDS),
} }

words! {
    /// How an inspection was made.
    Mode {
        /// At the hospital.
        OnSite = "现场" | "on-site",
        /// From outside.
        Remote = "远程" | "remote",
    }
}

/// The result of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Number of the clause.
    #[schemars(title = "条款编号")]
    pub clause: String,
    /// Verdict.
    #[schemars(title = "结论")]
    pub verdict: Verdict,
    /// How bad, for 异常.
    #[schemars(title = "程度")]
    pub grade: Option<Grade>,
    /// What was seen.
    #[schemars(title = "检查结果")]
    #[serde(default)]
    pub result: String,
    /// Why it was not inspected or does not apply.
    #[schemars(title = "原因")]
    pub reason: Option<String>,
    /// Values read by hand where no probe runs.
    #[schemars(title = "人工测量值")]
    #[serde(default)]
    pub measured: Vec<Measured>,
    /// Files under `data/` that prove it.
    #[schemars(title = "证据")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Item as Part(clause) {
    // A clause that is not there is the matter of `item-not-listed`.
    clause: Text,
    verdict: Nothing,
    grade: Nothing,
    result: Text,
    reason: Text,
    measured: Parts(Measured::FIELDS),
    evidence: File,
} }

words! {
    /// What an item came to (`domain.md` §1.2).
    Verdict {
        /// Within the contract's value, nothing to warn of.
        Normal = "正常" | "normal",
        /// Contract met, an advisory line crossed.
        Attention = "关注" | "attention",
        /// A function or value fails.
        Abnormal = "异常" | "abnormal",
        /// Not inspected; never counts as 正常.
        Skipped = "未检" | "not-inspected",
        /// Agreed not to apply.
        NotApplicable = "不适用" | "not-applicable",
    }
}

words! {
    /// How bad an 异常 is.
    Grade {
        /// Business goes on.
        Minor = "一般" | "minor",
        /// A contract value is missed or business stops.
        Severe = "严重" | "severe",
    }
}

/// A value read by hand at the end of the inspection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The asset's id.
    #[schemars(title = "资产")]
    pub asset: String,
    /// The metric's id.
    #[schemars(title = "指标")]
    pub metric: String,
    /// The object at the asset; the asset itself without it.
    #[schemars(title = "对象")]
    #[serde(default)]
    pub object: String,
    /// The value, in the metric's unit, unrounded.
    #[schemars(title = "数值")]
    pub value: f64,
}

fields! { Measured {
    // Asset and object are looked up together, among those at which the metric is measured.
    asset: Text,
    metric: Reference(Target::Metric),
    object: Text,
    value: Nothing,
} }

/// A problem and the advice for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Number, such as `F-2026Q3-01`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The clause it was found under.
    #[schemars(title = "条款编号")]
    pub clause: String,
    /// What is wrong.
    #[schemars(title = "问题")]
    pub problem: String,
    /// What it leads to.
    #[schemars(title = "影响")]
    pub impact: Option<String>,
    /// What to do.
    #[schemars(title = "建议")]
    pub suggestion: Option<String>,
    /// Whose move it is.
    #[schemars(title = "责任方")]
    pub owner: Side,
    /// By when.
    #[schemars(title = "计划完成")]
    pub due: Option<Day>,
}

fields! { Finding as Own(id) {
    id: Id(Target::Finding),
    clause: Reference(Target::Clause),
    problem: Text,
    impact: Text,
    suggestion: Text,
    owner: Nothing,
    due: Planned,
} }

/// What became of an earlier finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Number of the finding.
    #[schemars(title = "问题编号")]
    pub finding: String,
    /// What was done.
    #[schemars(title = "处理情况")]
    pub action: String,
    /// How it stands.
    #[schemars(title = "状态")]
    pub status: FollowUpStatus,
    /// Day on which it was solved; the day of the inspection without it.
    #[schemars(title = "关闭日期")]
    pub closed_on: Option<Day>,
}

fields! { FollowUp {
    finding: Reference(Target::Finding),
    action: Text,
    status: Nothing,
    closed_on: Happened => [status],
} }

words! {
    /// How a finding stands.
    FollowUpStatus {
        /// Solved.
        Closed = "关闭" | "closed",
        /// In work.
        InWork = "处理中" | "in-work",
        /// Not begun.
        Untouched = "未处理" | "untouched",
    }
}

/// A version of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Version, such as `V1.1`.
    #[schemars(title = "版本号")]
    pub version: String,
    /// Day of the change.
    #[schemars(title = "日期")]
    pub on: Day,
    /// Who changed it: a person's id.
    #[schemars(title = "修改人")]
    pub by: String,
    /// What changed.
    #[schemars(title = "修改说明")]
    pub note: String,
}

fields! { Revision {
    version: Text,
    on: Happened => [version, by, note],
    by: Reference(Target::Person),
    note: Text,
} }
