//! The history of findings from quarter to quarter.
//!
//! In: the inspections, in order of period. Out: one [`FindingHistory`] per finding with all its
//! follow-ups, and the findings that were open when an inspection began. Auditors check this first:
//! every finding must be followed up until it is closed.

use chrono::NaiveDate;

use crate::model::{Finding, FollowUp, FollowUpStatus, Inspection, Sourced};

/// A follow-up with the inspection that contains it.
#[derive(Debug, Clone, Copy)]
pub struct FindingFollowUp<'a> {
    /// The inspection.
    pub inspection: &'a Sourced<Inspection>,
    /// The follow-up's index in the inspection.
    pub index: usize,
    /// The follow-up.
    pub followup: &'a FollowUp,
}

/// A finding with its follow-ups.
#[derive(Debug, Clone)]
pub struct FindingHistory<'a> {
    /// The inspection that found it.
    pub inspection: &'a Sourced<Inspection>,
    /// Its index in that inspection.
    pub index: usize,
    /// The finding.
    pub finding: &'a Finding,
    /// Its follow-ups, in order of time.
    pub links: Vec<FindingFollowUp<'a>>,
}

impl FindingFollowUp<'_> {
    /// The closing date of the finding: the date of the follow-up if given, otherwise of its
    /// inspection; `None` while it is open.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        let closed = self.followup.status == FollowUpStatus::Closed;
        let inspected = self.inspection.record.finished_at.day();
        closed.then(|| self.followup.closed_on.map_or(inspected, |day| day.0))
    }
}

impl<'a> FindingHistory<'a> {
    /// The follow-up that closed it.
    pub fn closed_by(&self) -> Option<&FindingFollowUp<'a>> {
        self.links.iter().find(|link| link.followup.status == FollowUpStatus::Closed)
    }

    /// True if an inspection that ended by this day closed it.
    pub fn is_closed_by(&self, day: NaiveDate) -> bool {
        self.links.iter().filter_map(FindingFollowUp::closed_on).any(|closed| closed <= day)
    }

    /// True if its planned date has passed and it is still open.
    pub fn is_overdue(&self, as_of: NaiveDate) -> bool {
        self.finding.due.is_some_and(|due| due.0 < as_of) && !self.is_closed_by(as_of)
    }

    /// True if it was found before this inspection and not closed before it.
    pub fn is_open_before(&self, inspection: &Sourced<Inspection>) -> bool {
        let begun = inspection.record.started_at;
        let closed_before =
            self.closed_by().is_some_and(|link| link.inspection.record.started_at < begun);
        self.inspection.record.started_at < begun && !closed_before
    }

    /// The follow-up in an inspection.
    pub fn link_in(&self, inspection: &Sourced<Inspection>) -> Option<&FindingFollowUp<'a>> {
        self.links.iter().find(|link| link.inspection.location.file == inspection.location.file)
    }
}

/// Every finding with its follow-ups, in chronological order.
pub(crate) fn histories(inspections: &[Sourced<Inspection>]) -> Vec<FindingHistory<'_>> {
    let mut ordered: Vec<_> = inspections.iter().collect();
    ordered.sort_by_key(|inspection| inspection.record.started_at);
    let mut histories = Vec::new();
    for inspection in &ordered {
        for (index, finding) in inspection.record.findings.iter().enumerate() {
            histories.push(FindingHistory {
                inspection,
                index,
                finding,
                links: links_of(&finding.id, &ordered),
            });
        }
    }
    histories
}

fn links_of<'a>(finding: &str, ordered: &[&'a Sourced<Inspection>]) -> Vec<FindingFollowUp<'a>> {
    let mut links = Vec::new();
    for inspection in ordered {
        let followups = inspection.record.followups.iter().enumerate();
        links.extend(
            followups
                .filter(|(_, followup)| followup.finding == finding)
                .map(|(index, followup)| FindingFollowUp { inspection, index, followup }),
        );
    }
    links
}

/// The findings that an inspection must follow up.
pub(crate) fn open_before<'a, 'b>(
    histories: &'b [FindingHistory<'a>],
    inspection: &Sourced<Inspection>,
) -> Vec<&'b FindingHistory<'a>> {
    histories.iter().filter(|history| history.is_open_before(inspection)).collect()
}

/// True if an inspection found problems about a clause and all of them were closed by a day.
pub(crate) fn is_remedied(
    histories: &[FindingHistory<'_>],
    clause: &str,
    inspection: &Sourced<Inspection>,
    as_of: NaiveDate,
) -> bool {
    let raised = histories.iter().filter(|history| {
        history.finding.clause == clause
            && history.inspection.location.file == inspection.location.file
    });
    let mut raised = raised.peekable();
    raised.peek().is_some() && raised.all(|history| history.is_closed_by(as_of))
}
