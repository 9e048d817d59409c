//! 巡检问题台账: every finding of the inspections and its outcome.
//!
//! In: the finding histories. Out: one row each, in chronological order, in the state of the day of the run.

use chrono::NaiveDate;

use super::table::Holds::{Count, Day, Id, Text, Word};
use super::table::{
    RegisterKind, RegisterValue, Rows, RowsOf, or_empty, text, text_or_empty, yes_or_no,
};
use crate::model::FollowUpStatus;
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{FindingFollowUp, FindingHistory};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "findings",
    title: "巡检问题台账",
    description: "巡检发现的问题，一行一个，附整改情况",
    build,
};

fn build(context: &ReportContext<'_>) -> Rows {
    let day = context.as_of;
    let histories = context.histories.iter();
    let known = histories.filter(|history| history.inspection.record.started_at.day() <= day);
    RowsOf::new(known.map(|history| (history, history.finding, state_on(history, day))))
        .column("问题编号", Id, |(_, finding, _)| text(&finding.id))
        .column("条款", Id, |(_, finding, _)| text(&finding.clause))
        .column("巡检周期", Id, |(history, ..)| text(&history.inspection.record.period))
        .column("提出日期", Day, |(history, ..)| RegisterValue::Day(raised(history)))
        .column("问题", Text, |(_, finding, _)| text(&finding.problem))
        .column("影响", Text, |(_, finding, _)| text_or_empty(finding.impact.as_deref()))
        .column("建议", Text, |(_, finding, _)| text_or_empty(finding.suggestion.as_deref()))
        .column("责任方", Word, |(_, finding, _)| text(shared::party(context, finding.owner)))
        .column("计划完成", Day, |(_, finding, _)| {
            or_empty(finding.due, |due| RegisterValue::Day(due.0))
        })
        .column("状态", Word, |(.., state)| text(state.status.word()))
        .column("逾期", Word, |(history, ..)| yes_or_no(history.is_overdue(day)))
        .column("关闭日期", Day, |(.., state)| or_empty(state.closed_on, RegisterValue::Day))
        .column("历时天数", Count, |(history, _, state)| {
            let last = state.closed_on.unwrap_or(day);
            RegisterValue::Count((last - raised(history)).num_days())
        })
        .column("最近处理周期", Id, |(.., state)| {
            text_or_empty(state.last.map(|link| link.inspection.record.period.as_str()))
        })
        .column("最近处理情况", Text, |(.., state)| {
            text_or_empty(state.last.map(|link| link.followup.action.as_str()))
        })
        .based_on(context.records.inspections.iter().map(|sourced| sourced.location.file))
}

const fn raised(history: &FindingHistory<'_>) -> NaiveDate {
    history.inspection.record.started_at.day()
}

/// The known state of a finding on a day.
struct FindingState<'h, 'a> {
    status: FollowUpStatus,
    closed_on: Option<NaiveDate>,
    last: Option<&'h FindingFollowUp<'a>>,
}

fn state_on<'h, 'a>(history: &'h FindingHistory<'a>, day: NaiveDate) -> FindingState<'h, 'a> {
    let known = |link: &&FindingFollowUp<'_>| link.inspection.record.started_at.day() <= day;
    let last = history.links.iter().rfind(known);
    let closed_on =
        history.links.iter().filter_map(FindingFollowUp::closed_on).find(|closed| *closed <= day);
    let status = match closed_on {
        Some(_) => FollowUpStatus::Closed,
        None => last
            .map(|link| link.followup.status)
            .filter(|status| *status != FollowUpStatus::Closed)
            .unwrap_or(FollowUpStatus::Untouched),
    };
    FindingState { status, closed_on, last }
}
