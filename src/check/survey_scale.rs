//! `survey-scale`: an answer of a survey is not on the scale, or does not fit the kind of its
//! question.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{QuestionKind, Sourced, Survey, SurveyRules};
use crate::source::Location;

/// An answer that cannot be counted.
pub(super) const RULE: Rule = Rule::data("survey-scale");

/// Checks every answer and comment of every survey.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for survey in &context.records.surveys {
        survey_of(survey, &context.contract.record.survey, found);
    }
}

fn survey_of(survey: &Sourced<Survey>, rules: &SurveyRules, found: &mut Diagnostics) {
    let questions = &survey.record.questions;
    let kinds: BTreeMap<&str, QuestionKind> =
        questions.iter().map(|question| (question.id.as_str(), question.kind)).collect();
    for (at, respondent) in survey.record.respondents.iter().enumerate() {
        let location = survey.at("respondents").at(at);
        let say = |location: Location, question: &str| {
            let diagnostic = RULE.at(location).record(survey.record.id.as_str());
            diagnostic.arg("respondent", respondent.id.as_str()).arg("question", question)
        };
        for (question, word) in &respondent.answers {
            let diagnostic = say(location.at("answers").at(question.as_str()), question);
            found.extend(match kinds.get(question.as_str()) {
                None => {
                    Some(unknown(diagnostic, questions.iter().map(|question| question.id.as_str())))
                }
                Some(QuestionKind::Open) => Some(diagnostic.variant("open")),
                Some(QuestionKind::Rated | QuestionKind::Overall) => {
                    misworded(diagnostic, word, rules)
                }
            });
        }
        for question in respondent.comments.keys() {
            let diagnostic = say(location.at("comments").at(question.as_str()), question);
            found.extend(match kinds.get(question.as_str()) {
                None => {
                    Some(unknown(diagnostic, questions.iter().map(|question| question.id.as_str())))
                }
                Some(QuestionKind::Open) => None,
                Some(QuestionKind::Rated | QuestionKind::Overall) => {
                    Some(diagnostic.variant("rated"))
                }
            });
        }
    }
}

fn unknown<'a>(diagnostic: Diagnostic, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    diagnostic.variant("question").arg("known", known.collect::<Vec<_>>().join("、"))
}

fn misworded(diagnostic: Diagnostic, word: &str, rules: &SurveyRules) -> Option<Diagnostic> {
    if rules.level(word).is_some() || word == rules.unknown {
        return None;
    }
    let words = rules.scale.iter().map(|level| level.word.as_str());
    let words: Vec<_> = words.chain([rules.unknown.as_str()]).collect();
    Some(diagnostic.arg("word", word).arg("words", words.join("、")))
}
