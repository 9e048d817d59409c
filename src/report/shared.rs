//! Helpers shared by report kinds.
//!
//! In: a report context. Out: names of people, paths of sources, links from one report to another, and the table of the
//! clauses that a report shows.

use chrono::{Datelike, NaiveDate};

use super::document::{Block, Cell, Link, Table, Width};
use super::format::{self, NOTHING};
use super::kind::{ReportContext, periods_of};
use crate::model::{
    Cadence, Clause, Duty, Evidence, FollowUpStatus, Measure, Side, Sourced, Ticket,
};
use crate::schedule::{
    Attainment, FindingHistory, KnowledgeTree, Period, Row as LedgerRow, State, Timed, frequent,
    status_of,
};
use crate::source::FileId;

/// The name of a person, or the id where there is none.
pub(super) fn name<'m>(context: &'m ReportContext<'_>, id: &'m str) -> &'m str {
    context.records.person(id).map_or(id, |person| person.name.as_str())
}

/// The names of people.
pub(super) fn names(context: &ReportContext<'_>, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| name(context, id).to_owned()).collect()
}

/// The agent who took most of these tickets and therefore writes the report about them.
pub(super) fn busiest_agent(context: &ReportContext<'_>, tickets: &[&Timed<'_>]) -> Vec<String> {
    let agents = frequent(tickets.iter().map(|timed| timed.ticket.record.agent.as_str()));
    agents.first().map(|(id, _)| name(context, id).to_owned()).into_iter().collect()
}

/// The last characters of the names of offices and functions; names of people rarely end with them.
const OFFICES: [char; 7] = ['员', '科', '处', '室', '台', '组', '班'];

/// A caller with the family name only: 沈**. The name of a function or an office is unchanged.
pub(super) fn masked_name(name: &str) -> String {
    let name = name.trim();
    let is_person =
        (2..=4).contains(&name.chars().count()) && !name.is_ascii() && !name.ends_with(OFFICES);
    match name.chars().next() {
        Some(first) if is_person => format!("{first}**"),
        _ => name.to_owned(),
    }
}

/// A number with all but its last four digits masked.
pub(super) fn masked_number(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let mut left = digits.saturating_sub(4);
    let hide = |character: char| {
        let hidden = character.is_ascii_digit() && left > 0;
        left -= usize::from(hidden);
        if hidden { '*' } else { character }
    };
    number.trim().chars().map(hide).collect()
}

/// The files that every report of a period depends on. Calendars of later years than the one after the period decide
/// nothing in it.
pub(super) fn common_sources(context: &ReportContext<'_>, period: &Period) -> Vec<FileId> {
    let records = context.records;
    let mut sources = vec![context.contract.location.file];
    sources.extend(records.people.as_ref().map(|sourced| sourced.location.file));
    sources.extend(records.assets.as_ref().map(|sourced| sourced.location.file));
    let calendars =
        records.calendars.iter().filter(|sourced| sourced.record.year <= period.to.year() + 1);
    sources.extend(calendars.map(|sourced| sourced.location.file));
    sources
}

/// The duty rosters that overlap a period.
pub(super) fn rosters<'a>(
    context: &ReportContext<'a>,
    period: &Period,
) -> impl Iterator<Item = &'a Sourced<Duty>> + use<'a> {
    let (from, to) = (period.from, period.to);
    let duties = context.records.rosters.iter();
    duties.filter(move |duty| duty.record.from.0 <= to && from <= duty.record.to.0)
}

/// The files of the knowledge entries that are known in a period.
pub(super) fn knowledge(context: &ReportContext<'_>, period: &Period) -> Vec<FileId> {
    let tree = KnowledgeTree::new(context.records, &context.service, period, context.as_of);
    tree.all().iter().map(|found| found.entry.location.file).collect()
}

/// The files of the inspections with the outcome of a period's findings: on their basis the ledger calls a missed limit
/// remedied.
pub(super) fn remedies(context: &ReportContext<'_>, period: &Period) -> Vec<FileId> {
    let raised =
        |history: &&FindingHistory<'_>| period.contains(history.inspection.record.started_at.day());
    let links = context.histories.iter().filter(raised).flat_map(|history| &history.links);
    let seen = links.filter(|link| link.inspection.record.started_at.day() <= context.as_of);
    seen.map(|link| link.inspection.location.file).collect()
}

/// Files in order, without duplicates.
pub(super) fn sorted(mut files: Vec<FileId>) -> Vec<FileId> {
    files.sort_unstable();
    files.dedup();
    files
}

