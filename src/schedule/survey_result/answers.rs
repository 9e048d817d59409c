//! The answers to each question.
//!
//! In: forms and the scale. Out: one [`QuestionScore`] per question, the forms that count, and one
//! [`DissatisfiedRespondent`] per dissatisfied person. A word that is not on the scale counts as no
//! answer here; the checks report it.

use chrono::NaiveDate;

use super::share::{Mean, Proportion};
use crate::model::{
    Level, Measure, Outcome, Question, QuestionKind, Respondent, Survey, SurveyRules, YesNo,
};

/// The answers to a question with a scale.
#[derive(Debug, Clone)]
pub(crate) struct QuestionScore<'a> {
    pub question: &'a Question,
    /// The number of answers per word, in the scale's order.
    pub levels: Vec<(&'a Level, usize)>,
    /// The number of forms without an opinion.
    pub unknown: usize,
    /// The number of forms without an answer.
    pub unanswered: usize,
}

/// A respondent who chose a negative word of the scale.
#[derive(Debug, Clone)]
pub(crate) struct DissatisfiedRespondent<'a> {
    /// The respondent's index in the survey.
    pub index: usize,
    pub respondent: &'a Respondent,
    /// The questions with the negative words, in the questionnaire's order.
    pub answers: Vec<(&'a Question, &'a str)>,
    /// The measures that name the respondent.
    pub measures: Vec<&'a Measure>,
}

/// An answer to a question.
enum Answer {
    Level(usize),
    Unknown,
    Missing,
}

impl QuestionScore<'_> {
    /// The number of valid answers: words of the scale.
    pub(crate) fn answered(&self) -> usize {
        self.levels.iter().map(|(_, count)| count).sum()
    }

    /// The number of all forms: valid answers, no opinion and no answer.
    #[cfg(test)]
    pub(crate) fn forms(&self) -> usize {
        self.answered() + self.unknown + self.unanswered
    }

    /// The proportion of satisfied among the valid answers.
    pub(crate) fn satisfied(&self) -> Proportion {
        let satisfied = self.levels.iter().filter(|(level, _)| level.satisfied == YesNo::Yes);
        Proportion { part: satisfied.map(|(_, count)| count).sum(), whole: self.answered() }
    }

    /// The mean score of the valid answers.
    pub(crate) fn mean(&self) -> Mean {
        let sum = self.levels.iter().map(|(level, count)| level.score * *count as f64).sum();
        Mean { sum, count: self.answered() }
    }
}

/// True if the recorded outcome was known by this day: the last call was made by then, or an
/// earlier call already had this outcome. A person still being called does not yet count as
/// unreached. Without recorded calls, the outcome counts from the survey's first day.
pub(super) fn is_stated(survey: &Survey, respondent: &Respondent, as_of: NaiveDate) -> bool {
    let by_then = calls_by(respondent, as_of);
    let decides = |call| call == respondent.outcome && call != Outcome::Unreached;
    let is_last = by_then.clone().count() == respondent.attempts.len();
    survey.started_on.0 <= as_of && (is_last || by_then.into_iter().any(decides))
}

pub(super) fn calls_by(
    respondent: &Respondent,
    as_of: NaiveDate,
) -> impl Iterator<Item = Outcome> + Clone {
    let calls = respondent.attempts.iter().filter(move |attempt| attempt.at.day() <= as_of);
    calls.map(|attempt| attempt.outcome)
}

/// Every person who had chosen a negative word by a day, with the measures that name the person.
pub(crate) fn dissatisfied<'a>(
    survey: &'a Survey,
    rules: &'a SurveyRules,
    measures: &[&'a Measure],
    as_of: NaiveDate,
) -> Vec<DissatisfiedRespondent<'a>> {
    let respondents = survey.respondents.iter().enumerate();
    let stated = respondents.filter(|(_, respondent)| is_stated(survey, respondent, as_of));
    let negative = stated.map(|(index, respondent)| DissatisfiedRespondent {
        index,
        respondent,
        answers: negative_answers(survey, rules, respondent),
        measures: measures
            .iter()
            .copied()
            .filter(|measure| measure.answers.contains(&respondent.id))
            .collect(),
    });
    negative.filter(|negative| !negative.answers.is_empty()).collect()
}

fn negative_answers<'a>(
    survey: &'a Survey,
    rules: &SurveyRules,
    respondent: &'a Respondent,
) -> Vec<(&'a Question, &'a str)> {
    let answers = scored_questions(survey)
        .filter_map(|question| Some((question, respondent.answers.get(&question.id)?.as_str())));
    let is_negative =
        |word: &str| rules.level(word).is_some_and(|level| level.negative == YesNo::Yes);
    answers.filter(|(_, word)| is_negative(word)).collect()
}

/// Counts the answers to every question with a score.
pub(super) fn scored<'a>(
    survey: &'a Survey,
    rules: &'a SurveyRules,
    forms: &[&Respondent],
) -> Vec<QuestionScore<'a>> {
    scored_questions(survey).map(|question| tally(question, rules, forms)).collect()
}

fn tally<'a>(
    question: &'a Question,
    rules: &'a SurveyRules,
    forms: &[&Respondent],
) -> QuestionScore<'a> {
    let levels = rules.scale.iter().map(|level| (level, 0)).collect();
    let mut scored = QuestionScore { question, levels, unknown: 0, unanswered: 0 };
    for form in forms {
        match answer(question, rules, form) {
            Answer::Level(at) => {
                if let Some((_, count)) = scored.levels.get_mut(at) {
                    *count += 1;
                }
            }
            Answer::Unknown => scored.unknown += 1,
            Answer::Missing => scored.unanswered += 1,
        }
    }
    scored
}

