//! `weibao probe`: measures and prints rows in the format of `data/probes/`.
//!
//! In: what to measure. Out: rows on standard output or at the end of a file; or a message and no row. It runs on servers and
//! needs no project folder.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use super::Exit;
use super::environment::{Environment, now, print, print_error, variable};
use super::options::{
    DiskOptions, HttpOptions, LogOptions, ProbeOptions, SqlOptions, TablespaceOptions, Target, What,
};
use crate::model::{Moment, PROBE_HEADER};
use crate::probe::{
    Basis, Counted, DATABASES, Database, Disks, Failed, Matching, Probe, ProbeSample, ProbeTable,
    Request, append,
};

/// Size limit for the output of a database client, headers and certificates.
const LARGEST_FILE: u64 = 8 << 20;

/// What was measured, and when.
struct Measured {
    probe: &'static str,
    at: Moment,
    samples: Vec<ProbeSample>,
}

/// Measures and writes the rows, or prints the SQL.
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

/// Why a run wrote no rows.
enum Trouble {
    /// The probe failed, or its options are impossible.
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
        // The log was rotated recently: earlier lines were not counted.
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
