//! The run, written once: from the project root to diagnostics and artefacts.
//!
//! In: a root and a date. Out: values. Every command is a walk along this line that stops earlier or later; nothing here
//! prints, reads arguments, the clock or the environment.

mod build;
mod progress;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::check::{self, CHECKS, Context, UNUSED_ACKNOWLEDGEMENT};
use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::load::{self, FAULTS, LoadError};
use crate::model::{Contract, Records, Sourced};
use crate::render::{Fonts, Templates};
use crate::schedule::{Evaluation, Foundation};
use crate::source::{FileId, Files, Locator};

pub use build::{BuildError, Built, Selection, build, typst_baseline};
pub use progress::{NoProgress, Progress};

/// A project, read and checked.
#[derive(Debug)]
pub struct Checked {
    /// The files met.
    pub files: Files,
    /// The records.
    pub records: Records,
    /// Everything that is to be said, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// The files in which a record must be corrected.
    pub fn faulty_files(&self) -> Vec<FileId> {
        let errors = self.diagnostics.iter().filter(|diagnostic| {
            diagnostic.rule.family == Family::Data && diagnostic.rule.severity == Severity::Error
        });
        let mut files: Vec<_> = errors.map(|diagnostic| diagnostic.location.file).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// True if somebody must correct a record.
    pub fn has_data_errors(&self) -> bool {
        self.any_error(Family::Data)
    }

    /// True if the service fell short.
    pub fn has_deviations(&self) -> bool {
        self.any_error(Family::Service)
    }

    fn any_error(&self, family: Family) -> bool {
        let mut rules = self.diagnostics.iter().map(|diagnostic| diagnostic.rule);
        rules.any(|rule| rule.family == family && rule.severity == Severity::Error)
    }

    /// The diagnostics of files below these paths; all without any. Paths are relative to the project root or absolute.
    pub fn below(&self, paths: &[PathBuf]) -> Vec<Diagnostic> {
        let root = self.files.root();
        let wanted = |diagnostic: &&Diagnostic| {
            let path = Path::new(self.files.path(diagnostic.location.file));
            let mut paths =
                paths.iter().map(|selection| selection.strip_prefix(root).unwrap_or(selection));
            paths.len() == 0
                || paths.any(|selection| {
                    path.starts_with(selection.strip_prefix("./").unwrap_or(selection))
                })
        };
        self.diagnostics.iter().filter(wanted).cloned().collect()
    }

    /// How many records were read, attachments and samples not counted.
    pub fn records(&self) -> usize {
        self.records.record_files().count()
    }
}

/// Reads and checks a project for one date.
///
/// # Errors
/// [`LoadError`] if there is no project, or its folder cannot be listed.
pub fn check(root: &Path, as_of: NaiveDate) -> Result<Checked, LoadError> {
    check_with(root, as_of, &Fonts::new(&Templates::embedded()))
}

fn check_with(root: &Path, as_of: NaiveDate, fonts: &Fonts) -> Result<Checked, LoadError> {
    let loaded = load::load(root)?;
    let mut diagnostics = loaded.diagnostics;
    if let Some(contract) = &loaded.records.contract {
        diagnostics.extend(judge(contract, &loaded.records, &loaded.files, as_of, fonts));
    }
    let diagnostics = diagnostics.sorted(&mut Locator::new(&loaded.files));
    Ok(Checked { files: loaded.files, records: loaded.records, diagnostics })
}

fn judge(
    contract: &Sourced<Contract>,
    records: &Records,
    files: &Files,
    as_of: NaiveDate,
    fonts: &Fonts,
) -> Vec<Diagnostic> {
    let foundation = Foundation::new(&contract.record, records);
    let evaluation = Evaluation::new(&contract.record, records, &foundation, as_of);
    check::check(&Context {
        contract,
        records,
        files,
        calendar: &foundation.calendar,
        service: &evaluation.service,
        others: &foundation.others,
        ledger: &evaluation.ledger,
        evaluator: evaluation.evaluator,
        histories: &evaluation.histories,
        as_of,
        printable: &|character| fonts.covers(character),
    })
}

/// Everything that can be said of a project: faults of reading, then checks.
pub fn rules() -> Vec<Rule> {
    let faults = FAULTS.iter().copied();
    let checks = CHECKS.iter().map(|check| check.rule);
    faults.chain(checks).chain([UNUSED_ACKNOWLEDGEMENT]).collect()
}
