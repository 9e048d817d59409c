//! Probes: what a machine can measure of itself and of its neighbours.
//!
//! In: what to measure, and the moment at which it is measured. Out: rows as probe files have them, or why there are none: a probe
//! that failed writes nothing, rather than something that looks measured. A room of its own beside the records, because a probe
//! runs on a server where no project folder is. Measuring is I/O and takes time; nothing here reads the clock or prints.

mod append;
mod disk;
mod http;
mod log;
mod rows;
mod tablespace;

use std::time::Duration;

pub use append::append;
pub use disk::Disks;
pub use http::Request;
pub use log::{Counted, Matching};
pub use rows::ProbeTable;
pub use tablespace::{Basis, DATABASES, Database};

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

/// Every probe.
pub const PROBES: &[Probe] = &[disk::PROBE, http::PROBE, log::PROBE, tablespace::PROBE];

impl Probe {
    /// Finds a probe by its id.
    pub fn find(id: &str) -> Option<&'static Self> {
        PROBES.iter().find(|probe| probe.id == id)
    }
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
const SPACE: &[Measure] = &[
    Measure { part: "total_gb", unit: "GB", maximum: None },
    Measure { part: "used_gb", unit: "GB", maximum: None },
    Measure { part: "used_pct", unit: "%", maximum: Some(100.0) },
];

/// Bytes of a GB, as `df -h` and databases count them.
const GB: f64 = (1_u64 << 30) as f64;

/// The readings of a space, in the order of [`SPACE`]. `total` must not be zero.
fn space(object: &str, total: u64, used: u64) -> Vec<ProbeSample> {
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
    fn found(id: &'static str) -> Self {
        Self { id, args: Vec::new(), is_usage: false }
    }

    /// What the probe was told in a way that cannot be done.
    fn failure(id: &'static str) -> Self {
        Self { is_usage: true, ..Self::found(id) }
    }

    fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// The result of something that may hang; the thread that hangs is left behind.
fn within<T: Send + 'static>(
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Contract;

    #[test]
    fn what_probes_measure_is_registered_in_the_shipped_contract() {
        let text = include_str!("../data/contract.yaml");
        let contract: Contract = serde_saphyr::from_str(text).unwrap();
        for probe in PROBES {
            for measure in probe.measures {
                let id = measure.metric(probe.metric);
                let metric = contract.metrics.iter().find(|metric| metric.id == id);
                let metric = metric.unwrap_or_else(|| panic!("{id} is not registered"));
                assert_eq!(metric.unit, measure.unit, "{id}");
                assert_eq!(metric.maximum, measure.maximum, "{id}");
                assert_eq!(metric.minimum, Some(0.0), "{id}");
            }
        }
    }
}
