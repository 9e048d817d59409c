//! What a span of service leaves behind: findings, tickets, cases and measures that are not settled on its last day.
//!
//! In: the reckoning and a day. Out: [`OpenItems`], told as things stood on that day, so that what is settled later changes no
//! paper about the time before.

use chrono::NaiveDate;

use super::agenda::is_done;
use super::clock::{Known, Timed};
use super::evaluation::Evaluation;
use super::findings::FindingHistory;
use super::handling::cases_in_order;
use super::ledger::is_settled;
use super::volume::is_closed;
use crate::model::{Escalation, Measure, Sourced};

/// What is not settled on a day.
#[derive(Debug, Clone)]
pub(crate) struct OpenItems<'r> {
    /// Findings of inspections.
    pub findings: Vec<&'r FindingHistory<'r>>,
    /// Tickets.
    pub tickets: Vec<&'r Timed<'r>>,
    /// Cases of the development team.
    pub cases: Vec<&'r Sourced<Escalation>>,
    /// Measures of surveys and summaries.
    pub measures: Vec<&'r Measure>,
}

impl<'r> OpenItems<'r> {
    /// What was known and not settled on a day, each in order of time.
    pub(crate) fn on(evaluation: &'r Evaluation<'_>, day: NaiveDate) -> Self {
        let records = evaluation.evaluator.records;
        let known = Known::on(day);
        let histories = evaluation.histories.iter();
        let findings =
            histories.filter(|history| history.inspection.record.started_at.day() <= day);
        let timed = evaluation.service.timed.iter();
        let tickets = timed.filter(|timed| {
            let ticket = &timed.ticket.record;
            ticket.received_at.day() <= day && !is_closed(ticket, known.seen)
        });
        let cases = records.escalations.iter().filter(|case| case.record.opened_at.day() <= day);
        let mut tickets: Vec<_> = tickets.collect();
        tickets.sort_by_key(|timed| (timed.ticket.record.received_at, &timed.ticket.record.id));
        let cases = cases_in_order(cases.filter(|case| !is_settled(case, day)));
        let mut measures: Vec<_> =
            measures(evaluation, day).filter(|measure| !is_done(measure, day)).collect();
        measures.sort_by_key(|measure| (measure.due, &measure.id));
        Self {
            findings: findings.filter(|history| !history.is_closed_by(day)).collect(),
            tickets,
            cases,
            measures,
        }
    }

    /// How many matters.
    pub(crate) const fn count(&self) -> usize {
        self.findings.len() + self.tickets.len() + self.cases.len() + self.measures.len()
    }
}

/// The measures of surveys that had begun, and of summaries that were finished, by a day.
fn measures<'r>(
    evaluation: &'r Evaluation<'_>,
    day: NaiveDate,
) -> impl Iterator<Item = &'r Measure> {
    let records = evaluation.evaluator.records;
    let surveys = records.surveys.iter().filter(move |survey| survey.record.started_on.0 <= day);
    let finished = move |on: Option<crate::model::Day>| on.is_some_and(|on| on.0 <= day);
    let summaries =
        records.summaries.iter().filter(move |summary| finished(summary.record.finished_on));
    surveys
        .flat_map(|survey| &survey.record.measures)
        .chain(summaries.flat_map(|summary| &summary.record.measures))
}
