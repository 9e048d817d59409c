//! Builds the registers.
//!
//! In: context and selection. Out: each register in each table format, drawn or up to date, and its entry in the index. Apart
//! from reports, since registers have no periods: each covers the contract term up to the run date.

use serde_json::json;

use super::error::BuildError;
use super::hashes::Hashes;
use super::selection::{Selection, selects};
use crate::output::{Artifact, Entry, OutputDir, sha256};
use crate::pipeline::Checked;
use crate::render::TABLE_FORMATS;
use crate::report::{self, IndexFile, IndexRegister, Register};
use crate::schedule::Evaluation;
use crate::source::FileId;

/// Folder of the registers, below the output folder.
const FOLDER: &str = "registers";

/// All registers of a build.
pub(super) struct Tables<'w> {
    selection: &'w Selection,
    registers: Vec<Register>,
}

impl<'w> Tables<'w> {
    /// Computes the registers.
    pub(super) fn new(
        checked: &Checked<'_>,
        evaluation: &Evaluation<'_>,
        selection: &'w Selection,
    ) -> Self {
        let context = &report::context(evaluation);
        Self { selection, registers: report::registers(context, checked.has_data_errors()) }
    }

    /// The record files that each register is computed from.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Vec<FileId>> {
        self.registers.iter().map(|register| &register.sources)
    }

    /// Every register in every selected format. Empty if the user selected reports or periods.
    pub(super) fn artifacts(
        &self,
        hashes: &Hashes<'_>,
        folder: &OutputDir,
    ) -> Result<Vec<Artifact>, BuildError> {
        let selection = self.selection;
        if !(selection.reports.is_empty() && selection.periods.is_empty()) {
            return Ok(Vec::new());
        }
        let asked = TABLE_FORMATS.iter().filter(|format| selects(&selection.formats, format.id));
        let made = asked.flat_map(|format| {
            self.registers.iter().map(move |register| {
                let key = key(register, format.id, hashes);
                let inputs = hashes.inputs(&register.sources);
                let entry = Entry {
                    path: path(register, format.id),
                    name: format!("{}.{}", register.file_name, format.id),
                    state: if register.is_draft { "draft" } else { "final" }.to_owned(),
                    sha256: String::new(),
                    size: 0,
                    key,
                    inputs,
                };
                if let Some(up_to_date) = folder.up_to_date(&entry.path, &entry.key) {
                    let (sha256, size) = (up_to_date.sha256.clone(), up_to_date.size);
                    return Ok(Artifact { entry: Entry { sha256, size, ..entry }, bytes: None });
                }
                let bytes = (format.render)(register)?;
                let (sha256, size) = (sha256(&bytes), bytes.len() as u64);
                Ok(Artifact { entry: Entry { sha256, size, ..entry }, bytes: Some(bytes) })
            })
        });
        made.collect()
    }

    /// True if the path is that of a register.
    pub(super) fn own(&self, path_below: &str) -> bool {
        let paths = TABLE_FORMATS.iter().flat_map(|format| {
            self.registers.iter().map(move |register| path(register, format.id))
        });
        paths.into_iter().any(|own| own == path_below)
    }

    /// The registers that are in the output folder, as entries of the index.
    pub(super) fn listed(&self, entries: &[&Entry]) -> Vec<IndexRegister> {
        let listed = self.registers.iter().map(|register| IndexRegister {
            title: register.kind.title,
            description: register.kind.description,
            rows: register.rows.len(),
            is_draft: register.is_draft,
            files: files_of(register, entries),
        });
        listed.filter(|register| !register.files.is_empty()).collect()
    }
}

fn path(register: &Register, format: &str) -> String {
    format!("{FOLDER}/{}.{format}", register.kind.id)
}

/// A hash of everything that determines the bytes of a file.
fn key(register: &Register, format: &str, hashes: &Hashes<'_>) -> String {
    let description = json!([
        hashes.tools,
        format,
        register.kind.title,
        register.columns,
        register.contract,
        register.vendor,
        register.as_of,
        register.is_draft,
        register.rows,
    ]);
    sha256(description.to_string().as_bytes())
}

fn files_of(register: &Register, entries: &[&Entry]) -> Vec<IndexFile> {
    let files = TABLE_FORMATS.iter().filter_map(|format| {
        let path = path(register, format.id);
        let entry = entries.iter().find(|entry| entry.path == path)?;
        Some(IndexFile { format: format.id, path, name: entry.name.clone(), size: entry.size })
    });
    files.collect()
}
