//! The data of the status, for all output formats.

use crate::cli::environment::Environment;
use crate::schedule::{DueItem, Evaluation};

/// The data of the status.
pub(super) struct StatusInput<'a> {
    pub(super) evaluation: &'a Evaluation<'a>,
    pub(super) agenda: &'a [DueItem<'a>],
    /// List items due within this many days.
    pub(super) within: i64,
    pub(super) environment: &'a Environment,
}

impl<'a> StatusInput<'a> {
    /// Items past their due date.
    pub(super) fn overdue(&self) -> impl Iterator<Item = &'a DueItem<'a>> {
        let as_of = self.evaluation.as_of;
        self.agenda.iter().filter(move |item| item.days_left(as_of) < 0)
    }

    /// Items due within the requested number of days.
    pub(super) fn coming(&self) -> impl Iterator<Item = &'a DueItem<'a>> {
        let (as_of, within) = (self.evaluation.as_of, self.within);
        self.agenda.iter().filter(move |item| (0..=within).contains(&item.days_left(as_of)))
    }

    /// A person's name, or the id if it is unknown.
    pub(super) fn name(&self, id: &'a str) -> &'a str {
        self.evaluation.records.person(id).map_or(id, |person| person.name.as_str())
    }
}
