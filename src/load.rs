//! Reads the files of a project into records.
//!
//! In: the project root. Out: the [`Records`] that could be read, and a diagnostic for everything
//! else. A record is parsed into a tree with positions and validated against the JSON Schema of its
//! type, which finds all faults at once; then it is deserialized into the type. Editors use the
//! same schema. Table rows are numerous, so each is deserialized directly and validated against the
//! schema only if that fails. Probe samples can number millions, so they are aggregated line by
//! line. This room does not evaluate the contract.

mod demo;
mod encoding;
mod faults;
mod header;
mod hints;
mod markdown;
mod parsed;
mod record;
mod samples;
mod schema;
mod syntax;
mod table;
mod walk;

use std::path::Path;

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::{Attachment, Contract, Faulty, Format, KINDS, Kind, Records};
use crate::source::Files;
use schema::RecordSchema;

pub(crate) use demo::demo_day;
pub use faults::FAULTS;
pub(crate) use walk::LoadError;

/// The result of reading a project.
#[derive(Debug)]
pub struct Loaded {
    /// The files found.
    pub files: Files,
    /// The records.
    pub records: Records,
    /// Faults found while reading.
    pub diagnostics: Diagnostics,
}

/// Reads everything below `root/data`.
///
/// # Errors
/// [`LoadError`] if the folder is missing or cannot be listed. A faulty record is a diagnostic, not an error.
pub fn load(root: &Path) -> Result<Loaded, LoadError> {
    let mut files = Files::new(root);
    let mut diagnostics = Diagnostics::default();
    let mut records = Records::default();
    let walk::Found { entries: found, refused } = walk::walk(&mut files, &mut diagnostics)?;
    records.faulty = refused;
    read_records(&found, &files, &mut records, &mut diagnostics);
    read_samples(&found, &files, &mut records, &mut diagnostics);
    let any = found.iter().filter(|entry| entry.kind.format == Format::Any);
    records.attachments = any
        .map(|entry| Attachment { path: entry.path.clone(), file: entry.file, size: entry.size })
        .collect();
    Ok(Loaded { files, records, diagnostics })
}

/// Parses files in parallel and inserts the records in order of kind and path.
fn read_records(
    found: &[walk::Entry],
    files: &Files,
    records: &mut Records,
    diagnostics: &mut Diagnostics,
) {
    let of_kind = |kind: &'static Kind| found.iter().filter(move |entry| entry.kind.id == kind.id);
    let kinds: Vec<_> = KINDS.iter().filter(|kind| of_kind(kind).next().is_some()).collect();
    let forms: Vec<_> =
        kinds.par_iter().filter_map(|kind| Some((*kind, RecordSchema::new(kind)?))).collect();
    let jobs: Vec<_> = forms
        .iter()
        .flat_map(|(kind, schema)| of_kind(kind).map(move |entry| (entry, schema)))
        .collect();
    let parsed: Vec<_> =
        jobs.par_iter().map(|(entry, schema)| record::examine(entry, files, schema)).collect();
    for ((entry, _), parsed) in jobs.iter().zip(parsed) {
        if parsed.is_faulty() {
            records.faulty.push(Faulty { is_unfinished: parsed.is_unfinished(), ..entry.faulty() });
        }
        diagnostics.extend(parsed.faults);
        for insert in parsed.inserts {
            insert(records);
        }
    }
}

fn read_samples(
    found: &[walk::Entry],
    files: &Files,
    records: &mut Records,
    diagnostics: &mut Diagnostics,
) {
    let bounds = samples::Bounds::new(
        records.contract.as_ref().map(|contract| -> &Contract { &contract.record }),
    );
    let entries: Vec<_> =
        found.iter().filter(|entry| entry.kind.format == Format::Samples).collect();
    let folded: Vec<_> =
        entries.par_iter().map(|entry| samples::fold(entry, files, &bounds)).collect();
    for fold in folded {
        for (key, series) in fold.series {
            records.probes.merge(key, series);
        }
        records.probes.files.push(fold.summary);
        diagnostics.extend(fold.diagnostics);
    }
}
