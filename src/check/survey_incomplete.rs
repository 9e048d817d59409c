//! `survey-incomplete`: the questionnaire or the call records of a survey contradict each other.

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Outcome, QuestionKind, Respondent, Sourced, Survey, SurveyMethod};
use crate::schedule::CALLS_OWED;
use crate::source::Location;

/// A survey with missing or contradictory entries.
pub(super) const RULE: Rule = Rule::data("survey-incomplete");

/// Too few calls are a weakness of the work, not a data error.
const FEW: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Checks the questionnaire and every person on the list.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for survey in &context.records.surveys {
        overall(survey, found);
        for (at, respondent) in survey.record.respondents.iter().enumerate() {
            let location = survey.at("respondents").at(at);
            let diagnostic = [
                unanswered(survey, respondent, &location),
                unfinished(survey, respondent, &location),
                uncalled(survey, respondent, &location),
                contradicted(respondent, &location),
            ];
            let named = |diagnostic: Diagnostic| {
                diagnostic
                    .record(survey.record.id.as_str())
                    .arg("respondent", respondent.id.as_str())
            };
            found.extend(diagnostic.into_iter().flatten().map(named));
        }
    }
}

/// The overall question is reported separately, so there can be only one.
fn overall(survey: &Sourced<Survey>, found: &mut Diagnostics) {
    let questions = survey.record.questions.iter().enumerate();
    let mut overall = questions.filter(|(_, question)| question.kind == QuestionKind::Overall);
    let Some((known, first)) = overall.next() else { return };
    let location = |at: usize| survey.at("questions").at(at).at("kind");
    for (at, question) in overall {
        let diagnostic = RULE.at(location(at)).variant("overall").record(survey.record.id.as_str());
        let diagnostic =
            diagnostic.arg("question", question.id.as_str()).arg("first", first.id.as_str());
        found.push(diagnostic.related("first", location(known)));
    }
}

fn unanswered(
    survey: &Sourced<Survey>,
    respondent: &Respondent,
    location: &Location,
) -> Option<Diagnostic> {
    let asked = survey.record.questions.iter().any(|question| question.kind != QuestionKind::Open);
    let diagnostic =
        asked && respondent.outcome == Outcome::Completed && respondent.answers.is_empty();
    diagnostic.then(|| RULE.at(location.at("outcome")))
}

fn unfinished(
    survey: &Sourced<Survey>,
    respondent: &Respondent,
    location: &Location,
) -> Option<Diagnostic> {
    let finished = survey.record.finished_on.filter(|_| respondent.outcome == Outcome::Pending)?;
    let diagnostic =
        RULE.at(location.at("outcome")).variant("pending").arg("day", finished.to_string());
    Some(diagnostic.related("finished", survey.at("finished_on")))
}

/// Only a survey by telephone has call records.
fn uncalled(
    survey: &Sourced<Survey>,
    respondent: &Respondent,
    location: &Location,
) -> Option<Diagnostic> {
    if survey.record.method != SurveyMethod::Phone {
        return None;
    }
    let calls = respondent.attempts.len();
    match respondent.outcome {
        Outcome::Completed if calls == 0 => {
            Some(RULE.at(location.at("outcome")).variant("no-attempts"))
        }
        Outcome::Unreached if survey.record.finished_on.is_some() && calls < CALLS_OWED => {
            let diagnostic = FEW.at(location.at("attempts")).variant("few-attempts");
            Some(diagnostic.arg("calls", calls).arg("least", CALLS_OWED))
        }
        _ => None,
    }
}

/// Compares the outcome with that of the last call. A person who is still to be called may already
/// have unsuccessful calls.
fn contradicted(respondent: &Respondent, location: &Location) -> Option<Diagnostic> {
    let last = respondent.attempts.last()?;
    let contradicts = respondent.outcome != Outcome::Pending && last.outcome != respondent.outcome;
    contradicts.then(|| {
        let diagnostic = RULE.at(location.at("outcome")).variant("last-attempt");
        let diagnostic =
            diagnostic.arg("outcome", respondent.outcome.word()).arg("told", last.outcome.word());
        diagnostic.related(
            "attempt",
            location.at("attempts").at(respondent.attempts.len() - 1).at("outcome"),
        )
    })
}
