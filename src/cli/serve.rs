//! `weibao serve`: builds, watches for changes, shows the pages and builds again.
//!
//! In: a project. Out: pages on the loopback address that change with the records. Pages are built first and PDFs after them,
//! so that an author waits for the page only.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use typst_kit::watcher::Watcher;
use walkdir::WalkDir;

use super::Exit;
use super::build::failure;
use super::environment::{Environment, print};
use super::options::ServeOptions;
use super::progress::{BuildProgress, listen_for_stop};
use crate::emit::{EMITTERS, Output};
use crate::live::{BuildEvent, DevServer};
use crate::pipeline::{self, BuildError, Built, Checked, Project, Selection};
use crate::source::Locator;

/// Serves until Ctrl-C.
pub(super) fn run(options: &ServeOptions, environment: &Environment) -> Exit {
    let root = environment.root();
    if !root.join("data").is_dir() {
        environment.say("no-data", &[("path", root.join("data").display().to_string().into())]);
        return Exit::NoRecords;
    }
    listen_for_stop(environment);
    let folder = root.join("output");
    let live = match DevServer::start(options.port, folder) {
        Ok(live) => live,
        Err(error) => {
            environment.say("serve-failed", &[("reason", error.to_string().into())]);
            return Exit::Failure;
        }
    };
    let url = live.url();
    let message = print(|out| {
        writeln!(out, "{}", environment.messages.text("serving", &[("url", url.into())]))
    });
    if message.is_err() {
        return Exit::Failure;
    }
    let mut preview = Preview { root: &root, live, environment, event: BuildEvent::default() };
    preview.event.words = words(environment);
    match preview.watch() {
        Ok(never) => never,
        Err(reason) => {
            environment.say("serve-failed", &[("reason", reason.into())]);
            Exit::Failure
        }
    }
}

/// The texts of the overlay.
fn words(environment: &Environment) -> Value {
    let text = |id: &str| environment.messages.text(&format!("live-{id}"), &[]);
    ["busy", "failed", "faults", "others", "title", "close", "clean"]
        .iter()
        .map(|id| ((*id).to_owned(), json!(text(id))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

struct Preview<'a> {
    root: &'a Path,
    live: DevServer,
    environment: &'a Environment,
    event: BuildEvent,
}

impl Preview<'_> {
    /// Builds at once and after every change.
    fn watch(&mut self) -> Result<Exit, String> {
        let mut watcher = Watcher::new(None).map_err(|error| error.to_string())?;
        loop {
            watcher.update(watched(self.root)).map_err(|error| error.to_string())?;
            if !self.build_both() {
                return Ok(Exit::Interrupted);
            }
            watcher.wait().map_err(|error| error.to_string())?;
        }
    }

    /// Builds the pages, then the rest; false if it was cancelled.
    fn build_both(&mut self) -> bool {
        self.event.busy = true;
        self.live.tell(self.event.clone());
        let goes_on = self.build_and_tell(&["html"]);
        goes_on && (self.event.failure.is_some() || self.build_and_tell(&[]))
    }

    fn build_and_tell(&mut self, formats: &[&str]) -> bool {
        let project = match Project::read(self.root) {
            Ok(project) => project,
            Err(error) => {
                self.tell_failed(self.environment.load_failure(&error));
                return true;
            }
        };
        let checked = project.check(self.environment.as_of());
        let formats = formats.iter().map(|format| (*format).to_owned()).collect();
        let selection = Selection { formats, ..Selection::default() };
        let progress = BuildProgress::new(self.environment).without_lines();
        let built = pipeline::build(&checked, &selection, &progress);
        self.event.busy = false;
        match built {
            Ok(built) => self.tell_built(&built, &checked),
            Err(BuildError::Cancelled) => return false,
            Err(error) => self.tell_failed(failure(&error, self.environment)),
        }
        true
    }

    fn tell_built(&mut self, built: &Built, checked: &Checked<'_>) {
        let files = built.manifest.iter().flat_map(|manifest| &manifest.artifacts);
        let pages = files.filter(|entry| entry.path.ends_with(".html"));
        self.event.pages = pages.map(|entry| (entry.path.clone(), entry.sha256.clone())).collect();
        let report = report(checked, self.environment);
        let is_event = built.drawn > 0
            || self.event.failure.is_some()
            || report["counts"] != self.event.report["counts"];
        self.event.failure = None;
        self.event.report = report;
        self.live.tell(self.event.clone());
        let counts = &self.event.report["counts"];
        let count = |name: &str| counts[name].as_i64().unwrap_or_default().into();
        let args = [
            ("errors", count("errors")),
            ("deviations", count("deviations")),
            ("drawn", built.drawn.into()),
        ];
        if is_event && !self.environment.quiet {
            self.environment.say("rebuilt", &args);
        }
    }

    fn tell_failed(&mut self, text: String) {
        self.event.busy = false;
        super::environment::print_error(&text);
        self.event.failure = Some(text);
        self.live.tell(self.event.clone());
    }
}

/// The diagnostics as JSON.
fn report(checked: &Checked<'_>, environment: &Environment) -> Value {
    let output = Output {
        diagnostics: &checked.diagnostics,
        records: checked.records(),
        samples: checked.project.records.probes.rows(),
        messages: &environment.messages,
        color: false,
        prefix: "",
    };
    let mut bytes = Vec::new();
    let json = EMITTERS.iter().find(|emitter| emitter.id == "json");
    let written = json
        .map(|json| (json.write)(&output, &mut Locator::new(&checked.project.files), &mut bytes));
    written.and_then(|_| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Every folder of records and templates: a change of a file is noticed in its folder.
fn watched(root: &Path) -> Vec<PathBuf> {
    let folders = ["data", "templates"].map(|name| root.join(name));
    let below =
        folders.iter().flat_map(|folder| WalkDir::new(folder).into_iter().filter_map(Result::ok));
    let below = below.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path);
    // Missing folders are watched for until they appear.
    below.chain(folders.iter().filter(|folder| !folder.is_dir()).cloned()).collect()
}
