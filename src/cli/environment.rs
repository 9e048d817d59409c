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

/// What a command needs from the outside world.
pub(super) struct Environment {
    pub messages: Messages,
    /// Whether colours may be used on standard output.
    pub color: bool,
    /// Whether progress is printed.
    pub quiet: bool,
    day: Day,
    directory: Option<PathBuf>,
}

/// The date source that applies before a project is read.
#[derive(Clone, Copy)]
enum Day {
    /// The date of `--as-of`.
    Named(NaiveDate),
    /// The time of `SOURCE_DATE_EPOCH`.
    Fixed(Moment),
    /// The current time.
    Clock(Moment),
}

impl Environment {
    /// Reads clock, environment variables and terminal.
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

    /// The date for which the project is computed: that of `--as-of`, else of `SOURCE_DATE_EPOCH`, else the demonstration day
    /// of the contract file, else today.
    pub(super) fn as_of(&self) -> NaiveDate {
        self.day_and_time().0
    }

    /// The date for which the project is computed, and the time of day if the date comes from a moment.
    pub(super) fn day_and_time(&self) -> (NaiveDate, Option<NaiveTime>) {
        let demo_day = || load::demo_day(&self.root()).map(|day| (day.0, None));
        match self.day {
            Day::Named(day) => (day, None),
            Day::Fixed(Moment(at)) => (at.date(), Some(at.time())),
            Day::Clock(Moment(now)) => demo_day().unwrap_or((now.date(), Some(now.time()))),
        }
    }

    /// The date on which a new project is set up; no existing project influences it.
    pub(super) const fn today(&self) -> NaiveDate {
        match self.day {
            Day::Named(day) => day,
            Day::Fixed(at) | Day::Clock(at) => at.day(),
        }
    }

    /// The project root: the folder of `-C`, else the nearest folder upwards with `data/contract.yaml`, else the current
    /// folder.
    pub(super) fn root(&self) -> PathBuf {
        if let Some(directory) = &self.directory {
            return directory.clone();
        }
        let here = env::current_dir().unwrap_or_default();
        let holds = |folder: &&Path| folder.join("data/contract.yaml").exists();
        here.ancestors().find(holds).unwrap_or(&here).to_owned()
    }

    /// The folder of `-C`.
    pub(super) fn named_directory(&self) -> Option<&Path> {
        self.directory.as_deref()
    }

    /// The format that fits the environment: that of the CI system if it reads one, else the one for people.
    pub(super) fn format(&self) -> &'static str {
        let is_set = |name| env::var(name).is_ok_and(|value| value == "true");
        EMITTERS
            .iter()
            .find(|emitter| emitter.pipeline.is_some_and(is_set))
            .unwrap_or(&EMITTERS[0])
            .id
    }

    /// Path of the project in its repository, such as `contracts/ebill/`; empty if the project is the repository, or is in
    /// none.
    pub(super) fn place_in_repository(&self, root: &Path) -> String {
        let Ok(root) = root.canonicalize() else { return String::new() };
        let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else {
            return String::new();
        };
        let below = root.strip_prefix(top).unwrap_or(&root);
        below.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
    }

    /// Prints a message on standard error.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, Value)]) {
        print_error(&self.messages.text(id, args));
    }

    /// Prints why a project could not be read and returns the exit code.
    pub(super) fn load_failed(&self, error: &LoadError) -> Exit {
        print_error(&self.load_failure(error));
        match error {
            LoadError::NoData(_) => Exit::NoRecords,
            LoadError::Io(..) => Exit::Failure,
        }
    }

    /// Why a project could not be read, in the user's language.
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

/// Writes to standard output through `write`; a reader that has closed the pipe (`weibao check | head`) is not an error.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), io::Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes a line to standard error. Write failures are ignored.
pub(super) fn print_error(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The current time, or that of `SOURCE_DATE_EPOCH`.
pub(super) fn now() -> Moment {
    fixed_moment().unwrap_or_else(|| local(Utc::now()))
}

/// The time of `SOURCE_DATE_EPOCH`.
fn fixed_moment() -> Option<Moment> {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    DateTime::from_timestamp(seconds, 0).map(local)
}

/// The contract's local time is UTC+8 wherever the build machine is.
fn local(moment: DateTime<Utc>) -> Moment {
    Moment((moment + Duration::hours(8)).naive_utc())
}

/// The value of an environment variable, if it is set.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// The requested language, else that of the locale, else the first.
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
