//! 满意度调查报告: who was asked in a year, what they answered, and what is done about it.
//!
//! In: the survey of a year with its figures, and last year's. Out: a [`Document`]. Nobody is named who answered: people are
//! told by their number on the list, their words without name, and a department only where it is large enough. Where
//! few answered nothing is a share: the report is a record of talks, without a percent sign anywhere.

mod method;
mod results;
mod sample;
mod voices;
mod years;

use chrono::NaiveDate;

use super::cover::Facts;
use super::document::{Block, Chapter, Document, Tile};
use super::format::{self, NOTHING};
use super::{Body, Material, method as notes, shared};
use crate::model::{Evidence, Filed, Level, Survey, SurveyMethod, SurveyRules, YesNo};
use crate::schedule::{
    Negative, Opinion, Period, Row, State, measures_for, negatives, opinion, survey_before,
};
use crate::source::FileId;

/// The records whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[Evidence::Survey];

const AUTHOR: &str = "调查人员";

/// Everything that chapters are written from.
struct Told<'a, 'm> {
    material: &'m Material<'a>,
    period: &'m Period,
    survey: &'a Survey,
    rules: &'a SurveyRules,
    opinion: Opinion<'a>,
    /// Last year's survey, with its figures.
    before: Option<Opinion<'a>>,
    /// Those who are not satisfied.
    negatives: Vec<Negative<'a>>,
    /// The day as of which measures are told: the survey's last, so that a later one changes nothing.
    day: NaiveDate,
}

/// Makes the report of a period.
pub(super) fn build(material: &Material<'_>, period: &Period) -> Body {
    let surveys = material.book.surveys.iter();
    let begun = |survey: &&Filed<Survey>| survey.record.started_on.0 <= material.as_of;
    match surveys.filter(begun).find(|survey| survey.record.period == period.id) {
        Some(survey) => Told::new(material, period, survey).body(survey.place.file),
        None => unasked(material, period),
    }
}

impl<'a, 'm> Told<'a, 'm> {
    fn new(material: &'m Material<'a>, period: &'m Period, survey: &'a Filed<Survey>) -> Self {
        let contract = &material.contract.record;
        let (survey, rules, as_of) = (&survey.record, &contract.survey, material.as_of);
        let of = |survey| opinion(survey, rules, as_of);
        let measures = measures_for(material.book, survey);
        let before = survey_before(contract, material.book, survey);
        let finished = survey.finished_on.map(|day| day.0).filter(|day| *day <= as_of);
        Self {
            material,
            period,
            survey,
            rules,
            opinion: of(survey),
            before: before.map(|before| of(&before.record)),
            negatives: negatives(survey, rules, &measures, as_of),
            day: finished.unwrap_or_else(|| last_day(survey, period, as_of)),
        }
    }

    fn body(&self, file: FileId) -> Body {
        let mut charts = Vec::new();
        let chapters = vec![
            overview(self),
            method::questions(self),
            method::figures(self),
            sample::chapter(self),
            results::chapter(self, &mut charts),
            results::groups(self),
            years::chapter(self),
            voices::comments(self),
            voices::negatives(self),
            voices::analysis(self),
        ];
        let mut document = Document::new(front(self), chapters, AUTHOR);
        document.notes = notes::satisfaction_notes(self.material, self.opinion.is_talk_only());
        document.appendices = vec![method::questionnaire(self), sample::calls(self)];
        document.into_body(self.material, charts, self.sources(file), self.facts())
    }

    fn facts(&self) -> Facts {
        Facts {
            served: Some(self.span()),
            prepared_by: shared::names(self.material, &self.survey.surveyors),
            dated: self.opinion.is_finished().then_some(self.day),
            unfinished: !self.opinion.is_finished(),
            ..Facts::default()
        }
    }

    /// 2025年12月1日—2025年12月12日.
    fn span(&self) -> String {
        let from = format::long_day(self.survey.started_on.0);
        match self.opinion.is_finished() {
            true => format!("{from}—{}", format::long_day(self.day)),
            false => format!("{from}起，尚未结束"),
        }
    }

    fn is_by_phone(&self) -> bool {
        self.survey.method == SurveyMethod::Phone
    }

