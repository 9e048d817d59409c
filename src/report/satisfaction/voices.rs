//! 意见摘录, 不满意回答与改进措施, 结果分析: the respondents' own words, and the conclusions.
//!
//! In: comments, negative answers and measures. Out: three chapters. Words are quoted literally, except names; a quotation
//! shows neither the person's number nor its position on the list, so that no one's answers can be put together.

use super::input::SatisfactionInput;
use crate::model::{Cadence, Measure, Respondent, Side, YesNo};
use crate::report::document::{Block, Cell, Chapter, Table, TableOf, Width};
use crate::report::format;
use crate::report::shared;
use crate::schedule::{DissatisfiedRespondent, completed, periods};

// ---- 意见摘录 ------------------------------------------------------------------------------------------------------

pub(super) fn comments(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("comments", "意见摘录");
    let completed = completed(input.survey, input.survey_result.as_of);
    let (silent, heard): (Vec<_>, Vec<_>) =
        completed.into_iter().partition(|respondent| respondent.consent == Some(YesNo::No));
    let mut blocks = Vec::new();
    for question in &input.survey.questions {
        let items = quotations(input, &question.id, &heard);
        if !items.is_empty() {
            let title = format!("{}　{}", question.id, question.text);
            blocks.push(Block::section(&format!("comment-{}", question.id), &title));
            blocks.push(Block::List { items });
        }
    }
    let chapter = match blocks.is_empty() {
        true => chapter.with(Block::nothing("没有可供摘录的意见。")),
        false => chapter.with(Block::remark(rule(input))).with_all(blocks),
    };
    let kept = silent.iter().filter(|respondent| !respondent.comments.is_empty()).count();
    let kept =
        (kept > 0).then(|| Block::remark(format!("另有{kept}人不同意记录，其意见不作摘录。")));
    chapter.with_all(kept)
}

fn rule(input: &SatisfactionInput<'_, '_>) -> String {
    format!(
        "意见照录原话，略去姓名，各题之下按文字排列，与名单顺序无关。完成调查不少于{}人的科室注明科室，其余不注明。",
        input.rules.smallest_group
    )
}

/// The comments on a question, in an order that does not reveal the order of the list.
fn quotations(
    input: &SatisfactionInput<'_, '_>,
    question: &str,
    heard: &[&Respondent],
) -> Vec<String> {
    let spoken = heard.iter().filter_map(|respondent| {
        let words =
            respondent.comments.get(question)?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| (unnamed(input, &words), respondent.department.as_str()))
    });
    let mut spoken: Vec<_> = spoken.collect();
    spoken.sort_unstable();
    let people = completed(input.survey, input.survey_result.as_of);
    let reported_of = |department: &str| {
        let of = people.iter().filter(|respondent| respondent.department == department).count();
        of >= usize::from(input.rules.smallest_group)
    };
    let quoted = spoken.into_iter().map(|(words, department)| match reported_of(department) {
        true => format!("“{words}”（{department}）"),
        false => format!("“{words}”"),
    });
    quoted.collect()
}

/// A text in which the hospital's people are shown by their family name only.
fn unnamed(input: &SatisfactionInput<'_, '_>, text: &str) -> String {
    let people = input.context.records.people.iter().flat_map(|sourced| &sourced.record.people);
    let theirs =
        people.filter(|person| person.side == Side::Hospital && person.name.chars().count() > 1);
    theirs.fold(text.to_owned(), |text, person| {
        text.replace(&person.name, &shared::masked_name(&person.name))
    })
}

// ---- 不满意回答与改进措施 -------------------------------------------------------------------------------------------

pub(super) fn dissatisfied(input: &SatisfactionInput<'_, '_>) -> Chapter {
    Chapter::new("measures", "不满意回答与改进措施")
        .with(Block::section("negative-answers", "不满意回答"))
        .with(answers(input))
        .with(Block::section("measure-list", "改进措施"))
        .with(own_measures(input))
        .with_all(followed_up(input))
        .with_all(former(input))
}

