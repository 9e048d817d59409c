//! 巡检问题台账: every finding of the inspections and what became of it.
//!
//! In: the chains of findings. Out: a row each, in order of time, as it stood on the day of the run.

use super::Holds::{Count, Day, Id, Text, Word};
use super::{RegisterColumn, RegisterKind, RegisterValue, Rows, column, or_empty, said, text};
use crate::model::FollowUpStatus;
use crate::report::{Material, shared};
use crate::schedule::{Chain, Link};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "findings",
    title: "巡检问题台账",
    told: "巡检发现的问题，一行一个，附整改情况",
    columns: COLUMNS,
    build,
};

const COLUMNS: &[RegisterColumn] = &[
    column("问题编号", Id),
    column("条款", Id),
    column("巡检周期", Id),
    column("提出日期", Day),
    column("问题", Text),
    column("影响", Text),
    column("建议", Text),
    column("责任方", Word),
    column("计划完成", Day),
    column("状态", Word),
    column("逾期", Word),
    column("关闭日期", Day),
    column("历时天数", Count),
    column("最近处理周期", Id),
    column("最近处理情况", Text),
];

fn build(material: &Material<'_>) -> Rows {
    let day = material.as_of;
    let known =
        material.chains.iter().filter(|chain| chain.inspection.record.started_at.day() <= day);
    let sources =
        material.book.inspections.iter().map(|inspection| inspection.place.file).collect();
    Rows { rows: known.map(|chain| row(material, chain)).collect(), sources }
}

fn row(material: &Material<'_>, chain: &Chain<'_>) -> Vec<RegisterValue> {
    let finding = chain.finding;
    let day = material.as_of;
    let raised = chain.inspection.record.started_at.day();
    let known = |link: &&Link<'_>| link.inspection.record.started_at.day() <= day;
    let last = chain.links.iter().rfind(known);
    let closed = chain.links.iter().filter_map(Link::closed_on).find(|closed| *closed <= day);
    let status = match closed {
        Some(_) => FollowUpStatus::Closed,
        None => last
            .map(|link| link.followup.status)
            .filter(|status| *status != FollowUpStatus::Closed)
            .unwrap_or(FollowUpStatus::Untouched),
    };
    vec![
        text(&finding.id),
        text(&finding.clause),
        text(&chain.inspection.record.period),
        RegisterValue::Day(raised),
        text(&finding.problem),
        said(finding.impact.as_deref()),
        said(finding.suggestion.as_deref()),
        text(shared::party(material, finding.owner)),
        or_empty(finding.due, |due| RegisterValue::Day(due.0)),
        text(status.word()),
        text(if chain.is_overdue(day) { "是" } else { "否" }),
        or_empty(closed, RegisterValue::Day),
        RegisterValue::Count((closed.unwrap_or(day) - raised).num_days()),
        said(last.map(|link| link.inspection.record.period.as_str())),
        said(last.map(|link| link.followup.action.as_str())),
    ]
}
