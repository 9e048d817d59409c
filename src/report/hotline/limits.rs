//! 时限执行: how far the time limits of the contract were met.
//!
//! In: the clocks of a period. Out: attainment by clause with numerator and denominator, every breach with overrun and
//! reason, and the tickets whose verdict depends on how the contract is interpreted.

use super::input::HotlineInput;
use crate::model::Ticket;
use crate::report::clocks::{self, Breaches};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
use crate::report::kind::ReportContext;
use crate::schedule::{AlternativeClock, Clock, Timed};

/// What each key of the limits decides, in words. A key that is missing here is printed as written in the contract file.
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

pub(super) fn chapter(input: &HotlineInput<'_, '_>) -> Chapter {
    let limited = clocks::limited(input.context, &input.tickets);
    Chapter::new("limits", "时限执行情况")
        .with(Block::section("attainment", "各条款达标情况"))
        .with(clocks::attained(input.context, &limited))
        .with(Block::remark(clocks::ATTAINED))
        .with(Block::section("breaches", "超时记录"))
        .with(breaches("breach-list", true).draw(&limited))
        .with(Block::section("disputed", "结论取决于口径的记录"))
        .with_all(disputed(input))
}

/// Part of the verdict page: each breach, or the statement that there is none.
pub(super) fn summary(input: &HotlineInput<'_, '_>) -> Vec<Block> {
    if input.limits.missed() == 0 {
        return Vec::new();
    }
    vec![breaches("summary-breaches", false).draw(&clocks::limited(input.context, &input.tickets))]
}

fn breaches(id: &str, with_subject: bool) -> Breaches<'_> {
    Breaches { id, with_subject, goal: &|ticket| format!("#{}", ticket.id) }
}

fn disputed(input: &HotlineInput<'_, '_>) -> Vec<Block> {
    disputed_in(input.context, &input.tickets, &|ticket| format!("#{}", ticket.id))
}

/// The tickets whose verdict depends on how the contract is interpreted; `goal` gives the link to a ticket.
pub(in crate::report) fn disputed_in(
    context: &ReportContext<'_>,
    tickets: &[&Timed<'_>],
    goal: &dyn Fn(&Ticket) -> String,
) -> Vec<Block> {
    let disputed = context.service.disputed(tickets.iter().copied(), context.others);
    let rows = disputed.into_iter().flat_map(|(timed, clock, others)| {
        others.into_iter().map(move |other| (&timed.ticket.record, clock, other))
    });
    let table = Table::of("disputed-list", "结论取决于口径的记录", rows)
        .column("记录编号", Width::Id, |(ticket, ..)| Cell::from(&ticket.id).to(goal(ticket)))
        .column("时限", Width::Name, |(_, clock, _)| clock.duty.word())
        .column("受理时间", Width::Moment, |(_, clock, _)| format::full_moment(clock.received))
        .column("本报告口径", Width::Verdict, |(_, clock, _)| verdict(clock))
        .column("另一种口径", Width::Text, |(.., other)| other_reading(other))
        .column("其结论", Width::Verdict, |(.., other)| other.clock.as_ref().map(verdict));
    let Some(table) = table.if_any() else {
        return vec![Block::none_needed("本期没有因口径不同而结论不同的记录。")];
    };
    vec![
        Block::text(
            "合同对下列情形没有写明，按不同理解结论不同。本报告各项统计采用“口径说明”所列口径，另一种理解的结论并列于此，请双方书面商定后执行。",
        ),
        table,
    ]
}

fn verdict(clock: &Clock<'_>) -> Cell {
    let class = if clock.verdict.is_missed() { "abnormal" } else { "normal" };
    Cell::judged(clock.verdict.word(), class)
}

/// The alternative interpretation of the contract, and when its limit would have ended.
fn other_reading(other: &AlternativeClock<'_>) -> Cell {
    let key = KEYS.iter().find(|(key, _)| *key == other.reading.key);
    let reading = key.map_or_else(
        || format!("{}＝{}", other.reading.key, other.reading.value),
        |(_, words)| format!("{words}“{}”", other.reading.value),
    );
    let deadline = other.clock.as_ref().and_then(|clock| clock.deadline);
    let note = deadline.map(|at| format!("应完成{}", format::full_moment(at))).unwrap_or_default();
    Cell::from(reading).note(note)
}
