//! Samples as rows of a probe file.
//!
//! In: samples, and what applies to all of them. Out: lines of CSV, or why they would be no evidence: a value out of its
//! range, or a name that a table cannot hold.

use csv::{Terminator, WriterBuilder};

use super::{Failed, ProbeSample};
use crate::model::Moment;

/// Characters by which spreadsheets recognise a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// The fields shared by all rows of a run.
#[derive(Debug, Clone)]
pub(crate) struct ProbeTable {
    /// Time of the measurement.
    pub at: Moment,
    /// The asset's id.
    pub asset: String,
    /// Id of the metric, or the part before the dot.
    pub metric: String,
    /// What measured it, for the column `source`.
    pub source: String,
}

impl ProbeTable {
    /// The rows, each with its line break, in the order of the samples.
    ///
    /// # Errors
    /// [`Failed`] if a row could not be read back or would be rejected by `check`.
    pub(crate) fn rows(&self, samples: &[ProbeSample]) -> Result<String, Failed> {
        for (word, is_needed) in [(&self.asset, true), (&self.metric, true), (&self.source, false)]
        {
            sound(word, is_needed)?;
        }
        let mut writer =
            WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
        let at = self.at.to_the_second();
        for sample in samples {
            sound(&sample.object, false)?;
            believable(sample)?;
            let (metric, value) = (sample.measure.metric(&self.metric), sample.value.to_string());
            let ProbeSample { object, measure, .. } = sample;
            let row = [&at, &self.asset, &metric, object, &value, measure.unit, &self.source];
            writer
                .write_record(row)
                .map_err(|error| Failed::found("probe-other").arg("reason", error))?;
        }
        let bytes = writer.into_inner().unwrap_or_default();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Checks that a cell can hold the word and that a spreadsheet does not run it as a formula.
fn sound(word: &str, is_needed: bool) -> Result<(), Failed> {
    if is_needed && word.trim().is_empty() {
        return Err(Failed::failure("probe-empty-word"));
    }
    let shown = word.escape_debug();
    if word.contains(char::is_control) {
        return Err(Failed::found("probe-control-character").arg("word", shown));
    }
    if word.starts_with(FORMULA) {
        return Err(Failed::found("probe-formula").arg("word", shown));
    }
    Ok(())
}

/// Applies the plausibility range that reading the file applies, too.
fn believable(sample: &ProbeSample) -> Result<(), Failed> {
    let ProbeSample { object, measure, value } = sample;
    if (0.0..=measure.maximum.unwrap_or(f64::MAX)).contains(value) {
        return Ok(());
    }
    let failed = Failed::found("probe-implausible").arg("object", object).arg("value", value);
    Err(failed.arg("unit", measure.unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PROBE_COLUMNS, PROBE_HEADER};
    use crate::probe::Measure;

    fn sheet() -> ProbeTable {
        let at = Moment::parse("2026-11-25 06:00:07").unwrap();
        let text = str::to_owned;
        ProbeTable {
            at,
            asset: text("db"),
            metric: text("tablespace"),
            source: text("weibao probe tablespace"),
        }
    }

    fn sample(object: &str, value: f64) -> ProbeSample {
        let measure = Measure { part: "used_pct", unit: "%", maximum: Some(100.0) };
        ProbeSample { object: object.to_owned(), measure, value }
    }

    #[test]
    fn values_are_written_unrounded_and_names_quoted() {
        let rows = sheet().rows(&[sample("A,\"B\"", 100.0 / 3.0)]).unwrap();
        let start = "2026-11-25 06:00:07,db,tablespace.used_pct,\"A,\"\"B\"\"\",33.33333333333333";
        assert!(
            rows.starts_with(start) && rows.ends_with(",%,weibao probe tablespace\n"),
            "{rows}"
        );
    }

    #[test]
    fn what_would_be_no_evidence_is_refused() {
        for value in [100.000_001, -0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(sheet().rows(&[sample("A", value)]).unwrap_err().id, "probe-implausible");
        }
        for object in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)"] {
            assert_eq!(sheet().rows(&[sample(object, 1.0)]).unwrap_err().id, "probe-formula");
        }
        assert_eq!(sheet().rows(&[sample("A\nB", 1.0)]).unwrap_err().id, "probe-control-character");
        let nameless = ProbeTable { asset: " ".to_owned(), ..sheet() };
        assert_eq!(nameless.rows(&[]).unwrap_err().id, "probe-empty-word");
    }

    #[test]
    fn the_header_is_that_of_probe_files() {
        assert_eq!(PROBE_HEADER, PROBE_COLUMNS.map(|(key, _)| key).join(","));
    }
}
