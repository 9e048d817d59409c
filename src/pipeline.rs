//! The run, written once: from the project root to diagnostics and artefacts.
//!
//! In: a root and a date. Out: values. Every command runs these stages and stops earlier or later; nothing here prints, or
//! reads arguments, the clock or the environment.

mod build;
mod progress;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::check::{self, CHECKS, UNUSED_ACKNOWLEDGEMENT};
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::load::{self, FAULTS, LoadError};
use crate::model::Records;
use crate::render::{Fonts, Templates};
use crate::schedule::{Basis, Evaluation};
use crate::source::{FileId, Files, Locator};

pub(crate) use build::BuildError;
pub use build::{Built, Selection, build, typst_baseline};
pub use progress::NoProgress;
pub(crate) use progress::Progress;

/// A project after reading: records, and the templates and fonts for its reports.
pub struct Project {
    /// The files that were read.
    pub files: Files,
    /// The records.
    pub records: Records,
    faults: Diagnostics,
    basis: Option<Basis>,
    templates: Templates,
    fonts: Fonts,
}

impl Project {
    /// Reads a project.
    ///
    /// # Errors
    /// [`LoadError`] if there is no project, or one of its folders cannot be listed.
    pub fn read(root: &Path) -> Result<Self, LoadError> {
        let loaded = load::load(root)?;
        let templates = Templates::for_project(root)
            .map_err(|error| LoadError::Io(root.join("templates"), error))?;
        let contract = loaded.records.contract.as_ref();
        Ok(Self {
            basis: contract.map(|contract| Basis::new(&contract.record, &loaded.records)),
            fonts: Fonts::new(&templates),
            templates,
            files: loaded.files,
            records: loaded.records,
            faults: loaded.diagnostics,
        })
    }

    /// Evaluates and checks the project for one date.
    pub fn check(&self, as_of: NaiveDate) -> Checked<'_> {
        let evaluation = self.evaluate(as_of);
        let mut diagnostics = self.faults.clone();
        let printable = |character| self.fonts.covers(character);
        diagnostics.extend(evaluation.iter().flat_map(|known| check::check(known, &printable)));
        let diagnostics = diagnostics.sorted(&mut Locator::new(&self.files));
        Checked { project: self, evaluation, diagnostics }
    }

    fn evaluate(&self, as_of: NaiveDate) -> Option<Evaluation<'_>> {
        let (contract, basis) = self.records.contract.as_ref().zip(self.basis.as_ref())?;
        Some(Evaluation::new(contract, &self.records, &self.files, basis, as_of))
    }
}

/// A project, evaluated and checked for one date.
pub struct Checked<'p> {
    /// The project as it was read.
    pub project: &'p Project,
    /// All evaluation results; `None` without a readable contract.
    pub evaluation: Option<Evaluation<'p>>,
    /// Every diagnostic, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked<'_> {
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

    /// True if a record must be corrected.
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

    /// The diagnostics of files below these paths; all of them if there are no paths. Paths are relative to the project root
    /// or absolute.
    pub fn below(&self, paths: &[PathBuf]) -> Vec<Diagnostic> {
        let root = self.project.files.root();
        let wanted = |diagnostic: &&Diagnostic| {
            let path = Path::new(self.project.files.path(diagnostic.location.file));
            let mut paths =
                paths.iter().map(|selection| selection.strip_prefix(root).unwrap_or(selection));
            paths.len() == 0
                || paths.any(|selection| {
                    path.starts_with(selection.strip_prefix("./").unwrap_or(selection))
                })
        };
        self.diagnostics.iter().filter(wanted).cloned().collect()
    }

    /// Number of records that were read, without attachments and samples.
    pub fn records(&self) -> usize {
        self.project.records.record_files().count()
    }
}

/// All rules: first those of the loader, then those of the checks.
pub fn rules() -> Vec<Rule> {
    let faults = FAULTS.iter().copied();
    let checks = CHECKS.iter().map(|check| check.rule);
    faults.chain(checks).chain([UNUSED_ACKNOWLEDGEMENT]).collect()
}
