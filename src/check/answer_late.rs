//! `answer-late`: a request was answered after its time limit.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::ClockDuty;

/// An answer after its time limit.
pub(super) const RULE: Rule = Rule::service("answer-late");

/// Reports each late clock once. Clocks that were never stopped belong to
/// `still-open-past-deadline`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    clocks::late(context, RULE, &[ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer], found);
}
