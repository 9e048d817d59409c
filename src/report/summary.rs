//! 服务总结报告: a year's service in figures that are computed and words that people wrote.
//!
//! In: the ledger, tickets, inspections, revisits and measures of a year, and its summary record. Out: a [`Document`]. The words
//! stand in `data/summaries`; without them the figures are told all the same, and each chapter says what is not written yet.
//! Measures and findings are told as they stood when the summary was finished, so that a later day does not change what was
//! signed; what became of last year's measures stands in the next summary.

mod customers;
mod events;
mod figures;
mod improvement;
mod inspections;
mod services;

use chrono::NaiveDate;

use super::cover::Facts;
use super::document::{Block, Cell, Chapter, Document, Row, Table, Tile, Width, columns};
use super::format::{self, or_nothing};
use super::{Body, Chart, Material, clocks, method, shared};
use crate::model::{Cadence, Evidence, Filed, Summary, Survey, Visit, VisitPurpose};
use crate::schedule::{
    Attainment, Handling, Period, Round, State, Timed, Volume, Work, periods, rounds, team,
    undecided,
};
use crate::source::FileId;
use services::Standing;

/// The records whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[Evidence::Revisit, Evidence::Summary];

/// The figures of a year.
struct Year<'a> {
    period: Period,
    tickets: Vec<&'a Timed<'a>>,
    volume: Volume<'a>,
    handling: Handling,
}

impl<'a> Year<'a> {
    fn new(material: &Material<'a>, period: &Period) -> Self {
        Self {
            period: period.clone(),
            tickets: material.service.in_order(period),
            volume: Volume::of(material.service, period),
            handling: Handling::of(material.service, material.book, period, material.as_of),
        }
    }
}

/// Everything that chapters are written from.
struct Told<'a, 'm> {
    material: &'m Material<'a>,
    period: &'m Period,
    /// The year, and the one before it.
    now: Year<'a>,
    then: Option<Year<'a>>,
    /// The day for which measures and findings are told.
    told_on: NaiveDate,
    /// The words of the year, as far as they are seen.
    record: Option<&'a Filed<Summary>>,
    survey: Option<&'a Filed<Survey>>,
    revisits: Vec<&'a Filed<Visit>>,
    rounds: Vec<Round<'a>>,
    standings: Vec<Standing<'a>>,
    /// All clocks of clauses together.
    limits: Attainment,
}

impl<'a, 'm> Told<'a, 'm> {
    fn new(material: &'m Material<'a>, period: &'m Period) -> Self {
        let (book, as_of) = (material.book, material.as_of);
        let record = record_of(material, &period.id);
        let finished =
            record.and_then(|record| record.record.finished_on).map_or(period.to, |day| day.0);
        let told_on = period.to.max(finished).min(as_of);
        let now = Year::new(material, period);
        let mut revisits: Vec<_> =
            book.visits.iter().filter(|visit| is_revisit(visit, period, as_of)).collect();
        revisits.sort_by_key(|visit| (visit.record.arrived_at, visit.record.id.clone()));
        Self {
            material,
            period,
            then: before(material, period).map(|period| Year::new(material, &period)),
            told_on,
            record,
            survey: survey_of(material, &period.id),
            revisits,
            rounds: rounds(&material.judging, material.chains, period, told_on),
            standings: services::within(material, period),
            limits: clocks::together(&clocks::limited(material, &now.tickets)),
            now,
        }
    }

    fn is_running(&self) -> bool {
        !self.period.is_closed(self.material.as_of)
    }

    fn last_day(&self) -> NaiveDate {
        self.period.to.min(self.material.as_of)
    }

    /// What a chapter of words says while nobody has written it.
    fn unwritten(&self, what: &str) -> Block {
        Block::nothing(format!("{what}尚未编写。"))
    }
}

/// The summary of a year, unless it was finished behind the day of the reckoning.
fn record_of<'a>(material: &Material<'a>, year: &str) -> Option<&'a Filed<Summary>> {
    let mut summaries = material.book.summaries.iter();
    summaries.find(|summary| {
        let finished = summary.record.finished_on;
        summary.record.period == year && finished.is_none_or(|day| day.0 <= material.as_of)
    })
}

fn survey_of<'a>(material: &Material<'a>, year: &str) -> Option<&'a Filed<Survey>> {
    let mut surveys = material.book.surveys.iter();
    surveys
        .find(|survey| survey.record.period == year && survey.record.started_on.0 <= material.as_of)
}

fn is_revisit(visit: &Filed<Visit>, period: &Period, as_of: NaiveDate) -> bool {
    let visit = &visit.record;
    let of_year =
        visit.purpose == VisitPurpose::Revisit && visit.period.as_ref() == Some(&period.id);
    of_year && visit.arrived_at.day() <= as_of
}

