//! 改进措施, 下年度计划, 分发: the consequences of a year.
//!
//! In: the measures of the year's summary and survey, those of the year before, and the plan. Out: three chapters. A
//! measure is shown in its state when the summary was finished; its outcome is in next year's summary.

use super::events::goal;
use super::input::{SummaryInput, record_of, survey_of};
use crate::model::Measure;
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::report::shared;

// ---- 改进措施 ------------------------------------------------------------------------------------------------------

pub(super) fn measures(input: &SummaryInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("measures", "改进措施").on_new_page();
    let day = format::long_day(input.known_on);
    let own = of_year(input, &input.period.id);
    let chapter = chapter
        .with(Block::section("measures-now", "本年度提出的措施"))
        .with(Block::remark(format!("进度截至{day}。措施来自年度总结和满意度调查。")))
        .with(table(input, "measures-list", "本年度改进措施", &own).unwrap_or_else(|| none(input)));
    let Some(then) = &input.then else {
        return chapter
            .with(Block::section("measures-then", "上年度措施的落实"))
            .with(Block::nothing("本年度为服务期第一年，没有上年度的措施。"));
    };
    let earlier = of_year(input, &then.period.id);
    chapter.with(Block::section("measures-then", "上年度措施的落实")).with(
        table(input, "measures-before", "上年度改进措施的落实情况", &earlier)
            .unwrap_or_else(|| Block::nothing("上年度没有提出改进措施。")),
    )
}

/// The measures of a year's survey and summary, the survey first: it comes before the summary in the year.
fn of_year<'a>(input: &SummaryInput<'a, '_>, year: &str) -> Vec<&'a Measure> {
    let survey = survey_of(input.context, year).map(|survey| &survey.record.measures);
    let summary = record_of(input.context, year).map(|record| &record.record.measures);
    [survey, summary].into_iter().flatten().flatten().collect()
}

fn none(input: &SummaryInput<'_, '_>) -> Block {
    match (input.record, input.survey) {
        (None, _) => input.unwritten("本年度改进措施"),
        _ => Block::nothing("年度总结和满意度调查没有提出改进措施。"),
    }
}

fn table(
    input: &SummaryInput<'_, '_>,
    id: &str,
    title: &str,
    measures: &[&Measure],
) -> Option<Block> {
    let number = |measure: &Measure| {
        let answered = measure.answers.iter();
        answered.fold(Cell::from(&measure.id), |cell, id| cell.link(id, answers(input, id)))
    };
    Table::of(id, title, measures.iter().copied())
        .anchors(|measure| &measure.id)
        .column("编号", Width::Id, |measure| number(measure))
        .column("问题", Width::Text, |measure| &measure.problem)
        .column("措施", Width::Text, |measure| &measure.measure)
        .column("责任人", Width::Word, |measure| shared::name(input.context, &measure.owner))
        .column("完成时限", Width::Day, |measure| format::short_day(measure.due.0))
        .column("进度", Width::Verdict, |measure| shared::measure_status(measure, input.known_on))
        .if_any()
}

/// The link to the subject of a measure: a request in this report, a ticket or a finding in its own; a respondent has none.
fn answers(input: &SummaryInput<'_, '_>, id: &str) -> String {
    let mut requests = input.revisits.iter().flat_map(|visit| &visit.record.requests);
    if requests.any(|request| request.id == id) { format!("#{id}") } else { goal(input, id) }
}

// ---- 下年度计划 ----------------------------------------------------------------------------------------------------

pub(super) fn plan(input: &SummaryInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("plan", "下年度计划");
    let Some(record) = input.record else {
        return chapter.with(input.unwritten("下年度计划"));
    };
    let items: Vec<_> =
        record.record.plan.iter().filter(|item| !item.trim().is_empty()).cloned().collect();
    if items.is_empty() {
        return chapter.with(Block::nothing("年度总结没有列出下年度计划。"));
    }
    chapter.with(Block::List { items })
}

// ---- 分发 ----------------------------------------------------------------------------------------------------------

/// Clause 5.2 requires that the head office is informed.
pub(super) fn distribution(input: &SummaryInput<'_, '_>) -> Chapter {
    let joined =
        |names: &[String]| if names.is_empty() { NOTHING.to_owned() } else { names.join("、") };
    let copied = input.record.map(|record| joined(&record.record.copied_to));
    let facts = [
        ("抄送", copied.unwrap_or_else(|| NOTHING.to_owned())),
        ("分发范围", joined(&input.context.contract.record.reporting.distribution)),
    ];
    Chapter::new("distribution", "分发").with(Block::facts(facts))
}
