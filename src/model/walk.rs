//! How the values of a record are shown, each with its field and its place.
//!
//! In: records as the types hold them. Out: [`Fields`], which every record type has by the macro
//! `fields!`, and [`Seen`], what a visit shows of a value. A file of its own because record types
//! and checks only use it: whoever adds a key need not read it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::field::{Field, Value};
use super::{Clock24, Day, Moment};
use crate::source::Location;

/// What a record, or a part of it, goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name<'r> {
    /// A name of its own.
    Own(Cow<'r, str>),
    /// A name inside the record.
    Part(Cow<'r, str>),
    /// It has none.
    None,
}

/// A record, or a part of one, that shows its values.
pub(crate) trait Fields: Sync + 'static {
    /// What it goes by.
    fn name(&self) -> Name<'_>;

    /// Shows every value that is given, in the order of the keys.
    fn show<'r>(&'r self, path: Path<'_, 'r>, look: &mut Look<'_, 'r>);
}

/// What looks at values.
pub(crate) type Look<'l, 'r> = dyn FnMut(&Seen<'_, 'r>) + 'l;

/// A record that was read.
#[derive(Clone, Copy)]
pub struct Entry<'r> {
    /// The word for its kind.
    pub kind: &'static str,
    /// Where it stands.
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

    /// The record, as people name it.
    pub fn name(&self) -> Cow<'r, str> {
        match self.record.name() {
            Name::Own(name) | Name::Part(name) => name,
            Name::None => self.kind.into(),
        }
    }

    /// Shows every value of the record, and of the parts of it.
    pub fn visit(&self, look: &mut Look<'_, 'r>) {
        self.record.show(Path { entry: self, up: None, step: Step::Part(self.record) }, look);
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

/// The way from a record to a value. A list of steps on the stack, since most values are in order
/// and nobody asks where they stand.
#[derive(Clone, Copy)]
pub(crate) struct Path<'p, 'r> {
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

    /// The nearest name on the way to it that is a name of its own: of a measure in a survey, the
    /// measure's.
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
