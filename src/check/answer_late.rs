//! `answer-late`: a matter was answered behind the limit.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::ClockDuty;

/// An answer that came too late.
pub(super) const RULE: Rule = Rule::service("answer-late");

/// Reports every such clock once; one that nothing stopped is `still-open-past-deadline`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    clocks::late(context, RULE, &[ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer], found);
}
