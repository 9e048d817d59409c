//! `revisit-missing`: a year has ended without a revisit of the customers.

use super::context::Context;
use super::yearly;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// A year without a revisit.
pub(super) const RULE: Rule = Rule::service("revisit-missing");

/// Reports each ended year once, at the first clause that requires it. An incomplete revisit is a
/// data error and reported by `revisit-incomplete`.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let gaps = yearly::gaps(context, Evidence::Revisit).into_iter();
    let gaps = gaps.filter(|(_, gap)| *gap == yearly::Shortfall::Nothing);
    found.extend(gaps.map(|(row, _)| yearly::diagnostic_at(context, RULE, row)));
}
