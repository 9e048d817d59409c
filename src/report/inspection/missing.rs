//! A period without an inspection: what was required, and the statement that there is no evidence of it.
//!
//! In: the ledger of the period. Out: the blocks before the first chapter, and that chapter.

use crate::model::Evidence;
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
use crate::report::kind::ReportContext;
use crate::report::shared::{clause_anchor, standard, state_class};
use crate::schedule::{Period, Row as LedgerRow, State};

/// The verdict, and what is owed.
pub(super) fn front_and_chapter(
    context: &ReportContext<'_>,
    period: &Period,
) -> (Vec<Block>, Chapter) {
    let owed = context.ledger.of_period(&period.id);
    let owed: Vec<_> = owed.filter(|row| row.clause.evidence == Evidence::Inspection).collect();
    let closed = period.is_closed(context.as_of);
    let (state, title) = if closed {
        (State::NoEvidence, "未履行的服务内容")
    } else {
        (State::NotDue, "待履行的服务内容")
    };
    let text = text(period, owed.len(), closed);
    let banner = Block::Banner {
        title: "本期总体结论".to_owned(),
        word: state.word().to_owned(),
        class: state_class(state),
        text: text.clone(),
    };
    let chapter = Chapter::new("gap", title).with(Block::text(text)).with(table(&owed));
    (vec![banner], chapter)
}

fn text(period: &Period, owed: usize, closed: bool) -> String {
    if closed {
        return format!(
            "截至报告日期，{}没有可供核对的巡检记录。下列{owed}项服务内容无履约证据。",
            period.title
        );
    }
    format!(
        "{}尚未结束，巡检尚未进行。下列{owed}项服务内容应于{}前完成。",
        period.title,
        format::long_day(period.to)
    )
}

fn table(owed: &[&LedgerRow<'_>]) -> Table {
    Table::of("gap-list", "服务内容与履行情况", owed)
        .column("编号", Width::No, |row| &row.clause.id)
        .column("服务内容（合同原文）", Width::Text, |row| &row.clause.text)
        .column("服务标准", Width::Name, |row| standard(row.clause))
        .column("履行情况", Width::Verdict, |row| {
            Cell::judged(row.state.word(), state_class(row.state))
        })
        .anchors(|row| clause_anchor(&row.clause.id))
        .build()
}
