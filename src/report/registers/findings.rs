//! 巡检问题台账: every finding of the inspections and what became of it.
//!
//! In: the chains of findings. Out: a row each, in order of time, as it stood on the day of the run.

use super::Holds::{Count, Day, Id, Text, Word};
use super::{RegisterColumn, RegisterKind, RegisterValue, Rows, column, or_dash, or_empty, text};
use crate::model::FollowUpStatus;
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{FindingFollowUp, FindingHistory};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "findings",
    title: "巡检问题台账",
    description: "巡检发现的问题，一行一个，附整改情况",
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

fn build(context: &ReportContext<'_>) -> Rows {
    let day = context.as_of;
    let known = context
        .histories
        .iter()
        .filter(|history| history.inspection.record.started_at.day() <= day);
    let sources =
        context.records.inspections.iter().map(|inspection| inspection.location.file).collect();
    Rows { rows: known.map(|history| row(context, history)).collect(), sources }
}

fn row(context: &ReportContext<'_>, history: &FindingHistory<'_>) -> Vec<RegisterValue> {
    let finding = history.finding;
    let day = context.as_of;
    let raised = history.inspection.record.started_at.day();
    let known = |link: &&FindingFollowUp<'_>| link.inspection.record.started_at.day() <= day;
    let last = history.links.iter().rfind(known);
    let closed =
        history.links.iter().filter_map(FindingFollowUp::closed_on).find(|closed| *closed <= day);
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
        text(&history.inspection.record.period),
        RegisterValue::Day(raised),
        text(&finding.problem),
        or_dash(finding.impact.as_deref()),
        or_dash(finding.suggestion.as_deref()),
        text(shared::party(context, finding.owner)),
        or_empty(finding.due, |due| RegisterValue::Day(due.0)),
        text(status.word()),
        text(if history.is_overdue(day) { "是" } else { "否" }),
        or_empty(closed, RegisterValue::Day),
        RegisterValue::Count((closed.unwrap_or(day) - raised).num_days()),
        or_dash(last.map(|link| link.inspection.record.period.as_str())),
        or_dash(last.map(|link| link.followup.action.as_str())),
    ]
}
