//! 受理记录 and 典型问题: one line for every ticket, and the typical ones in detail.
//!
//! In: the tickets of a period. Out: the list that a hospital compares with its own notes, and a sheet with the course of
//! events for each ticket that clause 3.1.5 asks to describe.

use chrono::NaiveDateTime;

use super::input::HotlineInput;
use crate::model::{Moment, Ticket, VisitPurpose, YesNo, report_id};
use crate::report::document::{Block, Cell, Chapter, Step, Table, Width};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::{incidents, shared};
use crate::schedule::{ClockVerdict, Timed, is_closed, is_urgent};

// ---- 受理记录 ------------------------------------------------------------------------------------------------------

pub(super) fn list(input: &HotlineInput<'_, '_>) -> Chapter {
    Chapter::new("records", "受理记录")
        .across()
        .with(Block::remark("来电人只印姓氏，联系方式只印后四位。影响业务的问题在类别下注明。"))
        .with(table(input))
}

fn table(input: &HotlineInput<'_, '_>) -> Block {
    let seen = input.context.service.timing.known.seen;
    Table::of("records-list", "受理记录", &input.tickets)
        .anchors(|timed| &timed.ticket.record.id)
        .column("记录编号", Width::Id, |timed| number(&timed.ticket.record))
        .column("受理时间", Width::Moment, |timed| {
            format::full_moment(timed.ticket.record.received_at.0)
        })
        .column("渠道", Width::Word, |timed| timed.ticket.record.channel.word())
        .choice()
        .column("科室与来电人", Width::Name, |timed| caller(&timed.ticket.record))
        .column("类别", Width::Word, |timed| kind(input, &timed.ticket.record))
        .choice()
        .column("功能模块", Width::Name, |timed| timed.ticket.record.module.as_deref())
        .choice()
        .column("问题", Width::Text, |timed| &timed.ticket.record.subject)
        .column("答复", Width::Wide, |timed| answer(&timed.ticket.record, seen))
        .column("首次响应", Width::Moment, |timed| {
            moment(timed.ticket.record.responded_at, seen)
        })
        .column("答复时间", Width::Moment, |timed| {
            moment(timed.ticket.record.answered_at, seen)
        })
        .column("解决方式", Width::Word, |timed| resolution(&timed.ticket.record, seen))
        .choice()
        .column("时限", Width::Verdict, |timed| match incidents::clocks(timed) {
            (verdict, _) if verdict == NOTHING => Cell::from(verdict),
            (verdict, class) => Cell::judged(verdict, class),
        })
        .choice()
        .long()
        .or(Block::nothing("—（本期未发生）"))
}

fn number(ticket: &Ticket) -> Cell {
    Cell::from(&ticket.id).note(if ticket.typical == YesNo::Yes { "典型问题" } else { "" })
}

fn caller(ticket: &Ticket) -> Cell {
    let caller = ticket.caller.as_deref().map(shared::masked_name).unwrap_or_default();
    let number = ticket.phone.as_deref().map(shared::masked_number).unwrap_or_default();
    Cell::from(ticket.department.as_deref()).note([caller, number].join(" ").trim())
}

fn kind(input: &HotlineInput<'_, '_>, ticket: &Ticket) -> Cell {
    let is_urgent = is_urgent(input.context.service.timing.sla, ticket);
    Cell::from(ticket.kind.word()).note(if is_urgent { "影响业务" } else { "" })
}

fn resolution(ticket: &Ticket, seen: NaiveDateTime) -> Cell {
    let closed = is_closed(ticket, seen);
    let way = ticket.resolution.filter(|_| closed).map_or(NOTHING, |resolution| resolution.word());
    Cell::from(way).note(if closed { "" } else { "未关闭" })
}

fn answer(ticket: &Ticket, seen: NaiveDateTime) -> String {
    let given = ticket.answered_at.is_some_and(|at| at.0 <= seen);
    or_nothing(ticket.answer.as_deref().filter(|_| given).unwrap_or_default())
}

fn moment(at: Option<Moment>, seen: NaiveDateTime) -> Option<String> {
    at.filter(|at| at.0 <= seen).map(|at| format::full_moment(at.0))
}

// ---- 典型问题 ------------------------------------------------------------------------------------------------------

pub(super) fn typical(input: &HotlineInput<'_, '_>) -> Chapter {
    let typical = input.tickets.iter().filter(|timed| timed.ticket.record.typical == YesNo::Yes);
    let typical: Vec<_> = typical.collect();
    let chapter = Chapter::new("typical", "典型问题").on_new_page();
    if typical.is_empty() {
        return chapter.with(Block::nothing("本期没有整理为典型问题的记录。"));
    }
    let intro = format!("本期整理典型问题{}件，解答已归入热线电话服务知识树。", typical.len());
    let sheets = typical.iter().map(|timed| sheet(input, timed));
    chapter.with(Block::text(intro)).with_all(sheets)
}

