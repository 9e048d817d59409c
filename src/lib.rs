//! weibao (维保): turns the git-tracked records of a maintenance contract into checked reports that a hospital signs.
//!
//! A run is one straight line, written once in [`pipeline`]; each room is a stage and imports only rooms to its left:
//!
//! ```text
//! data/ ─ load ─> Records ─ schedule ─> Ledger ─ check ─> [Diagnostic] ─ emit ─> terminal, JSON
//!                                         └─ report ─> View ─ render ─> [Artifact] ─ output ─> output/
//! ```
//!
//! [`probe`] stands beside the line: it writes what `data/probes/` holds, on machines where no project folder is.

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod emit;
mod labels;
pub mod lang;
pub mod live;
pub mod load;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod probe;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod schedule;
pub mod source;
