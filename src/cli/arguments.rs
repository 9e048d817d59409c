//! What can be typed.
//!
//! In: the words behind `weibao`. Out: typed options; clap refuses the rest with usage and exit code 2.

use clap::{Parser, Subcommand};

use super::options::{
    BuildOptions, CheckOptions, ExplainOptions, Global, InitOptions, ListOptions, ManualOptions,
    NewOptions, ProbeOptions, SchemaOptions, ServeOptions, StatusOptions,
};

/// What can be typed; the help texts come from the language files (`usage.rs`).
#[derive(Debug, Parser)]
#[command(name = "weibao", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// For every command.
    #[command(flatten)]
    pub global: Global,
}

/// The commands, in the order of a contract's life.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// A new contract's folder.
    Init(InitOptions),
    /// A new record.
    New(NewOptions),
    /// Checks all records.
    Check(CheckOptions),
    /// Checks, and writes the reports.
    Build(BuildOptions),
    /// Builds, watches, and shows the pages in a browser.
    Serve(ServeOptions),
    /// How the contract stands.
    Status(StatusOptions),
    /// The page of a check, or the clocks of a ticket.
    Explain(ExplainOptions),
    /// Checks, reports, clauses or kinds.
    List(ListOptions),
    /// JSON Schema of the records.
    Schema(SchemaOptions),
    /// Measures this machine or a neighbour, as rows of a probe file.
    Probe(ProbeOptions),
    /// Shell completions, or the manual page.
    Manual(ManualOptions),
}
