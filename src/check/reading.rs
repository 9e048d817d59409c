//! Helpers shared by the checks of measured values.
//!
//! In: a [`Measurement`]. Out: the arguments and related locations of a diagnostic about it, so
//! that every check names value, limit, object and time the same way.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Inspection, LimitSource, Sourced, Verdict};
use crate::schedule::{Judgement, Measurement, advise_text, bound_text, shown_value};
use crate::source::{Location, minute_text};

/// The measurement with the worst judgement; the first one if several are equal.
pub(super) fn worst<'b, 'a>(readings: &'b [Measurement<'a>]) -> Option<&'b Measurement<'a>> {
    let judged = readings.iter().filter(|reading| reading.judgement <= Judgement::Missed);
    judged
        .reduce(|worst, reading| if reading.judgement > worst.judgement { reading } else { worst })
}

/// Adds value, object and time of the measurement, and points at the clause and the sample.
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
    // A value that was entered by hand is in the record that the diagnostic shows anyway.
    if sample.line == 0 { diagnostic } else { diagnostic.related("sample", sample.location()) }
}

/// Adds object, metric and limit.
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

/// The keyword by which messages select their wording.
fn source(reading: &Measurement<'_>) -> &'static str {
    match (reading.judgement, reading.limit.source) {
        (Judgement::Advisory, _) | (_, LimitSource::Advisory) => "advisory",
        (_, LimitSource::Contract) => "contract",
        (_, LimitSource::Agreed) => "agreed",
    }
}

/// The name of a measurement in acknowledgements:
/// `XJ-2026Q3/1.5/tablespace.used_pct/db:EBILL_DATA`.
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

/// The asset's id; for a part of an asset followed by a colon and the part's name.
pub(super) fn object_name(asset: &str, part: &str) -> String {
    if part.is_empty() { asset.to_owned() } else { format!("{asset}:{part}") }
}

/// The location of the item's verdict, or of the list of items if the item is missing.
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

/// True if the item is marked as not inspected or not applicable, so that its values have no
/// verdict.
pub(super) fn is_set_aside(inspection: &Sourced<Inspection>, reading: &Measurement<'_>) -> bool {
    let item = inspection.record.items.iter().find(|item| item.clause == reading.clause.id);
    item.is_some_and(|item| matches!(item.verdict, Verdict::Skipped | Verdict::NotApplicable))
}
