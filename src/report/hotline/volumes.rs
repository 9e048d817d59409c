//! 受理情况: how much was asked, by channel, kind, function, department, month and hour.
//!
//! In: the counts of a period. Out: a chapter of its tables and charts.

use super::Told;
use crate::report::Chart;
use crate::report::chart::{Bar, Caption, ColumnSeries, CountRow, bars_chart, columns_chart, heat_chart};
use crate::report::document::{Block, Cell, Chapter, Column, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING};
use crate::schedule::Month;
use crate::source::masked;

/// More functions than this have no row of their own in the chart; the table has all.
const SHOWN: usize = 12;

pub(super) fn chapter(told: &Told<'_, '_>, charts: &mut Vec<Chart>) -> Chapter {
    let chapter = Chapter::new("volumes", "受理情况").on_new_page();
    if told.volume.total == 0 {
        return chapter.with(Block::nothing("—（本期未发生）本期各渠道均未收到用户来电、邮件和传真。"));
    }
    let drawn = [
        ("by-kind", kinds_chart(told)),
        ("by-month", months_chart(told)),
        ("by-module", modules_chart(told)),
        ("by-hour", hours_chart(told)),
    ];
    let mut picture = |name: &str| {
        let chart = drawn.iter().find(|(known, _)| *known == name).and_then(|(_, chart)| chart.clone())?;
        let block = Block::chart(&chart.name);
        charts.push(chart);
        Some(block)
    };
    chapter
        .with(Block::section("volumes-channel", "渠道与类别"))
        .with(crossed(told))
        .with_all(picture("by-kind"))
        .with(Block::section("volumes-month", "按月分布"))
        .with(by_month(told))
        .with_all(picture("by-month"))
        .with(Block::section("volumes-module", "功能模块与科室"))
        .with(by_module(told))
        .with_all(picture("by-module"))
        .with(by_department(told))
        .with(Block::section("volumes-resolution", "解决方式与受理时段"))
        .with(by_resolution(told))
        .with_all(picture("by-hour"))
}

const fn caption<'c>(name: &'c str, title: &'c str, object: &'c str) -> Caption<'c> {
    Caption { name, title, unit: "件", object, summed: true }
}

fn kinds_chart(told: &Told<'_, '_>) -> Option<Chart> {
    let kinds = told.volume.kinds.iter();
    let bars = kinds.map(|(kind, count)| Bar { label: kind.word().to_owned(), value: *count as f64 });
    bars_chart(caption("kinds", "各类别受理量", "类别"), bars.collect())
}

fn months_chart(told: &Told<'_, '_>) -> Option<Chart> {
    let last = Month::of(told.material.as_of);
    let (labels, values): (Vec<_>, Vec<_>) = told
        .volume
        .months
        .iter()
        // A month that has not begun is a gap, not a nought.
        .map(|(month, count)| (month_name(*month), (*month <= last).then_some(*count as f64)))
        .unzip();
    let series = vec![ColumnSeries { name: "受理量".to_owned(), values }];
    columns_chart(caption("months", "各月受理量", "月份"), labels, series)
}

fn modules_chart(told: &Told<'_, '_>) -> Option<Chart> {
    let named = told.volume.modules.iter().filter(|(name, _)| !name.is_empty()).take(SHOWN);
    let bars = named.map(|(name, count)| Bar { label: masked(name), value: *count as f64 });
    bars_chart(caption("modules", "各功能模块受理量", "功能模块"), bars.collect())
}

fn hours_chart(told: &Told<'_, '_>) -> Option<Chart> {
    const DAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    let columns = (0..24).map(|hour: usize| hour.to_string()).collect();
    let rows = DAYS.iter().zip(told.volume.hours);
    let rows = rows.map(|(day, counts)| CountRow { label: (*day).to_owned(), counts: counts.to_vec() });
    heat_chart(caption("hours", "受理时段（星期与小时）", "星期"), "时", columns, rows.collect())
}

