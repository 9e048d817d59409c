//! Comparison of this year's survey with last year's.
//!
//! In: the figures of both. Out: [`Comparison`]: the differences, or why they cannot be compared.
//! Scale and scores come from the contract and are therefore the same. The scored questions must be
//! the same too, both surveys must be finished, and neither may have so few answers that it is only
//! a record of talks.

use super::answers::QuestionScore;
use super::result::SurveyResult;
use super::share::{Mean, Proportion};
use crate::model::{Cadence, Contract, Question, QuestionKind, Records, Sourced, Survey};
use crate::schedule::period::periods;

/// The differences between two years, or the reasons why there are none.
#[derive(Debug, Clone)]
pub(crate) enum Comparison<'a> {
    /// The years can be compared.
    Comparable(Comparable<'a>),
    /// The years cannot be compared, for each of these reasons.
    Not(Vec<Obstacle<'a>>),
}

/// The differences between two years.
#[derive(Debug, Clone)]
pub(crate) struct Comparable<'a> {
    /// Every scored question, in the questionnaire's order.
    pub changes: Vec<Change<'a>>,
    /// The composite score of this year and last year; `None` unless both weigh the same questions
    /// alike.
    pub composite: Option<(f64, f64)>,
}

/// A reason why two years cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Obstacle<'a> {
    /// There is no survey for last year.
    NoSurvey,
    /// A survey that is not finished.
    Unfinished(&'a Survey),
    /// A survey with too few answers.
    TalkOnly(&'a Survey),
    /// The questions differ.
    Questions {
        /// Asked this year only.
        new: Vec<&'a Question>,
        /// Asked last year only.
        gone: Vec<&'a Question>,
        /// Questions of the same id with another text or kind: this year's, last year's.
        changed: Vec<(&'a Question, &'a Question)>,
    },
}

/// How the answers to a question changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Change<'a> {
    pub question: &'a Question,
    /// The proportion of satisfied this year.
    pub satisfied: Proportion,
    /// The proportion of satisfied last year.
    pub satisfied_before: Proportion,
    /// The mean score this year.
    pub mean: Mean,
    /// The mean score last year.
    pub mean_before: Mean,
}

impl Change<'_> {
    /// The change of the satisfied in percentage points; `None` if one year has no valid answer.
    pub(crate) fn points(&self) -> Option<f64> {
        Some(self.satisfied.percent()? - self.satisfied_before.percent()?)
    }

    /// The change of the mean score; `None` if one year has no valid answer.
    pub(crate) fn score(&self) -> Option<f64> {
        Some(self.mean.value()? - self.mean_before.value()?)
    }
}

/// The survey of the year before.
pub(crate) fn survey_before<'a>(
    contract: &Contract,
    records: &'a Records,
    survey: &Survey,
) -> Option<&'a Sourced<Survey>> {
    let years = periods(contract, Cadence::Year);
    let at = years.iter().position(|year| year.id == survey.period)?;
    let before = years.get(at.checked_sub(1)?)?;
    records.surveys.iter().find(|survey| survey.record.period == before.id)
}

/// Compares a survey with last year's.
pub(crate) fn compare<'a>(
    now: &SurveyResult<'a>,
    before: Option<&SurveyResult<'a>>,
) -> Comparison<'a> {
    let Some(before) = before else { return Comparison::Not(vec![Obstacle::NoSurvey]) };
    let obstacles = [unfit(now), unfit(before), other_questions(now.survey, before.survey)];
    let obstacles: Vec<_> = obstacles.into_iter().flatten().collect();
    if !obstacles.is_empty() {
        return Comparison::Not(obstacles);
    }
    let composite = now.composite.score().zip(before.composite.score());
    let composite = composite.filter(|_| now.composite.is_like(&before.composite));
    Comparison::Comparable(Comparable { changes: changes(&now.scored, &before.scored), composite })
}

fn changes<'a>(now: &[QuestionScore<'a>], before: &[QuestionScore<'a>]) -> Vec<Change<'a>> {
    let change = |scored: &QuestionScore<'a>| {
        let old = before.iter().find(|old| old.question.id == scored.question.id)?;
        Some(Change {
            question: scored.question,
            satisfied: scored.satisfied(),
            satisfied_before: old.satisfied(),
            mean: scored.mean(),
            mean_before: old.mean(),
        })
    };
    now.iter().filter_map(change).collect()
}

fn unfit<'a>(survey_result: &SurveyResult<'a>) -> Option<Obstacle<'a>> {
    if !survey_result.is_finished() {
        Some(Obstacle::Unfinished(survey_result.survey))
    } else if survey_result.is_talk_only() {
        Some(Obstacle::TalkOnly(survey_result.survey))
    } else {
        None
    }
}

