//! Clauses proved by inspections.
//!
//! In: a clause and a period. Out: its row. An inspection counts only if the item was judged.

use super::{Proof, Proving, Row, State, row};
use crate::model::{Clause, Filed, Inspection, Verdict};
use crate::schedule::findings::is_remedied;
use crate::schedule::judge::Judgement;
use crate::schedule::period::Period;

pub(super) fn by_inspection<'a>(
    proving: &Proving<'a, '_>,
    clause: &'a Clause,
    period: Period,
) -> Row<'a> {
    let row = |state, done, evidence, period| row(clause, period, (1, done), evidence, state);
    let Some(inspection) = proving.book().inspection_by(&period.id, proving.as_of) else {
        let state = if period.is_closed(proving.as_of) { State::NoEvidence } else { State::NotDue };
        return row(state, 0, Vec::new(), period);
    };
    let proof = vec![Proof::new(inspection.record.id.as_str(), inspection)];
    let item = inspection.record.items.iter().find(|item| item.clause == clause.id);
    if item.is_none_or(|item| item.verdict == Verdict::Skipped) {
        return row(State::Partial, 0, proof, period);
    }
    if deviates(proving, clause, inspection) {
        return row(State::Deviation, 1, proof, period);
    }
    let late = inspection.record.finished_at.day() > period.to;
    row(if late { State::DoneLate } else { State::Done }, 1, proof, period)
}

/// A contract limit was missed, and the finding about it is not closed by the day of the ledger.
fn deviates<'a>(
    proving: &Proving<'a, '_>,
    clause: &'a Clause,
    inspection: &'a Filed<Inspection>,
) -> bool {
    let readings = proving.judging.clause_readings(clause, inspection);
    let missed = readings.iter().any(|reading| reading.judgement == Judgement::Missed);
    missed && !is_remedied(&proving.chains, &clause.id, inspection, proving.as_of)
}
