//! What scaffolds are made from, and what they make.
//!
//! In: the records, a day and a person. Out: [`Page`], a file to be written, or a [`Refusal`]. Below
//! the list of scaffolds, because every scaffold works with these.

use chrono::{NaiveDate, NaiveTime};

use super::sheet;
use crate::model::{Contract, Kind, Layout, PLACEHOLDER, Person, Records, Side};
use crate::schedule::Period;
use crate::source::time_text;

/// What scaffolds are made from.
#[derive(Clone, Copy)]
pub struct ScaffoldContext<'a> {
    /// Everything read.
    pub records: &'a Records,
    /// The day of the run.
    pub day: NaiveDate,
    /// The time of day, where it is known: a day that was named on the command line has none.
    pub time: Option<NaiveTime>,
    /// Who writes, if it is one of the vendor's people.
    pub person: Option<&'a Person>,
    /// The texts of files that could not be read: numbers in them are taken.
    pub unread: &'a str,
    /// True if a file of this path below the project exists.
    pub exists: &'a dyn Fn(&str) -> bool,
    /// The reports that are made of this contract, in order of kind and period.
    pub reports: &'a [Deliverable],
}

impl<'a> ScaffoldContext<'a> {
    pub(super) fn contract(&self) -> Result<&'a Contract, Refusal> {
        self.records.contract.as_ref().map(|contract| &contract.record).ok_or(Refusal::NoContract)
    }

    /// The writer's id, or a gap.
    pub(super) fn writer(&self) -> &'a str {
        self.person.map_or(PLACEHOLDER, |person| person.id.as_str())
    }

    /// The moment of the run; the time of day is a gap where it is not known.
    pub(super) fn now(&self) -> String {
        match self.time {
            Some(time) => format!("{} {}", self.day, time_text(time)),
            None => format!("{} {PLACEHOLDER}", self.day),
        }
    }

    /// True if a record that could not be read may have this number.
    pub(super) fn is_unread(&self, id: &str) -> bool {
        self.unread.contains(id)
    }

    /// The people of a side as a comment: `骆闻笙luowensheng`. Nothing where there is no list.
    pub(super) fn people(&self, side: Side) -> String {
        let people = self.records.people.iter().flat_map(|people| &people.record.people);
        let people = people.filter(|person| person.side == side);
        let named: Vec<_> =
            people.map(|person| format!("{}（{}）", person.id, person.name)).collect();
        named.join("、")
    }

    /// The lines above a record: its form, what it is, and how to fill it in.
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

/// A report that can be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliverable {
    /// The word for its kind.
    pub report: String,
    /// Its title.
    pub title: String,
    /// The name of its period.
    pub period: String,
    /// Its final files: name for handing over, and SHA-256.
    pub files: Vec<(String, String)>,
}

/// A new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Path below the project, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The period it was made for, and why.
    pub period: Option<(Period, Reason)>,
}

/// Why a period was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was named.
    Named,
    /// It has ended and its record is missing.
    Overdue,
    /// It runs.
    Running,
}

/// Why there is no new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Files of this kind are no records that could be filled in.
    NoRecord,
    /// Without a contract nothing is owed.
    NoContract,
    /// No clause of the contract owes such a record.
    NotOwed,
    /// There is no such period.
    UnknownPeriod {
        /// What was named.
        word: String,
        /// The periods that have begun.
        known: Vec<String>,
    },
    /// The period lies ahead.
    NotBegun {
        /// What was named.
        word: String,
        /// Its first day.
        from: NaiveDate,
        /// The periods that have begun.
        known: Vec<String>,
    },
    /// Every period that has begun has its record.
    NothingMissing {
        /// The period to come, with its first day.
        next: Option<(String, NaiveDate)>,
    },
    /// Records of this kind belong to no period.
    TakesNoPeriod,
    /// The file, or a record of the same period, is there.
    Exists(String),
}

/// The folder of a kind below the project.
pub(super) fn folder(kind: &Kind) -> String {
    match kind.layout {
        Layout::File(_) => "data".to_owned(),
        Layout::OutputDir(folder) | Layout::Tree(folder) => format!("data/{folder}"),
    }
}
