//! The second half of the run: from checked records to files in `output/`.
//!
//! In: a root, a date and a [`Selection`]. Out: [`Built`], after everything was written. The inputs of a report are hashed
//! first; a file whose hash has not changed is not drawn again.

mod error;
mod hashes;
mod selection;
mod tables;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;
use serde_json::{Value, json};

pub(crate) use self::error::BuildError;
use self::hashes::{Hashes, read, tool};
pub use self::selection::Selection;
use self::selection::selects;
use self::tables::Tables;
use super::Checked;
use super::progress::{NoProgress, Progress};
use crate::output::{Artifact, Entry, Manifest, OutputDir, sha256};
use crate::render::{self, FORMATS, Format, Input, TABLE_FORMATS, TypstBaseline};
use crate::report::{self, DraftReason, IndexEntry, REPORTS, Report};
use crate::schedule::Evaluation;

/// The result of a build.
pub struct Built {
    /// The manifest; `None` if nothing was written.
    pub manifest: Option<Manifest>,
    /// The folder written to.
    pub folder: PathBuf,
    /// Number of files that were drawn.
    pub drawn: usize,
    /// Number of files that were up to date.
    pub up_to_date: usize,
    /// Drafts that `only_final` left out: title of period and report, and the reason.
    pub refused: Vec<(String, DraftReason)>,
}

/// Builds and writes the reports of a checked project.
///
/// # Errors
/// [`BuildError`]; the previous output is then unchanged. Data errors are in `checked`, not here.
pub fn build(
    checked: &Checked<'_>,
    selection: &Selection,
    progress: &dyn Progress,
) -> Result<Built, BuildError> {
    let root = checked.project.files.root();
    let folder = selection.folder.clone().unwrap_or_else(|| root.join("output"));
    let mut built = Built { manifest: None, folder, drawn: 0, up_to_date: 0, refused: Vec::new() };
    let Some(evaluation) = &checked.evaluation else { return Ok(built) };
    if selection.only_final && checked.has_data_errors() {
        return Ok(built);
    }
    known(selection, evaluation)?;
    let builder = Builder { checked, evaluation, selection, progress };
    let folder = OutputDir::open(&built.folder)?;
    let made = builder.make(&folder)?;
    built.refused = made.refused;
    built.drawn = made.artifacts.iter().filter(|artifact| artifact.bytes.is_some()).count();
    built.up_to_date = made.artifacts.len() - built.drawn;
    let manifest = Manifest::new(tool(), evaluation.as_of.to_string());
    built.manifest = Some(folder.write(manifest, made.artifacts, made.kept)?);
    Ok(built)
}

/// Prepares PDF inputs so the benchmark can time Typst alone.
///
/// # Errors
/// As [`build`].
pub fn typst_baseline(
    checked: &Checked<'_>,
    selection: &Selection,
) -> Result<TypstBaseline, BuildError> {
    let templates = &checked.project.templates;
    let Some(evaluation) = &checked.evaluation else {
        return Ok(TypstBaseline::new(Vec::new(), templates.clone()));
    };
    let builder = Builder { checked, evaluation, selection, progress: &NoProgress };
    let all = builder.reports();
    let (reports, _) = builder.wanted(&all);
    let inputs: Result<Vec<_>, _> = reports
        .into_iter()
        .map(|report| builder.input(report, render::clean(report.document())))
        .collect();
    inputs.map(|inputs| TypstBaseline::new(inputs, templates.clone()))
}

/// Refuses a selection that names an unknown report, period or format.
fn known(selection: &Selection, evaluation: &Evaluation<'_>) -> Result<(), BuildError> {
    let (contract, as_of) = (&evaluation.contract.record, evaluation.as_of);
    let unknown = |what, word: &String| BuildError::Unknown(what, word.clone());
    if let Some(word) =
        selection.reports.iter().find(|word| REPORTS.iter().all(|kind| kind.id != **word))
    {
        return Err(unknown("report", word));
    }
    if let Some(word) = selection.formats.iter().find(|word| !is_format(word)) {
        return Err(unknown("format", word));
    }
    let periods = REPORTS.iter().flat_map(|kind| report::periods_of(kind, contract, as_of));
    let begun: Vec<_> = periods.map(|period| period.id).collect();
    let missing = selection.periods.iter().find(|word| !begun.contains(word));
    missing.map_or(Ok(()), |word| Err(unknown("period", word)))
}

