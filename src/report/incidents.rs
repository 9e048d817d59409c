//! What happened since the last inspection: faults that users told of, and cases of the development team.
//!
//! In: an inspection and the one before it. Out: a chapter of its report. Everything is stated as it was at the end of the
//! inspection, so that a later day changes neither. No caller is named: the report is about the system.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::ReportContext;
use super::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use super::format::{self, NOTHING, or_nothing};
use crate::model::{Escalation, Evidence, Inspection, Sourced, Ticket, TicketKind, VisitPurpose};
use crate::schedule::{ClockVerdict, Known, Timed, Timing, cases_in_order, is_settled};
use crate::source::FileId;

/// What happened from one moment to another, as it stood at the latter.
struct IncidentsInput<'a, 'm> {
    context: &'m ReportContext<'a>,
    from: NaiveDateTime,
    to: NaiveDateTime,
}

/// Says what happened since the inspection before, or since the first day of service; nothing under a
/// contract that promises neither to answer users nor to mend the software.
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

/// The files that the chapter is made from.
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

    /// Faults received in the span, each with its clocks as they stood at its end.
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
        let heads = columns(&[
            ("编号", Width::Id),
            ("受理时间", Width::Moment),
            ("故障与功能模块", Width::Text),
            ("影响业务", Width::Brief),
            ("解决方式", Width::Brief),
            ("状态", Width::Brief),
            ("时限", Width::Verdict),
        ]);
        let rows = faults.iter().map(|timed| self.fault_row(timed));
        (!faults.is_empty()).then(|| Table::new("faults-list", "期间故障", heads).rows(rows).into())
    }

    fn fault_row(&self, timed: &Timed<'_>) -> Row {
        let ticket = &timed.ticket.record;
        let closed = self.is_closed(ticket);
        let (status, class) =
            if closed { ("已关闭", "normal") } else { ("处理中", "attention") };
        let resolution = ticket.resolution.filter(|_| closed);
        let (clocks, clock_class) = clocks(timed);
        Row::new([
            Cell::from(&ticket.id),
            Cell::from(format::short_moment(ticket.received_at.0)),
            Cell::from(&ticket.subject).note(ticket.module.clone().unwrap_or_default()),
            Cell::from(ticket.affects_business.word()),
            Cell::from(resolution.map_or(NOTHING, |resolution| resolution.word())),
            Cell::judged(status, class),
            if clocks == NOTHING { Cell::from(clocks) } else { Cell::judged(clocks, clock_class) },
        ])
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
        let heads = columns(&[
            ("编号", Width::Id),
            ("类别", Width::Brief),
            ("提出日期", Width::Day),
            ("来源", Width::Id),
            ("问题", Width::Text),
            ("处理与结果", Width::Text),
            ("状态", Width::Brief),
        ]);
        let rows = cases.iter().map(|case| self.case_row(&case.record));
        let table = Table::new("cases-list", "转后端支持事项", heads);
        (!cases.is_empty()).then(|| table.rows(rows).into())
    }

    fn case_row(&self, case: &Escalation) -> Row {
        let settled = case.solved_at.is_some_and(|at| at.0 <= self.to);
        let (status, class) =
            if settled { ("已解决", "normal") } else { ("处理中", "attention") };
        let origin: Vec<_> =
            [&case.finding, &case.ticket].into_iter().flatten().map(String::as_str).collect();
        let mut action = Cell::from(NOTHING);
        if settled {
            let outcome = Some(outcome(case)).filter(|outcome| outcome != NOTHING);
            action = Cell::from(or_nothing(case.action.as_deref().unwrap_or_default()))
                .note(outcome.unwrap_or_default());
        }
        Row::new([
            Cell::from(&case.id),
            Cell::from(case.kind.word()),
            Cell::from(format::short_day(case.opened_at.day())),
            Cell::from(or_nothing(&origin.join("、"))),
            Cell::from(&case.problem),
            action,
            Cell::judged(status, class),
        ])
    }

    /// The numbers in a sentence.
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

/// What a settled case came to: the version, the figures before and after, the proposal.
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