/// Channels down, kinds across: both sums in one table.
fn crossed(told: &Told<'_, '_>) -> Table {
    let volume = &told.volume;
    let mut heads = vec![Column::new("渠道", Width::Text)];
    heads.extend(volume.kinds.iter().map(|(kind, _)| Column::new(kind.word(), Width::Count)));
    heads.push(Column::new("合计", Width::Count));
    heads.push(Column::new("占比", Width::Count));
    let of = |channel, kind| {
        let tickets = told.tickets.iter().map(|timed| &timed.ticket.record);
        tickets.filter(|ticket| ticket.channel == channel && ticket.kind == kind).count()
    };
    let rows = volume.channels.iter().map(|(channel, count)| {
        let kinds = volume.kinds.iter().map(|(kind, _)| Cell::from(of(*channel, *kind)));
        let sums = [Cell::from(*count), Cell::from(format::share(*count, volume.total))];
        Row::new([Cell::from(channel.word())].into_iter().chain(kinds).chain(sums))
    });
    let kinds = volume.kinds.iter().map(|(_, count)| Cell::from(*count));
    let sums = [Cell::from(volume.total), Cell::from(format::share(volume.total, volume.total))];
    let total = Row::total([Cell::from("合计")].into_iter().chain(kinds).chain(sums));
    Table::new("by-channel", "各渠道、各类别受理量", heads).unit("件").rows(rows.chain([total]))
}

/// 2026年9月.
pub(in crate::report) fn month_name(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

fn by_month(told: &Told<'_, '_>) -> Table {
    let heads = columns(&[("月份", Width::Text), ("受理", Width::Count), ("占比", Width::Count)]);
    let total = told.volume.total;
    let row = |(month, count): &(Month, usize)| {
        Row::new([
            Cell::from(month_name(*month)),
            Cell::from(*count),
            Cell::from(format::share(*count, total)),
        ])
    };
    Table::new("by-month", "各月受理量", heads)
        .unit("件")
        .rows(told.volume.months.iter().map(row).chain([sum(total)]))
}

fn sum(total: usize) -> Row {
    Row::total([Cell::from("合计"), Cell::from(total), Cell::from(format::share(total, total))])
}

fn counted(id: &str, title: &str, head: &str, counts: &[(&str, usize)], total: usize) -> Table {
    let heads = columns(&[(head, Width::Text), ("受理", Width::Count), ("占比", Width::Count)]);
    let row = |(name, count): &(&str, usize)| {
        let name = if name.is_empty() { "未注明" } else { name };
        Row::new([Cell::from(name), Cell::from(*count), Cell::from(format::share(*count, total))])
    };
    Table::new(id, title, heads).unit("件").rows(counts.iter().map(row).chain([sum(total)]))
}

fn by_module(told: &Told<'_, '_>) -> Table {
    counted("by-module", "各功能模块受理量", "功能模块", &told.volume.modules, told.volume.total)
}

fn by_department(told: &Told<'_, '_>) -> Table {
    counted("by-department", "各科室受理量", "科室", &told.volume.departments, told.volume.total)
}

fn by_resolution(told: &Told<'_, '_>) -> Table {
    let volume = &told.volume;
    let mut counts: Vec<(&str, usize)> =
        volume.resolutions.iter().map(|(resolution, count)| (resolution.word(), *count)).collect();
    let known: usize = counts.iter().map(|(_, count)| count).sum();
    let open = volume.total - volume.closed;
    counts.push(("已关闭，未注明方式", volume.closed - known));
    counts.push(("未关闭", open));
    counts.retain(|(_, count)| *count > 0);
    let mut table = counted("by-resolution", "解决方式", "解决方式", &counts, volume.total);
    table.rows.push(outside(told));
    table
}

/// A remark in a row of its own: part of the whole, not a further part.
fn outside(told: &Told<'_, '_>) -> Row {
    let (count, total) = (told.volume.out_of_hours, told.volume.total);
    let share = if total == 0 { NOTHING.to_owned() } else { format::share(count, total) };
    Row::new([Cell::from("其中：工作时段以外受理"), Cell::from(count), Cell::from(share)])
}
