//! Open items at the end of a period: findings, tickets, cases and measures that are not settled.
//!
//! In: the evaluation and a day. Out: [`OpenItems`] as of that day, so that a later settlement does
//! not change a report about the time before.

use chrono::NaiveDate;

use super::agenda::is_done;
use super::clock::{Known, Timed};
use super::evaluation::Evaluation;
use super::findings::FindingHistory;
use super::handling::cases_in_order;
use super::ledger::is_settled;
use super::volume::is_closed;
use crate::model::{Escalation, Measure, Sourced};

/// The items that are not settled on a day.
#[derive(Debug, Clone)]
pub(crate) struct OpenItems<'r> {
    pub findings: Vec<&'r FindingHistory<'r>>,
    pub tickets: Vec<&'r Timed<'r>>,
    pub cases: Vec<&'r Sourced<Escalation>>,
    pub measures: Vec<&'r Measure>,
}

impl<'r> OpenItems<'r> {
    /// The items that were known and not settled on a day, each kind in chronological order.
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

    /// The number of items.
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
