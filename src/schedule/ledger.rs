//! The ledger: what each clause owed in each period, and what was done.
//!
//! In: contract, records and a date. Out: one [`Row`] a clause and period, never fewer: a gap is a row that says so. Only
//! clauses whose kind of evidence is read so far have rows; [`PROVERS`] is the list.

use chrono::NaiveDate;

use super::findings::{Chain, chains, is_remedied};
use super::judge::{Judgement, Judging};
use super::period::{Period, periods};
use crate::model::{Book, Clause, Contract, Evidence, Filed, Inspection, Verdict};
use crate::source::FileId;

/// How a clause stands in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Done in time.
    Done,
    /// Done, after the period had ended.
    DoneLate,
    /// Done in part: the item was not inspected.
    Partial,
    /// Nothing proves it.
    NoEvidence,
    /// Done, but a limit was missed and the remedy is not closed.
    Deviation,
    /// Owed when needed, and it was not needed.
    NotOccurred,
    /// The period has not ended.
    NotDue,
}

impl State {
    /// Every state, worst last as far as they compare.
    pub const ALL: &[Self] = &[
        Self::Done,
        Self::DoneLate,
        Self::Partial,
        Self::NoEvidence,
        Self::Deviation,
        Self::NotOccurred,
        Self::NotDue,
    ];

    /// The word that reports print.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "已履行",
            Self::DoneLate => "逾期履行",
            Self::Partial => "部分履行",
            Self::NoEvidence => "无履约证据",
            Self::Deviation => "存在偏离",
            Self::NotOccurred => "本期未发生",
            Self::NotDue => "未到期",
        }
    }

    /// The name that style sheets and machine formats use.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::DoneLate => "done-late",
            Self::Partial => "partial",
            Self::NoEvidence => "no-evidence",
            Self::Deviation => "deviation",
            Self::NotOccurred => "not-occurred",
            Self::NotDue => "not-due",
        }
    }

    /// A mark that tells states apart without colour.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Done => "√",
            Self::DoneLate => "迟",
            Self::Partial => "◐",
            Self::NoEvidence => "×",
            Self::Deviation => "！",
            Self::NotOccurred => "—",
            Self::NotDue => "·",
        }
    }
}

/// A record that proves something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The record's id.
    pub record: String,
    /// The file it stands in.
    pub file: FileId,
}

/// One clause in one period.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The period.
    pub period: Period,
    /// How often it was owed.
    pub required: u32,
    /// How often it was done.
    pub done: u32,
    /// What proves it.
    pub evidence: Vec<Proof>,
    /// How it stands.
    pub state: State,
}

/// Every row, in order of clause and period.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// The day for which they were computed.
    pub as_of: NaiveDate,
}

struct Proving<'a> {
    judging: Judging<'a>,
    chains: Vec<Chain<'a>>,
    as_of: NaiveDate,
}

type Prover = for<'a> fn(&Proving<'a>, &'a Clause, Period) -> Row<'a>;

/// The kinds of evidence that are read, and how each proves a clause.
const PROVERS: &[(Evidence, Prover)] = &[(Evidence::Inspection, by_inspection)];

impl<'a> Ledger<'a> {
    /// Computes the ledger for one date.
    pub fn new(contract: &'a Contract, book: &'a Book, as_of: NaiveDate) -> Self {
        let proving =
            Proving { judging: Judging { contract, book }, chains: chains(&book.inspections), as_of };
        let mut rows = Vec::new();
        for clause in &contract.clauses {
            let prover = PROVERS.iter().find(|(evidence, _)| *evidence == clause.evidence);
            let Some((_, prove)) = prover else { continue };
            let spans = periods(contract, clause.every).into_iter();
            rows.extend(spans.map(|period| prove(&proving, clause, period)));
        }
        Self { rows, as_of }
    }

    /// The rows of one period.
    pub fn of_period<'b>(&'b self, period: &'b str) -> impl Iterator<Item = &'b Row<'a>> {
        self.rows.iter().filter(move |row| row.period.id == period)
    }

    /// The row of a clause in a period.
    pub fn row(&self, clause: &str, period: &str) -> Option<&Row<'a>> {
        self.rows.iter().find(|row| row.clause.id == clause && row.period.id == period)
    }
}

fn by_inspection<'a>(proving: &Proving<'a>, clause: &'a Clause, period: Period) -> Row<'a> {
    let book = proving.judging.book;
    let row = |state, done, evidence, period| Row { clause, period, required: 1, done, evidence, state };
    let Some(inspection) = book.inspection_by(&period.id, proving.as_of) else {
        let state = if period.is_closed(proving.as_of) { State::NoEvidence } else { State::NotDue };
        return row(state, 0, Vec::new(), period);
    };
    let proof = vec![Proof { record: inspection.record.id.clone(), file: inspection.place.file }];
    let item = inspection.record.items.iter().find(|item| item.clause == clause.id);
    if item.is_none_or(|item| item.verdict == Verdict::Skipped) {
        return row(State::Partial, 0, proof, period);
    }
    if proving.deviates(clause, inspection) {
        return row(State::Deviation, 1, proof, period);
    }
    let late = inspection.record.finished_at.day() > period.to;
    row(if late { State::DoneLate } else { State::Done }, 1, proof, period)
}

impl<'a> Proving<'a> {
    /// A contract limit was missed, and the finding about it is not closed by the day of the ledger.
    fn deviates(&self, clause: &'a Clause, inspection: &'a Filed<Inspection>) -> bool {
        let readings = self.judging.clause_readings(clause, inspection);
        let missed = readings.iter().any(|reading| reading.judgement == Judgement::Missed);
        missed && !is_remedied(&self.chains, &clause.id, inspection, self.as_of)
    }
}
