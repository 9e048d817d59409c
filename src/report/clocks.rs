//! Limits in time as tables, the same in every report that tells of them.
//!
//! In: tickets with their clocks. Out: attainment by clause with numerator and denominator, and every breach with overrun and
//! reason. The hotline record tells them of its quarter, the summary of its year.

use chrono::NaiveDateTime;

use super::document::{Block, Cell, Table, TableOf, Width};
use super::format::{self, NOTHING};
use super::kind::ReportContext;
use super::method;
use crate::model::{Clause, ClockDuty, Ticket};
use crate::schedule::{Attainment, Clock, ClockVerdict, Timed, attainment, clocks_of};

/// What follows a table of attainment.
pub(super) const ATTAINED: &str = "达标率＝达标÷（达标＋超时）；进行中、暂定、数据错误和不适用的不计入。发生数为0的，达标率不作计算。";

/// A clause with a limit in time, and its clocks.
pub(super) struct Limited<'a, 't> {
    /// The clause.
    pub(super) clause: &'a Clause,
    /// What it promises.
    pub(super) duty: ClockDuty,
    /// Its clocks, each with the ticket.
    pub(super) clocks: Vec<(&'t Timed<'a>, &'t Clock<'a>)>,
}

impl Limited<'_, '_> {
    /// How they came out.
    pub(super) fn attainment(&self) -> Attainment {
        attainment(&self.clocks)
    }
}

/// The clauses with a limit in time, each with its clocks among these tickets.
pub(super) fn limited<'a, 't>(
    context: &ReportContext<'a>,
    tickets: &[&'t Timed<'a>],
) -> Vec<Limited<'a, 't>> {
    let clauses = context.contract.record.clauses.iter();
    let limited = clauses.filter_map(|clause| {
        let duty = clause.clock?;
        Some(Limited { clause, duty, clocks: clocks_of(clause, duty, tickets) })
    });
    limited.collect()
}

/// All clocks of clauses together.
pub(super) fn together(limited: &[Limited<'_, '_>]) -> Attainment {
    limited.iter().map(Limited::attainment).fold(Attainment::default(), Attainment::plus)
}

/// Attainment by clause.
pub(super) fn attained(context: &ReportContext<'_>, limited: &[Limited<'_, '_>]) -> Block {
    let sla = &context.contract.record.sla;
    let occurred = |sum: &Attainment| sum.total() - sum.not_applicable;
    let sum = together(limited);
    let rows = limited.iter().map(|limited| (limited.clause, limited.duty, limited.attainment()));
    Table::of("attainment-table", "时限达标情况", rows)
        .column("条款", Width::No, |(clause, ..)| &clause.id)
        .total("合计")
        .column("时限", Width::Text, |(_, duty, _)| method::limit_words(sla, *duty))
        .column("发生", Width::Word, |(.., sum)| occurred(sum))
        .total(occurred(&sum))
        .column("达标", Width::Word, |(.., sum)| sum.met)
        .total(sum.met)
        .column("超时", Width::Word, |(.., sum)| sum.missed())
        .total(sum.missed())
        .column("未定", Width::Word, |(.., sum)| undecided(sum))
        .total(undecided(&sum))
        .column("达标率", Width::Name, |(.., sum)| rate(sum))
        .total(rate(&sum))
        .total_only_if(limited.len() > 1)
        .or(Block::nothing("合同没有约定时限。"))
}

fn undecided(sum: &Attainment) -> Cell {
    let notes = [
        (ClockVerdict::Running, sum.running),
        (ClockVerdict::Provisional, sum.provisional),
        (ClockVerdict::Invalid, sum.invalid),
    ];
    let notes = notes
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| format!("{}{count}", verdict.word()));
    let undecided = sum.running + sum.provisional + sum.invalid;
    Cell::from(undecided).note(notes.collect::<Vec<_>>().join("、"))
}

