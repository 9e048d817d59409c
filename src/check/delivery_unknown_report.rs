//! `delivery-unknown-report`: what was handed over is no report of this contract, or one file stands twice.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Delivery, Sourced};
use crate::schedule::find_period;

/// A handing over that leads to no report.
pub(super) const RULE: Rule = Rule::data("delivery-unknown-report");

/// The words for kinds of report, as the command line has them.
const REPORTS: [&str; 6] =
    ["inspection", "hotline", "faq", "summary", "satisfaction", "acceptance"];

/// Looks at report, period and files of every handing over.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for delivery in &context.records.deliveries {
        let record = &delivery.record;
        if !REPORTS.contains(&record.report.as_str()) {
            let diagnostic = RULE.at(delivery.at("report")).record(record.id.as_str());
            found.push(
                diagnostic.arg("report", record.report.as_str()).arg("known", REPORTS.join("、")),
            );
        }
        if find_period(&context.contract.record, &record.period).is_none() {
            let diagnostic =
                RULE.at(delivery.at("period")).variant("period").record(record.id.as_str());
            found.push(diagnostic.arg("period", record.period.as_str()));
        }
        files(delivery, found);
    }
}

fn files(delivery: &Sourced<Delivery>, found: &mut Diagnostics) {
    let mut first = BTreeMap::new();
    for (at, file) in delivery.record.files.iter().enumerate() {
        let location = delivery.at("files").at(at).at("name");
        let Some(known) = first.get(file.name.as_str()) else {
            first.insert(file.name.as_str(), location);
            continue;
        };
        let diagnostic = RULE.at(location).variant("file").record(delivery.record.id.as_str());
        found.push(diagnostic.arg("file", file.name.as_str()).related("first", known.clone()));
    }
}
