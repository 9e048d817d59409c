//! 服务总结报告: a year's service in computed figures and in words that people wrote.
//!
//! In: the ledger, tickets, inspections, revisits and measures of a year, and its summary record. Out: a [`Document`].
//! The words come from `data/summaries`; without them the figures are shown all the same, and each chapter states what
//! is not written yet. Measures and findings are shown in their state when the summary was finished, so that a later
//! day does not change what was signed; the outcome of last year's measures is in the next summary.

mod customers;
mod events;
mod figures;
mod improvement;
mod input;
mod inspections;
mod service_status;
mod services;

use chrono::NaiveDate;

use super::document::{Block, Chapter, Document, Table, Tile, Width};
use super::facts::Facts;
use super::format;
use super::kind::{Body, ReportContext};
use super::{Chart, method, shared};
use crate::model::Evidence;
use crate::schedule::{Period, State, Work, team, undecided};
use crate::source::FileId;
use input::{SummaryInput, paragraphs, record_of, survey_of};

/// The kinds of record whose clauses it shows.
pub(super) const SHOWS: &[Evidence] = &[Evidence::Revisit, Evidence::Summary];

/// Builds the report of a year.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    let input = SummaryInput::new(context, period);
    let mut charts: Vec<Chart> = Vec::new();
    let chapters = vec![
        overview(&input),
        services::chapter(&input),
        figures::chapter(&input, &mut charts),
        inspections::chapter(&input),
        events::chapter(&input),
        customers::revisit(&input),
        customers::requests(&input),
        improvement::measures(&input),
        improvement::plan(&input),
        improvement::distribution(&input),
    ];
    let sources = sources(&input);
    let mut document = Document::new(front(&input), chapters, author(&input));
    document.notes = method::summary_notes(context, period, input.known_on);
    document.into_body(context, charts, sources, facts(&input))
}

fn facts(input: &SummaryInput<'_, '_>) -> Facts {
    let record = input.record.map(|record| &record.record);
    let prepared_by =
        record.map(|record| shared::name(input.context, &record.prepared_by).to_owned());
    Facts {
        served: Some(format!(
            "{}—{}",
            format::long_day(input.period.from),
            format::long_day(input.last_day())
        )),
        prepared_by: prepared_by.into_iter().collect(),
        dated: record.and_then(|record| record.finished_on).map(|day| day.0),
        undecided: undecided(&input.now.tickets),
        unfinished: record.is_some_and(|record| record.finished_on.is_none()),
        ..Facts::default()
    }
}

/// The author's function, for the signature; the manager has a separate box.
fn author<'m>(input: &SummaryInput<'_, 'm>) -> &'m str {
    let person =
        input.record.and_then(|record| input.context.records.person(&record.record.prepared_by));
    let role = person.map(|person| person.role.as_str());
    role.filter(|role| !role.trim().is_empty() && *role != "项目经理").unwrap_or("编制人")
}

// ---- 结论摘要 ------------------------------------------------------------------------------------------------------

fn front(input: &SummaryInput<'_, '_>) -> Vec<Block> {
    let (word, class) = verdict(input);
    let missed = input.limits.missed();
    let deviating = service_status::deviating(&input.statuses).len();
    let inspected =
        input.period_inspections.iter().filter(|round| round.inspection.is_some()).count();
    let tiles = vec![
        Tile::new("受理", "plain", input.now.volume.total, "件"),
        Tile::new("时限超时", if missed > 0 { "abnormal" } else { "normal" }, missed, "项次"),
        Tile::new("巡检", "plain", inspected, "次"),
        Tile::new("现场服务", "plain", input.now.handling.visits, "次"),
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
            text: headline(input),
        },
        Block::Tiles { label: "本年度服务数据".to_owned(), tiles },
    ];
    blocks.extend(services::gaps(input));
    blocks
}

fn verdict(input: &SummaryInput<'_, '_>) -> (&'static str, &'static str) {
    let Some(record) = input.record else {
        let owed =
            input.statuses.iter().find(|status| status.sums.clause.evidence == Evidence::Summary);
        return match owed.map(|status| status.state) {
            Some(State::NoEvidence) => ("无履约证据", "abnormal"),
            _ => ("尚未编写", "skipped"),
        };
    };
    if record.record.finished_on.is_none() {
        return ("尚在编写", "attention");
    }
    let states = input.statuses.iter().map(|status| status.state);
    let worst = service_status::worst(states);
    match worst {
        State::NoEvidence | State::Deviation | State::Partial | State::DoneLate => {
            (worst.word(), shared::state_class(worst))
        }
        _ if input.is_running() => ("履行中", "skipped"),
        _ => ("全部履行", "normal"),
    }
}

