//! The output folder.
//!
//! In: artefacts as bytes. Out: files under `output/`, and `manifest.json` that says what each was made from. A leaf. Everything
//! is written beside its goal first and moved into place at the end, so that a full disk or a kill leaves the former
//! output whole; only files that a former manifest lists are ever removed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";
const STAGING: &str = ".weibao-staging";
const LOCK: &str = ".weibao-lock";
/// Version of the manifest's form.
const VERSION: u32 = 1;

/// What was made, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this form.
    pub version: u32,
    /// Name and version of the tool.
    pub tool: String,
    /// The day for which everything was computed.
    pub as_of: String,
    /// The files, in order of path.
    pub artifacts: Vec<Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// Name under which it is handed over.
    pub name: String,
    /// `final` or `draft`.
    pub state: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of everything it was drawn from; equal keys give equal bytes.
    pub key: String,
    /// The record files it depends on, by path, each with its SHA-256.
    pub inputs: BTreeMap<String, String>,
}

/// A file to be written, or one that stands already.
pub struct Artifact {
    /// What the manifest says of it.
    pub entry: Entry,
    /// Its bytes; `None` if the file of the former build is still right.
    pub bytes: Option<Vec<u8>>,
}

/// Why the output could not be written, and where.
#[derive(Debug)]
pub struct OutputError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the file system answered.
    pub error: io::Error,
}

/// SHA-256 as lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Manifest {
    /// Starts a manifest.
    pub fn new(tool: String, as_of: String) -> Self {
        Self { version: VERSION, tool, as_of, artifacts: Vec::new() }
    }

    /// Reads the manifest of a former build; an empty one if there is none, or none that can be understood.
    pub fn read(folder: &Path) -> Self {
        let text = fs::read(folder.join(MANIFEST)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// The entry of a former file with this key, if the file still has the bytes that the entry says.
    pub fn standing(&self, folder: &Path, path: &str, key: &str) -> Option<&Entry> {
        let entry = self.artifacts.iter().find(|entry| entry.path == path && entry.key == key)?;
        let bytes = fs::read(folder.join(path)).ok()?;
        (sha256(&bytes) == entry.sha256).then_some(entry)
    }
}

/// Writes artefacts and manifest, and removes what a former manifest lists and this one does not.
///
/// `keep` are former entries that this build did not touch (it was told to make only some reports).
///
/// # Errors
/// [`OutputError`]; the former output then stands as it was.
pub fn write(
    folder: &Path,
    mut manifest: Manifest,
    artifacts: Vec<Artifact>,
    keep: Vec<Entry>,
) -> Result<Manifest, OutputError> {
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let _lock = lock(folder)?;
    let former = Manifest::read(folder);
    let staging = folder.join(STAGING);
    clear(&staging)?;
    manifest.artifacts = artifacts.iter().map(|artifact| artifact.entry.clone()).chain(keep).collect();
    manifest.artifacts.sort_by(|left, right| left.path.cmp(&right.path));
    let staged = stage(&staging, &artifacts, &manifest);
    let moved = staged.and_then(|paths| move_all(folder, &staging, &paths));
    // Left-overs of a failed build are of no use to anybody.
    let _ = fs::remove_dir_all(&staging);
    moved?;
    for entry in &former.artifacts {
        if !manifest.artifacts.iter().any(|kept| kept.path == entry.path) {
            remove(folder, &entry.path);
        }
    }
    Ok(manifest)
}

fn failed(path: &Path, error: io::Error) -> OutputError {
    OutputError { path: path.to_owned(), error }
}

/// One build at a time: the second waits until the first has finished.
fn lock(folder: &Path) -> Result<File, OutputError> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(|error| failed(&path, error))?;
    file.lock().map_err(|error| failed(&path, error))?;
    Ok(file)
}

fn clear(staging: &Path) -> Result<(), OutputError> {
    if staging.exists() {
        fs::remove_dir_all(staging).map_err(|error| failed(staging, error))?;
    }
    fs::create_dir_all(staging).map_err(|error| failed(staging, error))
}

/// Writes everything new into the staging folder; a full disk shows here, before anything has changed.
fn stage(staging: &Path, artifacts: &[Artifact], manifest: &Manifest) -> Result<Vec<String>, OutputError> {
    let mut paths = Vec::new();
    for artifact in artifacts {
        if let Some(bytes) = &artifact.bytes {
            write_file(&staging.join(&artifact.entry.path), bytes)?;
            paths.push(artifact.entry.path.clone());
        }
    }
    let mut text = serde_json::to_vec_pretty(manifest).unwrap_or_default();
    text.push(b'\n');
    write_file(&staging.join(MANIFEST), &text)?;
    // The manifest comes last: until it is there, the former one describes what stands.
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
    }
    for path in paths {
        let goal = folder.join(path);
        fs::rename(staging.join(path), &goal).map_err(|error| failed(&goal, error))?;
    }
    Ok(())
}

/// Removes a former file, and its folder if that is empty now. A path of a damaged manifest that leads out is left alone.
fn remove(folder: &Path, path: &str) {
    let inside = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if !inside {
        return;
    }
    let file = folder.join(path);
    if fs::remove_file(&file).is_ok()
        && let Some(parent) = file.parent()
        && parent != folder
    {
        // Fails, as it should, where other files are left.
        let _ = fs::remove_dir(parent);
    }
}
