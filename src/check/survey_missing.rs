//! `survey-missing`: a year has ended without a survey.

use super::context::Context;
use super::yearly;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// A year without a survey.
pub(super) const RULE: Rule = Rule::service("survey-missing");

/// Reports each ended year once, at the first clause that requires it.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (row, state) in yearly::gaps(context, Evidence::Survey) {
        let diagnostic = yearly::diagnostic_at(context, RULE, row);
        found.push(if state == yearly::Shortfall::Unfinished {
            diagnostic.variant("unfinished")
        } else {
            diagnostic
        });
    }
}
