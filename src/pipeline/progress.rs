//! How a long run tells what it is at, and is told to stop.
//!
//! In: calls from the run, from several threads at once. Out: whatever the caller makes of them. A file of its own so that the
//! line of the run knows no terminal and no signal.

/// Somebody who waits for a run.
pub trait Progress: Sync {
    /// So many files will be drawn or found standing.
    fn begin(&self, files: usize);
    /// One of them is done: its path below the output folder.
    fn done(&self, path: &str);
    /// Whether the run is to stop; what was written before then stands.
    fn is_cancelled(&self) -> bool;
}

/// Nobody waits, and nobody stops the run.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _files: usize) {}

    fn done(&self, _path: &str) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}
