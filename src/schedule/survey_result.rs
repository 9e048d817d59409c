//! The figures of a yearly satisfaction survey (`domain.md` §6).
//!
//! In: a survey, the contract file's rules of surveys and one date. Out: [`SurveyResult`]: who was reached, which forms count, every
//! question's answers, the composite score and the groups. Counts stand beside every share, so that a report can print
//! both; nothing is imputed, and nothing is told of a group so small that it would tell of a person.

mod answers;
mod compare;
mod groups;
mod result;
#[cfg(test)]
mod sample;
mod score;
mod share;

pub use answers::{DissatisfiedRespondent, QuestionScore, dissatisfied};
pub use compare::{Change, Comparable, Comparison, Obstacle, compare, survey_before};
pub use groups::{Group, Groups};
pub use result::{
    CALLS_OWED, Forms, ResponseRate, SurveyResult, completed, measures_for, outcome_by,
    survey_result,
};
pub use score::{Composite, Weighed};
pub use share::{Mean, Proportion, wilson};
