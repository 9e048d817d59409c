//! `file-missing`: the contract or the records speak of people or assets, and there is no list of them.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Role, Target};
use crate::source::Location;

/// A list that is needed and not there.
pub(super) const RULE: Rule = Rule::data("file-missing");

/// Reports `people.yaml` and `assets.yaml` where something depends on them.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let records = context.records;
    if records.people.is_none() && !context.any_faulty("people") {
        found.extend(first_person(context).map(|location| {
            RULE.at(location).record("people.yaml").arg("path", "data/people.yaml")
        }));
    }
    if records.assets.is_none() && !context.any_faulty("assets") {
        let mut clauses = context.contract.record.clauses.iter().enumerate();
        let limited = clauses.find(|(_, clause)| !clause.limits.is_empty());
        let location = limited.map(|(at, _)| context.contract.at("clauses").at(at).at("limits"));
        found.extend(location.map(|location| {
            RULE.at(location).record("assets.yaml").arg("path", "data/assets.yaml")
        }));
    }
}

/// Where a person is named first, in the order of the kinds.
fn first_person(context: &Context<'_>) -> Option<Location> {
    let work = context.records.entries().filter(|(kind, _)| !kind.basis);
    work.into_iter().find_map(|(_, entry)| {
        let mut first = None;
        entry.visit(&mut |seen| {
            if first.is_none() && seen.field.role == Role::Reference(Target::Person) {
                first = Some(seen.location());
            }
        });
        first
    })
}
