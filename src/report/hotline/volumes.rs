//! 受理情况: how much was asked, by channel, kind, function, department, month and hour.
//!
//! In: the counts of a period. Out: a chapter of its tables and charts.

use super::{Told, last_day};
use crate::report::Chart;
use crate::report::chart::{Bar, Caption, ColumnSeries, CountRow, bars_chart, columns_chart, heat_chart};
use crate::report::counts::{by_module, by_month, by_resolution, counted, crossed, month_name};
use crate::report::document::{Block, Chapter, Table};
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
        .with(crossed(&told.volume, &told.tickets))
        .with_all(picture("by-kind"))
        .with(Block::section("volumes-month", "按月分布"))
        .with(by_month(&told.volume, last_day(told)))
        .with_all(picture("by-month"))
        .with(Block::section("volumes-module", "功能模块与科室"))
        .with(by_module(&told.volume))
        .with_all(picture("by-module"))
        .with(by_department(told))
        .with(Block::section("volumes-resolution", "解决方式与受理时段"))
        .with(by_resolution(&told.volume))
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

fn by_department(told: &Told<'_, '_>) -> Table {
    counted("by-department", "各科室受理量", "科室", &told.volume.departments, told.volume.total)
}
