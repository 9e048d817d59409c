//! New records and new projects, with everything filled in that is known already.
//!
//! In: the book, the contract, a day, a person and a period. Out: a path below the project and the text of a file, or why there is
//! none. What only people know is left as a gap that `check` names at its line, and nothing else is to be said of a fresh file.
//! A room of its own because nobody who reads, judges or prints records writes any. No file system, clock or git in here.

mod calendar;
mod delivery;
mod flat;
mod ids;
mod init;
mod inspection;
mod knowledge;
mod periods;
mod probe;
mod roster;
mod sheet;
mod summary;
mod survey;
mod visit;

use chrono::{NaiveDate, NaiveTime};

use crate::model::{Contract, KINDS, Kind, Layout, PLACEHOLDER, Person, Records, Side};
use crate::schedule::Period;
use crate::source::time_text;

pub use init::{NewProject, Parts, project};
pub use periods::Reason;

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

type Make = fn(&ScaffoldContext<'_>, &'static Kind, Option<&str>) -> Result<Page, Refusal>;

/// A kind of record with what makes a new one.
pub struct Scaffold {
    /// Id of the kind.
    pub kind: &'static str,
    make: Make,
}

/// How a new record of each kind is made.
pub const SCAFFOLDS: &[Scaffold] = &[
    Scaffold { kind: "contract", make: init::single },
    Scaffold { kind: "calendar", make: calendar::make },
    Scaffold { kind: "assets", make: init::single },
    Scaffold { kind: "people", make: init::single },
    Scaffold { kind: "inspection", make: inspection::make },
    Scaffold { kind: "call", make: flat::ticket },
    Scaffold { kind: "email", make: flat::ticket },
    Scaffold { kind: "fax", make: flat::ticket },
    Scaffold { kind: "visit", make: visit::make },
    Scaffold { kind: "escalation", make: flat::escalation },
    Scaffold { kind: "roster", make: roster::make },
    Scaffold { kind: "survey", make: survey::make },
    Scaffold { kind: "knowledge", make: knowledge::make },
    Scaffold { kind: "summary", make: summary::make },
    Scaffold { kind: "delivery", make: delivery::make },
    Scaffold { kind: "probe", make: probe::make },
    Scaffold { kind: "attachment", make: |_, _, _| Err(Refusal::NoRecord) },
];

/// Makes a new record of a kind.
///
/// # Errors
/// [`Refusal`], where there is none to be made.
pub fn scaffold(
    context: &ScaffoldContext<'_>,
    kind: &Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let known = KINDS.iter().find(|known| known.id == kind.id);
    let scaffold = SCAFFOLDS.iter().find(|scaffold| scaffold.kind == kind.id);
    let (Some(kind), Some(scaffold)) = (known, scaffold) else { return Err(Refusal::NoRecord) };
    let page = (scaffold.make)(context, kind, period)?;
    if (context.exists)(&page.path) { Err(Refusal::Exists(page.path)) } else { Ok(page) }
}

/// The person whom git knows by this name or address, among those who serve.
pub fn known_person<'b>(
    records: &'b Records,
    name: Option<&str>,
    email: Option<&str>,
) -> Option<&'b Person> {
    let people = records.people.iter().flat_map(|people| &people.record.people);
    let mut vendors = people.filter(|person| person.side == Side::Vendor);
    let same = |known: &str, stated: Option<&str>| {
        stated.is_some_and(|stated| stated.trim().eq_ignore_ascii_case(known))
    };
    vendors.find(|person| {
        let by_email = person.email.as_deref().is_some_and(|known| same(known, email));
        by_email || same(&person.name, name) || same(&person.id, name)
    })
}

impl<'a> ScaffoldContext<'a> {
    fn contract(&self) -> Result<&'a Contract, Refusal> {
        self.records.contract.as_ref().map(|contract| &contract.record).ok_or(Refusal::NoContract)
    }

    /// The writer's id, or a gap.
    fn writer(&self) -> &'a str {
        self.person.map_or(PLACEHOLDER, |person| person.id.as_str())
    }

    /// The moment of the run; the time of day is a gap where it is not known.
    fn now(&self) -> String {
        match self.time {
            Some(time) => format!("{} {}", self.day, time_text(time)),
            None => format!("{} {PLACEHOLDER}", self.day),
        }
    }

    /// True if a record that could not be read may have this number.
    fn is_unread(&self, id: &str) -> bool {
        self.unread.contains(id)
    }

    /// The people of a side as a comment: `骆闻笙luowensheng`. Nothing where there is no list.
    fn people(&self, side: Side) -> String {
        let people = self.records.people.iter().flat_map(|people| &people.record.people);
        let people = people.filter(|person| person.side == side);
        let named: Vec<_> =
            people.map(|person| format!("{}（{}）", person.id, person.name)).collect();
        named.join("、")
    }

    /// The lines above a record: its form, what it is, and how to fill it in.
    fn head(
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

/// The folder of a kind below the project.
fn folder(kind: &Kind) -> String {
    match kind.layout {
        Layout::File(_) => "data".to_owned(),
        Layout::OutputDir(folder) | Layout::Tree(folder) => format!("data/{folder}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_record_has_its_scaffold() {
        let scaffolds: Vec<_> = SCAFFOLDS.iter().map(|scaffold| scaffold.kind).collect();
        let kinds: Vec<_> = KINDS.iter().map(|kind| kind.id).collect();
        assert_eq!(scaffolds, kinds);
    }
}
