//! A row of the ledger.
//!
//! In: a clause, a period and what proves it. Out: [`Row`] with its [`State`].

use crate::labels::labels;
use crate::model::{Clause, Sourced};
use crate::schedule::clock::Attainment;
use crate::schedule::period::Period;
use crate::source::FileId;

labels! {
    /// How a clause stands in a period.
    #[derive(PartialOrd, Ord)]
    pub enum State {
        /// Done in time.
        Done { word: "已履行", id: "done", symbol: "√" },
        /// Done, after the period had ended.
        DoneLate { word: "逾期履行", id: "done-late", symbol: "迟" },
        /// Done in part: an item was not inspected, a day had nobody on duty, a case is not settled.
        Partial { word: "部分履行", id: "partial", symbol: "◐" },
        /// Nothing proves it.
        NoEvidence { word: "无履约证据", id: "no-evidence", symbol: "×" },
        /// Done, but a limit was missed: a measured one whose remedy is not closed, or one in time.
        Deviation { word: "存在偏离", id: "deviation", symbol: "！" },
        /// Owed when needed, and it was not needed.
        NotOccurred { word: "本期未发生", id: "not-occurred", symbol: "—" },
        /// The period has not ended, or a clock that began in it still runs.
        NotDue { word: "未到期", id: "not-due", symbol: "·" },
    }
    /// The word that reports print.
    word,
    /// The name that style sheets and machine formats use.
    id,
    /// A mark that tells states apart without colour.
    symbol
}

/// A record that proves something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The record's id.
    pub record: String,
    /// The file it stands in.
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
    /// How often it was owed: a count for clauses owed at fixed times, the cases that arose for others.
    pub required: u32,
    /// How often it was done; of a clock, how often within its limit.
    pub done: u32,
    /// How its clocks came out, where it promises one.
    pub attainment: Option<Attainment>,
    /// What proves it.
    pub evidence: Vec<Proof>,
    /// How it stands.
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
