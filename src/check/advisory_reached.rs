//! `advisory-reached`: a measured value has reached the advisory level.

use super::context::Context;
use super::reading::{diagnostic_at, record_of, verdict_place};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::{Judgement, is_remedied};

/// A measured value that needs attention.
pub(super) const RULE: Rule = Rule::new("advisory-reached", Family::Service, Severity::Warning);

/// Reports every value at the advisory level, except where all findings about it are closed.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        for reading in context.readings(inspection) {
            if reading.judgement != Judgement::Advisory
                || is_remedied(&context.histories, &reading.clause.id, inspection, context.as_of)
                || context.is_trail_broken(inspection)
            {
                continue;
            }
            let diagnostic = RULE
                .at(verdict_place(inspection, &reading))
                .record(record_of(inspection, &reading));
            found.push(diagnostic_at(context, diagnostic, &reading));
        }
    }
}
