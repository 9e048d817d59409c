//! `weibao check`.

use std::io;
use std::path::PathBuf;

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::options::CheckOptions;
use super::progress::reading;
use crate::emit::{EMITTERS, Output};
use crate::pipeline::{Checked, Project};
use crate::source::Locator;

/// Prints every diagnostic; the exit code is 1 if there are faults.
pub(super) fn run(options: &CheckOptions, environment: &Environment) -> Exit {
    let sign = reading(environment);
    let project = Project::read(&environment.root());
    let checked = project.as_ref().map(|project| project.check(environment.as_of()));
    sign.finish_and_clear();
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => return environment.load_failed(error),
    };
    if let Err(error) = print_all(&checked, &options.paths, options.format.as_deref(), environment)
    {
        print_error(&error.to_string());
        return Exit::Failure;
    }
    if checked.project.records.contract.is_none() && !checked.has_data_errors() {
        environment.say("no-contract", &[]);
        return Exit::NoRecords;
    }
    let denied = options.deny.is_some() && checked.has_deviations();
    if checked.has_data_errors() || denied { Exit::Faults } else { Exit::Clean }
}

/// Prints the diagnostics of files below `paths` in the given format, or in the one that fits the environment.
pub(super) fn print_all(
    checked: &Checked<'_>,
    paths: &[PathBuf],
    format: Option<&str>,
    environment: &Environment,
) -> io::Result<()> {
    let shown = checked.below(paths);
    let prefix = environment.place_in_repository(checked.project.files.root());
    let output = Output {
        diagnostics: &shown,
        records: checked.records(),
        samples: checked.project.records.probes.rows(),
        messages: &environment.messages,
        color: environment.color,
        prefix: &prefix,
    };
    let mut locator = Locator::new(&checked.project.files);
    let id = format.unwrap_or_else(|| environment.format());
    let emitter = EMITTERS.iter().find(|emitter| emitter.id == id).unwrap_or(&EMITTERS[0]);
    if emitter.for_programs && format.is_none() {
        let output = Output { color: false, ..output };
        (EMITTERS[0].write)(&output, &mut locator, &mut io::stderr())?;
    }
    print(|out| (emitter.write)(&output, &mut locator, out))
}
