//! The records of a contract, as types.
//!
//! In: nothing; other rooms deserialize into these types. Out: one type per record kind, the list
//! [`KINDS`], and [`Records`], which holds everything that was read. A room of its own because the
//! record format is the product's public interface: the types *are* the schema. Nothing here reads
//! files or knows today's date.

mod assets;
mod calendar;
mod clause;
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

pub(crate) use assets::{Assets, Object};
pub use calendar::{CalendarYear, DayKind, SpecialDay};
pub use clause::Evidence;
pub(crate) use clause::{Cadence, Clause, Counting, Limit, LimitSource, Scope};
pub use contract::Contract;
pub(crate) use contract::{Acknowledgement, Metric, ObjectKind, Party, QuarterBasis, YearBasis};
pub(crate) use delivery::{AcceptanceWord, Delivery};
pub(crate) use escalation::{Escalation, EscalationKind};
pub(crate) use field::Value;
pub use field::{Role, Target};
pub(crate) use inspection::{
    Finding, FollowUp, FollowUpStatus, Grade, Inspection, Item, Measured, Verdict,
};
pub(crate) use kind::{Format, Layout};
pub use kind::{KINDS, Kind};
pub(crate) use knowledge::{Knowledge, markdown, picture_file, pictures};
pub(crate) use measure::Measure;
pub(crate) use moment::Clock24;
pub use moment::{Day, Moment};
pub(crate) use people::{People, Person, Side};
pub(crate) use placeholder::{PLACEHOLDER, placeholder};
pub(crate) use probe::{DayValues, PROBE_COLUMNS, PROBE_HEADER, ProbeFile, Probes, SeriesKey};
pub use probe::{Sample, Series};
pub(crate) use record_type::Insert;
pub(crate) use records::{Attachment, Faulty};
pub use records::{Records, Sourced};
pub(crate) use roster::Duty;
pub(crate) use schema::{Form, KeySchema, keys, keys_at};
pub use sla::{
    AnswerClock, CalendarRules, ClockDuty, OnsiteStart, Reclass, ResponseClock, Sla, UrgentRule,
};
pub(crate) use sla::{AnswerStart, CustomerHold, OnsiteClock, OutsideWindow};
pub(crate) use summary::{Event, Summary};
pub(crate) use survey::{
    Attempt, Level, Outcome, Question, QuestionKind, Respondent, Survey, SurveyMethod, SurveyRules,
};
pub use ticket::{Channel, Impact, Ticket, TicketKind, YesNo};
pub(crate) use ticket::{FaultLevel, Resolution};
pub(crate) use visit::{Request, RequestKind, Visit, VisitPurpose};
pub(crate) use walk::{Entry, Seen};
pub(crate) use wording::sample_column;
