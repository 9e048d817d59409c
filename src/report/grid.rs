//! The ledger as a grid of clauses and periods.
//!
//! In: the ledger and the index entries of the reports. Out: columns, and for each clause the cells that cover them
//! from left to right: a yearly duty covers the quarters of its year. Every row of the ledger is a cell, so that no gap
//! can be omitted.

use std::collections::BTreeSet;

use serde::Serialize;

use super::format;
use super::index::IndexEntry;
use super::kind::ReportContext;
use super::shared::{clause_anchor, shown_in};
use crate::model::{Cadence, Evidence};
use crate::schedule::{Period, Row, attainment, by_clause, clocks_of, periods, row_cadence};

/// At most this many records are named beside a cell.
const NAMED: usize = 3;

#[derive(Serialize)]
pub(super) struct Column {
    id: String,
    title: String,
}

/// The clauses under one heading of the contract.
#[derive(Serialize)]
pub(super) struct Section {
    title: String,
    rows: Vec<GridRow>,
}

#[derive(Serialize)]
struct GridRow {
    clause: String,
    text: String,
    standard: String,
    cells: Vec<Cell>,
    /// 已履行／应履行 over the whole term.
    sum: String,
}

#[derive(Serialize)]
struct Cell {
    /// The number of columns it covers.
    span: usize,
    /// True if nothing is owed there: every other field is empty.
    blank: bool,
    state: &'static str,
    class: &'static str,
    symbol: &'static str,
    /// What occurred, for on-demand clauses; empty for others.
    count: String,
    period: String,
    title: String,
    /// The text of the tooltip and for screen readers.
    description: String,
    link: String,
}

pub(super) struct Grid<'a> {
    periods: Vec<&'a Period>,
}

impl<'a> Grid<'a> {
    /// Chooses the columns: the periods of the most frequent clauses if each longer period covers some of them,
    /// otherwise every period. A month and a quarter that the term cuts down to the same days have one column, the
    /// month's.
    pub(super) fn new(context: &ReportContext<'a>) -> Self {
        let contract = &context.contract.record;
        let all: BTreeSet<&Period> =
            context.evaluation.ledger.rows.iter().map(|row| &row.period).collect();
        let frequent = contract.clauses.iter().map(row_cadence).min();
        let frequent = frequent.map_or_else(Vec::new, |cadence| periods(contract, cadence));
        let shortest: Vec<_> =
            all.iter().copied().filter(|period| frequent.contains(period)).collect();
        let covered = |period: &&Period| shortest.iter().any(|short| period.contains(short.from));
        let periods = if all.iter().all(covered) { shortest } else { all.into_iter().collect() };
        Self { periods }
    }

    pub(super) fn columns(&self) -> Vec<Column> {
        let column =
            |period: &&Period| Column { id: period.id.clone(), title: period.title.clone() };
        self.periods.iter().map(column).collect()
    }

    /// Every clause under its heading.
    pub(super) fn sections(
        &self,
        context: &ReportContext<'a>,
        reports: &[IndexEntry<'_>],
    ) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for status in by_clause(context.evaluation) {
            let clause = status.clause;
            if sections.last().is_none_or(|section| section.title != clause.section) {
                sections.push(Section { title: clause.section.clone(), rows: Vec::new() });
            }
            let Some(section) = sections.last_mut() else { continue };
            let rows: Vec<_> =
                context.ledger.rows.iter().filter(|row| row.clause.id == clause.id).collect();
            section.rows.push(GridRow {
                clause: clause.id.clone(),
                text: clause.text.clone(),
                standard: clause.standard.clone().unwrap_or_default(),
                cells: self.cells(context, &rows, reports),
                sum: status.progress().map_or_else(
                    || format::NOTHING.to_owned(),
                    |(done, due)| format!("{done}／{due}"),
                ),
            });
        }
        sections
    }

