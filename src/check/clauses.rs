//! The clauses of the contract file by what they promise, for pointing at them.
//!
//! In: a limit in time, or a kind of record. Out: the first clause that promises it, so that every check about tickets, visits and
//! surveys points at the same one.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Channel, Clause, ClockDuty, Evidence};
use crate::schedule::speaks_of;

/// The clause that promises a limit in time for notices of a channel.
pub(super) fn of_clock<'a>(
    context: &Context<'a>,
    duty: ClockDuty,
    channel: Channel,
) -> Option<&'a Clause> {
    let mut clauses = context.contract.record.clauses.iter();
    clauses.find(|clause| clause.clock == Some(duty) && speaks_of(clause, channel))
}

/// The clause that a kind of record proves.
pub(super) fn of_evidence<'a>(context: &Context<'a>, evidence: Evidence) -> Option<&'a Clause> {
    context.contract.record.clauses.iter().find(|clause| clause.evidence == evidence)
}

/// Points at a clause, if the contract has such a one.
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
