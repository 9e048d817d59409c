//! 问题与改进建议, and the outcome of those of earlier inspections.
//!
//! In: the findings of the inspection, and the histories of those that were open before it. Out: two chapters.

use super::input::{InspectionInput, clause_link};
use crate::model::{Finding, FollowUpStatus, Verdict};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::{format, shared};
use crate::schedule::{FindingFollowUp, FindingHistory, open_before};

/// The findings of this inspection.
pub(super) fn raised(input: &InspectionInput<'_, '_>) -> Chapter {
    let findings = &input.inspection.record.findings;
    let table = Table::of("findings-list", "问题与改进建议", findings)
        .column("编号", Width::Id, |finding| &finding.id)
        .column("条款", Width::No, |finding| clause_link(&finding.clause))
        .column("问题与影响", Width::Text, |finding| problem(finding))
        .column("等级", Width::Brief, |finding| grade(input, finding))
        .column("建议", Width::Text, |finding| finding.suggestion.as_deref())
        .column("责任方", Width::Name, |finding| shared::party(input.context, finding.owner))
        .column("计划完成", Width::Day, |finding| due(finding));
    Chapter::new("findings", "问题与改进建议")
        .with(table.or(Block::none_needed("本期没有需要提出的问题与改进建议。")))
}

fn problem(finding: &Finding) -> Cell {
    let impact = finding.impact.as_deref().filter(|impact| !impact.trim().is_empty());
    let impact = impact.map(|impact| format!("影响：{impact}"));
    Cell::from(&finding.problem).note(impact.unwrap_or_default())
}

fn due(finding: &Finding) -> Option<String> {
    finding.due.map(|day| format::short_day(day.0))
}

/// The severity of the item; 建议 if its verdict is normal.
fn grade(input: &InspectionInput<'_, '_>, finding: &Finding) -> Cell {
    let mut owed = input.owed();
    match owed.find(|clause| clause.id == finding.clause) {
        Some(clause) if input.verdict(clause).0 != Verdict::Normal => input.judged(clause),
        _ => Cell::from("建议"),
    }
}

/// The outcome of earlier findings.
pub(super) fn followed_up(input: &InspectionInput<'_, '_>) -> Chapter {
    let open = open_before(&input.context.histories, input.inspection);
    let table = Table::of("followups-list", "上期问题跟踪", open)
        .column("编号", Width::Id, |history| &history.finding.id)
        .column("条款", Width::No, |history| clause_link(&history.finding.clause))
        .column("问题", Width::Text, |history| &history.finding.problem)
        .column("计划完成", Width::Day, |history| due(history.finding))
        .column("处理情况", Width::Text, |history| action(input, history))
        .column("状态", Width::Verdict, |history| status(input, history));
    Chapter::new("followups", "上期问题跟踪")
        .with(table.or(Block::none_needed("上期没有遗留问题。")))
}

fn action(input: &InspectionInput<'_, '_>, history: &FindingHistory<'_>) -> String {
    let link = history.link_in(input.inspection);
    let action = link.map(|link| link.followup.action.clone());
    action.unwrap_or_else(|| "本期巡检记录中没有跟踪情况".to_owned())
}

/// A finding that is not mentioned again still has its row, with the status 未跟踪.
fn status(input: &InspectionInput<'_, '_>, history: &FindingHistory<'_>) -> Cell {
    let link = history.link_in(input.inspection);
    let closed_on = link.and_then(FindingFollowUp::closed_on).map(format::short_day);
    let (status, class) = match link.map(|link| link.followup.status) {
        Some(status @ FollowUpStatus::Closed) => (status.word(), "normal"),
        Some(status @ FollowUpStatus::InWork) => (status.word(), "attention"),
        Some(status @ FollowUpStatus::Untouched) => (status.word(), "abnormal"),
        None => ("未跟踪", "abnormal"),
    };
    Cell::judged(status, class).note(closed_on.unwrap_or_default())
}