/// The paths of files.
pub(super) fn paths<'f>(
    context: &ReportContext<'_>,
    files: impl IntoIterator<Item = &'f FileId>,
) -> Vec<String> {
    files.into_iter().map(|file| context.files.path(*file).to_owned()).collect()
}

/// The link to a report of a kind and period, from another report.
pub(super) fn link(kind: &str, period: &str, anchor: &str) -> String {
    format!("../{period}/{kind}.html#{anchor}")
}

/// A link to an anchor of the same document; its text is the anchor's name.
pub(super) fn own_link(anchor: &str) -> Link {
    Link { text: anchor.to_owned(), href: format!("#{anchor}") }
}

/// The link to the report of the shortest span that shows this evidence for a day; empty if no report does.
pub(super) fn goal(
    context: &ReportContext<'_>,
    evidence: Evidence,
    day: NaiveDate,
    anchor: &str,
) -> String {
    let holding =
        shown_in_period(context, evidence).into_iter().filter(|(_, period)| period.contains(day));
    let nearest = holding.min_by_key(|(_, period)| period.to - period.from);
    nearest.map(|(kind, period)| link(kind, &period.id, anchor)).unwrap_or_default()
}

/// The link to a ticket in the record of its period, from another report.
pub(super) fn ticket_goal(context: &ReportContext<'_>, ticket: &Ticket) -> String {
    goal(context, Evidence::Ticket, ticket.received_at.day(), &ticket.id)
}

/// A side with its short name: 乙方（数笺软件）.
pub(super) fn party(context: &ReportContext<'_>, side: Side) -> String {
    let contract = &context.contract.record;
    let party = match side {
        Side::Vendor => &contract.vendor,
        Side::Hospital => &contract.hospital,
    };
    format!("{side}（{}）", party.short())
}

/// The system and its version.
pub(super) fn system(context: &ReportContext<'_>) -> String {
    let system = &context.contract.record.system;
    format!("{} {}", system.name, system.version.as_deref().unwrap_or_default())
        .trim_end()
        .to_owned()
}

/// The paragraphs of a text, separated by blank lines; a line break within a paragraph continues it.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => last.push_str(line),
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The class of a status. A task that has not been started need not be a fault: a project waits for the hospital.
pub(super) const fn status_class(status: FollowUpStatus) -> &'static str {
    match status {
        FollowUpStatus::Closed => "normal",
        FollowUpStatus::InWork => "attention",
        FollowUpStatus::Untouched => "skipped",
    }
}

/// The status of a measure on a day.
pub(super) fn measure_status(measure: &Measure, day: NaiveDate) -> Cell {
    let status = status_of(measure, day);
    match status {
        FollowUpStatus::Closed => {
            let closed = measure.closed_on.map(|day| format::short_day(day.0));
            Cell::judged(status.word(), status_class(status)).note(closed.unwrap_or_default())
        }
        status if measure.due.0 < day => Cell::judged(status.word(), "abnormal").note("已逾期"),
        status => Cell::judged(status.word(), status_class(status)),
    }
}

/// The anchor of a clause, in every report that shows it.
pub(super) fn clause_anchor(clause: &str) -> String {
    format!("item-{clause}")
}

/// The id and period of the report that shows a ledger row: a report of the row's own period, else one of a period that
/// holds it.
pub(super) fn shown_in(
    context: &ReportContext<'_>,
    row: &LedgerRow<'_>,
) -> Option<(&'static str, Period)> {
    let all = shown_in_period(context, row.clause.evidence).into_iter();
    let holding = all.filter(|(_, period)| period.contains(row.period.to) || *period == row.period);
    holding.min_by_key(|(_, period)| (period.to - period.from, period.id != row.period.id))
}

/// The reports that show clauses proved by a kind of record: kind and period of each.
pub(super) fn shown_in_period(
    context: &ReportContext<'_>,
    evidence: Evidence,
) -> Vec<(&'static str, Period)> {
    let kinds = context.kinds.iter().filter(|kind| kind.proves(evidence));
    let all = kinds.flat_map(|kind| {
        let periods = periods_of(kind, &context.contract.record, context.as_of);
        periods.into_iter().map(move |period| (kind.id, period))
    });
    all.collect()
}

