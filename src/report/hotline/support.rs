//! 现场服务, 运维开发团队后端支持, 值班: the support behind the hotline.
//!
//! In: visits, cases and rosters of a period. Out: their chapters. Without any, a chapter states this: it is not a gap.

use super::input::HotlineInput;
use crate::model::{Escalation, Evidence, Sourced, Ticket, Visit, YesNo};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::report::shared;
use crate::schedule::{cases_in_order, is_settled, on_site};

impl<'a> HotlineInput<'a, '_> {
    /// True if a visit was made in the period, or for one of its tickets.
    pub(super) fn concerns(&self, visit: &Sourced<Visit>) -> bool {
        let day = visit.record.arrived_at.day();
        let for_ticket = |id: &str| self.tickets.iter().any(|timed| timed.ticket.record.id == id);
        day <= self.context.as_of
            && (self.period.contains(day) || visit.record.ticket.as_deref().is_some_and(for_ticket))
    }

    /// The cases that were opened in the period.
    pub(super) fn cases(&self) -> Vec<&'a Sourced<Escalation>> {
        let cases = self.context.records.escalations.iter().filter(|case| {
            let day = case.record.opened_at.day();
            self.period.contains(day) && day <= self.context.as_of
        });
        cases_in_order(cases)
    }
}

pub(super) fn visits(input: &HotlineInput<'_, '_>) -> Chapter {
    let context = input.context;
    let visits = on_site(context.records, input.period, context.as_of);
    let table = Table::of("visits-list", "现场服务单", visits.iter().map(|visit| &visit.record))
        .anchors(|visit| &visit.id)
        .column("单号", Width::Id, |visit| {
            Cell::from(&visit.id).note(shared::names(context, &visit.engineers).join("、"))
        })
        .column("服务记录", Width::Id, |visit| {
            visit.ticket.as_ref().map(|ticket| Cell::from(ticket).to(format!("#{ticket}")))
        })
        .column("到达时间", Width::Moment, |visit| format::full_moment(visit.arrived_at.0))
        .column("离开时间", Width::Moment, |visit| {
            visit.left_at.map(|at| format::full_moment(at.0))
        })
        .column("科室", Width::Name, |visit| visit.department.as_deref())
        .column("处理内容与结果", Width::Text, |visit| {
            Cell::from(&visit.work).note(visit.result.clone().unwrap_or_default())
        })
        .column("客户确认", Width::Name, |visit| signed(input, visit));
    Chapter::new("visits", "现场服务")
        .with(table.or(Block::nothing("—（本期未发生）本期没有到现场处理的问题。")))
}

/// The signature is the evidence (clause of the 24 hours); the person who signed is an official,
/// not a caller.
fn signed(input: &HotlineInput<'_, '_>, visit: &Visit) -> Cell {
    let signed = visit.signed_by.as_deref().map(|id| shared::name(input.context, id));
    let signed_on = visit.signed_on.map(|day| format::short_day(day.0)).unwrap_or_default();
    Cell::from(signed.unwrap_or("未签字")).note(signed_on)
}

pub(super) fn cases(input: &HotlineInput<'_, '_>) -> Chapter {
    Chapter::new("cases", "运维开发团队后端支持").with(case_table(input))
}

fn case_table(input: &HotlineInput<'_, '_>) -> Block {
    let settled = |case: &Sourced<Escalation>| is_settled(case, input.context.as_of);
    Table::of("cases-list", "转运维开发团队事项", input.cases())
        .anchors(|case| &case.record.id)
        .column("编号", Width::Id, |case| &case.record.id)
        .column("类别", Width::Word, |case| case.record.kind.word())
        .column("提出时间", Width::Moment, |case| format::full_moment(case.record.opened_at.0))
        .column("来源", Width::Id, |case| source(&case.record))
        .column("问题与分析", Width::Text, |case| {
            Cell::from(&case.record.problem).note(case.record.analysis.clone().unwrap_or_default())
        })
        .column("处理与结果", Width::Text, |case| handled(input, case))
        .column("状态", Width::Verdict, |case| match settled(case) {
            true => Cell::judged("已解决", "normal"),
            false => Cell::judged("处理中", "attention"),
        })
        .or(Block::nothing("—（本期未发生）本期没有转运维开发团队处理的事项。"))
}

