//! The output folder.
//!
//! In: artefacts as bytes. Out: files under `output/`, and `manifest.json`, which lists what each was made from. A leaf.
//! Everything is first written to a staging folder and moved into place at the end, so that a full disk or a kill leaves the
//! previous output intact; only files that a previous manifest lists are ever removed.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Name of the manifest.
pub(crate) const MANIFEST: &str = "manifest.json";
const STAGING: &str = ".weibao-staging";
const LOCK: &str = ".weibao-lock";
/// Version of the manifest's format.
const VERSION: u32 = 1;

/// The manifest: what was built, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the format.
    pub version: u32,
    /// Name and version of weibao.
    pub tool: String,
    /// The date for which everything was computed.
    pub as_of: String,
    /// The files, in order of path.
    pub artifacts: Vec<Entry>,
}

/// One file of the output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// File name for delivery to the customer.
    pub name: String,
    /// `final` or `draft`.
    pub state: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of all inputs that determine the file; equal keys give equal bytes.
    pub key: String,
    /// The record files that it depends on: path and SHA-256.
    pub inputs: BTreeMap<String, String>,
}

/// A file to be written, or an existing one that is up to date.
pub(crate) struct Artifact {
    /// Its entry in the manifest.
    pub entry: Entry,
    /// Its bytes; `None` if the file of the previous build is up to date.
    pub bytes: Option<Vec<u8>>,
}

/// Why the output could not be written, and where.
#[derive(Debug)]
pub struct OutputError {
    /// The file or folder.
    pub path: PathBuf,
    /// The error of the file system.
    pub error: io::Error,
}

impl fmt::Display for OutputError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "cannot write {}", self.path.display())
    }
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Manifest {
    /// Starts a manifest without files.
    pub fn new(tool: String, as_of: String) -> Self {
        Self { version: VERSION, tool, as_of, artifacts: Vec::new() }
    }

    /// Reads the manifest of the previous build; empty if there is none, or if it cannot be parsed.
    fn read(folder: &Path) -> Self {
        let text = fs::read(folder.join(MANIFEST)).unwrap_or_default();
        let read: Option<Self> = serde_json::from_slice(&text).ok();
        read.filter(|manifest| manifest.version == VERSION).unwrap_or_default()
    }
}

/// The output folder, locked by one build: another one waits until this value is dropped. The previous manifest is read under
/// the lock, so that two concurrent builds give the same result as two consecutive ones.
pub(crate) struct OutputDir {
    path: PathBuf,
    former: Manifest,
    _lock: File,
}

impl OutputDir {
    /// Creates the folder if necessary, and waits for the lock.
    ///
    /// # Errors
    /// [`OutputError`] if the folder cannot be written to.
    pub(crate) fn open(path: &Path) -> Result<Self, OutputError> {
        fs::create_dir_all(path).map_err(|error| failed(path, error))?;
        let lock = lock(path)?;
        Ok(Self { path: path.to_owned(), former: Manifest::read(path), _lock: lock })
    }

    /// The manifest of the previous build.
    pub(crate) const fn former(&self) -> &Manifest {
        &self.former
    }

    /// The entry of a previous file with this key, if the file is unchanged since.
    pub(crate) fn up_to_date(&self, path: &str, key: &str) -> Option<&Entry> {
        let mut entries = self.former.artifacts.iter();
        entries
            .find(|entry| entry.path == path && entry.key == key)
            .filter(|entry| self.is_intact(entry))
    }

    /// True if a previous file still has the bytes that its entry states.
    pub(crate) fn is_intact(&self, entry: &Entry) -> bool {
        let bytes =
            leads_inside(&entry.path).then(|| fs::read(self.path.join(&entry.path)).ok()).flatten();
        bytes.is_some_and(|bytes| sha256(&bytes) == entry.sha256)
    }

