//! 履约台账: every clause in every period, with what was required and done.
//!
//! In: the ledger. Out: one row for each of its rows, in the same order.

use super::table::Holds::{Count, Day, Id, Share, Text, Word};
use super::table::{
    RegisterKind, RegisterValue, Rows, RowsOf, count, or_empty, share, text, text_or_empty,
};
use crate::report::kind::ReportContext;
use crate::schedule::{Attainment, Row};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "ledger",
    title: "履约台账",
    description: "合同服务内容，每项每期一行，附依据的记录",
    build,
};

/// At most this many records are named in a cell; their number is in the cell beside it.
const NAMED: usize = 200;

fn build(context: &ReportContext<'_>) -> Rows {
    let table = RowsOf::new(&context.ledger.rows)
        .column("条款", Id, |row| text(&row.clause.id))
        .column("周期", Id, |row| text(&row.period.id))
        .column("周期名称", Word, |row| text(&row.period.title))
        .column("开始", Day, |row| RegisterValue::Day(row.period.from))
        .column("结束", Day, |row| RegisterValue::Day(row.period.to))
        .column("合同章节", Word, |row| text(&row.clause.section))
        .column("服务内容（合同原文）", Text, |row| text(&row.clause.text))
        .column("服务标准", Text, |row| text_or_empty(row.clause.standard.as_deref()))
        .column("证据类别", Word, |row| text(row.clause.evidence.word()))
        .column("履行情况", Word, |row| text(row.state.word()))
        .column("应履行", Count, |row| RegisterValue::Count(row.required.into()))
        .column("已履行", Count, |row| RegisterValue::Count(row.done.into()));
    clocks(table)
        .column("依据份数", Count, |row| count(row.evidence.len()))
        .column("依据", Text, |row| text(evidence(row)))
        .based_on(context.records.record_files())
}

/// The results of the clocks of a clause with a time limit.
fn clocks<'r, 'a>(table: RowsOf<&'r Row<'a>>) -> RowsOf<&'r Row<'a>> {
    let undecided = |sum: Attainment| sum.running + sum.provisional + sum.invalid;
    table
        .column("时限达标", Count, |row| or_empty(row.attainment, |sum| count(sum.met)))
        .column("时限超时", Count, |row| or_empty(row.attainment, |sum| count(sum.missed())))
        .column("时限未判定", Count, |row| {
            or_empty(row.attainment, |sum| count(undecided(sum)))
        })
        .column("时限达标率", Share, |row| {
            or_empty(row.attainment, |sum| share(sum.met, sum.decided()))
        })
}

fn evidence(row: &Row<'_>) -> String {
    let ids: Vec<_> = row.evidence.iter().take(NAMED).map(|proof| proof.record.as_str()).collect();
    let all = row.evidence.len();
    let more = if all > NAMED { format!("等{all}份") } else { String::new() };
    ids.join("、") + &more
}
