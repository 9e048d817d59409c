//! Aggregates one probe file while it is read.
//!
//! In: a CSV file `at,asset,metric,object,value,unit,source` of any length. Out: a [`Series`] per
//! object, a summary and the faults of its rows. A probe field never contains a line break, so the
//! file is read line by line: an unclosed quote costs only its own line, and memory is bounded by
//! one line.

mod header;
mod row;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use chrono::NaiveDate;

use super::encoding::{Line, TextEncoding, Unreadable};
use super::faults::{LEGACY_ENCODING, LISTED_FAULTS, PLACEHOLDER_LEFT, SCHEMA, UNREADABLE_FILE};
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::{Contract, ProbeFile, Series, SeriesKey};
use crate::source::{Files, Location};
use header::Columns;

/// A longer line means that the file is not a probe file.
const LONGEST_LINE: usize = 64 * 1024;

/// Maximum number of days with samples in a file, summed over all series: two centuries of a
/// hundred daily probes are fewer.
const MOST_DAYS: usize = 1_000_000;

/// The plausible range of each metric, from the contract.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    by_metric: HashMap<String, (f64, f64)>,
}

impl Bounds {
    /// Takes the ranges from the contract, if there is one.
    pub(super) fn new(contract: Option<&Contract>) -> Self {
        let metrics = contract.map(|contract| contract.metrics.as_slice());
        let by_metric = metrics
            .unwrap_or_default()
            .iter()
            .map(|metric| {
                let least = metric.minimum.unwrap_or(f64::NEG_INFINITY);
                let greatest = metric.maximum.unwrap_or(f64::INFINITY);
                (metric.id.clone(), (least, greatest))
            })
            .collect();
        Self { by_metric }
    }

    fn of(&self, metric: &str) -> (f64, f64) {
        let open = (f64::NEG_INFINITY, f64::INFINITY);
        self.by_metric.get(metric).copied().unwrap_or(open)
    }
}

/// The result of reading a probe file.
pub(super) struct DailyAggregate {
    /// The series, in order of first appearance.
    pub series: Vec<(SeriesKey, Series)>,
    pub summary: ProbeFile,
    /// Faults of rows.
    pub diagnostics: Vec<Diagnostic>,
}

pub(super) fn fold(entry: &Entry, files: &Files, bounds: &Bounds) -> DailyAggregate {
    let path = files.disk_path(entry.file);
    let mut folder = Aggregator::new(entry, bounds, TextEncoding::default());
    let mut outcome = File::open(&path).and_then(|file| folder.read(buffered(file)));
    if matches!(outcome, Ok(End::Restart)) {
        folder = Aggregator::new(entry, bounds, TextEncoding::legacy());
        outcome = File::open(&path).and_then(|file| folder.read(buffered(file)));
    }
    if let Err(error) = outcome {
        let location = Location::file(entry.file);
        folder.faults.push(UNREADABLE_FILE.at(location).arg("reason", error.to_string()));
    }
    folder.finish()
}

fn buffered(file: File) -> BufReader<File> {
    BufReader::with_capacity(256 * 1024, file)
}

/// How reading a file ended.
enum End {
    /// Everything readable was read.
    Done,
    /// Earlier lines were in another encoding than detected: start again.
    Restart,
}

struct Aggregator<'a> {
    entry: &'a Entry,
    bounds: &'a Bounds,
    columns: Option<Columns>,
    series: Vec<Open>,
    index: HashMap<Vec<u8>, usize>,
    key: Vec<u8>,
    /// Index of the series to which the next row probably belongs.
    guess: usize,
    day: Option<([u8; 10], NaiveDate)>,
    /// The number of days with samples, over all series: memory grows with it.
    days: usize,
    /// True if the previous line opened a quote and did not close it.
    quote_open: bool,
    encoding: TextEncoding,
    summary: ProbeFile,
    faults: Vec<Diagnostic>,
    unlisted: usize,
}

/// A series being filled, with the plausible range of its metric.
struct Open {
    /// The key as written in the file.
    raw: Vec<u8>,
    key: SeriesKey,
    series: Series,
    least: f64,
    greatest: f64,
}

