//! `period-mismatch`: a record's period is not its file's name, or no period of the contract.

mod service;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Evidence;

/// A period that does not fit.
pub(super) const RULE: Rule = Rule::data("period-mismatch");

/// Compares periods and years with file names and the contract's periods.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let known = context.owed_periods(Evidence::Inspection);
    for inspection in &context.records.inspections {
        let period = &inspection.record.period;
        let diagnostic = RULE.at(inspection.at("period")).record(inspection.record.id.as_str());
        let diagnostic = diagnostic.arg("period", period.as_str());
        let stem = context.stem(&inspection.location);
        if stem != period {
            found.push(diagnostic.arg("stem", stem));
        } else if !known.is_empty() && known.iter().all(|known| known.id != *period) {
            let names: Vec<_> = known.iter().map(|known| known.id.as_str()).collect();
            found.push(diagnostic.variant("unknown").arg("known", names.join("、")));
        }
    }
    for calendar in &context.records.calendars {
        let (stem, year) = (context.stem(&calendar.location), calendar.record.year.to_string());
        if stem != year {
            let diagnostic = RULE.at(calendar.at("year")).record(year.clone()).variant("year");
            found.push(diagnostic.arg("period", year).arg("stem", stem));
        }
    }
    service::run(context, found);
}
