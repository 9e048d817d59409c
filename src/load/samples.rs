//! One probe file, folded while it is read.
//!
//! In: a CSV file `at,asset,metric,object,value,unit,source` of any length. Out: a [`Series`] per object, a summary and the
//! faults of its rows. A probe field never contains a line break, so the file is taken line by line: a quote that is
//! never closed costs its own line, not the rest of the file, and memory stays that of one line.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use chrono::{NaiveDate, NaiveDateTime};

use super::faults::{ENCODING, IMPLAUSIBLE_SAMPLE, LEGACY_ENCODING, SCHEMA, UNCLOSED_QUOTE, UNREADABLE_FILE};
use super::hints;
use super::walk::Entry;
use crate::diagnostic::Diagnostic;
use crate::model::{Contract, Day, Moment, ProbeFile, Sample, Series, SeriesKey};
use crate::source::{Files, Place};

/// So many faults of a file are listed; the rest are counted.
const LISTED_FAULTS: usize = 100;

/// A longer line is no sample but a file of another kind.
const LONGEST_LINE: usize = 64 * 1024;

/// The columns: key and Chinese title, in the order of [`Columns`].
const COLUMNS: [(&str, &str); 7] = [
    ("at", "时间"),
    ("asset", "资产"),
    ("metric", "指标"),
    ("object", "对象"),
    ("value", "数值"),
    ("unit", "单位"),
    ("source", "来源"),
];

/// The values each metric can take, as the contract's metrics say.
#[derive(Debug, Default)]
pub struct Bounds {
    by_metric: HashMap<String, (f64, f64)>,
}

