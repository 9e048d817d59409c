//! The index over all reports: the contract's progress and the ledger as a grid of clauses and periods.
//!
//! In: material and the reports made. Out: the view of `templates/html/index.html`.

use serde::Serialize;
use serde_json::Value;

use super::format::{self, long_day};
use super::{Cover, Material};
use crate::schedule::State;

/// A report as the index lists it.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry<'a> {
    /// Its cover.
    pub cover: &'a Cover,
    /// Its period's name.
    pub period: &'a str,
    /// Its files.
    pub files: Vec<IndexFile>,
}

/// One file of a report.
#[derive(Debug, Clone, Serialize)]
pub struct IndexFile {
    /// Id of the format.
    pub format: &'static str,
    /// Path below `output/`.
    pub path: String,
    /// Name under which it is handed over.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
}

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
    reports: &'a [IndexEntry<'a>],
    due: Vec<String>,
    samples: String,
    inspections: usize,
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
struct Column {
    id: String,
    title: String,
}

#[derive(Serialize)]
struct Section {
    title: String,
    rows: Vec<GridRow>,
}

#[derive(Serialize)]
struct GridRow {
    clause: String,
    text: String,
    standard: String,
    cells: Vec<Cell>,
    done: u32,
    required: u32,
}

#[derive(Serialize)]
struct Cell {
    state: &'static str,
    class: &'static str,
    symbol: &'static str,
    period: String,
    title: String,
    evidence: Vec<String>,
    link: String,
}

#[derive(Serialize)]
struct Legend {
    state: &'static str,
    class: &'static str,
    symbol: &'static str,
    count: usize,
}

/// Makes the index.
pub fn index(material: &Material<'_>, reports: &[IndexEntry<'_>]) -> Value {
    let contract = &material.contract.record;
    let view = View {
        project: &contract.title,
        contract_number: &contract.number,
        hospital: &contract.hospital.name,
        vendor: &contract.vendor.name,
        system: &contract.system.name,
        term: format!("{}—{}", long_day(contract.term.from.0), long_day(contract.term.to.0)),
        as_of: long_day(material.as_of),
        progress: progress(material),
        columns: columns(material),
        sections: sections(material, reports),
        legend: legend(material),
        reports,
        due: due(material),
        samples: format::count(material.book.probes.rows()),
        inspections: material
            .book
            .inspections
            .iter()
            .filter(|filed| filed.record.started_at.day() <= material.as_of)
            .count(),
    };
    serde_json::to_value(view).unwrap_or_default()
}

/// The periods of the ledger, in order of time.
fn columns(material: &Material<'_>) -> Vec<Column> {
    let mut periods: Vec<_> = material.ledger.rows.iter().map(|row| &row.period).collect();
    periods.sort();
    periods.dedup();
    periods.into_iter().map(|period| Column { id: period.id.clone(), title: period.title.clone() }).collect()
}

fn counted(material: &Material<'_>, states: &[State]) -> usize {
    let rows = &material.ledger.rows;
    rows.iter().filter(|row| states.contains(&row.state)).count()
}

fn progress(material: &Material<'_>) -> Progress {
    let term = material.contract.record.term;
    let total = (term.to.0 - term.from.0).num_days() + 1;
    let passed = (material.as_of - term.from.0).num_days().clamp(0, total);
    Progress {
        passed,
        total,
        percent: passed * 100 / total.max(1),
        rows: material.ledger.rows.len(),
        done: counted(material, &[State::Done]),
        late: counted(material, &[State::DoneLate]),
        gaps: counted(material, &[State::NoEvidence, State::Partial, State::Deviation]),
        open: counted(material, &[State::NotDue]),
    }
}

fn sections(material: &Material<'_>, reports: &[IndexEntry<'_>]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for row in &material.ledger.rows {
        let clause = row.clause;
        if sections.last().is_none_or(|section| section.title != clause.section) {
            sections.push(Section { title: clause.section.clone(), rows: Vec::new() });
        }
        let Some(section) = sections.last_mut() else { continue };
        if section.rows.last().is_none_or(|last| last.clause != clause.id) {
            section.rows.push(GridRow {
                clause: clause.id.clone(),
                text: clause.text.clone(),
                standard: clause.standard.clone().unwrap_or_default(),
                cells: Vec::new(),
                done: 0,
                required: 0,
            });
        }
        let Some(grid) = section.rows.last_mut() else { continue };
        grid.done += row.done;
        grid.required += row.required;
        grid.cells.push(cell(material, row, reports));
    }
    sections
}

fn cell(material: &Material<'_>, row: &crate::schedule::Row<'_>, reports: &[IndexEntry<'_>]) -> Cell {
    let report = reports.iter().find(|entry| entry.period == row.period.id);
    let page = report.and_then(|entry| entry.files.iter().find(|file| file.format == "html"));
    let evidence: Vec<_> = row
        .evidence
        .iter()
        .map(|proof| format!("{}（{}）", proof.record, material.files.path(proof.file)))
        .collect();
    Cell {
        state: row.state.word(),
        class: row.state.id(),
        symbol: row.state.symbol(),
        period: row.period.id.clone(),
        title: row.period.title.clone(),
        evidence,
        link: page.map(|page| format!("{}#item-{}", page.path, row.clause.id)).unwrap_or_default(),
    }
}

fn legend(material: &Material<'_>) -> Vec<Legend> {
    let all = State::ALL.iter().map(|state| Legend {
        state: state.word(),
        class: state.id(),
        symbol: state.symbol(),
        count: counted(material, &[*state]),
    });
    all.collect()
}

/// What is owed next: each open period once, with its last day.
fn due(material: &Material<'_>) -> Vec<String> {
    let mut open: Vec<_> = material.ledger.rows.iter().filter(|row| row.state == State::NotDue).collect();
    open.sort_by_key(|row| row.period.to);
    let mut texts: Vec<String> = Vec::new();
    for row in &open {
        let of_period = open.iter().filter(|other| other.period.id == row.period.id).count();
        let left = (row.period.to - material.as_of).num_days();
        let text = format!(
            "{}巡检（{of_period}项），应于{}前完成，还有{left}天",
            row.period.title,
            long_day(row.period.to),
        );
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}
