//! 满意度调查报告: the respondents of a year, their answers, and what is done about them.
//!
//! In: the survey of a year with its figures, and last year's. Out: a [`Document`]. No respondent is named: people are
//! identified by their number on the list, comments have no name, and a department is shown only if it is large enough. If
//! only a few answered, no shares are printed: the report is a record of talks, without a percent sign anywhere.

mod input;
mod method;
mod results;
mod sample;
mod voices;
mod years;

use super::document::{Block, Chapter, Document, Tile};
use super::facts::Facts;
use super::format::{self, NOTHING};
use super::kind::{Body, ReportContext};
use super::{method as notes, shared};
use crate::model::{Evidence, Sourced, Survey, SurveyRules, YesNo};
use crate::schedule::{Period, Row, State};
use crate::source::FileId;
use input::{SatisfactionInput, satisfied, score, words};

/// The kinds of record whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[Evidence::Survey];

const AUTHOR: &str = "调查人员";

/// Builds the report of a period.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    let surveys = context.records.surveys.iter();
    let begun = |survey: &&Sourced<Survey>| survey.record.started_on.0 <= context.as_of;
    match surveys.filter(begun).find(|survey| survey.record.period == period.id) {
        Some(survey) => {
            body(&SatisfactionInput::new(context, period, survey), survey.location.file)
        }
        None => unasked(context, period),
    }
}

