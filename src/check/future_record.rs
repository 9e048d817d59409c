//! `future-record`: something is said to have happened after the day the records are looked at.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Entry, Role, Seen};
use crate::source::{FileId, Location};

/// A date that has not come yet.
///
/// Only a warning: whoever computes for an earlier day has later records, and a wrong year also
/// lies outside its period.
pub(super) const RULE: Rule = Rule::new("future-record", Family::Data, Severity::Warning);

/// Reports every date of something done that lies after the day of the run.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    samples(context, found);
    let mut later = Diagnostics::default();
    for (kind, entry) in context.records.entries() {
        if kind.is_of_service() {
            first_date(context, &entry, &mut later);
        } else {
            every_date(context, &entry, found);
        }
    }
    found.extend(one_a_file(later));
}

/// Every date of a record that lies ahead; of one that has not begun, only that one, for all others
/// lie ahead as well.
fn every_date(context: &Context<'_>, entry: &Entry<'_>, found: &mut Diagnostics) {
    let mut has_begun = true;
    entry.visit(&mut |seen| {
        if let Some(day) = later_day(context, seen).filter(|_| has_begun) {
            has_begun = seen.field.role != Role::Began;
            found.push(ahead(context, day, seen.location()).record(seen.owner()));
        }
    });
}

/// The first date of a record that lies ahead.
fn first_date(context: &Context<'_>, entry: &Entry<'_>, found: &mut Diagnostics) {
    let mut first = None;
    entry.visit(&mut |seen| {
        if let Some(day) = later_day(context, seen).filter(|_| first.is_none()) {
            first = Some(ahead(context, day, seen.location()).record(entry.name()));
        }
    });
    found.extend(first);
}

/// The day on which something happened, if it has not come.
fn later_day(context: &Context<'_>, seen: &Seen<'_, '_>) -> Option<NaiveDate> {
    seen.value.day().filter(|day| seen.field.role.is_past() && *day > context.as_of)
}

fn ahead(context: &Context<'_>, day: NaiveDate, location: Location) -> Diagnostic {
    RULE.at(location).arg("day", day.to_string()).arg("today", context.as_of.to_string())
}

/// So many of a file are told one by one.
const FEW: usize = 3;

/// Whoever computes for an earlier day has hundreds of later rows: of many in a file, the first
/// speaks for all.
fn one_a_file(later: Diagnostics) -> impl Iterator<Item = Diagnostic> {
    let mut files: BTreeMap<FileId, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in later {
        files.entry(diagnostic.location.file).or_default().push(diagnostic);
    }
    files.into_values().flat_map(|mut diagnostics| {
        let count = diagnostics.len();
        if count > FEW {
            diagnostics.truncate(1);
            diagnostics = diagnostics
                .into_iter()
                .map(|first| first.variant("several").arg("count", count))
                .collect();
        }
        diagnostics
    })
}

/// The latest sample of each file; of a folder whose period has not begun, the first file speaks
/// for all.
fn samples(context: &Context<'_>, found: &mut Diagnostics) {
    let mut unbegun: Vec<&str> = Vec::new();
    for file in &context.records.probes.files {
        let (Some(earliest), Some(latest)) = (file.earliest, file.latest) else { continue };
        if earliest.at.date() > context.as_of {
            if unbegun.contains(&file.folder.as_str()) {
                continue;
            }
            unbegun.push(&file.folder);
        }
        if latest.at.date() > context.as_of {
            let diagnostic = ahead(context, latest.at.date(), latest.row());
            found.push(diagnostic.record(context.files.path(file.file)));
        }
    }
}
