//! The status of each clause over the periods of a year.
//!
//! In: the rows of the ledger that ended, or will end, in the year. Out: one [`ServiceStatus`] a clause. Below the
//! chapter that shows it, because the first page and the headline look at it, too.

use crate::report::kind::ReportContext;
use crate::schedule::{ClauseStatus, Period, Row as LedgerRow, State, by_clause_within};

/// From the most to the least important state.
const WEIGHT: [State; 7] = [
    State::NoEvidence,
    State::Deviation,
    State::Partial,
    State::DoneLate,
    State::Done,
    State::NotDue,
    State::NotOccurred,
];

/// The status of a clause over the periods of a year.
pub(super) struct ServiceStatus<'a> {
    pub(super) sums: ClauseStatus<'a>,
    /// The combined state of its periods.
    pub(super) state: State,
    /// The periods in which it fell short, by state: 部分履行, 2025Q2.
    pub(super) short: Vec<(State, String)>,
}

impl ServiceStatus<'_> {
    /// True if a period of it is not due yet.
    pub(super) fn is_coming(&self) -> bool {
        self.sums.count(State::NotDue) > 0
    }
}

/// Every clause with a row that ends in a period, in the contract's order.
pub(super) fn within<'a>(context: &ReportContext<'a>, period: &Period) -> Vec<ServiceStatus<'a>> {
    let all = by_clause_within(context.evaluation, period).into_iter();
    let owed = all.filter(|sums| !sums.rows.is_empty());
    owed.map(|sums| {
        let short = WEIGHT.iter().filter(|state| is_short(**state) && sums.count(**state) > 0);
        let short = short.map(|state| (*state, spans(&sums.rows, *state))).collect();
        ServiceStatus { state: sums.so_far(), short, sums }
    })
    .collect()
}

/// The most important state; 未到期 only if there is no other.
pub(super) fn worst(states: impl Iterator<Item = State>) -> State {
    let weight = |state: &State| WEIGHT.iter().position(|other| other == state);
    states.min_by_key(weight).unwrap_or(State::NotOccurred)
}

const fn is_short(state: State) -> bool {
    !matches!(state, State::Done | State::NotOccurred | State::NotDue)
}

/// The periods in a state; three or more consecutive ones are given by the first and the last: 2026-03～2026-06.
fn spans(rows: &[&LedgerRow<'_>], state: State) -> String {
    let runs = rows.chunk_by(|left, right| (left.state == state) == (right.state == state));
    let runs = runs.filter(|run| run.first().is_some_and(|row| row.state == state)).map(|run| {
        let ids: Vec<_> = run.iter().map(|row| row.period.id.as_str()).collect();
        match ids.as_slice() {
            [first, _, .., last] => format!("{first}～{last}"),
            ids => ids.join("、"),
        }
    });
    runs.collect::<Vec<_>>().join("、")
}

/// The clauses that were not fulfilled completely.
pub(super) fn deviating<'s, 'a>(statuses: &'s [ServiceStatus<'a>]) -> Vec<&'s ServiceStatus<'a>> {
    let full = [State::Done, State::NotDue, State::NotOccurred];
    statuses.iter().filter(|status| !full.contains(&status.state)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_weighs_most_is_told_of_a_year() {
        let of = |states: &[State]| worst(states.iter().copied());
        assert_eq!(of(&[State::Done, State::Deviation, State::NotDue]), State::Deviation);
        assert_eq!(of(&[State::Done, State::NotDue]), State::Done);
        assert_eq!(of(&[State::NotOccurred, State::NotDue]), State::NotDue);
        assert_eq!(of(&[]), State::NotOccurred);
        assert!(State::ALL.iter().all(|state| WEIGHT.contains(state)));
    }
}
