//! Clauses proved by inspections.
//!
//! In: a clause and a period. Out: its row. An inspection counts only if the item was judged.

use super::{LedgerInput, Proof, Row, State, row};
use crate::model::{Clause, Inspection, Sourced, Verdict};
use crate::schedule::evaluator::Judgement;
use crate::schedule::findings::is_remedied;
use crate::schedule::period::Period;

pub(super) fn by_inspection<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let row = |state, done, evidence, period| row(clause, period, (1, done), evidence, state);
    let Some(inspection) = input.records().inspection_by(&period.id, input.as_of) else {
        let state = if period.is_closed(input.as_of) { State::NoEvidence } else { State::NotDue };
        return row(state, 0, Vec::new(), period);
    };
    let proof = vec![Proof::new(inspection.record.id.as_str(), inspection)];
    let item = inspection.record.items.iter().find(|item| item.clause == clause.id);
    if item.is_none_or(|item| item.verdict == Verdict::Skipped) {
        return row(State::Partial, 0, proof, period);
    }
    if deviates(input, clause, inspection) {
        return row(State::Deviation, 1, proof, period);
    }
    let late = inspection.record.finished_at.day() > period.to;
    row(if late { State::DoneLate } else { State::Done }, 1, proof, period)
}

/// True if a contract limit was violated and the finding about it is not closed by the day of the
/// ledger.
fn deviates<'a>(
    input: &LedgerInput<'a, '_>,
    clause: &'a Clause,
    inspection: &'a Sourced<Inspection>,
) -> bool {
    let readings = input.evaluator.clause_readings(clause, inspection);
    let missed = readings.iter().any(|reading| reading.judgement == Judgement::Missed);
    missed && !is_remedied(&input.histories, &clause.id, inspection, input.as_of)
}
