//! The status of every clause and the workload of every person: the figures of `weibao status`.
//!
//! In: the evaluation of a day. Out: one [`ClauseStatus`] per clause over the whole term or a part
//! of it, with its conclusion at acceptance, and one [`PersonWorkload`] per person with open or
//! missed items. The index, `status` and the acceptance papers use only these figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agenda::DueItem;
use super::clock::Attainment;
use super::evaluation::Evaluation;
use super::ledger::{Row, State, is_settled};
use super::period::{Period, term_period};
use crate::labels::labels;
use crate::model::Clause;

/// The status of a clause over all its periods that end in a span of time.
#[derive(Debug, Clone)]
pub(crate) struct ClauseStatus<'a> {
    pub clause: &'a Clause,
    /// Its rows in the ledger, in chronological order.
    pub rows: Vec<&'a Row<'a>>,
    /// The number of periods per state, in the order of [`State::ALL`].
    pub states: Vec<(State, usize)>,
    /// The verdicts of its clocks over the term, if it promises a time limit.
    pub attainment: Option<Attainment>,
    /// The number of cases or duties that arose.
    pub required: u32,
    /// Those whose period has ended.
    pub due: u32,
    /// Cases or duties that were done.
    pub done: u32,
}

impl ClauseStatus<'_> {
    /// The number done and the number due: for clocks, those met and those decided; otherwise
    /// duties done and duties owed or arisen. `None` if nothing was due.
    pub(crate) fn progress(&self) -> Option<(usize, usize)> {
        let (done, due) = match self.attainment {
            Some(sum) => (sum.met, sum.decided()),
            None => (self.done as usize, self.required as usize),
        };
        (due > 0).then_some((done, due))
    }

    /// The number of periods in a state.
    pub(crate) fn count(&self, state: State) -> usize {
        self.states.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    }

    /// Combines the states of all periods. A period not yet due never counts as fulfilled, and a
    /// fulfilled period never offsets a missed one.
    pub(crate) fn conclusion(&self) -> Conclusion {
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

    /// The state of the periods that are due: the same result as [`Self::conclusion`], in the
    /// states of the ledger.
    pub(crate) fn so_far(&self) -> State {
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
    /// The conclusion about a clause at acceptance.
    pub(crate) enum Conclusion {
        /// Everything required was done in time.
        Fulfilled { word: "符合" },
        /// Something was done in part, too late, or without evidence.
        Partly { word: "部分符合" },
        /// There is no evidence.
        Unproved { word: "不符合（无证据）" },
        /// A limit was missed.
        Deviation { word: "存在偏离" },
        /// Something is not due yet, and nothing due has a gap.
        NotDue { word: "未到期" },
        /// There was no demand.
        NotOccurred { word: "本期未发生" },
    }
    /// The word that acceptance papers print.
    word
}

/// The number of periods of these clauses per state, in the order of [`State::ALL`].
pub(crate) fn states_of(statuses: &[ClauseStatus<'_>]) -> Vec<(State, usize)> {
    let count = |state: State| statuses.iter().map(|status| status.count(state)).sum();
    State::ALL.iter().map(|state| (*state, count(*state))).collect()
}

/// The workload of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PersonWorkload {
    /// Tickets received and not closed.
    pub open_tickets: usize,
    /// Cases of the development team that are not settled.
    pub open_cases: usize,
    /// Missed time limits over the term.
    pub missed: usize,
    /// Items after their due date.
    pub overdue: usize,
    /// Items with a due date that has not passed.
    pub coming: usize,
}

/// The status of every clause in the contract's order, over the whole term.
pub(crate) fn by_clause<'r>(evaluation: &'r Evaluation<'_>) -> Vec<ClauseStatus<'r>> {
    by_clause_within(evaluation, &term_period(evaluation.evaluator.contract))
}

/// The status of every clause in the contract's order, over its periods that end within a span. A
/// period that extends beyond the span counts where it ends, so that no period is counted twice.
pub(crate) fn by_clause_within<'r>(
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

/// Every person with open or missed items, sorted by id.
pub(crate) fn by_person<'r>(
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

    /// The conclusion about a clause whose periods are in these states.
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
