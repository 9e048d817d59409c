//! Finds the clause that a diagnostic points at.
//!
//! In: the duty of a clock, or a kind of record. Out: the first clause that promises it, so that
//! every check about tickets, visits and surveys points at the same clause.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Channel, Clause, ClockDuty, Evidence};
use crate::schedule::speaks_of;

/// The clause that promises a time limit for tickets of a channel.
pub(super) fn of_clock<'a>(
    context: &Context<'a>,
    duty: ClockDuty,
    channel: Channel,
) -> Option<&'a Clause> {
    let mut clauses = context.contract.record.clauses.iter();
    clauses.find(|clause| clause.clock == Some(duty) && speaks_of(clause, channel))
}

/// The clause that is proved by a kind of record.
pub(super) fn of_evidence<'a>(context: &Context<'a>, evidence: Evidence) -> Option<&'a Clause> {
    context.contract.record.clauses.iter().find(|clause| clause.evidence == evidence)
}

/// Points a diagnostic at a clause, if the contract has one.
pub(super) fn pointed(
    diagnostic: Diagnostic,
    context: &Context<'_>,
    clause: Option<&Clause>,
) -> Diagnostic {
    match clause {
        Some(clause) => diagnostic.clause(context.clause_location(&clause.id)),
        None => diagnostic,
    }
}
