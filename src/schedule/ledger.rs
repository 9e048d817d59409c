//! The ledger: what each clause owed in each period, and what was done.
//!
//! In: contract, records, clocks and a date. Out: one [`Row`] a clause and period, never fewer: a gap is a row that says so.
//! How a clause is proved depends on its kind of evidence; [`EVIDENCE_RULES`] is the list. Clauses that are owed when needed have a
//! row a quarter, for the records of a quarter are reported together.

mod inspection;
mod overall;
mod tickets;
mod yearly;

use chrono::NaiveDate;

use super::clock::{Attainment, Timed};
use super::evaluator::Evaluator;
use super::findings::{FindingHistory, histories};
use super::period::{Period, periods};
use super::service::Service;
use crate::labels::labels;
use crate::model::{Cadence, Clause, Contract, Evidence, Records, Sourced};
use crate::source::FileId;

pub use tickets::{address, is_settled};

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
    fn new<T>(record: impl Into<String>, sourced: &Sourced<T>) -> Self {
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

/// Every row, in order of clause and period.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// The day for which they were computed.
    pub as_of: NaiveDate,
}

/// What rows are made from.
struct LedgerInput<'a, 's> {
    evaluator: Evaluator<'a>,
    histories: Vec<FindingHistory<'a>>,
    service: &'s Service<'a>,
    /// The tickets of each quarter.
    tickets: Vec<(Period, Vec<&'s Timed<'a>>)>,
    as_of: NaiveDate,
}

type EvidenceRule = for<'a, 's> fn(&LedgerInput<'a, 's>, &'a Clause, Period) -> Row<'a>;

/// How each kind of evidence proves a clause. All records together are looked at last, when all other rows stand.
const EVIDENCE_RULES: &[(Evidence, EvidenceRule)] = &[
    (Evidence::Inspection, inspection::by_inspection),
    (Evidence::Ticket, tickets::by_ticket),
    (Evidence::Visit, tickets::by_visit),
    (Evidence::Escalation, tickets::by_escalation),
    (Evidence::Knowledge, tickets::by_knowledge),
    (Evidence::Channel, tickets::by_channel),
    (Evidence::Roster, tickets::by_roster),
    (Evidence::Revisit, yearly::by_revisit),
    (Evidence::Summary, yearly::by_summary),
    (Evidence::Survey, yearly::by_survey),
    (Evidence::Overall, overall::open),
];

impl<'a> Ledger<'a> {
    /// Computes the ledger for one date.
    pub fn new(
        contract: &'a Contract,
        records: &'a Records,
        service: &Service<'a>,
        as_of: NaiveDate,
    ) -> Self {
        let quarters = periods(contract, Cadence::Quarter).into_iter();
        let tickets = quarters.map(|period| {
            let of_period = service.of_period(&period);
            (period, of_period)
        });
        let input = LedgerInput {
            evaluator: Evaluator { contract, records },
            histories: histories(&records.inspections),
            service,
            tickets: tickets.collect(),
            as_of,
        };
        let mut rows = Vec::new();
        for clause in &contract.clauses {
            let rule = EVIDENCE_RULES.iter().find(|(evidence, _)| *evidence == clause.evidence);
            let Some((_, prove)) = rule else { continue };
            rows.extend(
                owed(contract, clause).into_iter().map(|period| prove(&input, clause, period)),
            );
        }
        overall::settle(&mut rows, as_of);
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

/// The periods in which a clause has a row.
fn owed(contract: &Contract, clause: &Clause) -> Vec<Period> {
    periods(contract, row_cadence(clause))
}

/// How often a clause has a row: once a quarter, where it is owed when needed.
pub const fn row_cadence(clause: &Clause) -> Cadence {
    match clause.every {
        Cadence::OnDemand => Cadence::Quarter,
        fixed => fixed,
    }
}

impl<'a, 's> LedgerInput<'a, 's> {
    fn contract(&self) -> &'a Contract {
        self.evaluator.contract
    }

    fn records(&self) -> &'a Records {
        self.evaluator.records
    }

    /// The tickets of a period.
    fn tickets(&self, period: &Period) -> Vec<&'s Timed<'a>> {
        let known = self.tickets.iter().find(|(quarter, _)| quarter == period);
        known.map_or_else(|| self.service.of_period(period), |(_, tickets)| tickets.clone())
    }

    /// A row of a clause that is owed when needed: `required` cases arose, `done` of them were settled.
    fn arisen(
        &self,
        clause: &'a Clause,
        period: Period,
        required: usize,
        done: usize,
        evidence: Vec<Proof>,
    ) -> Row<'a> {
        let state = match required {
            _ if !period.is_closed(self.as_of) => State::NotDue,
            0 => State::NotOccurred,
            _ if done < required => State::Partial,
            _ => State::Done,
        };
        row(clause, period, (count(required), count(done)), evidence, state)
    }

    /// A row of a clause that is owed once a period, done on a day or not yet.
    fn once(
        &self,
        clause: &'a Clause,
        period: Period,
        done_on: Option<NaiveDate>,
        evidence: Vec<Proof>,
    ) -> Row<'a> {
        let state = match done_on.filter(|day| *day <= self.as_of) {
            Some(day) if day > period.to => State::DoneLate,
            Some(_) => State::Done,
            None if !period.is_closed(self.as_of) => State::NotDue,
            None if evidence.is_empty() => State::NoEvidence,
            None => State::Partial,
        };
        let done = u32::from(matches!(state, State::Done | State::DoneLate));
        row(clause, period, (1, done), evidence, state)
    }
}

const fn row(
    clause: &Clause,
    period: Period,
    (required, done): (u32, u32),
    evidence: Vec<Proof>,
    state: State,
) -> Row<'_> {
    Row { clause, period, required, done, attainment: None, evidence, state }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_evidence_has_its_proof() {
        let rules: Vec<_> = EVIDENCE_RULES.iter().map(|(evidence, _)| *evidence).collect();
        for evidence in Evidence::ALL {
            assert_eq!(rules.iter().filter(|known| *known == evidence).count(), 1, "{evidence}");
        }
    }
}
