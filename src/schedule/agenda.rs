//! The list of open duties: what is to be done, by when and by whom.
//!
//! In: the evaluation of a day. Out: one [`DueItem`] for each duty, running clock, open finding and
//! open measure with a due date, sorted by due date. `status`, the calendar file and the index all
//! use this list.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::clock::ClockVerdict;
use super::evaluation::Evaluation;
use super::ledger::{Row, State};
use super::period::Period;
use crate::model::{Cadence, ClockDuty, Evidence, FollowUpStatus, Measure, Side};

/// The kind of a due item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DueKind {
    /// A duty owed each period, proved by this kind of record.
    Duty(Evidence),
    /// A running clock of a ticket.
    Clock(ClockDuty),
    Finding,
    Measure,
}

impl DueKind {
    /// The key of its message and of machine-readable formats.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Duty(_) => "duty",
            Self::Clock(_) => "clock",
            Self::Finding => "finding",
            Self::Measure => "measure",
        }
    }

    /// The contract's term for it; empty for findings and measures.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Duty(evidence) => evidence.word(),
            Self::Clock(duty) => duty.word(),
            Self::Finding | Self::Measure => "",
        }
    }
}

/// A duty that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueItem<'a> {
    /// The due date: the end of a day, or a moment.
    pub due: NaiveDateTime,
    /// True if the item is due on a day, not at a moment of it.
    pub all_day: bool,
    pub kind: DueKind,
    /// A period's name, or the id of a ticket, finding or measure.
    pub id: &'a str,
    /// A title in the words of the records: a period's title, a ticket's subject or a problem.
    pub title: &'a str,
    /// The clauses that require it.
    pub clauses: Vec<&'a str>,
    /// The id of the responsible person, if the records name one.
    pub person: Option<&'a str>,
    /// The side that has to act.
    pub side: Side,
}

impl DueItem<'_> {
    /// Days from `as_of` to the due date; negative if it has passed.
    pub(crate) fn days_left(&self, as_of: NaiveDate) -> i64 {
        (self.due.date() - as_of).num_days()
    }
}

/// Every open item with a due date, sorted by due date.
pub(crate) fn agenda<'r>(evaluation: &'r Evaluation<'_>) -> Vec<DueItem<'r>> {
    let mut items = duties(&evaluation.ledger.rows);
    items.extend(clocks(evaluation));
    items.extend(findings(evaluation));
    items.extend(measures(evaluation));
    items.sort_by(|left, right| {
        (left.due, left.kind, left.id).cmp(&(right.due, right.kind, right.id))
    });
    items
}

