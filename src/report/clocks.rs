//! Limits in time as tables, the same in every report that tells of them.
//!
//! In: tickets with their clocks. Out: attainment by clause with numerator and denominator, and every breach with overrun and
//! reason. The hotline record tells them of its quarter, the summary of its year.

use super::document::{Block, Cell, Column, Row, Table, Width, columns};
use super::format::{self, NOTHING};
use super::kind::ReportContext;
use super::{method, shared};
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
    let heads = columns(&[
        ("条款", Width::No),
        ("时限", Width::Text),
        ("发生", Width::Word),
        ("达标", Width::Word),
        ("超时", Width::Word),
        ("未定", Width::Word),
        ("达标率", Width::Name),
    ]);
    let rows = limited.iter().map(|limited| {
        let limit = method::limit_words(&context.contract.record.sla, limited.duty);
        attained_row(&limited.clause.id, limit, &limited.attainment())
    });
    let mut table = Table::new("attainment-table", "时限达标情况", heads).rows(rows);
    if table.rows.len() > 1 {
        let total = attained_row("合计", String::new(), &together(limited));
        table.rows.push(Row { class: "total", ..total });
    }
    shared::table_or(table, Block::nothing("合同没有约定时限。"))
}

fn attained_row(name: &str, limit: String, sum: &Attainment) -> Row {
    let undecided = sum.running + sum.provisional + sum.invalid;
    let rate = match sum.decided() {
        0 => format!(
            "{NOTHING}（{}）",
            if sum.total() == sum.not_applicable { "本期未发生" } else { "尚未判定" }
        ),
        decided => format::share(sum.met, decided),
    };
    let fraction =
        if sum.decided() > 0 { format!("{}／{}", sum.met, sum.decided()) } else { String::new() };
    let notes = [
        (ClockVerdict::Running, sum.running),
        (ClockVerdict::Provisional, sum.provisional),
        (ClockVerdict::Invalid, sum.invalid),
    ];
    let notes = notes
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| format!("{}{count}", verdict.word()));
    Row::new([
        Cell::from(name),
        Cell::from(limit),
        Cell::from(sum.total() - sum.not_applicable),
        Cell::from(sum.met),
        Cell::from(sum.missed()),
        Cell::from(undecided).note(notes.collect::<Vec<_>>().join("、")),
        Cell::from(rate).note(fraction),
    ])
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
        let mut heads = vec![
            Column::new("记录编号", Width::Id),
            Column::new("条款", Width::No),
            Column::new("受理时间", Width::Moment),
            Column::new("应完成", Width::Moment),
            Column::new("实际完成", Width::Moment),
            Column::new("超出", Width::Day),
        ];
        heads.push(Column::new(if self.with_subject { "问题与原因" } else { "原因" }, Width::Text));
        let missed = limited.iter().flat_map(|limited| {
            let missed = limited.clocks.iter().filter(|(_, clock)| clock.verdict.is_missed());
            missed.map(move |(timed, clock)| (limited.clause, *timed, *clock))
        });
        let mut missed: Vec<_> = missed.collect();
        missed.sort_by_key(|(_, _, clock)| (clock.received, clock.duty));
        let rows = missed.into_iter().map(|(clause, timed, clock)| self.row(clause, timed, clock));
        let table = Table::new(self.id, "超时记录", heads).rows(rows);
        shared::table_or(table, Block::none_needed("本期没有超时的记录。"))
    }

    fn row(&self, clause: &Clause, timed: &Timed<'_>, clock: &Clock<'_>) -> Row {
        let ticket = &timed.ticket.record;
        let reasons = reasons(ticket);
        let last = if self.with_subject {
            Cell::from(&ticket.subject).note(format!("原因：{reasons}"))
        } else {
            Cell::from(reasons)
        };
        Row::new(breach_cells(clause, timed, clock, (self.goal)(ticket)).into_iter().chain([last]))
    }
}

/// Why a limit was missed, as the record says it.
pub(super) fn reasons(ticket: &Ticket) -> String {
    let reasons = [&ticket.late_reason, &ticket.cause].into_iter().flatten();
    let reasons: Vec<_> = reasons.map(|text| text.trim_end_matches('。')).collect();
    if reasons.is_empty() { "记录未写明".to_owned() } else { reasons.join("；") }
}

/// 记录编号, 条款, 受理时间, 应完成, 实际完成 and 超出 of a missed limit.
pub(super) fn breach_cells(
    clause: &Clause,
    timed: &Timed<'_>,
    clock: &Clock<'_>,
    goal: String,
) -> Vec<Cell> {
    let moment = |at: Option<chrono::NaiveDateTime>| {
        at.map_or_else(|| NOTHING.to_owned(), format::full_moment)
    };
    let stop = clock.stop.filter(|_| clock.verdict == ClockVerdict::Late);
    vec![
        Cell::from(&timed.ticket.record.id).to(goal),
        Cell::from(&clause.id),
        Cell::from(format::full_moment(clock.received)),
        Cell::from(moment(clock.deadline)),
        Cell::from(moment(stop.map(|stop| stop.at))),
        // How long an open one stands behind grows by the day; that it is open does not.
        match clock.overrun.filter(|_| stop.is_some()) {
            Some(overrun) => Cell::from(format::duration(overrun)),
            None => Cell::from("尚未完成"),
        },
    ]
}
