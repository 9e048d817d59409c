//! A ticket with its clocks, as its pages show it.

use crate::cli::environment::Environment;
use crate::model::{ClockDuty, Ticket};
use crate::schedule::{AlternativeClock, Clock, Evaluation, Timed};

/// A ticket with its clocks.
pub(super) struct Explained<'a> {
    pub(super) evaluation: &'a Evaluation<'a>,
    pub(super) timed: &'a Timed<'a>,
    /// Each clock with the interpretations of the contract that would decide it the other way.
    pub(super) clocks: Vec<(&'a Clock<'a>, Vec<AlternativeClock<'a>>)>,
    pub(super) environment: &'a Environment,
}

impl<'a> Explained<'a> {
    pub(super) fn ticket(&self) -> &'a Ticket {
        &self.timed.ticket.record
    }

    pub(super) fn file(&self) -> &'a str {
        self.evaluation.files.path(self.timed.ticket.location.file)
    }

    pub(super) fn name(&self, id: &'a str) -> &'a str {
        self.evaluation.records.person(id).map_or(id, |person| person.name.as_str())
    }

    /// The clauses that promise the limit.
    pub(super) fn clause_of(&self, duty: ClockDuty) -> String {
        let clauses = self.evaluation.contract.record.clauses.iter();
        let promised = clauses.filter(|clause| clause.clock == Some(duty));
        promised.map(|clause| clause.id.as_str()).collect::<Vec<_>>().join("、")
    }
}
