//! 与上年对比: this year's figures beside last year's.
//!
//! In: the comparison. Out: a chapter with the differences in percentage points, or with the reasons why there are none.

use super::input::{SatisfactionInput, score};
use super::method;
use crate::model::{Cadence, Question, Survey};
use crate::report::document::{Block, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};
use crate::schedule::{
    Change, Comparable, Comparison, Obstacle, Proportion, compare, find_period, periods,
};

pub(super) fn chapter(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("years", "与上年对比");
    let before = input.before.as_ref();
    match (compare(&input.survey_result, before), before) {
        (Comparison::Comparable(comparable), Some(before)) => {
            let (now, then) = (input.survey_result.forms.valid.len(), before.forms.valid.len());
            let text = format!(
                "两年的计分题目、评分等级和分值相同，可以比较。有效问卷本年{now}份，上年{then}份；增减按未舍入的比率计算，满意率以百分点计。"
            );
            chapter.with(Block::text(text)).with(table(&comparable))
        }
        (Comparison::Comparable(_), None) => chapter.with(Block::nothing("无上年数据。")),
        (Comparison::Not(obstacles), _) => {
            let reasons: Vec<_> =
                obstacles.iter().map(|obstacle| reason(input, obstacle)).collect();
            chapter.with(Block::nothing(format!("{}。", reasons.join("；"))))
        }
    }
}

fn table(comparable: &Comparable<'_>) -> Table {
    let points = |change: &Change<'_>| {
        let wholes = [change.satisfied.whole, change.satisfied_before.whole];
        change.points().map(|points| format::people_points(points, wholes))
    };
    let share = |share: Proportion| format::people_share(share.part, share.whole);
    let composite = comparable.composite;
    Table::of("years-table", "与上年对比", &comparable.changes)
        .column("题号", Width::No, |change| &change.question.id)
        .total("综合")
        .column("维度", Width::Text, |change| method::name(change.question))
        .total("各评分题")
        .column("本年满意率", Width::Name, |change| share(change.satisfied))
        .total(NOTHING)
        .column("上年满意率", Width::Name, |change| share(change.satisfied_before))
        .total(NOTHING)
        .column("增减百分点", Width::Count, |change| points(change))
        .total(NOTHING)
        .column("本年得分", Width::Count, |change| score(change.mean.value()))
        .total(score(composite.map(|(now, _)| now)))
        .column("上年得分", Width::Count, |change| score(change.mean_before.value()))
        .total(score(composite.map(|(_, before)| before)))
        .column("得分增减", Width::Count, |change| change.score().map(format::signed))
        .total(composite.map(|(now, before)| format::signed(now - before)))
        .total_only_if(composite.is_some())
        .build()
}

fn reason(input: &SatisfactionInput<'_, '_>, obstacle: &Obstacle<'_>) -> String {
    let year = |survey: &Survey| {
        let known = find_period(&input.context.contract.record, &survey.period);
        known.map_or_else(|| survey.period.clone(), |period| period.title)
    };
    match obstacle {
        Obstacle::NoSurvey if is_first(input) => "无上年数据：本年度是服务期的第一年".to_owned(),
        Obstacle::NoSurvey => "无上年数据：没有上年度的调查记录".to_owned(),
        Obstacle::Unfinished(survey) => format!("{}的调查尚未结束，结束后再作比较", year(survey)),
        Obstacle::TalkOnly(survey) => {
            format!("{}完成的人数少，只作访谈记录，不作比较", year(survey))
        }
        Obstacle::Questions { new, gone, changed } => {
            let now: Vec<_> = changed.iter().map(|(now, _)| *now).collect();
            let parts = [("新增", new.as_slice()), ("取消", gone), ("改动", &now)];
            let parts = parts.iter().filter(|(_, questions)| !questions.is_empty());
            let parts: Vec<_> =
                parts.map(|(word, questions)| format!("{word}{}", ids(questions))).collect();
            format!("两年的计分题目不同（{}），不作比较", parts.join("，"))
        }
    }
}

fn ids(questions: &[&Question]) -> String {
    questions.iter().map(|question| question.id.as_str()).collect::<Vec<_>>().join("、")
}

fn is_first(input: &SatisfactionInput<'_, '_>) -> bool {
    let years = periods(&input.context.contract.record, Cadence::Year);
    years.first().is_some_and(|first| first.id == input.period.id)
}
