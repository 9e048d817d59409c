//! `duplicate-id`: two records, people, assets, clauses, metrics or years go by one name.

use std::borrow::Cow;
use std::collections::HashMap;

use super::context::Context;
use super::reading::object_name;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Format, Kind, Role, Seen, Target, Value};
use crate::source::Location;

/// A name that is given twice.
pub(super) const RULE: Rule = Rule::data("duplicate-id");

/// What is named, for the message, and its name.
type Name<'r> = (&'static str, Cow<'r, str>);

/// Reports every name that was given before, with the first place.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut first = HashMap::new();
    for (kind, entry) in context.records.entries() {
        let mut first_here = HashMap::new();
        entry.visit(&mut |seen| {
            let Some(name) = name(context, kind, seen) else { return };
            let first = if is_local(seen.field.role) { &mut first_here } else { &mut first };
            add(name, seen.location(), first, found);
        });
    }
}

fn add<'r>(
    name: Name<'r>,
    location: Location,
    first: &mut HashMap<Name<'r>, Location>,
    found: &mut Diagnostics,
) {
    if let Some(known) = first.get(&name) {
        let (what, id) = name;
        let diagnostic = RULE.at(location).record(id.clone()).arg("what", what);
        found.push(diagnostic.arg("id", id.into_owned()).related("first", known.clone()));
    } else {
        first.insert(name, location);
    }
}

/// True of names that hold only in their record.
const fn is_local(role: Role) -> bool {
    matches!(role, Role::Id(Target::Question | Target::Respondent))
}

/// The name that a value gives to something.
fn name<'r>(context: &Context<'_>, kind: &Kind, seen: &Seen<'_, 'r>) -> Option<Name<'r>> {
    match (seen.field.role, seen.value) {
        (Role::Id(target @ Target::Part), Value::Text(name)) => {
            Some((target.word(), object_name(&seen.owner(), name).into()))
        }
        (Role::Id(target), Value::Text(id)) => Some((target.word(), id.into())),
        (Role::Id(target), Value::Number(id)) => Some((target.word(), id.to_string().into())),
        (Role::Owed(target), Value::Text(period)) => {
            // A period that is not its file's name is reported as such.
            let is_named = context.stem(seen.entry().location) == period;
            (kind.format != Format::Flat && is_named)
                .then(|| (word_of_period(target), period.into()))
        }
        _ => None,
    }
}

/// The word for the one record that is owed for a period.
const fn word_of_period(target: Target) -> &'static str {
    match target {
        Target::Survey => "survey-period",
        Target::Summary => "summary-period",
        _ => "period",
    }
}
