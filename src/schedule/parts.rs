//! Checks whether a percentage agrees with the used and total values it is computed from.
//!
//! In: metrics that name their `total` and `used`, and the series of each object. Out: one
//! [`Disagreement`] per object with its first day. A share of 40 % with 90 of 100 GB used means
//! that a probe measures the wrong thing, and a report would print both.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::evaluator::Evaluator;
use crate::model::{Metric, Object, Sample, Series};

/// Tolerance in percentage points, for rounding and for samples taken some minutes apart.
const TOLERANCE: f64 = 0.5;

/// The kind of disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Difference {
    /// The used value is larger than the total.
    PartTooLarge,
    /// The share differs from used divided by total.
    WrongShare,
}

/// An object whose share, used and total values disagree.
#[derive(Debug, Clone)]
pub(crate) struct Disagreement<'a> {
    pub object: Object<'a>,
    /// The kind of disagreement on the first such day.
    pub difference: Difference,
    /// The used value on that day.
    pub used: Sample,
    /// The total on that day.
    pub total: Sample,
    /// The share on that day, if there is one.
    pub share: Option<Sample>,
    /// The number of days with a disagreement.
    pub days: usize,
}

impl Disagreement<'_> {
    /// Used divided by total, in percent.
    pub(crate) fn computed(&self) -> f64 {
        self.used.value / self.total.value * 100.0
    }
}

/// Every object whose last values of a day disagree, sorted by metric and object.
pub(crate) fn disagreements<'a>(evaluator: &Evaluator<'a>) -> Vec<Disagreement<'a>> {
    let objects = evaluator.records.objects();
    let mut found = Vec::new();
    for metric in &evaluator.contract.metrics {
        let part = metric.used.as_ref().and_then(|id| evaluator.metric(id));
        let whole = metric.total.as_ref().and_then(|id| evaluator.metric(id));
        let (Some(part), Some(whole)) = (part, whole) else { continue };
        for object in objects.iter().filter(|object| object.kind == metric.of) {
            found.extend(compare(evaluator, metric, part, whole, *object));
        }
    }
    found
}

fn compare<'a>(
    evaluator: &Evaluator<'a>,
    metric: &'a Metric,
    part: &Metric,
    whole: &Metric,
    object: Object<'a>,
) -> Option<Disagreement<'a>> {
    let probes = &evaluator.records.probes;
    let totals = last_values(probes.get(whole, object.asset, object.part)?);
    let shares = probes.get(metric, object.asset, object.part).map(last_values).unwrap_or_default();
    let mut first: Option<Disagreement<'a>> = None;
    for used in last_values(probes.get(part, object.asset, object.part)?).into_values() {
        let day = used.at.date();
        let Some(&total) = totals.get(&day) else { continue };
        let share = shares.get(&day).copied();
        let Some(difference) = difference(used, total, share) else { continue };
        let known =
            first.get_or_insert(Disagreement { object, difference, used, total, share, days: 0 });
        known.days += 1;
    }
    first
}

fn last_values(series: &Series) -> BTreeMap<NaiveDate, Sample> {
    series.days().iter().map(|values| (values.last.at.date(), values.last)).collect()
}

fn difference(used: Sample, total: Sample, share: Option<Sample>) -> Option<Difference> {
    if used.value > total.value {
        return Some(Difference::PartTooLarge);
    }
    let share = share.filter(|_| total.value > 0.0)?;
    let computed = used.value / total.value * 100.0;
    ((share.value - computed).abs() > TOLERANCE).then_some(Difference::WrongShare)
}
