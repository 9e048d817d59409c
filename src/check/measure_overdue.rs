//! `measure-overdue`: the planned date of an improvement measure has passed, and it is not done.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{FollowUpStatus, Measure};

/// A measure that is open after its planned date.
pub(super) const RULE: Rule = Rule::service("measure-overdue");

/// Reports every overdue measure of surveys and summaries that were valid by the day of the run.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for sourced in context.measures() {
        let measure = sourced.record;
        let reported = sourced.known_from.is_none_or(|day| day <= context.as_of);
        if reported && measure.due.0 < context.as_of && !is_done(context, measure) {
            found.push(
                RULE.at(sourced.location.at("due"))
                    .record(measure.id.as_str())
                    .arg("id", measure.id.as_str())
                    .arg("due", measure.due.to_string())
                    .arg("today", context.as_of.to_string()),
            );
        }
    }
}

/// True if the measure was closed by the day of the run; a closed measure without a date counts as
/// closed.
fn is_done(context: &Context<'_>, measure: &Measure) -> bool {
    measure.status == FollowUpStatus::Closed
        && measure.closed_on.is_none_or(|day| day.0 <= context.as_of)
}
