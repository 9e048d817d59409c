//! The meaning of the keys of a record.
//!
//! In: nothing. Out: [`Role`], the meaning of a key; [`Field`], a key with its role; and [`Value`], the
//! value under it. A file of its own because every record type uses it: each lists its keys with the
//! macro [`fields!`](super::fields), one line a key. Every check that applies to all kinds of record
//! (names, references, dates, texts, files) is a loop over roles, so a new key needs no line there.

use chrono::NaiveDate;

use super::{Day, Moment};

/// What an id or a reference in a record refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// An asset of any kind.
    Asset,
    /// A check whose deviations can be acknowledged.
    Check,
    /// A clause of the contract.
    Clause,
    /// A delivery of a report.
    Delivery,
    /// A case escalated to the development team.
    Escalation,
    /// A finding of an inspection.
    Finding,
    /// An inspection.
    Inspection,
    /// An entry of the knowledge tree.
    Knowledge,
    /// An improvement measure.
    Measure,
    /// A metric of the contract.
    Metric,
    /// A part of an asset; identified by its name within that asset.
    Part,
    /// A person of either side.
    Person,
    /// A question of a survey; identified by its number in that survey.
    Question,
    /// A ticket, a case, a finding, a visit or an inspection.
    Record,
    /// A kind of report.
    Report,
    /// A request of a customer.
    Request,
    /// A respondent of a survey; identified by the number in that survey.
    Respondent,
    /// A person who signs: an id, or the name of a hospital employee.
    Signer,
    /// A yearly summary.
    Summary,
    /// A yearly survey.
    Survey,
    /// A ticket of any channel.
    Ticket,
    /// A visit.
    Visit,
    /// A year of the calendar.
    Year,
}

/// The meaning of a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Role {
    /// The id of the record, which other records refer to.
    Id(Target),
    /// A reference to something else.
    Reference(Target),
    /// A period of the contract.
    Period,
    /// The period for which evidence of this kind is owed; equals the file name if a file holds one
    /// record.
    Owed(Target),
    /// The moment from which the record exists: on an earlier day it is unknown.
    Began,
    /// The moment of another event in the record.
    Happened,
    /// A date that may be in the future, such as a due date.
    Planned,
    /// Free text, or a name that only a specific check understands.
    Text,
    /// A telephone number, masked in every output.
    Phone,
    /// Markdown, whose pictures are files under `data/`.
    Markdown,
    /// A file under `data/` that proves something.
    File,
    /// A nested record, or several, with keys of their own.
    Parts(&'static [Field]),
    /// A number, or a word from a list: its type says everything.
    Nothing,
}

impl Target {
    /// The word by which messages select their wording. Parts and their assets share one.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asset | Self::Part => "asset",
            Self::Check => "code",
            Self::Clause => "clause",
            Self::Delivery => "delivery",
            Self::Escalation => "escalation",
            Self::Finding => "finding",
            Self::Inspection => "inspection",
            Self::Knowledge => "knowledge",
            Self::Measure => "measure",
            Self::Metric => "metric",
            Self::Person | Self::Signer => "person",
            Self::Question => "question",
            Self::Record => "record",
            Self::Report => "report",
            Self::Request => "request",
            Self::Respondent => "respondent",
            Self::Summary => "summary",
            Self::Survey => "survey",
            Self::Ticket => "ticket",
            Self::Visit => "visit",
            Self::Year => "year",
        }
    }
}

impl Role {
    /// True for a date on which something happened.
    pub const fn is_past(self) -> bool {
        matches!(self, Self::Began | Self::Happened)
    }

    /// True if a value may name a file.
    pub const fn names_files(self) -> bool {
        matches!(self, Self::File | Self::Markdown)
    }
}

/// A key of a record.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The key, as written in files.
    pub key: &'static str,
    /// Its meaning.
    pub role: Role,
    /// For a date on which something happened: the sibling keys that describe this event and are
    /// not known before it. A key described by several dates is known from the earliest; a key
    /// described by none is known from the start of the record.
    pub tells: &'static [&'static str],
}

/// True if a record with these fields, or a part of it, has a key whose role satisfies `holds`.
pub(super) fn any_field(fields: &[Field], holds: &dyn Fn(Role) -> bool) -> bool {
    fields.iter().any(|field| match field.role {
        Role::Parts(fields) => any_field(fields, holds),
        role => holds(role),
    })
}

/// A value of a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'r> {
    /// Any text.
    Text(&'r str),
    /// A moment.
    Moment(Moment),
    /// A day.
    Day(Day),
    /// A number that serves as a name.
    Number(i32),
}

impl<'r> Value<'r> {
    /// The text, if it is one.
    pub const fn text(self) -> Option<&'r str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Moment(_) | Self::Day(_) | Self::Number(_) => None,
        }
    }

    /// The day of a date or a moment.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Moment(moment) => Some(moment.day()),
            Self::Day(day) => Some(day.0),
            Self::Text(_) | Self::Number(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
