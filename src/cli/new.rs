//! `weibao new`: starts a record, with everything filled in that is already known.
//!
//! In: a kind and a period. Out: a new file, or why there is none. Does the file access for `scaffold`, which knows no files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::NaiveDate;

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::fresh;
use super::options::NewOptions;
use crate::lang::Value;
use crate::load::{self, LoadError, Loaded};
use crate::model::{Kind, Records};
use crate::output::{MANIFEST, Manifest};
use crate::report::{self, REPORTS};
use crate::scaffold::{self, Deliverable, Page, Reason, Refusal, ScaffoldContext};
use crate::source::Files;

/// Kinds of record that `weibao new` can create before there is a contract.
const BEFORE_THE_CONTRACT: [&str; 4] = ["contract", "calendar", "assets", "people"];

/// Writes a new record.
pub(super) fn run(options: &NewOptions, environment: &Environment) -> Exit {
    let Some(kind) = Kind::find(&options.kind) else { return Exit::Failure };
    let root = environment.root();
    let Loaded { files, records, .. } = match load::load(&root) {
        Ok(loaded) => loaded,
        Err(LoadError::NoData(_)) if BEFORE_THE_CONTRACT.contains(&kind.id) => Loaded {
            files: Files::new(&root),
            records: Records::default(),
            diagnostics: Default::default(),
        },
        Err(error) => return environment.load_failed(&error),
    };
    let (name, email) = (git(&root, "user.name"), git(&root, "user.email"));
    let unread = unread(&files, &records);
    let (day, time) = environment.day_and_time();
    let context = ScaffoldContext {
        records: &records,
        day,
        time,
        person: scaffold::known_person(&records, name.as_deref(), email.as_deref()),
        unread: &unread,
        exists: &|path: &str| root.join(path).symlink_metadata().is_ok(),
        reports: &deliverables(&root, &records, day),
    };
    match scaffold::scaffold(&context, kind, options.period.as_deref()) {
        Ok(page) => write(&root, &page, environment),
        Err(refusal) => refuse(&refusal, kind, &records, environment),
    }
}

/// The value of a git setting for the current user; `None` without git.
pub(super) fn git(folder: &Path, key: &str) -> Option<String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["config", "--get", key]);
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let text = text.trim();
    (output.status.success() && !text.is_empty()).then(|| text.to_owned())
}

/// The texts of record files that could not be read.
fn unread(files: &Files, records: &Records) -> String {
    let texts = records
        .faulty
        .iter()
        .filter(|faulty| faulty.kind != "probe")
        .map(|faulty| files.read(faulty.file));
    texts.filter_map(Result::ok).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

/// The reports of a contract, with the final files of the last build that are still unchanged.
fn deliverables(root: &Path, records: &Records, as_of: NaiveDate) -> Vec<Deliverable> {
    let Some(contract) = &records.contract else { return Vec::new() };
    let manifest = std::fs::read(root.join("output").join(MANIFEST)).unwrap_or_default();
    let built: Manifest = serde_json::from_slice(&manifest).unwrap_or_default();
    let contract = &contract.record;
    let reports = REPORTS.iter().flat_map(|kind| {
        let periods = report::periods_of(kind, contract, as_of);
        periods.into_iter().map(move |period| (kind, period))
    });
    let files = |report: &str, period: &str| {
        let path = format!("{period}/{report}.pdf");
        let entries =
            built.artifacts.iter().filter(|entry| entry.path == path && entry.state == "final");
        entries.map(|entry| (entry.name.clone(), entry.sha256.clone())).collect()
    };
    let reports = reports.map(|(kind, period)| Deliverable {
        report: kind.id.to_owned(),
        title: kind.title_for(contract),
        files: files(kind.id, &period.id),
        period: period.id,
    });
    reports.collect()
}

fn write(root: &Path, page: &Page, environment: &Environment) -> Exit {
    let path: PathBuf = root.join(&page.path);
    let shown = || Value::from(page.path.as_str());
    if !fresh::leads_inside(root, &path) {
        environment.say("new-outside", &[("path", shown())]);
        return Exit::Failure;
    }
    match fresh::create(&path, &page.text) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            environment.say("new-exists", &[("path", shown())]);
            return Exit::Failure;
        }
        Err(error) => {
            environment
                .say("new-failed", &[("path", shown()), ("reason", error.to_string().into())]);
            return Exit::Failure;
        }
    }
    if let Some((period, reason)) = page.period.as_ref().filter(|_| !environment.quiet) {
        let id = match reason {
            Reason::Named => None,
            Reason::Overdue => Some("new-period-overdue"),
            Reason::Running => Some("new-period-running"),
        };
        let args = [("period", period.title.as_str().into()), ("to", period.to.to_string().into())];
        id.into_iter().for_each(|id| environment.say(id, &args));
    }
    if !environment.quiet {
        environment.say("new-next", &[("path", shown())]);
    }
    match print(|out| writeln!(out, "{}", page.path)) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

fn refuse(refusal: &Refusal, kind: &Kind, records: &Records, environment: &Environment) -> Exit {
    let title = || Value::from(kind.title);
    let list = |known: &[String]| {
        Value::from(if known.is_empty() { "—".to_owned() } else { known.join("、") })
    };
    let (id, args) = match refusal {
        Refusal::NoRecord => ("new-no-record", vec![("kind", title())]),
        Refusal::NoContract if records.is_faulty("contract", "contract") => {
            environment.say("contract-unread", &[]);
            return Exit::Faults;
        }
        Refusal::NoContract => {
            environment.say("no-contract", &[]);
            return Exit::NoRecords;
        }
        Refusal::NotOwed => ("new-not-owed", vec![("kind", title())]),
        Refusal::UnknownPeriod { word, known } => {
            ("new-unknown-period", vec![("word", word.as_str().into()), ("known", list(known))])
        }
        Refusal::NotBegun { word, from, known } => {
            let from = from.to_string().into();
            (
                "new-not-begun",
                vec![("word", word.as_str().into()), ("from", from), ("known", list(known))],
            )
        }
        Refusal::NothingMissing { next: Some((id, from)) } => {
            let from = from.to_string().into();
            (
                "new-nothing-missing",
                vec![("kind", title()), ("next", id.as_str().into()), ("from", from)],
            )
        }
        Refusal::NothingMissing { next: None } => ("new-all-there", vec![("kind", title())]),
        Refusal::TakesNoPeriod => ("new-no-period", vec![("kind", title())]),
        Refusal::Exists(path) => ("new-exists", vec![("path", path.as_str().into())]),
    };
    environment.say(id, &args);
    Exit::Failure
}
