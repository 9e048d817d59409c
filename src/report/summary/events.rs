//! 重大事件与典型问题: what mattered in a year.
//!
//! In: the events that the summary tells, and tickets marked as typical. Out: a chapter in which every record leads to the report
//! that tells it at length.

use super::SummaryInput;
use crate::model::{Event, Evidence, Ticket, YesNo, report_id};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::shared;
use crate::schedule::is_closed;

pub(super) fn chapter(input: &SummaryInput<'_, '_>) -> Chapter {
    Chapter::new("events", "重大事件与典型问题")
        .on_new_page()
        .with(Block::section("events-major", "重大事件"))
        .with(major(input))
        .with(Block::section("events-typical", "典型问题"))
        .with(typical(input))
}

fn major(input: &SummaryInput<'_, '_>) -> Block {
    let Some(record) = input.record else { return input.unwritten("本年度重大事件") };
    let heads = columns(&[
        ("日期", Width::Day),
        ("事件", Width::Text),
        ("经过与处理", Width::Wide),
        ("相关记录", Width::Id),
    ]);
    let mut events: Vec<_> = record.record.events.iter().collect();
    events.sort_by_key(|event| event.on);
    let rows = events.into_iter().map(|event| event_row(input, event));
    let table = Table::new("events-list", "重大事件", heads).rows(rows);
    shared::table_or(table, Block::none_needed("本年度没有需要报告的重大事件。"))
}

fn event_row(input: &SummaryInput<'_, '_>, event: &Event) -> Row {
    let mut records = Cell::default();
    for id in &event.records {
        records = records.link(id, goal(input, id));
    }
    if event.records.is_empty() {
        records = Cell::from(NOTHING);
    }
    Row::new([
        Cell::from(format::short_day(event.on.0)),
        Cell::from(&event.title),
        Cell::from(&event.text),
        records,
    ])
}

/// The report that tells a record: the hotline record of a ticket or case, the inspection that raised a finding. Empty where no
/// report tells it.
pub(super) fn goal(input: &SummaryInput<'_, '_>, id: &str) -> String {
    let (records, as_of) = (input.context.records, input.context.as_of);
    if let Some(ticket) =
        records.ticket(id).filter(|ticket| ticket.record.received_at.day() <= as_of)
    {
        return shared::ticket_goal(input.context, &ticket.record);
    }
    let mut histories = input.context.histories.iter();
    if let Some(history) = histories.find(|history| history.finding.id == id) {
        let raised = &history.inspection.record;
        let seen = raised.started_at.day() <= as_of;
        return if seen {
            shared::link(report_id::INSPECTION, &raised.period, "findings")
        } else {
            String::new()
        };
    }
    let mut cases = records.escalations.iter();
    let case = cases.find(|case| case.record.id == id && case.record.opened_at.day() <= as_of);
    case.map(|case| {
        shared::goal(input.context, Evidence::Escalation, case.record.opened_at.day(), id)
    })
    .unwrap_or_default()
}

/// Where a typical problem is told at length.
fn goal_of_sheet(input: &SummaryInput<'_, '_>, ticket: &Ticket) -> String {
    let day = ticket.received_at.day();
    shared::goal(input.context, Evidence::Ticket, day, &format!("case-{}", ticket.id))
}

fn typical(input: &SummaryInput<'_, '_>) -> Block {
    let heads = columns(&[
        ("记录编号", Width::Id),
        ("受理日期", Width::Day),
        ("功能模块", Width::Name),
        ("问题", Width::Text),
        ("解决方式", Width::Day),
        ("知识条目", Width::Day),
    ]);
    let seen = input.context.service.timing.known.seen;
    let mut tickets: Vec<_> = input.now.tickets.iter().map(|timed| &timed.ticket.record).collect();
    tickets.retain(|ticket| ticket.typical == YesNo::Yes);
    let rows = tickets.into_iter().map(|ticket| {
        let closed = is_closed(ticket, seen);
        let settled =
            ticket.resolution.filter(|_| closed).map_or(NOTHING, |resolution| resolution.word());
        let knowledge = match ticket.knowledge.as_deref() {
            Some(id) => Cell::from(id).to(shared::link(report_id::FAQ, &input.period.id, id)),
            None => Cell::from(NOTHING),
        };
        Row::new([
            Cell::from(&ticket.id).to(goal_of_sheet(input, ticket)),
            Cell::from(format::short_day(ticket.received_at.day())),
            Cell::from(or_nothing(ticket.module.as_deref().unwrap_or_default())),
            Cell::from(&ticket.subject),
            Cell::from(settled).note(if closed { "" } else { "未关闭" }),
            knowledge,
        ])
    });
    let table = Table::new("typical-list", "典型问题", heads).rows(rows);
    shared::table_or(table, Block::nothing("本年度没有整理为典型问题的记录。"))
}
