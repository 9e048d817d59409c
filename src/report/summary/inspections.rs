//! 巡检汇总: the inspections of a year side by side.
//!
//! In: the rounds of a year. Out: a chapter with the verdicts of each, how findings came and went, what is open, and the worst that
//! was measured for every limit.

use super::SummaryInput;
use crate::model::{Inspection, Verdict};
use crate::report::document::{Block, Cell, Chapter, Column, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::shared;
use crate::report::verdicts::{judgement_class, judgement_word, limit_text, title, verdict_class};
use crate::schedule::{
    FindingCounts, FindingHistory, PeriodInspection, WorstMeasurement, finding_counts, shown_value,
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

/// The verdicts with a column: 不适用 only where it was agreed of anything.
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
    let shown = shown(&input.period_inspections);
    let mut heads =
        columns(&[("周期", Width::Text), ("巡检日期", Width::Day), ("方式", Width::Word)]);
    heads.extend(shown.iter().map(|verdict| Column::new(verdict.word(), Width::Word)));
    let rows = input.period_inspections.iter().map(|round| verdict_row(input, round, &shown));
    let sums = shown.iter().map(|verdict| {
        let counts = input.period_inspections.iter().flat_map(|round| &round.verdicts);
        counts.filter(|(other, _)| other == verdict).map(|(_, count)| count).sum::<usize>()
    });
    let total = [Cell::from("合计"), Cell::default(), Cell::default()];
    let total = Row::total(total.into_iter().chain(sums.map(Cell::from)));
    let table = Table::new("rounds", "各期巡检结论", heads).unit("项");
    table.rows(rows.chain([total]).collect::<Vec<_>>())
}

fn verdict_row(
    input: &SummaryInput<'_, '_>,
    round: &PeriodInspection<'_>,
    shown: &[Verdict],
) -> Row {
    let name = Cell::from(&round.period.title);
    let Some(inspection) = round.inspection else {
        let gone = round.period.is_closed(input.known_on);
        let note = if gone { "无巡检记录" } else { "尚未巡检" };
        let blanks = std::iter::repeat_n(Cell::from(NOTHING), shown.len() + 2);
        return Row::new([name.note(note)].into_iter().chain(blanks));
    };
    let count = |verdict: &Verdict| round.verdicts.iter().find(|(other, _)| other == verdict);
    let counts = shown.iter().map(|verdict| {
        let count = count(verdict).map_or(0, |(_, count)| *count);
        let class =
            if count > 0 && *verdict != Verdict::Normal { verdict_class(*verdict) } else { "" };
        Cell { class, ..Cell::from(count) }
    });
    let record = &inspection.record;
    let cells = [
        name.to(shared::link("inspection", &round.period.id, "summary")).note(late(record, round)),
        Cell::from(format::short_day(record.finished_at.day())),
        Cell::from(record.mode.word()),
    ];
    Row::new(cells.into_iter().chain(counts))
}

fn late(record: &Inspection, round: &PeriodInspection<'_>) -> &'static str {
    if record.finished_at.day() > round.period.to { "逾期完成" } else { "" }
}

// ---- 问题 ----------------------------------------------------------------------------------------------------------

fn flows(input: &SummaryInput<'_, '_>) -> Table {
    let heads = columns(&[
        ("周期", Width::Text),
        ("期初", Width::Count),
        ("新提出", Width::Count),
        ("关闭", Width::Count),
        ("期末", Width::Count),
    ]);
    let cells = |name: &str, finding_counts: FindingCounts| {
        let counts = [
            finding_counts.before,
            finding_counts.raised,
            finding_counts.closed,
            finding_counts.open,
        ]
        .map(Cell::from);
        [Cell::from(name)].into_iter().chain(counts)
    };
    let rows = input
        .period_inspections
        .iter()
        .map(|round| Row::new(cells(&round.period.title, round.finding_counts)));
    let year =
        finding_counts(input.context.histories, input.period, input.known_on.min(input.period.to));
    let total = Row::total(cells("全年", year));
    Table::new("flow", "巡检问题的提出与关闭", heads).unit("项").rows(rows.chain([total]))
}

/// What was raised up to the end of the year and is not closed.
fn open(input: &SummaryInput<'_, '_>) -> Block {
    let heads = columns(&[
        ("编号", Width::Id),
        ("条款", Width::No),
        ("问题", Width::Text),
        ("建议", Width::Text),
        ("责任方", Width::Word),
        ("计划完成", Width::Day),
    ]);
    let end = input.known_on.min(input.period.to);
    let histories = input.context.histories.iter();
    let open = histories.filter(|history| {
        history.inspection.record.started_at.day() <= end && !history.is_closed_by(input.known_on)
    });
    let rows = open.map(|history| open_row(input, history));
    let table = Table::new("open-findings", "尚未关闭的巡检问题", heads).rows(rows);
    let day = format::long_day(input.known_on);
    shared::table_or(table, Block::none_needed(format!("截至{day}，没有未关闭的巡检问题。")))
}

fn open_row(input: &SummaryInput<'_, '_>, history: &FindingHistory<'_>) -> Row {
    let finding = history.finding;
    let overdue = if history.is_overdue(input.known_on) { "已逾期" } else { "" };
    Row::new([
        Cell::from(&finding.id).to(shared::link(
            "inspection",
            &history.inspection.record.period,
            "findings",
        )),
        Cell::from(&finding.clause),
        Cell::from(&finding.problem),
        Cell::from(or_nothing(finding.suggestion.as_deref().unwrap_or_default())),
        Cell::from(finding.owner.word()),
        Cell::from(finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0)))
            .note(overdue),
    ])
}

// ---- 测量项 --------------------------------------------------------------------------------------------------------

fn measured(input: &SummaryInput<'_, '_>) -> Block {
    let heads = columns(&[
        ("条款", Width::No),
        ("测量项", Width::Text),
        ("首次巡检", Width::Count),
        ("末次巡检", Width::Count),
        ("最不利值", Width::Count),
        ("对象与周期", Width::Name),
        ("结论", Width::Verdict),
    ]);
    let rows = worst_measurements(&input.context.evaluator, &input.period_inspections);
    let rows = rows.iter().map(measured_row);
    let table = Table::new("extremes", "测量项全年情况", heads).rows(rows);
    shared::table_or(table, Block::nothing("本年度巡检没有测量值的记录。"))
}

fn measured_row(extreme: &WorstMeasurement<'_>) -> Row {
    let reading = &extreme.worst;
    let (limit, unit) = (reading.limit, &reading.metric.unit);
    let shown = |value: f64| shown_value(Some(limit), value);
    let worst = reading.sample.map_or_else(|| NOTHING.to_owned(), |sample| shown(sample.value));
    Row::new([
        Cell::from(&reading.clause.id),
        Cell::from(title(limit, reading)).note(limit_text(limit, unit)),
        Cell::from(shown(extreme.first)),
        Cell::from(shown(extreme.last)),
        Cell::from(worst),
        Cell::from(reading.object.title()).note(extreme.period),
        Cell::judged(judgement_word(reading.judgement), judgement_class(reading.judgement)),
    ])
}
