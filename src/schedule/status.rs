//! How every clause and every person stands: the figures of `weibao status`.
//!
//! In: the reckoning of a day. Out: one [`ClauseStatus`] a clause over the whole term or over a part of it, what that comes to
//! at acceptance, and one [`PersonWorkload`] a person with something open or missed. The index, `status` and the acceptance
//! papers count with these and nothing else.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agenda::DueItem;
use super::clock::Attainment;
use super::evaluation::Evaluation;
use super::ledger::{Row, State, is_settled};
use super::period::{Period, term_period};
use crate::labels::labels;
use crate::model::Clause;

/// A clause over all its periods that end in a span of time.
#[derive(Debug, Clone)]
pub struct ClauseStatus<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its rows in the ledger, in order of time.
    pub rows: Vec<&'a Row<'a>>,
    /// How many periods are in each state, in the order of [`State::ALL`].
    pub states: Vec<(State, usize)>,
    /// How its clocks came out over the term, where it promises one.
    pub attainment: Option<Attainment>,
    /// Cases or duties that arose.
    pub required: u32,
    /// Those of them whose period has ended.
    pub due: u32,
    /// Those that were done.
    pub done: u32,
}

impl ClauseStatus<'_> {
    /// What was done of what was due: for clocks those met of those decided, else duties done of duties owed or arisen; nothing
    /// where nothing was due.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let (done, due) = match self.attainment {
            Some(sum) => (sum.met, sum.decided()),
            None => (self.done as usize, self.required as usize),
        };
        (due > 0).then_some((done, due))
    }

    /// How many periods are in a state.
    pub fn count(&self, state: State) -> usize {
        self.states.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    }

    /// What its states come to. What is not due is never called fulfilled, and one period without a gap makes no other good.
    pub fn conclusion(&self) -> Conclusion {
        let has = |state| self.count(state) > 0;
        let fulfilled = has(State::Done);
        match () {
            () if has(State::Deviation) => Conclusion::Deviation,
            () if has(State::Partial) || has(State::DoneLate) => Conclusion::Partly,
            () if has(State::NoEvidence) && fulfilled => Conclusion::Partly,
            () if has(State::NoEvidence) => Conclusion::Unproved,
            () if has(State::NotDue) => Conclusion::NotDue,
            () if fulfilled => Conclusion::Fulfilled,
            () => Conclusion::NotOccurred,
        }
    }

    /// What those of its periods come to that are due: the same reading as [`Self::conclusion`], in the words of the ledger.
    pub fn so_far(&self) -> State {
        match self.conclusion() {
            Conclusion::Deviation => State::Deviation,
            Conclusion::Unproved => State::NoEvidence,
            Conclusion::Partly
                if self.count(State::Partial) + self.count(State::NoEvidence) > 0 =>
            {
                State::Partial
            }
            Conclusion::Partly => State::DoneLate,
            Conclusion::NotDue if self.count(State::Done) == 0 => State::NotDue,
            Conclusion::NotDue | Conclusion::Fulfilled => State::Done,
            Conclusion::NotOccurred => State::NotOccurred,
        }
    }
}

labels! {
    /// What a clause comes to at acceptance.
    pub enum Conclusion {
        /// Everything that was owed was done in its time.
        Fulfilled { word: "符合" },
        /// Something was done in part, too late, or is without a proof.
        Partly { word: "部分符合" },
        /// Nothing proves it.
        Unproved { word: "不符合（无证据）" },
        /// A limit was missed.
        Deviation { word: "存在偏离" },
        /// Something is not due yet, and nothing that was due has a gap.
        NotDue { word: "未到期" },
        /// It was never needed.
        NotOccurred { word: "本期未发生" },
    }
    /// The word that acceptance papers print.
    word
}

/// How many periods of some clauses are in each state, in the order of [`State::ALL`].
pub fn states_of(statuses: &[ClauseStatus<'_>]) -> Vec<(State, usize)> {
    let count = |state: State| statuses.iter().map(|status| status.count(state)).sum();
    State::ALL.iter().map(|state| (*state, count(*state))).collect()
}

/// What a person has in hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonWorkload {
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

/// Every clause in the contract's order, over the whole term.
pub fn by_clause<'r>(evaluation: &'r Evaluation<'_>) -> Vec<ClauseStatus<'r>> {
    by_clause_within(evaluation, &term_period(evaluation.evaluator.contract))
}

/// Every clause in the contract's order, over its periods that end within a span: one that reaches beyond it counts where it
/// ends, so that no period is counted twice.
pub fn by_clause_within<'r>(
    evaluation: &'r Evaluation<'_>,
    span: &Period,
) -> Vec<ClauseStatus<'r>> {
    let clauses = evaluation.evaluator.contract.clauses.iter();
    clauses
        .map(|clause| {
            let rows = evaluation.ledger.rows.iter();
            let rows =
                rows.filter(|row| row.clause.id == clause.id && span.contains(row.period.to));
            status(clause, rows.collect(), evaluation.as_of)
        })
        .collect()
}

