//! Files that the program generates for a repository: schemas and pages of checks.
//!
//! In: a folder, and names with texts. Out: the files, each either complete or unchanged. Files with other names are left
//! alone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Exit;
use super::environment::Environment;

/// Writes generated files and reports a failure.
pub(super) fn write_into(
    folder: &Path,
    files: &[(String, String)],
    environment: &Environment,
) -> Exit {
    match write(folder, files) {
        Ok(()) => Exit::Clean,
        Err((path, error)) => {
            let path = path.display().to_string();
            let args = [("path", path.into()), ("reason", error.to_string().into())];
            environment.say("output-failed", &args);
            Exit::Failure
        }
    }
}

/// Writes each file under a temporary name in its folder and then renames it: an editor never reads half a schema.
fn write(folder: &Path, files: &[(String, String)]) -> Result<(), (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    for (name, text) in files {
        let goal = folder.join(name);
        let beside = folder.join(format!(".{name}.new"));
        let moved = fs::write(&beside, text).and_then(|()| fs::rename(&beside, &goal));
        if let Err(error) = moved {
            // Clean up after a failed write.
            let _ = fs::remove_file(&beside);
            return Err((goal, error));
        }
    }
    Ok(())
}
