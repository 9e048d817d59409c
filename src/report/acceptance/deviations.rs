//! 偏离与说明: every limit missed and every gap, with what the records say and what was done.
//!
//! In: the standings, the clocks of their tickets, entries of the contract file. Out: three tables: limits in time, gaps, and
//! tickets whose verdict depends on how the contract is read.

use super::AcceptanceInput;
use super::gaps::{self, Shortfall};
use crate::model::{ClockDuty, Evidence, Ticket};
use crate::report::clocks::{breach_cells, reasons};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, or_nothing};
use crate::report::hotline::limits::disputed_in;
use crate::report::shared;
use crate::schedule::{Clock, Timed, clocks_of, is_closed};

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let has_overall =
        input.statuses.iter().any(|status| status.clause.evidence == Evidence::Overall);
    let remark = "总体服务一条由其余各条款汇总得出，其偏离不再重复列出。";
    let goal = |ticket: &Ticket| input.goal(Evidence::Ticket, ticket.received_at.day(), &ticket.id);
    Chapter::new("deviations", "偏离与说明")
        .across()
        .with_all(has_overall.then(|| Block::remark(remark)))
        .with(Block::section("missed", "时限超时"))
        .with(missed(input))
        .with(Block::section("gaps", "部分履行、逾期履行、无履约证据与超过限值"))
        .with(gap_table(input))
        .with(Block::section("disputed", "口径争议"))
        .with_all(disputed_in(input.context, &input.tickets, &goal))
}

// ---- limits in time -----------------------------------------------------------------------------------------------

fn missed(input: &AcceptanceInput<'_, '_>) -> Block {
    let heads = columns(&[
        ("记录编号", Width::Id),
        ("条款", Width::No),
        ("受理时间", Width::Moment),
        ("应完成", Width::Moment),
        ("实际完成", Width::Moment),
        ("超出", Width::Day),
        ("问题", Width::Text),
        ("原因（记录所载）", Width::Text),
        ("处理与补救", Width::Wide),
        ("确认登记", Width::Text),
    ]);
    let mut all = Vec::new();
    for status in &input.statuses {
        let Some(duty) = status.clause.clock else { continue };
        for row in &status.rows {
            let tickets = input.context.service.of_period(&row.period);
            let clocks = clocks_of(status.clause, duty, &tickets).into_iter();
            let late = clocks.filter(|(_, clock)| clock.verdict.is_missed());
            all.extend(late.map(|(timed, clock)| {
                let row = missed_row(input, status.clause, timed, clock);
                ((clock.received, clock.duty, timed.ticket.record.id.clone()), row)
            }));
        }
    }
    all.sort_by(|(left, _), (right, _)| left.cmp(right));
    let table =
        Table::new("missed-list", "时限超时记录", heads).rows(all.into_iter().map(|(_, row)| row));
    shared::table_or(table, Block::none_needed("没有超过时限的记录。"))
}

fn missed_row(
    input: &AcceptanceInput<'_, '_>,
    clause: &crate::model::Clause,
    timed: &Timed<'_>,
    clock: &Clock<'_>,
) -> Row {
    let ticket = &timed.ticket.record;
    let goal = input.goal(Evidence::Ticket, ticket.received_at.day(), &ticket.id);
    let mut cells = breach_cells(clause, timed, clock, goal);
    let codes = codes(clock.duty);
    let accepted =
        gaps::entries(input, |code, record| codes.contains(&code) && record == ticket.id);
    cells.extend([
        Cell::from(&ticket.subject),
        Cell::from(reasons(ticket)),
        Cell::from(settled(input, ticket)),
        Cell::from(or_nothing(&accepted)),
    ]);
    Row::new(cells)
}

/// The codes of the checks that find a missed limit, by which the contract file names what was accepted.
const fn codes(duty: ClockDuty) -> [&'static str; 2] {
    let late = match duty {
        ClockDuty::Response => "response-late",
        ClockDuty::Onsite => "arrival-late",
        ClockDuty::UrgentAnswer | ClockDuty::NormalAnswer => "answer-late",
    };
    [late, "still-open-past-deadline"]
}

/// What was done in the end.
fn settled(input: &AcceptanceInput<'_, '_>, ticket: &Ticket) -> String {
    let seen = input.context.service.timing.known.seen;
    let answer =
        ticket.answer.as_deref().filter(|_| ticket.answered_at.is_some_and(|at| at.0 <= seen));
    let closed = ticket.closed_at.filter(|_| is_closed(ticket, seen)).map(|at| {
        let way = ticket.resolution.map(|way| format!("，{way}解决")).unwrap_or_default();
        format!("{}关闭{way}", format::short_moment(at.0))
    });
    let parts = [
        answer.map(|answer| answer.trim_end_matches('。').to_owned()),
        Some(closed.unwrap_or_else(|| "尚未关闭".to_owned())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("；")
}

// ---- gaps ---------------------------------------------------------------------------------------------------------

/// Gaps that the same record explains in the same way are one row: an inspection that was not made is one matter.
struct Deviation {
    clauses: Vec<String>,
    period: (chrono::NaiveDate, String),
    state: (String, &'static str),
    texts: [String; 3],
}

fn gap_table(input: &AcceptanceInput<'_, '_>) -> Block {
    let heads = columns(&[
        ("条款", Width::Name),
        ("周期", Width::Name),
        ("情形", Width::Verdict),
        ("说明（记录所载）", Width::Wide),
        ("补救与后续", Width::Wide),
        ("确认登记", Width::Text),
    ]);
    let mut items: Vec<Deviation> = Vec::new();
    let statuses =
        input.statuses.iter().filter(|status| status.clause.evidence != Evidence::Overall);
    for gap in statuses.flat_map(|status| gaps::gaps(input, status)).filter(|gap| !gap.is_timed()) {
        let deviation = deviation(input, &gap);
        let same = items.iter_mut().find(|known| {
            (&known.period, &known.state, &known.texts)
                == (&deviation.period, &deviation.state, &deviation.texts)
        });
        match same {
            Some(known) => known.clauses.extend(deviation.clauses),
            None => items.push(deviation),
        }
    }
    items.sort_by_key(|deviation| deviation.period.0);
    let rows = items.into_iter().map(|deviation| {
        let [explained, remedied, accepted] = deviation.texts;
        Row::new([
            Cell::from(deviation.clauses.join("、")),
            Cell::from(deviation.period.1),
            Cell::judged(deviation.state.0, deviation.state.1),
            Cell::from(explained),
            Cell::from(remedied),
            Cell::from(or_nothing(&accepted)),
        ])
    });
    let table = Table::new("gap-list", "未按约定履行的条款与周期", heads).rows(rows);
    shared::table_or(
        table,
        Block::none_needed("没有部分履行、逾期履行、无履约证据或超过限值的情形。"),
    )
}

fn deviation(input: &AcceptanceInput<'_, '_>, gap: &Shortfall<'_>) -> Deviation {
    let row = gap.row;
    let state = if gap.is_remedied {
        ("超过限值（已整改）", "normal")
    } else {
        (row.state.word(), shared::state_class(row.state))
    };
    Deviation {
        clauses: vec![row.clause.id.clone()],
        period: (row.period.from, row.period.title.clone()),
        state: (state.0.to_owned(), state.1),
        texts: [
            gaps::explained(input, gap),
            gaps::remedied(input, gap),
            gaps::acknowledged(input, gap),
        ],
    }
}
