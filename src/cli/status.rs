//! `weibao status`: what is met, missed, open and due, by clause and by person.
//!
//! In: a project and a date. Out: a page for the terminal, or JSON; with `--ics` also a calendar file. Every figure comes
//! from `schedule`.

mod calendar;
mod human;
mod input;
mod json;

use std::io;

use super::Exit;
use super::environment::{Environment, print, print_error};
use super::evaluated::with_evaluation;
use super::options::StatusOptions;
use crate::pipeline::Checked;
use crate::schedule::{Evaluation, agenda};
use crate::source::masked;
use input::StatusInput;

/// Prints the status of the contract.
pub(super) fn run(options: &StatusOptions, environment: &Environment) -> Exit {
    with_evaluation(environment, |checked, evaluation| {
        run_on(checked, evaluation, options, environment)
    })
}

fn run_on(
    checked: &Checked<'_>,
    evaluation: &Evaluation<'_>,
    options: &StatusOptions,
    environment: &Environment,
) -> Exit {
    let agenda = agenda(evaluation);
    let within = options.within.unwrap_or(evaluation.contract.record.threshold.remind_days);
    let within = i64::from(within);
    let input = StatusInput { evaluation, agenda: &agenda, within, environment };
    match tell(&input, options) {
        Ok(()) if checked.has_data_errors() => {
            environment.say("status-with-errors", &[]);
            Exit::Faults
        }
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

fn tell(input: &StatusInput<'_>, options: &StatusOptions) -> io::Result<()> {
    if let Some(path) = &options.ics {
        let text = masked(&calendar::text(input));
        std::fs::write(path, text).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
    }
    print(|out| {
        if options.format == "json" {
            return writeln!(out, "{}", masked(&format!("{:#}", json::document(input))));
        }
        human::page(input).iter().try_for_each(|line| writeln!(out, "{}", masked(line)))
    })
}
