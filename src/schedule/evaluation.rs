//! Everything that is computed from a contract's records, in the order of its dependencies.
//!
//! In: contract, records and a day. Out: [`Basis`], which depends only on the contract file and the
//! calendars, and [`Evaluation`], which is computed once per run and lent to checks, reports and
//! commands. It is one constructor, so that no caller can omit a step or change the order.

use chrono::NaiveDate;

use super::calendar::WorkCalendar;
use super::evaluator::Evaluator;
use super::findings::{FindingHistory, histories};
use super::interpretations::AlternativeInterpretations;
use super::ledger::Ledger;
use super::service::Service;
use crate::model::{Contract, Records, Sourced};
use crate::source::Files;

/// The part of an evaluation that does not depend on the day of the run.
#[derive(Clone)]
pub struct Basis {
    calendar: WorkCalendar,
    others: AlternativeInterpretations,
}

impl Basis {
    /// Computes the working calendar and the alternative interpretations of the contract's limits.
    pub fn new(contract: &Contract, records: &Records) -> Self {
        let calendar = WorkCalendar::new(&records.calendars, &contract.calendar);
        Self { calendar, others: AlternativeInterpretations::new(&contract.sla) }
    }
}

/// All records, and everything computed from them for one day.
pub struct Evaluation<'a> {
    /// The contract.
    pub contract: &'a Sourced<Contract>,
    /// All records.
    pub records: &'a Records,
    /// The files that the records come from.
    pub files: &'a Files,
    /// The working calendar.
    pub calendar: &'a WorkCalendar,
    /// The time limits under every other interpretation.
    pub others: &'a AlternativeInterpretations,
    /// The tickets with their clocks.
    pub service: Service<'a>,
    /// The ledger.
    pub ledger: Ledger<'a>,
    /// Finds measurements and judges them by their limits.
    pub evaluator: Evaluator<'a>,
    /// Findings with their follow-ups.
    pub histories: Vec<FindingHistory<'a>>,
    /// The day for which everything is computed.
    pub as_of: NaiveDate,
}

impl<'a> Evaluation<'a> {
    /// Computes everything for a day.
    pub fn new(
        contract: &'a Sourced<Contract>,
        records: &'a Records,
        files: &'a Files,
        basis: &'a Basis,
        as_of: NaiveDate,
    ) -> Self {
        let terms = &contract.record;
        let service = Service::new(terms, records, &basis.calendar, as_of);
        let ledger = Ledger::new(terms, records, &service, as_of);
        Self {
            contract,
            records,
            files,
            calendar: &basis.calendar,
            others: &basis.others,
            service,
            ledger,
            evaluator: Evaluator { contract: terms, records },
            histories: histories(&records.inspections),
            as_of,
        }
    }
}
