//! 服务记录台账: every call, e-mail and fax with its clocks.
//!
//! In: the tickets. Out: one row each, in order of receipt. Callers are shown by family name and last digits, as in the
//! hotline record; events after the day of the run are not shown.

use chrono::NaiveDateTime;

use super::table::Holds::{Id, Length, Moment, Text, Word};
use super::table::{RegisterKind, RegisterValue, Rows, RowsOf, or_empty, text, text_or_empty};
use crate::model::{self, ClockDuty, Ticket};
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{Clock, Timed, is_closed, is_urgent};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "tickets",
    title: "服务记录台账",
    description: "来电、邮件、传真，一行一条，附各项时限的判定",
    build,
};

/// The duties in the order of the columns.
const DUTIES: [ClockDuty; 4] =
    [ClockDuty::Response, ClockDuty::Onsite, ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer];

fn build(context: &ReportContext<'_>) -> Rows {
    let mut timed: Vec<_> = context.service.timed.iter().collect();
    timed.sort_by_key(|timed| (timed.ticket.record.received_at, &timed.ticket.record.id));
    let records = context.records;
    let files = timed.iter().map(|timed| timed.ticket.location.file);
    // A visit stops the on-site clock.
    let files = files.chain(records.visits.iter().map(|visit| visit.location.file));
    let sources: Vec<_> = files.collect();
    let seen = context.service.timing.known.seen;
    let table = RowsOf::new(timed.into_iter().map(|timed| (timed, &timed.ticket.record)));
    let table = answer(context, notice(context, table));
    let table = DUTIES.into_iter().fold(table, |table, duty| clock(table, duty, seen));
    table
        .column("超时原因", Text, |(_, ticket)| text_or_empty(ticket.late_reason.as_deref()))
        .column("典型问题", Word, |(_, ticket)| text(ticket.typical.word()))
        .column("关联知识", Id, |(_, ticket)| text_or_empty(ticket.knowledge.as_deref()))
        .column("后端支持编号", Id, |(_, ticket)| text_or_empty(ticket.escalation.as_deref()))
        .column("首次记录编号", Id, |(_, ticket)| {
            text_or_empty(ticket.first_notice.as_deref())
        })
        .based_on(sources)
}

/// A ticket with its clocks, and the ticket itself.
type Tickets<'t, 'a> = RowsOf<(&'t Timed<'a>, &'a Ticket)>;

/// The columns about the caller and the report.
fn notice<'t, 'a>(context: &ReportContext<'_>, table: Tickets<'t, 'a>) -> Tickets<'t, 'a> {
    let urgency = |ticket: &Ticket| match is_urgent(context.service.timing.sla, ticket) {
        true => "紧急",
        false => "一般",
    };
    table
        .column("记录编号", Id, |(_, ticket)| text(&ticket.id))
        .column("渠道", Word, |(_, ticket)| text(ticket.channel.word()))
        .column("受理时间", Moment, |(_, ticket)| RegisterValue::Moment(ticket.received_at.0))
        .column("科室", Word, |(_, ticket)| text_or_empty(ticket.department.as_deref()))
        .column("来电人", Word, |(_, ticket)| {
            or_empty(ticket.caller.as_deref(), |caller| text(shared::masked_name(caller)))
        })
        .column("联系电话", Word, |(_, ticket)| {
            or_empty(ticket.phone.as_deref(), |number| text(shared::masked_number(number)))
        })
        .column("问题类别", Word, |(_, ticket)| text(ticket.kind.word()))
        .column("影响业务", Word, |(_, ticket)| text(ticket.affects_business.word()))
        .column("紧急程度", Word, |(_, ticket)| text(urgency(ticket)))
        .column("故障等级", Word, |(_, ticket)| {
            text_or_empty(ticket.level.map(model::FaultLevel::word))
        })
        .column("功能模块", Word, |(_, ticket)| text_or_empty(ticket.module.as_deref()))
        .column("问题摘要", Text, |(_, ticket)| text(&ticket.subject))
}

/// The columns about the handling and the settlement.
fn answer<'t, 'a>(context: &ReportContext<'_>, table: Tickets<'t, 'a>) -> Tickets<'t, 'a> {
    let seen = context.service.timing.known.seen;
    let answer = |ticket: &'a Ticket| {
        let answered = ticket.answered_at.is_some_and(|at| at.0 <= seen);
        ticket.answer.as_deref().filter(|_| answered)
    };
    let resolution = |ticket: &Ticket| ticket.resolution.filter(|_| is_closed(ticket, seen));
    table
        .column("受理人", Word, |(_, ticket)| text(shared::name(context, &ticket.agent)))
        .column("即时答复", Word, |(_, ticket)| text(ticket.instant.word()))
        .column("答复内容", Text, |(_, ticket)| text_or_empty(answer(ticket)))
        .column("解决方式", Word, |(_, ticket)| {
            text_or_empty(resolution(ticket).map(model::Resolution::word))
        })
        .column("关闭时间", Moment, |(_, ticket)| {
            let closed = ticket.closed_at.filter(|at| at.0 <= seen);
            or_empty(closed, |at| RegisterValue::Moment(at.0))
        })
}

/// The limit, the event that stopped the clock, its result and the overrun. A repeated report of a fault has no clocks.
fn clock<'t, 'a>(table: Tickets<'t, 'a>, duty: ClockDuty, seen: NaiveDateTime) -> Tickets<'t, 'a> {
    let title = |part: &str| format!("{}{part}", duty.word());
    let stopped = |clock: &Clock<'_>| clock.stop.map(|stop| stop.at).filter(|at| *at <= seen);
    let overrun = |clock: &Clock<'_>| clock.overrun.filter(|_| clock.verdict.is_missed());
    table
        .column(title("时限"), Moment, |(timed, _)| {
            let deadline = timed.clock(duty).and_then(|clock| clock.deadline);
            or_empty(deadline, RegisterValue::Moment)
        })
        .column(title("完成"), Moment, |(timed, _)| {
            or_empty(timed.clock(duty).and_then(stopped), RegisterValue::Moment)
        })
        .column(title("判定"), Word, |(timed, _)| {
            text_or_empty(timed.clock(duty).map(|clock| clock.verdict.word()))
        })
        .column(title("超出"), Length, |(timed, _)| {
            let overrun = timed.clock(duty).and_then(overrun);
            or_empty(overrun, |overrun| RegisterValue::Length(overrun.num_seconds()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_has_its_columns() {
        assert!(ClockDuty::ALL.iter().all(|duty| DUTIES.contains(duty)));
    }
}