    /// Writes artefacts and manifest, and removes the files that only the previous manifest lists.
    ///
    /// `keep` are previous entries that this build did not touch because only some reports were selected.
    ///
    /// # Errors
    /// [`OutputError`]; the previous output is then unchanged.
    pub(crate) fn write(
        &self,
        mut manifest: Manifest,
        artifacts: Vec<Artifact>,
        keep: Vec<Entry>,
    ) -> Result<Manifest, OutputError> {
        let entries = artifacts.iter().map(|artifact| artifact.entry.clone());
        manifest.artifacts = entries.chain(keep).collect();
        manifest.artifacts.sort_by(|left, right| left.path.cmp(&right.path));
        let staging = self.path.join(STAGING);
        clear(&staging)?;
        if manifest == self.former && artifacts.iter().all(|artifact| artifact.bytes.is_none()) {
            return Ok(manifest);
        }
        let staged = stage(&staging, &artifacts, &manifest);
        let moved = staged.and_then(|paths| move_all(&self.path, &staging, &paths));
        // Clean up after a failed build.
        let _ = fs::remove_dir_all(&staging);
        moved?;
        for entry in &self.former.artifacts {
            if !manifest.artifacts.iter().any(|kept| kept.path == entry.path) {
                remove(&self.path, &entry.path);
            }
        }
        Ok(manifest)
    }
}

fn failed(path: &Path, error: io::Error) -> OutputError {
    OutputError { path: path.to_owned(), error }
}

/// Takes the lock: a second build waits until the first one has finished.
fn lock(folder: &Path) -> Result<File, OutputError> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(|error| failed(&path, error))?;
    match file.lock() {
        // Some network folders do not support locks; there, concurrent builds happen only by mistake.
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(failed(&path, error)),
        _ => Ok(file),
    }
}

/// Removes what a killed build left behind.
fn clear(staging: &Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(staging) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(staging, error)),
        _ => Ok(()),
    }
}

/// Writes everything new into the staging folder; a full disk is noticed here, before anything has changed.
fn stage(
    staging: &Path,
    artifacts: &[Artifact],
    manifest: &Manifest,
) -> Result<Vec<String>, OutputError> {
    let mut paths = Vec::new();
    for artifact in artifacts {
        if let Some(bytes) = &artifact.bytes {
            write_file(&staging.join(&artifact.entry.path), bytes)?;
            paths.push(artifact.entry.path.clone());
        }
    }
    let text = serde_json::to_vec_pretty(manifest);
    let mut text = text.map_err(|error| failed(&staging.join(MANIFEST), error.into()))?;
    text.push(b'\n');
    write_file(&staging.join(MANIFEST), &text)?;
    // The manifest comes last: until it is moved, the previous one describes the folder.
    paths.push(MANIFEST.to_owned());
    Ok(paths)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| failed(parent, error))?;
    }
    let mut file = File::create(path).map_err(|error| failed(path, error))?;
    file.write_all(bytes).map_err(|error| failed(path, error))
}

fn move_all(folder: &Path, staging: &Path, paths: &[String]) -> Result<(), OutputError> {
    for path in paths {
        let goal = folder.join(path);
        if let Some(parent) = goal.parent() {
            fs::create_dir_all(parent).map_err(|error| failed(parent, error))?;
        }
        // Checked before anything is moved: a move that fails half-way would leave a mix of two builds.
        if goal.is_dir() {
            return Err(failed(&goal, io::ErrorKind::IsADirectory.into()));
        }
    }
    for path in paths {
        let goal = folder.join(path);
        fs::rename(staging.join(path), &goal).map_err(|error| failed(&goal, error))?;
    }
    Ok(())
}

fn leads_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Removes a previous file, and its folder if that is empty now. A path that leads out of the folder (damaged manifest) is
/// ignored.
fn remove(folder: &Path, path: &str) {
    if !leads_inside(path) {
        return;
    }
    let file = folder.join(path);
    if fs::remove_file(&file).is_ok()
        && let Some(parent) = file.parent()
        && parent != folder
    {
        // Fails, as intended, if other files are left.
        let _ = fs::remove_dir(parent);
    }
}