impl<'a> Aggregator<'a> {
    fn new(entry: &'a Entry, bounds: &'a Bounds, encoding: TextEncoding) -> Self {
        let folder = entry.path.split('/').nth(1).filter(|_| entry.path.matches('/').count() > 1);
        Self {
            entry,
            bounds,
            columns: None,
            series: Vec::new(),
            index: HashMap::new(),
            key: Vec::new(),
            guess: 0,
            day: None,
            days: 0,
            quote_open: false,
            encoding,
            summary: ProbeFile {
                file: entry.file,
                folder: folder.unwrap_or_default().to_owned(),
                earliest: None,
                latest: None,
                rows: 0,
                rejected: 0,
            },
            faults: Vec::new(),
            unlisted: 0,
        }
    }

    fn read(&mut self, mut reader: impl BufRead) -> io::Result<End> {
        let mut line = Vec::new();
        let (mut number, mut offset) = (0, 0);
        loop {
            line.clear();
            let taken = io::Read::take(&mut reader, LONGEST_LINE as u64 + 1)
                .read_until(b'\n', &mut line)?;
            if taken == 0 {
                break;
            }
            number += 1;
            let row = Line { bytes: trimmed(&line, number), number, offset };
            offset += taken;
            let end = if taken > LONGEST_LINE && line.last() != Some(&b'\n') {
                offset += reader.skip_until(b'\n')?;
                self.too_long(number)
            } else {
                self.take_line(row)
            };
            if let Some(end) = end {
                return Ok(end);
            }
        }
        if self.columns.is_none() {
            self.take_header(None);
        }
        Ok(End::Done)
    }

    /// Processes a line; returns the end of reading if this line is it.
    fn take_line(&mut self, line: Line<'_>) -> Option<End> {
        if line.bytes.trim_ascii().is_empty() {
            return None;
        }
        let readable = if line.bytes.is_ascii() { Ok(()) } else { self.encoding.judge(line.bytes) };
        match (readable, self.columns) {
            (Err(Unreadable::Restart), _) => return Some(End::Restart),
            (Err(fault), known) => {
                let diagnostic = fault.diagnostic_at(self.entry.file, line);
                self.reject(vec![diagnostic]);
                return known.is_none().then_some(End::Done);
            }
            (Ok(()), Some(columns)) => self.take_row(line, columns),
            (Ok(()), None) => {
                self.take_header(Some(line));
                return self.columns.is_none().then_some(End::Done);
            }
        }
        self.is_full(line.number).then_some(End::Done)
    }

    fn take_header(&mut self, line: Option<Line<'_>>) {
        let row = line.map(|line| (line.number, self.encoding.text(line.bytes)));
        let row = row.as_ref().map(|(number, text)| (*number, &**text));
        let (columns, faults) = header::read(self.entry.file, row);
        self.columns = columns;
        self.faults.extend(faults);
    }

    fn too_long(&mut self, number: usize) -> Option<End> {
        let location = Location::cell(self.entry.file, number, None);
        self.reject(vec![SCHEMA.at(location).variant("line-too-long")]);
        // A file that starts like this is not a table.
        self.columns.is_none().then_some(End::Done)
    }

    /// True once a file holds more than any probe could measure; this is reported, and the rest is
    /// not read.
    fn is_full(&mut self, number: usize) -> bool {
        if self.days <= MOST_DAYS {
            return false;
        }
        let location = Location::cell(self.entry.file, number, None);
        self.faults.push(SCHEMA.at(location).variant("too-many-series").arg("limit", MOST_DAYS));
        true
    }

    fn reject(&mut self, faults: Vec<Diagnostic>) {
        // A row with placeholders is not a sample yet, and hides nothing.
        if faults.iter().any(|fault| fault.rule != PLACEHOLDER_LEFT) {
            self.summary.rejected += 1;
        }
        if self.faults.len() < LISTED_FAULTS {
            self.faults.extend(faults);
        } else {
            self.unlisted += 1;
        }
    }

    fn finish(mut self) -> DailyAggregate {
        let location = Location::file(self.entry.file);
        if self.unlisted > 0 {
            let fault = SCHEMA.at(location.clone()).variant("more-rows");
            self.faults.push(fault.arg("count", self.unlisted));
        }
        if self.encoding.is_legacy() {
            self.faults.push(LEGACY_ENCODING.at(location));
        }
        let series = self.series.into_iter().filter(|open| open.series.count() > 0);
        DailyAggregate {
            series: series.map(|open| (open.key, open.series)).collect(),
            summary: self.summary,
            diagnostics: self.faults,
        }
    }
}

/// A line without its line break; the first line also without its byte order mark.
fn trimmed(line: &[u8], number: usize) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if number == 1 {
        return line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    }
    line
}
