//! `survey-method`: a survey used another method than the contract requires.

use super::clauses;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// A survey with another method.
pub(super) const RULE: Rule = Rule::service("survey-method");

/// Compares the method of every survey with that of the contract file.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let agreed = context.contract.record.survey.method;
    for survey in &context.records.surveys {
        let record = &survey.record;
        if record.method == agreed || record.started_on.0 > context.as_of {
            continue;
        }
        let diagnostic = RULE
            .at(survey.at("method"))
            .record(record.id.as_str())
            .arg("method", record.method.word())
            .arg("agreed", agreed.word());
        found.push(clauses::pointed(
            diagnostic,
            context,
            clauses::of_evidence(context, Evidence::Survey),
        ));
    }
}
