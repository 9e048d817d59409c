//! Measured values against the contract's limits.
//!
//! In: contract, objects, samples and an inspection. Out: one [`Measurement`] per limit and object,
//! judged by the raw value: 少于90% is strict, so 90.00 fails and 89.996 passes, and
//! [`shown_value`] never prints one as the other.

use chrono::NaiveDateTime;

use crate::model::{
    Clause, Contract, Inspection, Limit, LimitSource, Metric, Object, Records, Sample, Scope,
    Sourced, Verdict,
};

/// The result of comparing a value with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// The limit is met and the advisory level is not reached.
    Within,
    /// The advisory level is reached, or an advisory limit is violated.
    Advisory,
    /// The contract's or an agreed limit is violated.
    Missed,
    /// There is no value.
    Unmeasured,
    /// Printed for information only.
    Unjudged,
}

/// The judged value of one object.
#[derive(Debug, Clone)]
pub struct Measurement<'a> {
    /// The clause that requires it.
    pub clause: &'a Clause,
    /// The limit's index in the clause.
    pub limit_index: usize,
    /// The limit.
    pub limit: &'a Limit,
    /// The metric.
    pub metric: &'a Metric,
    /// The object.
    pub object: Object<'a>,
    /// The value that was judged.
    pub sample: Option<Sample>,
    /// How the value compares with the limit.
    pub judgement: Judgement,
}

/// The source of measurements.
#[derive(Debug, Clone, Copy)]
pub struct Evaluator<'a> {
    /// The contract.
    pub contract: &'a Contract,
    /// All records.
    pub records: &'a Records,
}

impl<'a> Evaluator<'a> {
    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&'a Metric> {
        self.contract.metrics.iter().find(|metric| metric.id == id)
    }

    /// Every measurement of an inspection, clause by clause.
    pub fn readings(&self, inspection: &'a Sourced<Inspection>) -> Vec<Measurement<'a>> {
        let clauses = self.contract.clauses.iter();
        clauses.flat_map(|clause| self.clause_readings(clause, inspection)).collect()
    }

    /// The measurements that one clause requires at an inspection.
    pub fn clause_readings(
        &self,
        clause: &'a Clause,
        inspection: &'a Sourced<Inspection>,
    ) -> Vec<Measurement<'a>> {
        let moment = inspection.record.finished_at.0;
        self.readings_by(clause, |metric, object| {
            by_hand(inspection, metric, object).or_else(|| self.sample(metric, object, moment))
        })
    }

    /// The values that probes measured for a clause by a moment, before there is an inspection.
    pub fn readings_at(&self, clause: &'a Clause, moment: NaiveDateTime) -> Vec<Measurement<'a>> {
        self.readings_by(clause, |metric, object| self.sample(metric, object, moment))
    }

    fn readings_by(
        &self,
        clause: &'a Clause,
        sample: impl Fn(&Metric, &Object<'_>) -> Option<Sample>,
    ) -> Vec<Measurement<'a>> {
        let mut readings = Vec::new();
        for (limit_index, limit) in clause.limits.iter().enumerate() {
            let Some(metric) = self.metric(&limit.metric) else {
                continue;
            };
            for object in self.objects_of(metric, limit.scope) {
                let sample = sample(metric, &object);
                readings.push(Measurement {
                    clause,
                    limit_index,
                    limit,
                    metric,
                    object,
                    sample,
                    judgement: judgement(limit, &object, sample),
                });
            }
        }
        readings
    }

    /// The objects that a limit covers. Every limit without a scope or with the system scope
    /// includes the reference objects, for information.
    fn objects_of(&self, metric: &Metric, scope: Option<Scope>) -> Vec<Object<'a>> {
        let assets = self.records.assets.as_ref();
        let objects = assets.map(|assets| assets.record.objects()).unwrap_or_default();
        let wanted = |object: &Object<'_>| {
            object.kind == metric.of
                && match (scope, object.scope) {
                    (None, _) => true,
                    (Some(Scope::System), Some(Scope::Reference)) => true,
                    (Some(scope), of) => of == Some(scope),
                }
        };
        objects.into_iter().filter(wanted).collect()
    }

    /// The latest sample of an object at or before a moment.
    pub fn sample(
        &self,
        metric: &Metric,
        object: &Object<'_>,
        moment: NaiveDateTime,
    ) -> Option<Sample> {
        let probes = &self.records.probes;
        probes.get(metric, object.asset, object.part)?.at(moment)
    }
}

fn judgement(limit: &Limit, object: &Object<'_>, sample: Option<Sample>) -> Judgement {
    if object.scope == Some(Scope::Reference) && limit.scope != Some(Scope::Reference) {
        return Judgement::Unjudged;
    }
    sample.map_or(Judgement::Unmeasured, |sample| evaluate_value(limit, sample.value))
}

