//! Tickets, visits and cases outside the contract's term.
//!
//! In: the records. Out: a diagnostic for each that no period of the contract holds. What is done after the last day for a
//! notice that came in before it is still owed, and so is a revisit that comes too late.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::RULE;
use crate::check::context::Context;
use crate::diagnostic::Diagnostics;
use crate::model::{Sourced, VisitPurpose};

pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let term = context.contract.record.term;
    if term.to < term.from {
        return;
    }
    let records = context.records;
    for sourced in &records.tickets {
        let day = sourced.record.received_at.day();
        judge(context, sourced, "received_at", day, &sourced.record.id, day > term.to.0, found);
    }
    let received: HashMap<_, _> = records
        .tickets
        .iter()
        .map(|ticket| (ticket.record.id.as_str(), ticket.record.received_at.day()))
        .collect();
    // A notice that nobody can find has been reported, and may have come in within the term.
    let late_notice = |ticket: Option<&String>| {
        ticket.is_none_or(|id| received.get(id.as_str()).is_some_and(|day| *day > term.to.0))
    };
    for sourced in &records.visits {
        let visit = &sourced.record;
        let day = visit.arrived_at.day();
        let late = day > term.to.0
            && visit.purpose == VisitPurpose::OnSite
            && late_notice(visit.ticket.as_ref());
        judge(context, sourced, "arrived_at", day, &visit.id, late, found);
    }
    for sourced in &records.escalations {
        let case = &sourced.record;
        let day = case.opened_at.day();
        let late = day > term.to.0 && case.finding.is_none() && late_notice(case.ticket.as_ref());
        judge(context, sourced, "opened_at", day, &case.id, late, found);
    }
}

fn judge<T>(
    context: &Context<'_>,
    sourced: &Sourced<T>,
    key: &str,
    day: NaiveDate,
    record: &str,
    is_late: bool,
    found: &mut Diagnostics,
) {
    let term = context.contract.record.term;
    if day < term.from.0 || is_late {
        found.push(
            RULE.at(sourced.at(key))
                .variant("record")
                .record(record)
                .arg("day", day.to_string())
                .arg("from", term.from.to_string())
                .arg("to", term.to.to_string())
                .related(
                    "term",
                    context.contract.at("term").at(if is_late { "to" } else { "from" }),
                ),
        );
    }
}
