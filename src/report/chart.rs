//! A chart as data.
//!
//! In: series of samples. Out: [`Chart`]: lines, mark lines, an alternative text and the table behind it. `render` draws it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::format;
use crate::model::Series;
use crate::schedule::{Reading, shown_value};

/// More lines than this cannot be told apart; the fullest objects are drawn.
const MOST_LINES: usize = 6;

/// A chart over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Name within its report.
    pub name: String,
    /// Caption.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Unit of the values.
    pub unit: String,
    /// First and last day of the axis.
    pub from: NaiveDate,
    /// Last day of the axis.
    pub to: NaiveDate,
    /// The lines.
    pub lines: Vec<Line>,
    /// Lines across.
    pub marks: Vec<Mark>,
    /// The same in figures.
    pub table: Table,
    /// What was left out, if anything.
    pub note: Option<String>,
}

/// One object's values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The object.
    pub name: String,
    /// Day and value.
    pub points: Vec<(NaiveDate, f64)>,
}

/// A line across the chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Its value.
    pub value: f64,
    /// What it means.
    pub label: String,
    /// How it is drawn.
    pub kind: MarkKind,
}

/// How a mark line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A value that must not be reached.
    Limit,
    /// A value from which attention is due.
    Advice,
}

/// Figures in rows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Table {
    /// Headings.
    pub columns: Vec<String>,
    /// Cells.
    pub rows: Vec<Vec<String>>,
}

/// One object of a chart.
pub(super) struct Drawn<'a> {
    /// The object's name, unlike every other in the chart.
    pub name: String,
    /// Its reading.
    pub reading: &'a Reading<'a>,
    /// Its samples.
    pub series: &'a Series,
}

/// Draws the values of objects of one limit from `from` to `to`; `None` where no line can be drawn.
pub(super) fn trend_chart(
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
    Some(Chart {
        name,
        alt,
        unit: first.metric.unit.clone(),
        from,
        to,
        lines: drawn.iter().map(|drawn| line(drawn, from, to)).collect(),
        marks,
        table: table(&drawn, stops),
        note: (all > MOST_LINES).then(|| format!("共{all}个对象，图中绘出使用率最高的{MOST_LINES}个。")),
        title,
    })
}

/// The last value of each week, and the very last.
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
    let columns = std::iter::once("对象".to_owned()).chain(stops.iter().map(|(name, _)| name.clone()));
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