impl Bounds {
    /// Takes them from the contract, if there is one.
    pub fn new(contract: Option<&Contract>) -> Self {
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
pub struct Fold {
    /// The series, in order of first appearance.
    pub series: Vec<(SeriesKey, Series)>,
    /// Counts and times.
    pub summary: ProbeFile,
    /// Faults of rows.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a probe file.
pub fn fold(entry: &Entry, files: &Files, bounds: &Bounds) -> Fold {
    let mut folder = Folder::new(entry, bounds);
    let opened = File::open(files.disk_path(entry.file));
    let outcome = opened.and_then(|file| folder.read(BufReader::with_capacity(256 * 1024, file)));
    if let Err(error) = outcome {
        let place = Place::file(entry.file);
        folder.faults.push(UNREADABLE_FILE.at(place).arg("reason", error.to_string()));
    }
    folder.finish()
}

struct Folder<'a> {
    entry: &'a Entry,
    bounds: &'a Bounds,
    columns: Columns,
    series: Vec<Open>,
    index: HashMap<Vec<u8>, usize>,
    key: Vec<u8>,
    day: Option<([u8; 10], NaiveDate)>,
    summary: ProbeFile,
    faults: Vec<Diagnostic>,
    unlisted: usize,
    legacy: bool,
    utf8_seen: bool,
}

/// A series being filled, with the bounds of its metric at hand.
struct Open {
    key: SeriesKey,
    series: Series,
    least: f64,
    greatest: f64,
}

/// Where each column stands in this file.
#[derive(Clone, Copy, Default)]
struct Columns {
    at: usize,
    asset: usize,
    metric: usize,
    object: usize,
    value: usize,
    unit: usize,
    count: usize,
}

/// What is wrong with a row: the place in it and what to say.
type RowFault = Box<Diagnostic>;

impl<'a> Folder<'a> {
    fn new(entry: &'a Entry, bounds: &'a Bounds) -> Self {
        let folder = entry.path.split('/').nth(1).filter(|_| entry.path.matches('/').count() > 1);
        Self {
            entry,
            bounds,
            columns: Columns::default(),
            series: Vec::new(),
            index: HashMap::new(),
            key: Vec::new(),
            day: None,
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
            legacy: false,
            utf8_seen: false,
        }
    }

    fn read(&mut self, mut reader: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        let mut number = 0;
        let mut header = false;
        loop {
            line.clear();
            let taken = io::Read::take(&mut reader, LONGEST_LINE as u64 + 1).read_until(b'\n', &mut line)?;
            if taken == 0 {
                return Ok(());
            }
            number += 1;
            if taken > LONGEST_LINE {
                let place = Place::cell(self.entry.file, number, None);
                self.faults.push(SCHEMA.at(place).variant("line-too-long"));
                return Ok(());
            }
            let row = trimmed(&line, number);
            if row.is_empty() {
                continue;
            }
            if header {
                self.take_row(row, number);
            } else if self.take_header(row, number) {
                header = true;
            } else {
                return Ok(());
            }
        }
    }

    /// Reads the header; without a good one no row can be read.
    fn take_header(&mut self, row: &[u8], line: usize) -> bool {
        let Ok(text) = self.text(row, line) else {
            let place = Place::file(self.entry.file);
            self.faults.push(ENCODING.at(place).arg("offset", 0usize).arg("line", line).arg("byte", "?"));
            return false;
        };
        let names: Vec<_> = text.split(',').map(|name| name.trim().trim_matches('"')).collect();
        let find = |column: usize| {
            let (key, title) = COLUMNS[column];
            names.iter().position(|name| *name == key || *name == title)
        };
        let place = Place::cell(self.entry.file, line, None);
        for (column, (key, _)) in COLUMNS.iter().enumerate() {
            if find(column).is_none() {
                let fault = SCHEMA.at(place.clone()).variant("missing-column");
                self.faults.push(fault.arg("key", *key));
            }
        }
        let position = |column: usize| find(column).unwrap_or(0);
        self.columns = Columns {
            at: position(0),
            asset: position(1),
            metric: position(2),
            object: position(3),
            value: position(4),
            unit: position(5),
            count: names.len(),
        };
        self.faults.is_empty()
    }

    fn take_row(&mut self, row: &[u8], line: usize) {
        let taken = if memchr::memchr(b'"', row).is_some() {
            self.take_quoted(row, line)
        } else {
            self.take_plain(row, line)
        };
        match taken {
            Ok(()) => self.summary.rows += 1,
            Err(fault) => {
                self.summary.rejected += 1;
                if self.faults.len() < LISTED_FAULTS {
                    self.faults.push(*fault);
                } else {
                    self.unlisted += 1;
                }
            }
        }
    }

    fn take_plain(&mut self, row: &[u8], line: usize) -> Result<(), RowFault> {
        let mut fields: [&[u8]; 16] = [&[]; 16];
        let mut count = 0;
        let mut start = 0;
        for at in memchr::memchr_iter(b',', row).chain(std::iter::once(row.len())) {
            if let Some(field) = fields.get_mut(count) {
                *field = row.get(start..at).unwrap_or_default();
            }
            count += 1;
            start = at + 1;
        }
        if count != self.columns.count || count > fields.len() {
            return Err(self.wrong_count(count, line));
        }
        self.take_fields(&fields, line)
    }

    /// A row with quotes goes through the CSV reader, on its own.
    fn take_quoted(&mut self, row: &[u8], line: usize) -> Result<(), RowFault> {
        if let Some(at) = open_quote(row) {
            let text = String::from_utf8_lossy(row.get(..at).unwrap_or_default());
            let column = text.matches(',').count();
            let place = Place::cell(self.entry.file, line, Some(column));
            return Err(Box::new(UNCLOSED_QUOTE.at(place)));
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row);
        let mut record = csv::ByteRecord::new();
        let read = reader.read_byte_record(&mut record).unwrap_or(false);
        if !read || record.len() != self.columns.count {
            return Err(self.wrong_count(record.len(), line));
        }
        let mut fields: [&[u8]; 16] = [&[]; 16];
        for (slot, field) in fields.iter_mut().zip(record.iter()) {
            *slot = field;
        }
        self.take_fields(&fields, line)
    }

    fn wrong_count(&self, count: usize, line: usize) -> RowFault {
        let place = Place::cell(self.entry.file, line, None);
        let fault = SCHEMA.at(place).variant("wrong-count");
        Box::new(fault.arg("count", count).arg("expected", self.columns.count))
    }

    fn take_fields(&mut self, fields: &[&[u8]; 16], line: usize) -> Result<(), RowFault> {
        let columns = self.columns;
        let at = self.moment(fields[columns.at], line)?;
        let value = self.number(fields[columns.value], line)?;
        let slot = self.slot(fields, line)?;
        let open = &mut self.series[slot];
        if value < open.least || value > open.greatest {
            let place = Place::cell(self.entry.file, line, Some(columns.value));
            let fault = IMPLAUSIBLE_SAMPLE.at(place).arg("metric", open.key.metric.clone());
            return Err(Box::new(
                fault.arg("value", value.to_string()).arg("range", range_text(open.least, open.greatest)),
            ));
        }
        let sample = Sample {
            at,
            value,
            file: self.entry.file,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u8::try_from(columns.value).unwrap_or(u8::MAX),
        };
        open.series.push(sample);
        if self.summary.earliest.is_none_or(|earliest| at < earliest.at) {
            self.summary.earliest = Some(sample);
        }
        if self.summary.latest.is_none_or(|latest| at > latest.at) {
            self.summary.latest = Some(sample);
        }
        Ok(())
    }

    /// Days repeat from row to row: the last one read is kept.
    fn moment(&mut self, field: &[u8], line: usize) -> Result<NaiveDateTime, RowFault> {
        let known = self.day.filter(|(text, _)| field.starts_with(text));
        if let Some((_, day)) = known
            && let Some(time) = field.get(11..).and_then(short_time)
            && matches!(field.get(10), Some(b' ' | b'T'))
            && let Some(moment) = day.and_hms_opt(time.0, time.1, time.2)
        {
            return Ok(moment);
        }
        let text = self.cell(field, line, self.columns.at)?;
        let Some(moment) = Moment::parse(text.trim()) else {
            return Err(self.wrong_form(&text, line, self.columns.at));
        };
        if let Some(first) = field.first_chunk::<10>()
            && Day::parse(text.get(..10).unwrap_or_default()).is_some_and(|day| day.0 == moment.day())
        {
            self.day = Some((*first, moment.day()));
        }
        Ok(moment.0)
    }

    fn number(&self, field: &[u8], line: usize) -> Result<f64, RowFault> {
        let parsed = std::str::from_utf8(field).ok().and_then(|text| text.trim().parse::<f64>().ok());
        match parsed.filter(|value| value.is_finite()) {
            Some(value) => Ok(value),
            None => {
                let text = String::from_utf8_lossy(field).into_owned();
                let place = Place::cell(self.entry.file, line, Some(self.columns.value));
                let fault = SCHEMA.at(place).variant("no-number");
                Err(Box::new(fault.hint(hints::for_value(&text)).arg("value", text)))
            }
        }
    }

    /// The series of a row; texts are decoded only the first time a series is met.
    fn slot(&mut self, fields: &[&[u8]; 16], line: usize) -> Result<usize, RowFault> {
        let columns = self.columns;
        self.key.clear();
        for column in [columns.metric, columns.asset, columns.object, columns.unit] {
            self.key.extend_from_slice(fields[column]);
            self.key.push(0x1f);
        }
        if let Some(slot) = self.index.get(&self.key) {
            return Ok(*slot);
        }
        let mut text =
            |column: usize| self.cell(fields[column], line, column).map(|text| text.trim().to_owned());
        let key = SeriesKey {
            metric: text(columns.metric)?,
            asset: text(columns.asset)?,
            object: text(columns.object)?,
            unit: text(columns.unit)?,
        };
        for (word, column) in [(&key.metric, columns.metric), (&key.asset, columns.asset)] {
            if word.is_empty() {
                let place = Place::cell(self.entry.file, line, Some(column));
                return Err(Box::new(SCHEMA.at(place).variant("empty")));
            }
        }
        let (least, greatest) = self.bounds.of(&key.metric);
        let series = Series::default();
        self.series.push(Open { key, series, least, greatest });
        self.index.insert(self.key.clone(), self.series.len() - 1);
        Ok(self.series.len() - 1)
    }

    fn wrong_form(&self, text: &str, line: usize, column: usize) -> RowFault {
        let place = Place::cell(self.entry.file, line, Some(column));
        let fault = SCHEMA.at(place).variant("wrong-form").hint(hints::for_value(text));
        Box::new(fault.arg("value", text))
    }

    fn cell<'b>(&mut self, field: &'b [u8], line: usize, column: usize) -> Result<Cow<'b, str>, RowFault> {
        self.text(field, line).map_err(|offset| {
            let place = Place::cell(self.entry.file, line, Some(column));
            let byte = field.get(offset).copied().unwrap_or_default();
            let fault = ENCODING.at(place).arg("offset", offset).arg("line", line);
            Box::new(fault.arg("byte", format!("0x{byte:02X}")))
        })
    }