/// Open questions have no figures to compare.
fn other_questions<'a>(now: &'a Survey, before: &'a Survey) -> Option<Obstacle<'a>> {
    let same = |question: &Question, survey: &'a Survey| {
        survey.questions.iter().find(|known| known.id == question.id)
    };
    let is_scored = |question: &&Question| question.kind != QuestionKind::Open;
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for question in now.questions.iter() {
        match same(question, before) {
            None if is_scored(&question) => new.push(question),
            Some(old) if is_changed(question, old) => changed.push((question, old)),
            _ => {}
        }
    }
    let before = before.questions.iter().filter(is_scored);
    let gone: Vec<_> = before.filter(|question| same(question, now).is_none()).collect();
    let is_same = new.is_empty() && gone.is_empty() && changed.is_empty();
    (!is_same).then_some(Obstacle::Questions { new, gone, changed })
}

fn is_changed(now: &Question, before: &Question) -> bool {
    let is_open = now.kind == QuestionKind::Open && before.kind == QuestionKind::Open;
    !is_open && (now.kind != before.kind || now.text.trim() != before.text.trim())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, form, rules, survey};
    use super::super::survey_result;
    use super::*;
    use crate::model::Day;

    fn finished(words: &[&str]) -> Survey {
        let forms = words.iter().map(|word| form("S", "财务科", &format!("Q1: {word}, Q10: 满意")));
        let mut survey = survey(&forms.collect::<Vec<_>>());
        survey.finished_on = Day::parse("2026-12-10");
        survey
    }

    fn obstacles<'a>(
        now: &'a Survey,
        before: &'a Survey,
        rules: &'a crate::model::SurveyRules,
    ) -> Vec<Obstacle<'a>> {
        let of = |survey| survey_result(survey, rules, day("2026-12-31"));
        match compare(&of(now), Some(&of(before))) {
            Comparison::Not(obstacles) => obstacles,
            Comparison::Comparable(_) => Vec::new(),
        }
    }

    #[test]
    fn differences_are_in_percentage_points() {
        let now = finished(&["满意", "满意", "满意", "一般", "非常满意"]);
        let before = finished(&["满意", "一般", "一般", "满意", "不了解", "不了解"]);
        let (rules, day) = (rules(), day("2026-12-31"));
        let comparison =
            compare(&survey_result(&now, &rules, day), Some(&survey_result(&before, &rules, day)));
        let Comparison::Comparable(comparable) = comparison else { panic!("{comparison:?}") };
        let stable = &comparable.changes[0];
        assert_eq!((stable.satisfied.part, stable.satisfied.whole), (4, 5));
        assert_eq!((stable.satisfied_before.part, stable.satisfied_before.whole), (2, 4));
        assert_eq!((stable.points(), stable.score()), (Some(30.0), Some(10.0)));
        let unanswered = &comparable.changes[1];
        assert_eq!((unanswered.points(), unanswered.score()), (None, None));
        assert_eq!(comparable.composite, Some((80.0, 70.0)));
        assert_eq!(comparable.changes.len(), 4);
    }

    #[test]
    fn other_weights_leave_the_composite_score_alone() {
        let mut now = finished(&["满意"; 5]);
        let mut before = now.clone();
        for survey in [&mut now, &mut before] {
            for respondent in &mut survey.respondents {
                respondent.answers.insert("Q2".to_owned(), "满意".to_owned());
            }
        }
        for (question, weight) in now.questions.iter_mut().zip([60.0, 20.0, 20.0]) {
            question.weight = Some(weight);
        }
        let (rules, day) = (rules(), day("2026-12-31"));
        let comparison =
            compare(&survey_result(&now, &rules, day), Some(&survey_result(&before, &rules, day)));
        assert!(matches!(comparison, Comparison::Comparable(Comparable { composite: None, .. })));
    }

    #[test]
    fn surveys_that_do_not_compare_say_why() {
        let (rules, now) = (rules(), finished(&["满意"; 5]));
        let comparison = compare(&survey_result(&now, &rules, day("2026-12-31")), None);
        assert!(matches!(comparison, Comparison::Not(reasons) if reasons == [Obstacle::NoSurvey]));

        let few = finished(&["满意"; 4]);
        assert_eq!(obstacles(&now, &few, &rules), [Obstacle::TalkOnly(&few)]);
        let mut running = finished(&["满意"; 4]);
        running.finished_on = None;
        assert_eq!(obstacles(&running, &now, &rules), [Obstacle::Unfinished(&running)]);
    }

    #[test]
    fn other_questions_are_named() {
        let (rules, now) = (rules(), finished(&["满意"; 5]));
        let mut before = now.clone();
        before.questions[4].text = "还有什么意见？".to_owned();
        assert_eq!(obstacles(&now, &before, &rules), [], "an open question has no figures");

        before.questions[0].text = "系统稳定吗？".to_owned();
        before.questions[1].id = "Q9".to_owned();
        before.questions[2].kind = QuestionKind::Open;
        let expected = Obstacle::Questions {
            new: vec![&now.questions[1]],
            gone: vec![&before.questions[1]],
            changed: vec![
                (&now.questions[0], &before.questions[0]),
                (&now.questions[2], &before.questions[2]),
            ],
        };
        assert_eq!(obstacles(&now, &before, &rules), [expected]);
    }
}
