//! The clauses of a contract: what is owed, how often, what proves it, and the limits of measured values.
//!
//! In: a list in `data/contract.yaml`. Out: [`Clause`]. A file of its own because ledger, checks and reports look at clauses
//! far more often than at the rest of the contract.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Channel, ClockDuty, EscalationKind};

/// A clause: one duty of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Number with its section, such as `1.5`.
    #[schemars(title = "编号")]
    pub id: String,
    /// The heading under which the contract lists it.
    #[schemars(title = "章节")]
    pub section: String,
    /// The contract's text, verbatim.
    #[schemars(title = "服务内容")]
    pub text: String,
    /// The contract's standard, verbatim.
    #[schemars(title = "服务标准")]
    pub standard: Option<String>,
    /// How often it is owed.
    #[schemars(title = "频次")]
    pub every: Cadence,
    /// The kind of record that is evidence for it.
    #[schemars(title = "证据类型")]
    pub evidence: Evidence,
    /// The time limit that it promises; tickets are measured against it.
    #[schemars(title = "时限")]
    pub clock: Option<ClockDuty>,
    /// The tickets that count, if the clause has no time limit.
    #[schemars(title = "计入范围")]
    #[serde(default)]
    pub counts: Counting,
    /// The channels that it promises; every channel if empty.
    #[schemars(title = "渠道")]
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// The kind of backend support that it promises; every kind if absent.
    #[schemars(title = "后端支持类别")]
    pub escalation: Option<EscalationKind>,
    /// How it is checked.
    #[schemars(title = "检查方法")]
    pub method: Option<String>,
    /// The required evidence.
    #[schemars(title = "证据要求")]
    pub proof: Option<String>,
    /// Limits for measured values.
    #[schemars(title = "限值")]
    #[serde(default)]
    pub limits: Vec<Limit>,
}

fields! { Clause as Own(id) {
    id: Id(Target::Clause),
    section: Text,
    text: Text,
    standard: Text,
    every: Nothing,
    evidence: Nothing,
    clock: Nothing,
    counts: Nothing,
    channels: Nothing,
    escalation: Nothing,
    method: Text,
    proof: Text,
    limits: Parts(Limit::FIELDS),
} }

words! {
    /// How often a clause is owed.
    Cadence {
        /// Once a month.
        Month = "每月" | "month",
        /// Once a quarter (1次/季度).
        Quarter = "每季度" | "quarter",
        /// Once a year (1次/年).
        Year = "每年" | "year",
        /// When needed (按需).
        OnDemand = "按需" | "on-demand",
    }
}

words! {
    /// The tickets that a clause without a time limit covers.
    #[derive(Default)]
    Counting {
        /// Every ticket.
        #[default]
        All = "全部" | "all",
        /// Tickets answered at once.
        Instant = "即时答复" | "instant",
        /// Tickets that get a page of their own.
        Typical = "典型问题" | "typical",
    }
}

words! {
    /// The kind of record that is evidence for a clause.
    Evidence {
        /// An item of an inspection record.
        Inspection = "巡检记录" | "inspection",
        /// A call, e-mail or fax.
        Ticket = "服务记录" | "ticket",
        /// Work on site.
        Visit = "现场服务单" | "visit",
        /// A case handed to the development team.
        Escalation = "后端支持记录" | "escalation",
        /// A yearly revisit.
        Revisit = "回访记录" | "revisit",
        /// The yearly summary.
        Summary = "服务总结报告" | "summary",
        /// The yearly survey.
        Survey = "满意度调查" | "survey",
        /// The knowledge tree and its FAQ.
        Knowledge = "知识条目" | "knowledge",
        /// A channel that is available and in use.
        Channel = "服务渠道" | "channel",
        /// A channel that is available at all hours: the hotline's number and its roster.
        Roster = "值班安排" | "roster",
        /// All other clauses together.
        Overall = "全部记录" | "overall",
    }
}

/// A limit on a metric. Exactly one of `below`, `at_most`, `at_least` is the bound.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The metric's id.
    #[schemars(title = "指标")]
    pub metric: String,
    /// The objects to which it applies; all but 参考 if absent.
    #[schemars(title = "范围")]
    pub scope: Option<Scope>,
    /// The value must be smaller: 少于, strict.
    #[schemars(title = "少于")]
    pub below: Option<f64>,
    /// The value must not be larger.
    #[schemars(title = "不超过")]
    pub at_most: Option<f64>,
    /// The value must not be smaller.
    #[schemars(title = "不低于")]
    pub at_least: Option<f64>,
    /// Values from this one on need attention; advisory.
    #[schemars(title = "关注线（建议值）")]
    pub advise: Option<f64>,
    /// The source of the bound.
    #[schemars(title = "限值来源")]
    #[serde(default)]
    pub source: LimitSource,
}

impl Limit {
    /// True if some value can satisfy the limit; a limit that no value can satisfy is not applied.
    pub fn can_hold(&self) -> bool {
        let upper = self.below.or(self.at_most);
        !self.at_least.zip(upper).is_some_and(|(least, most)| least >= most)
    }
}

fields! { Limit {
    metric: Reference(Target::Metric),
    scope: Nothing,
    below: Nothing,
    at_most: Nothing,
    at_least: Nothing,
    advise: Nothing,
    source: Nothing,
} }

words! {
    /// The source of a limit; determines what exceeding it means, and is printed with it.
    #[derive(Default)]
    LimitSource {
        /// The contract's own words: exceeding it is 异常.
        #[default]
        Contract = "合同值" | "contract",
        /// Agreed by both sides in writing: exceeding it is 异常.
        Agreed = "双方约定值" | "agreed",
        /// Advice only: exceeding it is 关注.
        Advisory = "建议值" | "advisory",
    }
}

words! {
    /// The objects of a kind to which a limit applies.
    Scope {
        /// Objects that hold the system's own data (业务用户表空间).
        Business = "业务" | "business",
        /// Objects of the database itself (SYSTEM, SYSAUX).
        System = "系统" | "system",
        /// Printed for information, never evaluated (UNDO, TEMP).
        Reference = "参考" | "reference",
    }
}
