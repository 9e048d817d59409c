//! What the keys of a record mean.
//!
//! In: the record types, each of which lists its keys with a [`Role`], one line a key, by the macro [`fields!`]. Out:
//! [`Field`], which says what a key means, and [`Fields`], which shows every value of a record with its field and its
//! place. A file of its own because every record type uses it, and every check that holds for all kinds of record (names,
//! references, dates, texts, files) is a loop over roles: a new key needs its line here and no line there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Clock24, Day, Evidence, Kind, Moment, QuarterBasis, YearBasis};
use crate::source::Location;

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
    /// The period for which evidence of this kind is owed; the file's name, where a file holds one record.
    Owed(Evidence),
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
    /// Of a day on which something happened: the keys beside it that tell of it, and are not known before. A key told of by
    /// several days is known from the first; one told of by none, from the beginning of the record.
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

/// What a record, or a part of it, goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name<'r> {
    /// A name of its own.
    Own(Cow<'r, str>),
    /// A name inside the record.
    Part(Cow<'r, str>),
    /// It has none.
    None,
}

/// A record, or a part of one, that shows its values.
pub trait Fields: Sync + 'static {
    /// What it goes by.
    fn name(&self) -> Name<'_>;

    /// Shows every value that is given, in the order of the keys.
    fn show<'r>(&'r self, path: Path<'_, 'r>, look: &mut Look<'_, 'r>);
}

/// What looks at values.
pub type Look<'l, 'r> = dyn FnMut(&Seen<'_, 'r>) + 'l;

/// A record that was read.
#[derive(Clone, Copy)]
pub struct Entry<'r> {
    /// Its kind.
    pub kind: &'static Kind,
    /// Where it stands.
    pub location: &'r Location,
    record: &'r dyn Fields,
}

impl<'r> Entry<'r> {
    pub(super) const fn new(
        kind: &'static Kind,
        location: &'r Location,
        record: &'r dyn Fields,
    ) -> Self {
        Self { kind, location, record }
    }

    /// The record, as people name it.
    pub fn name(&self) -> Cow<'r, str> {
        match self.record.name() {
            Name::Own(name) | Name::Part(name) => name,
            Name::None => self.kind.id.into(),
        }
    }

    /// Shows every value of the record, and of the parts of it.
    pub fn visit(&self, look: &mut Look<'_, 'r>) {
        self.record.show(Path { entry: self, up: None, step: Step::Part(self.record) }, look);
    }

    /// The value under a key of the record itself.
    pub fn value(&self, key: &str) -> Option<Value<'r>> {
        let mut value = None;
        self.visit(&mut |seen| {
            if seen.is_top() && seen.field.key == key {
                value = value.or(Some(seen.value));
            }
        });
        value
    }
}

/// One step from a record to a value.
#[derive(Clone, Copy)]
enum Step<'r> {
    /// Into the record, or a part of it.
    Part(&'r dyn Fields),
    /// To what stands under a key.
    Key(&'static str),
    /// To an item of a list.
    Index(usize),
    /// To what stands under a key that people choose.
    Word(&'r str),
}

/// The way from a record to a value. A list of steps on the stack, since most values are in order and nobody asks where they
/// stand.
#[derive(Clone, Copy)]
pub struct Path<'p, 'r> {
    entry: &'p Entry<'r>,
    up: Option<&'p Path<'p, 'r>>,
    step: Step<'r>,
}

impl<'r> Path<'_, 'r> {
    const fn down<'q>(&'q self, step: Step<'r>) -> Path<'q, 'r> {
        Path { entry: self.entry, up: Some(self), step }
    }

    /// The way to what stands under a key.
    pub(super) const fn key<'q>(&'q self, key: &'static str) -> Path<'q, 'r> {
        self.down(Step::Key(key))
    }

    fn location(&self) -> Location {
        let Some(up) = self.up else { return self.entry.location.clone() };
        match self.step {
            Step::Part(_) => up.location(),
            Step::Key(key) | Step::Word(key) => up.location().at(key),
            Step::Index(index) => up.location().at(index),
        }
    }

    /// The names on the way, the nearest first.
    fn names(&self) -> impl Iterator<Item = Name<'r>> {
        let steps = std::iter::successors(Some(self), |path| path.up);
        steps.filter_map(|path| match path.step {
            Step::Part(part) => Some(part.name()),
            Step::Key(_) | Step::Index(_) | Step::Word(_) => None,
        })
    }
}

/// A value, and what is known of it.
pub struct Seen<'p, 'r> {
    /// What its key means.
    pub field: &'static Field,
    /// The value.
    pub value: Value<'r>,
    path: Path<'p, 'r>,
}

impl<'p, 'r> Seen<'p, 'r> {
    /// The record it stands in.
    pub const fn entry(&self) -> &'p Entry<'r> {
        self.path.entry
    }

    /// Where it stands.
    pub fn location(&self) -> Location {
        self.path.location()
    }

    /// True if it stands in the record itself, not in a part of it.
    pub fn is_top(&self) -> bool {
        !matches!(self.part(), Some(part) if part.up.is_some())
    }

