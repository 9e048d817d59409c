//! `data/contract.yaml`: parties, term, price, reading of periods, metrics and the clauses that are owed.
//!
//! In: one YAML file a project. Out: [`Contract`], the only source of what is due and of every limit: another
//! contract is another file, never other code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::walk::no_value;
use super::words::words;
use super::{CalendarRules, Channel, ClockDuty, Day, EscalationKind, Sla, SurveyRules};

/// A maintenance contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// Name of the contract, as the contract writes it.
    #[schemars(title = "项目名称")]
    pub title: String,
    /// Number of the contract.
    #[schemars(title = "合同编号")]
    pub number: String,
    /// Day of signature.
    #[schemars(title = "签订日期")]
    pub signed_on: Option<Day>,
    /// Who is served (甲方).
    #[schemars(title = "甲方")]
    pub hospital: Party,
    /// Who serves (乙方).
    #[schemars(title = "乙方")]
    pub vendor: Party,
    /// What is maintained.
    #[schemars(title = "系统")]
    pub system: System,
    /// First and last day of service.
    #[schemars(title = "服务期")]
    pub term: Term,
    /// Price of the whole term.
    #[schemars(title = "合同金额")]
    pub price: Option<Price>,
    /// How 季度 and 年 are read.
    #[schemars(title = "周期口径")]
    #[serde(default)]
    pub periods: Periods,
    /// How measured values are judged.
    #[schemars(title = "阈值口径")]
    #[serde(default)]
    pub threshold: Threshold,
    /// How time limits are read.
    #[schemars(title = "时限口径")]
    #[serde(default)]
    pub sla: Sla,
    /// Days that are worked or not at this place.
    #[schemars(title = "日历口径")]
    #[serde(default)]
    pub calendar: CalendarRules,
    /// How surveys are read.
    #[schemars(title = "满意度口径")]
    #[serde(default)]
    pub survey: SurveyRules,
    /// Report numbers and the people who answer for reports.
    #[schemars(title = "报告编制")]
    #[serde(default)]
    pub reporting: Reporting,
    /// What probes measure.
    #[schemars(title = "指标")]
    #[serde(default)]
    pub metrics: Vec<Metric>,
    /// The clauses, in the contract's order.
    #[schemars(title = "条款", length(min = 1))]
    pub clauses: Vec<Clause>,
    /// Findings of `weibao check` that were looked at and accepted.
    #[schemars(title = "已确认事项")]
    #[serde(default)]
    pub acknowledged: Vec<Acknowledgement>,
    /// The time of demonstration records; no real contract has it.
    #[schemars(title = "演示")]
    pub demo: Option<Demo>,
}

fields! { Contract {
    title: Text,
    number: Text,
    signed_on: Happened,
    hospital: Parts(Party::FIELDS),
    vendor: Parts(Party::FIELDS),
    system: Parts(System::FIELDS),
    term: Parts(Term::FIELDS),
    price: Parts(Price::FIELDS),
    periods: Parts(Periods::FIELDS),
    threshold: Parts(Threshold::FIELDS),
    sla: Parts(Sla::FIELDS),
    calendar: Parts(CalendarRules::FIELDS),
    survey: Parts(SurveyRules::FIELDS),
    reporting: Parts(Reporting::FIELDS),
    metrics: Parts(Metric::FIELDS),
    clauses: Parts(Clause::FIELDS),
    acknowledged: Parts(Acknowledgement::FIELDS),
    demo: Parts(Demo::FIELDS),
} }

/// One side of the contract.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Full name.
    #[schemars(title = "名称")]
    pub name: String,
    /// Short name for tables.
    #[schemars(title = "简称")]
    pub short: Option<String>,
    /// Hotline number.
    #[schemars(title = "服务热线")]
    pub hotline: Option<String>,
    /// Mailbox for support.
    #[schemars(title = "电子邮箱")]
    pub email: Option<String>,
    /// Fax number.
    #[schemars(title = "传真")]
    pub fax: Option<String>,
}

fields! { Party {
    name: Text,
    short: Text,
    hotline: Text,
    email: Text,
    fax: Text,
} }

impl Party {
    /// The short name, or the full one.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// The maintained system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// Name of the software.
    #[schemars(title = "系统名称")]
    pub name: String,
    /// Version in use.
    #[schemars(title = "版本")]
    pub version: Option<String>,
    /// Platform it reports to.
    #[schemars(title = "对接平台")]
    pub platform: Option<String>,
}

fields! { System {
    name: Text,
    version: Text,
    platform: Text,
} }

