//! The inspections of a year side by side.
//!
//! In: contract, inspections and the chain of findings. Out: one [`Round`] a period of inspection with its verdicts, the
//! [`Flow`] of findings through it, and the [`Extreme`] of every limit. A period without an inspection is a round that says so.

use chrono::NaiveDate;

use super::findings::{Chain, Link};
use super::judge::{Judging, Reading};
use super::ledger::row_cadence;
use super::period::{Period, periods};
use crate::model::{Clause, Contract, Evidence, Filed, Grade, Inspection, Verdict};

/// An inspection that is owed, and what it came to.
#[derive(Debug, Clone)]
pub struct Round<'a> {
    /// Its period.
    pub period: Period,
    /// The inspection, where there is one.
    pub inspection: Option<&'a Filed<Inspection>>,
    /// How many items came to each verdict, in the order of [`Verdict::ALL`]; all zero without an inspection.
    pub verdicts: Vec<(Verdict, usize)>,
    /// Findings that came and went.
    pub flow: Flow,
}

/// Findings of a span: what was open before, plus what was raised, less what was closed, is what is open at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flow {
    /// Open when it began.
    pub before: usize,
    /// Raised in it.
    pub raised: usize,
    /// Closed in it.
    pub closed: usize,
    /// Open when it ended, or on the day of the reckoning.
    pub open: usize,
}

/// The worst of what was measured for a limit in a year.
#[derive(Debug, Clone)]
pub struct Extreme<'a> {
    /// The worst reading.
    pub worst: Reading<'a>,
    /// The period of the inspection that it was read at.
    pub period: &'a str,
    /// The worst value at the first inspection that has one.
    pub first: f64,
    /// The same at the last.
    pub last: f64,
}

/// The clauses that inspections prove.
pub fn inspected(contract: &Contract) -> impl Iterator<Item = &Clause> {
    contract.clauses.iter().filter(|clause| clause.evidence == Evidence::Inspection)
}

/// What an item came to. One that the record leaves out was not inspected.
pub fn verdict_of(inspection: &Filed<Inspection>, clause: &Clause) -> (Verdict, Option<Grade>) {
    let item = inspection.record.items.iter().find(|item| item.clause == clause.id);
    item.map_or((Verdict::Skipped, None), |item| (item.verdict, item.grade))
}

/// How many items of an inspection came to each verdict, in the order of [`Verdict::ALL`].
pub fn verdicts(
    contract: &Contract,
    inspection: Option<&Filed<Inspection>>,
) -> Vec<(Verdict, usize)> {
    let found = inspection.map(|inspection| {
        inspected(contract).map(|clause| verdict_of(inspection, clause).0).collect::<Vec<_>>()
    });
    let found = found.unwrap_or_default();
    let count = |verdict: Verdict| found.iter().filter(|other| **other == verdict).count();
    Verdict::ALL.iter().map(|verdict| (*verdict, count(*verdict))).collect()
}

/// The rounds of inspection that end in a span and have begun by a day.
pub fn rounds<'a>(
    judging: &Judging<'a>,
    chains: &[Chain<'a>],
    span: &Period,
    as_of: NaiveDate,
) -> Vec<Round<'a>> {
    let contract = judging.contract;
    let Some(cadence) = inspected(contract).map(row_cadence).min() else { return Vec::new() };
    let all = periods(contract, cadence).into_iter();
    let within = all.filter(|period| span.contains(period.to) && period.from <= as_of);
    within
        .map(|period| {
            let inspection = judging.book.inspection_by(&period.id, as_of);
            Round {
                inspection,
                verdicts: verdicts(contract, inspection),
                flow: flow(chains, &period, as_of),
                period,
            }
        })
        .collect()
}

/// The findings of a span, by the days on which they were raised and closed.
pub fn flow(chains: &[Chain<'_>], span: &Period, as_of: NaiveDate) -> Flow {
    let end = span.to.min(as_of);
    let mut flow = Flow::default();
    for chain in chains {
        let raised = chain.inspection.record.started_at.day();
        let closed = closed_on(chain).filter(|day| *day <= end);
        if raised > end || closed.is_some_and(|day| day < span.from) {
            continue;
        }
        flow.before += usize::from(raised < span.from);
        flow.raised += usize::from(raised >= span.from);
        flow.closed += usize::from(closed.is_some());
        flow.open += usize::from(closed.is_none());
    }
    flow
}

/// The first day on which a finding was closed; not before it was raised, whatever the record says.
fn closed_on(chain: &Chain<'_>) -> Option<NaiveDate> {
    let raised = chain.inspection.record.started_at.day();
    chain.links.iter().filter_map(Link::closed_on).min().map(|day| day.max(raised))
}

/// The worst reading of every limit over the inspections of a year, in the order of the contract.
pub fn extremes<'a>(judging: &Judging<'a>, rounds: &[Round<'a>]) -> Vec<Extreme<'a>> {
    let clauses = inspected(judging.contract);
    clauses
        .flat_map(|clause| {
            (0..clause.limits.len()).filter_map(|at| extreme(judging, rounds, clause, at))
        })
        .collect()
}

fn extreme<'a>(
    judging: &Judging<'a>,
    rounds: &[Round<'a>],
    clause: &'a Clause,
    limit: usize,
) -> Option<Extreme<'a>> {
    let inspections = rounds.iter().filter_map(|round| round.inspection);
    let worst = inspections.filter_map(|inspection| {
        let readings = judging.clause_readings(clause, inspection).into_iter();
        let judged = readings.filter(|reading| reading.limit_index == limit && is_judged(reading));
        Some((
            inspection.record.period.as_str(),
            judged.min_by(|left, right| badness(right).total_cmp(&badness(left)))?,
        ))
    });
    let worst: Vec<_> = worst.collect();
    let value = |reading: &Reading<'a>| reading.sample.map_or(f64::NAN, |sample| sample.value);
    let (first, last) = (value(&worst.first()?.1), value(&worst.last()?.1));
    let (period, reading) = worst
        .into_iter()
        .min_by(|(_, left), (_, right)| badness(right).total_cmp(&badness(left)))?;
    Some(Extreme { worst: reading, period, first, last })
}

fn is_judged(reading: &Reading<'_>) -> bool {
    use super::judge::Judgement::{Unjudged, Unmeasured};
    !matches!(reading.judgement, Unmeasured | Unjudged)
}

/// Larger is worse; under a lower bound, smaller is.
fn badness(reading: &Reading<'_>) -> f64 {
    let value = reading.sample.map_or(f64::NEG_INFINITY, |sample| sample.value);
    if reading.limit.at_least.is_some() { -value } else { value }
}
