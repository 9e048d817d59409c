//! What is due when, and what was done.
//!
//! In: the [`Records`](crate::model::Book) and one date. Out: periods, the working calendar, readings judged against limits, the
//! chain of findings and the [`Ledger`]. All arithmetic of the contract lives here, so that checks and reports only
//! look at results and every figure is computed once.

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

pub use agenda::{DueItem, DueKind, agenda, is_done, status_of};
pub use calendar::{DayReason, DayStatus, WorkCalendar};
pub use clock::{Attainment, Clock, ClockVerdict, Known, Stop, StopKind, Timed};
pub use evaluation::{Basis, Evaluation};
pub use evaluator::{
    Evaluator, Judgement, Measurement, advise_text, bound_text, evaluate_value, shown_value,
    verdict_owed,
};
pub use findings::{FindingFollowUp, FindingHistory, histories, is_remedied, open_before};
pub use handling::{Average, HandlingStats, cases_in_order, on_site};
pub use interpretations::{AlternativeClock, AlternativeInterpretations, Interpretation};
pub use ledger::{Ledger, Proof, Row, State, address, is_settled, row_cadence};
pub use open_items::OpenItems;
pub use parts::{Difference, Disagreement, disagreements};
pub use period::{Period, PeriodId, find_period, periods, term_period};
pub use period_inspections::{
    FindingCounts, PeriodInspection, WorstMeasurement, finding_counts, inspected,
    period_inspections, verdict_of, verdicts, worst_measurements,
};
pub use service::{Service, attainment, clocks_of, counts, speaks_of};
pub use status::{
    ClauseStatus, Conclusion, PersonWorkload, by_clause, by_clause_within, by_person, states_of,
};
pub use survey_result::{
    CALLS_OWED, Change, Comparable, Comparison, Composite, DissatisfiedRespondent, Forms, Group,
    Groups, Mean, Obstacle, Proportion, QuestionScore, ResponseRate, SurveyResult, Weighed,
    compare, completed, dissatisfied, measures_for, outcome_by, survey_before, survey_result,
    wilson,
};
pub use team::{Member, Work, team};
pub use timing::{Timing, is_urgent};
pub use tree::{KnowledgeTree, TreeEntry, TreeNode};
pub use trend::{Forecast, Trend, trend};
pub use volume::{Month, Volume, frequent, is_closed, undecided};
pub use worktime::{Due, Hold, Hours, NoWorkday, Span, SpanReason, WorkTime};
