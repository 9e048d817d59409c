//! What a kind of record needs of its type: how one is read, where it is kept, and what its keys
//! mean.
//!
//! In: the record types. Out: [`RecordType`], which [`KINDS`](super::KINDS) names for every kind. A
//! file of its own so that neither the list of kinds nor the loader knows any type of record.

use erased_serde::Deserializer;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::field::Field;
use super::walk::{Entry, Fields};
use super::{
    Assets, CalendarYear, Channel, Contract, Delivery, Duty, Escalation, Inspection, Knowledge,
    People, Records, Sourced, Summary, Survey, Ticket, Visit,
};
use crate::source::Location;

/// Puts a record that was read among the others. Apart from reading, because files are read in
/// parallel and kept in order.
pub(crate) type Insert = Box<dyn FnOnce(&mut Records) + Send>;

type Reader =
    fn(&'static str, &mut dyn Deserializer<'_>, Location) -> Result<Insert, erased_serde::Error>;

type Entries = for<'r> fn(&'static str, &'r Records) -> Box<dyn Iterator<Item = Entry<'r>> + 'r>;

/// The type behind a kind of record.
#[derive(Debug, Clone, Copy)]
pub struct RecordType {
    /// The JSON Schema of one record.
    pub schema: fn() -> Schema,
    /// Reads one record.
    pub read: Reader,
    /// What its keys mean.
    pub fields: &'static [Field],
    /// The records of a kind that were read.
    pub(super) entries: Entries,
}

impl RecordType {
    /// Gathers what the type says of itself.
    pub(super) const fn of<T: Stored>() -> Option<Self> {
        Some(Self { schema: schema::<T>, read: read::<T>, fields: T::KEYS, entries: entries::<T> })
    }
}

/// A type of record, and where [`Records`] keeps those that were read.
pub(super) trait Stored: Fields + JsonSchema + DeserializeOwned + Send {
    /// What its keys mean.
    const KEYS: &'static [Field];

    /// Those that were read.
    fn list(records: &Records) -> &[Sourced<Self>];

    /// Keeps one more.
    fn keep(records: &mut Records, sourced: Sourced<Self>);

    /// Takes over what its folder says, not the record.
    fn come_from(&mut self, _: &str) {}

    /// True if it came from a folder of this kind.
    fn is_of(&self, _: &str) -> bool {
        true
    }
}

/// Where the records of each type are kept: `one` of which there is at most one, `many` in a list.
macro_rules! stored {
    ($($type:ident: $number:ident $list:ident $({ $($further:item)+ })?,)+) => {$(
        impl Stored for $type {
            const KEYS: &'static [Field] = Self::FIELDS;

            fn list(records: &Records) -> &[Sourced<Self>] {
                records.$list.as_slice()
            }

            fn keep(records: &mut Records, sourced: Sourced<Self>) {
                stored!(@$number records.$list, sourced);
            }

            $($($further)+)?
        }
    )+};
    (@one $list:expr, $sourced:ident) => { $list = Some($sourced) };
    (@many $list:expr, $sourced:ident) => { $list.push($sourced) };
}

stored! {
    Contract: one contract,
    CalendarYear: many calendars,
    Assets: one assets,
    People: one people,
    Inspection: many inspections,
    Ticket: many tickets {
        fn come_from(&mut self, kind: &str) {
            self.channel = Channel::of_kind(kind).unwrap_or_default();
        }

        fn is_of(&self, kind: &str) -> bool {
            self.channel.kind() == kind
        }
    },
    Visit: many visits,
    Escalation: many escalations,
    Duty: many rosters,
    Survey: many surveys,
    Knowledge: many knowledge,
    Summary: many summaries,
    Delivery: many deliveries,
}

fn read<T: Stored>(
    kind: &'static str,
    from: &mut dyn Deserializer<'_>,
    location: Location,
) -> Result<Insert, erased_serde::Error> {
    let mut record: T = erased_serde::deserialize(from)?;
    record.come_from(kind);
    Ok(Box::new(|records| T::keep(records, Sourced { record, location })))
}

fn entries<'r, T: Stored>(
    kind: &'static str,
    records: &'r Records,
) -> Box<dyn Iterator<Item = Entry<'r>> + 'r> {
    let of_kind = T::list(records).iter().filter(move |sourced| sourced.record.is_of(kind));
    Box::new(of_kind.map(move |sourced| Entry::new(kind, &sourced.location, &sourced.record)))
}

/// The schema of a type. A key that may be left out is not listed as required; `null` is not
/// offered besides, since an empty key is a slip, not a value.
fn schema<T: JsonSchema>() -> Schema {
    SchemaSettings::default()
        .with_transform(RecursiveTransform(without_null))
        .into_generator()
        .into_root_schema_for::<T>()
}

fn without_null(schema: &mut Schema) {
    let null = json!({ "type": "null" });
    if let Some(branches) = schema.get("anyOf").and_then(Value::as_array) {
        let rest: Vec<_> = branches.iter().filter(|branch| **branch != null).cloned().collect();
        if let [Value::Object(only)] = rest.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.insert(key, value);
            }
        }
    }
    if let Some(types) = schema.get_mut("type")
        && let Some(list) = types.as_array_mut()
    {
        list.retain(|name| name != "null");
        if let [only] = list.as_slice() {
            *types = only.clone();
        }
    }
}
