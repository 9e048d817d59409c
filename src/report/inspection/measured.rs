//! The measurements of an item: value, limit, last period, change, and when a limit would be reached.
//!
//! In: the measurements of an inspection and of the one before. Out: for each limit a heading, a table, a
//! chart of what fills up, and forecasts; all figures are taken from `schedule`.

use chrono::NaiveDate;

use super::input::InspectionInput;
use crate::model::{Clause, Limit, Series};
use crate::report::Chart;
use crate::report::chart::{Drawn, trend_chart};
use crate::report::document::{Block, Cell, Table, TableOf, Width};
use crate::report::format;
use crate::report::verdicts::{judgement_class, judgement_word, limit_text, title};
use crate::schedule::{Forecast, Judgement, Measurement, Trend, shown_value, trend};

/// A limit of a clause with its measurements of this inspection and of the one before.
struct MeasuredLimit<'a, 'm> {
    input: &'m InspectionInput<'a, 'm>,
    limit: &'a Limit,
    readings: Vec<&'m Measurement<'a>>,
    earlier: Vec<&'m Measurement<'a>>,
    /// Clause and limit by their positions in the contract, for anchors and names of charts.
    key: String,
}

/// The blocks about the measurements of a clause.
pub(super) fn blocks<'a>(
    input: &InspectionInput<'a, '_>,
    clause: &'a Clause,
    charts: &mut Vec<Chart>,
) -> Vec<Block> {
    let readings = |inspection| input.context.evaluator.clause_readings(clause, inspection);
    let (now, then) = (readings(input.inspection), input.before.map(readings).unwrap_or_default());
    let clauses = &input.context.contract.record.clauses;
    let number = clauses.iter().position(|other| other.id == clause.id).unwrap_or_default();
    let mut blocks = Vec::new();
    for (index, limit) in clause.limits.iter().enumerate() {
        let of_limit = |reading: &&Measurement<'_>| reading.limit_index == index;
        let measured = MeasuredLimit {
            input,
            limit,
            readings: now.iter().filter(of_limit).collect(),
            earlier: then.iter().filter(of_limit).collect(),
            key: format!("{number}-{index}"),
        };
        blocks.extend(measured.blocks(charts));
    }
    blocks
}

