//! `negative-answer-without-measure`: a respondent is dissatisfied, but no measure addresses it.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::{dissatisfied, measures_for};

/// A negative answer without a measure.
pub(super) const RULE: Rule = Rule::service("negative-answer-without-measure");

/// Reports each respondent once, at the first negative answer. Measures may be in the survey or in
/// the summary of its year.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let rules = &context.contract.record.survey;
    for survey in &context.records.surveys {
        // The measure may be in a summary that could not be read.
        if context.records.is_faulty("summary", &survey.record.period) {
            continue;
        }
        let record = &survey.record;
        let measures = measures_for(context.records, record);
        for negative in dissatisfied(record, rules, &measures, context.as_of) {
            let Some((question, word)) =
                negative.answers.first().filter(|_| negative.measures.is_empty())
            else {
                continue;
            };
            let (id, question) = (negative.respondent.id.as_str(), question.id.as_str());
            found.push(
                RULE.at(survey.at("respondents").at(negative.index).at("answers").at(question))
                    .record(format!("{}/{id}", record.id))
                    .arg("id", id)
                    .arg("department", negative.respondent.department.as_str())
                    .arg("question", question)
                    .arg("answer", *word)
                    .arg("count", negative.answers.len()),
            );
        }
    }
}
