//! `arrival-late`: an engineer arrived, or a fault was solved remotely, after the time limit.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::ClockDuty;

/// An arrival after its time limit.
pub(super) const RULE: Rule = Rule::service("arrival-late");

/// Reports each late clock once. Clocks that were never stopped belong to
/// `still-open-past-deadline`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    clocks::late(context, RULE, &[ClockDuty::Onsite], found);
}
