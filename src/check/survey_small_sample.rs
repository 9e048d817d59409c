//! `survey-small-sample`: a finished survey has too few answers for percentages to be meaningful.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::completed;

/// A survey with too few answers.
pub(super) const RULE: Rule = Rule::new("survey-small-sample", Family::Service, Severity::Warning);

/// Compares the number of completed interviews with the contract file's minimum sample.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let least = usize::from(context.contract.record.survey.smallest_sample);
    for survey in &context.records.surveys {
        let record = &survey.record;
        let Some(finished) = record.finished_on.filter(|day| day.0 <= context.as_of) else {
            continue;
        };
        let completed = completed(record, context.as_of).len();
        if completed < least {
            found.push(
                RULE.at(survey.at("respondents"))
                    .record(record.id.as_str())
                    .arg("completed", completed)
                    .arg("listed", record.respondents.len())
                    .arg("least", least)
                    .arg("finished", finished.to_string()),
            );
        }
    }
}
