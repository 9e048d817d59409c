//! Yearly clauses: revisit, summary, survey.
//!
//! In: a clause and a period. Out: its row. A record that names the period proves it from its
//! finishing date.

use chrono::NaiveDate;

use super::{LedgerInput, Proof, Row, State};
use crate::model::{Clause, Outcome, Sourced, Survey, VisitPurpose};
use crate::schedule::period::Period;

pub(super) fn by_revisit<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let visits = input.records().visits.iter().filter(|visit| {
        let record = &visit.record;
        record.purpose == VisitPurpose::Revisit
            && record.period.as_deref() == Some(&period.id)
            && record.arrived_at.day() <= input.as_of
    });
    let visits: Vec<_> = visits.collect();
    let asked = visits.iter().filter(|visit| !visit.record.interviews.is_empty());
    let done_on =
        asked.map(|visit| visit.record.left_at.unwrap_or(visit.record.arrived_at).day()).min();
    let evidence = visits.iter().map(|visit| Proof::new(visit.record.id.as_str(), visit)).collect();
    input.once(clause, period, done_on, evidence)
}

pub(super) fn by_summary<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let mut summaries = input.records().summaries.iter();
    let summary = summaries.find(|summary| summary.record.period == period.id);
    let done_on = summary.and_then(|summary| summary.record.finished_on).map(|day| day.0);
    let evidence = summary.map(|summary| Proof::new(summary.record.id.as_str(), summary));
    input.once(clause, period, done_on, evidence.into_iter().collect())
}

/// A survey is done if it is finished and has at least one answer; another method than the
/// contract's is a deviation.
pub(super) fn by_survey<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let mut surveys = input.records().surveys.iter();
    let survey = surveys.find(|survey| {
        survey.record.period == period.id && survey.record.started_on.0 <= input.as_of
    });
    let done_on = survey.and_then(finished);
    let evidence = survey.map(|survey| Proof::new(survey.record.id.as_str(), survey));
    let row = input.once(clause, period, done_on, evidence.into_iter().collect());
    let otherwise =
        survey.is_some_and(|survey| survey.record.method != input.contract().survey.method);
    if row.done > 0 && otherwise { Row { state: State::Deviation, ..row } } else { row }
}

fn finished(survey: &Sourced<Survey>) -> Option<NaiveDate> {
    let survey = &survey.record;
    let answered =
        survey.respondents.iter().any(|respondent| respondent.outcome == Outcome::Completed);
    survey.finished_on.filter(|_| answered).map(|day| day.0)
}
