//! `period-mismatch`: a record's period is not its file's name, or no period of the contract.
//!
//! In: the records. Out: a diagnostic for each period or year that is not the file's name or not
//! owed, and a warning for each file with tickets of another month or quarter than its name says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Evidence, Format, Role, Seen, Sourced, Target, Ticket, Value};
use crate::schedule::find_period;
use crate::source::FileId;

/// A period that does not fit.
pub(super) const RULE: Rule = Rule::data("period-mismatch");

/// Such a ticket counts in the right period all the same, but nobody finds it.
const MISFILED: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// So many misfiled tickets of a file are named.
const LISTED: usize = 6;

/// Compares periods and years with file names and the contract's periods.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for (kind, entry) in context.records.entries() {
        entry.visit(&mut |seen| match (seen.field.role, seen.value) {
            (Role::Owed(target), Value::Text(period)) => {
                let evidence = evidence(target);
                let is_file = kind.format != Format::Flat;
                let diagnostic = is_file.then(|| misnamed(context, seen, period)).flatten();
                found.extend(diagnostic.or_else(|| owed(context, seen, evidence, period)));
            }
            (Role::Id(Target::Year), Value::Number(year)) => {
                found.extend(
                    misnamed(context, seen, &year.to_string())
                        .map(|diagnostic| diagnostic.variant("year")),
                );
            }
            _ => {}
        });
    }
    tickets(context, found);
}

/// What a record for a period proves.
const fn evidence(target: Target) -> Evidence {
    match target {
        Target::Survey => Evidence::Survey,
        Target::Summary => Evidence::Summary,
        Target::Visit => Evidence::Revisit,
        _ => Evidence::Inspection,
    }
}

/// A period for which nothing is owed.
fn owed(
    context: &Context<'_>,
    seen: &Seen<'_, '_>,
    evidence: Evidence,
    period: &str,
) -> Option<Diagnostic> {
    let is_yearly = evidence != Evidence::Inspection;
    let known: Vec<_> = if is_yearly {
        context.owed_years(evidence)
    } else {
        context.owed_periods(evidence).into_iter().map(|period| period.id.as_str()).collect()
    };
    (!known.is_empty() && !known.contains(&period)).then(|| {
        let diagnostic = at(seen, period).arg("known", known.join("、"));
        if is_yearly {
            diagnostic.variant("not-owed").arg("evidence", evidence.word())
        } else {
            diagnostic.variant("unknown")
        }
    })
}

/// A period that is not its file's name.
fn misnamed(context: &Context<'_>, seen: &Seen<'_, '_>, period: &str) -> Option<Diagnostic> {
    let stem = context.stem(seen.entry().location);
    (stem != period).then(|| at(seen, period).arg("stem", stem))
}

fn at(seen: &Seen<'_, '_>, period: &str) -> Diagnostic {
    RULE.at(seen.location()).record(seen.owner()).arg("period", period)
}

/// Reports each file once, at the first ticket that does not belong there. One outside the term has
/// been reported.
fn tickets(context: &Context<'_>, found: &mut Diagnostics) {
    let mut spans: BTreeMap<FileId, Option<(NaiveDate, NaiveDate)>> = BTreeMap::new();
    let mut misfiled: BTreeMap<FileId, Vec<&Sourced<Ticket>>> = BTreeMap::new();
    for ticket in &context.records.tickets {
        let file = ticket.location.file;
        let span =
            spans.entry(file).or_insert_with(|| span(context, context.stem(&ticket.location)));
        let day = ticket.record.received_at.day();
        let inside = span.is_none_or(|(from, to)| (from..=to).contains(&day));
        if !inside && context.is_of_term(day) {
            misfiled.entry(file).or_default().push(ticket);
        }
    }
    for tickets in misfiled.into_values() {
        let Some(first) = tickets.first() else { continue };
        let mut ids: Vec<_> =
            tickets.iter().take(LISTED).map(|ticket| ticket.record.id.as_str()).collect();
        if tickets.len() > LISTED {
            ids.push("…");
        }
        found.push(
            MISFILED
                .at(first.at("received_at"))
                .variant("misfiled")
                .record(first.record.id.as_str())
                .arg("stem", context.stem(&first.location))
                .arg("day", first.record.received_at.day().to_string())
                .arg("count", tickets.len())
                .arg("ids", ids.join("、")),
        );
    }
}

/// The first and last day of the natural month or quarter, or of the contract's period, after which
/// a file is named.
fn span(context: &Context<'_>, stem: &str) -> Option<(NaiveDate, NaiveDate)> {
    natural(stem).or_else(|| {
        let period = find_period(&context.contract.record, stem)?;
        Some((period.from, period.to))
    })
}

fn natural(stem: &str) -> Option<(NaiveDate, NaiveDate)> {
    let year = stem.get(..4)?.parse().ok()?;
    let rest = stem.get(4..)?;
    let (month, months) = match (rest.strip_prefix('-'), rest.strip_prefix('Q')) {
        (Some(month), _) if month.len() == 2 => (month.parse().ok()?, 1),
        (_, Some(quarter)) if quarter.len() == 1 => {
            ((quarter.parse::<u32>().ok()?).checked_sub(1)? * 3 + 1, 3)
        }
        _ => return None,
    };
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to = from.checked_add_months(chrono::Months::new(months))?.pred_opt()?;
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_quarters_are_known_by_name() {
        let reported = |stem: &str| natural(stem).map(|(from, to)| format!("{from} {to}"));
        for (stem, expected) in [
            ("2026-02", Some("2026-02-01 2026-02-28")),
            ("2026Q4", Some("2026-10-01 2026-12-31")),
            ("2026Q5", None),
            ("2026Q0", None),
            ("2026-13", None),
            ("2026-2", None),
            ("hotline", None),
            ("热线", None),
        ] {
            assert_eq!(reported(stem).as_deref(), expected, "{stem}");
        }
    }
}
