//! 现场服务, 运维开发团队后端支持, 值班: what stood behind the hotline.
//!
//! In: visits, cases and rosters of a period. Out: their chapters. A period without any says so: nothing occurred is no gap.

use super::HotlineInput;
use crate::model::{Escalation, Evidence, Sourced, Visit, YesNo};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING, or_nothing};
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
    let visits = on_site(input.context.records, input.period, input.context.as_of);
    let heads = columns(&[
        ("单号", Width::Id),
        ("服务记录", Width::Id),
        ("到达时间", Width::Moment),
        ("离开时间", Width::Moment),
        ("科室", Width::Name),
        ("处理内容与结果", Width::Text),
        ("客户确认", Width::Name),
    ]);
    let table = Table::new("visits-list", "现场服务单", heads)
        .rows(visits.iter().map(|visit| visit_row(input, &visit.record)));
    Chapter::new("visits", "现场服务")
        .with(shared::table_or(table, Block::nothing("—（本期未发生）本期没有到现场处理的问题。")))
}

fn visit_row(input: &HotlineInput<'_, '_>, visit: &Visit) -> Row {
    let moment = |at: Option<crate::model::Moment>| {
        at.map_or_else(|| NOTHING.to_owned(), |at| format::full_moment(at.0))
    };
    let ticket = match &visit.ticket {
        Some(ticket) => Cell::from(ticket).to(format!("#{ticket}")),
        None => Cell::from(NOTHING),
    };
    // The signature is the evidence (clause of the 24 hours); whoever signed is an official, not a caller.
    let signed = visit.signed_by.as_deref().map(|id| shared::name(input.context, id));
    let signed_on = visit.signed_on.map(|day| format::short_day(day.0)).unwrap_or_default();
    Row::new([
        Cell::from(&visit.id).note(shared::names(input.context, &visit.engineers).join("、")),
        ticket,
        Cell::from(moment(Some(visit.arrived_at))),
        Cell::from(moment(visit.left_at)),
        Cell::from(or_nothing(visit.department.as_deref().unwrap_or_default())),
        Cell::from(&visit.work).note(visit.result.clone().unwrap_or_default()),
        Cell::from(signed.unwrap_or("未签字")).note(signed_on),
    ])
    .id(&visit.id)
}

pub(super) fn cases(input: &HotlineInput<'_, '_>) -> Chapter {
    let heads = columns(&[
        ("编号", Width::Id),
        ("类别", Width::Word),
        ("提出时间", Width::Moment),
        ("来源", Width::Id),
        ("问题与分析", Width::Text),
        ("处理与结果", Width::Text),
        ("状态", Width::Verdict),
    ]);
    let cases = input.cases();
    let table = Table::new("cases-list", "转运维开发团队事项", heads)
        .rows(cases.into_iter().map(|case| case_row(input, case)));
    Chapter::new("cases", "运维开发团队后端支持").with(shared::table_or(
        table,
        Block::nothing("—（本期未发生）本期没有转运维开发团队处理的事项。"),
    ))
}

fn case_row(input: &HotlineInput<'_, '_>, sourced: &Sourced<Escalation>) -> Row {
    let case = &sourced.record;
    let settled = is_settled(sourced, input.context.as_of);
    let (status, class) =
        if settled { ("已解决", "normal") } else { ("处理中", "attention") };
    let origin = [&case.ticket, &case.finding].into_iter().flatten();
    let mut source = Cell::default();
    for id in origin {
        source = source.link(id, format!("#{id}"));
    }
    if source.links.is_empty() {
        source = Cell::from(NOTHING);
    }
    let known = |text: &Option<String>| {
        text.clone().filter(|_| case.solved_at.is_some_and(|at| at.day() <= input.context.as_of))
    };
    let outcome = if settled { crate::report::incidents::outcome(case) } else { String::new() };
    Row::new([
        Cell::from(&case.id),
        Cell::from(case.kind.word()),
        Cell::from(format::full_moment(case.opened_at.0)),
        source,
        Cell::from(&case.problem).note(case.analysis.clone().unwrap_or_default()),
        Cell::from(or_nothing(&known(&case.action).unwrap_or_default()))
            .note(if outcome == NOTHING { String::new() } else { outcome }),
        Cell::judged(status, class),
    ])
    .id(&case.id)
}

/// Who was on duty, and what came in at night and on days off: the proof of 7×24小时.
pub(super) fn duty(input: &HotlineInput<'_, '_>) -> Chapter {
    let (context, period) = (input.context, input.period);
    let mut duties: Vec<_> = shared::rosters(context, period).map(|duty| &duty.record).collect();
    duties.retain(|duty| duty.from.0 <= context.as_of);
    duties.sort_by_key(|duty| (duty.from, duty.to, duty.person.clone()));
    let heads = columns(&[
        ("值班日期", Width::Text),
        ("时段", Width::Name),
        ("值班人", Width::Name),
        ("备班人", Width::Name),
    ]);
    let rows = duties.iter().map(|duty| {
        let backup = duty.backup.as_deref().map_or(NOTHING, |id| shared::name(context, id));
        Row::new([
            Cell::from(format!(
                "{}—{}",
                format::short_day(duty.from.0),
                format::short_day(duty.to.0)
            )),
            Cell::from(duty.hours.as_deref().unwrap_or("全天")),
            Cell::from(shared::name(context, &duty.person)),
            Cell::from(backup),
        ])
    });
    let table = Table::new("duty-list", "热线值班安排", heads).rows(rows);
    let chapter = Chapter::new("duty", "值班与时段外受理");
    let row = context
        .ledger
        .rows
        .iter()
        .find(|row| row.clause.evidence == Evidence::Roster && row.period == *period);
    let covered = row.map(|row| format!("本期应值班{}天，已安排{}天。", row.required, row.done));
    let night = night(input);
    let count = format!("工作时段以外（夜间、周末和节假日）受理{}件。", input.volume.out_of_hours);
    chapter
        .with(Block::text(covered.unwrap_or_default() + &count))
        .with(shared::table_or(table, Block::nothing("本期没有值班安排的记录。")))
        .with_all(night)
}

fn night(input: &HotlineInput<'_, '_>) -> Option<Block> {
    let service = &input.context.service;
    let tickets =
        input.tickets.iter().filter(|timed| service.is_out_of_hours(&timed.ticket.record));
    let heads = columns(&[
        ("记录编号", Width::Id),
        ("受理时间", Width::Moment),
        ("渠道", Width::Day),
        ("类别", Width::Word),
        ("问题", Width::Text),
        ("即时答复", Width::Word),
        ("首次响应", Width::Moment),
    ]);
    let rows: Vec<_> = tickets
        .map(|timed| {
            let ticket = &timed.ticket.record;
            let responded = ticket.responded_at.filter(|at| at.0 <= service.timing.known.seen);
            Row::new([
                Cell::from(&ticket.id).to(format!("#{}", ticket.id)),
                Cell::from(format::full_moment(ticket.received_at.0)),
                Cell::from(ticket.channel.word()),
                Cell::from(ticket.kind.word()),
                Cell::from(&ticket.subject),
                Cell::from(if ticket.instant == YesNo::Yes { "是" } else { "否" }),
                Cell::from(
                    responded.map_or_else(|| NOTHING.to_owned(), |at| format::full_moment(at.0)),
                ),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table::new("night-list", "时段外受理记录", heads).rows(rows).into())
}
