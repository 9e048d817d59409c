//! `weibao check`.

use std::io;
use std::path::PathBuf;

use super::Exit;
use super::arguments::CheckOptions;
use super::progress::reading;
use super::surroundings::{Surroundings, print, print_error};
use crate::emit::{EMITTERS, Output};
use crate::pipeline::{self, Checked};
use crate::source::Locator;

/// Prints every diagnostic, and says by the exit code whether there were faults.
pub(super) fn run(options: &CheckOptions, surroundings: &Surroundings) -> Exit {
    let sign = reading(surroundings);
    let checked = pipeline::check(&surroundings.root(), surroundings.as_of);
    sign.finish_and_clear();
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => return surroundings.load_failed(&error),
    };
    if let Err(error) = print_all(&checked, &options.paths, options.format.as_deref(), surroundings)
    {
        print_error(&error.to_string());
        return Exit::Failure;
    }
    if checked.book.contract.is_none() && !checked.has_data_errors() {
        surroundings.say("no-contract", &[]);
        return Exit::NoRecords;
    }
    let denied = options.deny.is_some() && checked.has_deviations();
    if checked.has_data_errors() || denied { Exit::Faults } else { Exit::Clean }
}

/// Prints the diagnostics of files below `paths` in a format, or in the one that fits where the run takes place.
pub(super) fn print_all(
    checked: &Checked,
    paths: &[PathBuf],
    format: Option<&str>,
    surroundings: &Surroundings,
) -> io::Result<()> {
    let shown = checked.below(paths);
    let prefix = surroundings.place_in_repository(checked.files.root());
    let output = Output {
        diagnostics: &shown,
        records: checked.records(),
        samples: checked.book.probes.rows(),
        phrases: &surroundings.phrases,
        color: surroundings.color,
        prefix: &prefix,
    };
    let mut locator = Locator::new(&checked.files);
    let id = format.unwrap_or_else(|| surroundings.format());
    let emitter = EMITTERS.iter().find(|emitter| emitter.id == id).unwrap_or(&EMITTERS[0]);
    if emitter.for_programs && format.is_none() {
        let output = Output { color: false, ..output };
        (EMITTERS[0].write)(&output, &mut locator, &mut io::stderr())?;
    }
    print(|out| (emitter.write)(&output, &mut locator, out))
}
