//! Progress and cancellation of a long run.
//!
//! In: calls from the run, from several threads at once. Out: whatever the caller does with them. A file of its own so that
//! the run depends neither on a terminal nor on signals.

/// Receives progress of a run and may cancel it.
pub trait Progress: Sync {
    /// The run has this many files to draw or to find up to date.
    fn begin(&self, files: usize);
    /// One file is done; `path` is below the output folder.
    fn done(&self, path: &str);
    /// Whether the run should stop; files written before then stay.
    fn is_cancelled(&self) -> bool;
}

/// Ignores progress and never cancels.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _files: usize) {}

    fn done(&self, _path: &str) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}
