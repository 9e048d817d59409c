//! Which reports, periods and formats a build makes.
//!
//! In: the words of the command line. Out: [`Selection`]. Below the reports and the registers of a build, which both ask it.

use std::path::PathBuf;

/// Which reports to build; empty lists mean all.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Ids of report kinds.
    pub reports: Vec<String>,
    /// Names of periods.
    pub periods: Vec<String>,
    /// Ids of formats of reports or registers.
    pub formats: Vec<String>,
    /// Whether to leave out drafts.
    pub only_final: bool,
    /// Output folder; by default `output` in the root.
    pub folder: Option<PathBuf>,
}

/// True if a list selects a word: an empty list selects every word.
pub(super) fn selects(list: &[String], word: &str) -> bool {
    list.is_empty() || list.iter().any(|selection| selection == word)
}