    fn cells(
        &self,
        context: &ReportContext<'_>,
        rows: &[&Row<'_>],
        reports: &[IndexEntry<'_>],
    ) -> Vec<Cell> {
        let mut cells: Vec<(Option<&str>, Cell)> = Vec::new();
        for column in &self.periods {
            // Where every period has a column, a cell covers only its own.
            let own = rows.iter().find(|row| row.period == **column);
            let wider = || {
                rows.iter().find(|row| row.period.contains(column.from) && !self.has(&row.period))
            };
            let row = own.or_else(wider);
            let id = row.map(|row| row.period.id.as_str());
            match cells.last_mut() {
                Some((last, cell)) if *last == id => cell.span += 1,
                _ => cells.push((id, row.map_or_else(blank, |row| cell(context, row, reports)))),
            }
        }
        cells.into_iter().map(|(_, cell)| cell).collect()
    }

    fn has(&self, period: &Period) -> bool {
        self.periods.contains(&period)
    }
}

fn blank() -> Cell {
    Cell {
        span: 1,
        blank: true,
        state: "",
        class: "",
        symbol: "",
        count: String::new(),
        period: String::new(),
        title: String::new(),
        description: String::new(),
        link: String::new(),
    }
}

fn cell(context: &ReportContext<'_>, row: &Row<'_>, reports: &[IndexEntry<'_>]) -> Cell {
    let shown = shown_in(context, row);
    let report = shown.and_then(|(kind, period)| {
        reports.iter().find(|entry| entry.kind.id == kind && entry.period == period.id)
    });
    let page = report.and_then(|entry| entry.files.iter().find(|file| file.format == "html"));
    Cell {
        span: 1,
        blank: false,
        state: row.state.word(),
        class: row.state.id(),
        symbol: row.state.symbol(),
        count: occurred(row),
        period: row.period.id.clone(),
        title: row.period.title.clone(),
        description: description(context, row),
        link: page
            .map(|page| format!("{}#{}", page.path, clause_anchor(&row.clause.id)))
            .unwrap_or_default(),
    }
}

/// How often an on-demand duty arose; for clocks, how many were met; for a roster, how many days.
fn occurred(row: &Row<'_>) -> String {
    let part = |done: u32, required: u32| {
        if done < required { format!("{done}／{required}") } else { required.to_string() }
    };
    let on_demand = row.clause.every == Cadence::OnDemand && row.required > 0;
    match (row.attainment, row.clause.evidence) {
        (Some(sum), _) if sum.decided() > 0 => format!("{}／{}", sum.met, sum.decided()),
        (Some(_), _) | (None, Evidence::Overall) => String::new(),
        (None, Evidence::Roster) if on_demand => format!("{}天", part(row.done, row.required)),
        (None, _) if on_demand => part(row.done, row.required),
        (None, _) => String::new(),
    }
}

fn description(context: &ReportContext<'_>, row: &Row<'_>) -> String {
    let mut parts = vec![format!("{}：{}", row.period.title, row.state.word())];
    if let (Some(sum), Some(duty)) = (row.attainment, row.clause.clock) {
        let tickets = context.service.of_period(&row.period);
        let clocks = clocks_of(row.clause, duty, &tickets);
        debug_assert_eq!(sum, attainment(&clocks));
        let missed = clocks.iter().filter(|(_, clock)| clock.verdict.is_missed());
        let missed: Vec<_> = missed.map(|(timed, _)| timed.ticket.record.id.as_str()).collect();
        parts.push(format::attained(&sum));
        if !missed.is_empty() {
            parts.push(format!("超时记录{}", missed.join("、")));
        }
    } else if !row.evidence.is_empty() {
        let named = row
            .evidence
            .iter()
            .take(NAMED)
            .map(|proof| format!("{}（{}）", proof.record, context.files.path(proof.file)));
        let mut text = format!("依据{}", named.collect::<Vec<_>>().join("、"));
        if row.evidence.len() > NAMED {
            text += &format!("等{}份记录", row.evidence.len());
        }
        parts.push(text);
    }
    parts.join("，")
}
