//! The checks: what is wrong with records, and where the service fell short.
//!
//! In: a [`Context`] of everything read and computed. Out: diagnostics. One file a check, listed in [`CHECKS`]; a check looks
//! at results of `schedule` and never computes a figure of its own. Texts and the page for `weibao explain` lie under the
//! check's code in every file of `templates/lang/`.

mod acknowledge;
mod inspection_missing;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Book, Clause, Contract, Filed};
use crate::schedule::{Chain, Judging, Ledger, WorkCalendar};
use crate::source::{Files, Place};

pub use acknowledge::{UNUSED_ACKNOWLEDGEMENT, acknowledge};

/// What a check may look at.
pub struct Context<'a> {
    /// The contract.
    pub contract: &'a Filed<Contract>,
    /// Everything read.
    pub book: &'a Book,
    /// The files it was read from.
    pub files: &'a Files,
    /// Working days.
    pub calendar: &'a WorkCalendar,
    /// The ledger.
    pub ledger: &'a Ledger<'a>,
    /// Readings against limits.
    pub judging: Judging<'a>,
    /// Findings with their follow-ups.
    pub chains: &'a [Chain<'a>],
    /// The day for which everything is computed.
    pub as_of: NaiveDate,
    /// Whether the shipped fonts can print a character.
    pub printable: &'a dyn Fn(char) -> bool,
}

/// A check.
#[derive(Clone, Copy)]
pub struct Check {
    /// What it says.
    pub rule: Rule,
    /// Looks, and says it.
    pub run: fn(&Context<'_>, &mut Diagnostics),
}

/// Every check, data errors before service deviations, each family in order of name.
pub const CHECKS: &[Check] = &[Check { rule: inspection_missing::RULE, run: inspection_missing::run }];

/// Runs every check, then sets aside what was acknowledged.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Diagnostics::default();
    for check in CHECKS {
        (check.run)(context, &mut found);
    }
    acknowledge(context, found)
}

impl<'a> Context<'a> {
    /// Where a clause stands in the contract file.
    pub fn clause_place(&self, id: &str) -> Place {
        let clauses = &self.contract.record.clauses;
        let index = clauses.iter().position(|clause| clause.id == id);
        match index {
            Some(index) => self.contract.at("clauses").at(index).at("text"),
            None => self.contract.at("clauses"),
        }
    }

    /// A clause by its number.
    pub fn clause(&self, id: &str) -> Option<&'a Clause> {
        self.contract.record.clauses.iter().find(|clause| clause.id == id)
    }
}
