//! Creates a file completely or not at all, and never overwrites another.
//!
//! In: a path and a text. Out: the file. It is written under a hidden name in the same folder and then linked to its path.
//! Linking fails if the path exists, even if it was created in the meantime. If the program is killed, at most a hidden file
//! remains, which is never read.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a new file and creates its parent folders.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if the path exists; else the error of the file system.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    fs::create_dir_all(folder).map_err(|error| match error.kind() {
        // Here a parent folder is a file. For the new file this kind of error would mean that there is nothing to do.
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })?;
    // A broken link counts as missing, but must not be written through.
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside =
        folder.join(format!(".{}.{}.weibao-new", name.to_string_lossy(), std::process::id()));
    let placed = write(&beside, text).and_then(|()| location(&beside, path, text));
    // The hidden file is not needed any more, whether or not it was linked.
    let _ = fs::remove_file(&beside);
    placed
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Some network folders do not support links: there the file is created at its path directly, which still never overwrites
/// another.
fn location(beside: &Path, path: &Path, text: &str) -> io::Result<()> {
    match fs::hard_link(beside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            let mut file = File::create_new(path)?;
            file.write_all(text.as_bytes())
        }
        linked => linked,
    }
}

/// True unless a folder of the project is a link that leads out of the project.
pub(super) fn leads_inside(root: &Path, path: &Path) -> bool {
    let Ok(home) = root.canonicalize() else { return true };
    let mut folders = path.ancestors().skip(1);
    let existing = folders.find(|folder| folder.symlink_metadata().is_ok());
    existing
        .and_then(|folder| folder.canonicalize().ok())
        .is_none_or(|folder| folder.starts_with(&home))
}
