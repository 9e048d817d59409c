//! 服务数据: the figures of a year beside last year's, and every missed limit.
//!
//! In: counts, averages and clocks of two years. Out: a chapter of indicators, tables and charts. The same tables are in the
//! hotline records: the counts of the quarters sum to those of the year.

use super::input::{SummaryInput, Year};
use crate::model::{ClockDuty, Ticket};
use crate::report::clocks::{self, Breaches, Limited};
use crate::report::counts::{
    by_module, by_month, by_resolution, caption, crossed, kinds_chart, modules_chart,
};
use crate::report::document::{Block, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::report::{Chart, ColumnSeries, columns_chart, method, shared};
use crate::schedule::{Attainment, Average, Month};

pub(super) fn chapter(input: &SummaryInput<'_, '_>, charts: &mut Vec<Chart>) -> Chapter {
    let limited = clocks::limited(input.context, &input.now.tickets);
    let chapter = Chapter::new("figures", "服务数据")
        .on_new_page()
        .with(Block::section("figures-indicators", "服务指标"))
        .with_all(remarks(input))
        .with(indicators(input));
    let chapter = received(input, charts, chapter);
    let goal = |ticket: &Ticket| shared::ticket_goal(input.context, ticket);
    chapter
        .with(Block::section("figures-attainment", "时限达标与超时原因"))
        .with(clocks::attained(input.context, &limited))
        .with(Block::remark(clocks::ATTAINED))
        .with(Breaches { id: "breach-list", with_subject: true, goal: &goal }.draw(&limited))
}

/// What a reader must know before comparing two years.
fn remarks(input: &SummaryInput<'_, '_>) -> Vec<Block> {
    let Some(then) = &input.then else {
        return vec![Block::remark("本年度为服务期第一年，无上年数据。")];
    };
    let mut texts = Vec::new();
    if input.is_running() {
        texts.push(format!(
            "本年度尚未结束：本年数统计至{}，上年为{}全年数，两者的变化仅供参考。",
            format::long_day(input.last_day()),
            then.period.title
        ));
    }
    let days = |year: &Year<'_>| (year.period.to - year.period.from).num_days() + 1;
    // A leap year does not count as a different length.
    if (days(&input.now) - days(then)).abs() > 1 {
        texts.push(format!(
            "两个年度的长短不同：上年{}天（{}至{}），本年{}天。",
            days(then),
            format::long_day(then.period.from),
            format::long_day(then.period.to),
            days(&input.now)
        ));
    }
    texts.into_iter().map(Block::remark).collect()
}

// ---- 服务指标 ------------------------------------------------------------------------------------------------------

/// A row of figures: this year, last year, and their difference.
struct Indicator {
    name: String,
    standard: String,
    now: String,
    then: String,
    change: String,
}

impl Indicator {
    /// A count of tickets or visits.
    fn count(
        input: &SummaryInput<'_, '_>,
        name: &str,
        unit: &str,
        of: impl Fn(&Year<'_>) -> usize,
    ) -> Self {
        let (now, then) = (of(&input.now), input.then.as_ref().map(&of));
        let text = |count: usize| format!("{count}{unit}");
        let change = then.map(|then| format::signed_count(now, then));
        Self::new(name, NOTHING, [Some(text(now)), then.map(text), change])
    }

    /// A part of a whole.
    fn share(
        input: &SummaryInput<'_, '_>,
        name: &str,
        of: impl Fn(&Year<'_>) -> (usize, usize),
    ) -> Self {
        let (now, then) = (of(&input.now), input.then.as_ref().map(&of));
        let text = |(part, whole): (usize, usize)| match whole {
            0 => format!("{NOTHING}（未发生）"),
            _ => format!("{part}／{whole}（{}）", format::share(part, whole)),
        };
        let change = then.map(|then| format::points(now, then));
        Self::new(name, NOTHING, [Some(text(now)), then.map(text), change])
    }

    /// The attainment of a clause.
    fn clocks(name: &str, standard: &str, now: &Attainment, then: Option<&Attainment>) -> Self {
        let rate = |sum: &Attainment| (sum.met, sum.decided());
        let change = then.map(|then| format::points(rate(now), rate(then)));
        Self::new(name, standard, [Some(format::attained(now)), then.map(format::attained), change])
    }

    /// A mean duration.
    fn average(
        input: &SummaryInput<'_, '_>,
        name: &str,
        of: impl Fn(&Year<'_>) -> Option<Average>,
    ) -> Self {
        let (now, then) = (of(&input.now), input.then.as_ref().map(&of));
        let text = |average: Option<Average>| match average {
            None => format!("{NOTHING}（未发生）"),
            Some(Average { length, cases }) => format!("{}（{cases}件）", format::duration(length)),
        };
        let change = now
            .zip(then.flatten())
            .map(|(now, then)| format::signed_duration(now.length - then.length));
        Self::new(name, "合同未约定，仅供参考", [Some(text(now)), then.map(text), change])
    }

    fn new(name: &str, standard: &str, cells: [Option<String>; 3]) -> Self {
        let [now, then, change] = cells.map(|cell| cell.unwrap_or_else(|| NOTHING.to_owned()));
        Self { name: name.to_owned(), standard: standard.to_owned(), now, then, change }
    }
}

fn indicators(input: &SummaryInput<'_, '_>) -> Table {
    let parts = [
        ("受理量", volume_rows(input)),
        ("答复与解决", settled_rows(input)),
        ("时限达标率", clock_rows(input)),
        ("平均时长", average_rows(input)),
    ];
    let rows =
        parts.into_iter().flat_map(|(part, rows)| rows.into_iter().map(move |row| (part, row)));
    let rows: Vec<_> = rows.collect();
    Table::of("indicators", "服务指标", &rows)
        .sections(|(part, _)| *part)
        .column("指标名称", Width::Text, |(_, indicator)| &indicator.name)
        .column("服务标准", Width::Text, |(_, indicator)| &indicator.standard)
        .column("本年", Width::Text, |(_, indicator)| &indicator.now)
        .column("上年", Width::Text, |(_, indicator)| &indicator.then)
        .column("变化", Width::Name, |(_, indicator)| &indicator.change)
        .build()
}

fn volume_rows(input: &SummaryInput<'_, '_>) -> Vec<Indicator> {
    let mut rows = vec![Indicator::count(input, "受理总量", "件", |year| year.volume.total)];
    for (channel, _) in &input.now.volume.channels {
        let name = format!("按渠道：{}", channel.word());
        rows.push(Indicator::count(input, &name, "件", |year| year.volume.channel(*channel)));
    }
    for (kind, _) in &input.now.volume.kinds {
        let name = format!("按类别：{}", kind.word());
        rows.push(Indicator::count(input, &name, "件", |year| year.volume.kind(*kind)));
    }
    rows.push(Indicator::share(input, "工作时段以外受理", |year| {
        (year.volume.out_of_hours, year.volume.total)
    }));
    rows
}

fn settled_rows(input: &SummaryInput<'_, '_>) -> Vec<Indicator> {
    vec![
        Indicator::share(input, "即时答复", |year| (year.volume.instant, year.volume.total)),
        Indicator::share(input, "已关闭", |year| (year.volume.closed, year.volume.total)),
        Indicator::share(input, "故障经电话或远程解决", |year| {
            (year.handling.remote_faults, year.handling.closed_faults)
        }),
        Indicator::count(input, "到场次数", "次", |year| year.handling.visits),
        Indicator::count(input, "典型问题", "件", |year| year.volume.typical),
    ]
}

fn clock_rows(input: &SummaryInput<'_, '_>) -> Vec<Indicator> {
    let sla = &input.context.contract.record.sla;
    let now = clocks::limited(input.context, &input.now.tickets);
    let then = input.then.as_ref().map(|year| clocks::limited(input.context, &year.tickets));
    let mut rows: Vec<_> = now
        .iter()
        .enumerate()
        .map(|(at, limited)| {
            let then = then.as_ref().and_then(|then| then.get(at)).map(Limited::attainment);
            let name = format!("{}　{}", limited.clause.id, limited.duty.word());
            let standard = method::limit_words(sla, limited.duty);
            Indicator::clocks(&name, &standard, &limited.attainment(), then.as_ref())
        })
        .collect();
    if rows.len() > 1 {
        let then = then.map(|then| clocks::together(&then));
        rows.push(Indicator::clocks("各条款时限合计", NOTHING, &input.limits, then.as_ref()));
    }
    rows
}

/// Averages of the durations that the contract limits; duties that the contract does not name have no row.
fn average_rows(input: &SummaryInput<'_, '_>) -> Vec<Indicator> {
    let promised = |duties: &[ClockDuty]| {
        let mut clauses = input.context.contract.record.clauses.iter();
        clauses.any(|clause| clause.clock.is_some_and(|duty| duties.contains(&duty)))
    };
    let mut rows = Vec::new();
    if promised(&[ClockDuty::Response]) {
        rows.push(Indicator::average(
            input,
            "平均响应时长（工作时段内受理）",
            |year| year.handling.response,
        ));
    }
    if promised(&[ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer]) {
        rows.push(Indicator::average(input, "平均答复时长（非即时答复）", |year| {
            year.handling.answer
        }));
    }
    rows
}

// ---- 受理量 --------------------------------------------------------------------------------------------------------

fn received(input: &SummaryInput<'_, '_>, charts: &mut Vec<Chart>, chapter: Chapter) -> Chapter {
    let volume = &input.now.volume;
    if volume.total == 0 {
        return chapter
            .with(Block::section("figures-volumes", "受理情况"))
            .with(Block::nothing("—（本年未发生）本年度各渠道均未收到用户来电、邮件和传真。"));
    }
    let mut draw = |chart: Option<Chart>| {
        let block = chart.as_ref().map(|chart| Block::chart(&chart.name));
        charts.extend(chart);
        block
    };
    let (months, kinds, modules) =
        (draw(months(input)), draw(kinds_chart(volume)), draw(modules_chart(volume)));
    chapter
        .with(Block::section("figures-month", "按月分布"))
        .with_all(months)
        .with(by_month(volume, input.last_day()))
        .with(Block::section("figures-channel", "渠道与类别"))
        .with(crossed(volume, &input.now.tickets))
        .with_all(kinds)
        .with(Block::section("figures-module", "功能模块"))
        .with_all(modules)
        .with(by_module(volume))
        .with(Block::section("figures-resolution", "解决方式与受理时段"))
        .with(by_resolution(volume))
}

/// Received tickets by month, this year beside last year; a month that has not begun has no column.
fn months(input: &SummaryInput<'_, '_>) -> Option<Chart> {
    let months = &input.now.volume.months;
    let across =
        months.first().map(|(month, _)| month.year) != months.last().map(|(month, _)| month.year);
    let label = |month: &Month| match across {
        true => format!("{}-{:02}", month.year, month.month),
        false => format!("{}月", month.month),
    };
    let reached = Month::of(input.last_day());
    let now = months.iter().map(|(month, count)| (*month <= reached).then_some(*count as f64));
    let mut series = vec![ColumnSeries { name: input.period.title.clone(), values: now.collect() }];
    if let Some(then) = &input.then {
        let of = |month: &Month| {
            let before = Month { year: month.year - 1, month: month.month };
            let known = then.volume.months.iter().find(|(known, _)| *known == before);
            known.map(|(_, count)| *count as f64)
        };
        let values = months.iter().map(|(month, _)| of(month)).collect();
        series.push(ColumnSeries { name: then.period.title.clone(), values });
    }
    let labels = months.iter().map(|(month, _)| label(month)).collect();
    columns_chart(caption("months", "各月受理量", "月份"), labels, series)
}
