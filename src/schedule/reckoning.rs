//! Everything that is computed of a contract's records, in the order in which it must be.
//!
//! In: contract, book and a day. Out: [`Foundation`], which depends on the contract file alone, and [`Reckoning`], which checks,
//! commands and reports all look at. Written once, so that nobody can forget a step or take another order.

use chrono::NaiveDate;

use super::calendar::WorkCalendar;
use super::findings::{Chain, chains};
use super::judge::Judging;
use super::ledger::Ledger;
use super::readings::OtherReadings;
use super::service::Service;
use crate::model::{Book, Contract};

/// What everything else is computed from.
#[derive(Clone)]
pub struct Foundation {
    /// Working days.
    pub calendar: WorkCalendar,
    /// The limits under every other reading.
    pub others: OtherReadings,
}

impl Foundation {
    /// Readies it.
    pub fn new(contract: &Contract, book: &Book) -> Self {
        let calendar = WorkCalendar::new(&book.calendars, &contract.calendar);
        Self { calendar, others: OtherReadings::new(&contract.sla) }
    }
}

/// What was computed for a day.
#[derive(Debug, Clone)]
pub struct Reckoning<'a> {
    /// The tickets with their clocks.
    pub service: Service<'a>,
    /// The ledger.
    pub ledger: Ledger<'a>,
    /// Readings against limits.
    pub judging: Judging<'a>,
    /// Findings with their follow-ups.
    pub chains: Vec<Chain<'a>>,
    /// The day.
    pub as_of: NaiveDate,
}

impl<'a> Reckoning<'a> {
    /// Computes it.
    pub fn new(
        contract: &'a Contract,
        book: &'a Book,
        foundation: &'a Foundation,
        as_of: NaiveDate,
    ) -> Self {
        let service = Service::new(contract, book, &foundation.calendar, as_of);
        let ledger = Ledger::new(contract, book, &service, as_of);
        let judging = Judging { contract, book };
        Self { service, ledger, judging, chains: chains(&book.inspections), as_of }
    }
}
