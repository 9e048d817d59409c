//! What stands on a cover.
//!
//! In: nothing. Out: [`Facts`], which the records of a report kind say for it, and [`Cover`]. Below the
//! kinds of report, because they make the one and hold the other.

use chrono::NaiveDate;
use serde::Serialize;

/// What the records of a report kind say for the cover.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// When the service was given.
    pub served: Option<String>,
    /// Who wrote it: names.
    pub prepared_by: Vec<String>,
    /// Day of the report.
    pub dated: Option<NaiveDate>,
    /// Versions: version, day, by, note.
    pub revisions: Vec<[String; 4]>,
    /// Limits in time that are not decided yet.
    pub undecided: usize,
    /// True if the record that the report is about was begun and is not finished.
    pub unfinished: bool,
}

/// Why a report is a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftReason {
    /// The period has not ended.
    PeriodOpen,
    /// The period has ended, but a limit in time that began in it still runs, or no calendar decides it yet.
    Undecided,
    /// The period has ended, but the record that the report is about has no day on which it was finished.
    Unfinished,
    /// Records it is made from have data errors.
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
    /// Who gets it.
    pub distribution: Vec<String>,
    /// Name of the file when it is handed over, without ending.
    pub file_name: String,
}
