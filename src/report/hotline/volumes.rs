//! 受理情况: the number of tickets, by channel, kind, function, department, month and hour.
//!
//! In: the counts of a period. Out: a chapter with tables and charts of these counts.

use super::input::{HotlineInput, last_day};
use crate::report::Chart;
use crate::report::chart::{ColumnSeries, CountRow, columns_chart, heat_chart};
use crate::report::counts::{
    by_module, by_month, by_resolution, caption, counted, crossed, kinds_chart, modules_chart,
    month_name,
};
use crate::report::document::{Block, Chapter, Table};
use crate::schedule::Month;

pub(super) fn chapter(input: &HotlineInput<'_, '_>, charts: &mut Vec<Chart>) -> Chapter {
    let chapter = Chapter::new("volumes", "受理情况").on_new_page();
    if input.volume.total == 0 {
        return chapter
            .with(Block::nothing("—（本期未发生）本期各渠道均未收到用户来电、邮件和传真。"));
    }
    let volume = &input.volume;
    let mut draw = |chart: Option<Chart>| {
        let block = chart.as_ref().map(|chart| Block::chart(&chart.name));
        charts.extend(chart);
        block
    };
    let (kinds, months) = (draw(kinds_chart(volume)), draw(months_chart(input)));
    let (modules, hours) = (draw(modules_chart(volume)), draw(hours_chart(input)));
    chapter
        .with(Block::section("volumes-channel", "渠道与类别"))
        .with(crossed(&input.volume, &input.tickets))
        .with_all(kinds)
        .with(Block::section("volumes-month", "按月分布"))
        .with(by_month(&input.volume, last_day(input)))
        .with_all(months)
        .with(Block::section("volumes-module", "功能模块与科室"))
        .with(by_module(&input.volume))
        .with_all(modules)
        .with(by_department(input))
        .with(Block::section("volumes-resolution", "解决方式与受理时段"))
        .with(by_resolution(&input.volume))
        .with_all(hours)
}

fn months_chart(input: &HotlineInput<'_, '_>) -> Option<Chart> {
    let last = Month::of(input.context.as_of);
    let (labels, values): (Vec<_>, Vec<_>) = input
        .volume
        .months
        .iter()
        // A month that has not begun is missing, not zero.
        .map(|(month, count)| (month_name(*month), (*month <= last).then_some(*count as f64)))
        .unzip();
    let series = vec![ColumnSeries { name: "受理量".to_owned(), values }];
    columns_chart(caption("months", "各月受理量", "月份"), labels, series)
}

fn hours_chart(input: &HotlineInput<'_, '_>) -> Option<Chart> {
    const DAYS: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
    let columns = (0..24).map(|hour: usize| hour.to_string()).collect();
    let rows = DAYS.iter().zip(input.volume.hours);
    let rows =
        rows.map(|(day, counts)| CountRow { label: (*day).to_owned(), counts: counts.to_vec() });
    heat_chart(caption("hours", "受理时段（星期与小时）", "星期"), "时", columns, rows.collect())
}

fn by_department(input: &HotlineInput<'_, '_>) -> Table {
    counted("by-department", "各科室受理量", "科室", &input.volume.departments, input.volume.total)
}
