//! The chain of findings from quarter to quarter.
//!
//! In: the inspections, in order of period. Out: one [`Chain`] a finding with every follow-up, and which findings were open when
//! an inspection began. An auditor looks here first: a finding that is never mentioned again has broken the chain.

use chrono::NaiveDate;

use crate::model::{Filed, Finding, FollowUp, FollowUpStatus, Inspection};

/// A follow-up with the inspection that holds it.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// The inspection.
    pub inspection: &'a Filed<Inspection>,
    /// The follow-up's index in it.
    pub index: usize,
    /// The follow-up.
    pub followup: &'a FollowUp,
}

/// A finding and what became of it.
#[derive(Debug, Clone)]
pub struct Chain<'a> {
    /// The inspection that raised it.
    pub inspection: &'a Filed<Inspection>,
    /// Its index in that inspection.
    pub index: usize,
    /// The finding.
    pub finding: &'a Finding,
    /// Its follow-ups, in order of time.
    pub links: Vec<Link<'a>>,
}

impl Link<'_> {
    /// The day on which the follow-up closed the finding, as told or else as inspected; `None` if it did not.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        let closed = self.followup.status == FollowUpStatus::Closed;
        let inspected = self.inspection.record.finished_at.day();
        closed.then(|| self.followup.closed_on.map_or(inspected, |day| day.0))
    }
}

impl<'a> Chain<'a> {
    /// The follow-up that closed it.
    pub fn closed_by(&self) -> Option<&Link<'a>> {
        self.links.iter().find(|link| link.followup.status == FollowUpStatus::Closed)
    }

    /// True if an inspection that had ended by this day closed it.
    pub fn is_closed_by(&self, day: NaiveDate) -> bool {
        self.links.iter().filter_map(Link::closed_on).any(|closed| closed <= day)
    }

    /// True if its planned day has passed and nobody closed it.
    pub fn is_overdue(&self, as_of: NaiveDate) -> bool {
        self.finding.due.is_some_and(|due| due.0 < as_of) && !self.is_closed_by(as_of)
    }

    /// True if it was raised before this inspection and not closed before it.
    pub fn is_open_before(&self, inspection: &Filed<Inspection>) -> bool {
        let begun = inspection.record.started_at;
        let closed_before =
            self.closed_by().is_some_and(|link| link.inspection.record.started_at < begun);
        self.inspection.record.started_at < begun && !closed_before
    }

    /// The follow-up made in an inspection.
    pub fn link_in(&self, inspection: &Filed<Inspection>) -> Option<&Link<'a>> {
        self.links.iter().find(|link| link.inspection.place.file == inspection.place.file)
    }
}

/// Every finding with its follow-ups, in order of time.
pub fn chains(inspections: &[Filed<Inspection>]) -> Vec<Chain<'_>> {
    let mut ordered: Vec<_> = inspections.iter().collect();
    ordered.sort_by_key(|inspection| inspection.record.started_at);
    let mut chains = Vec::new();
    for inspection in &ordered {
        for (index, finding) in inspection.record.findings.iter().enumerate() {
            chains.push(Chain {
                inspection,
                index,
                finding,
                links: links_of(&finding.id, &ordered),
            });
        }
    }
    chains
}

fn links_of<'a>(finding: &str, ordered: &[&'a Filed<Inspection>]) -> Vec<Link<'a>> {
    let mut links = Vec::new();
    for inspection in ordered {
        let followups = inspection.record.followups.iter().enumerate();
        links.extend(
            followups
                .filter(|(_, followup)| followup.finding == finding)
                .map(|(index, followup)| Link { inspection, index, followup }),
        );
    }
    links
}

/// The findings that an inspection must follow up.
pub fn open_before<'a, 'b>(
    chains: &'b [Chain<'a>],
    inspection: &Filed<Inspection>,
) -> Vec<&'b Chain<'a>> {
    chains.iter().filter(|chain| chain.is_open_before(inspection)).collect()
}

/// True if an inspection raised findings about a clause and all of them were closed by a day.
pub fn is_remedied(
    chains: &[Chain<'_>],
    clause: &str,
    inspection: &Filed<Inspection>,
    as_of: NaiveDate,
) -> bool {
    let raised = chains.iter().filter(|chain| {
        chain.finding.clause == clause && chain.inspection.place.file == inspection.place.file
    });
    let mut raised = raised.peekable();
    raised.peek().is_some() && raised.all(|chain| chain.is_closed_by(as_of))
}
