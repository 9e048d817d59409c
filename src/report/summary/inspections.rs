//! 巡检汇总: the inspections of a year side by side.
//!
//! In: the inspections of the periods of a year. Out: a chapter with the verdicts of each, how many findings were raised and
//! closed, what is open, and the worst measurement for every limit.

use super::input::SummaryInput;
use crate::model::{Inspection, Verdict, report_id};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format;
use crate::report::shared;
use crate::report::verdicts::{judgement_class, judgement_word, limit_text, title, verdict_class};
use crate::schedule::{
    FindingHistory, PeriodInspection, WorstMeasurement, finding_counts, shown_value,
    worst_measurements,
};

pub(super) fn chapter(input: &SummaryInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("inspections", "巡检汇总").on_new_page();
    if input.period_inspections.is_empty() {
        return chapter.with(Block::nothing("合同没有约定定期巡检。"));
    }
    chapter
        .with(Block::section("inspections-verdicts", "各期巡检结论"))
        .with(Block::text(sentence(input)))
        .with(verdicts(input))
        .with(Block::section("inspections-findings", "问题的提出与关闭"))
        .with(flows(input))
        .with(Block::remark("期初、期末为当时尚未关闭的问题数；期初＋新提出－关闭＝期末。"))
        .with(open(input))
        .with(Block::section("inspections-measured", "测量项全年情况"))
        .with(measured(input))
}

fn sentence(input: &SummaryInput<'_, '_>) -> String {
    let made = input.period_inspections.iter().filter(|round| round.inspection.is_some()).count();
    let mut text = match input.is_running() {
        true => format!("截至{}，", format::long_day(input.known_on)),
        false => String::new(),
    };
    let word = if input.is_running() { "已开始" } else { "应巡检" };
    text += &format!("本年度{word}{}期，完成巡检{made}次。", input.period_inspections.len());
    let gone = input
        .period_inspections
        .iter()
        .filter(|round| round.inspection.is_none() && round.period.is_closed(input.known_on));
    let gone: Vec<_> = gone.map(|round| round.period.title.as_str()).collect();
    if !gone.is_empty() {
        text += &format!("{}没有巡检记录。", gone.join("、"));
    }
    text
}

// ---- 结论 ----------------------------------------------------------------------------------------------------------

/// The verdicts with a column: 不适用 only if it was agreed for any item.
fn shown(period_inspections: &[PeriodInspection<'_>]) -> Vec<Verdict> {
    let occurs = |verdict: Verdict| {
        period_inspections
            .iter()
            .flat_map(|round| &round.verdicts)
            .any(|(other, count)| *other == verdict && *count > 0)
    };
    let all = Verdict::ALL.iter().copied();
    all.filter(|verdict| *verdict != Verdict::NotApplicable || occurs(*verdict)).collect()
}

fn verdicts(input: &SummaryInput<'_, '_>) -> Table {
    let rounds = &input.period_inspections;
    let table = Table::of("rounds", "各期巡检结论", rounds)
        .unit("项")
        .column("周期", Width::Text, |round| round_name(input, round))
        .total("合计")
        .column("巡检日期", Width::Day, |round| {
            record(round).map(|record| format::short_day(record.finished_at.day()))
        })
        .column("方式", Width::Word, |round| record(round).map(|record| record.mode.word()));
    let table = shown(rounds).into_iter().fold(table, |table, verdict| {
        let count = |round: &PeriodInspection<'_>| {
            let known = round.verdicts.iter().find(|(other, _)| *other == verdict);
            known.map_or(0, |(_, count)| *count)
        };
        table
            .column(verdict.word(), Width::Word, |round| {
                record(round).map(|_| verdict_count(verdict, count(round)))
            })
            .total(rounds.iter().map(count).sum::<usize>())
    });
    table.build()
}

fn record<'a>(round: &PeriodInspection<'a>) -> Option<&'a Inspection> {
    round.inspection.map(|sourced| &sourced.record)
}

