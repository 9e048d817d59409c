//! The result of one survey by a day.
//!
//! In: a survey and the rules for surveys. Out: [`SurveyResult`], combined from the answers, the
//! score and the groups.

use chrono::NaiveDate;

use super::answers::{QuestionScore, calls_by, is_stated, is_valid, overall, scored};
use super::groups::{Groups, groups};
use super::score::Composite;
use super::share::Proportion;
use crate::model::{Measure, Outcome, Records, Respondent, Survey, SurveyRules};

/// The number of calls, at different times, before a person counts as unreached.
pub(crate) const CALLS_OWED: usize = 3;

/// The result of a survey by a day.
#[derive(Debug, Clone)]
pub(crate) struct SurveyResult<'a> {
    pub survey: &'a Survey,
    /// The rules by which it is evaluated.
    pub rules: &'a SurveyRules,
    /// The date; later answers are not counted.
    pub as_of: NaiveDate,
    /// Who was called, and who answered.
    pub reach: ResponseRate,
    /// The forms, valid and dropped.
    pub forms: Forms<'a>,
    /// Every scored question, in the questionnaire's order.
    pub scored: Vec<QuestionScore<'a>>,
    /// The score over all rated questions.
    pub composite: Composite<'a>,
    /// The results by department, as far as they may be shown.
    pub groups: Groups<'a>,
}

/// The people on the list and the outcomes of the calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ResponseRate {
    /// The number of people per outcome, in the order of [`Outcome::ALL`].
    pub outcomes: Vec<(Outcome, usize)>,
    /// People on the list.
    pub listed: usize,
    /// People who can be reached: without 空号, 已离岗 and 未使用.
    pub reachable: usize,
    /// People who answered.
    pub completed: usize,
    pub calls: usize,
    /// People called at least [`CALLS_OWED`] times.
    pub called_often: usize,
}

/// Completed forms. A form is dropped only if the overall question and more than half of the scored
/// ones were left unanswered.
#[derive(Debug, Clone)]
pub(crate) struct Forms<'a> {
    /// Forms that are counted.
    pub valid: Vec<&'a Respondent>,
    /// Forms that are not counted.
    pub dropped: Vec<&'a Respondent>,
}

/// Computes every figure of a survey as of a day.
pub(crate) fn survey_result<'a>(
    survey: &'a Survey,
    rules: &'a SurveyRules,
    as_of: NaiveDate,
) -> SurveyResult<'a> {
    let completed = completed(survey, as_of);
    let is_talk_only = completed.len() < usize::from(rules.smallest_sample);
    let (valid, dropped) =
        completed.into_iter().partition(|respondent| is_valid(survey, rules, respondent));
    let forms = Forms { valid, dropped };
    let scored = scored(survey, rules, &forms.valid);
    let composite = Composite::of(&scored);
    let groups = if is_talk_only { Groups::default() } else { groups(survey, rules, &forms.valid) };
    SurveyResult {
        survey,
        rules,
        as_of,
        reach: reach(survey, as_of),
        forms,
        scored,
        composite,
        groups,
    }
}

impl<'a> SurveyResult<'a> {
    /// True if so few people answered that the survey is reported as talks (访谈记录), without any
    /// percentage.
    pub(crate) fn is_talk_only(&self) -> bool {
        self.reach.completed < usize::from(self.rules.smallest_sample)
    }

    /// True if the survey had ended by the day.
    pub(crate) fn is_finished(&self) -> bool {
        self.survey.finished_on.is_some_and(|day| day.0 <= self.as_of)
    }

    /// The overall question, which is reported separately.
    pub(crate) fn overall(&self) -> Option<&QuestionScore<'a>> {
        overall(&self.scored)
    }
}

impl ResponseRate {
    /// The proportion of people who answered among those who can be reached.
    pub(crate) const fn response(&self) -> Proportion {
        Proportion { part: self.completed, whole: self.reachable }
    }

    /// The number of people with an outcome.
    pub(crate) fn count(&self, outcome: Outcome) -> usize {
        self.outcomes.iter().find(|(known, _)| *known == outcome).map_or(0, |(_, count)| *count)
    }
}

/// The outcome for a respondent by a day: still to be called, if the deciding call came later.
pub(crate) fn outcome_by(survey: &Survey, respondent: &Respondent, as_of: NaiveDate) -> Outcome {
    if is_stated(survey, respondent, as_of) { respondent.outcome } else { Outcome::Pending }
}

/// The people who had answered by a day.
pub(crate) fn completed(survey: &Survey, as_of: NaiveDate) -> Vec<&Respondent> {
    let respondents = survey.respondents.iter();
    respondents
        .filter(|respondent| outcome_by(survey, respondent, as_of) == Outcome::Completed)
        .collect()
}

/// The measures that may address a survey: its own, and those of the summary of its year.
pub(crate) fn measures_for<'a>(records: &'a Records, survey: &'a Survey) -> Vec<&'a Measure> {
    let summaries =
        records.summaries.iter().filter(|summary| summary.record.period == survey.period);
    survey.measures.iter().chain(summaries.flat_map(|summary| &summary.record.measures)).collect()
}

