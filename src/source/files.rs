//! The files of one run, by number.
//!
//! In: the project root and paths relative to it. Out: `FileId`s, paths as printed, and bytes on
//! demand. Texts are not kept: the loader reads a probe file of a gigabyte once, and it is read
//! again only if a diagnostic must show an excerpt.

use std::io;
use std::path::{Path, PathBuf};

/// The number of a file within one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// The project root and every file found below it, in the order found.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
    paths: Vec<String>,
}

impl Files {
    /// Starts an empty list of the files below `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), paths: Vec::new() }
    }

    /// Adds a file by its path relative to the root, written with `/`.
    pub fn add(&mut self, path: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.paths.len()).unwrap_or(u32::MAX));
        self.paths.push(path.into());
        id
    }

    /// The project root.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of a file relative to the root, written with `/`.
    pub fn path(&self, id: FileId) -> &str {
        self.paths.get(id.0 as usize).map_or("", String::as_str)
    }

    /// The path of the file on this machine.
    pub fn disk_path(&self, id: FileId) -> PathBuf {
        self.root.join(self.path(id))
    }

    /// Finds a file by its path relative to the root.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let index = self.paths.iter().position(|known| known == path)?;
        Some(FileId(u32::try_from(index).ok()?))
    }

    /// Every file with its path, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &str)> {
        (0u32..).zip(&self.paths).map(|(id, path)| (FileId(id), path.as_str()))
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// The error of the file system.
    pub fn read(&self, id: FileId) -> io::Result<Vec<u8>> {
        std::fs::read(self.disk_path(id))
    }
}
