//! `data/deliveries/`: which reports were handed over, and who accepted them.
//!
//! In: one YAML record a handing over. Out: [`Delivery`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Day;
use super::fields::fields;
use super::words::words;

/// A handing over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Number of the record, such as `JF-2026Q3-inspection`.
    #[schemars(title = "编号")]
    pub id: String,
    /// Kind of report: the word used on the command line.
    #[schemars(title = "报告类型")]
    pub report: String,
    /// Its period, such as `2026Q3`.
    #[schemars(title = "周期")]
    pub period: String,
    /// The files handed over.
    #[schemars(title = "文件", length(min = 1))]
    pub files: Vec<DeliveredFile>,
    /// When.
    #[schemars(title = "交付日期")]
    pub delivered_on: Day,
    /// By whom: a person's id.
    #[schemars(title = "交付人")]
    pub delivered_by: String,
    /// To whom: a person's id.
    #[schemars(title = "接收人")]
    pub received_by: Option<String>,
    /// When it was accepted.
    #[schemars(title = "验收日期")]
    pub accepted_on: Option<Day>,
    /// Who accepted it: a person's id.
    #[schemars(title = "验收人")]
    pub accepted_by: Option<String>,
    /// What acceptance came to.
    #[schemars(title = "验收结论")]
    pub conclusion: Option<AcceptanceWord>,
    /// What was said besides.
    #[schemars(title = "备注")]
    pub remark: Option<String>,
    /// Files under `data/` that prove it, such as a signed sheet.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Delivery as Own(id) {
    id: Id(Target::Delivery),
    report: Reference(Target::Report),
    period: Period,
    files: Parts(DeliveredFile::FIELDS),
    delivered_on: Began,
    delivered_by: Reference(Target::Person),
    received_by: Reference(Target::Person),
    accepted_on: Happened => [accepted_by, conclusion, remark],
    accepted_by: Reference(Target::Person),
    conclusion: Nothing,
    remark: Text,
    evidence: File,
} }

/// A file handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliveredFile {
    /// Its name.
    #[schemars(title = "文件名")]
    pub name: String,
    /// Its SHA-256 in hexadecimal digits.
    #[schemars(title = "SHA-256", regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
}

fields! { DeliveredFile {
    name: Text,
    sha256: Text,
} }

words! {
    /// What acceptance came to.
    AcceptanceWord {
        /// Accepted.
        Passed = "合格" | "passed",
        /// Accepted, with something to mend by a day.
        Conditional = "基本合格" | "conditional",
        /// Not accepted.
        Failed = "不合格" | "failed",
    }
}
