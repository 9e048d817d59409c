//! Input and output types of scaffolds.
//!
//! In: the records, a date and a person. Out: [`Page`], a file to be written, or a [`Refusal`]. Below the list of scaffolds,
//! because every scaffold uses these.

use chrono::{NaiveDate, NaiveTime};

use super::sheet;
use crate::model::{Contract, Kind, Layout, PLACEHOLDER, Person, Records, Side};
use crate::schedule::Period;
use crate::source::time_text;

/// The data that scaffolds are made from.
#[derive(Clone, Copy)]
pub(crate) struct ScaffoldContext<'a> {
    /// The records of the project.
    pub records: &'a Records,
    /// The run date.
    pub day: NaiveDate,
    /// The time of day, if it is known: a date given on the command line has none.
    pub time: Option<NaiveTime>,
    /// The author of the record, if it is one of the vendor's people.
    pub person: Option<&'a Person>,
    /// The texts of files that could not be read: numbers that occur in them count as taken.
    pub unread: &'a str,
    /// True if a file of this path below the project exists.
    pub exists: &'a dyn Fn(&str) -> bool,
    /// The reports of this contract, in order of kind and period.
    pub reports: &'a [Deliverable],
}

impl<'a> ScaffoldContext<'a> {
    pub(super) fn contract(&self) -> Result<&'a Contract, Refusal> {
        self.records.contract.as_ref().map(|contract| &contract.record).ok_or(Refusal::NoContract)
    }

    /// The author's id, or a placeholder.
    pub(super) fn writer(&self) -> &'a str {
        self.person.map_or(PLACEHOLDER, |person| person.id.as_str())
    }

    /// The time of the run, with a placeholder for the time of day if it is not known.
    pub(super) fn now(&self) -> String {
        match self.time {
            Some(time) => format!("{} {}", self.day, time_text(time)),
            None => format!("{} {PLACEHOLDER}", self.day),
        }
    }

    /// True if this number occurs in a record that could not be read.
    pub(super) fn is_unread(&self, id: &str) -> bool {
        self.unread.contains(id)
    }

    /// The people of one side as a comment: `骆闻笙luowensheng`. Empty if there is no list of people.
    pub(super) fn people(&self, side: Side) -> String {
        let people = self.records.people.iter().flat_map(|people| &people.record.people);
        let people = people.filter(|person| person.side == side);
        let named: Vec<_> =
            people.map(|person| format!("{}（{}）", person.id, person.name)).collect();
        named.join("、")
    }

    /// The lines above a record: its schema, what it is, and how to fill it in.
    pub(super) fn head(
        &self,
        sheet: &sheet::RecordTemplate,
        depth: usize,
        title: &str,
        side: Option<Side>,
    ) -> Vec<String> {
        let mut head = vec![
            sheet.head(depth),
            format!("# {title}。逐处填写“{PLACEHOLDER}”，剩下哪些由weibao check逐行指出。"),
            "# 行首带#的为选填项：要填的去掉“# ”，用不到的整行删掉。".to_owned(),
        ];
        let people = side.map(|side| self.people(side)).filter(|people| !people.is_empty());
        head.extend(people.map(|people| format!("# 人员编号：{people}")));
        head.push(String::new());
        head
    }
}

/// A report that can be delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deliverable {
    /// Its kind, as the word used in records.
    pub report: String,
    pub title: String,
    /// The name of its period.
    pub period: String,
    /// Its final files: file name for delivery, and SHA-256.
    pub files: Vec<(String, String)>,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// Path below the project, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The period of the record, and why it was chosen.
    pub period: Option<(Period, Reason)>,
}

/// Why a period was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The user named it.
    Named,
    /// It has ended and its record is missing.
    Overdue,
    /// It is the current period.
    Running,
}

/// Why there is no new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Files of this kind are not records that can be filled in.
    NoRecord,
    /// Without a contract no record is required.
    NoContract,
    /// No clause of the contract requires such a record.
    NotOwed,
    /// There is no such period.
    UnknownPeriod {
        /// The period as the user wrote it.
        word: String,
        /// The periods that have begun.
        known: Vec<String>,
    },
    /// The period lies in the future.
    NotBegun {
        /// The period as the user wrote it.
        word: String,
        /// Its first day.
        from: NaiveDate,
        /// The periods that have begun.
        known: Vec<String>,
    },
    /// Every period that has begun has its record.
    NothingMissing {
        /// The next period, with its first day.
        next: Option<(String, NaiveDate)>,
    },
    /// Records of this kind belong to no period.
    TakesNoPeriod,
    /// The file, or a record of the same period, exists.
    Exists(String),
}

/// The folder of a kind below the project.
pub(super) fn folder(kind: &Kind) -> String {
    match kind.layout {
        Layout::File(_) => "data".to_owned(),
        Layout::Folder(folder) | Layout::Tree(folder) => format!("data/{folder}"),
    }
}
