//! What a probe measures, and why it measured nothing.
//!
//! In: values, or what stood in the way. Out: samples of a measure, or [`Failed`]. Below the list of
//! probes, because every probe makes these.

use std::time::Duration;

/// A kind of probe.
#[derive(Debug, Clone, Copy)]
pub struct Probe {
    /// The word used on the command line.
    pub id: &'static str,
    /// The metric that its rows have without another wish; the part before the point where it fills several.
    pub metric: &'static str,
    /// What it measures.
    pub measures: &'static [Measure],
}

/// Something that a probe measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The part of the metric behind the point; empty where the probe fills one metric only.
    pub part: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// The largest value that can be true; the smallest is zero.
    pub maximum: Option<f64>,
}

impl Measure {
    /// The metric's id.
    pub fn metric(&self, metric: &str) -> String {
        if self.part.is_empty() { metric.to_owned() } else { format!("{metric}.{}", self.part) }
    }
}

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbeSample {
    /// The object at the asset; empty when the asset itself is measured.
    pub object: String,
    /// What was measured.
    pub measure: Measure,
    /// The value, unrounded.
    pub value: f64,
}

/// A share and what it is the share of, as disks and tablespaces have them.
pub(super) const SPACE: &[Measure] = &[
    Measure { part: "total_gb", unit: "GB", maximum: None },
    Measure { part: "used_gb", unit: "GB", maximum: None },
    Measure { part: "used_pct", unit: "%", maximum: Some(100.0) },
];

/// Bytes of a GB, as `df -h` and databases count them.
pub(super) const GB: f64 = (1_u64 << 30) as f64;

/// The readings of a space, in the order of [`SPACE`]. `total` must not be zero.
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
pub struct Failed {
    /// The message, as an id of the language files.
    pub id: &'static str,
    /// Its placeholders.
    pub args: Vec<(&'static str, String)>,
    /// Whether the probe was told something impossible, rather than having found something.
    pub is_usage: bool,
}

impl Failed {
    /// What the probe found in the way.
    pub(super) fn found(id: &'static str) -> Self {
        Self { id, args: Vec::new(), is_usage: false }
    }

    /// What the probe was told in a way that cannot be done.
    pub(super) fn failure(id: &'static str) -> Self {
        Self { is_usage: true, ..Self::found(id) }
    }

    pub(super) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// The result of something that may hang; the thread that hangs is left behind.
pub(super) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        // Whoever waited is gone if it took too long.
        let _ = sender.send(work());
    });
    receiver.recv_timeout(limit).ok()
}
