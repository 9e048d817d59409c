//! `threshold-reached`: a measured value violates a limit of the contract, or an agreed limit.

use super::context::Context;
use super::reading::{diagnostic_at, record_of, verdict_place};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::schedule::{Judgement, is_remedied};

/// A violated limit.
pub(super) const RULE: Rule = Rule::service("threshold-reached");

/// A deviation that has been remedied is only a note.
const REMEDIED: Rule = Rule::new(RULE.code.0, Family::Service, Severity::Note);

/// Reports every violated limit of every inspection.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        let readings = context.readings(inspection);
        for reading in readings.iter().filter(|reading| reading.judgement == Judgement::Missed) {
            let remedied =
                is_remedied(&context.histories, &reading.clause.id, inspection, context.as_of);
            let rule = if remedied { REMEDIED } else { RULE };
            let diagnostic =
                rule.at(verdict_place(inspection, reading)).record(record_of(inspection, reading));
            let diagnostic = diagnostic_at(context, diagnostic, reading);
            found.push(if remedied { diagnostic.variant("remedied") } else { diagnostic });
        }
    }
}
