//! `weibao probe`: measures, and writes rows as `data/probes/` has them.
//!
//! In: what to measure. Out: rows on standard output or at the end of a file; or a message and no row. Runs on servers: it needs no
//! project folder.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, Subcommand};

use super::Exit;
use super::environment::{Environment, now, print, print_error, variable};
use crate::model::{Moment, PROBE_HEADER};
use crate::probe::{
    Basis, Counted, DATABASES, Database, Disks, Failed, Matching, Probe, ProbeSample, ProbeTable,
    Request, append,
};

/// What a database printed, headers and certificates are not larger.
const LARGEST_FILE: u64 = 8 << 20;

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
    /// How many lines of a log tell of an error.
    Log(LogOptions),
    /// How full tablespaces are, from what a database printed.
    Tablespace(TablespaceOptions),
    /// The SQL for it.
    Sql(SqlOptions),
}

/// Options of every probe.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// The asset's id.
    #[arg(long, value_name = "ID")]
    pub asset: Option<String>,
    /// The metric's id, or its first part.
    #[arg(long, value_name = "METRIC")]
    pub metric: Option<String>,
    /// Append to this file.
    #[arg(long, value_name = "FILE", conflicts_with = "no_header")]
    pub append: Option<PathBuf>,
    /// Without the header.
    #[arg(long)]
    pub no_header: bool,
}

