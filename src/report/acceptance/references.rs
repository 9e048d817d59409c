//! What proves a clause, and where it is printed: record, report, chapter.
//!
//! In: the evidence of ledger rows and the reports of the span. Out: links whose text can be followed on paper too:
//! 季度巡检报告（2026年第三季度）第2章，XJ-2026Q3.

use super::input::AcceptanceInput;
use crate::model::Evidence;
use crate::report::document::Link;
use crate::report::shared;
use crate::schedule::{ClauseStatus, Row, State};

/// At most this many records are named; if there are more, these and the count.
const NAMED: usize = 3;

/// At most this many references of a clause are printed; the others are counted.
const LINES: usize = 8;

/// The chapter of the hotline record that shows the roster: a roster has no number to search for.
const DUTY: &str = "duty";

/// Evidence in one chapter of a report.
struct Group<'r> {
    chapter: &'r str,
    records: Vec<&'r str>,
}

/// The references of a clause, in chronological order.
pub(super) fn references(input: &AcceptanceInput<'_, '_>, status: &ClauseStatus<'_>) -> Vec<Link> {
    if status.clause.evidence == Evidence::Overall {
        return vec![Link {
            text: "本资料第2章其余各条".to_owned(), href: "#ledger".to_owned()
        }];
    }
    // The title of a report precedes the first of its references; the following ones name only their period.
    let mut title = "";
    let mut links = Vec::new();
    for (of, mut link) in status.rows.iter().flat_map(|row| of_row(input, row)) {
        if of != title {
            link.text = format!("{of}：{}", link.text);
            title = of;
        }
        links.push(link);
    }
    let all = links.len();
    if all > LINES {
        links.truncate(LINES - 1);
        links.push(Link { text: format!("……等{all}处"), href: String::new() });
    }
    links
}

/// The references of a row, each with the title of its report.
fn of_row<'t>(input: &'t AcceptanceInput<'_, '_>, row: &Row<'_>) -> Vec<(&'t str, Link)> {
    let clause = shared::clause_anchor(&row.clause.id);
    let shown = shared::shown_in(input.context, row);
    let report = shown.and_then(|(kind, period)| {
        input.report_index.iter().find(|report| report.kind.id == kind && report.period == period)
    });
    let Some(report) = report else {
        // No kind of report shows it: only the records themselves can be named.
        let records: Vec<_> = row.evidence.iter().map(|proof| proof.record.as_str()).collect();
        let text = format!("{}，{}", row.period.title, counted(input, &records));
        let link = Link { text, href: String::new() };
        return (!records.is_empty()).then_some(("记录", link)).into_iter().collect();
    };
    let link = |chapter: &str, records: &str, anchor: &str| {
        let text = format!("{}第{chapter}章，{records}", report.period.title);
        (
            report.title.as_str(),
            Link { text, href: shared::link(report.kind.id, &report.period.id, anchor) },
        )
    };
    let own = report.chapter(&clause).unwrap_or("1");
    if row.evidence.is_empty() {
        // The report also states that nothing occurred: zero is a figure, not a gap.
        return (row.state == State::NotOccurred)
            .then(|| link(own, "本期未发生", &clause))
            .into_iter()
            .collect();
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    for proof in &row.evidence {
        let record = proof.record.as_str();
        let chapter = report.chapter(record).or_else(|| {
            let is_roster = row.clause.evidence == Evidence::Roster
                && input.context.service.ticket(record).is_none();
            is_roster.then(|| report.chapter(DUTY)).flatten()
        });
        let chapter = chapter.unwrap_or(own);
        match groups.iter_mut().find(|group| group.chapter == chapter) {
            Some(group) if !group.records.contains(&record) => group.records.push(record),
            Some(_) => {}
            None => groups.push(Group { chapter, records: vec![record] }),
        }
    }
    let links = groups.iter().map(|group| {
        let alone = (group.records.len() == 1).then(|| group.records[0]);
        let anchor = alone.filter(|record| report.chapter(record).is_some());
        link(group.chapter, &counted(input, &group.records), anchor.unwrap_or(&clause))
    });
    links.collect()
}

/// A few records by their numbers; many tickets by their count, many other records by the first ones and their count.
fn counted(input: &AcceptanceInput<'_, '_>, records: &[&str]) -> String {
    let count = records.len();
    let is_ticket = |record: &&str| input.context.service.ticket(record).is_some();
    match count {
        0..=NAMED => records.join("、"),
        _ if records.iter().all(is_ticket) => format!("{count}件"),
        _ => format!("{}等{count}份", records[..NAMED].join("、")),
    }
}
