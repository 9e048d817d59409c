//! 回访情况, and the three lists that the contract names: 使用建议, 其他业务需求, 项目需求.
//!
//! In: the revisits of a year. Out: two chapters. The people asked are identified only by department and function. Each
//! list is printed even if it is empty: an empty list is an answer, too.

use super::input::{SummaryInput, paragraphs};
use crate::model::{Request, RequestKind, Visit};
use crate::report::document::{Block, Cell, Chapter, Table, Width};
use crate::report::format::{self, NOTHING, or_nothing};
use crate::report::shared;

// ---- 回访情况 ------------------------------------------------------------------------------------------------------

pub(super) fn revisit(input: &SummaryInput<'_, '_>) -> Chapter {
    let chapter = Chapter::new("revisit", "回访情况").on_new_page();
    if input.revisits.is_empty() {
        let text = if input.is_running() {
            "本年度尚未回访。"
        } else {
            "本年度没有回访记录，无履约证据。"
        };
        return chapter.with(Block::nothing(text)).with_all(words(input));
    }
    let mut chapter = chapter;
    for (at, visit) in input.revisits.iter().enumerate() {
        let visit = &visit.record;
        chapter = chapter.with(Block::facts(facts(input, visit))).with(interviews(visit, at));
    }
    chapter.with_all(words(input))
}

/// The text of the summary about the revisits.
fn words(input: &SummaryInput<'_, '_>) -> Vec<Block> {
    let words = match input.record {
        None => vec![input.unwritten("回访总结")],
        Some(record) => match record.record.revisit.as_deref().map(paragraphs) {
            Some(words) if !words.is_empty() => words,
            _ => vec![Block::nothing("年度总结没有写回访总结。")],
        },
    };
    std::iter::once(Block::section("revisit-words", "回访总结")).chain(words).collect()
}

fn facts(input: &SummaryInput<'_, '_>, visit: &Visit) -> Vec<(&'static str, String)> {
    let arrived = visit.arrived_at.0;
    let when = visit
        .left_at
        .map_or_else(|| format::long_moment(arrived), |left| format::span(arrived, left.0));
    let mut departments: Vec<&str> = Vec::new();
    for interview in &visit.interviews {
        if !departments.contains(&interview.department.as_str()) {
            departments.push(&interview.department);
        }
    }
    let asked = match visit.interviews.len() {
        0 => NOTHING.to_owned(),
        count => format!("{count}人，分布于{}", departments.join("、")),
    };
    let text = |text: &Option<String>| or_nothing(text.as_deref().unwrap_or_default());
    vec![
        ("记录编号", visit.id.clone()),
        ("回访时间", when),
        ("回访方式", visit.method.map_or(NOTHING, |method| method.word()).to_owned()),
        ("回访人员", or_nothing(&shared::names(input.context, &visit.engineers).join("、"))),
        ("受访人员", asked),
        ("回访内容", visit.work.clone()),
        ("回访结果", text(&visit.result)),
        ("客户确认", confirmed(input, visit)),
    ]
}

fn confirmed(input: &SummaryInput<'_, '_>, visit: &Visit) -> String {
    let Some(by) = visit.signed_by.as_deref() else { return "未签字".to_owned() };
    let name = shared::name(input.context, by);
    let seen = visit.signed_on.filter(|day| day.0 <= input.context.as_of);
    seen.map_or_else(|| name.to_owned(), |day| format!("{name}，{}", format::long_day(day.0)))
}

fn interviews(visit: &Visit, at: usize) -> Block {
    Table::of(&format!("interviews-{}", at + 1), "访谈记录", &visit.interviews)
        .column("受访岗位", Width::Name, |interview| {
            Cell::from(&interview.department).note(interview.role.clone().unwrap_or_default())
        })
        .column("时间", Width::Moment, |interview| {
            interview.at.map(|at| format::full_moment(at.0))
        })
        .column("产品建议", Width::Text, |interview| interview.suggestion.as_deref())
        .column("操作感受", Width::Text, |interview| interview.impression.as_deref())
        .or(Block::nothing("本次回访没有访谈记录。"))
}

// ---- 使用建议、其他业务需求、项目需求 --------------------------------------------------------------------------------

pub(super) fn requests(input: &SummaryInput<'_, '_>) -> Chapter {
    let requests: Vec<_> = input.revisits.iter().flat_map(|visit| &visit.record.requests).collect();
    let chapter = Chapter::new("requests", "使用建议、其他业务需求和项目需求");
    let counts = RequestKind::ALL.iter().map(|kind| {
        let count = requests.iter().filter(|request| request.kind == *kind).count();
        format!("{kind}{count}项")
    });
    let counts: Vec<_> = counts.collect();
    let chapter = chapter.with(Block::text(format!("本年度回访收集{}。", counts.join("、"))));
    RequestKind::ALL.iter().enumerate().fold(chapter, |chapter, (at, kind)| {
        let of_kind = requests.iter().filter(|request| request.kind == *kind).copied();
        chapter
            .with(Block::section(&format!("requests-{}", at + 1), kind.word()))
            .with(list(*kind, at, of_kind))
    })
}

fn list<'r>(kind: RequestKind, at: usize, requests: impl Iterator<Item = &'r Request>) -> Block {
    Table::of(&format!("requests-list-{}", at + 1), kind.word(), requests)
        .anchors(|request| &request.id)
        .column("编号", Width::Id, |request| &request.id)
        .column("提出科室", Width::Name, |request| request.department.as_deref())
        .column("内容", Width::Text, |request| &request.text)
        .column("处理意见", Width::Text, |request| request.handling.as_deref())
        .column("状态", Width::Verdict, |request| {
            let status = request.status;
            status.map(|status| Cell::judged(status.word(), shared::status_class(status)))
        })
        .or(Block::nothing(format!("本年度没有收到{kind}。")))
}
