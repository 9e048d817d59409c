//! The input from which the proof of a clause is computed.
//!
//! In: contract, records and clocks. Out: [`LedgerInput`], from which each kind of evidence
//! computes its rows.

use chrono::NaiveDate;

use super::row::{Proof, Row, State, count, row};
use crate::model::{Clause, Contract, Records};
use crate::schedule::clock::Timed;
use crate::schedule::evaluator::Evaluator;
use crate::schedule::findings::FindingHistory;
use crate::schedule::period::Period;
use crate::schedule::service::Service;

/// The input of all ledger rows.
pub(super) struct LedgerInput<'a, 's> {
    pub(super) evaluator: Evaluator<'a>,
    pub(super) histories: Vec<FindingHistory<'a>>,
    pub(super) service: &'s Service<'a>,
    /// The tickets of each quarter.
    pub(super) tickets: Vec<(Period, Vec<&'s Timed<'a>>)>,
    pub(super) as_of: NaiveDate,
}

impl<'a, 's> LedgerInput<'a, 's> {
    pub(super) fn contract(&self) -> &'a Contract {
        self.evaluator.contract
    }

    pub(super) fn records(&self) -> &'a Records {
        self.evaluator.records
    }

    /// The tickets of a period.
    pub(super) fn tickets(&self, period: &Period) -> Vec<&'s Timed<'a>> {
        let known = self.tickets.iter().find(|(quarter, _)| quarter == period);
        known.map_or_else(|| self.service.of_period(period), |(_, tickets)| tickets.clone())
    }

    /// A row of an on-demand clause: `required` cases arose, `done` of them were settled.
    pub(super) fn arisen(
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

    /// A row of a clause that is required once per period; done on a day or not yet.
    pub(super) fn once(
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
