//! Time limits as tables, the same in every report that shows them.
//!
//! In: tickets with their clocks. Out: attainment by clause with numerator and denominator, and every breach with
//! overrun and reason. The hotline record shows those of its quarter, the summary those of its year.

use chrono::NaiveDateTime;

use super::document::{Block, Cell, Table, TableOf, Width};
use super::format::{self, NOTHING};
use super::kind::ReportContext;
use super::method;
use crate::model::{Clause, ClockDuty, Ticket};
use crate::schedule::{Attainment, Clock, ClockVerdict, Timed, attainment, clocks_of};

/// The note below a table of attainment.
pub(super) const ATTAINED: &str = "达标率＝达标÷（达标＋超时）；进行中、暂定、数据错误和不适用的不计入。发生数为0的，达标率不作计算。";

/// A clause with a time limit, and its clocks.
pub(super) struct Limited<'a, 't> {
    pub(super) clause: &'a Clause,
    /// What it promises.
    pub(super) duty: ClockDuty,
    /// Its clocks, each with the ticket.
    pub(super) clocks: Vec<(&'t Timed<'a>, &'t Clock<'a>)>,
}

impl Limited<'_, '_> {
    /// The attainment of these clocks.
    pub(super) fn attainment(&self) -> Attainment {
        attainment(&self.clocks)
    }
}

/// The clauses with a time limit, each with its clocks among these tickets.
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

/// The attainment over all clocks of these clauses.
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

/// The layout of a table of breaches.
pub(super) struct Breaches<'b> {
    pub(super) id: &'b str,
    /// True if the subject of the ticket is shown, too.
    pub(super) with_subject: bool,
    /// The link target of a ticket number.
    pub(super) goal: &'b dyn Fn(&Ticket) -> String,
}

impl Breaches<'_> {
    /// Every missed limit, in chronological order.
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
    pub(super) clause: &'a Clause,
    /// The ticket with its clocks.
    pub(super) timed: &'t Timed<'a>,
    /// The clock of the clause.
    pub(super) clock: &'t Clock<'a>,
}

impl<'a> Breach<'a, '_> {
    pub(super) const fn ticket(&self) -> &'a Ticket {
        &self.timed.ticket.record
    }

    /// By how much it was missed. Of an open ticket only the fact that it is open is stated: its
    /// overrun grows every day.
    fn overrun(&self) -> String {
        let overrun = self.clock.overrun.filter(|_| self.stopped_at().is_some());
        overrun.map_or_else(|| "尚未完成".to_owned(), format::duration)
    }

    fn stopped_at(&self) -> Option<NaiveDateTime> {
        let stop = self.clock.stop.filter(|_| self.clock.verdict == ClockVerdict::Late);
        stop.map(|stop| stop.at)
    }
}

/// The first columns of every table of breaches.
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

/// Why a limit was missed, in the words of the record.
pub(super) fn reasons(ticket: &Ticket) -> String {
    let reasons = [&ticket.late_reason, &ticket.cause].into_iter().flatten();
    let reasons: Vec<_> = reasons.map(|text| text.trim_end_matches('。')).collect();
    if reasons.is_empty() { "记录未写明".to_owned() } else { reasons.join("；") }
}
