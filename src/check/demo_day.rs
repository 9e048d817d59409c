//! `demo-day`: the run uses the date that the contract file of demonstration records names.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};

/// The day of the run is the demonstration day.
pub(super) const RULE: Rule = Rule::new("demo-day", Family::Data, Severity::Note);

/// Reports the demonstration day if it is the day of the run. On any other day it has no effect.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if let Some(demo) = context.contract.record.demo.filter(|demo| demo.as_of.0 == context.as_of) {
        let location = context.contract.at("demo").at("as_of");
        found.push(RULE.at(location).arg("day", demo.as_of.0.to_string()));
    }
}
