//! 时限执行: how the limits of the contract were kept.
//!
//! In: the clocks of a period. Out: attainment by clause with numerator and denominator, every breach with overrun and reason,
//! and the tickets whose verdict depends on how the contract is read.

use chrono::NaiveDate;

use super::Told;
use crate::model::{Clause, ClockDuty, Ticket};
use crate::report::document::{Block, Cell, Chapter, Column, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING};
use crate::report::{Material, method, shared};
use crate::schedule::{Attainment, Clock, ClockVerdict, OtherClock, Timed, attainment, clocks_of};

/// What each key of the limits decides, in words. A key that is not here is printed as the contract file writes it.
const KEYS: &[(&str, &str)] = &[
    ("response.clock", "响应按"),
    ("response.outside_window", "时段外受理"),
    ("onsite.start", "到场起算点取"),
    ("onsite.clock", "到场按"),
    ("answer.start", "答复起算点取"),
    ("answer.clock", "答复按"),
    ("answer.urgent_rule", "紧急以"),
    ("answer.reclass", "改为紧急的"),
];

pub(super) fn chapter(told: &Told<'_, '_>) -> Chapter {
    Chapter::new("limits", "时限执行情况")
        .with(Block::section("attainment", "各条款达标情况"))
        .with(attained(told))
        .with(Block::remark("达标率＝达标÷（达标＋超时）；进行中、暂定、数据错误和不适用的不计入。发生数为0的，达标率不作计算。"))
        .with(Block::section("breaches", "超时记录"))
        .with(breaches(told, "breach-list", true))
        .with(Block::section("disputed", "结论取决于口径的记录"))
        .with_all(disputed(told))
}

/// The clauses with a limit, each with its clocks of the period.
fn clauses<'t, 'a>(
    told: &'t Told<'a, '_>,
) -> Vec<(&'a Clause, ClockDuty, Vec<(&'t Timed<'a>, &'t Clock<'a>)>)> {
    let clauses = told.material.contract.record.clauses.iter();
    let timed = clauses.filter_map(|clause| {
        let duty = clause.clock?;
        Some((clause, duty, clocks_of(clause, duty, &told.tickets)))
    });
    timed.collect()
}

/// Part of the verdict page: each breach, or that there is none.
pub(super) fn summary(told: &Told<'_, '_>) -> Vec<Block> {
    if told.limits.missed() == 0 {
        return Vec::new();
    }
    vec![breaches(told, "summary-breaches", false)]
}

