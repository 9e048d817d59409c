//! The entries of the index: reports, their files, and registers.
//!
//! Below the index, because its grid and its search link to them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::report::Cover;
use crate::report::kind::ReportKind;

/// A report as listed in the index.
#[derive(Clone, Serialize)]
pub(crate) struct IndexEntry<'a> {
    pub cover: &'a Cover,
    /// Its period's name.
    pub period: &'a str,
    #[serde(skip)]
    pub kind: &'a ReportKind,
    /// First day of its period.
    #[serde(skip)]
    pub begins: NaiveDate,
    /// Last day of its period.
    #[serde(skip)]
    pub ends: NaiveDate,
    pub files: Vec<IndexFile>,
}

/// One file of a report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndexFile {
    pub format: &'static str,
    /// Path below `output/`.
    pub path: String,
    /// Name under which it is delivered.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

/// A register as listed in the index.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndexRegister {
    pub title: &'static str,
    /// What one row is.
    pub description: &'static str,
    /// Number of rows.
    pub rows: usize,
    /// True if records with errors are left out of it.
    pub is_draft: bool,
    pub files: Vec<IndexFile>,
}
