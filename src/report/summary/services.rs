//! 服务内容完成情况: the ledger of a year, clause by clause.
//!
//! In: the rows of the ledger that ended, or will end, in the year. Out: a chapter with what each clause required, what
//! was done and where it fell short, and the few lines of it on the first page.

use super::input::SummaryInput;
use super::service_status::{ServiceStatus, deviating};
use crate::model::Clause;
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format::NOTHING;
use crate::report::shared;
use crate::schedule::{ClauseStatus, State};

/// 合同条款35项，其中已履行30项、存在偏离5项.
pub(super) fn sentence(statuses: &[ServiceStatus<'_>]) -> String {
    let counts = State::ALL.iter().filter_map(|state| {
        let count = statuses.iter().filter(|status| status.state == *state).count();
        (count > 0).then(|| format!("{}{count}项", word(*state)))
    });
    let counts: Vec<_> = counts.collect();
    // In a running year only the periods that have ended are known.
    let coming = statuses.iter().any(ServiceStatus::is_coming);
    let far = if coming { "按已到期的周期，" } else { "其中" };
    format!("合同条款{}项，{far}{}", statuses.len(), counts.join("、"))
}

/// The word of a state; in a year, what did not occur is stated for the year.
const fn word(state: State) -> &'static str {
    match state {
        State::NotOccurred => "本年未发生",
        state => state.word(),
    }
}

/// For the first page: the clauses that were not fulfilled completely, and in which periods.
pub(super) fn gaps(input: &SummaryInput<'_, '_>) -> Option<Block> {
    let spans = |status: &ServiceStatus<'_>| {
        let spans = status.short.iter().map(|(_, spans)| spans.as_str());
        spans.collect::<Vec<_>>().join("、")
    };
    Table::of("gaps", "未全部履行的条款", deviating(&input.statuses))
        .column("编号", Width::No, |status| &status.sums.clause.id)
        .column("服务内容", Width::Text, |status| &status.sums.clause.text)
        .column("所在周期", Width::Name, |status| spans(status))
        .column("履行情况", Width::Verdict, |status| shared::state_cell(status.state))
        .if_any()
}

pub(super) fn chapter(input: &SummaryInput<'_, '_>) -> Chapter {
    let table = Table::of("services-list", "本年度合同条款履行情况", &input.statuses)
        .sections(|status| &status.sums.clause.section)
        .column("编号", Width::No, |status| &status.sums.clause.id)
        .column("服务内容", Width::Wide, |status| text(status.sums.clause))
        .column("应履行", Width::Day, |status| {
            let sums = &status.sums;
            shared::owed_words(sums.clause, sums.required, sums.attainment)
        })
        .column("已履行", Width::Name, |status| done(&status.sums))
        .column("偏离", Width::Name, |status| deviation(status))
        .column("履行情况", Width::Verdict, |status| {
            Cell::judged(word(status.state), shared::state_class(status.state))
        });
    Chapter::new("services", "服务内容完成情况")
        .on_new_page()
        .with(Block::text(format!("本年度列入统计的{}。", sentence(&input.statuses))))
        .with(table.or(Block::nothing("本年度没有应统计的合同条款。")))
        .with(Block::remark("服务内容逐字引自合同。按需条款的应履行数为本年度实际发生数；各周期情况不同的，履行情况取最需要说明的一种，所在周期列于“偏离”。"))
}

fn text(clause: &Clause) -> Cell {
    let standard = clause.standard.as_ref().map(|standard| format!("服务标准：{standard}"));
    Cell::from(&clause.text).note(standard.unwrap_or_default())
}

fn done(sums: &ClauseStatus<'_>) -> Cell {
    let (coming, all) = (sums.count(State::NotDue), sums.rows.len());
    let coming = if coming > 0 && coming < all {
        format!("另有{coming}期未到期")
    } else {
        String::new()
    };
    let counts = (sums.required, sums.done);
    Cell::from(shared::done_words(sums.clause, counts, sums.attainment)).note(coming)
}

fn deviation(status: &ServiceStatus<'_>) -> Cell {
    let mut short = status.short.iter();
    let Some((state, spans)) = short.next() else { return Cell::from(NOTHING) };
    // For a clause that is owed once a year, naming the period would add nothing.
    if status.sums.rows.len() == 1 {
        return Cell::from(state.word());
    }
    let rest: Vec<_> = short.map(|(state, spans)| format!("{}：{spans}", state.word())).collect();
    Cell::from(format!("{}：{spans}", state.word())).note(rest.join("；"))
}
