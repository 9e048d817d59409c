//! 交付物清单: every report that the span owes, and what was handed over.
//!
//! In: the reports of the span and the deliveries. Out: one row a delivery, and one for each report that none tells of. What
//! acceptance of a report came to is quoted from its record.

use super::AcceptanceInput;
use super::report_index::ReportIndex;
use crate::model::{AcceptanceWord, Delivery};
use crate::report::document::{Block, Cell, Chapter, Link, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::shared;

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("报告编号", Width::Name),
        ("报告", Width::Name),
        ("交付日期", Width::Day),
        ("文件名与SHA-256", Width::References),
        ("接收人", Width::Word),
        ("验收日期", Width::Day),
        ("验收人", Width::Word),
        ("结论", Width::Verdict),
        ("备注", Width::Text),
    ]);
    let rows = input.report_index.iter().flat_map(|report| rows(input, report));
    let table = Table::new("deliverables-list", "交付物清单", heads).rows(rows);
    Chapter::new("deliverables", "交付物清单")
        .across()
        .with(Block::text(counted(input)))
        .with(shared::table_or(table, Block::nothing("本期没有应交付的报告。")))
        .with(Block::remark(
            "交付日期、接收人、验收人和结论取自交付登记；SHA-256用于核对所持文件与交付文件是否一致。",
        ))
}

/// The deliveries of a report, in order of time.
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

/// The final reports that no delivery tells of.
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

fn rows(input: &AcceptanceInput<'_, '_>, report: &ReportIndex) -> Vec<Row> {
    let number = Cell::from(&report.number).note(if report.is_draft { "草稿" } else { "" });
    let name =
        Cell::from(report.name()).to(shared::link(report.kind.id, &report.period.id, "summary"));
    let deliveries = deliveries(input, report);
    if deliveries.is_empty() {
        let state = if report.is_draft {
            Cell::judged("草稿", "skipped")
        } else {
            Cell::judged("未登记交付", "attention")
        };
        let none = || Cell::from(NOTHING);
        return vec![Row::new([
            number,
            name,
            none(),
            none(),
            none(),
            none(),
            none(),
            state,
            none(),
        ])];
    }
    let row = |delivery: &Delivery| row(input, number.clone(), name.clone(), delivery);
    deliveries.into_iter().map(row).collect()
}

fn row(input: &AcceptanceInput<'_, '_>, number: Cell, name: Cell, delivery: &Delivery) -> Row {
    let person = |id: &Option<String>| {
        let name = id.as_deref().map(|id| shared::name(input.context, id).to_owned());
        Cell::from(name.unwrap_or_else(|| NOTHING.to_owned()))
    };
    let words = |text: &String| Link { text: text.clone(), href: String::new() };
    let files = delivery.files.iter().flat_map(|file| [words(&file.name), words(&file.sha256)]);
    let accepted = delivery.accepted_on.map(|day| format::short_day(day.0));
    Row::new([
        number,
        name,
        Cell::from(format::short_day(delivery.delivered_on.0)),
        Cell { links: files.collect(), ..Cell::default() },
        person(&delivery.received_by),
        Cell::from(accepted.unwrap_or_else(|| NOTHING.to_owned())),
        person(&delivery.accepted_by),
        delivery.conclusion.map_or_else(|| Cell::from(NOTHING), concluded),
        Cell::from(or_nothing(delivery.remark.as_deref().unwrap_or_default())),
    ])
}

/// The word of the record, with the look of a verdict.
fn concluded(word: AcceptanceWord) -> Cell {
    let class = match word {
        AcceptanceWord::Passed => "normal",
        AcceptanceWord::Conditional => "attention",
        AcceptanceWord::Failed => "abnormal",
    };
    Cell::judged(word.word(), class)
}
