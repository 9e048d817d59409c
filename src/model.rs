//! The records of a contract, as types.
//!
//! In: nothing; other rooms deserialize into these types. Out: one type a record kind, the list [`KINDS`], and the
//! [`Records`] that holds everything read. A room of its own because the record format is the product's public
//! interface: the types *are* the schema. Nothing here reads files or knows today's date.

mod assets;
mod calendar;
mod contract;
mod delivery;
mod entries;
mod escalation;
mod field;
mod fields;
mod inspection;
mod kind;
mod knowledge;
mod measure;
mod moment;
mod people;
mod placeholder;
mod probe;
mod record_type;
mod records;
pub mod report_id;
mod roster;
mod schema;
mod sla;
mod summary;
mod survey;
mod ticket;
mod visit;
mod walk;
mod wording;
mod words;

pub use assets::{Asset, Assets, Database, Object, Part, Server};
pub use calendar::{CalendarYear, DayKind, SpecialDay};
pub use contract::{
    Acknowledgement, Cadence, Clause, Contract, Counting, Demo, Evidence, Limit, LimitSource,
    Metric, ObjectKind, Party, Periods, Price, QuarterBasis, Reporting, Scope, SpaceBasis, System,
    Term, Threshold, YearBasis,
};
pub use delivery::{AcceptanceWord, DeliveredFile, Delivery};
pub use escalation::{Escalation, EscalationKind};
pub use field::{Field, Role, Target, Value};
pub use inspection::{
    Finding, FollowUp, FollowUpStatus, Grade, Inspection, Item, Measured, Mode, Revision, Verdict,
};
pub use kind::{Format, KINDS, Kind, Layout};
pub use knowledge::{Knowledge, markdown, picture_file, pictures};
pub use measure::Measure;
pub use moment::{Clock24, Day, Moment};
pub use people::{People, Person, Side};
pub use placeholder::{PLACEHOLDER, placeholder};
pub use probe::{
    DayValues, PROBE_COLUMNS, PROBE_HEADER, ProbeFile, Probes, Sample, Series, SeriesKey,
};
pub use record_type::{Insert, RecordType};
pub use records::{Attachment, Faulty, Records, Sourced};
pub use roster::Duty;
pub use schema::{Form, KeySchema, keys, keys_at};
pub use sla::{
    AnswerClock, AnswerRules, AnswerStart, CalendarRules, ClockDuty, CustomerHold, OnsiteClock,
    OnsiteRules, OnsiteStart, OutsideWindow, Reclass, ResponseClock, ResponseRules, Sla, TimeZone,
    UrgentRule,
};
pub use summary::{Event, Summary};
pub use survey::{
    Attempt, Level, Outcome, Question, QuestionKind, Respondent, Survey, SurveyMethod, SurveyRules,
};
pub use ticket::{Channel, FaultLevel, Impact, Resolution, Ticket, TicketKind, YesNo};
pub use visit::{Interview, Request, RequestKind, RevisitMethod, Visit, VisitPurpose};
pub use walk::{Entry, Fields, Look, Seen};
pub use wording::sample_column;