fn is_format(word: &str) -> bool {
    let tables = TABLE_FORMATS.iter().map(|format| format.id);
    FORMATS.iter().map(|format| format.id).chain(tables).any(|id| id == word)
}

/// Everything needed to build reports.
struct Builder<'a> {
    checked: &'a Checked<'a>,
    evaluation: &'a Evaluation<'a>,
    selection: &'a Selection,
    progress: &'a dyn Progress,
}

struct BuildOutput {
    artifacts: Vec<Artifact>,
    kept: Vec<Entry>,
    refused: Vec<(String, DraftReason)>,
}

/// A report in one format, to be drawn unless it is up to date.
struct Job<'a> {
    report: &'a Report,
    format: &'static Format,
}

impl Builder<'_> {
    fn make(&self, folder: &OutputDir) -> Result<BuildOutput, BuildError> {
        let all = self.reports();
        let (reports, refused) = self.wanted(&all);
        let tables = Tables::new(self.checked, self.evaluation, self.selection);
        let mut hashes = Hashes::new(self.checked.project);
        hashes.of_files(all.iter().map(|report| &report.sources).chain(tables.sources()))?;
        let jobs: Vec<_> = reports
            .iter()
            .flat_map(|report| FORMATS.iter().map(|format| Job { report, format }))
            .filter(|job| selects(&self.selection.formats, job.format.id))
            .collect();
        self.progress.begin(jobs.len());
        let drawn = jobs.par_iter().map(|job| {
            self.go_on()?;
            let artifact = self.artifact(job, &hashes, folder)?;
            self.progress.done(&artifact.entry.path);
            Ok(artifact)
        });
        let mut artifacts = drawn.collect::<Result<Vec<_>, BuildError>>()?;
        artifacts.extend(tables.artifacts(&hashes, folder)?);
        let kept: Vec<_> = self.kept(&all, &tables, folder, &artifacts);
        artifacts.push(self.index((&all, &tables), &artifacts, &kept, folder)?);
        // From here on files are moved, which takes a moment and must not be interrupted.
        self.go_on()?;
        Ok(BuildOutput { artifacts, kept, refused })
    }

    /// Returns an error if the run was cancelled.
    fn go_on(&self) -> Result<(), BuildError> {
        if self.progress.is_cancelled() { Err(BuildError::Cancelled) } else { Ok(()) }
    }

    fn reports(&self) -> Vec<Report> {
        let context = report::context(self.evaluation);
        report::all(&context, &self.checked.faulty_files())
    }

    /// The selected reports; with `only_final`, drafts are listed separately.
    fn wanted<'b>(&self, all: &'b [Report]) -> (Vec<&'b Report>, Vec<(String, DraftReason)>) {
        let asked = all.iter().filter(|report| {
            selects(&self.selection.reports, report.kind.id)
                && selects(&self.selection.periods, &report.period.id)
        });
        let mut refused = Vec::new();
        let mut wanted = Vec::new();
        for report in asked {
            match report.cover.draft {
                Some(reason) if self.selection.only_final => {
                    refused
                        .push((format!("{}{}", report.period.title, report.cover.title), reason));
                }
                _ => wanted.push(report),
            }
        }
        (wanted, refused)
    }

    /// Previous files of reports and registers that still exist but were not selected this time.
    fn kept(
        &self,
        all: &[Report],
        tables: &Tables<'_>,
        folder: &OutputDir,
        artifacts: &[Artifact],
    ) -> Vec<Entry> {
        let narrowed = !(self.selection.reports.is_empty()
            && self.selection.periods.is_empty()
            && self.selection.formats.is_empty());
        if !narrowed {
            return Vec::new();
        }
        let belongs = |entry: &&Entry| {
            (tables.own(&entry.path)
                || all.iter().any(|report| entry.path.starts_with(&format!("{}.", report.stem()))))
                && artifacts.iter().all(|artifact| artifact.entry.path != entry.path)
                && folder.is_intact(entry)
        };
        folder.former().artifacts.iter().filter(belongs).cloned().collect()
    }

    fn artifact(
        &self,
        job: &Job<'_>,
        hashes: &Hashes<'_>,
        folder: &OutputDir,
    ) -> Result<Artifact, BuildError> {
        let report = job.report;
        let document = render::clean(report.document());
        let path = format!("{}.{}", report.stem(), job.format.id);
        let inputs = hashes.inputs(&report.sources);
        let key = sha256(
            json!([hashes.tools, job.format.id, document, inside(job, hashes)])
                .to_string()
                .as_bytes(),
        );
        let name = format!("{}.{}", report.cover.file_name, job.format.id);
        let state = if report.cover.draft.is_some() { "draft" } else { "final" };
        if let Some(entry) = folder.up_to_date(&path, &key) {
            let entry = Entry { name, state: state.to_owned(), inputs, ..entry.clone() };
            return Ok(Artifact { entry, bytes: None });
        }
        let input = self.input(report, document)?;
        let bytes = (job.format.render)(
            &input,
            &self.checked.project.templates,
            &self.checked.project.fonts,
        )?;
        let entry = Entry {
            path,
            name,
            state: state.to_owned(),
            sha256: sha256(&bytes),
            size: bytes.len() as u64,
            key,
            inputs,
        };
        Ok(Artifact { entry, bytes: Some(bytes) })
    }

    /// The input of the renderer: document, charts, and embedded files.
    fn input(&self, report: &Report, document: Value) -> Result<Input, BuildError> {
        let charts = render::draw_charts(&report.charts, &self.checked.project.fonts);
        let mut files = BTreeMap::new();
        let records =
            report.sources.iter().map(|file| (*file, self.checked.project.files.path(*file)));
        for (file, path) in records.filter(|(_, path)| report::is_embeddable(path)) {
            let below = path.strip_prefix("data/").unwrap_or(path);
            files.insert(below.to_owned(), read(self.checked.project, file)?);
        }
        Ok(Input { document, charts, files })
    }

    fn index(
        &self,
        (all, tables): (&[Report], &Tables<'_>),
        artifacts: &[Artifact],
        kept: &[Entry],
        folder: &OutputDir,
    ) -> Result<Artifact, BuildError> {
        let paths: Vec<_> = artifacts.iter().map(|artifact| &artifact.entry).chain(kept).collect();
        let entries: Vec<_> = all
            .iter()
            .map(|report| IndexEntry {
                cover: &report.cover,
                period: &report.period.id,
                kind: report.kind,
                begins: report.period.from,
                ends: report.period.to,
                files: files_of(report, &paths),
            })
            .filter(|entry| !entry.files.is_empty())
            .collect();
        let view = render::clean(report::index(
            &report::context(self.evaluation),
            &entries,
            &tables.listed(&paths),
        ));
        let bytes = render::html_index(view, &self.checked.project.templates)?;
        let sha = sha256(&bytes);
        let entry = Entry {
            path: "index.html".to_owned(),
            name: format!("{}_维保报告目录.html", self.evaluation.contract.record.hospital.name),
            state: "final".to_owned(),
            key: sha.clone(),
            sha256: sha,
            size: bytes.len() as u64,
            inputs: BTreeMap::new(),
        };
        let up_to_date = folder.up_to_date(&entry.path, &entry.key).is_some();
        Ok(Artifact { entry, bytes: (!up_to_date).then_some(bytes) })
    }
}

fn files_of(report: &Report, entries: &[&Entry]) -> Vec<report::IndexFile> {
    FORMATS
        .iter()
        .filter_map(|format| {
            let path = format!("{}.{}", report.stem(), format.id);
            let entry = entries.iter().find(|entry| entry.path == path)?;
            Some(report::IndexFile {
                format: format.id,
                path,
                name: entry.name.clone(),
                size: entry.size,
            })
        })
        .collect()
}

/// Hashes of the files that a format embeds: evidence, and records if the format holds them.
fn inside(job: &Job<'_>, hashes: &Hashes<'_>) -> Vec<String> {
    let files = job.report.sources.iter().filter_map(|file| hashes.by_file.get(file));
    let held = files.filter(|(path, _)| {
        path.starts_with("data/attachments/")
            || (job.format.holds_records && report::is_embeddable(path))
    });
    held.map(|(_, hash)| hash.clone()).collect()
}
