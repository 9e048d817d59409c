//! What is still to be done, by when and by whom.
//!
//! In: the reckoning of a day. Out: one [`Matter`] a duty, running clock, open finding or open measure that has a day or a
//! moment by which it is due, in order of that moment. `status`, the calendar file and the index read this one list.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::clock::ClockVerdict;
use super::ledger::{Row, State};
use super::period::Period;
use super::reckoning::Reckoning;
use crate::model::{Cadence, ClockDuty, Evidence, FollowUpStatus, Measure, Side};

/// What sort of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatterKind {
    /// A duty owed each period, proved by such records.
    Duty(Evidence),
    /// A clock that runs.
    Clock(ClockDuty),
    /// A finding of an inspection.
    Finding,
    /// An improvement measure.
    Measure,
}

impl MatterKind {
    /// The name of its message, and the word of machine formats.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Duty(_) => "duty",
            Self::Clock(_) => "clock",
            Self::Finding => "finding",
            Self::Measure => "measure",
        }
    }

    /// The word of the contract for it; nothing for findings and measures.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Duty(evidence) => evidence.word(),
            Self::Clock(duty) => duty.word(),
            Self::Finding | Self::Measure => "",
        }
    }
}

/// Something that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter<'a> {
    /// When it is due: the end of a day, or a moment.
    pub due: NaiveDateTime,
    /// True if the day is meant, not a moment of it.
    pub all_day: bool,
    /// What sort of thing.
    pub kind: MatterKind,
    /// A period's name, or the id of a ticket, finding or measure.
    pub id: &'a str,
    /// What it is, in words of the records: a period's title, a ticket's subject, a problem.
    pub title: &'a str,
    /// The clauses it is owed under.
    pub clauses: Vec<&'a str>,
    /// Who answers for it: a person's id, where the records say.
    pub person: Option<&'a str>,
    /// Whose move it is.
    pub side: Side,
}

impl Matter<'_> {
    /// Days from a day to the day it is due; negative when that has passed.
    pub fn days_left(&self, as_of: NaiveDate) -> i64 {
        (self.due.date() - as_of).num_days()
    }
}

/// Everything that is due some day and not done, in order.
pub fn agenda<'r>(reckoning: &'r Reckoning<'_>) -> Vec<Matter<'r>> {
    let mut matters = duties(&reckoning.ledger.rows);
    matters.extend(clocks(reckoning));
    matters.extend(findings(reckoning));
    matters.extend(measures(reckoning));
    matters.sort_by(|left, right| {
        (left.due, left.kind, left.id).cmp(&(right.due, right.kind, right.id))
    });
    matters
}

/// The periodic duties of a period that are proved by one kind of record are one matter.
fn duties<'r>(rows: &'r [Row<'_>]) -> Vec<Matter<'r>> {
    let mut matters: Vec<(&Period, Matter<'r>)> = Vec::new();
    let owed = rows.iter().filter(|row| {
        row.clause.every != Cadence::OnDemand
            && row.clause.evidence != Evidence::Overall
            && matches!(row.state, State::NotDue | State::NoEvidence)
    });
    for row in owed {
        let kind = MatterKind::Duty(row.clause.evidence);
        let known = matters
            .iter_mut()
            .find(|(period, matter)| **period == row.period && matter.kind == kind);
        if let Some((_, matter)) = known {
            matter.clauses.push(&row.clause.id);
            continue;
        }
        let matter = Matter {
            due: end_of(row.period.to),
            all_day: true,
            kind,
            id: &row.period.id,
            title: &row.period.title,
            clauses: vec![&row.clause.id],
            person: None,
            side: Side::Vendor,
        };
        matters.push((&row.period, matter));
    }
    matters.into_iter().map(|(_, matter)| matter).collect()
}

fn clocks<'r>(reckoning: &'r Reckoning<'_>) -> impl Iterator<Item = Matter<'r>> {
    let timed = reckoning.service.timed.iter();
    let open = timed.flat_map(|timed| timed.clocks.iter().map(move |clock| (timed, clock)));
    let open = open.filter(|(_, clock)| {
        clock.stop.is_none()
            && matches!(clock.verdict, ClockVerdict::Running | ClockVerdict::LateOpen)
    });
    open.filter_map(|(timed, clock)| {
        let ticket = &timed.ticket.record;
        let clauses = reckoning.judging.contract.clauses.iter();
        let clauses = clauses.filter(|clause| clause.clock == Some(clock.duty));
        Some(Matter {
            due: clock.deadline?,
            all_day: false,
            kind: MatterKind::Clock(clock.duty),
            id: &ticket.id,
            title: &ticket.subject,
            clauses: clauses.map(|clause| clause.id.as_str()).collect(),
            person: Some(&ticket.agent),
            side: Side::Vendor,
        })
    })
}

fn findings<'r>(reckoning: &'r Reckoning<'_>) -> impl Iterator<Item = Matter<'r>> {
    let as_of = reckoning.as_of;
    let open = reckoning.chains.iter().filter(move |chain| {
        chain.inspection.record.started_at.day() <= as_of && !chain.is_closed_by(as_of)
    });
    open.filter_map(|chain| {
        let inspectors = chain.inspection.record.inspectors.first().map(String::as_str);
        Some(Matter {
            due: end_of(chain.finding.due?.0),
            all_day: true,
            kind: MatterKind::Finding,
            id: &chain.finding.id,
            title: &chain.finding.problem,
            clauses: vec![&chain.finding.clause],
            person: inspectors.filter(|_| chain.finding.owner == Side::Vendor),
            side: chain.finding.owner,
        })
    })
}

fn measures<'r>(reckoning: &'r Reckoning<'_>) -> impl Iterator<Item = Matter<'r>> {
    let (book, as_of) = (reckoning.judging.book, reckoning.as_of);
    let surveys = book.surveys.iter().flat_map(|survey| survey.record.measures.iter());
    let summaries = book.summaries.iter().flat_map(|summary| summary.record.measures.iter());
    let open = surveys.chain(summaries).filter(move |measure| !is_done(measure, as_of));
    open.map(|measure| Matter {
        due: end_of(measure.due.0),
        all_day: true,
        kind: MatterKind::Measure,
        id: &measure.id,
        title: &measure.problem,
        clauses: Vec::new(),
        person: Some(&measure.owner),
        side: book.person(&measure.owner).map_or(Side::Vendor, |person| person.side),
    })
}

/// True if a measure was done by a day.
pub fn is_done(measure: &Measure, as_of: NaiveDate) -> bool {
    measure.status == FollowUpStatus::Closed && measure.closed_on.is_none_or(|day| day.0 <= as_of)
}

/// How a measure stood on a day: one that was closed later was in work.
pub fn standing_of(measure: &Measure, as_of: NaiveDate) -> FollowUpStatus {
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
        let on = |text: &str| standing_of(&measure, text.parse().unwrap());
        assert_eq!(on("2026-01-04"), FollowUpStatus::InWork);
        assert_eq!(on("2026-01-05"), FollowUpStatus::Closed);
        let untouched =
            Measure { status: FollowUpStatus::Untouched, closed_on: None, ..measure.clone() };
        assert_eq!(standing_of(&untouched, NaiveDate::MAX), FollowUpStatus::Untouched);
    }
}