/// The period of an inspection, with a link to its report, or with the reason why there is none.
fn round_name(input: &SummaryInput<'_, '_>, round: &PeriodInspection<'_>) -> Cell {
    let name = Cell::from(&round.period.title);
    let Some(record) = record(round) else {
        let gone = round.period.is_closed(input.known_on);
        return name.note(if gone { "无巡检记录" } else { "尚未巡检" });
    };
    let is_late = record.finished_at.day() > round.period.to;
    name.to(shared::link(report_id::INSPECTION, &round.period.id, "summary")).note(if is_late {
        "逾期完成"
    } else {
        ""
    })
}

fn verdict_count(verdict: Verdict, count: usize) -> Cell {
    let has_look = count > 0 && verdict != Verdict::Normal;
    Cell { class: if has_look { verdict_class(verdict) } else { "" }, ..Cell::from(count) }
}

// ---- 问题 ----------------------------------------------------------------------------------------------------------

fn flows(input: &SummaryInput<'_, '_>) -> Table {
    let year =
        finding_counts(&input.context.histories, input.period, input.known_on.min(input.period.to));
    Table::of("flow", "巡检问题的提出与关闭", &input.period_inspections)
        .unit("项")
        .column("周期", Width::Text, |round| &round.period.title)
        .total("全年")
        .column("期初", Width::Count, |round| round.finding_counts.before)
        .total(year.before)
        .column("新提出", Width::Count, |round| round.finding_counts.raised)
        .total(year.raised)
        .column("关闭", Width::Count, |round| round.finding_counts.closed)
        .total(year.closed)
        .column("期末", Width::Count, |round| round.finding_counts.open)
        .total(year.open)
        .build()
}

/// The findings that were raised up to the end of the year and are not closed.
fn open(input: &SummaryInput<'_, '_>) -> Block {
    let end = input.known_on.min(input.period.to);
    let histories = input.context.histories.iter();
    let open = histories.filter(|history| {
        history.inspection.record.started_at.day() <= end && !history.is_closed_by(input.known_on)
    });
    let goal = |history: &FindingHistory<'_>| {
        shared::link(report_id::INSPECTION, &history.inspection.record.period, "findings")
    };
    let due = |history: &FindingHistory<'_>| {
        let overdue = if history.is_overdue(input.known_on) { "已逾期" } else { "" };
        let day = history.finding.due.map(|day| format::short_day(day.0));
        Cell::from(day).note(overdue)
    };
    let day = format::long_day(input.known_on);
    Table::of("open-findings", "尚未关闭的巡检问题", open)
        .column("编号", Width::Id, |history| Cell::from(&history.finding.id).to(goal(history)))
        .column("条款", Width::No, |history| &history.finding.clause)
        .column("问题", Width::Text, |history| &history.finding.problem)
        .column("建议", Width::Text, |history| history.finding.suggestion.as_deref())
        .column("责任方", Width::Word, |history| history.finding.owner.word())
        .column("计划完成", Width::Day, |history| due(history))
        .or(Block::none_needed(format!("截至{day}，没有未关闭的巡检问题。")))
}

// ---- 测量项 --------------------------------------------------------------------------------------------------------

fn measured(input: &SummaryInput<'_, '_>) -> Block {
    let shown =
        |extreme: &WorstMeasurement<'_>, value: f64| shown_value(Some(extreme.worst.limit), value);
    let worst = worst_measurements(&input.context.evaluator, &input.period_inspections);
    Table::of("extremes", "测量项全年情况", &worst)
        .column("条款", Width::No, |extreme| &extreme.worst.clause.id)
        .column("测量项", Width::Text, |WorstMeasurement { worst, .. }| {
            Cell::from(title(worst.limit, worst)).note(limit_text(worst.limit, &worst.metric.unit))
        })
        .column("首次巡检", Width::Count, |extreme| shown(extreme, extreme.first))
        .column("末次巡检", Width::Count, |extreme| shown(extreme, extreme.last))
        .column("最不利值", Width::Count, |extreme| {
            extreme.worst.sample.map(|sample| shown(extreme, sample.value))
        })
        .column("对象与周期", Width::Name, |extreme| {
            Cell::from(extreme.worst.object.title()).note(extreme.period)
        })
        .column("结论", Width::Verdict, |WorstMeasurement { worst, .. }| {
            let judgement = worst.judgement;
            Cell::judged(judgement_word(judgement), judgement_class(judgement))
        })
        .or(Block::nothing("本年度巡检没有测量值的记录。"))
}
