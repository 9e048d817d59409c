//! How every clause and every person stands: the figures of `weibao status`.
//!
//! In: the reckoning of a day. Out: one [`ClauseStanding`] a clause over the whole term, and one [`PersonStanding`] a person with
//! something open or missed.

use std::collections::BTreeMap;

use super::agenda::Matter;
use super::clock::Attainment;
use super::ledger::{State, is_settled};
use super::reckoning::Reckoning;
use crate::model::Clause;

/// A clause over all periods of the term.
#[derive(Debug, Clone)]
pub struct ClauseStanding<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// How many periods are in each state, in the order of [`State::ALL`].
    pub states: Vec<(State, usize)>,
    /// How its clocks came out over the term, where it promises one.
    pub attainment: Option<Attainment>,
    /// Cases or duties that arose.
    pub required: u32,
    /// Those that were done.
    pub done: u32,
}

impl ClauseStanding<'_> {
    /// What was done of what was due: for clocks those met of those decided, else duties done of duties owed or arisen; nothing
    /// where nothing was due.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let (done, due) = match self.attainment {
            Some(sum) => (sum.met, sum.decided()),
            None => (self.done as usize, self.required as usize),
        };
        (due > 0).then_some((done, due))
    }
}

/// What a person has in hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonStanding {
    /// Tickets taken and not closed.
    pub open_tickets: usize,
    /// Cases of the development team not settled.
    pub open_cases: usize,
    /// Limits in time missed over the term.
    pub missed: usize,
    /// Matters past their day.
    pub overdue: usize,
    /// Matters that are due and not past their day.
    pub coming: usize,
}

/// Every clause in the contract's order.
pub fn by_clause<'r>(reckoning: &'r Reckoning<'_>) -> Vec<ClauseStanding<'r>> {
    let clauses = reckoning.judging.contract.clauses.iter();
    clauses
        .map(|clause| {
            let rows: Vec<_> =
                reckoning.ledger.rows.iter().filter(|row| row.clause.id == clause.id).collect();
            let count = |state| rows.iter().filter(|row| row.state == state).count();
            let sums = rows.iter().filter_map(|row| row.attainment);
            ClauseStanding {
                clause,
                states: State::ALL.iter().map(|state| (*state, count(*state))).collect(),
                attainment: sums.reduce(Attainment::plus),
                required: rows.iter().map(|row| row.required).sum(),
                done: rows.iter().map(|row| row.done).sum(),
            }
        })
        .collect()
}

/// Everybody with something in hand or missed, by id.
pub fn by_person<'r>(
    reckoning: &'r Reckoning<'_>,
    agenda: &[Matter<'r>],
) -> BTreeMap<&'r str, PersonStanding> {
    let (book, as_of) = (reckoning.judging.book, reckoning.as_of);
    let mut people: BTreeMap<&str, PersonStanding> = BTreeMap::new();
    for timed in &reckoning.service.timed {
        let ticket = &timed.ticket.record;
        let open = ticket.closed_at.is_none_or(|at| at.day() > as_of);
        let missed = timed.clocks.iter().filter(|clock| clock.verdict.is_missed()).count();
        if open || missed > 0 {
            let person = people.entry(&ticket.agent).or_default();
            person.open_tickets += usize::from(open);
            person.missed += missed;
        }
    }
    let cases = book.escalations.iter().filter(|case| case.record.opened_at.day() <= as_of);
    for case in cases.filter(|case| !is_settled(case, as_of)) {
        let person = case.record.assigned_to.as_deref().unwrap_or(&case.record.raised_by);
        people.entry(person).or_default().open_cases += 1;
    }
    for matter in agenda {
        let Some(person) = matter.person else { continue };
        let person = people.entry(person).or_default();
        if matter.days_left(as_of) < 0 {
            person.overdue += 1;
        } else {
            person.coming += 1;
        }
    }
    people
}
