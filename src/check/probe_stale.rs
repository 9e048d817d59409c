//! `probe-stale`: an inspection relies on a value that was measured days before it.

use chrono::Days;

use super::context::Context;
use super::reading::{diagnostic_at, is_set_aside, verdict_place};
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Inspection, Sourced};
use crate::schedule::{Judgement, Measurement};

/// A measured value that is too old.
pub(super) const RULE: Rule = Rule::new("probe-stale", Family::Service, Severity::Warning);

/// Reports each clause of each inspection once, with its oldest value.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        if context.has_faulty_probes(&inspection.record.period) {
            continue;
        }
        for clause in &context.contract.record.clauses {
            let readings = context.clause_readings(clause, inspection);
            let stale: Vec<_> =
                readings.iter().filter(|reading| is_stale(context, inspection, reading)).collect();
            let oldest = stale.iter().min_by_key(|reading| reading.sample.map(|sample| sample.at));
            let Some(oldest) = oldest else { continue };
            let diagnostic = RULE.at(verdict_place(inspection, oldest));
            let diagnostic = diagnostic
                .record(context.item_record(inspection, &clause.id))
                .arg("count", stale.len())
                .arg("days", usize::from(context.contract.record.threshold.stale_after_days))
                .arg("ended", inspection.record.finished_at.to_string());
            found.push(diagnostic_at(context, diagnostic, oldest));
        }
    }
}

fn is_stale(
    context: &Context<'_>,
    inspection: &Sourced<Inspection>,
    reading: &Measurement<'_>,
) -> bool {
    let days = Days::new(u64::from(context.contract.record.threshold.stale_after_days));
    let oldest = inspection.record.finished_at.0.checked_sub_days(days);
    reading.judgement <= Judgement::Missed
        && !is_set_aside(inspection, reading)
        && reading.sample.zip(oldest).is_some_and(|(sample, oldest)| sample.at < oldest)
}
