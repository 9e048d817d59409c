//! A project, read, checked and reckoned up for a command that tells how it stands.
//!
//! In: the surroundings. Out: whatever the command makes of it; or why there is nothing to tell.

use super::Exit;
use super::environment::Environment;
use crate::model::{Contract, Sourced};
use crate::pipeline::{self, Checked};
use crate::schedule::{Evaluation, Foundation};

/// What a command tells of.
pub(super) struct Evaluated<'a> {
    /// The records.
    pub checked: &'a Checked,
    /// The contract.
    pub contract: &'a Sourced<Contract>,
    /// What depends on the contract file alone.
    pub foundation: &'a Foundation,
    /// What was computed.
    pub evaluation: &'a Evaluation<'a>,
}

/// Reads and reckons, and hands it on.
pub(super) fn with_evaluation(
    environment: &Environment,
    tell: impl FnOnce(&Evaluated<'_>) -> Exit,
) -> Exit {
    let as_of = environment.as_of();
    let checked = match pipeline::check(&environment.root(), as_of) {
        Ok(checked) => checked,
        Err(error) => return environment.load_failed(&error),
    };
    let Some(contract) = &checked.records.contract else {
        // A contract file that could not be read is another matter than none.
        let (id, exit) = if checked.has_data_errors() {
            ("contract-unread", Exit::Faults)
        } else {
            ("no-contract", Exit::NoRecords)
        };
        environment.say(id, &[]);
        return exit;
    };
    let foundation = Foundation::new(&contract.record, &checked.records);
    let evaluation = Evaluation::new(&contract.record, &checked.records, &foundation, as_of);
    tell(&Evaluated {
        checked: &checked,
        contract,
        foundation: &foundation,
        evaluation: &evaluation,
    })
}
