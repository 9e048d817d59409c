//! Events since the previous inspection: faults reported by users, and cases of the development team.
//!
//! In: an inspection and the one before it. Out: a chapter of its report. Everything is stated as of the end of the
//! inspection, so that a later day does not change it. No caller is named: the report is about the system.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::document::{Block, Cell, Chapter, Table, Width};
use super::format::{self, NOTHING, or_nothing};
use super::kind::ReportContext;
use crate::model::{Escalation, Evidence, Inspection, Sourced, Ticket, TicketKind, VisitPurpose};
use crate::schedule::{ClockVerdict, Known, Timed, Timing, cases_in_order, is_settled};
use crate::source::FileId;

/// The events between two moments, in the state of the latter.
struct IncidentsInput<'a, 'm> {
    context: &'m ReportContext<'a>,
    from: NaiveDateTime,
    to: NaiveDateTime,
}

/// The chapter about the time since the previous inspection, or since the first day of service; `None` under a
/// contract that promises neither to answer users nor to fix the software.
pub(super) fn chapter(
    context: &ReportContext<'_>,
    inspection: &Sourced<Inspection>,
    before: Option<&Sourced<Inspection>>,
) -> Option<Chapter> {
    let promised = [Evidence::Ticket, Evidence::Visit, Evidence::Escalation];
    let clauses = &context.contract.record.clauses;
    if !clauses.iter().any(|clause| promised.contains(&clause.evidence)) {
        return None;
    }
    let first = context.contract.record.term.from.0.and_time(NaiveTime::MIN);
    let input = IncidentsInput {
        context,
        from: before.map_or(first, |before| before.record.finished_at.0),
        to: inspection.record.finished_at.0,
    };
    let (faults, cases) = (input.faults(), input.cases());
    let (from, to) = (format::long_moment(input.from), format::long_moment(input.to));
    let headline = input.headline(&faults, cases.len());
    let chapter = Chapter::new("incidents", "故障与后端支持")
        .with(Block::text(format!("{from}至{to}，{headline}")))
        .with_all(input.fault_table(&faults))
        .with_all(input.case_table(&cases));
    Some(chapter)
}

/// The files from which the chapter is built.
pub(super) fn sources(context: &ReportContext<'_>, to: NaiveDate) -> Vec<FileId> {
    let records = context.records;
    let tickets = records.tickets.iter().filter(|ticket| ticket.record.received_at.day() <= to);
    let visits = records.visits.iter().filter(|visit| {
        visit.record.purpose == VisitPurpose::OnSite && visit.record.arrived_at.day() <= to
    });
    let cases = records.escalations.iter().filter(|case| case.record.opened_at.day() <= to);
    let mut files: Vec<_> = tickets
        .map(|sourced| sourced.location.file)
        .chain(visits.map(|sourced| sourced.location.file))
        .chain(cases.map(|sourced| sourced.location.file))
        .collect();
    files.dedup();
    files
}

impl IncidentsInput<'_, '_> {
    fn holds(&self, at: NaiveDateTime) -> bool {
        self.from < at && at <= self.to
    }