/// A value that the engineer entered by hand takes precedence over probes: it was read at the
/// inspection itself.
fn by_hand(
    inspection: &Sourced<Inspection>,
    metric: &Metric,
    object: &Object<'_>,
) -> Option<Sample> {
    let record = &inspection.record;
    let measured = record.items.iter().flat_map(|item| &item.measured).find(|measured| {
        measured.metric == metric.id
            && measured.asset == object.asset
            && measured.object == object.part
    })?;
    Some(Sample {
        at: record.finished_at.0,
        value: measured.value,
        file: inspection.location.file,
        line: 0,
        column: 0,
    })
}

/// Judges a raw value. The value must satisfy all bounds of the limit; `below` is strict.
pub(crate) fn evaluate_value(limit: &Limit, value: f64) -> Judgement {
    let holds = limit.below.is_none_or(|bound| value < bound)
        && limit.at_most.is_none_or(|bound| value <= bound)
        && limit.at_least.is_none_or(|bound| value >= bound);
    if !holds {
        return match limit.source {
            LimitSource::Contract | LimitSource::Agreed => Judgement::Missed,
            LimitSource::Advisory => Judgement::Advisory,
        };
    }
    let advised = limit
        .advise
        .is_some_and(|line| if limit.at_least.is_some() { value < line } else { value >= line });
    if advised { Judgement::Advisory } else { Judgement::Within }
}

/// The mildest verdict that an item may have, given its measurements; `None` without measurements.
pub(crate) fn verdict_owed(readings: &[Measurement<'_>]) -> Option<Verdict> {
    let judged = readings.iter().map(|reading| reading.judgement);
    judged.filter(|judgement| *judgement <= Judgement::Missed).max().map(
        |judgement| match judgement {
            Judgement::Missed => Verdict::Abnormal,
            Judgement::Advisory => Verdict::Attention,
            _ => Verdict::Normal,
        },
    )
}

/// Formats a value with two decimals, or with as many as keep it on the correct side of the limit's
/// bounds.
pub(crate) fn shown_value(limit: Option<&Limit>, value: f64) -> String {
    let side = |value: f64| limit.map(|limit| evaluate_value(limit, value));
    let mut decimals = 2;
    let mut text = format!("{value:.decimals$}");
    while decimals < 12 && text.parse::<f64>().ok().map(side) != Some(side(value)) {
        decimals += 1;
        text = format!("{value:.decimals$}");
    }
    text
}

/// Formats the bound of a limit, such as `<90%` or `≥3个月`; the signs are the same in every
/// language.
pub(crate) fn bound_text(limit: &Limit, unit: &str) -> String {
    let signs = [("<", limit.below), ("≤", limit.at_most), ("≥", limit.at_least)];
    let given =
        signs.iter().filter_map(|(sign, bound)| bound.map(|bound| format!("{sign}{bound}{unit}")));
    given.collect::<Vec<_>>().join("、")
}

/// Formats the advisory level of a limit, such as `≥80%`.
pub(crate) fn advise_text(limit: &Limit, unit: &str) -> String {
    let sign = if limit.at_least.is_some() { "<" } else { "≥" };
    match (limit.source, limit.advise) {
        (LimitSource::Contract | LimitSource::Agreed, Some(line)) => format!("{sign}{line}{unit}"),
        _ => bound_text(limit, unit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit() -> Limit {
        Limit {
            metric: "m".to_owned(),
            scope: None,
            below: Some(90.0),
            at_most: None,
            at_least: None,
            advise: Some(80.0),
            source: LimitSource::Contract,
        }
    }

    #[test]
    fn ninety_fails_and_what_is_short_of_it_passes_and_reads_so() {
        for (value, judgement, shown) in [
            (76.31, Judgement::Within, "76.31"),
            (79.996, Judgement::Within, "79.996"),
            (80.0, Judgement::Advisory, "80.00"),
            (89.99, Judgement::Advisory, "89.99"),
            (89.996, Judgement::Advisory, "89.996"),
            (89.999_999, Judgement::Advisory, "89.999999"),
            (90.0, Judgement::Missed, "90.00"),
            (90.000_4, Judgement::Missed, "90.00"),
            (91.203_4, Judgement::Missed, "91.20"),
        ] {
            assert_eq!(evaluate_value(&limit(), value), judgement, "{value}");
            assert_eq!(shown_value(Some(&limit()), value), shown);
        }
    }

    #[test]
    fn a_lower_bound_turns_the_advisory_line_round() {
        let limit = Limit { below: None, at_least: Some(3.0), advise: Some(6.0), ..limit() };
        assert_eq!(evaluate_value(&limit, 2.9), Judgement::Missed);
        assert_eq!(evaluate_value(&limit, 3.0), Judgement::Advisory);
        assert_eq!(evaluate_value(&limit, 6.0), Judgement::Within);
    }

    #[test]
    fn an_advisory_limit_never_makes_a_miss() {
        let limit = Limit { source: LimitSource::Advisory, ..limit() };
        assert_eq!(evaluate_value(&limit, 99.0), Judgement::Advisory);
    }
}