/// One ticket in detail, kept together on paper.
fn sheet(input: &HotlineInput<'_, '_>, timed: &Timed<'_>) -> Block {
    let ticket = &timed.ticket.record;
    let context = input.context;
    let seen = context.service.timing.known.seen;
    let text = |text: &Option<String>| or_nothing(text.as_deref().unwrap_or_default());
    let urgent = if is_urgent(context.service.timing.sla, ticket) { "紧急" } else { "一般" };
    let mut facts = vec![
        (
            "受理时间与渠道",
            format!("{}，{}", format::full_moment(ticket.received_at.0), ticket.channel),
        ),
        ("科室", text(&ticket.department)),
        ("类别", format!("{}，影响业务：{}，{urgent}", ticket.kind, ticket.affects_business)),
        ("功能模块", text(&ticket.module)),
        ("问题描述", ticket.description.clone().unwrap_or_else(|| ticket.subject.clone())),
        ("解答", answer(ticket, seen)),
        ("时限", verdicts(timed)),
    ];
    if let Some(level) = ticket.level {
        facts.push(("故障等级", level.word().to_owned()));
    }
    if let Some(confirmed) = ticket.confirmed {
        facts.push(("用户确认", confirmed.word().to_owned()));
    }
    let Block::Facts { mut facts } = Block::facts(facts) else { return Block::PageBreak };
    facts.extend(knowledge(input, ticket).map(|cell| ("知识条目".to_owned(), cell)));
    Block::sheet(
        &format!("case-{}", ticket.id),
        &format!("{}　{}", ticket.id, ticket.subject),
        vec![Block::Facts { facts }, Block::Steps { steps: course(input, timed) }],
    )
}

/// The entry that answers it, with a link to the year's list of questions.
fn knowledge(input: &HotlineInput<'_, '_>, ticket: &Ticket) -> Option<Cell> {
    let id = ticket.knowledge.as_deref()?;
    let entry = input.context.records.knowledge(id)?;
    let contract = &input.context.contract.record;
    let years = crate::schedule::periods(contract, crate::model::Cadence::Year);
    let year = years.into_iter().find(|year| year.contains(ticket.received_at.day()))?;
    Some(Cell::from(format!("{id}　{}", entry.record.question)).to(shared::link(
        report_id::FAQ,
        &year.id,
        id,
    )))
}

fn verdicts(timed: &Timed<'_>) -> String {
    let clocks = timed.clocks.iter().filter(|clock| clock.verdict != ClockVerdict::NotApplicable);
    let words: Vec<_> =
        clocks.map(|clock| format!("{}{}", clock.duty, clock.verdict.word())).collect();
    if words.is_empty() { format!("{NOTHING}（不适用）") } else { words.join("，") }
}

/// The course of events of a ticket, in chronological order, as known on the day.
fn course(input: &HotlineInput<'_, '_>, timed: &Timed<'_>) -> Vec<Step> {
    let ticket = &timed.ticket.record;
    let records = input.context.records;
    let own = [
        (Some(ticket.received_at), "受理".to_owned()),
        (ticket.auto_replied_at, "系统自动回复".to_owned()),
        (ticket.responded_at, "首次响应".to_owned()),
        (ticket.classified_at, "判定不能即时答复".to_owned()),
        (ticket.raised_at, "改为紧急".to_owned()),
        (ticket.hold_from, "客户要求顺延".to_owned()),
        (ticket.hold_to, "顺延结束".to_owned()),
        (ticket.interim_at, "告知进展".to_owned()),
        (ticket.remote_failed_at, "判定电话和远程不能解决".to_owned()),
        (ticket.remote_resolved_at, "电话或远程解决".to_owned()),
        (ticket.answered_at, "答复用户".to_owned()),
        (ticket.closed_at, "关闭".to_owned()),
    ];
    let own = own.into_iter().filter_map(|(at, text)| Some((at?.0, text)));
    let visits = records.visits.iter().filter(|visit| {
        visit.record.purpose == VisitPurpose::OnSite
            && visit.record.ticket.as_deref() == Some(&ticket.id)
    });
    let visits = visits.map(|visit| {
        let who = shared::names(input.context, &visit.record.engineers).join("、");
        (visit.record.arrived_at.0, format!("{who}到达现场（{}）", visit.record.id))
    });
    let cases =
        records.escalations.iter().filter(|case| case.record.ticket.as_deref() == Some(&ticket.id));
    let cases = cases.flat_map(|case| {
        let opened = (case.record.opened_at.0, format!("转运维开发团队（{}）", case.record.id));
        let solved = case
            .record
            .solved_at
            .map(|at| (at.0, format!("运维开发团队解决（{}）", case.record.id)));
        [Some(opened), solved].into_iter().flatten()
    });
    let seen = input.context.service.timing.known.seen;
    let mut events: Vec<_> = own.chain(visits).chain(cases).filter(|(at, _)| *at <= seen).collect();
    events.sort_by_key(|(at, _)| *at);
    let mut steps: Vec<Step> = Vec::new();
    for (at, text) in events {
        let at = format::full_moment(at);
        match steps.last_mut() {
            Some(last) if last.at == at => last.text += &format!("，{text}"),
            _ => steps.push(Step { at, text }),
        }
    }
    steps
}
