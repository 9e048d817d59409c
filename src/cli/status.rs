//! `weibao status`: what is met, missed, open and due, by clause and by person.
//!
//! In: a project and a day. Out: a page for the terminal, or JSON; with `--ics` a calendar file besides. Every figure is one of
//! `schedule`.

mod calendar;
mod human;
mod json;

use std::io;

use super::Exit;
use super::arguments::StatusOptions;
use super::reckoned::{Reckoned, with_reckoning};
use super::surroundings::{Surroundings, print, print_error};
use crate::model::{Contract, Filed};
use crate::pipeline::Checked;
use crate::schedule::{Matter, Reckoning, agenda};
use crate::source::masked;

/// What a status is told from.
struct Told<'a> {
    checked: &'a Checked,
    contract: &'a Filed<Contract>,
    reckoning: &'a Reckoning<'a>,
    agenda: &'a [Matter<'a>],
    /// Matters this many days ahead are listed.
    within: i64,
    surroundings: &'a Surroundings,
}

impl<'a> Told<'a> {
    /// Matters past their day.
    fn overdue(&self) -> impl Iterator<Item = &'a Matter<'a>> {
        let as_of = self.reckoning.as_of;
        self.agenda.iter().filter(move |matter| matter.days_left(as_of) < 0)
    }

    /// Matters due in the days asked for.
    fn coming(&self) -> impl Iterator<Item = &'a Matter<'a>> {
        let (as_of, within) = (self.reckoning.as_of, self.within);
        self.agenda.iter().filter(move |matter| (0..=within).contains(&matter.days_left(as_of)))
    }

    /// A person's name, or the id where nobody has it.
    fn name(&self, id: &'a str) -> &'a str {
        self.checked.book.person(id).map_or(id, |person| person.name.as_str())
    }
}

/// Prints how the contract stands.
pub(super) fn run(options: &StatusOptions, surroundings: &Surroundings) -> Exit {
    with_reckoning(surroundings, |reckoned| run_on(reckoned, options, surroundings))
}

fn run_on(reckoned: &Reckoned<'_>, options: &StatusOptions, surroundings: &Surroundings) -> Exit {
    let Reckoned { checked, contract, reckoning, .. } = *reckoned;
    let agenda = agenda(reckoning);
    let within = options.within.unwrap_or(contract.record.threshold.remind_days);
    let within = i64::from(within);
    let told = Told { checked, contract, reckoning, agenda: &agenda, within, surroundings };
    match tell(&told, options) {
        Ok(()) if checked.has_data_errors() => {
            surroundings.say("status-with-errors", &[]);
            Exit::Faults
        }
        Ok(()) => Exit::Clean,
        Err(error) => {
            print_error(&error.to_string());
            Exit::Failure
        }
    }
}

fn tell(told: &Told<'_>, options: &StatusOptions) -> io::Result<()> {
    if let Some(path) = &options.ics {
        let text = masked(&calendar::text(told));
        std::fs::write(path, text).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
    }
    print(|out| {
        if options.format == "json" {
            return writeln!(out, "{}", masked(&format!("{:#}", json::document(told))));
        }
        human::page(told).iter().try_for_each(|line| writeln!(out, "{}", masked(line)))
    })
}
