//! `data/escalations/`: what was handed to the development team.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Escalation`], the evidence for clauses 4.1 to 4.3.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Moment, YesNo};

words! {
    /// What the development team is asked for (clauses 4.1, 4.2, 4.3).
    EscalationKind {
        /// Talking a special situation through.
        Talk = "沟通" | "talk",
        /// Mending the code.
        Fix = "代码修复" | "fix",
        /// Making it faster, or advice where the software cannot be.
        Tuning = "性能优化" | "tuning",
    }
}

/// A case of the development team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Number of the record, such as `E-20260921-01`.
    #[schemars(title = "记录编号")]
    pub id: String,
    /// What is asked for.
    #[schemars(title = "类别")]
    pub kind: EscalationKind,
    /// When it was handed over.
    #[schemars(title = "提出时间")]
    pub opened_at: Moment,
    /// Who handed it over: a person's id.
    #[schemars(title = "提出人")]
    pub raised_by: String,
    /// The ticket it came from: its id.
    #[schemars(title = "服务记录编号")]
    pub ticket: Option<String>,
    /// The finding of an inspection it came from: its id.
    #[schemars(title = "巡检问题编号")]
    pub finding: Option<String>,
    /// Who took it: a person's id.
    #[schemars(title = "承接人")]
    pub assigned_to: Option<String>,
    /// The matter in a sentence.
    #[schemars(title = "问题")]
    pub problem: String,
    /// Why it happens.
    #[schemars(title = "原因分析")]
    pub analysis: Option<String>,
    /// When the development team first answered.
    #[schemars(title = "首次回复时间")]
    pub replied_at: Option<Moment>,
    /// What was done.
    #[schemars(title = "处理措施")]
    pub action: Option<String>,
    /// When it was solved.
    #[schemars(title = "解决时间")]
    pub solved_at: Option<Moment>,
    /// The version that brings the change.
    #[schemars(title = "修复版本")]
    pub version: Option<String>,
    /// Measured before tuning.
    #[schemars(title = "优化前")]
    pub before: Option<String>,
    /// Measured after tuning.
    #[schemars(title = "优化后")]
    pub after: Option<String>,
    /// Whether the software itself can be made faster.
    #[schemars(title = "软件可优化")]
    pub optimisable: Option<YesNo>,
    /// The proposal where it cannot (优化建议方案): a file under `data/`.
    #[schemars(title = "优化建议方案")]
    pub proposal: Option<String>,
    /// What it came to.
    #[schemars(title = "处理结果")]
    pub result: Option<String>,
    /// Files under `data/` that prove it.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Escalation as Own(id) {
    id: Id(Target::Escalation),
    kind: Nothing,
    opened_at: Began,
    raised_by: Reference(Target::Person),
    ticket: Reference(Target::Ticket),
    finding: Reference(Target::Finding),
    assigned_to: Reference(Target::Person),
    problem: Text,
    analysis: Text,
    replied_at: Happened => [analysis, action],
    action: Text,
    solved_at: Happened => [version, after, optimisable, proposal, result],
    version: Text,
    before: Text,
    after: Text,
    optimisable: Nothing,
    proposal: File,
    result: Text,
    evidence: File,
} }