fn attained(told: &Told<'_, '_>) -> Block {
    let heads = columns(&[
        ("条款", Width::No),
        ("时限", Width::Text),
        ("发生", Width::Word),
        ("达标", Width::Word),
        ("超时", Width::Word),
        ("未定", Width::Word),
        ("达标率", Width::Name),
    ]);
    let rows = clauses(told).into_iter().map(|(clause, duty, clocks)| {
        let sum = attainment(&clocks);
        let limit = method::limit_words(&told.material.contract.record.sla, duty);
        attained_row(&clause.id, limit, &sum)
    });
    let mut table = Table::new("attainment-table", "时限达标情况", heads).rows(rows);
    if table.rows.len() > 1 {
        let total = attained_row("合计", String::new(), &told.limits);
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
    let fraction = if sum.decided() > 0 { format!("{}／{}", sum.met, sum.decided()) } else { String::new() };
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

fn breaches(told: &Told<'_, '_>, id: &str, with_subject: bool) -> Block {
    let mut heads = vec![
        Column::new("记录编号", Width::Id),
        Column::new("条款", Width::No),
        Column::new("受理时间", Width::Moment),
        Column::new("应完成", Width::Moment),
        Column::new("实际完成", Width::Moment),
        Column::new("超出", Width::Day),
    ];
    if with_subject {
        heads.push(Column::new("问题", Width::Text));
    }
    heads.push(Column::new("原因", Width::Text));
    let missed = clauses(told).into_iter().flat_map(|(clause, _, clocks)| {
        let missed = clocks.into_iter().filter(|(_, clock)| clock.verdict.is_missed());
        missed.map(move |(timed, clock)| (clause, timed, clock))
    });
    let mut missed: Vec<_> = missed.collect();
    missed.sort_by_key(|(_, _, clock)| (clock.received, clock.duty));
    let rows = missed.into_iter().map(|(clause, timed, clock)| breach(clause, timed, clock, with_subject));
    let table = Table::new(id, "超时记录", heads).rows(rows);
    shared::table_or(table, Block::none_needed("本期没有超时的记录。"))
}

fn breach(clause: &Clause, timed: &Timed<'_>, clock: &Clock<'_>, with_subject: bool) -> Row {
    let ticket = &timed.ticket.record;
    let mut cells = breach_cells(clause, timed, clock, format!("#{}", ticket.id));
    if with_subject {
        cells.push(Cell::from(&ticket.subject));
    }
    cells.push(Cell::from(reasons(ticket)));
    Row::new(cells)
}

/// Why a limit was missed, as the record says it.
pub(in crate::report) fn reasons(ticket: &Ticket) -> String {
    let reasons = [&ticket.late_reason, &ticket.cause].into_iter().flatten();
    let reasons: Vec<_> = reasons.map(|text| text.trim_end_matches('。')).collect();
    if reasons.is_empty() { "记录未写明".to_owned() } else { reasons.join("；") }
}

/// 记录编号, 条款, 受理时间, 应完成, 实际完成 and 超出 of a missed limit.
pub(in crate::report) fn breach_cells(
    clause: &Clause,
    timed: &Timed<'_>,
    clock: &Clock<'_>,
    goal: String,
) -> Vec<Cell> {
    let moment =
        |at: Option<chrono::NaiveDateTime>| at.map_or_else(|| NOTHING.to_owned(), format::full_moment);
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

fn disputed(told: &Told<'_, '_>) -> Vec<Block> {
    disputed_in(told.material, &|day| told.period.contains(day), &|ticket| format!("#{}", ticket.id))
}

/// The tickets received on some days whose verdict depends on how the contract is read; `goal` is where a ticket is shown.
pub(in crate::report) fn disputed_in(
    material: &Material<'_>,
    holds: &dyn Fn(NaiveDate) -> bool,
    goal: &dyn Fn(&Ticket) -> String,
) -> Vec<Block> {
    let heads = columns(&[
        ("记录编号", Width::Id),
        ("时限", Width::Name),
        ("受理时间", Width::Moment),
        ("本报告口径", Width::Verdict),
        ("另一种口径", Width::Text),
        ("其结论", Width::Verdict),
    ]);
    let all = material.service.disputed(material.others);
    let of_period = all.filter(|(timed, ..)| holds(timed.ticket.record.received_at.day()));
    let rows: Vec<_> = of_period
        .flat_map(|(timed, clock, others)| {
            let goal = goal(&timed.ticket.record);
            others.into_iter().map(move |other| disputed_row(timed, clock, &other, goal.clone()))
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::none_needed("本期没有因口径不同而结论不同的记录。")];
    }
    vec![
        Block::text(
            "合同对下列情形没有写明，按不同理解结论不同。本报告各项统计采用“口径说明”所列口径，另一种理解的结论并列于此，请双方书面商定后执行。",
        ),
        Table::new("disputed-list", "结论取决于口径的记录", heads).rows(rows).into(),
    ]
}

fn disputed_row(timed: &Timed<'_>, clock: &Clock<'_>, other: &OtherClock<'_>, goal: String) -> Row {
    let ticket = &timed.ticket.record;
    let key = KEYS.iter().find(|(key, _)| *key == other.reading.key);
    let reading = key.map_or_else(
        || format!("{}＝{}", other.reading.key, other.reading.value),
        |(_, words)| format!("{words}“{}”", other.reading.value),
    );
    let deadline = other.clock.and_then(|clock| clock.deadline);
    let note = deadline.map(|at| format!("应完成{}", format::full_moment(at))).unwrap_or_default();
    let judged = |clock: &Clock<'_>| {
        let class = if clock.verdict.is_missed() { "abnormal" } else { "normal" };
        Cell::judged(clock.verdict.word(), class)
    };
    Row::new([
        Cell::from(&ticket.id).to(goal),
        Cell::from(clock.duty.word()),
        Cell::from(format::full_moment(clock.received)),
        judged(clock),
        Cell::from(reading).note(note),
        other.clock.as_ref().map_or_else(|| Cell::from(NOTHING), judged),
    ])
}
