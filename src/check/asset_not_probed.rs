//! `asset-not-probed`: a limit covers an object, but an inspection has no value for it.

use super::context::Context;
use super::reading::{diagnostic_of_object, is_set_aside, record_of, verdict_place};
use crate::diagnostic::{Diagnostics, Rule};
use crate::schedule::{Judgement, Measurement};

/// An object without a measured value.
pub(super) const RULE: Rule = Rule::service("asset-not-probed");

/// Reports every object without a value, unless a fault that is already reported explains the gap.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        for reading in context.readings(inspection) {
            if reading.judgement != Judgement::Unmeasured
                || is_set_aside(inspection, &reading)
                || context.has_faulty_probes(&inspection.record.period)
                || in_other_unit(context, &reading)
            {
                continue;
            }
            let diagnostic = RULE
                .at(verdict_place(inspection, &reading))
                .record(record_of(inspection, &reading));
            let diagnostic = diagnostic_of_object(diagnostic, &reading);
            found.push(
                diagnostic
                    .arg("before", inspection.record.finished_at.to_string())
                    .clause(context.clause_location(&reading.clause.id)),
            );
        }
    }
}

/// Samples in another unit are already reported by `unit-mismatch`.
fn in_other_unit(context: &Context<'_>, reading: &Measurement<'_>) -> bool {
    context.records.probes.iter().any(|(key, _)| {
        key.metric == reading.metric.id
            && key.asset == reading.object.asset
            && key.object == reading.object.part
            && key.unit != reading.metric.unit
    })
}
