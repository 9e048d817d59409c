//! Visits the values of a record, each with its field and its location.
//!
//! In: records as the types hold them. Out: [`Fields`], which the macro `fields!` implements for
//! every record type, and [`Seen`], a visited value. A file of its own because record types and
//! checks only use it: adding a key does not require reading it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::field::{Field, Value};
use super::{Clock24, Day, Moment};
use crate::source::Location;

/// The name of a record or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name<'r> {
    /// A name unique in the project.
    Own(Cow<'r, str>),
    /// A name unique within the record.
    Part(Cow<'r, str>),
    /// No name.
    None,
}

/// A record, or a part of one, whose values can be visited.
pub(crate) trait Fields: Sync + 'static {
    /// Its name.
    fn name(&self) -> Name<'_>;

    /// Visits every value that is present, in the order of the keys.
    fn show<'r>(&'r self, path: Path<'_, 'r>, look: &mut Look<'_, 'r>);
}

/// The callback of a visit.
pub(crate) type Look<'l, 'r> = dyn FnMut(&Seen<'_, 'r>) + 'l;

/// A record that was read.
#[derive(Clone, Copy)]
pub struct Entry<'r> {
    /// Its kind.
    pub kind: &'static str,
    /// Its location.
    pub location: &'r Location,
    record: &'r dyn Fields,
}

impl<'r> Entry<'r> {
    pub(super) const fn new(
        kind: &'static str,
        location: &'r Location,
        record: &'r dyn Fields,
    ) -> Self {
        Self { kind, location, record }
    }

    /// The name of the record for people.
    pub fn name(&self) -> Cow<'r, str> {
        match self.record.name() {
            Name::Own(name) | Name::Part(name) => name,
            Name::None => self.kind.into(),
        }
    }

    /// Visits every value of the record and of its parts.
    pub fn visit(&self, look: &mut Look<'_, 'r>) {
        self.record.show(Path { entry: self, up: None, step: Step::Part(self.record) }, look);
    }
}

/// One step from a record to a value.
#[derive(Clone, Copy)]
enum Step<'r> {
    /// Into the record, or a part of it.
    Part(&'r dyn Fields),
    /// To the value of a key.
    Key(&'static str),
    /// To an item of a list.
    Index(usize),
    /// To the value of a key that the user chose.
    Word(&'r str),
}

/// The path from a record to a value. A linked list on the stack, because most values are valid and
/// their location is never needed.
#[derive(Clone, Copy)]
pub(crate) struct Path<'p, 'r> {
    entry: &'p Entry<'r>,
    up: Option<&'p Self>,
    step: Step<'r>,
}

impl<'r> Path<'_, 'r> {
    const fn down<'q>(&'q self, step: Step<'r>) -> Path<'q, 'r> {
        Path { entry: self.entry, up: Some(self), step }
    }

    /// The path to the value of a key.
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

    /// The names along the path, the nearest first.
    fn names(&self) -> impl Iterator<Item = Name<'r>> {
        let steps = std::iter::successors(Some(self), |path| path.up);
        steps.filter_map(|path| match path.step {
            Step::Part(part) => Some(part.name()),
            Step::Key(_) | Step::Index(_) | Step::Word(_) => None,
        })
    }
}

/// A visited value with its context.
pub struct Seen<'p, 'r> {
    /// The meaning of its key.
    pub field: &'static Field,
    /// The value.
    pub value: Value<'r>,
    path: Path<'p, 'r>,
}

impl<'p, 'r> Seen<'p, 'r> {
    /// The record that contains the value.
    pub const fn entry(&self) -> &'p Entry<'r> {
        self.path.entry
    }

    /// The location of the value.
    pub fn location(&self) -> Location {
        self.path.location()
    }

    /// True if the value is in the record itself, not in a part of it.
    pub fn is_top(&self) -> bool {
        !matches!(self.part(), Some(part) if part.up.is_some())
    }

    /// The nearest enclosing name that is unique in the project: for a measure in a survey, the
    /// measure's.
    pub fn owner(&self) -> Cow<'r, str> {
        let mut names = self.path.names();
        let own = names.find_map(|name| match name {
            Name::Own(name) => Some(name),
            Name::Part(_) | Name::None => None,
        });
        own.unwrap_or_else(|| self.entry().name())
    }

    /// The record's name and, after a slash, that of the part if it has one: `XJ-2026Q3/1.5`.
    pub fn full_name(&self) -> Cow<'r, str> {
        let record = self.entry().name();
        match self.path.names().find(|name| *name != Name::None) {
            Some(Name::Part(part)) => format!("{record}/{part}").into(),
            _ => record,
        }
    }

    /// The part of the record that contains the value.
    fn part(&self) -> Option<&Path<'p, 'r>> {
        let mut steps = std::iter::successors(Some(&self.path), |path| path.up);
        steps.find(|path| matches!(path.step, Step::Part(_)))
    }
}

/// The content of a key: one value, several, or none.
pub(super) trait Content {
    /// Visits each value.
    fn show_under<'r>(&'r self, _: &'static Field, _: Path<'_, 'r>, _: &mut Look<'_, 'r>) {}
}

/// Implements a visit for types with one value.
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

/// Implements an empty visit for types that need no check beyond their own.
macro_rules! no_value {
    ($($type:ty),+) => { $(impl $crate::model::walk::Content for $type {})+ };
}

no_value!(bool, u16, u32, f64, [Clock24; 2]);

pub(super) use no_value;

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

/// A value that can be a name.
pub(super) trait AsName {
    /// The name; allocated only if it is not a text already.
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