/// The first overall question; the checks report a second one.
pub(super) fn overall<'s, 'a>(scored: &'s [QuestionScore<'a>]) -> Option<&'s QuestionScore<'a>> {
    scored.iter().find(|scored| scored.question.kind == QuestionKind::Overall)
}

/// False if the overall question and more than half of the scored questions were left unanswered.
/// No opinion is an answer. If the survey has no overall question, half of the others decides.
pub(super) fn is_valid(survey: &Survey, rules: &SurveyRules, form: &Respondent) -> bool {
    let is_missing = |question: &Question| matches!(answer(question, rules, form), Answer::Missing);
    let missing = scored_questions(survey).filter(|question| is_missing(question)).count();
    let overall = scored_questions(survey).find(|question| question.kind == QuestionKind::Overall);
    !(overall.is_none_or(is_missing) && missing * 2 > scored_questions(survey).count())
}

fn scored_questions(survey: &Survey) -> impl Iterator<Item = &Question> {
    survey.questions.iter().filter(|question| question.kind != QuestionKind::Open)
}

fn answer(question: &Question, rules: &SurveyRules, form: &Respondent) -> Answer {
    let Some(word) = form.answers.get(&question.id) else { return Answer::Missing };
    match rules.scale.iter().position(|level| level.word == *word) {
        Some(at) => Answer::Level(at),
        None if *word == rules.unknown => Answer::Unknown,
        None => Answer::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, form, rules, survey};
    use super::super::{measures_for, survey_result};
    use super::*;
    use crate::model::Records;

    /// 17 valid answers, 9/6/1/1/0, and three forms without a valid answer.
    const WORKED: &[(&str, usize)] =
        &[("非常满意", 9), ("满意", 6), ("一般", 1), ("不满意", 1), ("不了解", 2), ("还行", 1)];

    fn worked() -> Vec<String> {
        let words = WORKED.iter().flat_map(|(word, count)| std::iter::repeat_n(word, *count));
        let answers = words.map(|word| format!("Q1: {word}, Q2: 满意, Q10: 满意"));
        answers
            .enumerate()
            .map(|(at, answers)| form(&format!("S{at:02}"), "财务科", &answers))
            .collect()
    }

    #[test]
    fn the_worked_example() {
        let (survey, rules) = (survey(&worked()), rules());
        let survey_result = survey_result(&survey, &rules, day("2026-12-31"));
        let stable = &survey_result.scored[0];
        assert_eq!(
            stable.levels.iter().map(|(_, count)| *count).collect::<Vec<_>>(),
            [9, 6, 1, 1, 0]
        );
        assert_eq!((stable.unknown, stable.unanswered, stable.forms()), (2, 1, 20));
        assert_eq!(stable.satisfied(), Proportion { part: 15, whole: 17 });
        assert_eq!(stable.mean(), Mean { sum: 1480.0, count: 17 });
        assert_eq!(format!("{:.2}", stable.mean().value().unwrap()), "87.06");
        assert_eq!(
            survey_result.overall().unwrap().satisfied(),
            Proportion { part: 20, whole: 20 }
        );
        let left_out = &survey_result.scored[2];
        assert_eq!(
            (left_out.answered(), left_out.unanswered, left_out.mean().value()),
            (0, 20, None)
        );
    }

    #[test]
    fn every_form_is_counted_once_under_every_question() {
        let (survey, rules) = (survey(&worked()), rules());
        let survey_result = survey_result(&survey, &rules, day("2026-12-31"));
        let questions: Vec<_> =
            survey_result.scored.iter().map(|scored| scored.question.id.as_str()).collect();
        assert_eq!(questions, ["Q1", "Q2", "Q3", "Q10"]);
        for scored in &survey_result.scored {
            assert_eq!(scored.forms(), survey_result.forms.valid.len(), "{}", scored.question.id);
            assert!(scored.satisfied().part <= scored.answered(), "{}", scored.question.id);
        }
    }

    #[test]
    fn whoever_is_not_satisfied_is_named_with_the_measures_that_answer() {
        let mut survey = survey(&[
            form("S01", "财务科", "Q10: 非常不满意, Q2: 不满意, Q1: 满意"),
            form("S02", "财务科", "Q1: 一般, Q9: 不满意"),
            form("S03", "财务科", "Q3: 不满意"),
        ]);
        survey.measures = serde_saphyr::from_str(
            "[{ id: M-1, problem: 慢, measure: 扩容, owner: a, due: 2026-12-25, status: 处理中, answers: [R-1, S01] }]",
        )
        .unwrap();
        let (rules, records) = (rules(), Records::default());
        let measures = measures_for(&records, &survey);
        let dissatisfied = dissatisfied(&survey, &rules, &measures, day("2026-11-16"));
        let stated: Vec<_> = dissatisfied
            .iter()
            .map(|negative| {
                let questions = negative.answers.iter().map(|(question, _)| question.id.as_str());
                let measures = negative.measures.iter().map(|measure| measure.id.as_str());
                let id = negative.respondent.id.as_str();
                (negative.index, id, questions.collect::<Vec<_>>(), measures.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(
            stated,
            [(0, "S01", vec!["Q2", "Q10"], vec!["M-1"]), (2, "S03", vec!["Q3"], vec![])],
            "an answer to no question of the survey is no figure"
        );
        assert!(super::dissatisfied(&survey, &rules, &measures, day("2026-11-15")).is_empty());
    }
}
