//! `future-record`: a record states that something happened after the day of the run.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Entry, Role, Seen};
use crate::source::{FileId, Location};

/// A date after the day of the run.
///
/// Only a warning: a run for an earlier day sees later records, and a wrong year also lies outside
/// its period.
pub(super) const RULE: Rule = Rule::new("future-record", Family::Data, Severity::Warning);

/// Reports every date of a completed action that lies after the day of the run.
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

/// Reports every future date of a record. If the record's own start lies in the future, only that
/// date is reported, because all others follow it.
fn every_date(context: &Context<'_>, entry: &Entry<'_>, found: &mut Diagnostics) {
    let mut has_begun = true;
    entry.visit(&mut |seen| {
        if let Some(day) = later_day(context, seen).filter(|_| has_begun) {
            has_begun = seen.field.role != Role::Began;
            found.push(ahead(context, day, seen.location()).record(seen.owner()));
        }
    });
}

/// The first date of a record that lies in the future.
fn first_date(context: &Context<'_>, entry: &Entry<'_>, found: &mut Diagnostics) {
    let mut first = None;
    entry.visit(&mut |seen| {
        if let Some(day) = later_day(context, seen).filter(|_| first.is_none()) {
            first = Some(ahead(context, day, seen.location()).record(entry.name()));
        }
    });
    found.extend(first);
}

/// The day on which something happened, if it lies after the day of the run.
fn later_day(context: &Context<'_>, seen: &Seen<'_, '_>) -> Option<NaiveDate> {
    seen.value.day().filter(|day| seen.field.role.is_past() && *day > context.as_of)
}

fn ahead(context: &Context<'_>, day: NaiveDate, location: Location) -> Diagnostic {
    RULE.at(location).arg("day", day.to_string()).arg("today", context.as_of.to_string())
}

/// The largest number of diagnostics per file that are listed separately.
const FEW: usize = 3;

/// Reduces many diagnostics in one file to the first one with a count: a run for an earlier day can
/// meet hundreds of later rows.
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

/// Reports the latest sample of each file. For a folder whose period has not begun, only the first
/// file is reported.
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
