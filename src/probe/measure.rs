//! What a probe measures, or why it measured nothing.
//!
//! In: values, or the reason for the failure. Out: samples of a measure, or [`Failed`]. Below the list of probes, because
//! every probe creates these.

use std::time::Duration;

/// A kind of probe.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Probe {
    /// Its id on the command line.
    pub id: &'static str,
    /// Default metric of its rows; if the probe fills several, the part before the dot.
    pub metric: &'static str,
    /// What it measures.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "held against the metrics of the contract by a test")
    )]
    pub measures: &'static [Measure],
}

/// A quantity that a probe measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measure {
    /// The part of the metric id after the dot; empty if the probe fills one metric only.
    pub part: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The largest plausible value; the smallest is zero.
    pub maximum: Option<f64>,
}

impl Measure {
    /// The full id of the metric.
    pub(crate) fn metric(&self, metric: &str) -> String {
        if self.part.is_empty() { metric.to_owned() } else { format!("{metric}.{}", self.part) }
    }
}

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ProbeSample {
    /// The object of the asset; empty if the asset itself is measured.
    pub object: String,
    /// The quantity that was measured.
    pub measure: Measure,
    /// The value, unrounded.
    pub value: f64,
}

/// Used share and size, for disks and tablespaces.
pub(super) const SPACE: &[Measure] = &[
    Measure { part: "total_gb", unit: "GB", maximum: None },
    Measure { part: "used_gb", unit: "GB", maximum: None },
    Measure { part: "used_pct", unit: "%", maximum: Some(100.0) },
];

/// Bytes of a GB as `df -h` and databases count them.
pub(super) const GB: f64 = (1_u64 << 30) as f64;

/// The samples of a space, in the order of [`SPACE`]. `total` must not be zero.
pub(super) fn space(object: &str, total: u64, used: u64) -> Vec<ProbeSample> {
    let (total, used) = (total as f64, used as f64);
    let values = [total / GB, used / GB, used * 100.0 / total];
    let sample = |(measure, value): (&Measure, f64)| ProbeSample {
        object: object.to_owned(),
        measure: *measure,
        value,
    };
    SPACE.iter().zip(values).map(sample).collect()
}

/// Why there are no rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failed {
    /// Id of the message in the language files.
    pub id: &'static str,
    /// The message's placeholders.
    pub args: Vec<(&'static str, String)>,
    /// Whether an option is impossible, as opposed to a failed measurement.
    pub is_usage: bool,
}

impl Failed {
    /// A failed measurement.
    pub(super) fn found(id: &'static str) -> Self {
        Self { id, args: Vec::new(), is_usage: false }
    }

    /// An impossible option.
    pub(super) fn failure(id: &'static str) -> Self {
        Self { is_usage: true, ..Self::found(id) }
    }

    pub(super) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// The result of work that may hang; a thread that hangs is abandoned.
pub(super) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        // The receiver is gone if the time limit has passed.
        let _ = sender.send(work());
    });
    receiver.recv_timeout(limit).ok()
}
