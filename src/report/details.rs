//! Measured items in detail: value, limit, last quarter, change, and when a limit would be reached.
//!
//! In: the readings of an inspection and of the one before. Out: tables, trend charts and forecasts, all figures taken from
//! `schedule`.

use serde::Serialize;

use super::chart::{Chart, Drawn, trend_chart};
use super::format::{self, NOTHING};
use super::kind::ReportContext;
use crate::model::{Clause, Inspection, Limit, LimitSource, Series, Sourced};
use crate::schedule::{Forecast, Judgement, Measurement, Period, Trend, shown_value, trend};

/// The table of one limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Detail {
    /// The clause.
    pub clause: String,
    /// Caption.
    pub title: String,
    /// Unit of all values, printed once.
    pub unit: String,
    /// The limit in words.
    pub limit: String,
    /// Heading of the first column.
    pub object_title: &'static str,
    /// True if total and used size are known.
    pub with_sizes: bool,
    /// True if the objects lie at several assets, so that the asset must be told.
    pub with_assets: bool,
    /// Heading of the period's extreme: the highest value, or the lowest where the limit is a lower bound.
    pub peak_title: &'static str,
    /// One row an object.
    pub rows: Vec<DetailRow>,
    /// Names of the charts that belong here.
    pub charts: Vec<String>,
    /// Forecasts, one a judged object.
    pub forecasts: Vec<ForecastRow>,
}

/// One object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct DetailRow {
    /// The object.
    pub object: String,
    /// Where it is.
    pub asset: String,
    /// Total size.
    pub total: String,
    /// Used size.
    pub used: String,
    /// The value.
    pub value: String,
    /// Value at the inspection before.
    pub previous: String,
    /// Change since then.
    pub change: String,
    /// Greatest value of the period so far.
    pub peak: String,
    /// Verdict in words.
    pub verdict: &'static str,
    /// Verdict for styles.
    pub class: &'static str,
    /// When it was measured.
    pub measured_at: String,
}

/// When an object reaches its limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ForecastRow {
    /// The object.
    pub object: String,
    /// The value now.
    pub value: String,
    /// Growth a month, in the metric's unit.
    pub monthly: String,
    /// The forecast in words.
    pub forecast: String,
    /// What it rests on.
    pub basis: String,
}

/// Tables and charts of one clause.
pub(super) struct Details {
    /// The tables.
    pub tables: Vec<Detail>,
    /// The charts.
    pub charts: Vec<Chart>,
}

/// Describes what was measured for a clause.
pub(super) fn details<'a>(
    context: &ReportContext<'a>,
    clause: &'a Clause,
    inspection: &'a Sourced<Inspection>,
    before: Option<&'a Sourced<Inspection>>,
    period: &Period,
) -> Details {
    let now = context.evaluator.clause_readings(clause, inspection);
    let then =
        before.map(|before| context.evaluator.clause_readings(clause, before)).unwrap_or_default();
    let mut details = Details { tables: Vec::new(), charts: Vec::new() };
    for (index, limit) in clause.limits.iter().enumerate() {
        let readings: Vec<_> = now.iter().filter(|reading| reading.limit_index == index).collect();
        let earlier: Vec<_> = then.iter().filter(|reading| reading.limit_index == index).collect();
        let Some(first) = readings.first() else { continue };
        let chart = chart(context, limit, &readings, inspection, index);
        let charts = chart.iter().map(|chart| chart.name.clone()).collect();
        let rows: Vec<_> = readings
            .iter()
            .map(|reading| row(context, reading, &earlier, inspection, period))
            .collect();
        details.tables.push(Detail {
            clause: clause.id.clone(),
            title: title(limit, first),
            unit: first.metric.unit.clone(),
            limit: limit_text(limit, &first.metric.unit),
            object_title: first.metric.of.word(),
            with_sizes: rows.iter().any(|row| row.total != NOTHING),
            with_assets: rows.iter().any(|row| {
                row.asset != NOTHING && Some(&row.asset) != rows.first().map(|first| &first.asset)
            }),
            peak_title: if limit.at_least.is_some() { "本期最低" } else { "本期最高" },
            rows,
            charts,
            forecasts: forecasts(context, limit, &readings, inspection),
        });
        details.charts.extend(chart);
    }
    details
}