    /// Faults received in the span, each with the state of its clocks at the end of the span.
    fn faults(&self) -> Vec<Timed<'_>> {
        let context = self.context;
        let calendar = context.service.timing.calendar;
        let timing =
            Timing::new(&context.contract.record, context.records, calendar, Known::at(self.to));
        let tickets = context.records.tickets.iter().filter(|ticket| {
            ticket.record.kind == TicketKind::Fault && self.holds(ticket.record.received_at.0)
        });
        let mut tickets: Vec<_> = tickets.collect();
        tickets.sort_by(|left, right| {
            let key =
                |ticket: &Sourced<Ticket>| (ticket.record.received_at, ticket.record.id.clone());
            key(left).cmp(&key(right))
        });
        let timed = tickets
            .into_iter()
            .map(|ticket| Timed { ticket, clocks: timing.clocks(&ticket.record) });
        timed.collect()
    }

    fn is_closed(&self, ticket: &Ticket) -> bool {
        ticket.closed_at.is_some_and(|at| at.0 <= self.to)
    }

    fn fault_table(&self, faults: &[Timed<'_>]) -> Option<Block> {
        Table::of("faults-list", "期间故障", faults)
            .column("编号", Width::Id, |timed| &timed.ticket.record.id)
            .column("受理时间", Width::Moment, |timed| {
                format::short_moment(timed.ticket.record.received_at.0)
            })
            .column("故障与功能模块", Width::Text, |timed| subject(&timed.ticket.record))
            .column("影响业务", Width::Brief, |timed| {
                timed.ticket.record.affects_business.word()
            })
            .column("解决方式", Width::Brief, |timed| self.resolution(&timed.ticket.record))
            .column("状态", Width::Brief, |timed| match self.is_closed(&timed.ticket.record) {
                true => Cell::judged("已关闭", "normal"),
                false => Cell::judged("处理中", "attention"),
            })
            .column("时限", Width::Verdict, |timed| clocks_cell(timed))
            .if_any()
    }

    fn resolution(&self, ticket: &Ticket) -> Option<&'static str> {
        ticket.resolution.filter(|_| self.is_closed(ticket)).map(|resolution| resolution.word())
    }

    /// Cases opened in the span, and earlier ones that were not settled before it began.
    fn cases(&self) -> Vec<&Sourced<Escalation>> {
        let cases = self.context.records.escalations.iter().filter(|case| {
            let opened = case.record.opened_at.0;
            let carried = opened <= self.from && !is_settled(case, self.from.date());
            self.holds(opened) || carried
        });
        cases_in_order(cases)
    }

    fn case_table(&self, cases: &[&Sourced<Escalation>]) -> Option<Block> {
        Table::of("cases-list", "转后端支持事项", cases.iter().map(|case| &case.record))
            .column("编号", Width::Id, |case| &case.id)
            .column("类别", Width::Brief, |case| case.kind.word())
            .column("提出日期", Width::Day, |case| format::short_day(case.opened_at.day()))
            .column("来源", Width::Id, |case| {
                let origin = [&case.finding, &case.ticket].into_iter().flatten().cloned();
                or_nothing(&origin.collect::<Vec<_>>().join("、"))
            })
            .column("问题", Width::Text, |case| &case.problem)
            .column("处理与结果", Width::Text, |case| self.action(case))
            .column("状态", Width::Brief, |case| match self.is_settled(case) {
                true => Cell::judged("已解决", "normal"),
                false => Cell::judged("处理中", "attention"),
            })
            .if_any()
    }

    fn is_settled(&self, case: &Escalation) -> bool {
        case.solved_at.is_some_and(|at| at.0 <= self.to)
    }

    /// What was done and with which result, once the case is settled.
    fn action(&self, case: &Escalation) -> Cell {
        if !self.is_settled(case) {
            return Cell::from(NOTHING);
        }
        let outcome = Some(outcome(case)).filter(|outcome| outcome != NOTHING);
        Cell::from(case.action.as_deref()).note(outcome.unwrap_or_default())
    }

    /// The numbers as a sentence.
    fn headline(&self, faults: &[Timed<'_>], cases: usize) -> String {
        if faults.is_empty() && cases == 0 {
            return "期间没有故障报修，也没有转后端支持的事项。".to_owned();
        }
        let open = faults.iter().filter(|timed| !self.is_closed(&timed.ticket.record)).count();
        let missed = faults.iter().filter(|timed| clocks(timed).1 == "abnormal").count();
        let mut text = format!("期间受理故障{}件", faults.len());
        if open > 0 {
            text += &format!("，其中处理中{open}件");
        }
        if missed > 0 {
            text += &format!("，有时限超时的{missed}件");
        }
        text + &format!("；转后端支持{cases}件。")
    }
}

fn subject(ticket: &Ticket) -> Cell {
    Cell::from(&ticket.subject).note(ticket.module.clone().unwrap_or_default())
}

fn clocks_cell(timed: &Timed<'_>) -> Cell {
    let (text, class) = clocks(timed);
    if text == NOTHING { Cell::from(text) } else { Cell::judged(text, class) }
}

/// The result of a settled case: the version, the figures before and after, the proposal.
pub(super) fn outcome(case: &Escalation) -> String {
    let version = case.version.as_ref().map(|version| format!("版本{version}"));
    let figures = match (&case.before, &case.after) {
        (Some(before), Some(after)) => Some(format!("优化前{before}，优化后{after}")),
        _ => None,
    };
    let proposal = case.proposal.as_ref().map(|_| "已提交优化建议方案".to_owned());
    let parts: Vec<_> =
        [version, figures, proposal, case.result.clone()].into_iter().flatten().collect();
    format::or_nothing(&parts.join("；"))
}

/// The worst verdict of a ticket's clocks, and the duties that missed their limit.
pub(super) fn clocks(timed: &Timed<'_>) -> (String, &'static str) {
    let with = |wanted: fn(ClockVerdict) -> bool| {
        let clocks = timed.clocks.iter().filter(move |clock| wanted(clock.verdict));
        clocks.map(|clock| clock.duty.word()).collect::<Vec<_>>().join("、")
    };
    let missed = with(ClockVerdict::is_missed);
    let open = with(|verdict| matches!(verdict, ClockVerdict::Running | ClockVerdict::Provisional));
    let ticket = &timed.ticket.record;
    let is_timed = timed.clocks.iter().any(|clock| clock.verdict != ClockVerdict::NotApplicable);
    match ticket.first_notice {
        Some(_) => ("同一故障的再次通知".to_owned(), "skipped"),
        None if !is_timed => (NOTHING.to_owned(), "not-applicable"),
        _ if !missed.is_empty() => (format!("{missed}超时"), "abnormal"),
        _ if !open.is_empty() => (format!("{open}未到期"), "skipped"),
        _ => ("达标".to_owned(), "normal"),
    }
}
