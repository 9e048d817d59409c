//! What the index lists: reports, their files, and registers.
//!
//! Below the index, because its grid and its search lead to them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::Cover;
use crate::report::kind::ReportKind;

/// A report as the index lists it.
#[derive(Clone, Serialize)]
pub struct IndexEntry<'a> {
    /// Its cover.
    pub cover: &'a Cover,
    /// Its period's name.
    pub period: &'a str,
    /// Its kind.
    #[serde(skip)]
    pub kind: &'a ReportKind,
    /// First day of its period.
    #[serde(skip)]
    pub begins: NaiveDate,
    /// Last day of its period.
    #[serde(skip)]
    pub ends: NaiveDate,
    /// Its files.
    pub files: Vec<IndexFile>,
}

/// One file of a report.
#[derive(Debug, Clone, Serialize)]
pub struct IndexFile {
    /// Id of the format.
    pub format: &'static str,
    /// Path below `output/`.
    pub path: String,
    /// Name under which it is handed over.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

/// A register as the index lists it.
#[derive(Debug, Clone, Serialize)]
pub struct IndexRegister {
    /// Its title.
    pub title: &'static str,
    /// What a row of it is.
    pub description: &'static str,
    /// How many rows it has.
    pub rows: usize,
    /// True if records are left out of it because they have errors.
    pub is_draft: bool,
    /// Its files.
    pub files: Vec<IndexFile>,
}
