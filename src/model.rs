//! The records of a contract, as types.
//!
//! In: nothing; other rooms deserialize into these types. Out: one type a record kind, the list [`KINDS`], and the
//! [`Book`] that holds everything read. A room of its own because the record format is the product's public
//! interface: the types *are* the schema. Nothing here reads files or knows today's date.

mod assets;
mod book;
mod calendar;
mod contract;
mod inspection;
mod kind;
mod moment;
mod people;
mod probe;
mod words;

pub use assets::{Asset, Assets, Database, Object, Part, Server};
pub use book::{Attachment, Book, Faulty, Filed};
pub use calendar::{CalendarYear, DayKind, SpecialDay};
pub use contract::{
    Acknowledgement, Cadence, Clause, Contract, Evidence, Limit, LimitSource, Metric, ObjectKind, Party,
    Periods, Price, QuarterBasis, Reporting, Scope, SpaceBasis, System, Term, Threshold, YearBasis,
};
pub use inspection::{
    Finding, FollowUp, FollowUpStatus, Grade, Inspection, Item, Measured, Mode, Revision, Verdict,
};
pub use kind::{Format, KINDS, Kind, Layout, Shelving};
pub use moment::{Day, Moment};
pub use people::{People, Person, Side};
pub use probe::{DayValues, ProbeFile, Probes, Sample, Series, SeriesKey};
