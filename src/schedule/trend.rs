//! The growth of a value, and the day on which it will reach its limit.
//!
//! In: a series and a span of days. Out: [`Trend`], a straight line through the last values of each
//! day since the last extension, and a [`Forecast`] if there are enough samples. A forecast is
//! printed with its basis, so that a reader can judge it.

use chrono::{Days, NaiveDate};

use crate::model::{DayValues, Series};

/// The maximum number of days that a trend looks back.
const WINDOW: u64 = 180;
/// The minimum number of days with samples for a forecast.
const FEWEST_DAYS: usize = 14;
/// The minimum number of days between first and last sample.
const SHORTEST_SPAN: i64 = 30;
/// The minimum share of the variance that the line must explain.
const LEAST_FIT: f64 = 0.6;
/// A fall of more than this many units from one day to the next is an extension or a clean-up,
/// after which growth is measured anew.
const RESET_FALL: f64 = 2.0;
/// The maximum number of days that a forecast looks ahead.
const HORIZON: i64 = 3 * 365;

/// A straight line through daily values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trend {
    /// First day used.
    pub from: NaiveDate,
    /// Last day used.
    pub to: NaiveDate,
    /// The number of days with samples.
    pub days: usize,
    /// Growth per day, in the metric's unit.
    pub per_day: f64,
    /// The line's value on the last day.
    pub level: f64,
    /// Share of the variance that the line explains, 0 to 1.
    pub fit: f64,
}

/// When a trend reaches a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Forecast {
    /// Too few or too scattered samples.
    Unsupported,
    /// The value does not grow.
    Steady,
    /// Later than three years from now.
    Beyond,
    /// On about this day.
    On(NaiveDate),
    /// The value has already reached the limit.
    Reached,
}

/// Fits a line to the samples up to a day.
pub(crate) fn trend(series: &Series, to: NaiveDate) -> Option<Trend> {
    let from = to.checked_sub_days(Days::new(WINDOW))?;
    let days = since_reset(series.between(from, to));
    let (first, last) = (days.first()?, days.last()?);
    let start = first.last.at.date();
    let points: Vec<_> = days
        .iter()
        .map(|values| (days_between(start, values.last.at.date()), values.last.value))
        .collect();
    let (per_day, base, fit) = line(&points)?;
    let end = last.last.at.date();
    Some(Trend {
        from: start,
        to: end,
        days: points.len(),
        per_day,
        level: per_day.mul_add(days_between(start, end), base),
        fit,
    })
}

impl Trend {
    /// When the line reaches an upper bound.
    pub(crate) fn reaches(&self, bound: f64) -> Forecast {
        if self.level >= bound {
            return Forecast::Reached;
        }
        let span = (self.to - self.from).num_days();
        if self.days < FEWEST_DAYS || span < SHORTEST_SPAN {
            return Forecast::Unsupported;
        }
        // Growth of less than a tenth of a unit per quarter is negligible, however well a line fits
        // it.
        if self.per_day * 90.0 < 0.1 {
            return Forecast::Steady;
        }
        if self.fit < LEAST_FIT {
            return Forecast::Unsupported;
        }
        let ahead = ((bound - self.level) / self.per_day).ceil();
        if ahead > HORIZON as f64 {
            return Forecast::Beyond;
        }
        let ahead = Days::new(ahead.max(0.0) as u64);
        self.to.checked_add_days(ahead).map_or(Forecast::Beyond, Forecast::On)
    }
}

fn since_reset(days: &[DayValues]) -> &[DayValues] {
    let fall = |pair: &[DayValues]| match pair {
        [before, after] => before.last.value - after.last.value > RESET_FALL,
        _ => false,
    };
    let start = days.windows(2).rposition(fall).map_or(0, |at| at + 1);
    days.get(start..).unwrap_or_default()
}

fn days_between(from: NaiveDate, to: NaiveDate) -> f64 {
    (to - from).num_days() as f64
}

/// Least squares: growth, value at zero, share of the variance explained.
fn line(points: &[(f64, f64)]) -> Option<(f64, f64, f64)> {
    let count = points.len() as f64;
    if points.len() < 2 {
        return None;
    }
    let mean_x = points.iter().map(|point| point.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|point| point.1).sum::<f64>() / count;
    let mut xx = 0.0;
    let mut xy = 0.0;
    let mut yy = 0.0;
    for (x, y) in points {
        let (dx, dy) = (x - mean_x, y - mean_y);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    if xx == 0.0 {
        return None;
    }
    let growth = xy / xx;
    let fit = if yy == 0.0 { 1.0 } else { (xy * xy / (xx * yy)).min(1.0) };
    Some((growth, mean_y - growth * mean_x, fit))
}
