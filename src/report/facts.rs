//! The content of a cover.
//!
//! In: nothing. Out: [`Facts`], which a report kind takes from its records, and [`Cover`]. Below the
//! report kinds, because they make the one and hold the other.

use chrono::NaiveDate;
use serde::Serialize;

/// What the records of a report kind contribute to the cover.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// When the service was given.
    pub served: Option<String>,
    /// Names of the authors.
    pub prepared_by: Vec<String>,
    /// Day of the report.
    pub dated: Option<NaiveDate>,
    /// Versions: version, day, by, note.
    pub revisions: Vec<[String; 4]>,
    /// Number of time limits that are not decided yet.
    pub undecided: usize,
    /// True if the record that the report is about is not finished.
    pub unfinished: bool,
}

/// Why a report is a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftReason {
    /// The period has not ended.
    PeriodOpen,
    /// The period has ended, but a time limit that began in it is still running, or no calendar decides it yet.
    Undecided,
    /// The period has ended, but the record that the report is about has no completion date.
    Unfinished,
    /// Records it is built from have data errors.
    DataErrors,
}

/// The first pages of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// Kind of report.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// Period in words.
    pub subtitle: String,
    /// First and last day of the period.
    pub span: String,
    /// Name of the contract.
    pub project: String,
    /// Its number.
    pub contract_number: String,
    /// 甲方.
    pub hospital: String,
    /// Its short name.
    pub hospital_short: String,
    /// 乙方.
    pub vendor: String,
    /// Its short name.
    pub vendor_short: String,
    /// Hotline of 乙方.
    pub hotline: String,
    /// The system and its version.
    pub system: String,
    /// When the service was given.
    pub served: String,
    /// Report number.
    pub number: String,
    /// Version.
    pub version: String,
    /// Who wrote it.
    pub prepared_by: String,
    /// Who reviews it.
    pub reviewed_by: String,
    /// Who approves it.
    pub approved_by: String,
    /// Day of the report in words.
    pub dated: String,
    /// The same as 2026-09-30, for document metadata.
    pub dated_iso: String,
    /// Confidentiality mark.
    pub confidentiality: String,
    /// Why it is a draft; `None` for a final report.
    pub draft: Option<DraftReason>,
    /// The reason in words; empty for a final report.
    pub draft_text: String,
    /// Versions: version, day, by, approved by, note.
    pub revisions: Vec<[String; 5]>,
    /// Its recipients.
    pub distribution: Vec<String>,
    /// Name of the file when it is delivered, without extension.
    pub file_name: String,
}
