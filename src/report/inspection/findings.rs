//! 问题与改进建议, and what became of those of earlier inspections.
//!
//! In: the findings of the inspection, and the histories of those that were open before it. Out: two chapters.

use super::input::InspectionInput;
use crate::model::{Finding, FollowUpStatus, Verdict};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::shared::{self, clause_anchor};
use crate::schedule::{FindingFollowUp, FindingHistory, open_before};

/// What this inspection found.
pub(super) fn raised(input: &InspectionInput<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("编号", Width::Id),
        ("条款", Width::No),
        ("问题与影响", Width::Text),
        ("等级", Width::Brief),
        ("建议", Width::Text),
        ("责任方", Width::Name),
        ("计划完成", Width::Day),
    ]);
    let rows = input.inspection.record.findings.iter().map(|finding| finding_row(input, finding));
    let table = Table::new("findings-list", "问题与改进建议", heads).rows(rows);
    Chapter::new("findings", "问题与改进建议")
        .with(shared::table_or(table, Block::none_needed("本期没有需要提出的问题与改进建议。")))
}

fn finding_row(input: &InspectionInput<'_, '_>, finding: &Finding) -> Row {
    let impact = finding.impact.as_deref().filter(|impact| !impact.trim().is_empty());
    Row::new([
        Cell::from(&finding.id),
        clause(&finding.clause),
        Cell::from(&finding.problem)
            .note(impact.map(|impact| format!("影响：{impact}")).unwrap_or_default()),
        grade(input, finding),
        Cell::from(or_nothing(finding.suggestion.as_deref().unwrap_or_default())),
        Cell::from(shared::party(input.context, finding.owner)),
        Cell::from(day(finding)),
    ])
}

/// How bad the item is; 建议 for one that is in order.
fn grade(input: &InspectionInput<'_, '_>, finding: &Finding) -> Cell {
    let mut owed = input.owed();
    match owed.find(|clause| clause.id == finding.clause) {
        Some(clause) if input.verdict(clause).0 != Verdict::Normal => input.judged(clause),
        _ => Cell::from("建议"),
    }
}

/// What became of earlier findings.
pub(super) fn followed_up(input: &InspectionInput<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("编号", Width::Id),
        ("条款", Width::No),
        ("问题", Width::Text),
        ("计划完成", Width::Day),
        ("处理情况", Width::Text),
        ("状态", Width::Verdict),
    ]);
    let open = open_before(input.context.histories, input.inspection);
    let rows = open.into_iter().map(|history| followup_row(input, history));
    let table = Table::new("followups-list", "上期问题跟踪", heads).rows(rows);
    Chapter::new("followups", "上期问题跟踪")
        .with(shared::table_or(table, Block::none_needed("上期没有遗留问题。")))
}

/// A finding that nobody mentions again still has its row: it says 未跟踪.
fn followup_row(input: &InspectionInput<'_, '_>, history: &FindingHistory<'_>) -> Row {
    let finding = history.finding;
    let link = history.link_in(input.inspection);
    let action =
        link.map_or("本期巡检记录中没有跟踪情况", |link| &link.followup.action);
    let closed_on = link.and_then(FindingFollowUp::closed_on).map(format::short_day);
    let (status, class) = match link.map(|link| link.followup.status) {
        Some(status @ FollowUpStatus::Closed) => (status.word(), "normal"),
        Some(status @ FollowUpStatus::InWork) => (status.word(), "attention"),
        Some(status @ FollowUpStatus::Untouched) => (status.word(), "abnormal"),
        None => ("未跟踪", "abnormal"),
    };
    Row::new([
        Cell::from(&finding.id),
        clause(&finding.clause),
        Cell::from(&finding.problem),
        Cell::from(day(finding)),
        Cell::from(action),
        Cell::judged(status, class).note(closed_on.unwrap_or_default()),
    ])
}

/// The number of a clause, leading to its row.
fn clause(id: &str) -> Cell {
    Cell::from(id).to(format!("#{}", clause_anchor(id)))
}

fn day(finding: &Finding) -> String {
    finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0))
}
