//! What the chapters of an acceptance file are written from.
//!
//! In: a report context and a period. Out: [`AcceptanceInput`]. Below the chapters and the report that lists them.

use super::report_index::ReportIndex;
use crate::model::{Cadence, Evidence};
use crate::report::format::{self};
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{ClauseStatus, OpenItems, Period, Timed, by_clause_within, periods};
use chrono::NaiveDate;

/// Input of all chapters.
pub(super) struct AcceptanceInput<'a, 'm> {
    pub(super) context: &'m ReportContext<'a>,
    pub(super) period: &'m Period,
    /// Every clause over its periods that end in this one.
    pub(super) statuses: Vec<ClauseStatus<'a>>,
    /// The reports of the span.
    pub(super) report_index: Vec<ReportIndex>,
    /// The tickets of its quarters.
    pub(super) tickets: Vec<&'a Timed<'a>>,
    /// What was not settled on the last day of the span.
    pub(super) open_items: OpenItems<'a>,
    /// The last day of the span, or the day of the run while the span lasts.
    pub(super) last: NaiveDate,
}

impl<'a, 'm> AcceptanceInput<'a, 'm> {
    pub(super) fn new(context: &'m ReportContext<'a>, period: &'m Period) -> Self {
        let last = period.to.min(context.as_of);
        let quarters = periods(&context.contract.record, Cadence::Quarter).into_iter();
        let ended = quarters.filter(|quarter| period.contains(quarter.to));
        Self {
            context,
            period,
            statuses: by_clause_within(context.evaluation, period),
            report_index: super::report_index::report_index(context, period),
            tickets: ended
                .flat_map(|quarter| context.evaluation.service.of_period(&quarter))
                .collect(),
            open_items: OpenItems::on(context.evaluation, last),
            last,
        }
    }

    /// The link to the report that shows this kind of evidence for a day; empty if no report does.
    pub(super) fn goal(&self, evidence: Evidence, day: NaiveDate, anchor: &str) -> String {
        shared::goal(self.context, evidence, day, anchor)
    }

    pub(super) fn is_running(&self) -> bool {
        !self.period.is_closed(self.context.as_of)
    }
}

pub(super) fn span(from: NaiveDate, to: NaiveDate) -> String {
    format!("{}至{}", format::long_day(from), format::long_day(to))
}

pub(super) fn own_span(input: &AcceptanceInput<'_, '_>) -> String {
    format!("{}（{}）", input.period.title, span(input.period.from, input.period.to))
}