    fn sources(&self, file: FileId) -> Vec<FileId> {
        let book = self.material.book;
        let mut files = shared::common_sources(self.material, self.period);
        files.push(file);
        let before = survey_before(&self.material.contract.record, book, self.survey);
        files.extend(before.map(|before| before.place.file));
        let summaries =
            book.summaries.iter().filter(|summary| summary.record.period == self.survey.period);
        files.extend(summaries.map(|summary| summary.place.file));
        shared::sorted(files)
    }
}

/// The day as of which a survey without an end is told: it grows while the period runs, and afterwards only by calls.
fn last_day(survey: &Survey, period: &Period, as_of: NaiveDate) -> NaiveDate {
    let calls = survey.respondents.iter().flat_map(|respondent| &respondent.attempts);
    let last = calls.map(|call| call.at.day()).filter(|day| *day <= as_of).max();
    as_of.min(last.map_or(period.to, |last| last.max(period.to)))
}

/// The words of the scale that count as satisfied, or as not: 非常满意、满意.
fn words(rules: &SurveyRules, counts: fn(&Level) -> YesNo) -> String {
    let levels = rules.scale.iter().filter(|level| counts(level) == YesNo::Yes);
    levels.map(|level| level.word.as_str()).collect::<Vec<_>>().join("、")
}

/// A score, or a dash.
fn score(value: Option<f64>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |value| format!("{value:.2}"))
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(told: &Told<'_, '_>) -> Vec<Block> {
    let reach = &told.opinion.reach;
    let lacking = told.negatives.iter().filter(|negative| negative.measures.is_empty()).count();
    let mut tiles = vec![
        Tile::new("名单", "plain", reach.listed, "人").note(format!("应访{}人", reach.reachable)),
        Tile::new("完成", "plain", reach.completed, "人").note(response(told)),
    ];
    if told.is_by_phone() {
        tiles.push(Tile::new("拨打", "plain", reach.calls, "次"));
    }
    if !told.opinion.is_talk_only() {
        let note = format!("满分{}", format::plain(highest(told.rules)));
        tiles.push(Tile::told("综合得分", "plain", &score(told.opinion.composite.score()), &note));
    }
    let (class, note) = match (told.negatives.len(), lacking) {
        (0, _) => ("plain", String::new()),
        (_, 0) => ("plain", "均有改进措施".to_owned()),
        (_, lacking) => ("attention", format!("{lacking}人尚无改进措施")),
    };
    tiles.push(Tile::new("不满意回答", class, told.negatives.len(), "人").note(note));
    let mut blocks = vec![banner(told), Block::Tiles { label: "样本与结果".to_owned(), tiles }];
    blocks.push(Block::remark(
        "合同没有约定样本量和满意度目标值，本报告只列统计结果，不作达标评定。",
    ));
    blocks.extend(voices::summary(told));
    blocks
}

fn response(told: &Told<'_, '_>) -> String {
    let response = told.opinion.reach.response();
    match told.opinion.is_talk_only() {
        true => String::new(),
        false => format::people_share(response.part, response.whole),
    }
}

fn highest(rules: &SurveyRules) -> f64 {
    rules.scale.iter().map(|level| level.score).fold(f64::NEG_INFINITY, f64::max)
}

fn banner(told: &Told<'_, '_>) -> Block {
    let (opinion, completed) = (&told.opinion, told.opinion.reach.completed);
    let is_finished = opinion.is_finished();
    let until = if is_finished {
        String::new()
    } else {
        format!("（截至{}）", format::long_day(told.day))
    };
    let (title, word, class) = match opinion.overall().map(|overall| overall.satisfied()) {
        _ if opinion.is_talk_only() && !is_finished => {
            ("满意度调查", format!("进行中，已完成{completed}人"), "skipped")
        }
        _ if opinion.is_talk_only() => ("访谈记录", format!("完成{completed}人"), "plain"),
        Some(all) if all.whole > 0 => {
            ("总体评价", format!("{}人中{}人满意", all.whole, all.part), "plain")
        }
        Some(_) => ("总体评价", "无有效回答".to_owned(), "skipped"),
        None => ("满意度调查", format!("完成{completed}人"), "plain"),
    };
    Block::Banner { title: format!("{title}{until}"), word, class, text: headline(told) }
}

