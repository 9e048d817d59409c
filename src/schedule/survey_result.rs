//! The figures of a yearly satisfaction survey (`domain.md` §6).
//!
//! In: a survey, the contract file's rules for surveys and one date. Out: [`SurveyResult`]: who was
//! reached, which forms count, the answers to every question, the composite score and the groups.
//! Every share has its counts, so that a report can print both. Nothing is imputed, and groups too
//! small to protect a person's anonymity are not shown.

mod answers;
mod compare;
mod groups;
mod result;
#[cfg(test)]
mod sample;
mod score;
mod share;

pub(crate) use answers::{DissatisfiedRespondent, QuestionScore, dissatisfied};
pub(crate) use compare::{Change, Comparable, Comparison, Obstacle, compare, survey_before};
pub(crate) use groups::Group;
pub(crate) use result::{
    CALLS_OWED, SurveyResult, completed, measures_for, outcome_by, survey_result,
};
pub(crate) use share::{Proportion, wilson};