/// The style class of a state; the classes are those of verdicts.
pub(super) const fn state_class(state: State) -> &'static str {
    match state {
        State::Done => "normal",
        State::DoneLate | State::Partial => "attention",
        State::NoEvidence | State::Deviation => "abnormal",
        State::NotOccurred => "not-applicable",
        State::NotDue => "skipped",
    }
}

/// A state as a verdict.
pub(super) fn state_cell(state: State) -> Cell {
    Cell::judged(state.word(), state_class(state))
}

/// What a clause required, in words: 1次, or what occurred for an on-demand clause.
pub(super) fn owed_text(row: &LedgerRow<'_>) -> String {
    owed_words(row.clause, row.required, row.attainment)
}

/// What was done for a clause, in words.
pub(super) fn done_text(row: &LedgerRow<'_>) -> String {
    done_words(row.clause, (row.required, row.done), row.attainment)
}

/// What a clause required, in one period or in many.
pub(super) fn owed_words(clause: &Clause, required: u32, attainment: Option<Attainment>) -> String {
    match (clause.every, clause.evidence, attainment) {
        (_, Evidence::Overall, _) => format!("{required}项次"),
        (_, Evidence::Roster, _) => format!("{required}天"),
        (Cadence::OnDemand, _, None) => format!("发生{required}次"),
        (Cadence::OnDemand, _, Some(sum)) => format!("发生{}次", sum.total() - sum.not_applicable),
        _ => format!("{required}次"),
    }
}

/// What was done out of what was required, in one period or in many.
pub(super) fn done_words(
    clause: &Clause,
    (required, done): (u32, u32),
    attainment: Option<Attainment>,
) -> String {
    match (clause.evidence, attainment) {
        (_, Some(sum)) => format::attained(&sum),
        (Evidence::Overall, _) => format!("{done}项次"),
        (Evidence::Roster, _) => format!("{done}天"),
        (_, None) if clause.every == Cadence::OnDemand && required == 0 => {
            format!("{NOTHING}（本期未发生）")
        }
        _ => format!("{done}次"),
    }
}

/// The clauses that a report shows, with their state in its period, each with its anchor.
pub(super) fn clause_table(
    context: &ReportContext<'_>,
    period: &Period,
    shows: &[Evidence],
) -> Table {
    let rows = context.ledger.rows.iter();
    let rows = rows.filter(|row| shows.contains(&row.clause.evidence) && row.period == *period);
    Table::of("clauses", "合同条款履行情况", rows)
        .anchors(|row| clause_anchor(&row.clause.id))
        .column("编号", Width::No, |row| &row.clause.id)
        .column("服务内容（合同原文）", Width::Wide, |row| &row.clause.text)
        .column("服务标准", Width::Day, |row| standard(row.clause))
        .column("应履行", Width::Name, |row| owed_text(row))
        .column("已履行", Width::Text, |row| done_text(row))
        .column("履行情况", Width::Verdict, |row| state_cell(row.state))
        .build()
}

/// The contract's standard of a clause, or a dash.
pub(super) fn standard(clause: &Clause) -> &str {
    clause.standard.as_deref().unwrap_or(NOTHING)
}

/// The sections of the contract that contain the clauses of a report: the basis of the report.
pub(super) fn basis(context: &ReportContext<'_>, shows: &[Evidence]) -> String {
    let contract = &context.contract.record;
    let mut sections: Vec<&str> = Vec::new();
    for clause in contract.clauses.iter().filter(|clause| shows.contains(&clause.evidence)) {
        if !sections.contains(&clause.section.as_str()) {
            sections.push(&clause.section);
        }
    }
    format!(
        "《{}》合同（编号{}）中{}的约定。",
        contract.title,
        contract.number,
        sections.join("、")
    )
}

/// A section with a table, or with the given block if the table is empty.
pub(super) fn table_or(table: Table, nothing: Block) -> Block {
    if table.rows.is_empty() { nothing } else { table.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_parts_paragraphs_and_a_broken_line_does_not() {
        assert_eq!(paragraphs("一，\n二。\n\n 三。 \n\n\n"), ["一，二。", "三。"]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn callers_cannot_be_told_by_name_or_number() {
        assert_eq!(masked_name("沈砚秋"), "沈**");
        assert_eq!(masked_name("门诊收费处值班人员"), "门诊收费处值班人员");
        assert_eq!(masked_name("导诊员"), "导诊员");
        assert_eq!(masked_number("13812345678"), "*******5678");
        assert_eq!(masked_number("0000-6023"), "****-6023");
        assert_eq!(masked_number("6023"), "6023");
    }
}
