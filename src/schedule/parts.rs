//! Whether a share agrees with the part and the whole it is the share of.
//!
//! In: metrics that name their `total` and `used`, and the series of each object. Out: one [`Disagreement`] an object with its
//! first day. A share of 40 % beside 90 of 100 GB means that a probe measures the wrong thing, and a report would print both.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::evaluator::Evaluator;
use crate::model::{Metric, Object, Sample, Series};

/// Points by which a share may differ from part over whole: rounding, and samples some minutes apart.
const TOLERANCE: f64 = 0.5;

/// How the three differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Difference {
    /// The part is larger than the whole.
    PartTooLarge,
    /// The share is not part over whole.
    WrongShare,
}

/// An object whose share, part and whole do not agree.
#[derive(Debug, Clone)]
pub(crate) struct Disagreement<'a> {
    /// The object.
    pub object: Object<'a>,
    /// How they differ on the first such day.
    pub difference: Difference,
    /// The part on that day.
    pub used: Sample,
    /// The whole on that day.
    pub total: Sample,
    /// The share on that day, where there is one.
    pub share: Option<Sample>,
    /// On how many days they differ.
    pub days: usize,
}

impl Disagreement<'_> {
    /// What the share would be by part and whole, in percent.
    pub(crate) fn computed(&self) -> f64 {
        self.used.value / self.total.value * 100.0
    }
}

/// Every object whose daily last values disagree, in order of metric and object.
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