fn answers(input: &SatisfactionInput<'_, '_>) -> Block {
    let words = |dissatisfied: &DissatisfiedRespondent<'_>| {
        let words = dissatisfied.answers.iter().map(|(question, word)| {
            format!("{}　{}：{word}", question.id, super::method::name(question))
        });
        words.collect::<Vec<_>>().join("；")
    };
    let none = match input.survey_result.is_finished() {
        true => "没有不满意的回答。",
        false => "截至统计日没有不满意的回答。",
    };
    Table::of("negatives", "不满意回答", &input.dissatisfied)
        .column("受访者编号", Width::Id, |dissatisfied| &dissatisfied.respondent.id)
        .column("不满意的回答", Width::Wide, |dissatisfied| words(dissatisfied))
        .column("改进措施", Width::Text, |dissatisfied| measures_of(dissatisfied))
        .or(Block::none_needed(none))
}

fn measures_of(negative: &DissatisfiedRespondent<'_>) -> Cell {
    if negative.measures.is_empty() {
        return Cell::judged("尚无措施", "attention");
    }
    let measures = negative.measures.iter();
    measures
        .fold(Cell::default(), |cell, measure| cell.link(&measure.id, format!("#{}", measure.id)))
}

/// The survey's own measures, and those of the year's summary that address a respondent's answer.
fn own_measures(input: &SatisfactionInput<'_, '_>) -> Block {
    let mut measures: Vec<&Measure> = input.survey.measures.iter().collect();
    for measure in input.dissatisfied.iter().flat_map(|negative| &negative.measures) {
        if measures.iter().all(|known| known.id != measure.id) {
            measures.push(measure);
        }
    }
    measure_table(input, "measure-table", "改进措施", measures)
        .anchors(|measure| &measure.id)
        .or(Block::nothing("没有登记改进措施。"))
}

fn measure_table<'a>(
    input: &SatisfactionInput<'_, '_>,
    id: &str,
    title: &str,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> TableOf<&'a Measure> {
    Table::of(id, title, measures)
        .column("编号", Width::Id, |measure| &measure.id)
        .column("问题", Width::Text, |measure| unnamed(input, &measure.problem))
        .column("措施", Width::Text, |measure| unnamed(input, &measure.measure))
        .column("责任人", Width::Word, |measure| shared::name(input.context, &measure.owner))
        .column("时限", Width::Day, |measure| format::short_day(measure.due.0))
        .column("状态", Width::Verdict, |measure| shared::measure_status(measure, input.day))
}

/// Part of the verdict page: what is done about the answers.
pub(super) fn summary(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let title = format!("改进措施（状态截至{}）", format::long_day(input.day));
    Table::of("summary-measures", &title, &input.survey.measures)
        .column("编号", Width::Id, |measure| {
            Cell::from(&measure.id).to(format!("#{}", measure.id))
        })
        .column("改进的问题", Width::Text, |measure| unnamed(input, &measure.problem))
        .column("责任人", Width::Word, |measure| shared::name(input.context, &measure.owner))
        .column("时限", Width::Day, |measure| format::short_day(measure.due.0))
        .column("状态", Width::Verdict, |measure| shared::measure_status(measure, input.day))
        .if_any()
}

/// The remark with the day of this state and with the report that shows later progress.
fn followed_up(input: &SatisfactionInput<'_, '_>) -> Option<Block> {
    let years = periods(&input.context.contract.record, Cadence::Year);
    let is_last = years.last().is_none_or(|last| last.id == input.period.id);
    let on = format::long_day(input.day);
    let later = if is_last {
        String::new()
    } else {
        "其后的落实情况在下一年度报告中列示。".to_owned()
    };
    (!input.survey.measures.is_empty()).then(|| Block::remark(format!("状态截至{on}。{later}")))
}

/// The outcome of last year's measures.
fn former(input: &SatisfactionInput<'_, '_>) -> Vec<Block> {
    let Some(before) = input.before.as_ref().filter(|before| !before.survey.measures.is_empty())
    else {
        return Vec::new();
    };
    vec![
        Block::section("former-measures", "上年度改进措施的落实"),
        measure_table(input, "former-table", "上年度改进措施的落实", &before.survey.measures)
            .into(),
    ]
}

// ---- 结果分析 ------------------------------------------------------------------------------------------------------

pub(super) fn analysis(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("analysis", "结果分析");
    let text = input.survey.analysis.as_deref().unwrap_or_default();
    let paragraphs = shared::paragraphs(text);
    match paragraphs.is_empty() {
        true if input.survey_result.is_finished() => {
            chapter.with(Block::nothing("调查记录没有填写结果分析。"))
        }
        true => chapter.with(Block::nothing("调查尚未结束，结束后填写。")),
        false => chapter.with_all(paragraphs.iter().map(|text| Block::text(unnamed(input, text)))),
    }
}