/// The year before.
fn before(material: &Material<'_>, period: &Period) -> Option<Period> {
    let years = periods(&material.contract.record, Cadence::Year);
    let at = years.iter().position(|year| year == period)?;
    years.into_iter().nth(at.checked_sub(1)?)
}

/// Makes the report of a year.
pub(super) fn build(material: &Material<'_>, period: &Period) -> Body {
    let told = Told::new(material, period);
    let mut charts: Vec<Chart> = Vec::new();
    let chapters = vec![
        overview(&told),
        services::chapter(&told),
        figures::chapter(&told, &mut charts),
        inspections::chapter(&told),
        events::chapter(&told),
        customers::revisit(&told),
        customers::requests(&told),
        improvement::measures(&told),
        improvement::plan(&told),
        improvement::distribution(&told),
    ];
    let sources = sources(&told);
    let mut document = Document::new(front(&told), chapters, author(&told));
    document.notes = method::summary_notes(material, period, told.told_on);
    document.into_body(material, charts, sources, facts(&told))
}

fn facts(told: &Told<'_, '_>) -> Facts {
    let record = told.record.map(|record| &record.record);
    let prepared_by =
        record.map(|record| shared::name(told.material, &record.prepared_by).to_owned());
    Facts {
        served: Some(format!(
            "{}—{}",
            format::long_day(told.period.from),
            format::long_day(told.last_day())
        )),
        prepared_by: prepared_by.into_iter().collect(),
        dated: record.and_then(|record| record.finished_on).map(|day| day.0),
        undecided: undecided(&told.now.tickets),
        unfinished: record.is_some_and(|record| record.finished_on.is_none()),
        ..Facts::default()
    }
}

