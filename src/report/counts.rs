//! Received tickets as tables, the same in every report that counts them.
//!
//! In: the counts of a period. Out: tables by channel and kind, month, function and way of settlement, and charts by
//! kind and function. The hotline record shows them for its quarter, the summary for its year: each cell of a year is
//! the sum of its quarters.

use chrono::NaiveDate;

use super::document::{Cell, Row, Table, TableOf, Width};
use super::format::{self, NOTHING};
use super::{Bar, Caption, Chart, bars_chart};
use crate::schedule::{Month, Timed, Volume};
use crate::source::masked;

/// Functions beyond this number have no bar of their own; the table has all.
const BARS: usize = 12;

/// Channels as rows, kinds as columns, with sums of both.
pub(super) fn crossed(volume: &Volume<'_>, tickets: &[&Timed<'_>]) -> Table {
    let of = |channel, kind| {
        let tickets = tickets.iter().map(|timed| &timed.ticket.record);
        tickets.filter(|ticket| ticket.channel == channel && ticket.kind == kind).count()
    };
    let table = Table::of("by-channel", "各渠道、各类别受理量", &volume.channels)
        .unit("件")
        .column("渠道", Width::Text, |(channel, _)| channel.word())
        .total("合计");
    let crossed = volume.kinds.iter().fold(table, |table, (kind, count)| {
        table.column(kind.word(), Width::Count, |(channel, _)| of(*channel, *kind)).total(*count)
    });
    counted_columns(crossed, "合计", volume.total, |(_, count)| *count).build()
}

/// Counts with their sum, and the share of each.
fn counted_columns<T>(
    table: TableOf<T>,
    head: &str,
    total: usize,
    count: impl Fn(&T) -> usize,
) -> TableOf<T> {
    table
        .column(head, Width::Count, &count)
        .total(total)
        .column("占比", Width::Count, |item| format::share(count(item), total))
        .total(format::share(total, total))
}

/// 2026年9月.
pub(super) fn month_name(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

/// By month of the period. A month that has not begun by the last day counted has no figure yet, which is not zero.
pub(super) fn by_month(volume: &Volume<'_>, last: NaiveDate) -> Table {
    let total = volume.total;
    let begun = |(month, count): &(Month, usize)| (*month <= Month::of(last)).then_some(*count);
    Table::of("by-month", "各月受理量", &volume.months)
        .unit("件")
        .column("月份", Width::Text, |(month, _)| month_name(*month))
        .total("合计")
        .column("受理", Width::Count, |month| begun(month))
        .total(total)
        .column("占比", Width::Count, |month| {
            begun(month).map(|count| format::share(count, total))
        })
        .total(format::share(total, total))
        .build()
}

/// Names with counts, shares and their sum.
pub(super) fn counted(
    id: &str,
    title: &str,
    head: &str,
    counts: &[(&str, usize)],
    total: usize,
) -> Table {
    let table = Table::of(id, title, counts)
        .unit("件")
        .column(head, Width::Text, |(name, _)| named(name))
        .total("合计");
    counted_columns(table, "受理", total, |(_, count)| *count).build()
}

/// The name, or a remark that the records give none.
pub(super) fn named(name: &str) -> &str {
    if name.is_empty() { "未注明" } else { name }
}

/// By function.
pub(super) fn by_module(volume: &Volume<'_>) -> Table {
    counted("by-module", "各功能模块受理量", "功能模块", &volume.modules, volume.total)
}

/// By way of settlement, with open tickets and those received outside service hours.
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

/// A remark in a row of its own: a part of the total, not an additional part.
fn outside(volume: &Volume<'_>) -> Row {
    let (count, total) = (volume.out_of_hours, volume.total);
    let share = if total == 0 { NOTHING.to_owned() } else { format::share(count, total) };
    Row::new([Cell::from("其中：工作时段以外受理"), Cell::from(count), Cell::from(share)])
}

/// The caption of a chart of received tickets, with the heading of its rows.
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
