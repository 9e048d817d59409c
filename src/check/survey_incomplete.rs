//! `survey-incomplete`: what a survey says of its calls does not go together.

use super::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Filed, Outcome, QuestionKind, Respondent, Survey, SurveyMethod};
use crate::schedule::CALLS_OWED;
use crate::source::Place;

/// A survey with a gap.
pub(super) const RULE: Rule = Rule::data("survey-incomplete");

/// Too few calls are poor work, and no wrong record.
const FEW: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Looks at the questionnaire and at every person on the list.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for survey in &context.book.surveys {
        overall(survey, found);
        for (at, respondent) in survey.record.respondents.iter().enumerate() {
            let place = survey.at("respondents").at(at);
            let said = [
                unanswered(survey, respondent, &place),
                unfinished(survey, respondent, &place),
                uncalled(survey, respondent, &place),
                contradicted(respondent, &place),
            ];
            let named = |said: Diagnostic| {
                said.record(survey.record.id.as_str()).arg("respondent", respondent.id.as_str())
            };
            found.extend(said.into_iter().flatten().map(named));
        }
    }
}

/// The overall question is told on its own: there can be one.
fn overall(survey: &Filed<Survey>, found: &mut Diagnostics) {
    let questions = survey.record.questions.iter().enumerate();
    let mut overall = questions.filter(|(_, question)| question.kind == QuestionKind::Overall);
    let Some((known, first)) = overall.next() else { return };
    let place = |at: usize| survey.at("questions").at(at).at("kind");
    for (at, question) in overall {
        let said = RULE.at(place(at)).variant("overall").record(survey.record.id.as_str());
        let said = said.arg("question", question.id.as_str()).arg("first", first.id.as_str());
        found.push(said.related("first", place(known)));
    }
}

fn unanswered(
    survey: &Filed<Survey>,
    respondent: &Respondent,
    place: &Place,
) -> Option<Diagnostic> {
    let asked = survey.record.questions.iter().any(|question| question.kind != QuestionKind::Open);
    let said = asked && respondent.outcome == Outcome::Completed && respondent.answers.is_empty();
    said.then(|| RULE.at(place.at("outcome")))
}

fn unfinished(
    survey: &Filed<Survey>,
    respondent: &Respondent,
    place: &Place,
) -> Option<Diagnostic> {
    let finished = survey.record.finished_on.filter(|_| respondent.outcome == Outcome::Pending)?;
    let said = RULE.at(place.at("outcome")).variant("pending").arg("day", finished.to_string());
    Some(said.related("finished", survey.at("finished_on")))
}

/// Only a survey by telephone has calls to tell.
fn uncalled(survey: &Filed<Survey>, respondent: &Respondent, place: &Place) -> Option<Diagnostic> {
    if survey.record.method != SurveyMethod::Phone {
        return None;
    }
    let calls = respondent.attempts.len();
    match respondent.outcome {
        Outcome::Completed if calls == 0 => {
            Some(RULE.at(place.at("outcome")).variant("no-attempts"))
        }
        Outcome::Unreached if survey.record.finished_on.is_some() && calls < CALLS_OWED => {
            let said = FEW.at(place.at("attempts")).variant("few-attempts");
            Some(said.arg("calls", calls).arg("least", CALLS_OWED))
        }
        _ => None,
    }
}

/// Whoever is still to be called may have been called in vain before.
fn contradicted(respondent: &Respondent, place: &Place) -> Option<Diagnostic> {
    let last = respondent.attempts.last()?;
    let contradicts = respondent.outcome != Outcome::Pending && last.outcome != respondent.outcome;
    contradicts.then(|| {
        let said = RULE.at(place.at("outcome")).variant("last-attempt");
        let said = said.arg("outcome", respondent.outcome.word()).arg("told", last.outcome.word());
        said.related(
            "attempt",
            place.at("attempts").at(respondent.attempts.len() - 1).at("outcome"),
        )
    })
}
