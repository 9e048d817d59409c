//! What is due when, and what was done.
//!
//! In: the [`Book`](crate::model::Book) and one date. Out: periods, the working calendar, readings judged against limits, the
//! chain of findings and the [`Ledger`]. All arithmetic of the contract lives here, so that checks and reports only
//! look at results and every figure is computed once.

mod agenda;
mod calendar;
mod clock;
mod findings;
mod handling;
mod judge;
mod ledger;
mod leftover;
mod opinion;
mod parts;
mod period;
mod readings;
mod reckoning;
mod rounds;
mod service;
mod standing;
mod team;
mod timing;
mod tree;
mod trend;
mod volume;
mod worktime;

pub use agenda::{Matter, MatterKind, agenda, is_done, standing_of};
pub use calendar::{DayReason, DayStatus, WorkCalendar};
pub use clock::{Attainment, Clock, ClockVerdict, Known, Stop, StopKind, Timed};
pub use findings::{Chain, Link, chains, is_remedied, open_before};
pub use handling::{Average, Handling, cases_in_order, on_site};
pub use judge::{
    Judgement, Judging, Reading, advise_text, bound_text, judge_value, shown_value, verdict_owed,
};
pub use ledger::{Ledger, Proof, Row, State, address, is_settled, row_cadence};
pub use leftover::Leftover;
pub use opinion::{
    CALLS_OWED, Change, Comparable, Comparison, Composite, Forms, Group, Groups, Mean, Negative,
    Obstacle, Opinion, Proportion, Reach, Scored, Weighed, compare, completed, measures_for,
    negatives, opinion, outcome_by, survey_before, wilson,
};
pub use parts::{Difference, Disagreement, disagreements};
pub use period::{Period, PeriodId, find_period, periods, term_period};
pub use readings::{OtherClock, OtherReadings, Reading as OtherReading};
pub use reckoning::{Foundation, Reckoning};
pub use rounds::{Extreme, Flow, Round, extremes, flow, inspected, rounds, verdict_of, verdicts};
pub use service::{Service, attainment, clocks_of, counts, speaks_of};
pub use standing::{
    ClauseStanding, Conclusion, PersonStanding, by_clause, by_clause_within, by_person, states_of,
};
pub use team::{Member, Work, team};
pub use timing::{Timing, is_urgent};
pub use tree::{KnowledgeTree, TreeEntry, TreeNode};
pub use trend::{Forecast, Trend, trend};
pub use volume::{Month, Volume, frequent, is_closed, undecided};
pub use worktime::{Due, Hold, Hours, NoWorkday, Span, SpanReason, WorkTime};
