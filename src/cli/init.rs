//! `weibao init`: sets up the folder of a new contract.
//!
//! In: a folder and what is known about the contract. Out: its files. Existing files are not changed but listed; a folder
//! that has a contract is refused as a whole.

use std::path::{Path, PathBuf};

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::fresh;
use super::new::git;
use super::options::InitOptions;
use super::schema;
use crate::lang::Value;
use crate::scaffold::{self, NewProject};

/// A folder with this file belongs to a contract already.
const CONTRACT: &str = "data/contract.yaml";

/// Writes the folder.
pub(super) fn run(options: &InitOptions, environment: &Environment) -> Exit {
    let root = match (&options.folder, environment.named_directory()) {
        (folder, Some(directory)) => directory.join(folder),
        (folder, None) => folder.clone(),
    };
    let shown = root.display().to_string();
    if root.join(CONTRACT).symlink_metadata().is_ok() {
        environment.say("init-exists", &[("path", format!("{shown}/{CONTRACT}").into())]);
        return Exit::Failure;
    }
    let here = nearest(&root);
    let writer = git(&here, "user.name").map(|name| (name, git(&here, "user.email")));
    let new = NewProject {
        hospital: options.hospital.clone(),
        vendor: options.vendor.clone(),
        start: options.start.map(|day| day.0),
        writer,
    };
    let mut parts = scaffold::project(&new, environment.today());
    let (name, text) = schema::page();
    parts.files.push((format!("schemas/{name}"), text));
    let kept = match write_all(&root, parts.files) {
        Ok(kept) => kept,
        Err((path, error)) => {
            environment
                .say("new-failed", &[("path", path.into()), ("reason", error.to_string().into())]);
            return Exit::Failure;
        }
    };
    for path in kept {
        environment.say("init-kept", &[("path", path.into())]);
    }
    next_steps(&shown, parts.term, environment)
}

/// The nearest existing folder, where git is asked for the user's name.
fn nearest(folder: &Path) -> PathBuf {
    let mut folders = folder.ancestors().filter(|folder| folder.is_dir());
    folders.next().map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Writes the missing files, the contract last: as long as it is missing, `init` can be run again. Returns the files that
/// existed.
fn write_all(
    root: &Path,
    mut files: Vec<(String, String)>,
) -> Result<Vec<String>, (String, std::io::Error)> {
    files.sort_by_key(|(path, _)| path == CONTRACT);
    let mut kept = Vec::new();
    for (path, text) in files {
        let goal = root.join(&path);
        if !fresh::leads_inside(root, &goal) {
            return Err((path, std::io::ErrorKind::InvalidInput.into()));
        }
        match fresh::create(&goal, &text) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => kept.push(path),
            Err(error) => return Err((path, error)),
        }
    }
    Ok(kept)
}

fn next_steps(
    shown: &str,
    term: (chrono::NaiveDate, chrono::NaiveDate),
    environment: &Environment,
) -> Exit {
    let args: [(&'static str, Value); 3] = [
        ("path", shown.into()),
        ("from", term.0.to_string().into()),
        ("to", term.1.to_string().into()),
    ];
    let lines = ["init-done", "init-first", "init-second", "init-third"]
        .map(|id| environment.messages.text(id, &args));
    match print(|out| lines.iter().try_for_each(|line| writeln!(out, "{line}"))) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}