/// Options of `weibao probe disk`.
#[derive(Debug, Args)]
pub(super) struct DiskOptions {
    /// Only these mount points.
    #[arg(long = "mount", value_name = "PATH")]
    pub mounts: Vec<String>,
    /// The object's name instead of the mount point.
    #[arg(long, value_name = "NAME")]
    pub object: Option<String>,
    /// The longest it may take, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe http`.
#[derive(Debug, Args)]
pub(super) struct HttpOptions {
    /// The address.
    #[arg(value_name = "URL")]
    pub url: String,
    /// The statuses that are right.
    #[arg(long = "expect", value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub statuses: Vec<u16>,
    /// Texts that the answer must contain.
    #[arg(long, value_name = "TEXT")]
    pub contains: Vec<String>,
    /// A file with headers.
    #[arg(long, value_name = "FILE", conflicts_with = "header_env")]
    pub header_file: Option<PathBuf>,
    /// An environment variable with headers.
    #[arg(long, value_name = "NAME")]
    pub header_env: Option<String>,
    /// A file with certificates of authorities.
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// Follow redirections.
    #[arg(long)]
    pub follow: bool,
    /// The object's name.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub object: String,
    /// The longest it may take, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe log`.
#[derive(Debug, Args)]
pub(super) struct LogOptions {
    /// The log, and what was rotated from it.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Lines that count.
    #[arg(long = "match", value_name = "REGEX")]
    pub wanted: Vec<String>,
    /// Lines that do not.
    #[arg(long = "except", value_name = "REGEX")]
    pub unwanted: Vec<String>,
    /// How many hours back.
    #[arg(long, value_name = "HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=8784))]
    pub hours: u32,
    /// All lines, whenever they were written.
    #[arg(long, conflicts_with = "hours")]
    pub whole: bool,
    /// The object's name.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub object: String,
    #[command(flatten)]
    pub target: Target,
}

/// Options of `weibao probe tablespace`.
#[derive(Debug, Args)]
pub(super) struct TablespaceOptions {
    /// What the SQL printed; `-` for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Against what the share is taken.
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

/// What was measured, and when.
struct Measured {
    probe: &'static str,
    at: Moment,
    samples: Vec<ProbeSample>,
}

/// Measures and writes, or prints the SQL.
pub(super) fn run(options: &ProbeOptions, environment: &Environment) -> Exit {
    let done = match &options.what {
        What::Disk(options) => disk(options).and_then(|measured| write(&measured, &options.target)),
        What::Http(options) => http(options).and_then(|measured| write(&measured, &options.target)),
        What::Log(options) => {
            log(options, environment).and_then(|measured| write(&measured, &options.target))
        }
        What::Tablespace(options) => {
            tablespace(options).and_then(|measured| write(&measured, &options.target))
        }
        What::Sql(options) => sql(options),
    };
    match done {
        Ok(()) => Exit::Clean,
        Err(Trouble::Output(error)) => {
            print_error(&error.to_string());
            Exit::Failure
        }
        Err(Trouble::Probe(failed)) => {
            let args: Vec<_> =
                failed.args.iter().map(|(name, value)| (*name, value.clone().into())).collect();
            environment.say(failed.id, &args);
            if failed.is_usage { Exit::Failure } else { Exit::Faults }
        }
    }
}

/// Why a run came to nothing.
enum Trouble {
    /// The probe failed, or was told something impossible.
    Probe(Failed),
    /// Standard output could not be written.
    Output(io::Error),
}

impl From<Failed> for Trouble {
    fn from(failed: Failed) -> Self {
        Self::Probe(failed)
    }
}

fn failure(id: &'static str, path: &Path, reason: &dyn ToString) -> Failed {
    let args = vec![("path", path.display().to_string()), ("reason", reason.to_string())];
    Failed { id, args, is_usage: true }
}

fn disk(options: &DiskOptions) -> Result<Measured, Trouble> {
    if options.object.is_some() && options.mounts.len() != 1 {
        return Err(Failed { id: "probe-disk-object", args: Vec::new(), is_usage: true }.into());
    }
    let disks =
        Disks { mounts: options.mounts.clone(), limit: Duration::from_secs(options.timeout) };
    let mut samples = disks.measure()?;
    if let Some(object) = &options.object {
        samples.iter_mut().for_each(|sample| sample.object.clone_from(object));
    }
    Ok(Measured { probe: "disk", at: now(), samples })
}

fn http(options: &HttpOptions) -> Result<Measured, Trouble> {
    let headers = match (&options.header_file, &options.header_env) {
        (Some(path), _) => {
            let bytes = read(path).map_err(|error| failure("io-failed", path, &error))?;
            String::from_utf8(bytes)
                .map_err(|error| failure("io-failed", path, &error.utf8_error()))?
        }
        (None, Some(name)) => variable(name).ok_or_else(|| Failed {
            id: "probe-http-variable",
            args: vec![("name", name.clone())],
            is_usage: true,
        })?,
        (None, None) => String::new(),
    };
    let authorities = match &options.ca {
        Some(path) => Some(read(path).map_err(|error| failure("io-failed", path, &error))?),
        None => None,
    };
    let request = Request {
        url: options.url.clone(),
        headers,
        authorities,
        statuses: options.statuses.clone(),
        contains: options.contains.clone(),
        follows: options.follow,
        limit: Duration::from_secs(options.timeout),
    };
    Ok(Measured { probe: "http", at: now(), samples: request.measure(&options.object)? })
}

fn log(options: &LogOptions, environment: &Environment) -> Result<Measured, Trouble> {
    let at = now();
    let from =
        at.0.checked_sub_signed(chrono::Duration::hours(i64::from(options.hours))).map(Moment);
    let window = from.filter(|_| !options.whole).map(|from| (from, at));
    let matching = Matching::new(&options.wanted, &options.unwanted, window)?;
    let (samples, counted) = matching.measure(&options.files, &options.object)?;
    if let (Some((from, _)), Counted { earliest: Some(earliest), .. }) = (window, counted)
        && earliest > from
        && !environment.quiet
    {
        // Rotated lately: the part before it was not counted.
        environment.say("probe-log-begins", &[("moment", earliest.to_string().into())]);
    }
    Ok(Measured { probe: "log", at, samples })
}

fn tablespace(options: &TablespaceOptions) -> Result<Measured, Trouble> {
    let unread = |error: io::Error| Failed {
        is_usage: false,
        ..failure("io-failed", &options.file, &error)
    };
    let bytes = if options.file.as_os_str() == "-" {
        limited(io::stdin().lock()).map_err(unread)?
    } else {
        read(&options.file).map_err(unread)?
    };
    let basis = if options.basis == "max" { Basis::Maximum } else { Basis::Allocated };
    Ok(Measured {
        probe: "tablespace",
        at: options.at.unwrap_or_else(now),
        samples: basis.read(&bytes)?,
    })
}

fn sql(options: &SqlOptions) -> Result<(), Trouble> {
    let sql = DATABASES.iter().find(|database: &&Database| database.id == options.database);
    let sql = sql.map(|database| database.sql).unwrap_or_default();
    print(|out| out.write_all(sql.as_bytes())).map_err(Trouble::Output)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    limited(fs::File::open(path)?)
}

fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn write(measured: &Measured, target: &Target) -> Result<(), Trouble> {
    let nameless = || Failed { id: "probe-no-asset", args: Vec::new(), is_usage: true };
    let host = || if measured.probe == "disk" { Disks::host() } else { None };
    let metric =
        || Probe::find(measured.probe).map(|probe| probe.metric.to_owned()).unwrap_or_default();
    let sheet = ProbeTable {
        at: measured.at,
        asset: target.asset.clone().or_else(host).ok_or_else(nameless)?,
        metric: target.metric.clone().unwrap_or_else(metric),
        source: format!("weibao probe {}", measured.probe),
    };
    let rows = sheet.rows(&measured.samples)?;
    if let Some(path) = &target.append {
        return Ok(append(path, &rows)?);
    }
    let header = if target.no_header { String::new() } else { format!("{PROBE_HEADER}\n") };
    print(|out| out.write_all(format!("{header}{rows}").as_bytes())).map_err(Trouble::Output)
}
