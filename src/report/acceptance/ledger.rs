//! 履约对照表: every clause of the contract, what it requires and what was done.
//!
//! In: the clause statuses of a span. Out: one row per clause, quoted in the words of the contract, under its heading.

use super::gaps::{self, Shortfall};
use super::input::AcceptanceInput;
use super::references::references;
use crate::model::{Cadence, Evidence};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format::NOTHING;
use crate::report::shared;
use crate::schedule::{ClauseStatus, Conclusion, State};

/// At most this many gaps of a clause are named.
const NAMED: usize = 4;

pub(super) fn chapter(input: &AcceptanceInput<'_, '_>) -> Chapter {
    let intro = format!(
        "合同共{}条，逐条对照如下。结论由记录按“口径说明”推得，供验收小组核对，不代替验收结论。",
        input.statuses.len()
    );
    let table = Table::of("ledger-table", "履约对照表", &input.statuses)
        .sections(|status| &status.clause.section)
        .anchors(|status| shared::clause_anchor(&status.clause.id))
        .column("编号", Width::No, |status| &status.clause.id)
        .column("条款原文", Width::Wide, |status| &status.clause.text)
        .column("服务标准", Width::Day, |status| shared::standard(status.clause))
        .column("应履行", Width::Name, |status| owed(status))
        .column("已履行", Width::Name, |status| {
            let counts = (status.required, status.done);
            shared::done_words(status.clause, counts, status.attainment)
        })
        .column("证据", Width::References, |status| evidence(input, status))
        .column("偏离", Width::Text, |status| deviations(input, status).note(outlook(status)))
        .column("结论", Width::Name, |status| conclusion_cell(status.conclusion()));
    Chapter::new("ledger", "履约对照表").across().with(Block::remark(intro)).with(table)
}

fn evidence(input: &AcceptanceInput<'_, '_>, status: &ClauseStatus<'_>) -> Cell {
    Cell::from(Some(Cell { links: references(input, status), ..Cell::default() }))
}

fn owed(status: &ClauseStatus<'_>) -> Cell {
    let clause = status.clause;
    let words = shared::owed_words(clause, status.required, status.attainment);
    let as_needed = clause.every == Cadence::OnDemand
        && !matches!(clause.evidence, Evidence::Overall | Evidence::Roster);
    if as_needed {
        return Cell::from(format!("按需，{words}"));
    }
    let early = clause.every != Cadence::OnDemand && status.due.max(status.done) < status.required;
    let note = if early { format!("其中已到期{}次", status.due) } else { String::new() };
    Cell::from(words).note(note)
}

fn deviations(input: &AcceptanceInput<'_, '_>, status: &ClauseStatus<'_>) -> Cell {
    if status.clause.evidence == Evidence::Overall {
        let has_gap = matches!(
            status.conclusion(),
            Conclusion::Deviation | Conclusion::Partly | Conclusion::Unproved
        );
        return Cell::from(if has_gap { "见其余各条" } else { NOTHING });
    }
    let gaps = gaps::gaps(input, status);
    if gaps.is_empty() {
        let nothing_due = matches!(status.conclusion(), Conclusion::NotOccurred)
            || status.count(State::Done) == 0;
        return Cell::from(if nothing_due { NOTHING } else { "无" });
    }
    let named: Vec<_> = gaps.iter().take(NAMED).map(Shortfall::summary).collect();
    let mut text = named.join("；");
    if gaps.len() > NAMED {
        text += &format!("；等{}项次", gaps.len());
    }
    let goal = if gaps.iter().all(|gap| gap.is_timed()) { "#missed" } else { "#gaps" };
    Cell::from(text).to(goal)
}

/// The remark about periods that are not yet due.
fn outlook(status: &ClauseStatus<'_>) -> String {
    let (open, done) = (status.count(State::NotDue), status.count(State::Done));
    match open {
        0 => String::new(),
        _ if status.conclusion() == Conclusion::NotDue && done > 0 => {
            format!("已到期的{done}期均已履行，{open}期未到期")
        }
        _ => format!("{open}期未到期"),
    }
}

/// The style class of a conclusion; the classes are those of verdicts.
const fn conclusion_class(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Fulfilled => "normal",
        Conclusion::Partly => "attention",
        Conclusion::Unproved | Conclusion::Deviation => "abnormal",
        Conclusion::NotDue => "skipped",
        Conclusion::NotOccurred => "not-applicable",
    }
}

/// A conclusion as a verdict.
pub(super) fn conclusion_cell(conclusion: Conclusion) -> Cell {
    Cell::judged(conclusion.word(), conclusion_class(conclusion))
}
