//! The command line as typed data.
//!
//! In: the arguments after `weibao`. Out: typed options; clap refuses the rest with usage and exit code 2.

use clap::{Parser, Subcommand};

use super::options::{
    BuildOptions, CheckOptions, ExplainOptions, Global, InitOptions, ListOptions, ManualOptions,
    NewOptions, ProbeOptions, SchemaOptions, ServeOptions, StatusOptions,
};

/// The arguments; the help texts come from the language files (`usage.rs`).
#[derive(Debug, Parser)]
#[command(name = "weibao", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// The command.
    #[command(subcommand)]
    pub command: Command,
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
}

/// The commands, in the order in which a contract's life needs them.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Sets up the folder of a new contract.
    Init(InitOptions),
    /// Starts a new record.
    New(NewOptions),
    /// Checks all records.
    Check(CheckOptions),
    /// Checks all records and writes the reports.
    Build(BuildOptions),
    /// Builds, watches for changes and shows the pages in a browser.
    Serve(ServeOptions),
    /// Shows the status of the contract.
    Status(StatusOptions),
    /// Prints the page of a check, or the clocks of a ticket.
    Explain(ExplainOptions),
    /// Lists checks, reports, clauses or kinds.
    List(ListOptions),
    /// Prints the JSON Schema of the records.
    Schema(SchemaOptions),
    /// Measures this machine or another one, as rows of a probe file.
    Probe(ProbeOptions),
    /// Prints shell completions or the manual page.
    Manual(ManualOptions),
}
