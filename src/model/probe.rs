//! `data/probes/PERIOD/*.csv`: measured values, aggregated while they are read.
//!
//! In: single samples. Out: for each metric, asset and object one [`Series`] with the first, last,
//! smallest and greatest value of each day. The samples themselves are not kept, so ten million
//! rows need no more memory than a few thousand days.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::Metric;
use crate::source::{FileId, Location};

/// The header line of a probe file that weibao writes: the keys of [`PROBE_COLUMNS`].
pub(crate) const PROBE_HEADER: &str = "at,asset,metric,object,value,unit,source";

/// The columns of a probe file: key and Chinese title, in the order that probes write.
pub(crate) const PROBE_COLUMNS: [(&str, &str); 7] = [
    ("at", "时间"),
    ("asset", "资产"),
    ("metric", "指标"),
    ("object", "对象"),
    ("value", "数值"),
    ("unit", "单位"),
    ("source", "来源"),
];

/// Identifies a series of samples by what it measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesKey {
    /// The metric's id.
    pub metric: String,
    /// The asset's id.
    pub asset: String,
    /// The object of the asset; empty if the asset itself is measured.
    pub object: String,
    /// The unit given in the samples: samples in another unit form another series.
    pub unit: String,
}

/// One measured value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// When it was measured, local time.
    pub at: NaiveDateTime,
    /// The value in the metric's unit, unrounded.
    pub value: f64,
    /// The file that contains it.
    pub file: FileId,
    /// Its line, from one; zero for a value measured by hand, which is in no table.
    pub line: u32,
    /// The column of the value, from zero.
    pub column: u8,
}

impl Sample {
    /// The location of the sample's value.
    pub fn location(&self) -> Location {
        if self.line == 0 {
            return Location::file(self.file);
        }
        Location::cell(self.file, self.line as usize, Some(usize::from(self.column)))
    }

    /// The location of the whole row.
    pub fn row(&self) -> Location {
        if self.line == 0 {
            return Location::file(self.file);
        }
        Location::cell(self.file, self.line as usize, None)
    }
}

/// The aggregate of one day's samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayValues {
    /// The earliest sample of the day.
    pub first: Sample,
    /// The latest sample of the day.
    pub last: Sample,
    /// The smallest value of the day.
    pub least: f64,
    /// The greatest value of the day.
    pub greatest: f64,
    /// The number of samples.
    pub count: u32,
}

impl DayValues {
    const fn new(sample: Sample) -> Self {
        Self { first: sample, last: sample, least: sample.value, greatest: sample.value, count: 1 }
    }

    fn merge(&mut self, other: &Self) {
        if other.first.at < self.first.at {
            self.first = other.first;
        }
        if other.last.at >= self.last.at {
            self.last = other.last;
        }
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
        self.count = self.count.saturating_add(other.count);
    }
}

/// The samples of one object, day by day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    days: Vec<DayValues>,
}

impl Series {
    /// Adds a sample. Samples usually arrive in chronological order, but the result does not depend
    /// on it.
    pub fn push(&mut self, sample: Sample) {
        self.insert(&DayValues::new(sample));
    }

    fn insert(&mut self, values: &DayValues) {
        let day = values.first.at.date();
        if let Some(last) = self.days.last_mut()
            && last.first.at.date() == day
        {
            last.merge(values);
            return;
        }
        match self.days.binary_search_by_key(&day, |known| known.first.at.date()) {
            Ok(at) => self.days[at].merge(values),
            Err(at) => self.days.insert(at, *values),
        }
    }

    /// The days with samples, in order.
    pub fn days(&self) -> &[DayValues] {
        &self.days
    }

    /// The days with samples from one day to another, both included.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> &[DayValues] {
        let start = self.days.partition_point(|values| values.first.at.date() < from);
        let end = self.days.partition_point(|values| values.first.at.date() <= to);
        self.days.get(start..end).unwrap_or_default()
    }

    /// The latest sample not after `moment`, as far as the aggregate still knows: on the day of
    /// `moment` the day's last sample, otherwise its first, otherwise the last one of an earlier
    /// day.
    pub fn at(&self, moment: NaiveDateTime) -> Option<Sample> {
        let end = self.days.partition_point(|values| values.first.at <= moment);
        let values = self.days.get(end.checked_sub(1)?)?;
        if values.last.at <= moment { Some(values.last) } else { Some(values.first) }
    }

    /// The number of samples added.
    pub fn count(&self) -> u64 {
        self.days.iter().map(|values| u64::from(values.count)).sum()
    }
}

/// Summary of one probe file.
#[derive(Debug, Clone, PartialEq)]
pub struct ProbeFile {
    /// The file.
    pub file: FileId,
    /// The folder below `probes/` that contains it: the name of a period.
    pub folder: String,
    /// Its earliest sample; `None` if no row was valid.
    pub earliest: Option<Sample>,
    /// Its latest sample.
    pub latest: Option<Sample>,
    /// The number of rows accepted.
    pub rows: u64,
    /// The number of rows rejected, each reported.
    pub rejected: u64,
}

/// Every series of a project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Probes {
    series: BTreeMap<SeriesKey, Series>,
    /// The files read, in order of path.
    pub files: Vec<ProbeFile>,
}

impl Probes {
    /// Adds a series; samples of the same days are merged.
    pub fn merge(&mut self, key: SeriesKey, series: Series) {
        match self.series.entry(key) {
            std::collections::btree_map::Entry::Vacant(vacant) => {
                vacant.insert(series);
            }
            std::collections::btree_map::Entry::Occupied(mut known) => {
                for values in &series.days {
                    known.get_mut().insert(values);
                }
            }
        }
    }

    /// The series of one object in the metric's own unit.
    pub fn get(&self, metric: &Metric, asset: &str, object: &str) -> Option<&Series> {
        // A lookup allocates its key; there are only a few hundred in a run.
        self.series.get(&SeriesKey {
            metric: metric.id.clone(),
            asset: asset.to_owned(),
            object: object.to_owned(),
            unit: metric.unit.clone(),
        })
    }

    /// The number of rows accepted, over all files.
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }

    /// Every series with its key, in order of metric, asset and object.
    pub fn iter(&self) -> impl Iterator<Item = (&SeriesKey, &Series)> {
        self.series.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Files;

    fn sample(files: &mut Files, at: &str, value: f64) -> Sample {
        Sample {
            at: crate::model::Moment::parse(at).unwrap().0,
            value,
            file: files.add("x.csv"),
            line: 2,
            column: 4,
        }
    }

    #[test]
    fn order_of_arrival_does_not_matter() {
        let mut files = Files::new("");
        let samples = [
            sample(&mut files, "2026-01-02 06:00", 3.0),
            sample(&mut files, "2026-01-01 18:00", 2.0),
            sample(&mut files, "2026-01-01 06:00", 1.0),
        ];
        let mut forward = Series::default();
        samples.iter().for_each(|sample| forward.push(*sample));
        let mut backward = Series::default();
        samples.iter().rev().for_each(|sample| backward.push(*sample));
        assert_eq!(forward, backward);
        assert_eq!(forward.count(), 3);
        let noon = crate::model::Moment::parse("2026-01-01 12:00").unwrap().0;
        assert_eq!(forward.at(noon).map(|sample| sample.value), Some(1.0));
    }
}
