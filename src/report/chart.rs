//! A chart as data.
//!
//! In: series of samples, or counted figures with their names. Out: [`Chart`]: what is drawn, an alternative text and the
//! table of the same values. `render` draws it.

mod figures;
mod trend;

use chrono::NaiveDate;
use serde::Serialize;

use super::format;

pub(crate) use figures::{Caption, bars_chart, columns_chart, heat_chart, stacked_chart};
pub(super) use trend::{Drawn, trend_chart};

/// A chart.
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
    /// What is drawn.
    #[serde(flatten)]
    pub drawing: Drawing,
    /// The same values as a table.
    pub table: Table,
    /// What was left out, if anything.
    pub note: Option<String>,
}

/// What is drawn, and how.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "drawing", rename_all = "kebab-case")]
pub enum Drawing {
    /// Lines over time.
    Trend(Trend),
    /// Columns side by side.
    Columns(Columns),
    /// Bars below each other.
    Bars(Bars),
    /// Bars of one length, each divided.
    Stacked(Stacked),
    /// A grid shaded by its counts.
    Heat(Heat),
}

/// Lines over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trend {
    /// First day of the axis.
    pub from: NaiveDate,
    /// Last day of the axis.
    pub to: NaiveDate,
    /// The lines.
    pub lines: Vec<Line>,
    /// Horizontal lines.
    pub marks: Vec<Mark>,
}

/// One object's values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The object.
    pub name: String,
    /// Day and value.
    pub points: Vec<(NaiveDate, f64)>,
}

/// A horizontal line across the chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Its value.
    pub value: f64,
    /// What it means.
    pub label: String,
    /// How it is drawn.
    pub kind: MarkKind,
}

/// The style of a horizontal line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A value that must not be reached.
    Limit,
    /// A value from which attention is required.
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

/// Columns side by side: one of each series over every label.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Columns {
    /// The labels below the columns: months.
    pub labels: Vec<String>,
    /// One to three series, the most important first.
    pub series: Vec<ColumnSeries>,
}

/// Values of one kind, a column for each label.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnSeries {
    /// Its name in the legend.
    pub name: String,
    /// A value for each label; `None` where there is nothing to count yet, which is not the same as zero.
    pub values: Vec<Option<f64>>,
}

/// Bars one below the other, in the given order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bars {
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Its label.
    pub label: String,
    /// Its length.
    pub value: f64,
}

/// Bars of equal length, each divided by the distribution of its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stacked {
    /// The levels, best first.
    pub levels: Vec<Level>,
    /// A row for each question, a count for each level.
    pub rows: Vec<CountRow>,
}

/// A level of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Level {
    /// Its word on the scale.
    pub name: String,
    /// Whether it is for or against.
    pub tone: Tone,
}

/// Whether an answer is for or against; decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// For.
    Positive,
    /// Neither.
    Neutral,
    /// Against.
    Negative,
    /// No opinion given.
    Unknown,
}

/// Counts under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountRow {
    /// What was counted.
    pub label: String,
    /// A count for each level or column.
    pub counts: Vec<usize>,
}

/// A grid shaded by its counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heat {
    /// What the columns are: 时.
    pub across: String,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// A row for each weekday, a count for each column.
    pub rows: Vec<CountRow>,
}

/// A value as printed in a chart and its table: at most two decimals, without trailing zeros.
pub(crate) fn figure(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let Ok(whole) = whole.parse() else { return format::NOTHING.to_owned() };
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    let sign = if value < 0.0 && (whole > 0 || !decimals.is_empty()) { "−" } else { "" };
    format!("{sign}{}{point}{decimals}", format::count(whole))
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_have_no_needless_decimals() {
        let texts: Vec<_> =
            [0.0, 12.0, 1234.5, 0.126, 99.999, -3.5, -0.001, f64::NAN].map(figure).to_vec();
        assert_eq!(
            texts,
            ["0", "12", "1,234.5", "0.13", "100", "−3.5", "0", "—"].map(str::to_owned)
        );
    }
}
