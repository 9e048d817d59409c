//! Reads one row of a probe file: from bytes to a sample in its series.
//!
//! In: a line. Out: a sample added to its series, or every fault of the row. This is the hot path:
//! it reads a million rows in a tenth of a second, so texts are decoded and checked only when a
//! series first occurs.

use chrono::{Datelike, NaiveDateTime};

use super::header::{Columns, MOST_COLUMNS};
use super::{Aggregator, Open};
use crate::diagnostic::Diagnostic;
use crate::load::encoding::Line;
use crate::load::faults::{IMPLAUSIBLE_SAMPLE, PLACEHOLDER_LEFT, SCHEMA, UNCLOSED_QUOTE};
use crate::load::hints;
use crate::model::{Day, Moment, Sample, Series, SeriesKey, placeholder};
use crate::source::Location;

type Fields<'f> = [&'f [u8]; MOST_COLUMNS];

/// A fault of a field; boxed, because good rows carry its size too.
type Fault = Box<Diagnostic>;

type Faults = Vec<Diagnostic>;

impl Aggregator<'_> {
    /// Reads a row or reports its faults.
    pub(super) fn take_row(&mut self, line: Line<'_>, columns: Columns) {
        let quoted = memchr::memchr(b'"', line.bytes).is_some();
        let taken =
            if quoted { self.take_quoted(line, columns) } else { self.take_plain(line, columns) };
        let continued = std::mem::replace(&mut self.quote_open, false) && quoted;
        let Err(faults) = taken else {
            self.summary.rows += 1;
            return;
        };
        let diagnostic = |name| faults.iter().any(|fault| fault.variant == Some(name));
        self.quote_open = faults.iter().any(|fault| fault.rule == UNCLOSED_QUOTE);
        if continued && diagnostic("wrong-count") {
            // The rest of a field with a line break; the break was reported where the field starts.
            self.quote_open = false;
            self.summary.rejected += 1;
        } else if line.bytes.iter().any(|byte| !matches!(byte, b',' | b' ' | b'\t' | b'"')) {
            self.reject(faults);
        }
        // Rows of only commas, which Excel writes for cleared cells, are skipped.
    }

    fn take_plain(&mut self, line: Line<'_>, columns: Columns) -> Result<(), Faults> {
        let mut fields: Fields<'_> = [&[]; MOST_COLUMNS];
        let mut count = 0;
        let mut start = 0;
        let row = line.bytes;
        for at in memchr::memchr_iter(b',', row).chain(std::iter::once(row.len())) {
            if let Some(field) = fields.get_mut(count) {
                *field = row.get(start..at).unwrap_or_default();
            }
            count += 1;
            start = at + 1;
        }
        if count != columns.count {
            return Err(self.wrong_count(count, line, columns));
        }
        self.take_fields(&fields, line, columns)
    }

    /// Reads a row with quotes with the CSV parser.
    fn take_quoted(&mut self, line: Line<'_>, columns: Columns) -> Result<(), Faults> {
        if let Some(column) = open_quote(line.bytes) {
            let location = Location::cell(self.entry.file, line.number, Some(column));
            return Err(vec![UNCLOSED_QUOTE.at(location)]);
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.bytes);
        let mut record = csv::ByteRecord::new();
        let read = reader.read_byte_record(&mut record).unwrap_or(false);
        if !read || record.len() != columns.count {
            return Err(self.wrong_count(record.len(), line, columns));
        }
        let mut fields: Fields<'_> = [&[]; MOST_COLUMNS];
        for (slot, field) in fields.iter_mut().zip(record.iter()) {
            *slot = field;
        }
        self.take_fields(&fields, line, columns)
    }

    fn wrong_count(&self, count: usize, line: Line<'_>, columns: Columns) -> Faults {
        // With too many fields, the first surplus one; with too few, the whole row.
        let surplus = (count > columns.count).then_some(columns.count);
        let fault = SCHEMA.at(self.location(line, surplus)).variant("wrong-count");
        vec![fault.arg("count", count).arg("expected", columns.count)]
    }

    fn take_fields(
        &mut self,
        fields: &Fields<'_>,
        line: Line<'_>,
        columns: Columns,
    ) -> Result<(), Faults> {
        let at = self.moment(field(fields, columns.at), line, columns.at);
        let value = self.number(field(fields, columns.value), line, columns.value);
        let slot = self.slot(fields, line, columns);
        let (at, value, slot) = match (at, value, slot) {
            (Ok(at), Ok(value), Ok(slot)) => (at, value, slot),
            (at, value, slot) => {
                let faults = [at.err(), value.err()].into_iter().flatten().map(|fault| *fault);
                return Err(faults.chain(slot.err().into_iter().flatten()).collect());
            }
        };
        self.push(slot, at, value, line, columns)
    }

    fn push(
        &mut self,
        slot: usize,
        at: NaiveDateTime,
        value: f64,
        line: Line<'_>,
        columns: Columns,
    ) -> Result<(), Faults> {
        let location = self.location(line, Some(columns.value));
        let Some(open) = self.series.get_mut(slot) else {
            return Ok(());
        };
        if value < open.least || value > open.greatest {
            let fault = IMPLAUSIBLE_SAMPLE.at(location).arg("metric", open.key.metric.clone());
            let range = range_text(open.least, open.greatest);
            return Err(vec![fault.arg("value", value.to_string()).arg("range", range)]);
        }
        let sample = Sample {
            at,
            value,
            file: self.entry.file,
            line: u32::try_from(line.number).unwrap_or(u32::MAX),
            column: u8::try_from(columns.value).unwrap_or(u8::MAX),
        };
        let before = open.series.days().len();
        open.series.push(sample);
        self.days += open.series.days().len() - before;
        if self.summary.earliest.is_none_or(|earliest| at < earliest.at) {
            self.summary.earliest = Some(sample);
        }
        if self.summary.latest.is_none_or(|latest| at > latest.at) {
            self.summary.latest = Some(sample);
        }
        Ok(())
    }

    /// Parses the moment. Dates repeat from row to row, so the last one is cached.
    fn moment(
        &mut self,
        field: &[u8],
        line: Line<'_>,
        column: usize,
    ) -> Result<NaiveDateTime, Fault> {
        let known = self.day.filter(|(text, _)| field.starts_with(text));
        if let Some((_, day)) = known
            && let Some(time) = field.get(11..).and_then(short_time)
            && matches!(field.get(10), Some(b' ' | b'T'))
            && let Some(moment) = day.and_hms_opt(time.0, time.1, time.2)
        {
            return Ok(moment);
        }
        let text = self.encoding.text(field);
        let location = self.location(line, Some(column));
        let Some(moment) = Moment::parse(text.trim()) else {
            if text.trim().is_empty() {
                return Err(Box::new(SCHEMA.at(location).variant("empty")));
            }
            if let Some(mark) = placeholder(&text) {
                return Err(Box::new(PLACEHOLDER_LEFT.at(location).arg("mark", mark)));
            }
            let fault = SCHEMA.at(location).variant("wrong-form").hint(hints::for_moment(&text));
            return Err(Box::new(fault.arg("value", text.into_owned())));
        };
        if !YEARS.contains(&moment.day().year()) {
            let fault = SCHEMA.at(location).variant("out-of-range").arg("value", text.into_owned());
            return Err(Box::new(
                fault.arg("limit", format!("{}～{}", YEARS.start(), YEARS.end())),
            ));
        }
        if let Some(first) = field.first_chunk::<10>()
            && Day::parse(text.get(..10).unwrap_or_default())
                .is_some_and(|day| day.0 == moment.day())
        {
            self.day = Some((*first, moment.day()));
        }
        Ok(moment.0)
    }

    fn number(&self, field: &[u8], line: Line<'_>, column: usize) -> Result<f64, Fault> {
        let parsed =
            std::str::from_utf8(field).ok().and_then(|text| text.trim().parse::<f64>().ok());
        parsed.filter(|value| value.is_finite()).ok_or_else(|| {
            let text = self.encoding.text(field);
            let location = self.location(line, Some(column));
            if let Some(mark) = placeholder(&text) {
                return Box::new(PLACEHOLDER_LEFT.at(location).arg("mark", mark));
            }
            let fault = SCHEMA.at(location);
            Box::new(if text.trim().is_empty() {
                fault.variant("empty")
            } else {
                fault
                    .variant("no-number")
                    .hint(hints::for_number(&text))
                    .arg("value", text.into_owned())
            })
        })
    }

    /// The series of a row; texts are decoded only when a series first occurs.
    fn slot(
        &mut self,
        fields: &Fields<'_>,
        line: Line<'_>,
        columns: Columns,
    ) -> Result<usize, Faults> {
        self.key.clear();
        for column in [columns.metric, columns.asset, columns.object, columns.unit] {
            self.key.extend_from_slice(field(fields, column));
            self.key.push(0x1f);
        }
        if let Some(slot) = self.known_slot() {
            // Probes measure the same objects in the same order in every run.
            self.guess = if slot + 1 < self.series.len() { slot + 1 } else { 0 };
            return Ok(slot);
        }
        let text = |column: usize| self.encoding.text(field(fields, column)).trim().to_owned();
        let key = SeriesKey {
            metric: text(columns.metric),
            asset: text(columns.asset),
            object: text(columns.object),
            unit: text(columns.unit),
        };
        let faults = self.faults_of(&key, line, columns);
        if !faults.is_empty() {
            return Err(faults);
        }
        let (least, greatest) = self.bounds.of(&key.metric);
        let series = Series::default();
        self.series.push(Open { raw: self.key.clone(), key, series, least, greatest });
        self.index.insert(self.key.clone(), self.series.len() - 1);
        Ok(self.series.len() - 1)
    }

    fn known_slot(&self) -> Option<usize> {
        let guessed = self.series.get(self.guess).is_some_and(|open| open.raw == self.key);
        if guessed { Some(self.guess) } else { self.index.get(&self.key).copied() }
    }

    fn faults_of(&self, key: &SeriesKey, line: Line<'_>, columns: Columns) -> Faults {
        let words = [
            (&key.metric, columns.metric, true),
            (&key.asset, columns.asset, true),
            (&key.object, columns.object, false),
            (&key.unit, columns.unit, false),
        ];
        let wrong = words.into_iter().filter_map(|(word, column, needed)| {
            let fault = SCHEMA.at(self.location(line, Some(column)));
            if needed && word.is_empty() {
                return Some(fault.variant("empty"));
            }
            word.contains(char::is_control).then(|| fault.variant("control-character"))
        });
        wrong.collect()
    }

    const fn location(&self, line: Line<'_>, column: Option<usize>) -> Location {
        Location::cell(self.entry.file, line.number, column)
    }
}

/// Years outside this range are typos or come from a clock that was never set.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

fn field<'f>(fields: &Fields<'f>, column: usize) -> &'f [u8] {
    fields.get(column).copied().unwrap_or_default()
}

/// Parses `06:00` or `06:00:30`; every other format takes the slow path.
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

/// The index of the field whose quote the line does not close. A quote counts only at the start of
/// a field.
fn open_quote(row: &[u8]) -> Option<usize> {
    let (mut column, mut start, mut quoted) = (0, 0, false);
    for (at, byte) in row.iter().enumerate() {
        match byte {
            b'"' if quoted || at == start => quoted = !quoted,
            b',' if !quoted => {
                column += 1;
                start = at + 1;
            }
            _ => {}
        }
    }
    quoted.then_some(column)
}

fn range_text(least: f64, greatest: f64) -> String {
    match (least.is_finite(), greatest.is_finite()) {
        (true, true) => format!("{least}～{greatest}"),
        (true, false) => format!("≥{least}"),
        (false, true) => format!("≤{greatest}"),
        (false, false) => String::new(),
    }
}
