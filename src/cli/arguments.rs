//! What can be typed.
//!
//! In: the words behind `weibao`. Out: typed options; clap refuses the rest with usage and exit code 2.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::probe::ProbeOptions;
use crate::emit::EMITTERS;
use crate::lang::LANGUAGES;
use crate::model::{Day, KINDS};

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

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// Project folder; without it the nearest folder upwards that holds `data/contract.yaml`.
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// The day for which everything is computed; without it `SOURCE_DATE_EPOCH`, else the day of
    /// demonstration records, else today.
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// Language of messages; without it that of the locale.
    #[arg(long, global = true, value_name = "LANG", value_parser = languages())]
    pub lang: Option<String>,
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// No progress, no closing words.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
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

/// Options of `weibao serve`.
#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    /// Port on the loopback address; a free one from 8620 without it.
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
}

/// Options of `weibao manual`.
#[derive(Debug, Args)]
pub(super) struct ManualOptions {
    /// What to print: completions for a shell, or the manual page.
    #[arg(value_name = "WHAT", value_parser = ["bash", "zsh", "fish", "powershell", "elvish", "man"])]
    pub what: String,
    /// Write every manual page, one a command, into this folder.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

/// Options of `weibao build`.
#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// Only these reports.
    #[arg(long = "report", value_name = "ID")]
    pub reports: Vec<String>,
    /// Only these periods.
    #[arg(long = "period", value_name = "PERIOD")]
    pub periods: Vec<String>,
    /// Only these formats.
    #[arg(long = "format", value_name = "FORMAT")]
    pub formats: Vec<String>,
    /// Only what is final.
    #[arg(long = "final")]
    pub only_final: bool,
    /// Folder to write into; `output` below the project without it.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Options of `weibao status`.
#[derive(Debug, Args)]
pub(super) struct StatusOptions {
    /// Matters due within so many days; `remind_days` of the contract file without it.
    #[arg(long, value_name = "DAYS")]
    pub within: Option<u16>,
    /// Writes everything due as a calendar file.
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
    /// Form of what is printed.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao new`.
#[derive(Debug, Args)]
pub(super) struct NewOptions {
    /// The kind of record.
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub kind: String,
    /// The period it is for; the one that is owed first without it.
    #[arg(value_name = "PERIOD")]
    pub period: Option<String>,
}

/// Options of `weibao init`.
#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The folder, made if need be.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Name of the hospital.
    #[arg(long, value_name = "NAME")]
    pub hospital: Option<String>,
    /// Name of the company that serves.
    #[arg(long, value_name = "NAME")]
    pub vendor: Option<String>,
    /// First day of service; the first of the next quarter without it.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Option<Day>,
}

/// Options of `weibao explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// A check's code, or a ticket's number.
    #[arg(value_name = "CODE|TICKET")]
    pub code: String,
    /// Form of what is printed.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao list`.
#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// What to list.
    #[arg(value_name = "WHAT", value_parser = ["checks", "reports", "clauses", "kinds"])]
    pub what: String,
    /// Form of what is printed.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
    /// Write a page for each check into this folder.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

/// Options of `weibao schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// Only this kind of record.
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    /// Write into this folder, a file for each kind.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

/// Options of `weibao check`.
#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Only problems of files below these paths.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Form of what is printed; without it the one that fits where the run takes place.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub format: Option<String>,
    /// What else is a failure.
    #[arg(long, value_name = "WHAT", value_parser = ["deviations"])]
    pub deny: Option<String>,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "2026-09-30".to_owned())
}

fn kinds() -> PossibleValuesParser {
    KINDS.iter().map(|kind| kind.id).collect::<Vec<_>>().into()
}

fn languages() -> PossibleValuesParser {
    LANGUAGES.iter().map(|language| language.id).collect::<Vec<_>>().into()
}

fn formats() -> PossibleValuesParser {
    EMITTERS.iter().map(|emitter| emitter.id).collect::<Vec<_>>().into()
}
