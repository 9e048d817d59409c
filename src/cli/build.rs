//! `weibao build`.

use std::path::Path;

use super::Exit;
use super::check;
use super::environment::{Environment, print_error};
use super::options::BuildOptions;
use super::progress::{BuildProgress, listen_for_stop};
use crate::lang::Value;
use crate::pipeline::{self, BuildError, Built, Checked, Project, Selection};
use crate::render::TABLE_FORMATS;
use crate::report::DraftReason;

/// Prints what `check` prints, then writes the reports.
pub(super) fn run(options: &BuildOptions, environment: &Environment) -> Exit {
    let is_narrowed = !(options.reports.is_empty() && options.periods.is_empty());
    let is_table = |word: &String| TABLE_FORMATS.iter().any(|format| format.id == *word);
    if is_narrowed && !options.formats.is_empty() && options.formats.iter().all(is_table) {
        environment.say("registers-are-whole", &[]);
        return Exit::Failure;
    }
    let selection = Selection {
        reports: options.reports.clone(),
        periods: options.periods.clone(),
        formats: options.formats.clone(),
        only_final: options.only_final,
        folder: options.output.clone(),
    };
    listen_for_stop(environment);
    let project = match Project::read(&environment.root()) {
        Ok(project) => project,
        Err(error) => return environment.load_failed(&error),
    };
    let checked = project.check(environment.as_of());
    let built = match pipeline::build(&checked, &selection, &BuildProgress::new(environment)) {
        Ok(built) => built,
        Err(error) => return failed(&error, environment),
    };
    if let Err(error) = check::print_all(&checked, &[], Some("human"), environment) {
        print_error(&error.to_string());
        return Exit::Failure;
    }
    tell(&built, &checked, environment);
    let faulty = checked.has_data_errors();
    if project.records.contract.is_none() && !faulty {
        environment.say("no-contract", &[]);
        return Exit::NoRecords;
    }
    // A draft that was selected by name cannot be made final, which is an error; a draft that was not is left out.
    let by_name = !options.periods.is_empty() || !options.reports.is_empty();
    let refused = by_name && !built.refused.is_empty();
    if faulty || refused { Exit::Faults } else { Exit::Clean }
}

fn tell(built: &Built, checked: &Checked<'_>, environment: &Environment) {
    for (report, reason) in &built.refused {
        let id = match reason {
            DraftReason::PeriodOpen => "refused-open",
            DraftReason::Undecided => "refused-undecided",
            DraftReason::Unfinished => "refused-unfinished",
            DraftReason::DataErrors => "refused-errors",
        };
        environment.say(id, &[("report", report.as_str().into())]);
    }
    if built.manifest.is_none() {
        if checked.has_data_errors() {
            environment.say("nothing-written", &[]);
        }
    } else if !environment.quiet {
        let folder = built.folder.display().to_string();
        let counts = [("drawn", built.drawn.into()), ("standing", built.up_to_date.into())];
        let args: Vec<(&'static str, Value)> =
            counts.into_iter().chain([("folder", folder.into())]).collect();
        environment.say("built", &args);
    }
}

/// Prints why a build failed and returns the exit code.
fn failed(error: &BuildError, environment: &Environment) -> Exit {
    match error {
        BuildError::Cancelled => {
            print_error(&failure(&BuildError::Cancelled, environment));
            Exit::Interrupted
        }
        error => {
            print_error(&failure(error, environment));
            Exit::Failure
        }
    }
}

/// Why a build failed, in the user's language.
pub(super) fn failure(error: &BuildError, environment: &Environment) -> String {
    let say = |id: &str, args: &[(&'static str, Value)]| environment.messages.text(id, args);
    let path = |path: &Path| Value::from(path.display().to_string());
    match error {
        BuildError::Read(at, error) => {
            say("io-failed", &[("path", path(at)), ("reason", error.to_string().into())])
        }
        BuildError::Unknown(what, word) => {
            say(&format!("unknown-{what}"), &[("word", word.clone().into())])
        }
        BuildError::Render(error) => say(
            "template-failed",
            &[
                ("template", error.template.clone().into()),
                ("reason", error.message.clone().into()),
            ],
        ),
        BuildError::Output(error) => say(
            "output-failed",
            &[("path", path(&error.path)), ("reason", error.error.to_string().into())],
        ),
        BuildError::Cancelled => say("stopped", &[]),
    }
}
