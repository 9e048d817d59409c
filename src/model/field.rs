//! What the keys of a record mean.
//!
//! In: nothing. Out: [`Role`], what a key means; [`Field`], a key with its role; and [`Value`],
//! what stands under one. A file of its own because every record type uses it, and every check that
//! holds for all kinds of record (names, references, dates, texts, files) is a loop over roles: a
//! new key needs its line beside its type and no line there.

use chrono::NaiveDate;

use super::{Day, Moment};

/// What records are named by, or name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// An asset, of whatever kind.
    Asset,
    /// A check whose deviations can be acknowledged.
    Check,
    /// A clause of the contract.
    Clause,
    /// A handing over.
    Delivery,
    /// A case of the development team.
    Escalation,
    /// A finding of an inspection.
    Finding,
    /// An inspection.
    Inspection,
    /// An entry of the knowledge tree.
    Knowledge,
    /// A measure for the better.
    Measure,
    /// A metric of the contract.
    Metric,
    /// A part of an asset; it goes by its name at that asset.
    Part,
    /// A person of either side.
    Person,
    /// A question of a survey; it goes by its number in that survey.
    Question,
    /// A ticket, a case, a finding, a visit or an inspection.
    Record,
    /// A kind of report.
    Report,
    /// A request of a customer.
    Request,
    /// A respondent of a survey; goes by the number in that survey.
    Respondent,
    /// Somebody who signs: a person by id, or one of the hospital by name.
    Signer,
    /// A yearly summary.
    Summary,
    /// A yearly survey.
    Survey,
    /// A notice of any channel.
    Ticket,
    /// A visit.
    Visit,
    /// A year of the calendar.
    Year,
}

/// What a key means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Role {
    /// The name by which others name it.
    Id(Target),
    /// The name of something else.
    Reference(Target),
    /// A period of the contract.
    Period,
    /// The period for which the record, which others name so, is owed; the file's name, where a
    /// file holds one record.
    Owed(Target),
    /// When the record came into being: before that day nobody knows of it.
    Began,
    /// When something else happened that the record tells of.
    Happened,
    /// A day that may lie ahead, such as a due date.
    Planned,
    /// Free words, or a name that only a check of its own understands.
    Text,
    /// A telephone number, masked in every output.
    Phone,
    /// Markdown, whose pictures are files under `data/`.
    Markdown,
    /// A file under `data/` that proves something.
    File,
    /// A record inside the record, or several, with keys of their own.
    Parts(&'static [Field]),
    /// A number, or a word to choose: its type says all.
    Nothing,
}

impl Target {
    /// The word by which messages choose their wording. Parts and their assets share one.
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
    /// True of a day on which something happened.
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
    /// The key, as files have it.
    pub key: &'static str,
    /// What it means.
    pub role: Role,
    /// Of a day on which something happened: the keys beside it that tell of it, and are not known
    /// before. A key told of by several days is known from the first; one told of by none, from the
    /// beginning of the record.
    pub tells: &'static [&'static str],
}

/// True if a record with these fields, or a part of it, has a key of which this holds.
pub(super) fn any_field(fields: &[Field], holds: &dyn Fn(Role) -> bool) -> bool {
    fields.iter().any(|field| match field.role {
        Role::Parts(fields) => any_field(fields, holds),
        role => holds(role),
    })
}

/// A value under a key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'r> {
    /// Any text.
    Text(&'r str),
    /// A moment.
    Moment(Moment),
    /// A day.
    Day(Day),
    /// A number that is a name.
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

    /// The day, of a day or a moment.
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
