//! `unit-mismatch`: a sample has another unit than its metric.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Sample;

/// Samples that cannot be compared with the limit.
pub(super) const RULE: Rule = Rule::data("unit-mismatch");

/// Reports each pair of metric and wrong unit once, at its first sample.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut foreign: BTreeMap<(&str, &str), (Sample, u64)> = BTreeMap::new();
    for (key, series) in context.records.probes.iter() {
        let Some(metric) = context.evaluator.metric(&key.metric) else { continue };
        let Some(first) = series.days().first().filter(|_| key.unit != metric.unit) else {
            continue;
        };
        foreign.entry((&key.metric, &key.unit)).or_insert((first.first, 0)).1 += series.count();
    }
    for ((metric, unit), (sample, samples)) in foreign {
        let expected = context.evaluator.metric(metric).map_or("", |metric| metric.unit.as_str());
        let diagnostic =
            RULE.at(sample.row()).record(metric).arg("metric", metric).arg("unit", unit);
        let diagnostic = diagnostic.arg("expected", expected).arg("samples", samples);
        found.push(if unit.is_empty() { diagnostic.variant("none") } else { diagnostic });
    }
}