fn rate(sum: &Attainment) -> Cell {
    match sum.decided() {
        0 if sum.total() == sum.not_applicable => Cell::from(format!("{NOTHING}（本期未发生）")),
        0 => Cell::from(format!("{NOTHING}（尚未判定）")),
        decided => {
            Cell::from(format::share(sum.met, decided)).note(format!("{}／{decided}", sum.met))
        }
    }
}

/// How a table of breaches is drawn.
pub(super) struct Breaches<'b> {
    /// Its anchor.
    pub(super) id: &'b str,
    /// True if the matter is told, too.
    pub(super) with_subject: bool,
    /// Where the number of a ticket leads.
    pub(super) goal: &'b dyn Fn(&Ticket) -> String,
}

impl Breaches<'_> {
    /// Every limit missed, in order of time.
    pub(super) fn draw(&self, limited: &[Limited<'_, '_>]) -> Block {
        let missed = limited.iter().flat_map(|limited| {
            let missed = limited.clocks.iter().filter(|(_, clock)| clock.verdict.is_missed());
            missed.map(move |(timed, clock)| Breach { clause: limited.clause, timed, clock })
        });
        let mut missed: Vec<_> = missed.collect();
        missed.sort_by_key(|breach| (breach.clock.received, breach.clock.duty));
        let table = breach_columns(Table::of(self.id, "超时记录", missed), self.goal);
        let table = match self.with_subject {
            true => table.column("问题与原因", Width::Text, |breach| {
                let ticket = breach.ticket();
                Cell::from(&ticket.subject).note(format!("原因：{}", reasons(ticket)))
            }),
            false => table.column("原因", Width::Text, |breach| reasons(breach.ticket())),
        };
        table.or(Block::none_needed("本期没有超时的记录。"))
    }
}

/// A limit that a ticket missed.
pub(super) struct Breach<'a, 't> {
    /// The clause with the limit.
    pub(super) clause: &'a Clause,
    /// The ticket with its clocks.
    pub(super) timed: &'t Timed<'a>,
    /// The clock of the clause.
    pub(super) clock: &'t Clock<'a>,
}

impl<'a> Breach<'a, '_> {
    /// The ticket.
    pub(super) const fn ticket(&self) -> &'a Ticket {
        &self.timed.ticket.record
    }

    /// By how much it was missed. How long an open one is late grows by the day; that it is open
    /// does not.
    fn overrun(&self) -> String {
        let overrun = self.clock.overrun.filter(|_| self.stopped_at().is_some());
        overrun.map_or_else(|| "尚未完成".to_owned(), format::duration)
    }

    fn stopped_at(&self) -> Option<NaiveDateTime> {
        let stop = self.clock.stop.filter(|_| self.clock.verdict == ClockVerdict::Late);
        stop.map(|stop| stop.at)
    }
}

/// The columns that every table of breaches begins with.
pub(super) fn breach_columns<'a, 't>(
    table: TableOf<Breach<'a, 't>>,
    goal: impl Fn(&Ticket) -> String,
) -> TableOf<Breach<'a, 't>> {
    table
        .column("记录编号", Width::Id, |breach| {
            Cell::from(&breach.ticket().id).to(goal(breach.ticket()))
        })
        .column("条款", Width::No, |breach| &breach.clause.id)
        .column("受理时间", Width::Moment, |breach| format::full_moment(breach.clock.received))
        .column("应完成", Width::Moment, |breach| breach.clock.deadline.map(format::full_moment))
        .column("实际完成", Width::Moment, |breach| {
            breach.stopped_at().map(format::full_moment)
        })
        .column("超出", Width::Day, Breach::overrun)
}

/// Why a limit was missed, as the record says it.
pub(super) fn reasons(ticket: &Ticket) -> String {
    let reasons = [&ticket.late_reason, &ticket.cause].into_iter().flatten();
    let reasons: Vec<_> = reasons.map(|text| text.trim_end_matches('。')).collect();
    if reasons.is_empty() { "记录未写明".to_owned() } else { reasons.join("；") }
}
