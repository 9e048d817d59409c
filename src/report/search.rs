//! The content of the index's search box: questions with their answers, and tickets.
//!
//! In: knowledge entries, tickets and the pages built. Out: [`Found`], one per entry that has a page to link to. They
//! are written into the index page, so that the search works without a server; callers are not in it.

use serde::Serialize;

use super::format;
use super::index::IndexEntry;
use super::kind::ReportContext;
use super::shared::shown_in_period;
use crate::model::{Evidence, Ticket, report_id};
use crate::schedule::periods;

/// An entry of the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Found {
    /// 常见问题, or the channel of a ticket.
    kind: &'static str,
    id: String,
    /// The question, or the ticket's subject.
    title: String,
    /// Node of the tree, or function and day.
    about: String,
    /// Further text that is searched.
    text: String,
    /// Path below `output/`, with anchor.
    href: String,
}

/// Every entry of the search, questions first, then tickets from the newest on.
pub(super) fn search(context: &ReportContext<'_>, reports: &[IndexEntry<'_>]) -> Vec<Found> {
    let mut all = questions(context, reports);
    let mut tickets = tickets(context, reports);
    tickets.reverse();
    all.extend(tickets);
    all
}

fn page(reports: &[IndexEntry<'_>], kind: &str, period: &str) -> Option<String> {
    let entry = reports.iter().find(|entry| entry.kind.id == kind && entry.period == period)?;
    entry.files.iter().find(|file| file.format == "html").map(|file| file.path.clone())
}

/// The newest list of questions that was built contains every entry.
fn questions(context: &ReportContext<'_>, reports: &[IndexEntry<'_>]) -> Vec<Found> {
    let years = periods(&context.contract.record, crate::model::Cadence::Year);
    let page = years.iter().rev().find_map(|year| page(reports, report_id::FAQ, &year.id));
    let Some(page) = page else { return Vec::new() };
    let entries = context.records.knowledge.iter().map(|entry| &entry.record);
    let entries = entries.filter(|entry| entry.updated_on.0 <= context.as_of);
    let found = entries.map(|entry| Found {
        kind: "常见问题",
        id: entry.id.clone(),
        title: entry.question.clone(),
        about: entry.path().collect::<Vec<_>>().join("／"),
        text: [&entry.keywords.join(" "), &entry.answer].map(|text| on_one_line(text)).join(" "),
        href: format!("{page}#{}", entry.id),
    });
    found.collect()
}

fn tickets(context: &ReportContext<'_>, reports: &[IndexEntry<'_>]) -> Vec<Found> {
    let quarters = shown_in_period(context, Evidence::Ticket);
    let mut timed: Vec<_> = context.service.timed.iter().collect();
    timed.sort_by_key(|timed| timed.ticket.record.received_at);
    let found = timed.into_iter().filter_map(|timed| {
        let ticket = &timed.ticket.record;
        let (kind, period) =
            quarters.iter().find(|(_, period)| period.contains(ticket.received_at.day()))?;
        Some(found(ticket, &page(reports, kind, &period.id)?))
    });
    found.collect()
}

fn found(ticket: &Ticket, page: &str) -> Found {
    let parts = [&ticket.description, &ticket.answer].into_iter().flatten();
    let location = [ticket.module.as_deref(), ticket.department.as_deref()];
    let location = location.into_iter().flatten().filter(|text| !text.trim().is_empty());
    let location = location.collect::<Vec<_>>().join("，");
    Found {
        kind: ticket.channel.word(),
        id: ticket.id.clone(),
        title: ticket.subject.clone(),
        about: format!("{}　{location}", format::short_day(ticket.received_at.day())),
        text: parts.map(|text| on_one_line(text)).collect::<Vec<_>>().join(" "),
        href: format!("{page}#{}", ticket.id),
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
