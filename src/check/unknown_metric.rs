//! `unknown-metric`: the contract file does not list the metric of a sample.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Sample;

/// Samples of an unknown metric.
pub(super) const RULE: Rule = Rule::data("unknown-metric");

/// Reports each unknown metric once, at its first sample.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut unknown: BTreeMap<&str, (Sample, u64)> = BTreeMap::new();
    for (key, series) in context.records.probes.iter() {
        let Some(first) = series.days().first() else { continue };
        if context.evaluator.metric(&key.metric).is_none() {
            unknown.entry(key.metric.as_str()).or_insert((first.first, 0)).1 += series.count();
        }
    }
    let metrics = context.contract.record.metrics.iter();
    let known = metrics.map(|metric| metric.id.as_str()).collect::<Vec<_>>().join("、");
    for (metric, (sample, samples)) in unknown {
        let diagnostic = RULE.at(sample.row()).record(metric).arg("metric", metric);
        found.push(diagnostic.arg("samples", samples).arg("known", known.clone()));
    }
}
