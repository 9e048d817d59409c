//! `probe-for-unknown-asset`: the list of assets does not contain the asset or object of a sample.

use std::collections::BTreeMap;

use super::context::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Metric, Object, SeriesKey};

/// Samples of an unknown asset or object.
pub(super) const RULE: Rule = Rule::data("probe-for-unknown-asset");

/// Reports each unknown asset or object once per kind of metric, at its first sample.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if context.records.assets.is_none() {
        return;
    }
    let objects = context.records.objects();
    let mut diagnostic: BTreeMap<(String, String), (Diagnostic, u64)> = BTreeMap::new();
    for (key, series) in context.records.probes.iter() {
        let Some(metric) = context.evaluator.metric(&key.metric) else { continue };
        let (Some(fault), Some(first)) = (fault(&objects, key, metric), series.days().first())
        else {
            continue;
        };
        let shown = if fault == Fault::Object { key.object.clone() } else { String::new() };
        let entry = diagnostic.entry((key.asset.clone(), shown)).or_insert_with(|| {
            let location = first.first.row();
            (describe(&objects, RULE.at(location), key, metric, fault), 0)
        });
        entry.1 += series.count();
    }
    found.extend(
        diagnostic.into_values().map(|(diagnostic, samples)| diagnostic.arg("samples", samples)),
    );
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// There is no asset of this name.
    Asset,
    /// The asset is of another kind.
    Kind,
    /// The asset has no such object.
    Object,
}

fn fault(objects: &[Object<'_>], key: &SeriesKey, metric: &Metric) -> Option<Fault> {
    let of_asset = || objects.iter().filter(|object| object.asset == key.asset);
    let of_kind = || of_asset().filter(|object| object.kind == metric.of);
    if of_kind().any(|object| object.part == key.object) {
        return None;
    }
    if of_asset().next().is_none() {
        return Some(Fault::Asset);
    }
    Some(if of_kind().next().is_none() { Fault::Kind } else { Fault::Object })
}

fn describe(
    objects: &[Object<'_>],
    diagnostic: Diagnostic,
    key: &SeriesKey,
    metric: &Metric,
    fault: Fault,
) -> Diagnostic {
    let diagnostic = diagnostic
        .record(object_name(&key.asset, &key.object))
        .arg("asset", key.asset.as_str())
        .arg("object", key.object.as_str())
        .arg("metric", key.metric.as_str())
        .arg("kind", metric.of.word());
    let of_kind = objects.iter().filter(|object| object.kind == metric.of);
    let mut known: Vec<_> = match fault {
        Fault::Asset | Fault::Kind => of_kind.map(|object| object.asset).collect(),
        Fault::Object => {
            of_kind.filter(|object| object.asset == key.asset).map(|object| object.part).collect()
        }
    };
    known.dedup();
    let diagnostic = diagnostic.arg("known", known.join("、"));
    match fault {
        Fault::Asset => diagnostic,
        Fault::Kind => diagnostic.variant("kind"),
        Fault::Object => diagnostic.variant("object"),
    }
}
