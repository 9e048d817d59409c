//! Charts of counted figures.
//!
//! In: names and figures, counted elsewhere. Out: a [`Chart`] with a sentence that names what stands out and the table
//! of the same figures; `None` where there is nothing to show. Sums here are those of the table's own cells.

use super::{
    Bar, Bars, Chart, ColumnSeries, Columns, CountRow, Drawing, Heat, Level, Stacked, Table, Tone,
    figure,
};
use crate::report::format::NOTHING;

/// The number of values that the alternative text names one by one.
const NAMED: usize = 3;

/// The texts around a chart.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Caption<'a> {
    /// Name within its report.
    pub name: &'a str,
    /// What is shown, without the word for the kind of chart.
    pub title: &'a str,
    /// Unit of the values.
    pub unit: &'a str,
    /// Heading of the table's first column: 月份.
    pub object: &'a str,
    /// Whether a sum of the values is meaningful; sums of shares and averages are not.
    pub summed: bool,
}

impl Caption<'_> {
    fn chart(&self, drawing: Drawing, alt: String, table: Table) -> Chart {
        let (name, title, unit) =
            (self.name.to_owned(), self.title.to_owned(), self.unit.to_owned());
        Chart { name, title, alt, unit, drawing, table, note: None }
    }

    /// 12件.
    fn amount(&self, value: f64) -> String {
        format!("{}{}", figure(value), self.unit)
    }

    /// 合计12件，; empty where a sum is not meaningful.
    fn sum(&self, values: impl Iterator<Item = f64>) -> String {
        if self.summed { format!("合计{}，", self.amount(values.sum())) } else { String::new() }
    }
}

/// Columns over labels, one to three series; `None` where every value is zero or missing.
pub(crate) fn columns_chart(
    caption: Caption<'_>,
    labels: Vec<String>,
    series: Vec<ColumnSeries>,
) -> Option<Chart> {
    let mut values = series.iter().flat_map(|series| &series.values).flatten();
    if !values.any(|value| *value > 0.0) {
        return None;
    }
    let spoken: Vec<_> = series.iter().map(|series| spoken(&caption, &labels, series)).collect();
    let alt = format!("{}柱形图：{}。", caption.title, spoken.join("；"));
    let heads = series.iter().map(|series| series.name.clone());
    let columns = std::iter::once(caption.object.to_owned()).chain(heads).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let cell = |series: &ColumnSeries| series.values.get(index).copied().flatten();
        let cells =
            series.iter().map(|series| cell(series).map_or_else(|| NOTHING.to_owned(), figure));
        rows.push(std::iter::once(label.clone()).chain(cells).collect());
    }
    if caption.summed {
        let sums = series.iter().map(|series| figure(series.values.iter().flatten().sum()));
        rows.push(std::iter::once("合计".to_owned()).chain(sums).collect());
    }
    let drawing = Drawing::Columns(Columns { labels, series });
    Some(caption.chart(drawing, alt, Table { columns, rows }))
}

/// 2026年合计210件，最高为8月，32件; if there are few values, each is named.
fn spoken(caption: &Caption<'_>, labels: &[String], series: &ColumnSeries) -> String {
    let pairs = labels.iter().zip(&series.values);
    let pairs: Vec<_> =
        pairs.filter_map(|(label, value)| Some((label.as_str(), (*value)?))).collect();
    if pairs.is_empty() {
        return format!("{}尚无数据", series.name);
    }
    let sum = caption.sum(pairs.iter().map(|(_, value)| *value));
    if pairs.len() <= NAMED {
        let all: Vec<_> = pairs
            .iter()
            .map(|(label, value)| format!("{label}{}", caption.amount(*value)))
            .collect();
        return format!("{}{sum}{}", series.name, all.join("、"));
    }
    format!("{}{sum}最高为{}", series.name, highest(caption, &pairs))
}

/// 8月，32件; all equal maxima are named if they are few.
fn highest(caption: &Caption<'_>, pairs: &[(&str, f64)]) -> String {
    let most = pairs.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    let names: Vec<_> =
        pairs.iter().filter(|(_, value)| *value >= most).map(|(name, _)| *name).collect();
    match names.as_slice() {
        [name] => format!("{name}，{}", caption.amount(most)),
        names if names.len() <= NAMED => {
            format!("{}，各{}", names.join("、"), caption.amount(most))
        }
        names => format!(
            "{}等{}项，各{}",
            names.first().unwrap_or(&""),
            names.len(),
            caption.amount(most)
        ),
    }
}