/// What a limit is measured by, with the objects meant: 表空间使用率（业务）.
pub(super) fn title(limit: &Limit, reading: &Measurement<'_>) -> String {
    let scope = limit.scope.map(|scope| format!("（{scope}）")).unwrap_or_default();
    format!("{}{scope}", reading.metric.title)
}

/// 少于90%（合同值），80%起提示关注（建议值）.
pub(super) fn limit_text(limit: &Limit, unit: &str) -> String {
    let bound = |words: &str, value: Option<f64>| {
        value.map(|value| format!("{words}{}{unit}", format::plain(value)))
    };
    let bounds: Vec<_> = [
        bound("少于", limit.below),
        bound("不超过", limit.at_most),
        bound("不低于", limit.at_least),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut text = format!("{}（{}）", bounds.join("且"), limit.source);
    if let Some(advise) = limit.advise {
        let direction = if limit.at_least.is_some() { "以下" } else { "起" };
        text += &format!(
            "，{}{unit}{direction}提示关注（{}）",
            format::plain(advise),
            LimitSource::Advisory
        );
    }
    text
}

fn row(
    context: &ReportContext<'_>,
    reading: &Measurement<'_>,
    earlier: &[&Measurement<'_>],
    inspection: &Sourced<Inspection>,
    period: &Period,
) -> DetailRow {
    let before = earlier.iter().find(|other| other.object == reading.object);
    let value = reading.sample.map(|sample| sample.value);
    let previous = before.and_then(|before| before.sample).map(|sample| sample.value);
    let change = value.zip(previous).map(|(now, then)| format::signed(now - then));
    let shown = |value: Option<f64>| {
        value.map_or_else(|| NOTHING.to_owned(), |value| shown_value(Some(reading.limit), value))
    };
    let object = &reading.object;
    let asset = if object.part.is_empty() { NOTHING } else { object.asset_name };
    DetailRow {
        object: object.title().to_owned(),
        asset: asset.to_owned(),
        total: size(context, reading, reading.metric.total.as_deref(), inspection),
        used: size(context, reading, reading.metric.used.as_deref(), inspection),
        value: value.map_or_else(|| "无采样".to_owned(), |value| shown(Some(value))),
        previous: shown(previous),
        change: change.unwrap_or_else(|| NOTHING.to_owned()),
        peak: shown(peak(context, reading, inspection, period)),
        verdict: judgement_word(reading.judgement),
        class: judgement_class(reading.judgement),
        measured_at: reading
            .sample
            .map_or_else(|| NOTHING.to_owned(), |sample| format::short_moment(sample.at)),
    }
}

fn size(
    context: &ReportContext<'_>,
    reading: &Measurement<'_>,
    metric: Option<&str>,
    inspection: &Sourced<Inspection>,
) -> String {
    let metric = metric.and_then(|id| context.evaluator.metric(id));
    let end = inspection.record.finished_at.0;
    let sample = metric.and_then(|metric| context.evaluator.sample(metric, &reading.object, end));
    sample.map_or_else(|| NOTHING.to_owned(), |sample| format!("{:.2}", sample.value))
}

fn series<'a>(context: &ReportContext<'a>, reading: &Measurement<'_>) -> Option<&'a Series> {
    context.records.probes.get(reading.metric, reading.object.asset, reading.object.part)
}

fn peak(
    context: &ReportContext<'_>,
    reading: &Measurement<'_>,
    inspection: &Sourced<Inspection>,
    period: &Period,
) -> Option<f64> {
    let end = period.to.min(inspection.record.finished_at.day());
    let days = series(context, reading)?.between(period.from, end);
    if reading.limit.at_least.is_some() {
        return days.iter().map(|values| values.least).min_by(f64::total_cmp);
    }
    days.iter().map(|values| values.greatest).max_by(f64::total_cmp)
}

/// The object's name; with its asset's, where the same names occur at several assets.
fn name_of(reading: &Measurement<'_>, readings: &[&Measurement<'_>]) -> String {
    let object = &reading.object;
    let several = readings.iter().any(|other| other.object.asset != object.asset);
    if object.part.is_empty() || !several {
        return object.title().to_owned();
    }
    format!("{} {}", object.asset_name, object.part)
}

/// The word of a judgement.
pub(super) const fn judgement_word(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Within => "正常",
        Judgement::Advisory => "关注",
        Judgement::Missed => "异常",
        Judgement::Unmeasured => "无采样",
        Judgement::Unjudged => "仅供参考",
    }
}

