//! What the records of a report kind say for its cover.
//!
//! Below the cover, because report kinds make it and the cover asks the same helpers as they do.

use chrono::NaiveDate;

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
