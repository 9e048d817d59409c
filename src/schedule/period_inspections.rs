//! The inspections of a year in one table.
//!
//! In: contract, inspections and the histories of findings. Out: one [`PeriodInspection`] per
//! inspection period with its verdicts and [`FindingCounts`], and the [`WorstMeasurement`] of every
//! limit. A period without an inspection also has an entry.

use chrono::NaiveDate;

use super::evaluator::{Evaluator, Measurement};
use super::findings::{FindingFollowUp, FindingHistory};
use super::ledger::row_cadence;
use super::period::{Period, periods};
use crate::model::{Clause, Contract, Evidence, Grade, Inspection, Sourced, Verdict};

/// The inspection of a period, with its results.
#[derive(Debug, Clone)]
pub(crate) struct PeriodInspection<'a> {
    pub period: Period,
    /// The inspection, if there is one.
    pub inspection: Option<&'a Sourced<Inspection>>,
    /// The number of items per verdict, in the order of [`Verdict::ALL`]; all zero without an
    /// inspection.
    pub verdicts: Vec<(Verdict, usize)>,
    /// The numbers of findings in this period.
    pub finding_counts: FindingCounts,
}

/// The numbers of findings in a period: `before` plus `raised` less `closed` is `open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FindingCounts {
    /// Open at its beginning.
    pub before: usize,
    /// Found in it.
    pub raised: usize,
    pub closed: usize,
    /// Open at its end, or on the day of the evaluation.
    pub open: usize,
}

/// The worst measurement of a limit in a year.
#[derive(Debug, Clone)]
pub(crate) struct WorstMeasurement<'a> {
    pub worst: Measurement<'a>,
    /// The period of the inspection that it belongs to.
    pub period: &'a str,
    /// The worst value at the first inspection with a value.
    pub first: f64,
    /// The worst value at the last inspection with a value.
    pub last: f64,
}

/// The clauses that are proved by inspections.
pub(crate) fn inspected(contract: &Contract) -> impl Iterator<Item = &Clause> {
    contract.clauses.iter().filter(|clause| clause.evidence == Evidence::Inspection)
}

/// Verdict and grade of an item. An item that the record omits was not inspected.
pub(crate) fn verdict_of(
    inspection: &Sourced<Inspection>,
    clause: &Clause,
) -> (Verdict, Option<Grade>) {
    let item = inspection.record.items.iter().find(|item| item.clause == clause.id);
    item.map_or((Verdict::Skipped, None), |item| (item.verdict, item.grade))
}

/// The number of items of an inspection per verdict, in the order of [`Verdict::ALL`].
pub(crate) fn verdicts(
    contract: &Contract,
    inspection: Option<&Sourced<Inspection>>,
) -> Vec<(Verdict, usize)> {
    let found = inspection.map(|inspection| {
        inspected(contract).map(|clause| verdict_of(inspection, clause).0).collect::<Vec<_>>()
    });
    let found = found.unwrap_or_default();
    let count = |verdict: Verdict| found.iter().filter(|other| **other == verdict).count();
    Verdict::ALL.iter().map(|verdict| (*verdict, count(*verdict))).collect()
}

/// The inspections of the periods that end in a span and have begun by a day.
pub(crate) fn period_inspections<'a>(
    evaluator: &Evaluator<'a>,
    histories: &[FindingHistory<'a>],
    span: &Period,
    as_of: NaiveDate,
) -> Vec<PeriodInspection<'a>> {
    let contract = evaluator.contract;
    let Some(cadence) = inspected(contract).map(row_cadence).min() else { return Vec::new() };
    let all = periods(contract, cadence).into_iter();
    let within = all.filter(|period| span.contains(period.to) && period.from <= as_of);
    within
        .map(|period| {
            let inspection = evaluator.records.inspection_by(&period.id, as_of);
            PeriodInspection {
                inspection,
                verdicts: verdicts(contract, inspection),
                finding_counts: finding_counts(histories, &period, as_of),
                period,
            }
        })
        .collect()
}

/// Counts the findings of a span by the days on which they were found and closed.
pub(crate) fn finding_counts(
    histories: &[FindingHistory<'_>],
    span: &Period,
    as_of: NaiveDate,
) -> FindingCounts {
    let end = span.to.min(as_of);
    let mut finding_counts = FindingCounts::default();
    for history in histories {
        let raised = history.inspection.record.started_at.day();
        let closed = closed_on(history).filter(|day| *day <= end);
        if raised > end || closed.is_some_and(|day| day < span.from) {
            continue;
        }
        finding_counts.before += usize::from(raised < span.from);
        finding_counts.raised += usize::from(raised >= span.from);
        finding_counts.closed += usize::from(closed.is_some());
        finding_counts.open += usize::from(closed.is_none());
    }
    finding_counts
}

/// The first day on which a finding was closed, but never before it was found, even if the record
/// states so.
fn closed_on(history: &FindingHistory<'_>) -> Option<NaiveDate> {
    let raised = history.inspection.record.started_at.day();
    history.links.iter().filter_map(FindingFollowUp::closed_on).min().map(|day| day.max(raised))
}

/// The worst measurement of every limit over the inspections of a year, in the order of the
/// contract.
pub(crate) fn worst_measurements<'a>(
    evaluator: &Evaluator<'a>,
    period_inspections: &[PeriodInspection<'a>],
) -> Vec<WorstMeasurement<'a>> {
    let clauses = inspected(evaluator.contract);
    clauses
        .flat_map(|clause| {
            (0..clause.limits.len())
                .filter_map(|at| extreme(evaluator, period_inspections, clause, at))
        })
        .collect()
}

fn extreme<'a>(
    evaluator: &Evaluator<'a>,
    period_inspections: &[PeriodInspection<'a>],
    clause: &'a Clause,
    limit: usize,
) -> Option<WorstMeasurement<'a>> {
    let inspections = period_inspections.iter().filter_map(|inspection| inspection.inspection);
    let worst = inspections.filter_map(|inspection| {
        let readings = evaluator.clause_readings(clause, inspection).into_iter();
        let judged = readings.filter(|reading| reading.limit_index == limit && is_judged(reading));
        Some((
            inspection.record.period.as_str(),
            judged.min_by(|left, right| badness(right).total_cmp(&badness(left)))?,
        ))
    });
    let worst: Vec<_> = worst.collect();
    let value = |reading: &Measurement<'a>| reading.sample.map_or(f64::NAN, |sample| sample.value);
    let (first, last) = (value(&worst.first()?.1), value(&worst.last()?.1));
    let (period, reading) = worst
        .into_iter()
        .min_by(|(_, left), (_, right)| badness(right).total_cmp(&badness(left)))?;
    Some(WorstMeasurement { worst: reading, period, first, last })
}

fn is_judged(reading: &Measurement<'_>) -> bool {
    use super::evaluator::Judgement::{Unjudged, Unmeasured};
    !matches!(reading.judgement, Unmeasured | Unjudged)
}

/// A measure of how bad a value is: larger is worse; under a lower bound, smaller is worse.
fn badness(reading: &Measurement<'_>) -> f64 {
    let value = reading.sample.map_or(f64::NEG_INFINITY, |sample| sample.value);
    if reading.limit.at_least.is_some() { -value } else { value }
}
