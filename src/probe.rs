//! Probes: what a machine can measure of itself and of its neighbours.
//!
//! In: what to measure, and the moment at which it is measured. Out: rows as probe files have them, or why there are none: a probe
//! that failed writes nothing, rather than something that looks measured. A room of its own beside the records, because a probe
//! runs on a server where no project folder is. Measuring is I/O and takes time; nothing here reads the clock or prints.

mod append;
mod disk;
mod http;
mod log;
mod measure;
mod rows;
mod tablespace;

pub use append::append;
pub use disk::Disks;
pub use http::Request;
pub use log::{Counted, Matching};
pub use measure::{Failed, Measure, Probe, ProbeSample};
pub use rows::ProbeTable;
pub use tablespace::{Basis, DATABASES, Database};

use measure::{SPACE, space, within};

/// Every probe.
pub const PROBES: &[Probe] = &[disk::PROBE, http::PROBE, log::PROBE, tablespace::PROBE];

impl Probe {
    /// Finds a probe by its id.
    pub fn find(id: &str) -> Option<&'static Self> {
        PROBES.iter().find(|probe| probe.id == id)
    }
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
