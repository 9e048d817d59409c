//! A chapter for each section of the contract: its items, and what was measured for them.
//!
//! In: the inspection. Out: chapters with their charts; evidence that items name is added to the appendix.

use super::input::InspectionInput;
use super::measured;
use crate::model::Clause;
use crate::report::Chart;
use crate::report::appendix::Appendix;
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::shared::clause_anchor;

/// The chapters, in the order of the contract.
pub(super) fn chapters(
    input: &InspectionInput<'_, '_>,
    appendix: &mut Appendix,
    charts: &mut Vec<Chart>,
) -> Vec<Chapter> {
    let owed: Vec<_> = input.owed().collect();
    let sections = owed.chunk_by(|one, next| one.section == next.section);
    // 巡检概述 is the first chapter.
    sections
        .zip(2..)
        .map(|(clauses, number)| chapter(input, clauses, number, appendix, charts))
        .collect()
}

fn chapter(
    input: &InspectionInput<'_, '_>,
    clauses: &[&Clause],
    number: usize,
    appendix: &mut Appendix,
    charts: &mut Vec<Chart>,
) -> Chapter {
    let title = clauses.first().map_or("", |clause| clause.section.as_str());
    let items = clauses.iter().map(|clause| (*clause, result(input, clause, appendix)));
    let items = Table::of(&format!("items-{number}"), &format!("{title}结果"), items)
        .column("编号", Width::No, |(clause, _)| &clause.id)
        .column("检查项（合同原文）", Width::Quote, |(clause, _)| &clause.text)
        .column("检查方法", Width::Remark, |(clause, _)| clause.method.as_deref())
        .column("检查结果", Width::Wide, |(_, result)| result.clone())
        .column("结论", Width::Brief, |(clause, _)| input.judged(clause))
        .column("建议", Width::Text, |(clause, _)| input.suggestions(clause))
        .anchors(|(clause, _)| clause_anchor(&clause.id));
    let measured = clauses.iter().flat_map(|clause| measured::blocks(input, clause, charts));
    let measured: Vec<_> = measured.collect();
    let chapter = Chapter::new(&format!("chapter-{number}"), title).on_new_page().with(items);
    if measured.is_empty() {
        return chapter;
    }
    chapter.with(Block::section(&format!("details-{number}"), "测量明细与趋势")).with_all(measured)
}

/// The result, with links to the evidence.
fn result(input: &InspectionInput<'_, '_>, clause: &Clause, appendix: &mut Appendix) -> Cell {
    let mut result = Cell::from(input.result(clause));
    let evidence = input.item(clause).map(|item| item.evidence.as_slice()).unwrap_or_default();
    for path in evidence {
        let label = appendix.refer(path, &clause.id, input.context.records);
        result = result.link(&label, format!("#{label}"));
    }
    result
}
