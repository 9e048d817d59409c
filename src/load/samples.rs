//! One probe file, folded while it is read.
//!
//! In: a CSV file `at,asset,metric,object,value,unit,source` of any length. Out: a [`Series`] per object, a summary and the
//! faults of its rows. A probe field never contains a line break, so the file is taken line by line: a quote that is
//! never closed costs its own line, not the rest of the file, and memory stays that of one line.

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

/// A longer line is no sample but a file of another kind.
const LONGEST_LINE: usize = 64 * 1024;

/// So many days with samples a file may hold, over all its series: two centuries of a hundred daily probes use fewer.
const MOST_DAYS: usize = 1_000_000;

/// The values each metric can take, as the contract's metrics say.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    by_metric: HashMap<String, (f64, f64)>,
}

impl Bounds {
    /// Takes them from the contract, if there is one.
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

/// What a probe file came to.
pub(super) struct DailyAggregate {
    /// The series, in order of first appearance.
    pub series: Vec<(SeriesKey, Series)>,
    /// Counts and times.
    pub summary: ProbeFile,
    /// Faults of rows.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a probe file.
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

/// How reading a file came to its end.
enum End {
    /// Everything that can be read was.
    Done,
    /// Lines already taken were in another encoding than it seemed.
    Restart,
}

struct Aggregator<'a> {
    entry: &'a Entry,
    bounds: &'a Bounds,
    columns: Option<Columns>,
    series: Vec<Open>,
    index: HashMap<Vec<u8>, usize>,
    key: Vec<u8>,
    /// The series that the next row is probably of.
    guess: usize,
    day: Option<([u8; 10], NaiveDate)>,
    /// How many days with samples there are, over all series: what memory grows with.
    days: usize,
    /// The line before opened a quote and did not close it.
    quote_open: bool,
    encoding: TextEncoding,
    summary: ProbeFile,
    faults: Vec<Diagnostic>,
    unlisted: usize,
}

/// A series being filled, with the bounds of its metric at hand.
struct Open {
    /// The key as it stands in the file.
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

    /// Takes a line in; says if that is the end of it.
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
        // A file that begins so is no table at all.
        self.columns.is_none().then_some(End::Done)
    }

    /// True once a file holds more than any probe could measure; reported, and the rest left unread.
    fn is_full(&mut self, number: usize) -> bool {
        if self.days <= MOST_DAYS {
            return false;
        }
        let location = Location::cell(self.entry.file, number, None);
        self.faults.push(SCHEMA.at(location).variant("too-many-series").arg("limit", MOST_DAYS));
        true
    }

    fn reject(&mut self, faults: Vec<Diagnostic>) {
        // A row that is still to be filled in is no sample yet, and hides nothing.
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

/// A line without its end, and the first without a byte order mark.
fn trimmed(line: &[u8], number: usize) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if number == 1 {
        return line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    }
    line
}
