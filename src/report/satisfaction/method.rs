//! 指标体系, 测评与计算方法, 问卷: the questions, and how answers become figures.
//!
//! In: the questionnaire and the contract file's scale. Out: two chapters and an appendix. Everything that decides a
//! figure is printed with this survey's own counts, so that each figure can be recomputed by hand.

use super::input::{SatisfactionInput, negative, satisfied, words};
use crate::model::{Question, QuestionKind, YesNo};
use crate::report::document::{Block, Chapter, Table, Width};
use crate::report::format::{self, NOTHING};

/// The name of a question: its dimension, otherwise its wording.
pub(super) fn name(question: &Question) -> &str {
    question
        .dimension
        .as_deref()
        .filter(|dimension| !dimension.trim().is_empty())
        .unwrap_or(&question.text)
}

// ---- 指标体系与调查清单 ---------------------------------------------------------------------------------------------

pub(super) fn questions(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let count =
        |kind| input.survey.questions.iter().filter(|question| question.kind == kind).count();
    let weights = match input.survey_result.composite.is_weighted {
        true => "各评分题按问卷所设权重计入综合得分",
        false => "各评分题权重相等",
    };
    let text = format!(
        "问卷共{}题：评分题{}题，总体评价{}题，开放题{}题。{weights}；总体评价单独列示，不计入综合得分。",
        input.survey.questions.len(),
        count(QuestionKind::Rated),
        count(QuestionKind::Overall),
        count(QuestionKind::Open),
    );
    let table = Table::of("question-list", "调查清单", &input.survey.questions)
        .column("题号", Width::No, |question| &question.id)
        .column("题目", Width::Text, |question| &question.text)
        .column("维度", Width::Name, |question| question.dimension.as_deref())
        .column("题型", Width::Word, |question| question.kind.word())
        .column("权重", Width::Verdict, |question| weight(input, question));
    Chapter::new("questions", "指标体系与调查清单").with(Block::text(text)).with(table)
}

fn weight(input: &SatisfactionInput<'_, '_>, question: &Question) -> String {
    match question.kind {
        QuestionKind::Overall => "单独列示".to_owned(),
        QuestionKind::Open => "不计分".to_owned(),
        QuestionKind::Rated if !input.survey_result.composite.is_weighted => "等权".to_owned(),
        QuestionKind::Rated => question.weight.map_or_else(|| NOTHING.to_owned(), format::plain),
    }
}

// ---- 测评与计算方法 -------------------------------------------------------------------------------------------------

pub(super) fn figures(input: &SatisfactionInput<'_, '_>) -> Chapter {
    Chapter::new("method", "测评与计算方法")
        .with(Block::section("scale", "评分等级与分值"))
        .with(scale(input))
        .with(Block::section("formulas", "计算方法"))
        .with(Block::List { items: formulas(input) })
}

fn scale(input: &SatisfactionInput<'_, '_>) -> Table {
    let yes = |counts: YesNo| if counts == YesNo::Yes { "是" } else { "否" };
    // The last row is the answer of those who do not know.
    let rows = input.rules.scale.iter().map(Some).chain([None]);
    Table::of("scale-table", "评分等级与分值", rows)
        .column("回答", Width::Text, |level| {
            level.map_or(&input.rules.unknown, |level| &level.word)
        })
        .column("分值", Width::Count, |level| {
            level.map_or_else(|| "不计分".to_owned(), |level| format::plain(level.score))
        })
        .column("计入满意", Width::Verdict, |level| level.map(|level| yes(level.satisfied)))
        .column("计入不满意", Width::Verdict, |level| level.map(|level| yes(level.negative)))
        .build()
}

fn formulas(input: &SatisfactionInput<'_, '_>) -> Vec<String> {
    let (survey_result, rules) = (&input.survey_result, input.rules);
    let forms = &survey_result.forms;
    let mut items = vec![
        format!(
            "无效问卷：总体评价未答，并且计分题（评分题和总体评价）有半数以上未答的，作为无效问卷，不计入统计；漏答不作补填。本次完成{}份，有效{}份，无效{}份。",
            survey_result.reach.completed,
            forms.valid.len(),
            forms.dropped.len(),
        ),
        format!("选“{}”的和漏答的，不计入该题的有效回答。", rules.unknown),
    ];
    if survey_result.is_talk_only() {
        items
            .push(format!("完成不足{}人，只作访谈记录，不计算比率和得分。", rules.smallest_sample));
        return items;
    }
    let satisfied = words(rules, satisfied).replace('、', "＋");
    let composite = match survey_result.composite.is_weighted {
        true => "综合得分＝Σ（权重×该题得分）÷Σ权重",
        false => "综合得分＝各评分题得分之和÷评分题数（各题等权）",
    };
    items.extend([
        format!("满意率＝（{satisfied}）÷有效回答。"),
        "得分＝Σ（分值×人数）÷有效回答。".to_owned(),
        format!("{composite}；没有有效回答的题不计入；总体评价单独列示，不混入综合得分。"),
        "应答率＝完成÷（名单－空号－已离岗－未使用）。".to_owned(),
        format!(
            "小样本：比率都列出人数，基数不足30人的不保留小数；完成不足{}人的，只作访谈记录，不计算比率和得分。",
            rules.smallest_sample
        ),
        format!(
            "分组：按科室分组，有效问卷不足{0}份的科室合并列示；某题在任何一组的有效回答不足{0}人的，该题不分组列示；不作组间排名。",
            rules.smallest_group
        ),
        format!("选{}的为不满意回答，逐项列出改进措施。", words(rules, negative)),
    ]);
    items
}

// ---- 附录 问卷 -----------------------------------------------------------------------------------------------------

pub(super) fn questionnaire(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let scale = input.rules.scale.iter().map(|level| level.word.as_str());
    let scale = scale.chain([input.rules.unknown.as_str()]).collect::<Vec<_>>().join("／");
    let answer = |question: &Question| match question.kind {
        QuestionKind::Open => "（照录原话）".to_owned(),
        _ => scale.clone(),
    };
    let table = Table::of("form-list", "调查问卷", &input.survey.questions)
        .column("题号", Width::No, |question| &question.id)
        .column("题目", Width::Text, |question| &question.text)
        .column("回答", Width::Wide, |question| answer(question));
    Chapter::new("form", "调查问卷").on_new_page().with(table)
}
