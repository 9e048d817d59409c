//! 重大事件与典型问题: the important events of a year.
//!
//! In: the events that the summary describes, and tickets marked as typical. Out: a chapter in which every record links
//! to the report that describes it in detail.

use super::input::SummaryInput;
use crate::model::{Event, Evidence, Resolution, Ticket, YesNo, report_id};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
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
    let mut events: Vec<_> = record.record.events.iter().collect();
    events.sort_by_key(|event| event.on);
    Table::of("events-list", "重大事件", events)
        .column("日期", Width::Day, |event| format::short_day(event.on.0))
        .column("事件", Width::Text, |event| &event.title)
        .column("经过与处理", Width::Wide, |event| &event.text)
        .column("相关记录", Width::Id, |event| Some(records(input, event)))
        .or(Block::none_needed("本年度没有需要报告的重大事件。"))
}

fn records(input: &SummaryInput<'_, '_>, event: &Event) -> Cell {
    event.records.iter().fold(Cell::default(), |cell, id| cell.link(id, goal(input, id)))
}

/// The link to the report that shows a record: the hotline record of a ticket or case, the inspection that raised a finding.
/// Empty if no report shows it.
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

/// The link to the detailed description of a typical problem.
fn goal_of_sheet(input: &SummaryInput<'_, '_>, ticket: &Ticket) -> String {
    let day = ticket.received_at.day();
    shared::goal(input.context, Evidence::Ticket, day, &format!("case-{}", ticket.id))
}

fn typical(input: &SummaryInput<'_, '_>) -> Block {
    let seen = input.context.service.timing.known.seen;
    let tickets = input.now.tickets.iter().map(|timed| &timed.ticket.record);
    let typical = tickets.filter(|ticket| ticket.typical == YesNo::Yes);
    Table::of("typical-list", "典型问题", typical)
        .column("记录编号", Width::Id, |ticket| {
            Cell::from(&ticket.id).to(goal_of_sheet(input, ticket))
        })
        .column("受理日期", Width::Day, |ticket| format::short_day(ticket.received_at.day()))
        .column("功能模块", Width::Name, |ticket| ticket.module.as_deref())
        .column("问题", Width::Text, |ticket| &ticket.subject)
        .column("解决方式", Width::Day, |ticket| {
            let closed = is_closed(ticket, seen);
            let way = ticket.resolution.filter(|_| closed);
            Cell::from(way.map(Resolution::word)).note(if closed { "" } else { "未关闭" })
        })
        .column("知识条目", Width::Day, |ticket| {
            let id = ticket.knowledge.as_deref();
            id.map(|id| Cell::from(id).to(shared::link(report_id::FAQ, &input.period.id, id)))
        })
        .or(Block::nothing("本年度没有整理为典型问题的记录。"))
}
