//! The options of each command.
//!
//! In: arguments. Out: typed options. Below the commands, because each of them takes its own options.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};

use crate::emit::EMITTERS;
use crate::lang::LANGUAGES;
use crate::model::{Day, KINDS, Moment};

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
    /// Print no progress and no summary.
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

/// Options of `weibao serve`.
#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    /// Port on the loopback address; by default a free one from 8620 on.
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
}

/// Options of `weibao manual`.
#[derive(Debug, Args)]
pub(super) struct ManualOptions {
    /// What to print: completions for a shell, or the manual page.
    #[arg(value_name = "WHAT", value_parser = ["bash", "zsh", "fish", "powershell", "elvish", "man"])]
    pub what: String,
    /// Write every manual page, one for each command, into this folder.
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
    /// Only final reports.
    #[arg(long = "final")]
    pub only_final: bool,
    /// Folder to write into; by default `output` in the project.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Options of `weibao status`.
#[derive(Debug, Args)]
pub(super) struct StatusOptions {
    /// List items due within this many days; by default `remind_days` of the contract file.
    #[arg(long, value_name = "DAYS")]
    pub within: Option<u16>,
    /// Also write everything due as a calendar file.
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao new`.
#[derive(Debug, Args)]
pub(super) struct NewOptions {
    /// The kind of record.
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub kind: String,
    /// The period of the record; by default the one whose record is due first.
    #[arg(value_name = "PERIOD")]
    pub period: Option<String>,
}

/// Options of `weibao init`.
#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The folder; it is created if it does not exist.
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Name of the hospital.
    #[arg(long, value_name = "NAME")]
    pub hospital: Option<String>,
    /// Name of the vendor.
    #[arg(long, value_name = "NAME")]
    pub vendor: Option<String>,
    /// First day of service; by default the first day of the next quarter.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Option<Day>,
}

/// Options of `weibao explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// A check's code, or a ticket's number.
    #[arg(value_name = "CODE|TICKET")]
    pub code: String,
    /// Output format.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    pub format: String,
}

/// Options of `weibao list`.
#[derive(Debug, Args)]
pub(super) struct ListOptions {
    /// What to list.
    #[arg(value_name = "WHAT", value_parser = ["checks", "reports", "clauses", "kinds"])]
    pub what: String,
    /// Output format.
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
    /// Write one file for each kind into this folder.
    #[arg(long, value_name = "DIR")]
    pub write: Option<PathBuf>,
}

/// Options of `weibao check`.
#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Only diagnostics of files below these paths.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Output format; by default the one that fits the environment.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub format: Option<String>,
    /// What else makes the command fail.
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

/// Options of `weibao probe`.
#[derive(Debug, Args)]
pub(super) struct ProbeOptions {
    /// What to measure.
    #[command(subcommand)]
    pub what: What,
}

/// The probes.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// How full file systems are.
    Disk(DiskOptions),
    /// How long an address takes to answer.
    Http(HttpOptions),
    /// The number of log lines that report an error.
    Log(LogOptions),
    /// How full tablespaces are, from what a database client printed.
    Tablespace(TablespaceOptions),
    /// The SQL for the tablespace probe.
    Sql(SqlOptions),
}

/// Options of every probe.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// Id of the asset.
    #[arg(long, value_name = "ID")]
    pub asset: Option<String>,
    /// Id of the metric, or the part before the dot.
    #[arg(long, value_name = "METRIC")]
    pub metric: Option<String>,
    /// Append the rows to this file.
    #[arg(long, value_name = "FILE", conflicts_with = "no_header")]
    pub append: Option<PathBuf>,
    /// Omit the header.
    #[arg(long)]
    pub no_header: bool,
}

/// Options of `weibao probe disk`.
#[derive(Debug, Args)]
pub(super) struct DiskOptions {
    /// Only these mount points.
    #[arg(long = "mount", value_name = "PATH")]
    pub mounts: Vec<String>,
    /// Name of the object, instead of the mount point.
    #[arg(long, value_name = "NAME")]
    pub object: Option<String>,
    /// Time limit in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe http`.
#[derive(Debug, Args)]
pub(super) struct HttpOptions {
    /// The URL.
    #[arg(value_name = "URL")]
    pub url: String,
    /// Expected status codes.
    #[arg(long = "expect", value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub statuses: Vec<u16>,
    /// Texts that the response must contain.
    #[arg(long, value_name = "TEXT")]
    pub contains: Vec<String>,
    /// A file with request headers.
    #[arg(long, value_name = "FILE", conflicts_with = "header_env")]
    pub header_file: Option<PathBuf>,
    /// An environment variable with request headers.
    #[arg(long, value_name = "NAME")]
    pub header_env: Option<String>,
    /// A file with CA certificates.
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// Follow redirects.
    #[arg(long)]
    pub follow: bool,
    /// Name of the object.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub object: String,
    /// Time limit in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe log`.
#[derive(Debug, Args)]
pub(super) struct LogOptions {
    /// The log file and its rotated predecessors.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Count lines that match.
    #[arg(long = "match", value_name = "REGEX")]
    pub wanted: Vec<String>,
    /// Do not count lines that match.
    #[arg(long = "except", value_name = "REGEX")]
    pub unwanted: Vec<String>,
    /// Length of the time window, in hours before the run.
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=8784))]
    pub hours: u32,
    /// Count all lines, whenever they were written.
    #[arg(long, conflicts_with = "hours")]
    pub whole: bool,
    /// Name of the object.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub object: String,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe tablespace`.
#[derive(Debug, Args)]
pub(super) struct TablespaceOptions {
    /// Output of the SQL; `-` for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which size is 100 %.
    #[arg(long, value_name = "SIZE", default_value = "allocated", value_parser = ["allocated", "max"])]
    pub basis: String,
    /// When the SQL ran.
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub at: Option<Moment>,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe sql`.
#[derive(Debug, Args)]
pub(super) struct SqlOptions {
    /// The kind of database.
    #[arg(value_name = "DATABASE", value_parser = ["oracle", "dameng", "mysql"])]
    pub database: String,
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| "2026-09-21 06:00".to_owned())
}
