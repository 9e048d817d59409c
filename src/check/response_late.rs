//! `response-late`: a fault was responded to behind the limit.

use super::clocks;
use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::ClockDuty;

/// A response that came too late.
pub(super) const RULE: Rule = Rule::service("response-late");

/// Reports every such clock once; one that nothing stopped is `still-open-past-deadline`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    clocks::late(context, RULE, &[ClockDuty::Response], found);
}
