//! `file-missing`: the contract or the records speak of people or assets, and there is no list of them.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// A list that is needed and not there.
pub(super) const RULE: Rule = Rule::data("file-missing");

/// Reports `people.yaml` and `assets.yaml` where something depends on them.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let book = context.book;
    if book.people.is_none() && !context.any_faulty("people") {
        let inspection = book.inspections.first().map(|inspection| inspection.at("inspectors").at(0));
        found.extend(
            inspection.map(|place| RULE.at(place).record("people.yaml").arg("path", "data/people.yaml")),
        );
    }
    if book.assets.is_none() && !context.any_faulty("assets") {
        let mut clauses = context.contract.record.clauses.iter().enumerate();
        let limited = clauses.find(|(_, clause)| !clause.limits.is_empty());
        let place = limited.map(|(at, _)| context.contract.at("clauses").at(at).at("limits"));
        found.extend(place.map(|place| RULE.at(place).record("assets.yaml").arg("path", "data/assets.yaml")));
    }
}
