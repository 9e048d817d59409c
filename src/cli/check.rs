//! `weibao check`.

use super::Exit;
use super::arguments::CheckOptions;
use super::surroundings::{Surroundings, print, print_error};
use crate::emit::{EMITTERS, Output};
use crate::pipeline;
use crate::source::Locator;

/// Prints every diagnostic, and says by the exit code whether there were faults.
pub fn run(options: &CheckOptions, surroundings: &Surroundings) -> Exit {
    let Some(emitter) = EMITTERS.iter().find(|emitter| emitter.id == options.format) else {
        surroundings.say("unknown-format", &[("format", options.format.clone().into())]);
        return Exit::Failure;
    };
    let root = surroundings.root();
    let checked = match pipeline::check(&root, surroundings.as_of) {
        Ok(checked) => checked,
        Err(error) => return surroundings.load_failed(&error),
    };
    let shown = checked.below(&options.paths);
    let output = Output {
        diagnostics: &shown,
        records: checked.records(),
        samples: checked.book.probes.rows(),
        phrases: &surroundings.phrases,
        color: surroundings.color,
    };
    let mut locator = Locator::new(&checked.files);
    if let Err(error) = print(|out| (emitter.write)(&output, &mut locator, out)) {
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
