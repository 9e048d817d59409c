//! The clock, the environment and the terminal, read once.
//!
//! In: global options. Out: project root, date, language and whether colours may be used.

#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock and the environment"
)]

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};

use super::Exit;
use super::options::{Color, Global};
use crate::emit::EMITTERS;
use crate::lang::{LANGUAGES, Language, Messages, Value};
use crate::load::{self, LoadError};
use crate::model::Moment;

/// What a command needs to know of the world.
pub(super) struct Environment {
    /// The words.
    pub messages: Messages,
    /// Whether colours may be used on standard output.
    pub color: bool,
    /// Whether progress is printed.
    pub quiet: bool,
    day: Day,
    directory: Option<PathBuf>,
}

/// What is known of the day before any project is.
#[derive(Clone, Copy)]
enum Day {
    /// Named by `--as-of`.
    Named(NaiveDate),
    /// The moment of `SOURCE_DATE_EPOCH`.
    Fixed(Moment),
    /// The moment of the clock.
    Clock(Moment),
}

impl Environment {
    /// Reads them.
    pub(super) fn new(global: &Global) -> Self {
        let named = global.as_of.map(|day| Day::Named(day.0));
        let fixed = || fixed_moment().map(Day::Fixed);
        Self {
            day: named.or_else(fixed).unwrap_or_else(|| Day::Clock(now())),
            messages: Messages::new(language(global.lang.as_deref())),
            color: color(global.color),
            quiet: global.quiet,
            directory: global.directory.clone(),
        }
    }

    /// The day for which the project is computed: as named, else that of `SOURCE_DATE_EPOCH`, else the demonstration day of
    /// the contract file, else today.
    pub(super) fn as_of(&self) -> NaiveDate {
        self.day_and_time().0
    }

    /// The day for which the project is computed, and the time of day where it is that of a moment.
    pub(super) fn day_and_time(&self) -> (NaiveDate, Option<NaiveTime>) {
        let demo_day = || load::demo_day(&self.root()).map(|day| (day.0, None));
        match self.day {
            Day::Named(day) => (day, None),
            Day::Fixed(Moment(at)) => (at.date(), Some(at.time())),
            Day::Clock(Moment(now)) => demo_day().unwrap_or((now.date(), Some(now.time()))),
        }
    }

    /// The day on which a new project is begun, which no other project decides.
    pub(super) const fn today(&self) -> NaiveDate {
        match self.day {
            Day::Named(day) => day,
            Day::Fixed(at) | Day::Clock(at) => at.day(),
        }
    }

    /// The project root: as told, else the nearest folder upwards with `data/contract.yaml`, else here.
    pub(super) fn root(&self) -> PathBuf {
        if let Some(directory) = &self.directory {
            return directory.clone();
        }
        let here = env::current_dir().unwrap_or_default();
        let holds = |folder: &&Path| folder.join("data/contract.yaml").exists();
        here.ancestors().find(holds).unwrap_or(&here).to_owned()
    }

    /// The folder that `-C` names.
    pub(super) fn named_directory(&self) -> Option<&Path> {
        self.directory.as_deref()
    }

    /// The format that fits where the run takes place: that of the pipeline, if it is one that reads any.
    pub(super) fn format(&self) -> &'static str {
        let is_set = |name| env::var(name).is_ok_and(|value| value == "true");
        EMITTERS
            .iter()
            .find(|emitter| emitter.pipeline.is_some_and(is_set))
            .unwrap_or(&EMITTERS[0])
            .id
    }

    /// Where the project lies in its repository: `contracts/ebill/`; empty where it is the repository, or lies in none.
    pub(super) fn place_in_repository(&self, root: &Path) -> String {
        let Ok(root) = root.canonicalize() else { return String::new() };
        let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else {
            return String::new();
        };
        let below = root.strip_prefix(top).unwrap_or(&root);
        below.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
    }

    /// Says a message on standard error.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, Value)]) {
        print_error(&self.messages.text(id, args));
    }

    /// Says why a project could not be read, and how the program ends.
    pub(super) fn load_failed(&self, error: &LoadError) -> Exit {
        print_error(&self.load_failure(error));
        match error {
            LoadError::NoData(_) => Exit::NoRecords,
            LoadError::Io(..) => Exit::Failure,
        }
    }

    /// Why a project could not be read, in words.
    pub(super) fn load_failure(&self, error: &LoadError) -> String {
        match error {
            LoadError::NoData(path) => {
                self.messages.text("no-data", &[("path", path.display().to_string().into())])
            }
            LoadError::Io(path, error) => {
                let path = path.display().to_string();
                self.messages.text(
                    "io-failed",
                    &[("path", path.into()), ("reason", error.to_string().into())],
                )
            }
        }
    }
}

/// Writes to standard output through `write`; a reader that went away (`weibao check | head`) is no failure.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), io::Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a line to standard error; there is nobody to tell when even that fails.
pub(super) fn print_error(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// This moment, or that of `SOURCE_DATE_EPOCH`.
pub(super) fn now() -> Moment {
    fixed_moment().unwrap_or_else(|| local(Utc::now()))
}

/// The moment of `SOURCE_DATE_EPOCH`.
fn fixed_moment() -> Option<Moment> {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    DateTime::from_timestamp(seconds, 0).map(local)
}

/// The contract's local time is UTC+8 wherever the build machine stands.
fn local(moment: DateTime<Utc>) -> Moment {
    Moment((moment + Duration::hours(8)).naive_utc())
}

/// What an environment variable holds.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// The language asked for, else that of the locale, else the first.
pub(super) fn language(shown: Option<&str>) -> &'static Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let mut locales = variables.iter().filter_map(|name| env::var(name).ok());
    shown
        .and_then(Language::find)
        .or_else(|| locales.find_map(|locale| Language::find(&locale)))
        .unwrap_or(&LANGUAGES[0])
}

fn color(selection: Color) -> bool {
    match selection {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            io::stdout().is_terminal()
                && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}
