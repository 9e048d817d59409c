//! Probes: what a machine can measure on itself and on other machines.
//!
//! In: what to measure, and the time of the measurement. Out: rows in the format of probe files, or why there are none: a
//! probe that failed writes nothing, rather than something that looks measured. A room of its own, apart from the records,
//! because a probe runs on a server without a project folder. Measuring is I/O and takes time; nothing here reads the clock
//! or prints.

mod append;
mod disk;
mod http;
mod log;
mod measure;
mod rows;
mod tablespace;

pub(crate) use append::append;
pub(crate) use disk::Disks;
pub(crate) use http::Request;
pub(crate) use log::{Counted, Matching};
pub(crate) use measure::{Failed, Measure, Probe, ProbeSample};
pub(crate) use rows::ProbeTable;
pub(crate) use tablespace::{Basis, DATABASES, Database};

use measure::{SPACE, space, within};

/// Every probe.
pub(crate) const PROBES: &[Probe] = &[disk::PROBE, http::PROBE, log::PROBE, tablespace::PROBE];

impl Probe {
    /// Finds a probe by its id.
    pub(crate) fn find(id: &str) -> Option<&'static Self> {
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
