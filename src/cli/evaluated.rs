//! A project, read, checked and evaluated for a command that needs a contract.
//!
//! In: the environment. Out: the result that the command computes from the evaluation, or why there is no evaluation.

use super::Exit;
use super::environment::Environment;
use crate::pipeline::{Checked, Project};
use crate::schedule::Evaluation;

/// Reads and checks the project and passes its evaluation to the command.
pub(super) fn with_evaluation(
    environment: &Environment,
    run: impl FnOnce(&Checked<'_>, &Evaluation<'_>) -> Exit,
) -> Exit {
    let project = match Project::read(&environment.root()) {
        Ok(project) => project,
        Err(error) => return environment.load_failed(&error),
    };
    let checked = project.check(environment.as_of());
    let Some(evaluation) = &checked.evaluation else {
        // A contract file that could not be read is reported differently from a missing one.
        let (id, exit) = if checked.has_data_errors() {
            ("contract-unread", Exit::Faults)
        } else {
            ("no-contract", Exit::NoRecords)
        };
        environment.say(id, &[]);
        return exit;
    };
    run(&checked, evaluation)
}