/// The time of service, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// First day.
    #[schemars(title = "起始日")]
    pub from: Day,
    /// Last day.
    #[schemars(title = "截止日")]
    pub to: Day,
}

fields! { Term {
    from: Planned,
    to: Planned,
} }

/// The time of demonstration records. Their story ends on a day, so they are computed for it whenever they are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// The day for which everything is computed unless another is named.
    #[schemars(title = "演示日期")]
    pub as_of: Day,
}

fields! { Demo {
    as_of: Planned,
} }

/// The price of the whole term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// Amount in yuan.
    #[schemars(title = "金额（元）", range(min = 0))]
    pub amount: f64,
}

fields! { Price {
    amount: Nothing,
} }

/// How the contract's periods are read (`domain.md` §5, neighbours of A26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Periods {
    /// What a quarter is.
    #[schemars(title = "季度口径")]
    pub quarter_basis: QuarterBasis,
    /// What a year is.
    #[schemars(title = "年度口径")]
    pub year_basis: YearBasis,
}

fields! { Periods {
    quarter_basis: Nothing,
    year_basis: Nothing,
} }

/// Which quarters `1次/季度` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuarterBasis {
    /// Natural quarters, clipped to the term.
    #[default]
    CalendarQuarter,
    /// Three months each, counted from the first day of service.
    ServiceQuarter,
}

/// Which years `1次/年` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum YearBasis {
    /// Twelve months each, counted from the first day of service.
    #[default]
    ServiceYear,
    /// Natural years, clipped to the term.
    CalendarYear,
}

no_value!(QuarterBasis, YearBasis);

/// How measured values are judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Threshold {
    /// Against what a share of space is taken (`domain.md` §2.5).
    #[schemars(title = "使用率口径")]
    pub space_basis: SpaceBasis,
    /// The oldest a sample may be at the end of an inspection, in days.
    #[schemars(title = "采样有效天数", range(min = 1))]
    pub stale_after_days: u16,
    /// How many days before a duty falls due it is announced.
    #[schemars(title = "到期提醒天数", range(min = 0))]
    pub remind_days: u16,
}

fields! { Threshold {
    space_basis: Nothing,
    stale_after_days: Nothing,
    remind_days: Nothing,
} }

impl Default for Threshold {
    fn default() -> Self {
        Self { space_basis: SpaceBasis::Allocated, stale_after_days: 3, remind_days: 30 }
    }
}

words! {
    /// Against what the used share of a space is taken.
    SpaceBasis {
        /// The size allocated now: the stricter reading, and the default.
        Allocated = "按当前已分配容量" | "allocated",
        /// The size after automatic growth.
        Maximum = "按最大可扩展容量" | "max",
    }
}

/// Report numbers and responsibilities.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reporting {
    /// Prefix of report numbers.
    #[schemars(title = "报告编号前缀")]
    pub prefix: Option<String>,
    /// Who reviews reports: a person's id.
    #[schemars(title = "审核人")]
    pub reviewed_by: Option<String>,
    /// Who approves reports: a person's id.
    #[schemars(title = "批准人")]
    pub approved_by: Option<String>,
    /// Confidentiality mark on covers.
    #[schemars(title = "密级")]
    pub confidentiality: Option<String>,
    /// Who gets the reports.
    #[schemars(title = "分发范围")]
    pub distribution: Vec<String>,
    /// What the service is accepted by besides the contract, such as rules of the hospital.
    #[schemars(title = "验收依据")]
    pub acceptance_basis: Vec<String>,
}

fields! { Reporting {
    prefix: Text,
    reviewed_by: Reference(Target::Person),
    approved_by: Reference(Target::Person),
    confidentiality: Text,
    distribution: Text,
    acceptance_basis: Text,
} }

/// Something that probes measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// The word probe files use, such as `tablespace.used_pct`.
    #[schemars(title = "指标")]
    pub id: String,
    /// What it is, for people.
    #[schemars(title = "名称")]
    pub title: String,
    /// The kind of object it is measured at.
    #[schemars(title = "对象")]
    pub of: ObjectKind,
    /// Unit, as printed behind a value.
    #[schemars(title = "单位")]
    #[serde(default)]
    pub unit: String,
    /// Smallest value that can be true.
    #[schemars(title = "最小可信值")]
    pub minimum: Option<f64>,
    /// Largest value that can be true.
    #[schemars(title = "最大可信值")]
    pub maximum: Option<f64>,
    /// The metric that is the whole of which this one is the share, in percent.
    #[schemars(title = "总量指标")]
    pub total: Option<String>,
    /// The metric that is the part.
    #[schemars(title = "已用量指标")]
    pub used: Option<String>,
}