fn status<'r>(clause: &'r Clause, rows: Vec<&'r Row<'r>>, as_of: NaiveDate) -> ClauseStatus<'r> {
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let ended = rows.iter().filter(|row| row.period.is_closed(as_of));
    ClauseStatus {
        clause,
        states: State::ALL.iter().map(|state| (*state, count(*state))).collect(),
        attainment: rows.iter().filter_map(|row| row.attainment).reduce(Attainment::plus),
        required: rows.iter().map(|row| row.required).sum(),
        due: ended.map(|row| row.required).sum(),
        done: rows.iter().map(|row| row.done).sum(),
        rows,
    }
}

/// Everybody with something in hand or missed, by id.
pub fn by_person<'r>(
    evaluation: &'r Evaluation<'_>,
    agenda: &[DueItem<'r>],
) -> BTreeMap<&'r str, PersonWorkload> {
    let (records, as_of) = (evaluation.evaluator.records, evaluation.as_of);
    let mut people: BTreeMap<&str, PersonWorkload> = BTreeMap::new();
    for timed in &evaluation.service.timed {
        let ticket = &timed.ticket.record;
        let open = ticket.closed_at.is_none_or(|at| at.day() > as_of);
        let missed = timed.clocks.iter().filter(|clock| clock.verdict.is_missed()).count();
        if open || missed > 0 {
            let person = people.entry(&ticket.agent).or_default();
            person.open_tickets += usize::from(open);
            person.missed += missed;
        }
    }
    let cases = records.escalations.iter().filter(|case| case.record.opened_at.day() <= as_of);
    for case in cases.filter(|case| !is_settled(case, as_of)) {
        let person = case.record.assigned_to.as_deref().unwrap_or(&case.record.raised_by);
        people.entry(person).or_default().open_cases += 1;
    }
    for item in agenda {
        let Some(person) = item.person else { continue };
        let person = people.entry(person).or_default();
        if item.days_left(as_of) < 0 {
            person.overdue += 1;
        } else {
            person.coming += 1;
        }
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a clause comes to whose periods are in these states.
    fn comes_to(states: &[State]) -> Conclusion {
        status_with(states, |status| status.conclusion())
    }

    fn so_far(states: &[State]) -> State {
        status_with(states, |status| status.so_far())
    }

    fn status_with<T>(states: &[State], ask: impl Fn(&ClauseStatus<'_>) -> T) -> T {
        let clause = clause();
        let count = |state| states.iter().filter(|known| **known == state).count();
        let status = ClauseStatus {
            clause: &clause,
            rows: Vec::new(),
            states: State::ALL.iter().map(|state| (*state, count(*state))).collect(),
            attainment: None,
            required: 0,
            due: 0,
            done: 0,
        };
        ask(&status)
    }

    fn clause() -> Clause {
        serde_json::from_value(serde_json::json!({
            "id": "1.1", "section": "检查", "text": "检查登录。", "every": "每季度", "evidence": "巡检记录",
        }))
        .expect("a clause")
    }

    #[test]
    fn nothing_is_fulfilled_before_it_is_due() {
        use State::{Done, NotDue, NotOccurred};
        assert_eq!(comes_to(&[Done, Done]), Conclusion::Fulfilled);
        assert_eq!(comes_to(&[Done, NotOccurred]), Conclusion::Fulfilled);
        assert_eq!(comes_to(&[Done, NotDue]), Conclusion::NotDue);
        assert_eq!(comes_to(&[NotOccurred, NotDue]), Conclusion::NotDue);
        assert_eq!(comes_to(&[NotOccurred]), Conclusion::NotOccurred);
        assert_eq!(comes_to(&[]), Conclusion::NotOccurred);
    }

    #[test]
    fn what_is_due_is_told_apart_from_what_is_not() {
        use State::{Deviation, Done, DoneLate, NoEvidence, NotDue, NotOccurred, Partial};
        assert_eq!(so_far(&[Done, NotDue]), Done);
        assert_eq!(so_far(&[NotOccurred, NotDue]), NotDue);
        assert_eq!(so_far(&[Done, DoneLate]), DoneLate);
        assert_eq!(so_far(&[Done, NoEvidence]), Partial);
        assert_eq!(so_far(&[Partial, DoneLate]), Partial);
        assert_eq!(so_far(&[Done, Deviation, NotDue]), Deviation);
        assert_eq!(so_far(&[NoEvidence, NotDue]), NoEvidence);
        assert_eq!(so_far(&[]), NotOccurred);
    }

    #[test]
    fn a_gap_is_never_made_good_by_another_period() {
        use State::{Deviation, Done, DoneLate, NoEvidence, NotDue, Partial};
        assert_eq!(comes_to(&[Done, DoneLate]), Conclusion::Partly);
        assert_eq!(comes_to(&[Done, Partial, NotDue]), Conclusion::Partly);
        assert_eq!(comes_to(&[Done, NoEvidence]), Conclusion::Partly);
        assert_eq!(comes_to(&[NoEvidence, NotDue]), Conclusion::Unproved);
        assert_eq!(comes_to(&[Done, NoEvidence, Partial, Deviation]), Conclusion::Deviation);
    }
}
