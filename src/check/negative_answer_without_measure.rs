//! `negative-answer-without-measure`: somebody is not satisfied, and no measure answers it.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Filed, Measure, Respondent, Survey, SurveyRules, YesNo};

/// A complaint that came to nothing.
pub(super) const RULE: Rule = Rule::service("negative-answer-without-measure");

/// Reports each respondent once, at the first negative answer. Measures may stand in the survey or in the summary of its year.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let rules = &context.contract.record.survey;
    for survey in context.book.surveys.iter().filter(|survey| survey.record.started_on.0 <= context.as_of) {
        // The measure may stand in a summary that could not be read.
        if context.book.is_faulty("summary", &survey.record.period) {
            continue;
        }
        let measures = measures_for(context, survey);
        for (at, respondent) in survey.record.respondents.iter().enumerate() {
            let negative = negative_answers(rules, respondent);
            let is_answered = measures.iter().any(|measure| measure.answers.contains(&respondent.id));
            let Some((question, word)) = negative.first().filter(|_| !is_answered) else { continue };
            found.push(
                RULE.at(survey.at("respondents").at(at).at("answers").at(*question))
                    .record(format!("{}/{}", survey.record.id, respondent.id))
                    .arg("id", respondent.id.as_str())
                    .arg("department", respondent.department.as_str())
                    .arg("question", *question)
                    .arg("answer", *word)
                    .arg("count", negative.len()),
            );
        }
    }
}

fn measures_for<'a>(context: &Context<'a>, survey: &'a Filed<Survey>) -> Vec<&'a Measure> {
    let summaries = context.book.summaries.iter();
    let of_year = summaries.filter(|summary| summary.record.period == survey.record.period);
    let of_year = of_year.flat_map(|summary| &summary.record.measures);
    survey.record.measures.iter().chain(of_year).collect()
}

/// The questions that somebody answered by a negative word of the scale, with the word.
fn negative_answers<'a>(rules: &SurveyRules, respondent: &'a Respondent) -> Vec<(&'a str, &'a str)> {
    let answers = respondent.answers.iter();
    let is_negative = |word: &str| rules.level(word).is_some_and(|level| level.negative == YesNo::Yes);
    let negative = answers.filter(|(_, word)| is_negative(word));
    negative.map(|(question, word)| (question.as_str(), word.as_str())).collect()
}
