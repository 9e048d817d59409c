//! `weibao serve`: build, watch, show, and again.
//!
//! In: a project. Out: pages on the loopback address that change with the records. Pages come first, PDFs after them: who writes
//! a record waits for the page only.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use typst_kit::watcher::Watcher;
use walkdir::WalkDir;

use super::Exit;
use super::arguments::ServeOptions;
use super::build::failure;
use super::progress::{Watching, listen_for_stop};
use super::surroundings::{Surroundings, print};
use crate::emit::{EMITTERS, Output};
use crate::live::{Live, News};
use crate::pipeline::{self, BuildError, Built, Checked, Wish};
use crate::source::Locator;

/// Serves until Ctrl-C.
pub(super) fn run(options: &ServeOptions, surroundings: &Surroundings) -> Exit {
    let root = surroundings.root();
    if !root.join("data").is_dir() {
        surroundings.say("no-data", &[("path", root.join("data").display().to_string().into())]);
        return Exit::NoRecords;
    }
    listen_for_stop(surroundings);
    let folder = root.join("output");
    let live = match Live::start(options.port, folder) {
        Ok(live) => live,
        Err(error) => {
            surroundings.say("serve-failed", &[("reason", error.to_string().into())]);
            return Exit::Failure;
        }
    };
    let url = live.url();
    let said = print(|out| {
        writeln!(out, "{}", surroundings.phrases.text("serving", &[("url", url.into())]))
    });
    if said.is_err() {
        return Exit::Failure;
    }
    let mut preview = Preview { root: &root, live, surroundings, news: News::default() };
    preview.news.words = words(surroundings);
    match preview.watch() {
        Ok(never) => never,
        Err(reason) => {
            surroundings.say("serve-failed", &[("reason", reason.into())]);
            Exit::Failure
        }
    }
}

/// The words of the overlay.
fn words(surroundings: &Surroundings) -> Value {
    let text = |id: &str| surroundings.phrases.text(&format!("live-{id}"), &[]);
    ["busy", "failed", "faults", "others", "title", "close", "clean"]
        .iter()
        .map(|id| ((*id).to_owned(), json!(text(id))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

struct Preview<'a> {
    root: &'a Path,
    live: Live,
    surroundings: &'a Surroundings,
    news: News,
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

    /// The pages, then the rest; false if it was told to stop.
    fn build_both(&mut self) -> bool {
        self.news.busy = true;
        self.live.tell(self.news.clone());
        let goes_on = self.build_and_tell(&["html"]);
        goes_on && (self.news.failure.is_some() || self.build_and_tell(&[]))
    }

    fn build_and_tell(&mut self, formats: &[&str]) -> bool {
        let built = self.build(formats.iter().map(|format| (*format).to_owned()).collect());
        self.news.busy = false;
        match built {
            Ok(built) => self.tell_built(&built),
            Err(BuildError::Cancelled) => return false,
            Err(error) => self.tell_failed(&error),
        }
        true
    }

    fn build(&self, formats: Vec<String>) -> Result<Built, BuildError> {
        let wish = Wish { formats, ..Wish::default() };
        let watching = Watching::new(self.surroundings).without_lines();
        pipeline::build(self.root, self.surroundings.as_of, &wish, &watching)
    }

    fn tell_built(&mut self, built: &Built) {
        let files = built.manifest.iter().flat_map(|manifest| &manifest.artifacts);
        let pages = files.filter(|entry| entry.path.ends_with(".html"));
        self.news.pages = pages.map(|entry| (entry.path.clone(), entry.sha256.clone())).collect();
        let report = report(&built.checked, self.surroundings);
        let is_news = built.drawn > 0
            || self.news.failure.is_some()
            || report["counts"] != self.news.report["counts"];
        self.news.failure = None;
        self.news.report = report;
        self.live.tell(self.news.clone());
        let counts = &self.news.report["counts"];
        let count = |name: &str| counts[name].as_i64().unwrap_or_default().into();
        let args = [
            ("errors", count("errors")),
            ("deviations", count("deviations")),
            ("drawn", built.drawn.into()),
        ];
        if is_news && !self.surroundings.quiet {
            self.surroundings.say("rebuilt", &args);
        }
    }

    fn tell_failed(&mut self, error: &BuildError) {
        let text = failure(error, self.surroundings);
        super::surroundings::print_error(&text);
        self.news.failure = Some(text);
        self.live.tell(self.news.clone());
    }
}

/// The diagnostics as programs get them.
fn report(checked: &Checked, surroundings: &Surroundings) -> Value {
    let output = Output {
        diagnostics: &checked.diagnostics,
        records: checked.records(),
        samples: checked.book.probes.rows(),
        phrases: &surroundings.phrases,
        color: false,
        prefix: "",
    };
    let mut bytes = Vec::new();
    let json = EMITTERS.iter().find(|emitter| emitter.id == "json");
    let written =
        json.map(|json| (json.write)(&output, &mut Locator::new(&checked.files), &mut bytes));
    written.and_then(|_| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Every folder of records and templates: what happens to a file shows in its folder.
fn watched(root: &Path) -> Vec<PathBuf> {
    let folders = ["data", "templates"].map(|name| root.join(name));
    let below =
        folders.iter().flat_map(|folder| WalkDir::new(folder).into_iter().filter_map(Result::ok));
    let below = below.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path);
    // Folders that are not there yet are waited for.
    below.chain(folders.iter().filter(|folder| !folder.is_dir()).cloned()).collect()
}
