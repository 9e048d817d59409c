//! Everything that is computed of a contract's records, in the order in which it must be.
//!
//! In: contract, book and a day. Out: [`Foundation`], which depends on the contract file alone, and [`Evaluation`], which checks,
//! commands and reports all look at. Written once, so that nobody can forget a step or take another order.

use chrono::NaiveDate;

use super::calendar::WorkCalendar;
use super::evaluator::Evaluator;
use super::findings::{FindingHistory, histories};
use super::interpretations::AlternativeInterpretations;
use super::ledger::Ledger;
use super::service::Service;
use crate::model::{Contract, Records};

/// What everything else is computed from.
#[derive(Clone)]
pub struct Foundation {
    /// Working days.
    pub calendar: WorkCalendar,
    /// The limits under every other reading.
    pub others: AlternativeInterpretations,
}

impl Foundation {
    /// Readies it.
    pub fn new(contract: &Contract, records: &Records) -> Self {
        let calendar = WorkCalendar::new(&records.calendars, &contract.calendar);
        Self { calendar, others: AlternativeInterpretations::new(&contract.sla) }
    }
}

/// What was computed for a day.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    /// The tickets with their clocks.
    pub service: Service<'a>,
    /// The ledger.
    pub ledger: Ledger<'a>,
    /// Readings against limits.
    pub evaluator: Evaluator<'a>,
    /// Findings with their follow-ups.
    pub histories: Vec<FindingHistory<'a>>,
    /// The day.
    pub as_of: NaiveDate,
}

impl<'a> Evaluation<'a> {
    /// Computes it.
    pub fn new(
        contract: &'a Contract,
        records: &'a Records,
        foundation: &'a Foundation,
        as_of: NaiveDate,
    ) -> Self {
        let service = Service::new(contract, records, &foundation.calendar, as_of);
        let ledger = Ledger::new(contract, records, &service, as_of);
        let evaluator = Evaluator { contract, records };
        Self { service, ledger, evaluator, histories: histories(&records.inspections), as_of }
    }
}
