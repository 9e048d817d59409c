//! `duplicate-item`: an inspection lists one item twice.

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// An item that is listed twice in one inspection.
pub(super) const RULE: Rule = Rule::data("duplicate-item");

/// Reports every item whose clause occurs earlier in the same inspection.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        let mut first = BTreeMap::new();
        for (at, item) in inspection.record.items.iter().enumerate() {
            let location = inspection.at("items").at(at).at("clause");
            let Some(known) = first.get(item.clause.as_str()) else {
                first.insert(item.clause.as_str(), location);
                continue;
            };
            let diagnostic =
                RULE.at(location).record(context.item_record(inspection, &item.clause));
            found.push(
                diagnostic.arg("clause", item.clause.as_str()).related("first", known.clone()),
            );
        }
    }
}
