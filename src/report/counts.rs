//! Received tickets as tables, the same in every report that counts them.
//!
//! In: the counts of a period. Out: tables by channel and kind, month, function and way of settlement, and charts by kind and
//! function. The hotline record tells them of its quarter, the summary of its year: cell by cell, quarters sum to their year.

use chrono::NaiveDate;

use super::document::{Cell, Column, Row, Table, Width, columns};
use super::format::{self, NOTHING};
use super::{Bar, Caption, Chart, bars_chart};
use crate::schedule::{Month, Timed, Volume};
use crate::source::masked;

/// More functions than this have no bar of their own; the table has all.
const BARS: usize = 12;

/// Channels down, kinds across: both sums in one table.
pub(super) fn crossed(volume: &Volume<'_>, tickets: &[&Timed<'_>]) -> Table {
    let mut heads = vec![Column::new("渠道", Width::Text)];
    heads.extend(volume.kinds.iter().map(|(kind, _)| Column::new(kind.word(), Width::Count)));
    heads.push(Column::new("合计", Width::Count));
    heads.push(Column::new("占比", Width::Count));
    let of = |channel, kind| {
        let tickets = tickets.iter().map(|timed| &timed.ticket.record);
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
pub(super) fn month_name(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

/// By month of the period. A month that has not begun by the last day counted has no figure yet, which is not zero.
pub(super) fn by_month(volume: &Volume<'_>, last: NaiveDate) -> Table {
    let names: Vec<_> =
        volume.months.iter().map(|(month, count)| (month_name(*month), *count)).collect();
    let counts: Vec<_> = names.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    let mut table = counted("by-month", "各月受理量", "月份", &counts, volume.total);
    for (row, (month, _)) in table.rows.iter_mut().zip(&volume.months) {
        if *month > Month::of(last) {
            row.cells.iter_mut().skip(1).for_each(|cell| *cell = Cell::from(NOTHING));
        }
    }
    table
}

fn sum(total: usize) -> Row {
    Row::total([Cell::from("合计"), Cell::from(total), Cell::from(format::share(total, total))])
}

/// Names with counts, shares and their sum.
pub(super) fn counted(
    id: &str,
    title: &str,
    head: &str,
    counts: &[(&str, usize)],
    total: usize,
) -> Table {
    let heads = columns(&[(head, Width::Text), ("受理", Width::Count), ("占比", Width::Count)]);
    let row = |(name, count): &(&str, usize)| {
        Row::new([
            Cell::from(named(name)),
            Cell::from(*count),
            Cell::from(format::share(*count, total)),
        ])
    };
    Table::new(id, title, heads).unit("件").rows(counts.iter().map(row).chain([sum(total)]))
}

/// The name, or that the records give none.
pub(super) fn named(name: &str) -> &str {
    if name.is_empty() { "未注明" } else { name }
}

/// By function.
pub(super) fn by_module(volume: &Volume<'_>) -> Table {
    counted("by-module", "各功能模块受理量", "功能模块", &volume.modules, volume.total)
}

/// By way of settlement, with what is open, and what came in outside the hours.
pub(super) fn by_resolution(volume: &Volume<'_>) -> Table {
    let mut counts: Vec<(&str, usize)> =
        volume.resolutions.iter().map(|(resolution, count)| (resolution.word(), *count)).collect();
    let known: usize = counts.iter().map(|(_, count)| count).sum();
    let open = volume.total - volume.closed;
    counts.push(("已关闭，未注明方式", volume.closed - known));
    counts.push(("未关闭", open));
    counts.retain(|(_, count)| *count > 0);
    let mut table = counted("by-resolution", "解决方式", "解决方式", &counts, volume.total);
    table.rows.push(outside(volume));
    table
}

/// A remark in a row of its own: part of the whole, not a further part.
fn outside(volume: &Volume<'_>) -> Row {
    let (count, total) = (volume.out_of_hours, volume.total);
    let share = if total == 0 { NOTHING.to_owned() } else { format::share(count, total) };
    Row::new([Cell::from("其中：工作时段以外受理"), Cell::from(count), Cell::from(share)])
}

/// How a chart of received tickets is called, and what its rows are.
pub(super) const fn caption<'c>(name: &'c str, title: &'c str, object: &'c str) -> Caption<'c> {
    Caption { name, title, unit: "件", object, summed: true }
}

/// By kind, as bars.
pub(super) fn kinds_chart(volume: &Volume<'_>) -> Option<Chart> {
    let bars = volume.kinds.iter().map(|(kind, count)| bar(kind.word(), *count));
    bars_chart(caption("kinds", "各类别受理量", "类别"), bars.collect())
}

/// By function, as bars.
pub(super) fn modules_chart(volume: &Volume<'_>) -> Option<Chart> {
    let shown = volume.modules.iter().take(BARS);
    let mut bars: Vec<_> = shown.map(|(name, count)| bar(named(name), *count)).collect();
    let rest = volume.modules.get(BARS..).unwrap_or_default();
    if !rest.is_empty() {
        bars.push(bar(
            &format!("其余{}个模块", rest.len()),
            rest.iter().map(|(_, count)| count).sum(),
        ));
    }
    bars_chart(caption("modules", "各功能模块受理量", "功能模块"), bars)
}

fn bar(label: &str, count: usize) -> Bar {
    Bar { label: masked(label), value: count as f64 }
}