    /// Decodes a field: UTF-8, or GB18030 in a file that holds no other UTF-8. `Err` gives the first bad byte.
    fn text<'b>(&mut self, field: &'b [u8], _line: usize) -> Result<Cow<'b, str>, usize> {
        match std::str::from_utf8(field) {
            Ok(text) if text.is_ascii() => Ok(Cow::Borrowed(text)),
            Ok(text) if !self.legacy => {
                self.utf8_seen = true;
                Ok(Cow::Borrowed(text))
            }
            Ok(_) => self.legacy_text(field, 0),
            Err(error) if self.utf8_seen => Err(error.valid_up_to()),
            Err(error) => self.legacy_text(field, error.valid_up_to()),
        }
    }

    fn legacy_text<'b>(&mut self, field: &'b [u8], offset: usize) -> Result<Cow<'b, str>, usize> {
        let decoded = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(field);
        let text = decoded.ok_or(offset)?;
        self.legacy = true;
        Ok(text)
    }

    fn finish(mut self) -> Fold {
        let place = Place::file(self.entry.file);
        if self.unlisted > 0 {
            let fault = SCHEMA.at(place.clone()).variant("more-rows");
            self.faults.push(fault.arg("count", self.unlisted));
        }
        if self.legacy {
            self.faults.push(LEGACY_ENCODING.at(place));
        }
        let series = self.series.into_iter().filter(|open| open.series.count() > 0);
        Fold {
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

/// `06:00` or `06:00:30`, nothing else: every other form takes the slow way.
fn short_time(field: &[u8]) -> Option<(u32, u32, u32)> {
    let two = |at: usize| {
        let tens = field.get(at)?.wrapping_sub(b'0');
        let ones = field.get(at + 1)?.wrapping_sub(b'0');
        (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
    };
    let colon = |at: usize| field.get(at) == Some(&b':');
    match field.len() {
        5 if colon(2) => Some((two(0)?, two(3)?, 0)),
        8 if colon(2) && colon(5) => Some((two(0)?, two(3)?, two(6)?)),
        _ => None,
    }
}

/// Where a quote opens that the line does not close.
fn open_quote(row: &[u8]) -> Option<usize> {
    let mut open = None;
    for at in memchr::memchr_iter(b'"', row) {
        open = if open.is_some() { None } else { Some(at) };
    }
    open
}

fn range_text(least: f64, greatest: f64) -> String {
    match (least.is_finite(), greatest.is_finite()) {
        (true, true) => format!("{least}～{greatest}"),
        (true, false) => format!("≥{least}"),
        (false, true) => format!("≤{greatest}"),
        (false, false) => String::new(),
    }
}
