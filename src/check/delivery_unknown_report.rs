//! `delivery-unknown-report`: a delivery names no report of this contract, or lists one file twice.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Delivery, Role, Sourced, Target, Value, report_id};
use crate::schedule::find_period;

/// A delivery that matches no report.
pub(super) const RULE: Rule = Rule::data("delivery-unknown-report");

/// Checks report, period and files of every delivery, and every other report and period that a
/// record names.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    context.records.visit(&mut |seen| {
        let Value::Text(id) = seen.value else { return };
        let diagnostic = || RULE.at(seen.location()).record(seen.owner());
        match seen.field.role {
            Role::Reference(Target::Report) if !report_id::ALL.contains(&id) => {
                found.push(diagnostic().arg("report", id).arg("known", report_id::ALL.join("、")));
            }
            Role::Period if find_period(&context.contract.record, id).is_none() => {
                found.push(diagnostic().variant("period").arg("period", id));
            }
            _ => {}
        }
    });
    for delivery in &context.records.deliveries {
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