fn headline(told: &Told<'_, '_>) -> String {
    let (opinion, reach) = (&told.opinion, &told.opinion.reach);
    let calls =
        if told.is_by_phone() { format!("拨打{}次，", reach.calls) } else { String::new() };
    let asked = format!(
        "{}以{}方式调查，名单{}人，{calls}完成{}人，有效问卷{}份。",
        if opinion.is_finished() { "本年度" } else { "调查尚未结束；本年度" },
        told.survey.method,
        reach.listed,
        reach.completed,
        opinion.forms.valid.len(),
    );
    if opinion.is_talk_only() {
        return format!(
            "{asked}完成不足{}人，按访谈记录列示，不计算比率和得分。",
            told.rules.smallest_sample
        );
    }
    let overall = opinion.overall().map(|overall| overall.satisfied()).map(|all| {
        format!(
            "总体评价选{}的，{}；",
            words(told.rules, satisfied),
            format::people_share(all.part, all.whole)
        )
    });
    let composite = score(opinion.composite.score());
    format!("{asked}{}各评分题综合得分{composite}。", overall.unwrap_or_default())
}

const fn satisfied(level: &Level) -> YesNo {
    level.satisfied
}

const fn negative(level: &Level) -> YesNo {
    level.negative
}

// ---- 调查概述 ------------------------------------------------------------------------------------------------------

fn overview(told: &Told<'_, '_>) -> Chapter {
    let (material, survey) = (told.material, told.survey);
    let agreed = told.material.contract.record.survey.method;
    let method = match survey.method == agreed {
        true => format!("{}，与合同约定一致。", survey.method),
        false => format!("{}；合同约定的方式为{agreed}。", survey.method),
    };
    let mut facts = vec![
        ("依据", shared::basis(material, SHOWS)),
        ("调查目的", purpose(material)),
        ("调查时间", told.span()),
        ("调查对象", survey.population.clone().unwrap_or_else(|| NOTHING.to_owned())),
        ("调查方式", method),
        ("调查人员", shared::names(material, &survey.surveyors).join("、")),
        ("记录编号", survey.id.clone()),
        ("同意记录", consent(told)),
    ];
    if !survey.evidence.is_empty() {
        facts.push(("附件", survey.evidence.join("、")));
    }
    Chapter::new("overview", "调查概述")
        .with(Block::facts(facts))
        .with(clauses(material, told.period))
}

fn purpose(material: &Material<'_>) -> String {
    let contract = &material.contract.record;
    format!(
        "了解{}对{}运行和维护服务的评价与意见，据以改进服务。",
        contract.hospital.short(),
        contract.system.name
    )
}

fn clauses(material: &Material<'_>, period: &Period) -> Block {
    let table = shared::clause_table(material, period, SHOWS);
    shared::table_or(table, Block::nothing("合同在本期没有关于满意度调查的约定。"))
}

/// Of those who completed, who agreed to be recorded.
fn consent(told: &Told<'_, '_>) -> String {
    let completed = crate::schedule::completed(told.survey, told.opinion.as_of);
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

/// The report of a year in which nobody was asked yet.
fn unasked(material: &Material<'_>, period: &Period) -> Body {
    let row = material
        .ledger
        .rows
        .iter()
        .find(|row| SHOWS.contains(&row.clause.evidence) && row.period == *period);
    let (word, class) = row.map_or(("本期未约定", "not-applicable"), |row: &Row<'_>| {
        (row.state.word(), shared::state_class(row.state))
    });
    let said = match row.map(|row| row.state) {
        Some(State::NotDue) => format!("{}的满意度调查尚未开始。", period.title),
        _ => format!("{}没有满意度调查的记录。", period.title),
    };
    let front = vec![Block::Banner {
        title: "满意度调查".to_owned(),
        word: word.to_owned(),
        class,
        text: said.clone(),
    }];
    let facts = [("依据", shared::basis(material, SHOWS)), ("调查目的", purpose(material))];
    let chapters = vec![
        Chapter::new("overview", "调查概述")
            .with(Block::facts(facts))
            .with(clauses(material, period)),
        Chapter::new("results", "统计结果")
            .with(Block::nothing(format!("{said}没有样本、统计结果和意见可供列示。"))),
    ];
    let mut document = Document::new(front, chapters, AUTHOR);
    document.notes = notes::satisfaction_notes(material, true);
    let sources = shared::sorted(shared::common_sources(material, period));
    document.into_body(material, Vec::new(), sources, Facts::default())
}
