//! The clause about the service as a whole, which is proved by all other clauses.
//!
//! In: the rows of all other clauses. Out: its rows, which are computed last. The service of a
//! period is complete if no row that ends in the period has a gap.

use chrono::NaiveDate;

use super::{LedgerInput, Row, State, count, row};
use crate::model::{Clause, Evidence};
use crate::schedule::period::Period;

/// An empty row that [`settle`] completes.
pub(super) fn open<'a>(_: &LedgerInput<'a, '_>, clause: &'a Clause, period: Period) -> Row<'a> {
    row(clause, period, (0, 0), Vec::new(), State::NotDue)
}

/// Completes the rows of the overall clause from the rows of the same period.
pub(super) fn settle(rows: &mut [Row<'_>], as_of: NaiveDate) {
    let sums: Vec<_> = rows
        .iter()
        .filter(|row| row.clause.evidence == Evidence::Overall)
        .map(|overall| sum(rows, &overall.period, as_of))
        .collect();
    let overall = rows.iter_mut().filter(|row| row.clause.evidence == Evidence::Overall);
    for (row, (required, done, state)) in overall.zip(sums) {
        (row.required, row.done, row.state) = (required, done, state);
    }
}

/// The number of due rows that ended in a period, the number of those without a gap, and the
/// resulting state.
fn sum(rows: &[Row<'_>], period: &Period, as_of: NaiveDate) -> (u32, u32, State) {
    let ended = rows.iter().filter(|row| {
        row.clause.evidence != Evidence::Overall
            && period.contains(row.period.to)
            && !matches!(row.state, State::NotOccurred | State::NotDue)
    });
    let states: Vec<_> = ended.map(|row| row.state).collect();
    let done = states.iter().filter(|state| matches!(state, State::Done | State::DoneLate)).count();
    let state = match states.len() {
        _ if !period.is_closed(as_of) => State::NotDue,
        0 => State::NotOccurred,
        _ if states.contains(&State::Deviation) => State::Deviation,
        _ if done < states.len() => State::Partial,
        _ => State::Done,
    };
    (count(states.len()), count(done), state)
}