/// The class of a judgement, as verdicts have it.
pub(super) const fn judgement_class(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Within => "normal",
        Judgement::Advisory => "attention",
        Judgement::Missed => "abnormal",
        Judgement::Unmeasured => "skipped",
        Judgement::Unjudged => "not-applicable",
    }
}

/// True if a limit speaks of room that fills up: there a trend says when action is due. The load of a processor has no trend.
fn is_capacity(limit: &Limit, reading: &Measurement<'_>) -> bool {
    limit.below.is_some() && reading.metric.total.is_some()
}

/// A chart of how room fills up.
fn chart(
    context: &ReportContext<'_>,
    limit: &Limit,
    readings: &[&Measurement<'_>],
    inspection: &Sourced<Inspection>,
    index: usize,
) -> Option<Chart> {
    let judged = readings
        .iter()
        .filter(|reading| reading.judgement != Judgement::Unjudged && is_capacity(limit, reading));
    let drawn: Vec<Drawn<'_>> =
        judged.filter_map(|reading| drawn(context, reading, readings)).collect();
    let first = drawn.first()?.reading;
    let end = inspection.record.finished_at.day();
    let mut past: Vec<_> =
        context.records.inspections.iter().map(|inspection| &inspection.record).collect();
    past.sort_by_key(|record| record.finished_at);
    let stops: Vec<_> = past
        .into_iter()
        .filter(|record| record.finished_at.day() <= end)
        .map(|record| (record.period.clone(), record.finished_at.day()))
        .collect();
    let clauses = &context.contract.record.clauses;
    let number = clauses.iter().position(|clause| clause.id == first.clause.id).unwrap_or_default();
    let name = format!("trend-{number}-{index}");
    let title = format!("{}趋势", title(limit, first));
    let from = context.contract.record.term.from.0;
    trend_chart(name, title, drawn, from, end, &stops)
}

fn drawn<'a>(
    context: &ReportContext<'a>,
    reading: &'a Measurement<'a>,
    all: &[&Measurement<'_>],
) -> Option<Drawn<'a>> {
    Some(Drawn { name: name_of(reading, all), reading, series: series(context, reading)? })
}

fn forecasts(
    context: &ReportContext<'_>,
    limit: &Limit,
    readings: &[&Measurement<'_>],
    inspection: &Sourced<Inspection>,
) -> Vec<ForecastRow> {
    let Some(bound) = limit.below else { return Vec::new() };
    let end = inspection.record.finished_at.day();
    let judged = readings
        .iter()
        .filter(|reading| reading.judgement != Judgement::Unjudged && is_capacity(limit, reading));
    judged
        .filter_map(|reading| {
            let trend = trend(series(context, reading)?, end)?;
            let value = reading.sample?.value;
            let forecast = trend.reaches(bound);
            // A week's climb drawn out to a month would be a figure that nothing supports.
            let monthly = match forecast {
                Forecast::Unsupported => NOTHING.to_owned(),
                _ => format::signed(trend.per_day * 30.0),
            };
            Some(ForecastRow {
                object: name_of(reading, readings),
                value: shown_value(Some(limit), value),
                monthly,
                forecast: forecast_text(forecast, bound, &reading.metric.unit),
                basis: basis(&trend),
            })
        })
        .collect()
}

fn forecast_text(forecast: Forecast, bound: f64, unit: &str) -> String {
    let bound = format!("{}{unit}", format::plain(bound));
    match forecast {
        Forecast::Unsupported => "采样不足或波动较大，不作预测".to_owned(),
        Forecast::Steady => "基本不增长".to_owned(),
        Forecast::Beyond => format!("三年内不会达到{bound}"),
        Forecast::On(day) => format!("约{}达到{bound}", format::long_day(day)),
        Forecast::Reached => format!("已达到{bound}"),
    }
}

fn basis(trend: &Trend) -> String {
    let (from, to) = (format::short_day(trend.from), format::short_day(trend.to));
    format!("{from}～{to}，{}天采样，拟合优度{:.2}", trend.days, trend.fit)
}