fields! { Metric {
    id: Id(Target::Metric),
    title: Text,
    of: Nothing,
    unit: Text,
    minimum: Nothing,
    maximum: Nothing,
    total: Reference(Target::Metric),
    used: Reference(Target::Metric),
} }

words! {
    /// Where a metric is measured; says which list of `assets.yaml` holds its objects.
    ObjectKind {
        /// A tablespace of a database.
        Tablespace = "表空间" | "tablespace",
        /// A mount point of a server.
        Mount = "磁盘" | "mount",
        /// A disk group, archive or store of bill files.
        Dataspace = "数据空间" | "dataspace",
        /// An interface to another system.
        Interface = "接口" | "interface",
        /// A server as a whole.
        Server = "服务器" | "server",
        /// A database as a whole.
        Database = "数据库" | "database",
        /// A function of the application.
        Function = "功能" | "function",
        /// The application as a whole.
        Application = "应用" | "application",
    }
}

words! {
    /// Which objects of a kind a limit speaks of.
    Scope {
        /// Objects that hold the system's own data (业务用户表空间).
        Business = "业务" | "business",
        /// Objects of the database itself (SYSTEM, SYSAUX).
        System = "系统" | "system",
        /// Printed for information, never judged (UNDO, TEMP).
        Reference = "参考" | "reference",
    }
}

/// One row of what is owed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Number with its section, such as `1.5`.
    #[schemars(title = "编号")]
    pub id: String,
    /// Heading under which the contract lists it.
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
    /// The kind of record that proves it.
    #[schemars(title = "证据类型")]
    pub evidence: Evidence,
    /// The limit in time that it promises; tickets are measured by it.
    #[schemars(title = "时限")]
    pub clock: Option<ClockDuty>,
    /// The tickets that count, where it promises no limit in time.
    #[schemars(title = "计入范围")]
    #[serde(default)]
    pub counts: Counting,
    /// The channels that it promises; every channel without it.
    #[schemars(title = "渠道")]
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// The kind of backend support that it promises; every kind without it.
    #[schemars(title = "后端支持类别")]
    pub escalation: Option<EscalationKind>,
    /// How it is checked.
    #[schemars(title = "检查方法")]
    pub method: Option<String>,
    /// What proves the check.
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
    /// The tickets that a clause without a limit in time speaks of.
    #[derive(Default)]
    Counting {
        /// Every ticket.
        #[default]
        All = "全部" | "all",
        /// Those answered at once.
        Instant = "即时答复" | "instant",
        /// Those worth a page of their own.
        Typical = "典型问题" | "typical",
    }
}

words! {
    /// The kind of record that proves a clause.
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
        /// A channel that is open and in use.
        Channel = "服务渠道" | "channel",
        /// A channel that is open at all hours: the hotline's number and its roster.
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
    /// The objects meant; all but 参考 without it.
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
    /// From this value on attention is due; advisory.
    #[schemars(title = "关注线（建议值）")]
    pub advise: Option<f64>,
    /// Where the bound comes from.
    #[schemars(title = "限值来源")]
    #[serde(default)]
    pub source: LimitSource,
}

impl Limit {
    /// True if some value satisfies the limit; by one that nothing satisfies no value is judged.
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
    /// Where a limit comes from; decides what crossing it means, and is printed with it.
    #[derive(Default)]
    LimitSource {
        /// The contract's own words: crossing it is 异常.
        #[default]
        Contract = "合同值" | "contract",
        /// Agreed by both sides in writing: crossing it is 异常.
        Agreed = "双方约定值" | "agreed",
        /// Advice only: crossing it is 关注.
        Advisory = "建议值" | "advisory",
    }
}

/// A diagnostic that was looked at and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// Code of the check.
    #[schemars(title = "检查代码")]
    pub code: String,
    /// The record meant, by the name that the diagnostic gives.
    #[schemars(title = "记录")]
    pub record: String,
    /// Why it is accepted.
    #[schemars(title = "理由", length(min = 1))]
    pub reason: String,
    /// Who accepted it: a person's id.
    #[schemars(title = "确认人")]
    pub by: String,
    /// When.
    #[schemars(title = "确认日期")]
    pub on: Day,
}

fields! { Acknowledgement as Own(record) {
    code: Reference(Target::Check),
    record: Text,
    reason: Text,
    by: Reference(Target::Person),
    on: Happened => [code, record, reason, by],
} }