fn reach(survey: &Survey, as_of: NaiveDate) -> ResponseRate {
    let outcomes: Vec<_> =
        survey.respondents.iter().map(|respondent| outcome_by(survey, respondent, as_of)).collect();
    let count = |outcome: Outcome| outcomes.iter().filter(|known| **known == outcome).count();
    let calls: Vec<_> =
        survey.respondents.iter().map(|respondent| calls_by(respondent, as_of).count()).collect();
    ResponseRate {
        outcomes: Outcome::ALL.iter().map(|outcome| (*outcome, count(*outcome))).collect(),
        listed: outcomes.len(),
        reachable: outcomes.iter().filter(|outcome| outcome.is_reachable()).count(),
        completed: count(Outcome::Completed),
        calls: calls.iter().sum(),
        called_often: calls.iter().filter(|calls| **calls >= CALLS_OWED).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, form, rules, survey};
    use super::*;

    fn called(id: &str, outcome: &str, calls: &[(&str, &str)]) -> String {
        let calls: Vec<_> = calls
            .iter()
            .map(|(at, outcome)| format!("{{ at: {at} 10:00, outcome: {outcome} }}"))
            .collect();
        let calls = calls.join(", ");
        format!(
            "{{ id: {id}, department: 财务科, outcome: {outcome}, attempts: [{calls}], answers: {{ Q1: 满意 }} }}"
        )
    }

    #[test]
    fn people_who_do_not_belong_on_the_list_leave_the_response_rate() {
        let rows = ["完成", "完成", "拒访", "未接通", "空号", "已离岗", "未使用", "待访"];
        let rows: Vec<_> = rows.iter().map(|outcome| called("S", outcome, &[])).collect();
        let survey = survey(&rows);
        let reach = survey_result(&survey, &rules(), day("2026-12-31")).reach;
        assert_eq!(reach.response(), Proportion { part: 2, whole: 5 });
        assert_eq!(reach.outcomes.iter().map(|(_, count)| count).sum::<usize>(), reach.listed);
        let outcomes: Vec<_> = reach.outcomes.iter().map(|(outcome, _)| *outcome).collect();
        assert_eq!(outcomes, Outcome::ALL);
        assert_eq!((reach.count(Outcome::Completed), reach.count(Outcome::Left)), (2, 1));
    }

    #[test]
    fn later_calls_are_not_counted() {
        let rows = [
            called("S01", "完成", &[("2026-11-16", "未接通"), ("2026-11-20", "完成")]),
            called(
                "S02",
                "未接通",
                &[("2026-11-16", "未接通"), ("2026-11-17", "未接通"), ("2026-11-20", "未接通")],
            ),
            called("S03", "拒访", &[("2026-11-16", "拒访"), ("2026-11-20", "未接通")]),
        ];
        let (survey, rules) = (survey(&rows), rules());
        let before = survey_result(&survey, &rules, day("2026-11-19"));
        assert_eq!(
            (before.reach.completed, before.reach.calls, before.reach.called_often),
            (0, 4, 0)
        );
        assert_eq!(
            (before.reach.count(Outcome::Pending), before.reach.count(Outcome::Refused)),
            (2, 1)
        );
        assert!(before.scored.iter().all(|scored| scored.forms() == 0));
        let after = survey_result(&survey, &rules, day("2026-11-20"));
        assert_eq!((after.reach.completed, after.reach.calls, after.reach.called_often), (1, 7, 1));
        assert_eq!(
            (after.reach.count(Outcome::Pending), after.reach.count(Outcome::Unreached)),
            (0, 1)
        );
        let early = survey_result(&survey, &rules, day("2026-11-01")).reach;
        assert_eq!((early.listed, early.count(Outcome::Pending), early.calls), (3, 3, 0));
    }

    #[test]
    fn a_survey_ends_on_its_last_day() {
        let mut survey = survey(&[form("S01", "财务科", "Q1: 满意")]);
        assert!(!survey_result(&survey, &rules(), day("2026-12-31")).is_finished());
        survey.finished_on = crate::model::Day::parse("2026-12-10");
        assert!(!survey_result(&survey, &rules(), day("2026-12-09")).is_finished());
        assert!(survey_result(&survey, &rules(), day("2026-12-10")).is_finished());
    }

    #[test]
    fn few_answers_are_talks() {
        let rows = |count: usize| -> Vec<_> {
            (0..count).map(|at| form(&format!("S{at}"), "财务科", "Q1: 满意")).collect()
        };
        let (four, five, rules) = (survey(&rows(4)), survey(&rows(5)), rules());
        assert!(survey_result(&four, &rules, day("2026-12-31")).is_talk_only());
        assert!(!survey_result(&five, &rules, day("2026-12-31")).is_talk_only());
    }

    #[test]
    fn a_form_is_dropped_only_without_the_overall_and_most_other_answers() {
        let forms = [
            form("S01", "财务科", "Q1: 满意"),
            form("S02", "财务科", "Q10: 满意"),
            form("S03", "财务科", "Q1: 满意, Q2: 满意"),
            form("S04", "财务科", "Q1: 不了解, Q2: 不了解"),
            form("S05", "财务科", "Q1: 还行, Q2: 满意"),
        ];
        let (survey, rules) = (survey(&forms), rules());
        let survey_result = survey_result(&survey, &rules, day("2026-12-31"));
        let dropped: Vec<_> =
            survey_result.forms.dropped.iter().map(|form| form.id.as_str()).collect();
        assert_eq!(
            dropped,
            ["S01", "S05"],
            "two of four scored questions left out are not more than half"
        );
        assert_eq!((survey_result.reach.completed, survey_result.forms.valid.len()), (5, 3));
    }
}
