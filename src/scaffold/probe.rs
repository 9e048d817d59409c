//! A table of samples to be filled in by hand, for values that no probe measures.
//!
//! In: the limits of the contract and the assets. Out: a row for each value that an inspection needs and no probe has
//! measured in the period; for every value if all were measured.

use super::inspection::{begun_periods, measured_until};
use super::{Page, Refusal, ScaffoldContext, folder, ids};
use crate::model::{Kind, PLACEHOLDER, PROBE_HEADER};
use crate::schedule::{Evaluator, Measurement, Period};
use crate::source::csv_line;

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let contract = context.contract()?;
    let path = |period: &str| format!("{}/{}/manual.csv", folder(kind), ids::file_name(period));
    // A period that has ended with its inspection, or with samples, needs no further measurements.
    let has_record = |period: &Period| {
        let probed = context.records.probes.files.iter().any(|file| file.folder == period.id);
        let settled = probed || context.records.inspection(&period.id).is_some();
        (context.exists)(&path(&period.id)) || (period.is_closed(context.day) && settled)
    };
    let (period, reason) = begun_periods(context, period, &has_record)?;
    let evaluator = Evaluator { contract, records: context.records };
    let moment = measured_until(context, &period);
    let readings: Vec<_> =
        contract.clauses.iter().flat_map(|clause| evaluator.readings_at(clause, moment)).collect();
    let is_known = |reading: &&Measurement<'_>| {
        reading.sample.is_some_and(|sample| sample.at.date() >= period.from)
    };
    // If every value is known, all of them are measured again.
    let all_known = readings.iter().all(|reading| is_known(&reading));
    let at = if period.contains(context.day) { context.now() } else { PLACEHOLDER.to_owned() };
    let mut rows: Vec<String> = Vec::new();
    for reading in readings.iter().filter(|reading| all_known || !is_known(reading)) {
        let object = &reading.object;
        let fields = [
            at.as_str(),
            object.asset,
            &reading.metric.id,
            object.part,
            PLACEHOLDER,
            &reading.metric.unit,
            "人工测量",
        ];
        let row = csv_line(fields);
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let text = rows.iter().fold(format!("{PROBE_HEADER}\n"), |text, row| text + row + "\n");
    Ok(Page { path: path(&period.id), text, period: Some((period, reason)) })
}