/// The periodic duties of one period with the same kind of record are one item.
fn duties<'r>(rows: &'r [Row<'_>]) -> Vec<DueItem<'r>> {
    let mut items: Vec<(&Period, DueItem<'r>)> = Vec::new();
    let owed = rows.iter().filter(|row| {
        row.clause.every != Cadence::OnDemand
            && row.clause.evidence != Evidence::Overall
            && matches!(row.state, State::NotDue | State::NoEvidence)
    });
    for row in owed {
        let kind = DueKind::Duty(row.clause.evidence);
        let known =
            items.iter_mut().find(|(period, item)| **period == row.period && item.kind == kind);
        if let Some((_, item)) = known {
            item.clauses.push(&row.clause.id);
            continue;
        }
        let item = DueItem {
            due: end_of(row.period.to),
            all_day: true,
            kind,
            id: &row.period.id,
            title: &row.period.title,
            clauses: vec![&row.clause.id],
            person: None,
            side: Side::Vendor,
        };
        items.push((&row.period, item));
    }
    items.into_iter().map(|(_, item)| item).collect()
}

fn clocks<'r>(evaluation: &'r Evaluation<'_>) -> impl Iterator<Item = DueItem<'r>> {
    let timed = evaluation.service.timed.iter();
    let open = timed.flat_map(|timed| timed.clocks.iter().map(move |clock| (timed, clock)));
    let open = open.filter(|(_, clock)| {
        clock.stop.is_none()
            && matches!(clock.verdict, ClockVerdict::Running | ClockVerdict::LateOpen)
    });
    open.filter_map(|(timed, clock)| {
        let ticket = &timed.ticket.record;
        let clauses = evaluation.evaluator.contract.clauses.iter();
        let clauses = clauses.filter(|clause| clause.clock == Some(clock.duty));
        Some(DueItem {
            due: clock.deadline?,
            all_day: false,
            kind: DueKind::Clock(clock.duty),
            id: &ticket.id,
            title: &ticket.subject,
            clauses: clauses.map(|clause| clause.id.as_str()).collect(),
            person: Some(&ticket.agent),
            side: Side::Vendor,
        })
    })
}

fn findings<'r>(evaluation: &'r Evaluation<'_>) -> impl Iterator<Item = DueItem<'r>> {
    let as_of = evaluation.as_of;
    let open = evaluation.histories.iter().filter(move |history| {
        history.inspection.record.started_at.day() <= as_of && !history.is_closed_by(as_of)
    });
    open.filter_map(|history| {
        let inspectors = history.inspection.record.inspectors.first().map(String::as_str);
        Some(DueItem {
            due: end_of(history.finding.due?.0),
            all_day: true,
            kind: DueKind::Finding,
            id: &history.finding.id,
            title: &history.finding.problem,
            clauses: vec![&history.finding.clause],
            person: inspectors.filter(|_| history.finding.owner == Side::Vendor),
            side: history.finding.owner,
        })
    })
}

fn measures<'r>(evaluation: &'r Evaluation<'_>) -> impl Iterator<Item = DueItem<'r>> {
    let (records, as_of) = (evaluation.evaluator.records, evaluation.as_of);
    let surveys = records.surveys.iter().flat_map(|survey| survey.record.measures.iter());
    let summaries = records.summaries.iter().flat_map(|summary| summary.record.measures.iter());
    let open = surveys.chain(summaries).filter(move |measure| !is_done(measure, as_of));
    open.map(|measure| DueItem {
        due: end_of(measure.due.0),
        all_day: true,
        kind: DueKind::Measure,
        id: &measure.id,
        title: &measure.problem,
        clauses: Vec::new(),
        person: Some(&measure.owner),
        side: records.person(&measure.owner).map_or(Side::Vendor, |person| person.side),
    })
}

/// True if a measure was closed by a day.
pub(crate) fn is_done(measure: &Measure, as_of: NaiveDate) -> bool {
    measure.status == FollowUpStatus::Closed && measure.closed_on.is_none_or(|day| day.0 <= as_of)
}

/// The status of a measure on a day: a measure that was closed later was still in progress.
pub(crate) fn status_of(measure: &Measure, as_of: NaiveDate) -> FollowUpStatus {
    match measure.status {
        FollowUpStatus::Closed if !is_done(measure, as_of) => FollowUpStatus::InWork,
        status => status,
    }
}

/// The last second of a day.
fn end_of(day: NaiveDate) -> NaiveDateTime {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
    day.and_time(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_that_was_closed_later_was_in_work() {
        let measure: Measure = serde_saphyr::from_str(
            "{ id: M-1, problem: 慢, measure: 扩容, owner: a, due: 2026-01-31, status: 关闭, closed_on: 2026-01-05 }",
        )
        .unwrap();
        let on = |text: &str| status_of(&measure, text.parse().unwrap());
        assert_eq!(on("2026-01-04"), FollowUpStatus::InWork);
        assert_eq!(on("2026-01-05"), FollowUpStatus::Closed);
        let untouched =
            Measure { status: FollowUpStatus::Untouched, closed_on: None, ..measure.clone() };
        assert_eq!(status_of(&untouched, NaiveDate::MAX), FollowUpStatus::Untouched);
    }
}
