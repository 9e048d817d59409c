//! `survey-scale`: an answer of a survey is no word of the scale, or stands under a question that is not answered so.

use std::collections::BTreeMap;

use super::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Filed, QuestionKind, Survey, SurveyRules};
use crate::source::Place;

/// An answer that cannot be counted.
pub(super) const RULE: Rule = Rule::data("survey-scale");

/// Looks at every answer and comment of every survey.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for survey in &context.book.surveys {
        survey_of(survey, &context.contract.record.survey, found);
    }
}

fn survey_of(survey: &Filed<Survey>, rules: &SurveyRules, found: &mut Diagnostics) {
    let questions = &survey.record.questions;
    let kinds: BTreeMap<&str, QuestionKind> =
        questions.iter().map(|question| (question.id.as_str(), question.kind)).collect();
    for (at, respondent) in survey.record.respondents.iter().enumerate() {
        let place = survey.at("respondents").at(at);
        let say = |place: Place, question: &str| {
            let said = RULE.at(place).record(survey.record.id.as_str());
            said.arg("respondent", respondent.id.as_str()).arg("question", question)
        };
        for (question, word) in &respondent.answers {
            let said = say(place.at("answers").at(question.as_str()), question);
            found.extend(match kinds.get(question.as_str()) {
                None => Some(unknown(said, questions.iter().map(|question| question.id.as_str()))),
                Some(QuestionKind::Open) => Some(said.variant("open")),
                Some(QuestionKind::Rated | QuestionKind::Overall) => misworded(said, word, rules),
            });
        }
        for question in respondent.comments.keys() {
            let said = say(place.at("comments").at(question.as_str()), question);
            found.extend(match kinds.get(question.as_str()) {
                None => Some(unknown(said, questions.iter().map(|question| question.id.as_str()))),
                Some(QuestionKind::Open) => None,
                Some(QuestionKind::Rated | QuestionKind::Overall) => Some(said.variant("rated")),
            });
        }
    }
}

fn unknown<'a>(said: Diagnostic, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    said.variant("question").arg("known", known.collect::<Vec<_>>().join("、"))
}

fn misworded(said: Diagnostic, word: &str, rules: &SurveyRules) -> Option<Diagnostic> {
    if rules.level(word).is_some() || word == rules.unknown {
        return None;
    }
    let words = rules.scale.iter().map(|level| level.word.as_str());
    let words: Vec<_> = words.chain([rules.unknown.as_str()]).collect();
    Some(said.arg("word", word).arg("words", words.join("、")))
}
