//! 交付物清单: every report that is due in the span, and what was handed over.
//!
//! In: the reports of the span and the deliveries. Out: one row per delivery, and one for each report without a
//! delivery. The result of accepting a report is quoted from its record.

use super::input::AcceptanceInput;
use super::report_index::ReportIndex;
use crate::model::{AcceptanceWord, Delivery};
use crate::report::document::{Block, Cell, Chapter, Link, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::report::shared;

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let rows = input.report_index.iter().flat_map(|report| rows(input, report));
    let table = Table::of("deliverables-list", "交付物清单", rows)
        .column("报告编号", Width::Name, |(report, _)| {
            Cell::from(&report.number).note(if report.is_draft { "草稿" } else { "" })
        })
        .column("报告", Width::Name, |(report, _)| {
            let goal = shared::link(report.kind.id, &report.period.id, "summary");
            Cell::from(report.name()).to(goal)
        })
        .column("交付日期", Width::Day, |(_, delivery)| {
            delivery.map(|delivery| format::short_day(delivery.delivered_on.0))
        })
        .column("文件名与SHA-256", Width::References, |(_, delivery)| {
            delivery.map_or_else(|| Cell::from(NOTHING), files)
        })
        .column("接收人", Width::Word, |(_, delivery)| {
            person(input, delivery.and_then(|delivery| delivery.received_by.as_deref()))
        })
        .column("验收日期", Width::Day, |(_, delivery)| {
            let accepted = delivery.and_then(|delivery| delivery.accepted_on);
            accepted.map(|day| format::short_day(day.0))
        })
        .column("验收人", Width::Word, |(_, delivery)| {
            person(input, delivery.and_then(|delivery| delivery.accepted_by.as_deref()))
        })
        .column("结论", Width::Verdict, |(report, delivery)| match delivery {
            Some(delivery) => Cell::from(delivery.conclusion.map(concluded)),
            None if report.is_draft => Cell::judged("草稿", "skipped"),
            None => Cell::judged("未登记交付", "attention"),
        })
        .column("备注", Width::Text, |(_, delivery)| {
            delivery.and_then(|delivery| delivery.remark.as_deref())
        });
    Chapter::new("deliverables", "交付物清单")
        .across()
        .with(Block::text(counted(input)))
        .with(table.or(Block::nothing("本期没有应交付的报告。")))
        .with(Block::remark(
            "交付日期、接收人、验收人和结论取自交付登记；SHA-256用于核对所持文件与交付文件是否一致。",
        ))
}

/// The deliveries of a report, in chronological order.
pub(super) fn deliveries<'a>(
    input: &AcceptanceInput<'a, '_>,
    report: &ReportIndex,
) -> Vec<&'a Delivery> {
    let all = input.context.records.deliveries.iter().map(|sourced| &sourced.record);
    let mut own: Vec<_> = all
        .filter(|delivery| {
            delivery.report == report.kind.id
                && delivery.period == report.period.id
                && delivery.delivered_on.0 <= input.context.as_of
        })
        .collect();
    own.sort_by_key(|delivery| (delivery.delivered_on, &delivery.id));
    own
}

/// The final reports without a delivery.
pub(super) fn undelivered<'t>(input: &'t AcceptanceInput<'_, '_>) -> Vec<&'t ReportIndex> {
    let due = input.report_index.iter().filter(|report| !report.is_draft);
    due.filter(|report| deliveries(input, report).is_empty()).collect()
}

/// 应交付报告13份: 已登记交付7份，未登记交付4份，草稿2份.
pub(super) fn counted(input: &AcceptanceInput<'_, '_>) -> String {
    let handed =
        input.report_index.iter().filter(|report| !deliveries(input, report).is_empty()).count();
    let missing = undelivered(input).len();
    let all = input.report_index.len();
    let drafts = all - handed - missing;
    let mut text = format!("本期应编制报告{all}份：已登记交付{handed}份");
    for (word, count) in [("未登记交付", missing), ("尚为草稿", drafts)] {
        if count > 0 {
            text += &format!("，{word}{count}份");
        }
    }
    text + "。"
}

/// A report with each of its deliveries, or with none.
fn rows<'t, 'a>(
    input: &AcceptanceInput<'a, '_>,
    report: &'t ReportIndex,
) -> Vec<(&'t ReportIndex, Option<&'a Delivery>)> {
    let deliveries = deliveries(input, report);
    if deliveries.is_empty() {
        return vec![(report, None)];
    }
    deliveries.into_iter().map(|delivery| (report, Some(delivery))).collect()
}

fn person<'p>(input: &'p AcceptanceInput<'_, '_>, id: Option<&'p str>) -> Option<&'p str> {
    id.map(|id| shared::name(input.context, id))
}

fn files(delivery: &Delivery) -> Cell {
    let words = |text: &String| Link { text: text.clone(), href: String::new() };
    let links = delivery.files.iter().flat_map(|file| [words(&file.name), words(&file.sha256)]);
    Cell { links: links.collect(), ..Cell::default() }
}

/// The acceptance result in the words of the record, styled as a verdict.
fn concluded(word: AcceptanceWord) -> Cell {
    let class = match word {
        AcceptanceWord::Passed => "normal",
        AcceptanceWord::Conditional => "attention",
        AcceptanceWord::Failed => "abnormal",
    };
    Cell::judged(word.word(), class)
}
