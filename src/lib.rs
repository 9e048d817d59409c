//! weibao (维保): turns the git-tracked records of a maintenance contract into checked reports that a hospital signs.
//!
//! A run is one straight line, written once in [`pipeline`]; each room is a stage and imports only rooms to its left:
//!
//! ```text
//! data/ ─ load ─> Book ─ schedule ─> Ledger ─ check ─> [Diagnostic] ─ emit ─> terminal, JSON
//!                                      └─ report ─> View ─ render ─> [Artifact] ─ output ─> output/
//! ```

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod emit;
pub mod lang;
pub mod load;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod schedule;
pub mod source;
