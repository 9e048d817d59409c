//! 服务记录台账: every call, e-mail and fax with its clocks.
//!
//! In: the tickets. Out: a row each, in order of receipt. Callers are told by family name and last digits, as in the hotline
//! record; what happened after the day of the run is not told.

use chrono::NaiveDateTime;

use super::Holds::{Id, Length, Moment, Text, Word};
use super::{RegisterColumn, RegisterKind, RegisterValue, Rows, column, or_dash, or_empty, text};
use crate::model::{self, ClockDuty, Ticket};
use crate::report::kind::ReportContext;
use crate::report::shared;
use crate::schedule::{Timed, is_closed, is_urgent};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "tickets",
    title: "服务记录台账",
    description: "来电、邮件、传真，一行一条，附各项时限的判定",
    columns: COLUMNS,
    build,
};

const COLUMNS: &[RegisterColumn] = &[
    column("记录编号", Id),
    column("渠道", Word),
    column("受理时间", Moment),
    column("科室", Word),
    column("来电人", Word),
    column("联系电话", Word),
    column("问题类别", Word),
    column("影响业务", Word),
    column("紧急程度", Word),
    column("故障等级", Word),
    column("功能模块", Word),
    column("问题摘要", Text),
    column("受理人", Word),
    column("即时答复", Word),
    column("答复内容", Text),
    column("解决方式", Word),
    column("关闭时间", Moment),
    column("响应时限", Moment),
    column("响应完成", Moment),
    column("响应判定", Word),
    column("响应超出", Length),
    column("到场时限", Moment),
    column("到场完成", Moment),
    column("到场判定", Word),
    column("到场超出", Length),
    column("紧急答复时限", Moment),
    column("紧急答复完成", Moment),
    column("紧急答复判定", Word),
    column("紧急答复超出", Length),
    column("一般答复时限", Moment),
    column("一般答复完成", Moment),
    column("一般答复判定", Word),
    column("一般答复超出", Length),
    column("超时原因", Text),
    column("典型问题", Word),
    column("关联知识", Id),
    column("后端支持编号", Id),
    column("首次记录编号", Id),
];

/// The duties in the order of the columns.
const DUTIES: [ClockDuty; 4] =
    [ClockDuty::Response, ClockDuty::Onsite, ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer];

fn build(context: &ReportContext<'_>) -> Rows {
    let mut timed: Vec<_> = context.service.timed.iter().collect();
    timed.sort_by_key(|timed| (timed.ticket.record.received_at, &timed.ticket.record.id));
    let records = context.records;
    let files = timed.iter().map(|timed| timed.ticket.location.file);
    // A visit stops the clock of arrival.
    let sources = files.chain(records.visits.iter().map(|visit| visit.location.file)).collect();
    Rows { rows: timed.into_iter().map(|timed| row(context, timed)).collect(), sources }
}

fn row(context: &ReportContext<'_>, timed: &Timed<'_>) -> Vec<RegisterValue> {
    let ticket = &timed.ticket.record;
    let seen = context.service.timing.known.seen;
    let closed = is_closed(ticket, seen);
    let urgent = if is_urgent(context.service.timing.sla, ticket) { "紧急" } else { "一般" };
    let answered = ticket.answered_at.is_some_and(|at| at.0 <= seen);
    let mut row = vec![
        text(&ticket.id),
        text(ticket.channel.word()),
        RegisterValue::Moment(ticket.received_at.0),
        or_dash(ticket.department.as_deref()),
        or_empty(ticket.caller.as_deref(), |caller| text(shared::masked_name(caller))),
        or_empty(ticket.phone.as_deref(), |number| text(shared::masked_number(number))),
        text(ticket.kind.word()),
        text(ticket.affects_business.word()),
        text(urgent),
        or_dash(ticket.level.map(model::FaultLevel::word)),
        or_dash(ticket.module.as_deref()),
        text(&ticket.subject),
        text(shared::name(context, &ticket.agent)),
        text(ticket.instant.word()),
        or_dash(ticket.answer.as_deref().filter(|_| answered)),
        or_dash(ticket.resolution.filter(|_| closed).map(model::Resolution::word)),
        moment(ticket.closed_at, seen),
    ];
    row.extend(DUTIES.into_iter().flat_map(|duty| clock(timed, duty, seen)));
    row.extend(tail(ticket));
    row
}

fn tail(ticket: &Ticket) -> [RegisterValue; 5] {
    [
        or_dash(ticket.late_reason.as_deref()),
        text(ticket.typical.word()),
        or_dash(ticket.knowledge.as_deref()),
        or_dash(ticket.escalation.as_deref()),
        or_dash(ticket.first_notice.as_deref()),
    ]
}

/// The limit, what stopped the clock, how it came out and by how much it was missed. A later notice of a fault has no clocks.
fn clock(timed: &Timed<'_>, duty: ClockDuty, seen: NaiveDateTime) -> [RegisterValue; 4] {
    let Some(clock) = timed.clock(duty) else {
        return [const { RegisterValue::Empty }; 4];
    };
    let stopped = clock.stop.map(|stop| stop.at).filter(|at| *at <= seen);
    [
        or_empty(clock.deadline, RegisterValue::Moment),
        or_empty(stopped, RegisterValue::Moment),
        text(clock.verdict.word()),
        or_empty(clock.overrun.filter(|_| clock.verdict.is_missed()), |overrun| {
            RegisterValue::Length(overrun.num_seconds())
        }),
    ]
}

fn moment(at: Option<model::Moment>, seen: NaiveDateTime) -> RegisterValue {
    or_empty(at.filter(|at| at.0 <= seen), |at| RegisterValue::Moment(at.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_has_its_columns() {
        assert_eq!(ClockDuty::ALL.len(), DUTIES.len());
        for duty in DUTIES {
            let titles: Vec<_> = COLUMNS.iter().map(|column| column.title).collect();
            let first =
                titles.iter().position(|title| *title == format!("{}时限", duty.word())).unwrap();
            let rest = ["完成", "判定", "超出"].map(|part| format!("{}{part}", duty.word()));
            assert_eq!(titles[first + 1..first + 4], rest);
        }
    }
}
