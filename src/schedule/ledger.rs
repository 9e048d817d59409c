//! The ledger: what each clause required in each period, and what was done.
//!
//! In: contract, records, clocks and a date. Out: one [`Row`] per clause and period; a gap is a row
//! with a state of its own. The kind of evidence determines how a clause is proved;
//! [`EVIDENCE_RULES`] is the list. On-demand clauses have one row per quarter, because the records
//! of a quarter are reported together.

mod input;
mod inspection;
mod overall;
mod row;
mod tickets;
mod yearly;

use chrono::NaiveDate;

use super::evaluator::Evaluator;
use super::findings::histories;
use super::period::{Period, periods};
use super::service::Service;
use crate::model::{Cadence, Clause, Contract, Evidence, Records};

pub(crate) use row::{Proof, Row, State};
pub(crate) use tickets::{address, is_settled};

use input::LedgerInput;
use row::{count, row};

/// All rows, in order of clause and period.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// The date of the computation.
    pub as_of: NaiveDate,
}

type EvidenceRule = for<'a, 's> fn(&LedgerInput<'a, 's>, &'a Clause, Period) -> Row<'a>;

/// How each kind of evidence proves a clause. Rows of `Overall` are completed last, from all others.
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
    /// Computes the ledger for a date.
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

/// The cadence of a clause's rows: quarterly for on-demand clauses.
pub(crate) const fn row_cadence(clause: &Clause) -> Cadence {
    match clause.every {
        Cadence::OnDemand => Cadence::Quarter,
        fixed => fixed,
    }
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
