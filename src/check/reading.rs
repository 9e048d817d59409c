//! What the checks of measured values say alike.
//!
//! In: a [`Measurement`]. Out: the arguments and second places of a diagnostic about it, so that value, limit, object and time are
//! named the same way by every check.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Inspection, LimitSource, Sourced, Verdict};
use crate::schedule::{Judgement, Measurement, advise_text, bound_text, shown_value};
use crate::source::{Location, minute_text};

/// The reading that weighs most; the first of several.
pub(super) fn worst<'b, 'a>(readings: &'b [Measurement<'a>]) -> Option<&'b Measurement<'a>> {
    let judged = readings.iter().filter(|reading| reading.judgement <= Judgement::Missed);
    judged
        .reduce(|worst, reading| if reading.judgement > worst.judgement { reading } else { worst })
}

/// Fills in what was measured where and when, and points at the clause and the sample.
pub(super) fn diagnostic_at(
    context: &Context<'_>,
    diagnostic: Diagnostic,
    reading: &Measurement<'_>,
) -> Diagnostic {
    let diagnostic = diagnostic_of_object(diagnostic, reading)
        .clause(context.clause_location(&reading.clause.id));
    let Some(sample) = reading.sample else { return diagnostic };
    let diagnostic = diagnostic
        .arg(
            "value",
            format!("{}{}", shown_value(Some(reading.limit), sample.value), reading.metric.unit),
        )
        .arg("at", minute_text(sample.at));
    // A value read by hand stands in the record that is shown anyway.
    if sample.line == 0 { diagnostic } else { diagnostic.related("sample", sample.location()) }
}

/// Fills in object, metric and limit.
pub(super) fn diagnostic_of_object(
    diagnostic: Diagnostic,
    reading: &Measurement<'_>,
) -> Diagnostic {
    let line = match reading.judgement {
        Judgement::Advisory => advise_text(reading.limit, &reading.metric.unit),
        _ => bound_text(reading.limit, &reading.metric.unit),
    };
    diagnostic
        .arg("object", reading.object.title())
        .arg("asset", reading.object.asset_name)
        .arg("metric", reading.metric.title.as_str())
        .arg("limit", line)
        .arg("source", source(reading))
}

/// The name that texts choose their words by.
fn source(reading: &Measurement<'_>) -> &'static str {
    match (reading.judgement, reading.limit.source) {
        (Judgement::Advisory, _) | (_, LimitSource::Advisory) => "advisory",
        (_, LimitSource::Contract) => "contract",
        (_, LimitSource::Agreed) => "agreed",
    }
}

/// The record that a reading belongs to, as acknowledgements name it: `XJ-2026Q3/1.5/tablespace.used_pct/db:EBILL_DATA`.
pub(super) fn record_of(inspection: &Sourced<Inspection>, reading: &Measurement<'_>) -> String {
    let Measurement { clause, metric, object, .. } = reading;
    format!(
        "{}/{}/{}/{}",
        inspection.record.id,
        clause.id,
        metric.id,
        object_name(object.asset, object.part)
    )
}

/// An object by its asset's id, and behind a colon its own name where it is a part.
pub(super) fn object_name(asset: &str, part: &str) -> String {
    if part.is_empty() { asset.to_owned() } else { format!("{asset}:{part}") }
}

/// The verdict of the item that a reading judges, or the list of items where there is none.
pub(super) fn verdict_place(
    inspection: &Sourced<Inspection>,
    reading: &Measurement<'_>,
) -> Location {
    let items = &inspection.record.items;
    match items.iter().position(|item| item.clause == reading.clause.id) {
        Some(at) => inspection.at("items").at(at).at("verdict"),
        None => inspection.at("items"),
    }
}

/// True if the engineer says that the item was not inspected, or does not apply: its values are nobody's result.
pub(super) fn is_set_aside(inspection: &Sourced<Inspection>, reading: &Measurement<'_>) -> bool {
    let item = inspection.record.items.iter().find(|item| item.clause == reading.clause.id);
    item.is_some_and(|item| matches!(item.verdict, Verdict::Skipped | Verdict::NotApplicable))
}
