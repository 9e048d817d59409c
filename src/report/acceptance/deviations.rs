//! 偏离与说明: every missed limit and every gap, with the records' explanation and what was done.
//!
//! In: the clause statuses, the clocks of their tickets, entries of the contract file. Out: three tables: time limits, gaps,
//! and tickets whose verdict depends on how the contract is interpreted.

use super::gaps::{self, Shortfall};
use super::input::AcceptanceInput;
use crate::model::{ClockDuty, Evidence, Ticket};
use crate::report::clocks::{Breach, breach_columns, reasons};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
use crate::report::hotline::limits::disputed_in;
use crate::report::shared;
use crate::schedule::{clocks_of, is_closed};

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

// ---- time limits --------------------------------------------------------------------------------------------------

fn missed(input: &AcceptanceInput<'_, '_>) -> Block {
    let mut all = Vec::new();
    for status in &input.statuses {
        let Some(duty) = status.clause.clock else { continue };
        for row in &status.rows {
            let tickets = input.context.service.of_period(&row.period);
            let clocks = clocks_of(status.clause, duty, &tickets).into_iter();
            let late = clocks.filter(|(_, clock)| clock.verdict.is_missed());
            all.extend(late.map(|(timed, clock)| Breach { clause: status.clause, timed, clock }));
        }
    }
    all.sort_by_key(|breach| (breach.clock.received, breach.clock.duty, &breach.ticket().id));
    let goal = |ticket: &Ticket| input.goal(Evidence::Ticket, ticket.received_at.day(), &ticket.id);
    breach_columns(Table::of("missed-list", "时限超时记录", all), goal)
        .column("问题", Width::Text, |breach| &breach.ticket().subject)
        .column("原因（记录所载）", Width::Text, |breach| reasons(breach.ticket()))
        .column("处理与补救", Width::Wide, |breach| settled(input, breach.ticket()))
        .column("确认登记", Width::Text, |breach| Some(accepted(input, breach)))
        .or(Block::none_needed("没有超过时限的记录。"))
}

/// The entries of the contract file that acknowledge a missed limit.
fn accepted(input: &AcceptanceInput<'_, '_>, breach: &Breach<'_, '_>) -> String {
    let codes = codes(breach.clock.duty);
    let id = &breach.ticket().id;
    gaps::entries(input, |code, record| codes.contains(&code) && record == id)
}

/// The codes of the checks that find a missed limit; the contract file acknowledges a missed limit under these codes.
const fn codes(duty: ClockDuty) -> [&'static str; 2] {
    let late = match duty {
        ClockDuty::Response => "response-late",
        ClockDuty::Onsite => "arrival-late",
        ClockDuty::UrgentAnswer | ClockDuty::NormalAnswer => "answer-late",
    };
    [late, "still-open-past-deadline"]
}

/// How the ticket was finally settled.
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

/// Gaps with the same explanation in the same record are one row: an inspection that was not made is one deviation.
struct Deviation {
    clauses: Vec<String>,
    period: (chrono::NaiveDate, String),
    state: (&'static str, &'static str),
    texts: DeviationTexts,
}

/// The explanations of a gap in the records and in the contract file.
#[derive(PartialEq, Eq)]
struct DeviationTexts {
    explained: String,
    remedied: String,
    acknowledged: String,
}

fn gap_table(input: &AcceptanceInput<'_, '_>) -> Block {
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
    Table::of("gap-list", "未按约定履行的条款与周期", &items)
        .column("条款", Width::Name, |deviation| deviation.clauses.join("、"))
        .column("周期", Width::Name, |deviation| &deviation.period.1)
        .column("情形", Width::Verdict, |Deviation { state: (word, class), .. }| {
            Cell::judged(*word, class)
        })
        .column("说明（记录所载）", Width::Wide, |deviation| &deviation.texts.explained)
        .column("补救与后续", Width::Wide, |deviation| &deviation.texts.remedied)
        .column("确认登记", Width::Text, |deviation| Some(&deviation.texts.acknowledged))
        .or(Block::none_needed("没有部分履行、逾期履行、无履约证据或超过限值的情形。"))
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
        state,
        texts: DeviationTexts {
            explained: gaps::explained(input, gap),
            remedied: gaps::remedied(input, gap),
            acknowledged: gaps::acknowledged(input, gap),
        },
    }
}