fn body(input: &SatisfactionInput<'_, '_>, file: FileId) -> Body {
    let mut charts = Vec::new();
    let chapters = vec![
        overview(input),
        method::questions(input),
        method::figures(input),
        sample::chapter(input),
        results::chapter(input, &mut charts),
        results::groups(input),
        years::chapter(input),
        voices::comments(input),
        voices::dissatisfied(input),
        voices::analysis(input),
    ];
    let mut document = Document::new(front(input), chapters, AUTHOR);
    document.notes = notes::satisfaction_notes(input.context, input.survey_result.is_talk_only());
    document.appendices = vec![method::questionnaire(input), sample::calls(input)];
    document.into_body(input.context, charts, input.sources(file), input.facts())
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(input: &SatisfactionInput<'_, '_>) -> Vec<Block> {
    let reach = &input.survey_result.reach;
    let lacking = input.dissatisfied.iter().filter(|negative| negative.measures.is_empty()).count();
    let mut tiles = vec![
        Tile::new("名单", "plain", reach.listed, "人").note(format!("应访{}人", reach.reachable)),
        Tile::new("完成", "plain", reach.completed, "人").note(response(input)),
    ];
    if input.is_by_phone() {
        tiles.push(Tile::new("拨打", "plain", reach.calls, "次"));
    }
    if !input.survey_result.is_talk_only() {
        let note = format!("满分{}", format::plain(highest(input.rules)));
        tiles.push(Tile::described(
            "综合得分",
            "plain",
            &score(input.survey_result.composite.score()),
            &note,
        ));
    }
    let (class, note) = match (input.dissatisfied.len(), lacking) {
        (0, _) => ("plain", String::new()),
        (_, 0) => ("plain", "均有改进措施".to_owned()),
        (_, lacking) => ("attention", format!("{lacking}人尚无改进措施")),
    };
    tiles.push(Tile::new("不满意回答", class, input.dissatisfied.len(), "人").note(note));
    let mut blocks = vec![banner(input), Block::Tiles { label: "样本与结果".to_owned(), tiles }];
    blocks.push(Block::remark(
        "合同没有约定样本量和满意度目标值，本报告只列统计结果，不作达标评定。",
    ));
    blocks.extend(voices::summary(input));
    blocks
}

fn response(input: &SatisfactionInput<'_, '_>) -> String {
    let response = input.survey_result.reach.response();
    match input.survey_result.is_talk_only() {
        true => String::new(),
        false => format::people_share(response.part, response.whole),
    }
}

fn highest(rules: &SurveyRules) -> f64 {
    rules.scale.iter().map(|level| level.score).fold(f64::NEG_INFINITY, f64::max)
}

fn banner(input: &SatisfactionInput<'_, '_>) -> Block {
    let (survey_result, completed) = (&input.survey_result, input.survey_result.reach.completed);
    let is_finished = survey_result.is_finished();
    let until = if is_finished {
        String::new()
    } else {
        format!("（截至{}）", format::long_day(input.day))
    };
    let (title, word, class) = match survey_result.overall().map(|overall| overall.satisfied()) {
        _ if survey_result.is_talk_only() && !is_finished => {
            ("满意度调查", format!("进行中，已完成{completed}人"), "skipped")
        }
        _ if survey_result.is_talk_only() => ("访谈记录", format!("完成{completed}人"), "plain"),
        Some(all) if all.whole > 0 => {
            ("总体评价", format!("{}人中{}人满意", all.whole, all.part), "plain")
        }
        Some(_) => ("总体评价", "无有效回答".to_owned(), "skipped"),
        None => ("满意度调查", format!("完成{completed}人"), "plain"),
    };
    Block::Banner { title: format!("{title}{until}"), word, class, text: headline(input) }
}

fn headline(input: &SatisfactionInput<'_, '_>) -> String {
    let (survey_result, reach) = (&input.survey_result, &input.survey_result.reach);
    let calls =
        if input.is_by_phone() { format!("拨打{}次，", reach.calls) } else { String::new() };
    let asked = format!(
        "{}以{}方式调查，名单{}人，{calls}完成{}人，有效问卷{}份。",
        if survey_result.is_finished() { "本年度" } else { "调查尚未结束；本年度" },
        input.survey.method,
        reach.listed,
        reach.completed,
        survey_result.forms.valid.len(),
    );
    if survey_result.is_talk_only() {
        return format!(
            "{asked}完成不足{}人，按访谈记录列示，不计算比率和得分。",
            input.rules.smallest_sample
        );
    }
    let overall = survey_result.overall().map(|overall| overall.satisfied()).map(|all| {
        format!(
            "总体评价选{}的，{}；",
            words(input.rules, satisfied),
            format::people_share(all.part, all.whole)
        )
    });
    let composite = score(survey_result.composite.score());
    format!("{asked}{}各评分题综合得分{composite}。", overall.unwrap_or_default())
}

// ---- 调查概述 ------------------------------------------------------------------------------------------------------

fn overview(input: &SatisfactionInput<'_, '_>) -> Chapter {
    let (context, survey) = (input.context, input.survey);
    let agreed = input.context.contract.record.survey.method;
    let method = match survey.method == agreed {
        true => format!("{}，与合同约定一致。", survey.method),
        false => format!("{}；合同约定的方式为{agreed}。", survey.method),
    };
    let mut facts = vec![
        ("依据", shared::basis(context, SHOWS)),
        ("调查目的", purpose(context)),
        ("调查时间", input.span()),
        ("调查对象", survey.population.clone().unwrap_or_else(|| NOTHING.to_owned())),
        ("调查方式", method),
        ("调查人员", shared::names(context, &survey.surveyors).join("、")),
        ("记录编号", survey.id.clone()),
        ("同意记录", consent(input)),
    ];
    if !survey.evidence.is_empty() {
        facts.push(("附件", survey.evidence.join("、")));
    }
    Chapter::new("overview", "调查概述")
        .with(Block::facts(facts))
        .with(clauses(context, input.period))
}

fn purpose(context: &ReportContext<'_>) -> String {
    let contract = &context.contract.record;
    format!(
        "了解{}对{}运行和维护服务的评价与意见，据以改进服务。",
        contract.hospital.short(),
        contract.system.name
    )
}

fn clauses(context: &ReportContext<'_>, period: &Period) -> Block {
    let table = shared::clause_table(context, period, SHOWS);
    shared::table_or(table, Block::nothing("合同在本期没有关于满意度调查的约定。"))
}

/// The number of completed respondents who agreed to be recorded.
fn consent(input: &SatisfactionInput<'_, '_>) -> String {
    let completed = crate::schedule::completed(input.survey, input.survey_result.as_of);
    let count = |consent: Option<YesNo>| {
        completed.iter().filter(|respondent| respondent.consent == consent).count()
    };
    let mut text = format!("完成的{}人中，同意记录{}人", completed.len(), count(Some(YesNo::Yes)));
    for (word, count) in [("不同意", count(Some(YesNo::No))), ("未注明", count(None))] {
        if count > 0 {
            text += &format!("，{word}{count}人");
        }
    }
    text + "。"
}

// ---- without a survey ---------------------------------------------------------------------------------------------

/// The report of a year in which no one has been asked yet.
fn unasked(context: &ReportContext<'_>, period: &Period) -> Body {
    let row = context
        .ledger
        .rows
        .iter()
        .find(|row| SHOWS.contains(&row.clause.evidence) && row.period == *period);
    let (word, class) = row.map_or(("本期未约定", "not-applicable"), |row: &Row<'_>| {
        (row.state.word(), shared::state_class(row.state))
    });
    let or_dash = match row.map(|row| row.state) {
        Some(State::NotDue) => format!("{}的满意度调查尚未开始。", period.title),
        _ => format!("{}没有满意度调查的记录。", period.title),
    };
    let front = vec![Block::Banner {
        title: "满意度调查".to_owned(),
        word: word.to_owned(),
        class,
        text: or_dash.clone(),
    }];
    let facts = [("依据", shared::basis(context, SHOWS)), ("调查目的", purpose(context))];
    let chapters = vec![
        Chapter::new("overview", "调查概述")
            .with(Block::facts(facts))
            .with(clauses(context, period)),
        Chapter::new("results", "统计结果")
            .with(Block::nothing(format!("{or_dash}没有样本、统计结果和意见可供列示。"))),
    ];
    let mut document = Document::new(front, chapters, AUTHOR);
    document.notes = notes::satisfaction_notes(context, true);
    let sources = shared::sorted(shared::common_sources(context, period));
    document.into_body(context, Vec::new(), sources, Facts::default())
}
