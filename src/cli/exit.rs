//! The exit codes.

use std::process::ExitCode;

/// The exit code of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// No faults.
    Clean = 0,
    /// Records must be corrected (or the service fell short, with `--deny deviations`).
    Faults = 1,
    /// Wrong usage, or the tool failed.
    Failure = 2,
    /// There are no records here.
    NoRecords = 3,
    /// Stopped by Ctrl-C; the code that shells use for it.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
