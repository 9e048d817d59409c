//! Everything that was read.
//!
//! In: records as the loader reads them. Out: [`Records`], the one value that schedule, checks and reports look at.

use chrono::NaiveDate;

use super::{
    Assets, CalendarYear, Contract, Delivery, Duty, Escalation, Inspection, Knowledge, Object,
    People, Person, Probes, Summary, Survey, Ticket, Visit,
};
use crate::source::{FileId, Key, Location};

/// A record with the place it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced<T> {
    /// The record.
    pub record: T,
    /// Where it stands.
    pub location: Location,
}

impl<T> Sourced<T> {
    /// A place inside the record.
    pub fn at(&self, key: impl Into<Key>) -> Location {
        self.location.at(key)
    }
}

/// A file under `data/attachments/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Path below `data/`, as records name it.
    pub path: String,
    /// The file.
    pub file: FileId,
    /// Size in bytes.
    pub size: u64,
}

/// A record file that could not be read as what it should be; it has been reported already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// Id of the record kind.
    pub kind: &'static str,
    /// The file's name without folder and ending, often the period.
    pub stem: String,
    /// The file.
    pub file: FileId,
    /// True if nothing is wrong with it but gaps that are still to be filled in: it counts as not written yet.
    pub is_unfinished: bool,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Records {
    /// The contract; without one nothing can be judged.
    pub contract: Option<Sourced<Contract>>,
    /// Calendars, one a year.
    pub calendars: Vec<Sourced<CalendarYear>>,
    /// What is inspected.
    pub assets: Option<Sourced<Assets>>,
    /// Who takes part.
    pub people: Option<Sourced<People>>,
    /// Inspections, in order of file name.
    pub inspections: Vec<Sourced<Inspection>>,
    /// Notices of every channel, in order of file and row.
    pub tickets: Vec<Sourced<Ticket>>,
    /// Work on site, and revisits.
    pub visits: Vec<Sourced<Visit>>,
    /// Cases of the development team.
    pub escalations: Vec<Sourced<Escalation>>,
    /// Who was on duty when.
    pub rosters: Vec<Sourced<Duty>>,
    /// Surveys, one a year.
    pub surveys: Vec<Sourced<Survey>>,
    /// The knowledge tree's entries.
    pub knowledge: Vec<Sourced<Knowledge>>,
    /// The words of yearly summaries.
    pub summaries: Vec<Sourced<Summary>>,
    /// Reports handed over.
    pub deliveries: Vec<Sourced<Delivery>>,
    /// Measured values.
    pub probes: Probes,
    /// Files that records may name as evidence.
    pub attachments: Vec<Attachment>,
    /// Files that could not be read.
    pub faulty: Vec<Faulty>,
}

impl Records {
    /// Every object that a metric may be measured at.
    pub fn objects(&self) -> Vec<Object<'_>> {
        self.assets.as_ref().map(|assets| assets.record.objects()).unwrap_or_default()
    }

    /// Finds a person by id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        let people = &self.people.as_ref()?.record.people;
        people.iter().find(|person| person.id == id)
    }

    /// The inspection made for a period.
    pub fn inspection(&self, period: &str) -> Option<&Sourced<Inspection>> {
        self.inspections.iter().find(|inspection| inspection.record.period == period)
    }

    /// The same, if it had begun by a day: who looks back at an earlier day does not see later work.
    pub fn inspection_by(&self, period: &str, as_of: NaiveDate) -> Option<&Sourced<Inspection>> {
        self.inspection(period).filter(|inspection| inspection.record.started_at.day() <= as_of)
    }

    /// A ticket by its id.
    pub fn ticket(&self, id: &str) -> Option<&Sourced<Ticket>> {
        self.tickets.iter().find(|ticket| ticket.record.id == id)
    }

    /// An entry of the knowledge tree by its id.
    pub fn knowledge(&self, id: &str) -> Option<&Sourced<Knowledge>> {
        self.knowledge.iter().find(|entry| entry.record.id == id)
    }

    /// True if a file of this kind and name exists but could not be read: what it would have said is unknown.
    pub fn is_faulty(&self, kind: &str, stem: &str) -> bool {
        self.faulty.iter().any(|faulty| faulty.kind == kind && faulty.stem == stem)
    }
}