    /// The nearest name on the way to it that is a name of its own: of a measure in a survey, the measure's.
    pub fn owner(&self) -> Cow<'r, str> {
        let mut names = self.path.names();
        let own = names.find_map(|name| match name {
            Name::Own(name) => Some(name),
            Name::Part(_) | Name::None => None,
        });
        own.unwrap_or_else(|| self.entry().name())
    }

    /// The record, and behind a stroke the part of it, if that has a name: `XJ-2026Q3/1.5`.
    pub fn full_name(&self) -> Cow<'r, str> {
        let record = self.entry().name();
        match self.path.names().find(|name| *name != Name::None) {
            Some(Name::Part(part)) => format!("{record}/{part}").into(),
            _ => record,
        }
    }

    /// The part of the record that it stands in.
    fn part(&self) -> Option<&Path<'p, 'r>> {
        let mut steps = std::iter::successors(Some(&self.path), |path| path.up);
        steps.find(|path| matches!(path.step, Step::Part(_)))
    }
}

/// What may stand under a key: a value, several, or none at all.
pub(super) trait Content {
    /// Shows each.
    fn show_under<'r>(&'r self, _: &'static Field, _: Path<'_, 'r>, _: &mut Look<'_, 'r>) {}
}

/// Shows one value.
macro_rules! one_value {
    ($($type:ty: $value:expr,)+) => {$(
        impl Content for $type {
            fn show_under<'r>(
                &'r self,
                field: &'static Field,
                path: Path<'_, 'r>,
                look: &mut Look<'_, 'r>,
            ) {
                let value: fn(&'r Self) -> Value<'r> = $value;
                look(&Seen { field, value: value(self), path });
            }
        }
    )+};
}

one_value! {
    String: |text| Value::Text(text),
    Moment: |moment| Value::Moment(*moment),
    Day: |day| Value::Day(*day),
    i32: |number| Value::Number(*number),
}

/// Types whose values say all by themselves.
macro_rules! no_value {
    ($($type:ty),+) => { $(impl Content for $type {})+ };
}

no_value!(bool, u16, u32, f64, [Clock24; 2], QuarterBasis, YearBasis);

impl<T: Content> Content for Option<T> {
    fn show_under<'r>(
        &'r self,
        field: &'static Field,
        path: Path<'_, 'r>,
        look: &mut Look<'_, 'r>,
    ) {
        if let Some(content) = self {
            content.show_under(field, path, look);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn show_under<'r>(
        &'r self,
        field: &'static Field,
        path: Path<'_, 'r>,
        look: &mut Look<'_, 'r>,
    ) {
        for (at, content) in self.iter().enumerate() {
            content.show_under(field, path.down(Step::Index(at)), look);
        }
    }
}

impl<T: Content> Content for BTreeMap<String, T> {
    fn show_under<'r>(
        &'r self,
        field: &'static Field,
        path: Path<'_, 'r>,
        look: &mut Look<'_, 'r>,
    ) {
        for (word, content) in self {
            content.show_under(field, path.down(Step::Word(word)), look);
        }
    }
}

impl<T: Fields> Content for T {
    fn show_under<'r>(&'r self, _: &'static Field, path: Path<'_, 'r>, look: &mut Look<'_, 'r>) {
        self.show(path.down(Step::Part(self)), look);
    }
}

/// What a record may go by.
pub(super) trait AsName {
    /// The name, made only where it is no text.
    fn as_name(&self) -> Cow<'_, str>;
}

impl AsName for String {
    fn as_name(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
}

impl AsName for i32 {
    fn as_name(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl AsName for Day {
    fn as_name(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
}

/// Lists the keys of a record type, each with its [`Role`]:
///
/// ```text
/// fields! { Visit as Own(id) {
///     id: Id(Target::Visit),
///     left_at: Happened => [work, result],
///     interviews: Parts(Interview::FIELDS),
/// } }
/// ```
///
/// `as Own(id)` says that the record goes by its `id`; `as Part(id)` that a part of a record goes by it there. Behind `=>`
/// stand the keys that tell of what happened ([`Field::tells`]).
macro_rules! fields {
    ($type:ident $(as $form:ident($by:ident))? {
        $($key:ident: $role:expr $(=> [$($told:ident),+])?,)+
    }) => {
        impl $type {
            pub(crate) const FIELDS: &'static [$crate::model::field::Field] = {
                #[allow(unused_imports, reason = "hardly a type uses every role")]
                use $crate::model::{Evidence, field::{Field, Role::*, Target}};
                &[$(Field {
                    key: stringify!($key),
                    role: $role,
                    tells: &[$($(stringify!($told)),+)?],
                },)+]
            };
        }

        impl $crate::model::field::Fields for $type {
            fn name(&self) -> $crate::model::field::Name<'_> {
                $crate::model::field::fields!(@name self $($form $by)?)
            }

            fn show<'r>(
                &'r self,
                path: $crate::model::field::Path<'_, 'r>,
                look: &mut $crate::model::field::Look<'_, 'r>,
            ) {
                use $crate::model::field::Content;
                let mut fields = Self::FIELDS.iter();
                $(if let Some(field) = fields.next() {
                    self.$key.show_under(field, path.key(field.key), look);
                })+
            }
        }
    };
    (@name $self:ident) => { $crate::model::field::Name::None };
    (@name $self:ident $form:ident $by:ident) => {
        $crate::model::field::Name::$form($crate::model::field::AsName::as_name(&$self.$by))
    };
}

pub(super) use fields;

#[cfg(test)]
mod tests;
