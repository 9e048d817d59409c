//! External programs that tests run: a browser, Node, Python and the packages installed for them.
//!
//! `.ci/run` installs them all and accepts no skip; if one is missing, `cargo test` prints which tests asserted nothing.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::repository;

/// The oldest version of Node that the packages used here support.
const OLDEST_NODE: u32 = 20;

/// Names under which systems install the browser.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// The browser, or a message that it is missing.
pub(crate) fn browser() -> Result<PathBuf, String> {
    BROWSERS.iter().find_map(|name| program(name)).ok_or_else(|| "Chromium is missing".to_owned())
}

/// The path of a program of this name, if it is installed.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Node, if it is new enough and a package is installed in `tests/FOLDER`; else what is missing.
pub(crate) fn node_with(folder: &str, package: &str) -> Result<PathBuf, String> {
    let node = program("node").filter(|node| is_new(node));
    let node = node.ok_or_else(|| format!("Node {OLDEST_NODE} or newer is missing"))?;
    package_of(folder, package)?;
    Ok(node)
}

/// The folder of an npm package in `tests/FOLDER`, or the command that installs it.
pub(crate) fn package_of(folder: &str, package: &str) -> Result<PathBuf, String> {
    let path = repository().join("tests").join(folder).join("node_modules").join(package);
    let missing =
        || format!("tests/{folder}/node_modules is missing; npm ci in tests/{folder} makes it");
    path.is_dir().then_some(path).ok_or_else(missing)
}

/// A program of the Python tools that `.ci/run` installs into `target/python`, or what is missing.
pub(crate) fn python_tool(name: &str) -> Result<PathBuf, String> {
    let path = repository().join("target/python/bin").join(name);
    let missing = || {
        format!("target/python has no {name}; .ci/run installs tests/python/requirements.txt there")
    };
    path.is_file().then_some(path).ok_or_else(missing)
}

/// Runs an external program; returns whether it succeeded, and its output of both channels.
pub(crate) fn driven(command: &mut Command) -> (bool, String) {
    let told = command.output().unwrap();
    let text = [told.stdout, told.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (told.status.success(), text.concat())
}

/// Makes a file executable: packages are installed without the scripts that would do it.
pub(crate) fn make_runnable(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = (path, fs::metadata(path));
}

/// Prints directly to standard error, which libtest shows, that a test asserted nothing.
pub(crate) fn skipped(module: &str, test: &str, why: &str) {
    let line = format!("{module}::{test}: skipped, {why}\n");
    // A closed standard error is no reason to fail.
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// True if Node is new enough.
fn is_new(node: &Path) -> bool {
    let told = Command::new(node).arg("--version").output();
    let version =
        told.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    major.is_some_and(|major: u32| major >= OLDEST_NODE)
}
