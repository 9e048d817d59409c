//! A chart over time.
//!
//! In: series of samples. Out: a [`Chart`] of lines and mark lines. Separate from charts of counted figures because it
//! aggregates samples and knows limits.

use chrono::{Datelike, NaiveDate};

use super::{Chart, Drawing, Line, Mark, MarkKind, Table, Trend};
use crate::model::Series;
use crate::report::format;
use crate::schedule::{Measurement, shown_value};

/// More lines than this cannot be distinguished; the fullest objects are drawn.
const MOST_LINES: usize = 6;

/// One object of a chart.
pub(in crate::report) struct Drawn<'a> {
    /// The object's name, unique in the chart.
    pub name: String,
    pub reading: &'a Measurement<'a>,
    pub series: &'a Series,
}

/// Charts the values of the objects of one limit from `from` to `to`; `None` where no line can be drawn.
pub(in crate::report) fn trend_chart(
    name: String,
    title: String,
    mut drawn: Vec<Drawn<'_>>,
    from: NaiveDate,
    to: NaiveDate,
    stops: &[(String, NaiveDate)],
) -> Option<Chart> {
    drawn.retain(|drawn| drawn.series.between(from, to).len() > 1);
    let first = drawn.first()?.reading;
    let all = drawn.len();
    if all > MOST_LINES {
        let fullness = |drawn: &Drawn<'_>| drawn.reading.sample.map_or(0.0, |sample| sample.value);
        drawn.sort_by(|left, right| fullness(right).total_cmp(&fullness(left)));
        drawn.truncate(MOST_LINES);
    }
    let limit = first.limit;
    let mut marks = Vec::new();
    if let Some(value) = limit.below.or(limit.at_most).or(limit.at_least) {
        let label = format!("{}{}{}", limit.source, format::plain(value), first.metric.unit);
        marks.push(Mark { value, label, kind: MarkKind::Limit });
    }
    if let Some(value) = limit.advise {
        let label = format!("建议值{}{}", format::plain(value), first.metric.unit);
        marks.push(Mark { value, label, kind: MarkKind::Advice });
    }
    let alt = alternative(&title, &drawn, from, to);
    let lines = drawn.iter().map(|drawn| line(drawn, from, to)).collect();
    Some(Chart {
        name,
        alt,
        unit: first.metric.unit.clone(),
        drawing: Drawing::Trend(Trend { from, to, lines, marks }),
        table: table(&drawn, stops),
        note: (all > MOST_LINES)
            .then(|| format!("共{all}个对象，图中绘出使用率最高的{MOST_LINES}个。")),
        title,
    })
}

/// The last value of each week, and the very last value.
fn line(drawn: &Drawn<'_>, from: NaiveDate, to: NaiveDate) -> Line {
    let mut points: Vec<(NaiveDate, f64)> = Vec::new();
    let week = |day: NaiveDate| day.num_days_from_ce().div_euclid(7);
    for values in drawn.series.between(from, to) {
        let (day, value) = (values.last.at.date(), values.last.value);
        match points.last_mut() {
            Some(last) if week(last.0) == week(day) => *last = (day, value),
            _ => points.push((day, value)),
        }
    }
    Line { name: drawn.name.clone(), points }
}

fn alternative(title: &str, drawn: &[Drawn<'_>], from: NaiveDate, to: NaiveDate) -> String {
    let ends: Vec<_> = drawn
        .iter()
        .filter_map(|drawn| {
            let days = drawn.series.between(from, to);
            let (first, last) = (days.first()?.last.value, days.last()?.last.value);
            let (unit, name) = (&drawn.reading.metric.unit, &drawn.name);
            Some(format!("{name}由{first:.2}{unit}到{last:.2}{unit}"))
        })
        .collect();
    let span = format!("{}至{}", format::long_day(from), format::long_day(to));
    format!("{title}折线图，{span}：{}。", ends.join("；"))
}

/// Value of each object at the end of each inspection.
fn table(drawn: &[Drawn<'_>], stops: &[(String, NaiveDate)]) -> Table {
    let columns =
        std::iter::once("对象".to_owned()).chain(stops.iter().map(|(name, _)| name.clone()));
    let rows = drawn.iter().map(|drawn| {
        let values = stops.iter().map(|(_, day)| {
            let end = day.and_hms_opt(23, 59, 59);
            let sample = end.and_then(|end| drawn.series.at(end));
            sample.map_or_else(
                || format::NOTHING.to_owned(),
                |sample| shown_value(Some(drawn.reading.limit), sample.value),
            )
        });
        std::iter::once(drawn.name.clone()).chain(values).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}
