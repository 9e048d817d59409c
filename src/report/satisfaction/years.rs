//! 与上年对比: this year's figures beside last year's.
//!
//! In: the comparison. Out: a chapter with the differences in percentage points, or with the reasons why there are none.

use super::{SatisfactionInput, method, score};
use crate::model::{Cadence, Question, Survey};
use crate::report::document::{Block, Cell, Chapter, Row, Table, Width, columns};
use crate::report::format::{self, NOTHING};
use crate::schedule::{Change, Comparable, Comparison, Obstacle, compare, find_period, periods};

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
    let heads = columns(&[
        ("题号", Width::No),
        ("维度", Width::Text),
        ("本年满意率", Width::Name),
        ("上年满意率", Width::Name),
        ("增减百分点", Width::Count),
        ("本年得分", Width::Count),
        ("上年得分", Width::Count),
        ("得分增减", Width::Count),
    ]);
    let mut table =
        Table::new("years-table", "与上年对比", heads).rows(comparable.changes.iter().map(row));
    if let Some((now, before)) = comparable.composite {
        let dash = || Cell::from(NOTHING);
        table.rows.push(Row::total([
            Cell::from("综合"),
            Cell::from("各评分题"),
            dash(),
            dash(),
            dash(),
            Cell::from(score(Some(now))),
            Cell::from(score(Some(before))),
            Cell::from(format::signed(now - before)),
        ]));
    }
    table
}

fn row(change: &Change<'_>) -> Row {
    let (now, before) = (change.satisfied, change.satisfied_before);
    let difference =
        change.points().map(|points| format::people_points(points, [now.whole, before.whole]));
    let nothing = || NOTHING.to_owned();
    Row::new([
        Cell::from(&change.question.id),
        Cell::from(method::name(change.question)),
        Cell::from(format::people_share(now.part, now.whole)),
        Cell::from(format::people_share(before.part, before.whole)),
        Cell::from(difference.unwrap_or_else(nothing)),
        Cell::from(score(change.mean.value())),
        Cell::from(score(change.mean_before.value())),
        Cell::from(change.score().map_or_else(nothing, format::signed)),
    ])
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