fn headline(input: &SummaryInput<'_, '_>) -> String {
    let mut text = match input.record {
        Some(record) if record.record.finished_on.is_none() => {
            "年度总结的文字尚在编写。".to_owned()
        }
        Some(_) => String::new(),
        None if input.is_running() => {
            "年度总结的文字部分尚未编写，以下数据由服务记录汇总。".to_owned()
        }
        None => {
            format!(
                "截至报告日期，{}没有可供核对的年度总结记录，以下数据由服务记录汇总。",
                input.period.title
            )
        }
    };
    if input.is_running() {
        text += &format!("本年度尚未结束，数据统计至{}。", format::long_day(input.last_day()));
    }
    text += &format!("{}；受理{}件，", services::sentence(&input.statuses), input.now.volume.total);
    text += &format!("各条款时限合计{}。", format::attained(&input.limits));
    text
}

// ---- 服务概况 ------------------------------------------------------------------------------------------------------

fn overview(input: &SummaryInput<'_, '_>) -> Chapter {
    let context = input.context;
    let contract = &context.contract.record;
    let term = (&contract.term.from.0, &contract.term.to.0);
    let facts = [
        ("依据", shared::basis(context, SHOWS)),
        ("合同服务期", format!("{}至{}", format::long_day(*term.0), format::long_day(*term.1))),
        (
            "总结期间",
            format!(
                "{}，{}至{}",
                input.period.title,
                format::long_day(input.period.from),
                format::long_day(input.period.to)
            ),
        ),
        ("服务系统", shared::system(context)),
        ("数据截止", format::long_day(input.last_day())),
    ];
    let words = input.record.map(|record| paragraphs(&record.record.overview)).unwrap_or_default();
    let words =
        if words.is_empty() { vec![input.unwritten("本年度服务概况")] } else { words };
    Chapter::new("overview", "服务概况")
        .with(Block::facts(facts))
        .with_all(words)
        .with(crew(input))
        .with(shared::clause_table(context, input.period, SHOWS))
}

/// The people who provided the service, as the records name them.
fn crew(input: &SummaryInput<'_, '_>) -> Block {
    let context = input.context;
    let members = team(context.records, &context.service, input.period, context.as_of);
    let role = |id: &str| context.records.person(id).map(|person| person.role.as_str());
    Table::of("team", "服务团队", &members)
        .column("姓名", Width::Name, |member| shared::name(context, member.person))
        .column("岗位", Width::Name, |member| role(member.person))
        .column("参与工作", Width::Text, |member| {
            let work = member.work.iter().map(|(work, count)| work_text(*work, *count));
            work.collect::<Vec<_>>().join("，")
        })
        .or(Block::nothing("本年度的服务记录中没有乙方人员。"))
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

fn sources(input: &SummaryInput<'_, '_>) -> Vec<FileId> {
    let (records, period) = (input.context.records, input.period);
    let mut files = shared::common_sources(input.context, input.period);
    let years = [Some(&input.now), input.then.as_ref()];
    files.extend(
        years
            .iter()
            .flatten()
            .flat_map(|year| &year.tickets)
            .map(|timed| timed.ticket.location.file),
    );
    // A record of the next year does not change the summary of this one.
    let first = input.then.as_ref().map_or(period.from, |then| then.period.from);
    let of_years = |day: NaiveDate| first <= day && day <= period.to;
    let visits = records.visits.iter().filter(|visit| of_years(visit.record.arrived_at.day()));
    files.extend(visits.chain(input.revisits.iter().copied()).map(|visit| visit.location.file));
    let cases = records.escalations.iter().filter(|case| of_years(case.record.opened_at.day()));
    files.extend(cases.map(|case| case.location.file));
    files.extend(shared::rosters(input.context, period).map(|duty| duty.location.file));
    files.extend(shared::knowledge(input.context, period));
    files.extend(shared::remedies(input.context, period));
    let inspections = records.inspections.iter();
    let inspections =
        inspections.filter(|inspection| inspection.record.started_at.day() <= input.known_on);
    files.extend(inspections.map(|inspection| inspection.location.file));
    let probes = records.probes.files.iter();
    let probes =
        probes.filter(|file| file.earliest.is_some_and(|sample| sample.at.date() <= period.to));
    files.extend(probes.map(|file| file.file));
    let years = years.iter().flatten().map(|year| year.period.id.as_str()).collect::<Vec<_>>();
    let summaries = years.iter().filter_map(|year| record_of(input.context, year));
    files.extend(summaries.map(|summary| summary.location.file));
    let surveys = years.iter().filter_map(|year| survey_of(input.context, year));
    files.extend(surveys.map(|survey| survey.location.file));
    shared::sorted(files)
}
