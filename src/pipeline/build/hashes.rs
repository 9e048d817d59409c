//! What decides whether a file must be drawn again.
//!
//! In: a project, and the record files that reports are made from. Out: [`Hashes`]. Below the reports and the registers of a
//! build, which both ask it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::error::BuildError;
use crate::output::sha256;
use crate::pipeline::Project;
use crate::source::FileId;

/// Hashes of everything that determines the bytes of a file.
pub(super) struct Hashes<'a> {
    project: &'a Project,
    /// Tool and templates.
    pub(super) tools: String,
    pub(super) by_file: BTreeMap<FileId, (String, String)>,
}

impl<'a> Hashes<'a> {
    pub(super) fn new(project: &'a Project) -> Self {
        let mut parts = vec![tool()];
        for folder in ["html", "pdf"] {
            let files = project.templates.folder(folder);
            parts.extend(files.map(|(path, bytes)| format!("{path} {}", sha256(bytes))));
        }
        // Fonts are large and change only with the tool; name and size are enough to detect a replaced one.
        let fonts = project.templates.folder("fonts");
        parts.extend(fonts.map(|(path, bytes)| format!("{path} {}", bytes.len())));
        Self { project, tools: sha256(parts.join("\n").as_bytes()), by_file: BTreeMap::new() }
    }

    pub(super) fn of_files<'f>(
        &mut self,
        sources: impl Iterator<Item = &'f Vec<FileId>>,
    ) -> Result<(), BuildError> {
        let mut files: Vec<_> = sources.flatten().copied().collect();
        files.sort_unstable();
        files.dedup();
        let hashed = files.par_iter().map(|file| {
            let bytes = read(self.project, *file)?;
            let path = self.project.files.path(*file).to_owned();
            Ok((*file, (path, sha256(&bytes))))
        });
        self.by_file = hashed.collect::<Result<_, BuildError>>()?;
        Ok(())
    }

    pub(super) fn inputs(&self, sources: &[FileId]) -> BTreeMap<String, String> {
        sources.iter().filter_map(|file| self.by_file.get(file)).cloned().collect()
    }
}

/// The bytes of a record file or an attachment.
pub(super) fn read(project: &Project, file: FileId) -> Result<Vec<u8>, BuildError> {
    let path = project.files.disk_path(file);
    project.files.read(file).map_err(|error| BuildError::Read(path, error))
}

/// Name and version of the program, for the manifest.
pub(super) fn tool() -> String {
    concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned()
}
