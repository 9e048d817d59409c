//! `data/contract.yaml`: parties, term, price, interpretation of periods and metrics.
//!
//! In: one YAML file per project. Out: [`Contract`], the only source of due dates and limits:
//! another contract is another file, never other code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::walk::no_value;
use super::words::words;
use super::{CalendarRules, Clause, Day, Sla, SurveyRules};

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
    /// The customer (甲方).
    #[schemars(title = "甲方")]
    pub hospital: Party,
    /// The vendor (乙方).
    #[schemars(title = "乙方")]
    pub vendor: Party,
    /// The maintained system.
    #[schemars(title = "系统")]
    pub system: System,
    /// First and last day of service.
    #[schemars(title = "服务期")]
    pub term: Term,
    /// Price of the whole term.
    #[schemars(title = "合同金额")]
    pub price: Option<Price>,
    /// The interpretation of 季度 and 年.
    #[schemars(title = "周期口径")]
    #[serde(default)]
    pub periods: Periods,
    /// How measured values are evaluated.
    #[schemars(title = "阈值口径")]
    #[serde(default)]
    pub threshold: Threshold,
    /// The interpretation of time limits.
    #[schemars(title = "时限口径")]
    #[serde(default)]
    pub sla: Sla,
    /// Local holidays and workdays.
    #[schemars(title = "日历口径")]
    #[serde(default)]
    pub calendar: CalendarRules,
    /// How surveys are evaluated.
    #[schemars(title = "满意度口径")]
    #[serde(default)]
    pub survey: SurveyRules,
    /// Report numbers and the people responsible for reports.
    #[schemars(title = "报告编制")]
    #[serde(default)]
    pub reporting: Reporting,
    /// The metrics that probes measure.
    #[schemars(title = "指标")]
    #[serde(default)]
    pub metrics: Vec<Metric>,
    /// The clauses, in the order of the contract.
    #[schemars(title = "条款", length(min = 1))]
    pub clauses: Vec<Clause>,
    /// Findings of `weibao check` that were reviewed and accepted.
    #[schemars(title = "已确认事项")]
    #[serde(default)]
    pub acknowledged: Vec<Acknowledgement>,
    /// The date of demonstration records; real contracts have none.
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

/// A party to the contract.
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
    /// The short name if there is one, else the full name.
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

/// The service term, both days included.
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

/// The date of demonstration records. Their story ends on a fixed day, so they are always computed
/// for that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// The day for which everything is computed unless another is given.
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

/// The interpretation of the contract's periods (`domain.md` §5, related to A26).
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

/// The interpretation of `1次/季度`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuarterBasis {
    /// Calendar quarters, clipped to the term.
    #[default]
    CalendarQuarter,
    /// Three months each, counted from the first day of service.
    ServiceQuarter,
}

/// The interpretation of `1次/年`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum YearBasis {
    /// Twelve months each, counted from the first day of service.
    #[default]
    ServiceYear,
    /// Calendar years, clipped to the term.
    CalendarYear,
}

no_value!(QuarterBasis, YearBasis);

/// How measured values are evaluated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Threshold {
    /// The denominator of a usage percentage (`domain.md` §2.5).
    #[schemars(title = "使用率口径")]
    pub space_basis: SpaceBasis,
    /// Maximum age of a sample at the end of an inspection, in days.
    #[schemars(title = "采样有效天数", range(min = 1))]
    pub stale_after_days: u16,
    /// How many days before its due date a duty is announced.
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
    /// The denominator of a usage percentage.
    SpaceBasis {
        /// The currently allocated size: the stricter interpretation, and the default.
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
    /// The reviewer of reports: a person's id.
    #[schemars(title = "审核人")]
    pub reviewed_by: Option<String>,
    /// The approver of reports: a person's id.
    #[schemars(title = "批准人")]
    pub approved_by: Option<String>,
    /// Confidentiality mark on covers.
    #[schemars(title = "密级")]
    pub confidentiality: Option<String>,
    /// The recipients of the reports.
    #[schemars(title = "分发范围")]
    pub distribution: Vec<String>,
    /// The acceptance criteria besides the contract, such as rules of the hospital.
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

/// A metric that probes measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// The id used in probe files, such as `tablespace.used_pct`.
    #[schemars(title = "指标")]
    pub id: String,
    /// Name for people.
    #[schemars(title = "名称")]
    pub title: String,
    /// The kind of object that is measured.
    #[schemars(title = "对象")]
    pub of: ObjectKind,
    /// Unit, as printed after a value.
    #[schemars(title = "单位")]
    #[serde(default)]
    pub unit: String,
    /// Smallest plausible value.
    #[schemars(title = "最小可信值")]
    pub minimum: Option<f64>,
    /// Largest plausible value.
    #[schemars(title = "最大可信值")]
    pub maximum: Option<f64>,
    /// For a percentage: the metric that is the whole.
    #[schemars(title = "总量指标")]
    pub total: Option<String>,
    /// For a percentage: the metric that is the part.
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
    /// The kind of object for which a metric is measured; determines which list of `assets.yaml`
    /// holds the objects.
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

/// A diagnostic that was reviewed and accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// Code of the check.
    #[schemars(title = "检查代码")]
    pub code: String,
    /// The record, by the name given in the diagnostic.
    #[schemars(title = "记录")]
    pub record: String,
    /// Why it is accepted.
    #[schemars(title = "理由", length(min = 1))]
    pub reason: String,
    /// Who accepted it: a person's id.
    #[schemars(title = "确认人")]
    pub by: String,
    /// The date of acceptance.
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
