//! `unknown-reference`: a record names a person, clause, record, metric, asset or check that there
//! is not.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule};
use crate::model::{
    KINDS, Kind, Layout, Measured, ObjectKind, Role, Seen, Target, Value, placeholder,
};
use crate::source::Location;

/// A name that leads nowhere.
pub(super) const RULE: Rule = Rule::data("unknown-reference");

/// So many known names are listed beside an unknown one.
const LISTED: usize = 12;

/// What [`Target::Record`] stands for.
const RECORDS: [Target; 5] =
    [Target::Ticket, Target::Escalation, Target::Finding, Target::Visit, Target::Inspection];

/// Reports every reference of a record that finds nothing.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let names = Names::new(context);
    for (kind, entry) in context.records.entries() {
        entry.visit(&mut |seen| {
            if let (Role::Reference(target), Value::Text(id)) = (seen.field.role, seen.value) {
                let shown = |targets: &[Target]| names.shown(targets, id, !kind.is_of_service());
                names.look_up(target, id, seen, shown, found);
            }
        });
    }
    measured(context, found);
}

/// What a reference means, who makes it, and where.
struct Reference<'a> {
    what: &'static str,
    id: &'a str,
    location: Location,
    record: Cow<'a, str>,
}

/// Says that a name leads nowhere; of one that is still to be filled in another check says so.
fn unknown(reference: Reference<'_>, known: &[&str], found: &mut Diagnostics) {
    if placeholder(reference.id).is_some() {
        return;
    }
    let mut known = known.to_vec();
    known.dedup();
    let mut listed = known.iter().take(LISTED).copied().collect::<Vec<_>>().join("、");
    if known.len() > LISTED {
        listed.push('…');
    }
    if known.is_empty() {
        listed.push('—');
    }
    let Reference { what, id, location, record } = reference;
    found.push(
        RULE.at(location).record(record).arg("what", what).arg("id", id).arg("known", listed),
    );
}

/// The names that records may name, gathered once: a hundred thousand tickets ask for them.
struct Names<'a> {
    context: &'a Context<'a>,
    /// In the order of the alphabet.
    sorted: BTreeMap<Target, BTreeSet<&'a str>>,
    /// In the order of the records.
    listed: BTreeMap<Target, Vec<&'a str>>,
}

impl<'a> Names<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        let mut names = Self { context, sorted: BTreeMap::new(), listed: BTreeMap::new() };
        for rule in context.rules.iter().filter(|rule| rule.family == Family::Service) {
            names.add(Target::Check, rule.code.0);
        }
        context.records.visit(&mut |seen| {
            if let (Role::Id(target), Value::Text(id)) = (seen.field.role, seen.value) {
                names.add(target, id);
            }
        });
        names
    }

    fn add(&mut self, target: Target, id: &'a str) {
        self.sorted.entry(target).or_default().insert(id);
        self.listed.entry(target).or_default().push(id);
    }

    fn look_up(
        &self,
        target: Target,
        id: &str,
        seen: &Seen<'_, '_>,
        shown: impl FnOnce(&[Target]) -> Vec<&'a str>,
        found: &mut Diagnostics,
    ) {
        let targets: &[Target] = match target {
            // The check of deliveries knows the kinds of report.
            Target::Report => return,
            // The hospital's people sign by name where they are not listed.
            Target::Signer if !id.is_ascii() => return,
            Target::Signer => &[Target::Person],
            Target::Record => &RECORDS,
            _ => &[target],
        };
        let mut known = targets.iter().filter_map(|target| self.sorted.get(target));
        if known.any(|names| names.contains(id))
            || !targets.iter().all(|target| self.is_complete(*target))
        {
            return;
        }
        let (location, record) = (seen.location(), seen.owner());
        let what = target.word();
        unknown(Reference { what, id, location, record }, &shown(targets), found);
    }

    /// True unless a record that gives such names could not be read, or their list is missing: both
    /// are reported as such.
    fn is_complete(&self, target: Target) -> bool {
        let is_there = |kind: &Kind| {
            let mut entries = self.context.records.entries();
            !matches!(kind.layout, Layout::File(_)) || entries.any(|(known, _)| known.id == kind.id)
        };
        let mut kinds = KINDS.iter().filter(|kind| kind.defines(target));
        kinds.all(|kind| !self.context.any_unread(kind.id) && is_there(kind))
    }

    /// The names to show beside an unknown one: of what the contract lists, in its order; else
    /// those that begin like it. People stand in the order of their list, too, where the contract
    /// or an inspection names them.
    fn shown(&self, targets: &[Target], id: &str, lists_people: bool) -> Vec<&'a str> {
        let in_order = match targets {
            [Target::Clause | Target::Metric | Target::Check] => true,
            [Target::Person] => lists_people,
            _ => false,
        };
        if let ([target], true) = (targets, in_order) {
            return self.listed.get(target).cloned().unwrap_or_default();
        }
        let known = targets.iter().filter_map(|target| self.sorted.get(target)).flatten();
        neighbours(&known.copied().collect(), id)
    }
}

/// The names that come next to one in alphabetical order, and thus begin like it; all of a short
/// list.
fn neighbours<'a>(known: &BTreeSet<&'a str>, id: &str) -> Vec<&'a str> {
    if known.len() <= LISTED {
        return known.iter().copied().collect();
    }
    let before = known.range::<str, _>((Unbounded, Excluded(id))).rev().take(LISTED / 2);
    let mut near: Vec<_> = before.copied().collect();
    near.reverse();
    // One more than are listed, which shows that there are more.
    near.extend(known.range::<str, _>((Excluded(id), Unbounded)).take(LISTED + 1 - near.len()));
    near
}

/// Asset and object of values read by hand, which are looked up together.
fn measured(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            for (index, measured) in item.measured.iter().enumerate() {
                let location = inspection.at("items").at(at).at("measured").at(index);
                object(context, measured, &location, &inspection.record.id, found);
            }
        }
    }
}

fn object(
    context: &Context<'_>,
    measured: &Measured,
    location: &Location,
    record: &str,
    found: &mut Diagnostics,
) {
    if context.records.assets.is_none() {
        return;
    }
    let objects = context.records.objects();
    let kind: Option<ObjectKind> =
        context.evaluator.metric(&measured.metric).map(|metric| metric.of);
    let fitting: Vec<_> =
        objects.iter().filter(|object| kind.is_none_or(|kind| object.kind == kind)).collect();
    if fitting.iter().any(|object| object.asset == measured.asset && object.part == measured.object)
    {
        return;
    }
    let parts = fitting.iter().filter(|object| object.asset == measured.asset);
    let parts: Vec<_> = parts.map(|object| object.part).collect();
    let (what, id, key, known) = if !parts.is_empty() && measured.object.is_empty() {
        ("part", &measured.asset, "asset", parts)
    } else if parts.is_empty() {
        let mut assets: Vec<_> = fitting.iter().map(|object| object.asset).collect();
        assets.dedup();
        ("asset", &measured.asset, "asset", assets)
    } else {
        ("object", &measured.object, "object", parts)
    };
    unknown(
        Reference { what, id, location: location.at(key), record: record.into() },
        &known,
        found,
    );
}
