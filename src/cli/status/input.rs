//! What a status is made from.

use crate::cli::environment::Environment;
use crate::schedule::{DueItem, Evaluation};

/// What a status is told from.
pub(super) struct StatusInput<'a> {
    pub(super) evaluation: &'a Evaluation<'a>,
    pub(super) agenda: &'a [DueItem<'a>],
    /// Matters this many days ahead are listed.
    pub(super) within: i64,
    pub(super) environment: &'a Environment,
}

impl<'a> StatusInput<'a> {
    /// Matters past their day.
    pub(super) fn overdue(&self) -> impl Iterator<Item = &'a DueItem<'a>> {
        let as_of = self.evaluation.as_of;
        self.agenda.iter().filter(move |item| item.days_left(as_of) < 0)
    }

    /// Matters due in the days asked for.
    pub(super) fn coming(&self) -> impl Iterator<Item = &'a DueItem<'a>> {
        let (as_of, within) = (self.evaluation.as_of, self.within);
        self.agenda.iter().filter(move |item| (0..=within).contains(&item.days_left(as_of)))
    }

    /// A person's name, or the id where nobody has it.
    pub(super) fn name(&self, id: &'a str) -> &'a str {
        self.evaluation.records.person(id).map_or(id, |person| person.name.as_str())
    }
}
