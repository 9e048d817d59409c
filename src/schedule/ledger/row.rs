//! A row of the ledger.
//!
//! In: a clause, a period and its evidence. Out: [`Row`] with its [`State`].

use crate::labels::labels;
use crate::model::{Clause, Sourced};
use crate::schedule::clock::Attainment;
use crate::schedule::period::Period;
use crate::source::FileId;

labels! {
    /// The state of a clause in a period.
    #[derive(PartialOrd, Ord)]
    pub enum State {
        /// Done in time.
        Done { word: "已履行", id: "done", symbol: "√" },
        /// Done after the end of the period.
        DoneLate { word: "逾期履行", id: "done-late", symbol: "迟" },
        /// Done in part: an item was not inspected, nobody was on duty on some day, or a case is
        /// not settled.
        Partial { word: "部分履行", id: "partial", symbol: "◐" },
        /// There is no evidence.
        NoEvidence { word: "无履约证据", id: "no-evidence", symbol: "×" },
        /// Done, but a limit was missed: a time limit, or a measured one whose finding is not
        /// closed.
        Deviation { word: "存在偏离", id: "deviation", symbol: "！" },
        /// On demand, and there was no demand.
        NotOccurred { word: "本期未发生", id: "not-occurred", symbol: "—" },
        /// The period has not ended, or a clock that began in it is still running.
        NotDue { word: "未到期", id: "not-due", symbol: "·" },
    }
    /// The word that reports print.
    word,
    /// The key used by style sheets and machine-readable formats.
    id,
    /// A symbol that distinguishes states without colour.
    symbol
}

/// A record that proves a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The record's id.
    pub record: String,
    /// The file that contains it.
    pub file: FileId,
}

impl Proof {
    pub(super) fn new<T>(record: impl Into<String>, sourced: &Sourced<T>) -> Self {
        Self { record: record.into(), file: sourced.location.file }
    }
}

/// One clause in one period.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The period.
    pub period: Period,
    /// How often it was required: a count for periodic clauses, the number of cases for on-demand
    /// ones.
    pub required: u32,
    /// How often it was done; for a clock, how often within its limit.
    pub done: u32,
    /// The verdicts of its clocks, if it promises a time limit.
    pub attainment: Option<Attainment>,
    /// The records that prove it.
    pub evidence: Vec<Proof>,
    /// Its state.
    pub state: State,
}

pub(super) const fn row(
    clause: &Clause,
    period: Period,
    (required, done): (u32, u32),
    evidence: Vec<Proof>,
    state: State,
) -> Row<'_> {
    Row { clause, period, required, done, attainment: None, evidence, state }
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