/// Bars in the given order; `None` where every value is zero.
pub(crate) fn bars_chart(caption: Caption<'_>, bars: Vec<Bar>) -> Option<Chart> {
    if !bars.iter().any(|bar| bar.value > 0.0) {
        return None;
    }
    let mut order: Vec<_> = bars.iter().filter(|bar| bar.value > 0.0).collect();
    order.sort_by(|left, right| right.value.total_cmp(&left.value));
    let first =
        order.iter().take(NAMED).map(|bar| format!("{}{}", bar.label, caption.amount(bar.value)));
    let first: Vec<_> = first.collect();
    let sum = caption.sum(bars.iter().map(|bar| bar.value));
    let alt =
        format!("{}条形图，共{}项：{sum}居前的是{}。", caption.title, bars.len(), first.join("、"));
    let head = if caption.summed { "数量" } else { "数值" };
    let mut rows: Vec<_> =
        bars.iter().map(|bar| vec![bar.label.clone(), figure(bar.value)]).collect();
    if caption.summed {
        rows.push(vec!["合计".to_owned(), figure(bars.iter().map(|bar| bar.value).sum())]);
    }
    let table = Table { columns: vec![caption.object.to_owned(), head.to_owned()], rows };
    Some(caption.chart(Drawing::Bars(Bars { bars }), alt, table))
}

/// A divided bar for each question; `None` where there are no answers.
pub(crate) fn stacked_chart(
    caption: Caption<'_>,
    levels: Vec<Level>,
    rows: Vec<CountRow>,
) -> Option<Chart> {
    if !rows.iter().any(|row| total(row) > 0) {
        return None;
    }
    let sums = levels.iter().enumerate().map(|(index, level)| {
        let sum: usize = rows.iter().filter_map(|row| row.counts.get(index)).sum();
        format!("{}{sum}", level.name)
    });
    let sums: Vec<_> = sums.collect();
    let against = against(&caption, &levels, &rows);
    let alt = format!(
        "{}堆叠条形图，共{}题，各题相加：{}{against}。",
        caption.title,
        rows.len(),
        sums.join("、")
    );
    let heads = levels.iter().map(|level| level.name.clone());
    let table = counts(caption.object, heads, &rows);
    Some(caption.chart(Drawing::Stacked(Stacked { levels, rows }), alt, table))
}

/// ；不满意、非常不满意最多的是“Q3”，3人.
fn against(caption: &Caption<'_>, levels: &[Level], rows: &[CountRow]) -> String {
    let negative =
        |index: usize| levels.get(index).is_some_and(|level| level.tone == Tone::Negative);
    let pairs = rows.iter().map(|row| {
        let counts = row.counts.iter().enumerate().filter(|(index, _)| negative(*index));
        (format!("“{}”", row.label), counts.map(|(_, count)| *count).sum::<usize>() as f64)
    });
    let pairs: Vec<_> = pairs.collect();
    let pairs: Vec<_> = pairs.iter().map(|(label, count)| (label.as_str(), *count)).collect();
    if !pairs.iter().any(|(_, count)| *count > 0.0) {
        return String::new();
    }
    let words =
        levels.iter().filter(|level| level.tone == Tone::Negative).map(|level| level.name.as_str());
    let words: Vec<_> = words.collect();
    format!("；{}最多的是{}", words.join("、"), highest(caption, &pairs))
}

/// A grid of counts; `across` names the columns (时). `None` where every count is zero.
pub(crate) fn heat_chart(
    caption: Caption<'_>,
    across: &str,
    columns: Vec<String>,
    rows: Vec<CountRow>,
) -> Option<Chart> {
    let cells = rows.iter().flat_map(|row| {
        let cells = columns.iter().zip(&row.counts);
        cells.map(|(column, count)| (format!("{}{column}{across}", row.label), *count as f64))
    });
    let cells: Vec<_> = cells.collect();
    if !cells.iter().any(|(_, count)| *count > 0.0) {
        return None;
    }
    let sum = caption.sum(cells.iter().map(|(_, count)| *count));
    let cells: Vec<_> = cells.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    let by_row: Vec<_> = rows.iter().map(|row| (row.label.as_str(), total(row) as f64)).collect();
    let heads: Vec<_> = columns.iter().map(|column| format!("{column}{across}")).collect();
    let by_column = heads.iter().enumerate().map(|(index, head)| {
        let counts = rows.iter().filter_map(|row| row.counts.get(index));
        (head.as_str(), counts.sum::<usize>() as f64)
    });
    let by_column: Vec<_> = by_column.collect();
    let alt = format!(
        "{}热力图：{sum}按{}最多为{}；按{across}最多为{}；单格最多为{}。",
        caption.title,
        caption.object,
        highest(&caption, &by_row),
        highest(&caption, &by_column),
        highest(&caption, &cells),
    );
    let table = counts(caption.object, columns.iter().cloned(), &rows);
    let drawing = Drawing::Heat(Heat { across: across.to_owned(), columns, rows });
    Some(caption.chart(drawing, alt, table))
}

fn total(row: &CountRow) -> usize {
    row.counts.iter().sum()
}

/// Counts by row, with the sum of each.
fn counts(object: &str, heads: impl Iterator<Item = String>, rows: &[CountRow]) -> Table {
    let columns = std::iter::once(object.to_owned()).chain(heads).chain(["合计".to_owned()]);
    let rows = rows.iter().map(|row| {
        let cells = row.counts.iter().copied().chain([total(row)]).map(|count| count.to_string());
        std::iter::once(row.label.clone()).chain(cells).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}
