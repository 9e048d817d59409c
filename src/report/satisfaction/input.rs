//! What the chapters of a satisfaction report are written from.
//!
//! In: a report context and a period. Out: [`SatisfactionInput`]. Below the chapters and the report that lists them.

use crate::model::{Level, Sourced, Survey, SurveyMethod, SurveyRules, YesNo};
use crate::report::facts::Facts;
use crate::report::format::{self, NOTHING};
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{
    DissatisfiedRespondent, Period, SurveyResult, dissatisfied, measures_for, survey_before,
    survey_result,
};
use crate::source::FileId;
use chrono::NaiveDate;

/// Input of all chapters.
pub(super) struct SatisfactionInput<'a, 'm> {
    pub(super) context: &'m ReportContext<'a>,
    pub(super) period: &'m Period,
    pub(super) survey: &'a Survey,
    pub(super) rules: &'a SurveyRules,
    pub(super) survey_result: SurveyResult<'a>,
    /// Last year's survey, with its figures.
    pub(super) before: Option<SurveyResult<'a>>,
    /// Those who are not satisfied.
    pub(super) dissatisfied: Vec<DissatisfiedRespondent<'a>>,
    /// Measures are shown in their state on this day: the survey's last, so that a later day changes nothing.
    pub(super) day: NaiveDate,
}

impl<'a, 'm> SatisfactionInput<'a, 'm> {
    pub(super) fn new(
        context: &'m ReportContext<'a>,
        period: &'m Period,
        survey: &'a Sourced<Survey>,
    ) -> Self {
        let contract = &context.contract.record;
        let (survey, rules, as_of) = (&survey.record, &contract.survey, context.as_of);
        let of = |survey| survey_result(survey, rules, as_of);
        let measures = measures_for(context.records, survey);
        let before = survey_before(contract, context.records, survey);
        let finished = survey.finished_on.map(|day| day.0).filter(|day| *day <= as_of);
        Self {
            context,
            period,
            survey,
            rules,
            survey_result: of(survey),
            before: before.map(|before| of(&before.record)),
            dissatisfied: dissatisfied(survey, rules, &measures, as_of),
            day: finished.unwrap_or_else(|| last_day(survey, period, as_of)),
        }
    }

    pub(super) fn facts(&self) -> Facts {
        Facts {
            served: Some(self.span()),
            prepared_by: shared::names(self.context, &self.survey.surveyors),
            dated: self.survey_result.is_finished().then_some(self.day),
            unfinished: !self.survey_result.is_finished(),
            ..Facts::default()
        }
    }

    /// 2025年12月1日—2025年12月12日.
    pub(super) fn span(&self) -> String {
        let from = format::long_day(self.survey.started_on.0);
        match self.survey_result.is_finished() {
            true => format!("{from}—{}", format::long_day(self.day)),
            false => format!("{from}起，尚未结束"),
        }
    }

    pub(super) fn is_by_phone(&self) -> bool {
        self.survey.method == SurveyMethod::Phone
    }

    pub(super) fn sources(&self, file: FileId) -> Vec<FileId> {
        let records = self.context.records;
        let mut files = shared::common_sources(self.context, self.period);
        files.push(file);
        let before = survey_before(&self.context.contract.record, records, self.survey);
        files.extend(before.map(|before| before.location.file));
        let summaries =
            records.summaries.iter().filter(|summary| summary.record.period == self.survey.period);
        files.extend(summaries.map(|summary| summary.location.file));
        shared::sorted(files)
    }
}

/// The day whose state is shown of a survey without an end: the day of the run while the period runs; afterwards only
/// calls move it.
pub(super) fn last_day(survey: &Survey, period: &Period, as_of: NaiveDate) -> NaiveDate {
    let calls = survey.respondents.iter().flat_map(|respondent| &respondent.attempts);
    let last = calls.map(|call| call.at.day()).filter(|day| *day <= as_of).max();
    as_of.min(last.map_or(period.to, |last| last.max(period.to)))
}

/// The words of the scale that count as satisfied, or as dissatisfied: 非常满意、满意.
pub(super) fn words(rules: &SurveyRules, counts: fn(&Level) -> YesNo) -> String {
    let levels = rules.scale.iter().filter(|level| counts(level) == YesNo::Yes);
    levels.map(|level| level.word.as_str()).collect::<Vec<_>>().join("、")
}

/// A score, or a dash.
pub(super) fn score(value: Option<f64>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| format!("{value:.2}"))
}

pub(super) const fn satisfied(level: &Level) -> YesNo {
    level.satisfied
}

pub(super) const fn negative(level: &Level) -> YesNo {
    level.negative
}
