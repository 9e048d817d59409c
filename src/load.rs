//! From files to records.
//!
//! In: the project root. Out: the [`Book`] of everything that could be read, and a diagnostic for everything that could
//! not. Good data is read straight into the types (the fast path); only a file that fails there is read again as a
//! tree with positions and checked against the schema of the same types (the careful path), which finds all its faults.
//! Nothing here judges the contract.

mod careful;
mod faults;
mod hints;
mod record;
mod samples;
mod walk;

use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::Diagnostics;
use crate::model::{Attachment, Book, Contract, Faulty, Format, KINDS};
use crate::source::Files;

pub use faults::FAULTS;
pub use walk::limit_of;

/// What reading a project came to.
#[derive(Debug)]
pub struct Loaded {
    /// The files met.
    pub files: Files,
    /// The records.
    pub book: Book,
    /// What could not be read.
    pub diagnostics: Diagnostics,
}

/// Why a project could not be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `data` folder here.
    NoData(PathBuf),
    /// The file system refused.
    Io(PathBuf, io::Error),
}

/// Reads everything below `root/data`.
///
/// # Errors
/// [`LoadError`] if the folder is missing or cannot be listed. A faulty record is a diagnostic, not an error.
pub fn load(root: &Path) -> Result<Loaded, LoadError> {
    let mut files = Files::new(root);
    let mut diagnostics = Diagnostics::default();
    let mut book = Book::default();
    let found = walk::walk(&mut files, &mut diagnostics)?;
    for kind in KINDS.iter().filter(|kind| kind.format == Format::Yaml) {
        for entry in found.iter().filter(|entry| entry.kind.id == kind.id) {
            if !record::read(entry, &files, &mut book, &mut diagnostics) {
                book.faulty.push(Faulty { kind: kind.id, stem: entry.stem.clone(), file: entry.file });
            }
        }
    }
    read_samples(&found, &files, &mut book, &mut diagnostics);
    let any = found.iter().filter(|entry| entry.kind.format == Format::Any);
    book.attachments = any
        .map(|entry| Attachment { path: entry.path.clone(), file: entry.file, size: entry.size })
        .collect();
    Ok(Loaded { files, book, diagnostics })
}

fn read_samples(found: &[walk::Entry], files: &Files, book: &mut Book, diagnostics: &mut Diagnostics) {
    let bounds =
        samples::Bounds::new(book.contract.as_ref().map(|contract| -> &Contract { &contract.record }));
    let entries: Vec<_> = found.iter().filter(|entry| entry.kind.format == Format::Samples).collect();
    let folded: Vec<_> = entries.par_iter().map(|entry| samples::fold(entry, files, &bounds)).collect();
    for fold in folded {
        for (key, series) in fold.series {
            book.probes.merge(key, series);
        }
        book.probes.files.push(fold.summary);
        diagnostics.extend(fold.diagnostics);
    }
}