/// The function of who wrote it, for the signature; the manager has a box of his own.
fn author<'m>(told: &Told<'_, 'm>) -> &'m str {
    let person =
        told.record.and_then(|record| told.material.book.person(&record.record.prepared_by));
    let role = person.map(|person| person.role.as_str());
    role.filter(|role| !role.trim().is_empty() && *role != "项目经理").unwrap_or("编制人")
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(told: &Told<'_, '_>) -> Vec<Block> {
    let (word, class) = verdict(told);
    let missed = told.limits.missed();
    let deviating = services::deviating(&told.standings).len();
    let inspected = told.rounds.iter().filter(|round| round.inspection.is_some()).count();
    let tiles = vec![
        Tile::new("受理", "plain", told.now.volume.total, "件"),
        Tile::new("时限超时", if missed > 0 { "abnormal" } else { "normal" }, missed, "项次"),
        Tile::new("巡检", "plain", inspected, "次"),
        Tile::new("现场服务", "plain", told.now.handling.visits, "次"),
        Tile::new(
            "未全部履行",
            if deviating > 0 { "attention" } else { "normal" },
            deviating,
            "项条款",
        ),
    ];
    let mut blocks = vec![
        Block::Banner {
            title: "本年度服务总结".to_owned(),
            word: word.to_owned(),
            class,
            text: headline(told),
        },
        Block::Tiles { label: "本年度服务数据".to_owned(), tiles },
    ];
    blocks.extend(services::gaps(told));
    blocks
}

fn verdict(told: &Told<'_, '_>) -> (&'static str, &'static str) {
    let Some(record) = told.record else {
        let owed = told
            .standings
            .iter()
            .find(|standing| standing.sums.clause.evidence == Evidence::Summary);
        return match owed.map(|standing| standing.state) {
            Some(State::NoEvidence) => ("无履约证据", "abnormal"),
            _ => ("尚未编写", "skipped"),
        };
    };
    if record.record.finished_on.is_none() {
        return ("尚在编写", "attention");
    }
    let states = told.standings.iter().map(|standing| standing.state);
    let worst = services::worst(states);
    match worst {
        State::NoEvidence | State::Deviation | State::Partial | State::DoneLate => {
            (worst.word(), shared::state_class(worst))
        }
        _ if told.is_running() => ("履行中", "skipped"),
        _ => ("全部履行", "normal"),
    }
}

fn headline(told: &Told<'_, '_>) -> String {
    let mut text = match told.record {
        Some(record) if record.record.finished_on.is_none() => {
            "年度总结的文字尚在编写。".to_owned()
        }
        Some(_) => String::new(),
        None if told.is_running() => {
            "年度总结的文字部分尚未编写，以下数据由服务记录汇总。".to_owned()
        }
        None => {
            format!(
                "截至报告日期，{}没有可供核对的年度总结记录，以下数据由服务记录汇总。",
                told.period.title
            )
        }
    };
    if told.is_running() {
        text += &format!("本年度尚未结束，数据统计至{}。", format::long_day(told.last_day()));
    }
    text += &format!("{}；受理{}件，", services::sentence(&told.standings), told.now.volume.total);
    text += &format!("各条款时限合计{}。", format::attained(&told.limits));
    text
}

// ---- 服务概况 ------------------------------------------------------------------------------------------------------

fn overview(told: &Told<'_, '_>) -> Chapter {
    let material = told.material;
    let contract = &material.contract.record;
    let term = (&contract.term.from.0, &contract.term.to.0);
    let facts = [
        ("依据", shared::basis(material, SHOWS)),
        ("合同服务期", format!("{}至{}", format::long_day(*term.0), format::long_day(*term.1))),
        (
            "总结期间",
            format!(
                "{}，{}至{}",
                told.period.title,
                format::long_day(told.period.from),
                format::long_day(told.period.to)
            ),
        ),
        ("服务系统", shared::system(material)),
        ("数据截止", format::long_day(told.last_day())),
    ];
    let words = told.record.map(|record| paragraphs(&record.record.overview)).unwrap_or_default();
    let words =
        if words.is_empty() { vec![told.unwritten("本年度服务概况")] } else { words };
    Chapter::new("overview", "服务概况")
        .with(Block::facts(facts))
        .with_all(words)
        .with(crew(told))
        .with(shared::clause_table(material, told.period, SHOWS))
}

/// A text of the record as blocks.
fn paragraphs(text: &str) -> Vec<Block> {
    shared::paragraphs(text).into_iter().map(Block::text).collect()
}

/// Who served, as the records name them.
fn crew(told: &Told<'_, '_>) -> Block {
    let material = told.material;
    let heads = columns(&[("姓名", Width::Name), ("岗位", Width::Name), ("参与工作", Width::Text)]);
    let members = team(material.book, material.service, told.period, material.as_of);
    let rows = members.into_iter().map(|member| {
        let role = material.book.person(member.person).map_or("", |person| person.role.as_str());
        let work: Vec<_> =
            member.work.iter().map(|(work, count)| work_text(*work, *count)).collect();
        Row::new([
            Cell::from(shared::name(material, member.person)),
            Cell::from(or_nothing(role)),
            Cell::from(work.join("，")),
        ])
    });
    let table = Table::new("team", "服务团队", heads).rows(rows);
    shared::table_or(table, Block::nothing("本年度的服务记录中没有乙方人员。"))
}

fn work_text(work: Work, count: usize) -> String {
    match work {
        Work::Tickets => format!("受理{count}件"),
        Work::Duty => format!("热线值班{count}天"),
        Work::Inspections => format!("巡检{count}次"),
        Work::OnSite => format!("现场服务{count}次"),
        Work::Cases => format!("后端支持{count}件"),
        Work::Revisits => format!("回访{count}次"),
        Work::Surveys => format!("满意度调查{count}次"),
        Work::Summaries => "编制年度总结".to_owned(),
    }
}

// ---- sources ------------------------------------------------------------------------------------------------------

fn sources(told: &Told<'_, '_>) -> Vec<FileId> {
    let (book, period) = (told.material.book, told.period);
    let mut files = shared::common_sources(told.material, told.period);
    let years = [Some(&told.now), told.then.as_ref()];
    files.extend(
        years.iter().flatten().flat_map(|year| &year.tickets).map(|timed| timed.ticket.place.file),
    );
    // A record of the next year changes no summary of this one.
    let first = told.then.as_ref().map_or(period.from, |then| then.period.from);
    let of_years = |day: NaiveDate| first <= day && day <= period.to;
    let visits = book.visits.iter().filter(|visit| of_years(visit.record.arrived_at.day()));
    files.extend(visits.chain(told.revisits.iter().copied()).map(|visit| visit.place.file));
    let cases = book.escalations.iter().filter(|case| of_years(case.record.opened_at.day()));
    files.extend(cases.map(|case| case.place.file));
    files.extend(shared::rosters(told.material, period).map(|duty| duty.place.file));
    files.extend(shared::knowledge(told.material, period));
    files.extend(shared::remedies(told.material, period));
    let inspections = book.inspections.iter();
    let inspections =
        inspections.filter(|inspection| inspection.record.started_at.day() <= told.told_on);
    files.extend(inspections.map(|inspection| inspection.place.file));
    let probes = book.probes.files.iter();
    let probes =
        probes.filter(|file| file.earliest.is_some_and(|sample| sample.at.date() <= period.to));
    files.extend(probes.map(|file| file.file));
    let years = years.iter().flatten().map(|year| year.period.id.as_str()).collect::<Vec<_>>();
    let summaries = years.iter().filter_map(|year| record_of(told.material, year));
    files.extend(summaries.map(|summary| summary.place.file));
    let surveys = years.iter().filter_map(|year| survey_of(told.material, year));
    files.extend(surveys.map(|survey| survey.place.file));
    shared::sorted(files)
}
