//! The index over all reports: the contract's progress and the ledger as a grid of clauses and periods.
//!
//! In: a report context and the reports built. Out: the view of `templates/html/index.html`.

mod entry;

use std::cmp::Reverse;

use serde::Serialize;
use serde_json::Value;

use super::format::{self, long_day};
use super::grid::{Column, Grid, Section};
use super::json::as_json;
use super::kind::{ReportContext, private};
use super::search::{Found, search};
use crate::model::Evidence;
use crate::schedule::{DueItem, DueKind, State, agenda};

pub(crate) use entry::{IndexEntry, IndexFile, IndexRegister};

#[derive(Serialize)]
struct View<'a> {
    project: &'a str,
    contract_number: &'a str,
    hospital: &'a str,
    vendor: &'a str,
    system: &'a str,
    term: String,
    as_of: String,
    progress: Progress,
    columns: Vec<Column>,
    sections: Vec<Section>,
    legend: Vec<Legend>,
    groups: Vec<Group<'a>>,
    registers: &'a [IndexRegister],
    search: Vec<Found>,
    due: Vec<Due>,
    samples: String,
    inspections: usize,
    tickets: usize,
}

/// The reports of a period.
#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    title: &'a str,
    span: &'a str,
    reports: Vec<&'a IndexEntry<'a>>,
}

#[derive(Serialize)]
struct Progress {
    passed: i64,
    total: i64,
    percent: i64,
    rows: usize,
    done: usize,
    late: usize,
    gaps: usize,
    open: usize,
}

#[derive(Serialize)]
struct Due {
    day: String,
    left: String,
    overdue: bool,
    what: String,
    who: String,
}

#[derive(Serialize)]
struct Legend {
    state: &'static str,
    class: &'static str,
    symbol: &'static str,
    count: usize,
}

/// Builds the index.
pub(crate) fn index(
    context: &ReportContext<'_>,
    reports: &[IndexEntry<'_>],
    registers: &[IndexRegister],
) -> Value {
    let contract = &context.contract.record;
    let grid = Grid::new(context);
    let view = View {
        project: &contract.title,
        contract_number: &contract.number,
        hospital: &contract.hospital.name,
        vendor: &contract.vendor.name,
        system: &contract.system.name,
        term: format!("{}—{}", long_day(contract.term.from.0), long_day(contract.term.to.0)),
        as_of: long_day(context.as_of),
        progress: progress(context),
        columns: grid.columns(),
        sections: grid.sections(context, reports),
        legend: legend(context),
        groups: groups(reports),
        registers,
        search: search(context, reports),
        due: due(context),
        samples: format::count(context.records.probes.rows()),
        inspections: context
            .records
            .inspections
            .iter()
            .filter(|sourced| sourced.record.started_at.day() <= context.as_of)
            .count(),
        tickets: context.service.timed.len(),
    };
    private(as_json(&view))
}

/// Reports by period, the newest first; a longer period comes before the periods in it.
fn groups<'a>(reports: &'a [IndexEntry<'a>]) -> Vec<Group<'a>> {
    let mut sorted: Vec<_> = reports.iter().collect();
    sorted.sort_by_key(|entry| (Reverse(entry.ends), entry.begins));
    let same = |left: &&IndexEntry<'_>, right: &&IndexEntry<'_>| left.period == right.period;
    let chunks = sorted.chunk_by(same).map(|chunk| Group {
        id: chunk[0].period,
        title: &chunk[0].cover.subtitle,
        span: &chunk[0].cover.span,
        reports: chunk.to_vec(),
    });
    chunks.collect()
}

fn counted(context: &ReportContext<'_>, states: &[State]) -> usize {
    let rows = &context.ledger.rows;
    rows.iter().filter(|row| states.contains(&row.state)).count()
}

fn progress(context: &ReportContext<'_>) -> Progress {
    let term = context.contract.record.term;
    let total = (term.to.0 - term.from.0).num_days() + 1;
    let passed = (context.as_of - term.from.0).num_days().clamp(0, total);
    Progress {
        passed,
        total,
        percent: passed * 100 / total.max(1),
        rows: context.ledger.rows.len(),
        done: counted(context, &[State::Done]),
        late: counted(context, &[State::DoneLate]),
        gaps: counted(context, &[State::NoEvidence, State::Partial, State::Deviation]),
        open: counted(context, &[State::NotDue]),
    }
}

fn legend(context: &ReportContext<'_>) -> Vec<Legend> {
    let all = State::ALL.iter().map(|state| Legend {
        state: state.word(),
        class: state.id(),
        symbol: state.symbol(),
        count: counted(context, &[*state]),
    });
    all.collect()
}

/// The next due items: the periodic duties of running periods and other open items, in chronological order.
fn due(context: &ReportContext<'_>) -> Vec<Due> {
    let within = i64::from(context.contract.record.threshold.remind_days);
    let agenda = agenda(context.evaluation);
    let is_duty = |item: &DueItem<'_>| matches!(item.kind, DueKind::Duty(_));
    let first = agenda.iter().filter(|item| is_duty(item)).map(|item| item.due).find(|due| {
        // At least the next duty is named, however far ahead it is.
        due.date() >= context.as_of
    });
    let shown = agenda.iter().filter(|item| {
        let left = item.days_left(context.as_of);
        left <= within || (is_duty(item) && first == Some(item.due))
    });
    shown.map(|item| due_row(context, item)).collect()
}

fn due_row(context: &ReportContext<'_>, item: &DueItem<'_>) -> Due {
    let left = item.days_left(context.as_of);
    let what = match item.kind {
        DueKind::Duty(_) => duty(item),
        DueKind::Clock(duty) => format!("{}时限：{}　{}", duty.word(), item.id, item.title),
        DueKind::Finding => format!("巡检问题：{}　{}", item.id, item.title),
        DueKind::Measure => format!("改进措施：{}　{}", item.id, item.title),
    };
    let name = |id| context.records.person(id).map_or(id, |person| person.name.as_str());
    Due {
        day: if item.all_day { long_day(item.due.date()) } else { format::long_moment(item.due) },
        left: match left {
            0 => "今天".to_owned(),
            left if left > 0 => format!("还有{left}天"),
            left => format!("已过{}天", -left),
        },
        overdue: left < 0,
        what,
        who: item.person.map_or_else(|| item.side.word(), name).to_owned(),
    }
}

fn duty(item: &DueItem<'_>) -> String {
    let count = item.clauses.len();
    match item.kind {
        DueKind::Duty(Evidence::Inspection) => format!("{}巡检（{count}项）", item.title),
        _ => format!("{}{}（条款{}）", item.title, item.kind.word(), item.clauses.join("、")),
    }
}
