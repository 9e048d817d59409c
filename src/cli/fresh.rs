//! A new file, whole or not at all, and never in the place of another.
//!
//! In: a path and a text. Out: the file. It is written beside its goal under a hidden name and linked into place, which fails where
//! something stands already, even if it came there this very moment; a kill leaves a hidden file at most, which nobody reads.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a new file, and the folders it lies in.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if something stands there; else whatever the file system answers.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        // Of the folder that is a file; of the new file it would mean that nothing is to be done.
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })?;
    // A broken link is no file, and must not be written through either.
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside =
        folder.join(format!(".{}.{}.weibao-new", name.to_string_lossy(), std::process::id()));
    let placed = write(&beside, text).and_then(|()| location(&beside, path, text));
    // Of no use to anybody, whether or not it was linked.
    let _ = fs::remove_file(&beside);
    placed
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Some network folders know no links: there the file is made where it belongs, which still never replaces another.
fn location(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            let mut file = File::create_new(path)?;
            file.write_all(text.as_bytes())
        }
        linked => linked,
    }
}

/// True if a folder, seen from inside a project, is not a link that leads out of it.
pub(super) fn leads_inside(root: &Path, path: &Path) -> bool {
    let Ok(home) = root.canonicalize() else { return true };
    let mut folders = path.ancestors().skip(1);
    let existing = folders.find(|folder| folder.symlink_metadata().is_ok());
    existing
        .and_then(|folder| folder.canonicalize().ok())
        .is_none_or(|folder| folder.starts_with(&home))
}