impl<'a> MeasuredLimit<'a, '_> {
    fn blocks(&self, charts: &mut Vec<Chart>) -> Vec<Block> {
        let Some(first) = self.readings.first() else { return Vec::new() };
        let (title, unit) = (title(self.limit, first), &first.metric.unit);
        let mut blocks = vec![
            Block::Topic {
                id: format!("detail-{}", self.key),
                about: format!("条款{}", first.clause.id),
                title: title.clone(),
                remark: format!("限值：{}", limit_text(self.limit, unit)),
            },
            self.table(first, &title).into(),
        ];
        if let Some(chart) = self.chart(&title) {
            let (name, number) = (chart.name.clone(), String::new());
            blocks.push(Block::Chart { name, number, figures: "各次巡检时的值" });
            charts.push(chart);
        }
        blocks.extend(self.forecasts(&title));
        blocks
    }

    // ---- values ---------------------------------------------------------------------------------

    fn table(&self, first: &Measurement<'_>, title: &str) -> TableOf<&Measurement<'a>> {
        let sized = self.readings.iter().any(|reading| self.sizes(reading)[0].is_some());
        let unit = &first.metric.unit;
        let extreme = if self.limit.at_least.is_some() { "本期最低" } else { "本期最高" };
        let id = format!("measured-{}", self.key);
        let mut table = Table::of(&id, title, self.readings.iter().copied()).column(
            first.metric.of.word(),
            Width::Text,
            |reading| Cell::from(reading.object.title()).note(self.asset(reading)),
        );
        if sized {
            table = table
                .column("总量", Width::Count, |reading| self.sizes(reading)[0].clone())
                .column("已用", Width::Count, |reading| self.sizes(reading)[1].clone());
        }
        table
            .column("本期", Width::Count, |reading| self.now(reading))
            .column("上期", Width::Count, |reading| self.shown(self.then(reading)))
            .column("变化", Width::Count, |reading| self.change(reading))
            .column(extreme, Width::Count, |reading| self.shown(self.extreme(reading)))
            .column("结论", Width::Verdict, |reading| verdict(reading.judgement))
            .unit(&if sized { format!("容量GB，使用率{unit}") } else { unit.clone() })
            .figures()
    }

    fn now(&self, reading: &Measurement<'_>) -> Cell {
        let value = self.shown(value(reading)).unwrap_or_else(|| "无采样".to_owned());
        Cell::judged(value, judgement_class(reading.judgement))
    }

    /// The value at the previous inspection.
    fn then(&self, reading: &Measurement<'_>) -> Option<f64> {
        let earlier = self.earlier.iter().find(|other| other.object == reading.object)?;
        value(earlier)
    }

    fn change(&self, reading: &Measurement<'_>) -> Option<String> {
        Some(format::signed(value(reading)? - self.then(reading)?))
    }

    fn shown(&self, value: Option<f64>) -> Option<String> {
        Some(shown_value(Some(self.limit), value?))
    }

    /// True if objects belong to several assets, so that a name alone is ambiguous.
    fn at_several_assets(&self) -> bool {
        let mut assets = self.readings.iter().map(|reading| reading.object.asset);
        let first = assets.next();
        assets.any(|asset| Some(asset) != first)
    }

    /// The asset of a part, where it must be named.
    fn asset(&self, reading: &Measurement<'a>) -> &'a str {
        let named = !reading.object.part.is_empty() && self.at_several_assets();
        if named { reading.object.asset_name } else { "" }
    }

    /// The object's name, with its asset's where that must be named.
    fn name(&self, reading: &Measurement<'a>) -> String {
        let name = format!("{} {}", self.asset(reading), reading.object.title());
        name.trim_start().to_owned()
    }

    /// Total and used size at the end of the inspection, where the metric has them.
    fn sizes(&self, reading: &Measurement<'_>) -> [Option<String>; 2] {
        let evaluator = &self.input.context.evaluator;
        let end = self.input.inspection.record.finished_at.0;
        let sizes = [&reading.metric.total, &reading.metric.used];
        sizes.map(|id| {
            let metric = evaluator.metric(id.as_deref()?)?;
            let sample = evaluator.sample(metric, &reading.object, end)?;
            Some(format!("{:.2}", sample.value))
        })
    }

    fn series(&self, reading: &Measurement<'_>) -> Option<&'a Series> {
        let probes = &self.input.context.records.probes;
        probes.get(reading.metric, reading.object.asset, reading.object.part)
    }

    /// The value of the period so far that is nearest to the limit.
    fn extreme(&self, reading: &Measurement<'_>) -> Option<f64> {
        let period = self.input.period;
        let days = self.series(reading)?.between(period.from, period.to.min(self.last_day()));
        if self.limit.at_least.is_some() {
            return days.iter().map(|values| values.least).min_by(f64::total_cmp);
        }
        days.iter().map(|values| values.greatest).max_by(f64::total_cmp)
    }

    fn last_day(&self) -> NaiveDate {
        self.input.inspection.record.finished_at.day()
    }

    // ---- what fills up ----------------------------------------------------------------------------

    /// The measurements of space that fills up: for these a trend shows when action is required. The
    /// load of a processor has no trend.
    fn capacities(&self) -> impl Iterator<Item = &'_ Measurement<'a>> {
        let fills = |reading: &&Measurement<'_>| {
            self.limit.below.is_some()
                && reading.metric.total.is_some()
                && reading.judgement != Judgement::Unjudged
        };
        self.readings.iter().copied().filter(fills)
    }

    fn chart(&self, title: &str) -> Option<Chart> {
        let records = self.input.context.records;
        let drawn = self.capacities().filter_map(|reading| {
            Some(Drawn { name: self.name(reading), reading, series: self.series(reading)? })
        });
        let end = self.last_day();
        let mut past: Vec<_> =
            records.inspections.iter().map(|inspection| &inspection.record).collect();
        past.retain(|record| record.finished_at.day() <= end);
        past.sort_by_key(|record| record.finished_at);
        let stops: Vec<_> = past
            .into_iter()
            .map(|record| (record.period.clone(), record.finished_at.day()))
            .collect();
        let from = self.input.context.contract.record.term.from.0;
        let name = format!("trend-{}", self.key);
        trend_chart(name, format!("{title}趋势"), drawn.collect(), from, end, &stops)
    }

    fn forecasts(&self, title: &str) -> Option<Block> {
        let bound = self.limit.below?;
        let trends = self.capacities().filter_map(|reading| {
            reading.sample?;
            Some((reading, trend(self.series(reading)?, self.last_day())?))
        });
        Table::of(&format!("forecast-{}", self.key), &format!("{title}预测"), trends)
            .column("对象", Width::Text, |(reading, _)| self.name(reading))
            .column("当前值", Width::Count, |(reading, _)| {
                let value = self.shown(value(reading))?;
                Some(format!("{value}{}", reading.metric.unit))
            })
            .column("月均增长", Width::Count, |(_, trend)| monthly(trend, bound))
            .column("预测", Width::Text, |(reading, trend)| {
                forecast_text(trend.reaches(bound), bound, &reading.metric.unit)
            })
            .column("依据", Width::Remark, |(_, trend)| basis(trend))
            .figures()
            .if_any()
    }
}

fn value(reading: &Measurement<'_>) -> Option<f64> {
    reading.sample.map(|sample| sample.value)
}

/// A measurement that is listed only for reference has no verdict.
fn verdict(judgement: Judgement) -> Cell {
    match judgement {
        Judgement::Unjudged => Cell::from(judgement_word(judgement)),
        _ => Cell::judged(judgement_word(judgement), judgement_class(judgement)),
    }
}

/// Extrapolating the growth of one week to a month would give a figure that nothing supports.
fn monthly(trend: &Trend, bound: f64) -> Option<String> {
    let supported = trend.reaches(bound) != Forecast::Unsupported;
    supported.then(|| format::signed(trend.per_day * 30.0))
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
