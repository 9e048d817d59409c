//! What happened since the last inspection: faults that users told of, and cases of the development team.
//!
//! In: an inspection and the one before it. Out: two tables of its report. Everything is told as it stood at the end of the
//! inspection, so that a later day changes neither. No caller is named: the report is about the system.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use super::format::{self, NOTHING};
use super::kind::ReportContext;
use crate::model::{Escalation, Evidence, Inspection, Sourced, Ticket, TicketKind, VisitPurpose};
use crate::schedule::{ClockVerdict, Known, Timed, Timing, cases_in_order, is_settled};
use crate::source::FileId;

/// The span that is told, and what happened in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Incidents {
    /// The span in words.
    pub(super) span: String,
    /// Numbers in a sentence.
    pub(super) headline: String,
    /// One row a fault.
    pub(super) faults: Vec<FaultRow>,
    /// One row a case of the development team.
    pub(super) cases: Vec<CaseRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FaultRow {
    id: String,
    received: String,
    module: String,
    subject: String,
    affects_business: &'static str,
    resolution: String,
    status: &'static str,
    class: &'static str,
    clocks: String,
    clock_class: &'static str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CaseRow {
    id: String,
    kind: &'static str,
    opened: String,
    origin: String,
    problem: String,
    action: String,
    outcome: String,
    status: &'static str,
    class: &'static str,
}

/// What happened from one moment to another, as it stood at the latter.
struct IncidentsInput<'a, 'm> {
    context: &'m ReportContext<'a>,
    from: NaiveDateTime,
    to: NaiveDateTime,
}

/// Tells what happened since the inspection before, or since the first day of service; nothing under a contract that
/// promises neither to answer users nor to mend the software.
pub(super) fn incidents(
    context: &ReportContext<'_>,
    inspection: &Sourced<Inspection>,
    before: Option<&Sourced<Inspection>>,
) -> Option<Incidents> {
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
    let faults = input.faults();
    let cases: Vec<_> = input.cases().into_iter().map(|case| input.case_row(case)).collect();
    Some(Incidents {
        span: format!("{}至{}", format::long_moment(input.from), format::long_moment(input.to)),
        headline: headline(&faults, cases.len()),
        faults,
        cases,
    })
}

/// The files that it is told from.
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
    fn faults(&self) -> Vec<FaultRow> {
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
        timed.map(|timed| self.fault_row(&timed)).collect()
    }

    fn fault_row(&self, timed: &Timed<'_>) -> FaultRow {
        let ticket = &timed.ticket.record;
        let closed = ticket.closed_at.is_some_and(|at| at.0 <= self.to);
        let (status, class) =
            if closed { ("已关闭", "normal") } else { ("处理中", "attention") };
        let (clocks, clock_class) = clocks(timed);
        FaultRow {
            id: ticket.id.clone(),
            received: format::short_moment(ticket.received_at.0),
            module: ticket.module.clone().unwrap_or_else(|| NOTHING.to_owned()),
            subject: ticket.subject.clone(),
            affects_business: ticket.affects_business.word(),
            resolution: match ticket.resolution {
                Some(resolution) if closed => resolution.word().to_owned(),
                _ => NOTHING.to_owned(),
            },
            status,
            class,
            clocks,
            clock_class,
        }
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

    fn case_row(&self, case: &Sourced<Escalation>) -> CaseRow {
        let settled = case.record.solved_at.is_some_and(|at| at.0 <= self.to);
        let case = &case.record;
        let (status, class) =
            if settled { ("已解决", "normal") } else { ("处理中", "attention") };
        let or_dash = |text: &Option<String>| text.clone().filter(|_| settled);
        let origin: Vec<_> = [&case.finding, &case.ticket].into_iter().flatten().cloned().collect();
        CaseRow {
            id: case.id.clone(),
            kind: case.kind.word(),
            opened: format::short_day(case.opened_at.day()),
            origin: if origin.is_empty() { NOTHING.to_owned() } else { origin.join("、") },
            problem: case.problem.clone(),
            action: or_dash(&case.action).unwrap_or_else(|| NOTHING.to_owned()),
            outcome: if settled { outcome(case) } else { NOTHING.to_owned() },
            status,
            class,
        }
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

fn headline(faults: &[FaultRow], cases: usize) -> String {
    if faults.is_empty() && cases == 0 {
        return "期间没有故障报修，也没有转后端支持的事项。".to_owned();
    }
    let open = faults.iter().filter(|fault| fault.class != "normal").count();
    let missed = faults.iter().filter(|fault| fault.clock_class == "abnormal").count();
    let mut text = format!("期间受理故障{}件", faults.len());
    if open > 0 {
        text += &format!("，其中处理中{open}件");
    }
    if missed > 0 {
        text += &format!("，有时限超时的{missed}件");
    }
    text + &format!("；转后端支持{cases}件。")
}
