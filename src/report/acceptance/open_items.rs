//! 遗留事项: what is not settled on the last day of the span.
//!
//! In: findings, tickets, cases and measures that are open, and reports that were not handed over. Out: one table, by kind.

use super::{AcceptanceInput, deliverables};
use crate::model::{Evidence, Side};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING};
use crate::report::shared;
use crate::schedule::{FindingHistory, Timed, status_of};

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("编号", Width::Id),
        ("事项", Width::Text),
        ("责任方", Width::Name),
        ("提出日期", Width::Day),
        ("应完成", Width::Day),
        ("状态", Width::Word),
    ]);
    let parts = [
        ("巡检问题", findings(input)),
        ("未关闭的服务记录", tickets(input)),
        ("未解决的后端支持事项", cases(input)),
        ("未完成的改进措施", measures(input)),
        ("未登记交付的报告", reports(input)),
    ];
    let count: usize = parts.iter().map(|(_, rows)| rows.len()).sum();
    let some = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
    let rows = some.flat_map(|(title, rows)| {
        let heading = Row::section(&format!("{title}（{}项）", rows.len()));
        std::iter::once(heading).chain(rows)
    });
    let table = Table::new("leftover-list", "遗留事项", heads).rows(rows);
    let chapter = Chapter::new("leftovers", "遗留事项");
    let day = format::long_day(input.last);
    if count == 0 {
        return chapter.with(Block::none_needed(format!("截至{day}，没有遗留事项。")));
    }
    chapter
        .with(Block::text(format!(
            "截至{day}，遗留事项{count}项，按当日情况列示；报告是否交付以交付登记为准。"
        )))
        .with(table)
}

/// How many matters are left open.
pub(super) fn count(input: &AcceptanceInput<'_, '_>) -> usize {
    input.open_items.count() + deliverables::undelivered(input).len()
}

fn findings(input: &AcceptanceInput<'_, '_>) -> Vec<Row> {
    input.open_items.findings.iter().map(|history| finding(input, history)).collect()
}

fn finding(input: &AcceptanceInput<'_, '_>, history: &FindingHistory<'_>) -> Row {
    let raised = history.inspection.record.finished_at.day();
    let mut known =
        history.links.iter().filter(|link| link.inspection.record.started_at.day() <= input.last);
    let status = known.next_back().map_or("未跟踪", |link| link.followup.status.word());
    let fresh = history.links.is_empty();
    let goal =
        input.goal(Evidence::Inspection, history.inspection.record.started_at.day(), "findings");
    Row::new([
        Cell::from(&history.finding.id).to(goal),
        Cell::from(&history.finding.problem)
            .note(history.finding.suggestion.clone().unwrap_or_default()),
        Cell::from(shared::party(input.context, history.finding.owner)),
        Cell::from(format::short_day(raised)),
        Cell::from(
            history.finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0)),
        ),
        Cell::from(if fresh { "待跟踪" } else { status }),
    ])
}

fn tickets(input: &AcceptanceInput<'_, '_>) -> Vec<Row> {
    let row = |timed: &&Timed<'_>| {
        let ticket = &timed.ticket.record;
        let day = ticket.received_at.day();
        let limit = timed
            .clocks
            .iter()
            .filter(|clock| clock.stop.is_none())
            .filter_map(|clock| clock.deadline);
        Row::new([
            Cell::from(&ticket.id).to(input.goal(Evidence::Ticket, day, &ticket.id)),
            Cell::from(&ticket.subject),
            Cell::from(shared::name(input.context, &ticket.agent)),
            Cell::from(format::short_day(day)),
            Cell::from(
                limit.min().map_or_else(|| NOTHING.to_owned(), |at| format::short_day(at.date())),
            ),
            Cell::from("未关闭"),
        ])
    };
    input.open_items.tickets.iter().map(row).collect()
}

fn cases(input: &AcceptanceInput<'_, '_>) -> Vec<Row> {
    let cases = input.open_items.cases.iter().map(|case| {
        let case = &case.record;
        let day = case.opened_at.day();
        let person = case.assigned_to.as_deref().unwrap_or(&case.raised_by);
        Row::new([
            Cell::from(&case.id).to(input.goal(Evidence::Escalation, day, &case.id)),
            Cell::from(&case.problem),
            Cell::from(shared::name(input.context, person)),
            Cell::from(format::short_day(day)),
            Cell::from(NOTHING),
            Cell::from("处理中"),
        ])
    });
    cases.collect()
}

fn measures(input: &AcceptanceInput<'_, '_>) -> Vec<Row> {
    let measures = input.open_items.measures.iter().map(|measure| {
        Row::new([
            Cell::from(&measure.id),
            Cell::from(&measure.problem).note(measure.measure.clone()),
            Cell::from(shared::name(input.context, &measure.owner)),
            Cell::from(NOTHING),
            Cell::from(format::short_day(measure.due.0)),
            Cell::from(status_of(measure, input.last).word()),
        ])
    });
    measures.collect()
}

fn reports(input: &AcceptanceInput<'_, '_>) -> Vec<Row> {
    let reports = deliverables::undelivered(input).into_iter().map(|report| {
        Row::new([
            Cell::from(&report.number),
            Cell::from(report.name()).to(shared::link(
                report.kind.id,
                &report.period.id,
                "summary",
            )),
            Cell::from(shared::party(input.context, Side::Vendor)),
            Cell::from(NOTHING),
            Cell::from(NOTHING),
            Cell::from("未登记"),
        ])
    });
    reports.collect()
}
