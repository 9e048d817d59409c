//! 遗留事项: what is not settled on the last day of the span.
//!
//! In: findings, tickets, cases and measures that are open, and reports that were not handed over. Out: one table, by kind.

use super::{Told, deliverables};
use crate::model::{Evidence, Side};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING};
use crate::report::shared;
use crate::schedule::{Chain, Timed, standing_of};

pub(super) fn chapter(told: &Told<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("编号", Width::Id),
        ("事项", Width::Text),
        ("责任方", Width::Name),
        ("提出日期", Width::Day),
        ("应完成", Width::Day),
        ("状态", Width::Word),
    ]);
    let parts = [
        ("巡检问题", findings(told)),
        ("未关闭的服务记录", tickets(told)),
        ("未解决的后端支持事项", cases(told)),
        ("未完成的改进措施", measures(told)),
        ("未登记交付的报告", reports(told)),
    ];
    let count: usize = parts.iter().map(|(_, rows)| rows.len()).sum();
    let some = parts.into_iter().filter(|(_, rows)| !rows.is_empty());
    let rows = some.flat_map(|(title, rows)| {
        let heading = Row::section(&format!("{title}（{}项）", rows.len()));
        std::iter::once(heading).chain(rows)
    });
    let table = Table::new("leftover-list", "遗留事项", heads).rows(rows);
    let chapter = Chapter::new("leftovers", "遗留事项");
    let day = format::long_day(told.last);
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
pub(super) fn count(told: &Told<'_, '_>) -> usize {
    told.leftover.count() + deliverables::undelivered(told).len()
}

fn findings(told: &Told<'_, '_>) -> Vec<Row> {
    told.leftover.findings.iter().map(|chain| finding(told, chain)).collect()
}

fn finding(told: &Told<'_, '_>, chain: &Chain<'_>) -> Row {
    let raised = chain.inspection.record.finished_at.day();
    let mut known =
        chain.links.iter().filter(|link| link.inspection.record.started_at.day() <= told.last);
    let status = known.next_back().map_or("未跟踪", |link| link.followup.status.word());
    let fresh = chain.links.is_empty();
    let goal =
        told.goal(Evidence::Inspection, chain.inspection.record.started_at.day(), "findings");
    Row::new([
        Cell::from(&chain.finding.id).to(goal),
        Cell::from(&chain.finding.problem)
            .note(chain.finding.suggestion.clone().unwrap_or_default()),
        Cell::from(shared::party(told.material, chain.finding.owner)),
        Cell::from(format::short_day(raised)),
        Cell::from(
            chain.finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0)),
        ),
        Cell::from(if fresh { "待跟踪" } else { status }),
    ])
}

fn tickets(told: &Told<'_, '_>) -> Vec<Row> {
    let row = |timed: &&Timed<'_>| {
        let ticket = &timed.ticket.record;
        let day = ticket.received_at.day();
        let limit = timed
            .clocks
            .iter()
            .filter(|clock| clock.stop.is_none())
            .filter_map(|clock| clock.deadline);
        Row::new([
            Cell::from(&ticket.id).to(told.goal(Evidence::Ticket, day, &ticket.id)),
            Cell::from(&ticket.subject),
            Cell::from(shared::name(told.material, &ticket.agent)),
            Cell::from(format::short_day(day)),
            Cell::from(
                limit.min().map_or_else(|| NOTHING.to_owned(), |at| format::short_day(at.date())),
            ),
            Cell::from("未关闭"),
        ])
    };
    told.leftover.tickets.iter().map(row).collect()
}

fn cases(told: &Told<'_, '_>) -> Vec<Row> {
    let cases = told.leftover.cases.iter().map(|case| {
        let case = &case.record;
        let day = case.opened_at.day();
        let person = case.assigned_to.as_deref().unwrap_or(&case.raised_by);
        Row::new([
            Cell::from(&case.id).to(told.goal(Evidence::Escalation, day, &case.id)),
            Cell::from(&case.problem),
            Cell::from(shared::name(told.material, person)),
            Cell::from(format::short_day(day)),
            Cell::from(NOTHING),
            Cell::from("处理中"),
        ])
    });
    cases.collect()
}

fn measures(told: &Told<'_, '_>) -> Vec<Row> {
    let measures = told.leftover.measures.iter().map(|measure| {
        Row::new([
            Cell::from(&measure.id),
            Cell::from(&measure.problem).note(measure.measure.clone()),
            Cell::from(shared::name(told.material, &measure.owner)),
            Cell::from(NOTHING),
            Cell::from(format::short_day(measure.due.0)),
            Cell::from(standing_of(measure, told.last).word()),
        ])
    });
    measures.collect()
}

fn reports(told: &Told<'_, '_>) -> Vec<Row> {
    let reports = deliverables::undelivered(told).into_iter().map(|report| {
        Row::new([
            Cell::from(&report.number),
            Cell::from(report.name()).to(shared::link(
                report.kind.id,
                &report.period.id,
                "summary",
            )),
            Cell::from(shared::party(told.material, Side::Vendor)),
            Cell::from(NOTHING),
            Cell::from(NOTHING),
            Cell::from("未登记"),
        ])
    });
    reports.collect()
}
