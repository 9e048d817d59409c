//! 履约台账: every clause in every period, owed and done.
//!
//! In: the ledger. Out: a row for each of its rows, in the same order.

use super::Holds::{Count, Day, Id, Share, Text, Word};
use super::{
    RegisterColumn, RegisterKind, RegisterValue, Rows, column, count, or_dash, or_empty, share,
    text,
};
use crate::report::kind::ReportContext;
use crate::schedule::Row;

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "ledger",
    title: "履约台账",
    description: "合同服务内容，每项每期一行，附依据的记录",
    columns: COLUMNS,
    build,
};

const COLUMNS: &[RegisterColumn] = &[
    column("条款", Id),
    column("周期", Id),
    column("周期名称", Word),
    column("开始", Day),
    column("结束", Day),
    column("合同章节", Word),
    column("服务内容（合同原文）", Text),
    column("服务标准", Text),
    column("证据类别", Word),
    column("履行情况", Word),
    column("应履行", Count),
    column("已履行", Count),
    column("时限达标", Count),
    column("时限超时", Count),
    column("时限未判定", Count),
    column("时限达标率", Share),
    column("依据份数", Count),
    column("依据", Text),
];

/// No more records are named in a cell; their number stands beside.
const NAMED: usize = 200;

fn build(context: &ReportContext<'_>) -> Rows {
    let sources = context.records.record_files().collect();
    Rows { rows: context.ledger.rows.iter().map(row).collect(), sources }
}

fn row(row: &Row<'_>) -> Vec<RegisterValue> {
    let clause = row.clause;
    let sum = row.attainment;
    let mut proofs: Vec<_> = row.evidence.iter().map(|proof| proof.record.as_str()).collect();
    let all = proofs.len();
    proofs.truncate(NAMED);
    let more = if all > NAMED { format!("等{all}份") } else { String::new() };
    vec![
        text(&clause.id),
        text(&row.period.id),
        text(&row.period.title),
        RegisterValue::Day(row.period.from),
        RegisterValue::Day(row.period.to),
        text(&clause.section),
        text(&clause.text),
        or_dash(clause.standard.as_deref()),
        text(clause.evidence.word()),
        text(row.state.word()),
        RegisterValue::Count(row.required.into()),
        RegisterValue::Count(row.done.into()),
        or_empty(sum, |sum| count(sum.met)),
        or_empty(sum, |sum| count(sum.missed())),
        or_empty(sum, |sum| count(sum.running + sum.provisional + sum.invalid)),
        or_empty(sum, |sum| share(sum.met, sum.decided())),
        count(all),
        text(proofs.join("、") + &more),
    ]
}
