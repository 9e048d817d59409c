//! A project, read, checked and reckoned up for a command that tells how it stands.
//!
//! In: the surroundings. Out: whatever the command makes of it; or why there is nothing to tell.

use super::Exit;
use super::surroundings::Surroundings;
use crate::model::{Contract, Filed};
use crate::pipeline::{self, Checked};
use crate::schedule::{Foundation, Reckoning};

/// What a command tells of.
pub(super) struct Reckoned<'a> {
    /// The records.
    pub checked: &'a Checked,
    /// The contract.
    pub contract: &'a Filed<Contract>,
    /// What depends on the contract file alone.
    pub foundation: &'a Foundation,
    /// What was computed.
    pub reckoning: &'a Reckoning<'a>,
}

/// Reads and reckons, and hands it on.
pub(super) fn with_reckoning(
    surroundings: &Surroundings,
    tell: impl FnOnce(&Reckoned<'_>) -> Exit,
) -> Exit {
    let checked = match pipeline::check(&surroundings.root(), surroundings.as_of) {
        Ok(checked) => checked,
        Err(error) => return surroundings.load_failed(&error),
    };
    let Some(contract) = &checked.book.contract else {
        // A contract file that could not be read is another matter than none.
        let (id, exit) = if checked.has_data_errors() {
            ("contract-unread", Exit::Faults)
        } else {
            ("no-contract", Exit::NoRecords)
        };
        surroundings.say(id, &[]);
        return exit;
    };
    let foundation = Foundation::new(&contract.record, &checked.book);
    let reckoning =
        Reckoning::new(&contract.record, &checked.book, &foundation, surroundings.as_of);
    tell(&Reckoned { checked: &checked, contract, foundation: &foundation, reckoning: &reckoning })
}