/// The ticket or finding that led to a case.
fn source(case: &Escalation) -> Cell {
    let origin: Vec<_> = [&case.ticket, &case.finding].into_iter().flatten().collect();
    if origin.is_empty() {
        return Cell::from(NOTHING);
    }
    origin.into_iter().fold(Cell::default(), |cell, id| cell.link(id, format!("#{id}")))
}

/// What was done about a case, as known on the day.
fn handled(input: &HotlineInput<'_, '_>, sourced: &Sourced<Escalation>) -> Cell {
    let (case, as_of) = (&sourced.record, input.context.as_of);
    let is_known = case.solved_at.is_some_and(|at| at.day() <= as_of);
    let action = case.action.as_deref().filter(|_| is_known).unwrap_or_default();
    let settled = is_settled(sourced, as_of);
    let outcome = if settled { crate::report::incidents::outcome(case) } else { String::new() };
    Cell::from(Some(action)).note(if outcome == NOTHING { String::new() } else { outcome })
}

/// Who was on duty, and what came in at night and on days off: the proof of 7×24小时.
pub(super) fn duty(input: &HotlineInput<'_, '_>) -> Chapter {
    let (context, period) = (input.context, input.period);
    let mut duties: Vec<_> = shared::rosters(context, period).map(|duty| &duty.record).collect();
    duties.retain(|duty| duty.from.0 <= context.as_of);
    duties.sort_by_key(|duty| (duty.from, duty.to, duty.person.clone()));
    let table = Table::of("duty-list", "热线值班安排", duties)
        .column("值班日期", Width::Text, |duty| {
            format!("{}—{}", format::short_day(duty.from.0), format::short_day(duty.to.0))
        })
        .column("时段", Width::Name, |duty| duty.hours.as_deref().unwrap_or("全天"))
        .column("值班人", Width::Name, |duty| shared::name(context, &duty.person))
        .column("备班人", Width::Name, |duty| {
            duty.backup.as_deref().map(|id| shared::name(context, id))
        });
    let row = context
        .ledger
        .rows
        .iter()
        .find(|row| row.clause.evidence == Evidence::Roster && row.period == *period);
    let covered = row.map(|row| format!("本期应值班{}天，已安排{}天。", row.required, row.done));
    let count = format!("工作时段以外（夜间、周末和节假日）受理{}件。", input.volume.out_of_hours);
    Chapter::new("duty", "值班与时段外受理")
        .with(Block::text(covered.unwrap_or_default() + &count))
        .with(table.or(Block::nothing("本期没有值班安排的记录。")))
        .with_all(night(input))
}

fn night(input: &HotlineInput<'_, '_>) -> Option<Block> {
    let service = &input.context.service;
    let tickets = input.tickets.iter().map(|timed| &timed.ticket.record);
    let tickets = tickets.filter(|ticket| service.is_out_of_hours(ticket));
    let responded = |ticket: &Ticket| {
        let at = ticket.responded_at.filter(|at| at.0 <= service.timing.known.seen);
        at.map(|at| format::full_moment(at.0))
    };
    Table::of("night-list", "时段外受理记录", tickets)
        .column("记录编号", Width::Id, |ticket| {
            Cell::from(&ticket.id).to(format!("#{}", ticket.id))
        })
        .column("受理时间", Width::Moment, |ticket| format::full_moment(ticket.received_at.0))
        .column("渠道", Width::Day, |ticket| ticket.channel.word())
        .column("类别", Width::Word, |ticket| ticket.kind.word())
        .column("问题", Width::Text, |ticket| &ticket.subject)
        .column("即时答复", Width::Word, |ticket| {
            if ticket.instant == YesNo::Yes { "是" } else { "否" }
        })
        .column("首次响应", Width::Moment, |ticket| responded(ticket))
        .if_any()
}
