//! `arrival-late`: an engineer arrived, or the fault was solved from outside, behind the limit.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::ClockDuty;

/// An arrival that came too late.
pub(super) const RULE: Rule = Rule::service("arrival-late");

/// Reports every such clock once; one that nothing stopped is `still-open-past-deadline`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    clocks::late(context, RULE, &[ClockDuty::Onsite], found);
}
