//! `survey-rules-incoherent`: the scale of surveys or the weights of a questionnaire are
//! contradictory.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Question, QuestionKind, Sourced, Survey, YesNo};

/// Rules that allow no score to be computed.
pub(super) const RULE: Rule = Rule::data("survey-rules-incoherent");

/// Checks the contract file's scale, then the weights of every survey.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    scale(context, found);
    for survey in &context.records.surveys {
        weights(survey, found);
    }
}

fn scale(context: &Context<'_>, found: &mut Diagnostics) {
    let rules = &context.contract.record.survey;
    let location = context.contract.at("survey");
    let say = |variant: &'static str, at: usize, key: &str| {
        let diagnostic = RULE.at(location.at("scale").at(at).at(key)).record("contract");
        let word = rules.scale.get(at).map_or("", |level| level.word.as_str());
        if variant.is_empty() {
            diagnostic.arg("word", word)
        } else {
            diagnostic.variant(variant).arg("word", word)
        }
    };
    for (at, level) in rules.scale.iter().enumerate() {
        let before = rules.scale.get(..at).unwrap_or_default();
        if let Some(known) = before.iter().position(|known| known.word == level.word) {
            found.push(
                say("twice", at, "word")
                    .related("first", location.at("scale").at(known).at("word")),
            );
        } else if let Some(above) = before.last().filter(|above| above.score <= level.score) {
            let diagnostic = say("", at, "score").arg("score", shown(level.score));
            found.push(
                diagnostic.arg("above", above.word.as_str()).arg("limit", shown(above.score)),
            );
        }
        if level.satisfied == YesNo::Yes && level.negative == YesNo::Yes {
            found.push(say("both", at, "negative"));
        }
    }
    if rules.level(&rules.unknown).is_some() {
        let diagnostic = RULE.at(location.at("unknown")).variant("unknown").record("contract");
        found.push(diagnostic.arg("word", rules.unknown.as_str()));
    }
}

/// Checks that either no rated question has a weight, or all have one and the sum is the whole.
fn weights(survey: &Sourced<Survey>, found: &mut Diagnostics) {
    let questions = survey.record.questions.iter().enumerate();
    let rated: Vec<(usize, &Question)> =
        questions.filter(|(_, question)| question.kind == QuestionKind::Rated).collect();
    let location = |at: usize| survey.at("questions").at(at).at("weight");
    let diagnostic = |at: usize| RULE.at(location(at)).record(survey.record.id.as_str());
    let Some((given, _)) = rated.iter().find(|(_, question)| question.weight.is_some()) else {
        return;
    };
    let lacking: Vec<_> = rated.iter().filter(|(_, question)| question.weight.is_none()).collect();
    if let Some((first, _)) = lacking.first() {
        let names: Vec<_> = lacking.iter().map(|(_, question)| question.id.as_str()).collect();
        let diagnostic =
            diagnostic(*first).variant("weights-some").arg("questions", names.join("、"));
        found.push(diagnostic.related("weight", location(*given)));
        return;
    }
    let sum: f64 = rated.iter().filter_map(|(_, question)| question.weight).sum();
    if !is_whole(sum) {
        found.push(diagnostic(*given).variant("weights-sum").arg("sum", shown(sum)));
    }
}

/// True if the weights add up to 100 percent or 1. The tolerance accepts three times 33.33.
fn is_whole(sum: f64) -> bool {
    (sum - 100.0).abs() < 0.05 || (sum - 1.0).abs() < 0.0005
}

fn shown(number: f64) -> String {
    ((number * 1000.0).round() / 1000.0).to_string()
}
