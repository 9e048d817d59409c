//! What the chapters of a service summary are written from.
//!
//! In: a report context and a year. Out: [`SummaryInput`]. Below the chapters and the report that lists them.

use super::service_status::{self, ServiceStatus};
use crate::model::{Cadence, Sourced, Summary, Survey, Visit, VisitPurpose};
use crate::report::document::Block;
use crate::report::kind::ReportContext;
use crate::report::{clocks, shared};
use crate::schedule::{
    Attainment, HandlingStats, Period, PeriodInspection, Timed, Volume, period_inspections, periods,
};
use chrono::NaiveDate;

/// The figures of a year.
pub(super) struct Year<'a> {
    pub(super) period: Period,
    pub(super) tickets: Vec<&'a Timed<'a>>,
    pub(super) volume: Volume<'a>,
    pub(super) handling: HandlingStats,
}

impl<'a> Year<'a> {
    pub(super) fn new(context: &ReportContext<'a>, period: &Period) -> Self {
        let service = &context.evaluation.service;
        Self {
            period: period.clone(),
            tickets: service.in_order(period),
            volume: Volume::of(service, period),
            handling: HandlingStats::of(service, context.records, period, context.as_of),
        }
    }
}

/// Input of all chapters.
pub(super) struct SummaryInput<'a, 'm> {
    pub(super) context: &'m ReportContext<'a>,
    pub(super) period: &'m Period,
    /// The year, and the one before it.
    pub(super) now: Year<'a>,
    pub(super) then: Option<Year<'a>>,
    /// The day whose state of measures and findings is shown.
    pub(super) known_on: NaiveDate,
    /// The summary record of the year, if it is known on the day of the run.
    pub(super) record: Option<&'a Sourced<Summary>>,
    pub(super) survey: Option<&'a Sourced<Survey>>,
    pub(super) revisits: Vec<&'a Sourced<Visit>>,
    pub(super) period_inspections: Vec<PeriodInspection<'a>>,
    pub(super) statuses: Vec<ServiceStatus<'a>>,
    /// The attainment over all clocks of the clauses.
    pub(super) limits: Attainment,
}

impl<'a, 'm> SummaryInput<'a, 'm> {
    pub(super) fn new(context: &'m ReportContext<'a>, period: &'m Period) -> Self {
        let (records, as_of) = (context.records, context.as_of);
        let record = record_of(context, &period.id);
        let finished =
            record.and_then(|record| record.record.finished_on).map_or(period.to, |day| day.0);
        let known_on = period.to.max(finished).min(as_of);
        let now = Year::new(context, period);
        let mut revisits: Vec<_> =
            records.visits.iter().filter(|visit| is_revisit(visit, period, as_of)).collect();
        revisits.sort_by_key(|visit| (visit.record.arrived_at, visit.record.id.clone()));
        Self {
            context,
            period,
            then: before(context, period).map(|period| Year::new(context, &period)),
            known_on,
            record,
            survey: survey_of(context, &period.id),
            revisits,
            period_inspections: period_inspections(
                &context.evaluator,
                &context.histories,
                period,
                known_on,
            ),
            statuses: service_status::within(context, period),
            limits: clocks::together(&clocks::limited(context, &now.tickets)),
            now,
        }
    }

    pub(super) fn is_running(&self) -> bool {
        !self.period.is_closed(self.context.as_of)
    }

    pub(super) fn last_day(&self) -> NaiveDate {
        self.period.to.min(self.context.as_of)
    }

    /// The text of a chapter that is not written yet.
    pub(super) fn unwritten(&self, what: &str) -> Block {
        Block::nothing(format!("{what}尚未编写。"))
    }
}

/// The summary of a year, unless it was finished after the day of the run.
pub(super) fn record_of<'a>(
    context: &ReportContext<'a>,
    year: &str,
) -> Option<&'a Sourced<Summary>> {
    let mut summaries = context.records.summaries.iter();
    summaries.find(|summary| {
        let finished = summary.record.finished_on;
        summary.record.period == year && finished.is_none_or(|day| day.0 <= context.as_of)
    })
}

pub(super) fn survey_of<'a>(
    context: &ReportContext<'a>,
    year: &str,
) -> Option<&'a Sourced<Survey>> {
    let mut surveys = context.records.surveys.iter();
    surveys
        .find(|survey| survey.record.period == year && survey.record.started_on.0 <= context.as_of)
}

pub(super) fn is_revisit(visit: &Sourced<Visit>, period: &Period, as_of: NaiveDate) -> bool {
    let visit = &visit.record;
    let of_year =
        visit.purpose == VisitPurpose::Revisit && visit.period.as_ref() == Some(&period.id);
    of_year && visit.arrived_at.day() <= as_of
}

/// The year before.
pub(super) fn before(context: &ReportContext<'_>, period: &Period) -> Option<Period> {
    let years = periods(&context.contract.record, Cadence::Year);
    let at = years.iter().position(|year| year == period)?;
    years.into_iter().nth(at.checked_sub(1)?)
}

/// A text of the record as blocks.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    shared::paragraphs(text).into_iter().map(Block::text).collect()
}
