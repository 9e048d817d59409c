//! Computes what is due when, and what was done.
//!
//! In: the [`Records`](crate::model::Records) and one date. Out: periods, the working calendar,
//! measurements judged against limits, the history of findings and the [`Ledger`](ledger::Ledger). All arithmetic
//! of the contract is in this room, so that checks and reports only read results and every figure
//! is computed once.

mod agenda;
mod calendar;
mod clock;
mod evaluation;
mod evaluator;
mod findings;
mod handling;
mod interpretations;
mod ledger;
mod open_items;
mod parts;
mod period;
mod period_inspections;
mod service;
mod status;
mod survey_result;
mod team;
mod timing;
mod tree;
mod trend;
mod volume;
mod worktime;

pub(crate) use agenda::{DueItem, DueKind, agenda, is_done, status_of};
pub(crate) use calendar::DayReason;
pub use calendar::WorkCalendar;
pub(crate) use clock::Timed;
pub use clock::{Attainment, Clock, ClockVerdict, Known, StopKind};
pub(crate) use evaluation::{Basis, Evaluation};
pub(crate) use evaluator::{
    Evaluator, Judgement, Measurement, advise_text, bound_text, shown_value, verdict_owed,
};
pub(crate) use findings::{FindingFollowUp, FindingHistory, histories, is_remedied, open_before};
pub(crate) use handling::{Average, HandlingStats, cases_in_order, on_site};
pub(crate) use interpretations::AlternativeClock;
pub use interpretations::AlternativeInterpretations;
pub(crate) use ledger::{Row, State, address, is_settled, row_cadence};
pub(crate) use open_items::OpenItems;
pub(crate) use parts::{Difference, disagreements};
pub use period::find_period;
pub(crate) use period::{Period, periods, term_period};
pub(crate) use period_inspections::{
    PeriodInspection, WorstMeasurement, finding_counts, inspected, period_inspections, verdict_of,
    worst_measurements,
};
pub(crate) use service::{attainment, clocks_of, speaks_of};
pub(crate) use status::{
    ClauseStatus, Conclusion, by_clause, by_clause_within, by_person, states_of,
};
pub(crate) use survey_result::{
    CALLS_OWED, Change, Comparable, Comparison, DissatisfiedRespondent, Group, Obstacle,
    Proportion, QuestionScore, SurveyResult, compare, completed, dissatisfied, measures_for,
    outcome_by, survey_before, survey_result, wilson,
};
pub(crate) use team::{Work, team};
pub use timing::Timing;
pub(crate) use timing::is_urgent;
pub(crate) use tree::{KnowledgeTree, TreeEntry, TreeNode};
pub(crate) use trend::{Forecast, Trend, trend};
pub(crate) use volume::{Month, Volume, frequent, is_closed, undecided};
pub(crate) use worktime::Span;
pub use worktime::{Hold, Hours, NoWorkday, SpanReason, WorkTime};
