//! `sla-incoherent`: the time limits of the contract file contradict each other.

use std::collections::BTreeSet;

use chrono::Duration;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Clause, Counting, Evidence};
use crate::source::Location;

/// Contradictory time limits.
pub(super) const RULE: Rule = Rule::data("sla-incoherent");

/// The hours of a leap year, as the longest plausible limit for an answer.
const LONGEST: u32 = 366 * 24;

/// Checks the limits, the contract's additional days off and workdays, and the keys of every
/// clause.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    found.extend(window(context));
    found.extend(answers(context));
    limits(context, found);
    days(context, found);
    for (at, clause) in context.contract.record.clauses.iter().enumerate() {
        let location = context.contract.at("clauses").at(at);
        let diagnostic = [
            unmeasured(clause, &location)
                .or_else(|| measured_twice(context, at, clause, &location)),
            useless(clause, &location),
        ];
        let named = |diagnostic: Diagnostic| {
            diagnostic.record(clause.id.as_str()).arg("clause", clause.id.as_str())
        };
        found.extend(diagnostic.into_iter().flatten().map(named));
    }
}

fn window(context: &Context<'_>) -> Option<Diagnostic> {
    let [from, to] = context.contract.record.sla.response.window;
    let location = context.contract.at("sla").at("response").at("window");
    let diagnostic = || {
        RULE.at(location).record("contract").arg("from", from.to_string()).arg("to", to.to_string())
    };
    (from >= to).then(diagnostic)
}

fn answers(context: &Context<'_>) -> Option<Diagnostic> {
    let rules = &context.contract.record.sla.answer;
    let key = if rules.normal_minutes.is_some() { "normal_minutes" } else { "normal_hours" };
    let location = context.contract.at("sla").at("answer").at(key);
    (rules.normal() < rules.urgent()).then(|| {
        let (normal, urgent) = (rules.normal().num_minutes(), rules.urgent().num_minutes());
        let (unit, minutes) =
            if normal % 60 == 0 && urgent % 60 == 0 { ("hours", 60) } else { ("minutes", 1) };
        let diagnostic = RULE.at(location).variant("answers").record("contract").arg("unit", unit);
        diagnostic.arg("normal", normal / minutes).arg("urgent", urgent / minutes)
    })
}

fn limits(context: &Context<'_>, found: &mut Diagnostics) {
    let sla = &context.contract.record.sla;
    let answer = &sla.answer;
    let urgent = if answer.urgent_minutes.is_some() { "urgent_minutes" } else { "urgent_hours" };
    let normal = if answer.normal_minutes.is_some() { "normal_minutes" } else { "normal_hours" };
    let limits = [
        ("response", "limit_minutes", sla.response.limit()),
        ("onsite", "limit_hours", sla.onsite.limit()),
        ("answer", urgent, answer.urgent()),
        ("answer", normal, answer.normal()),
    ];
    for (group, key, limit) in limits {
        if limit > Duration::hours(i64::from(LONGEST)) {
            let location = context.contract.at("sla").at(group).at(key);
            let diagnostic = RULE.at(location).variant("long").record("contract").arg("key", key);
            found.push(
                diagnostic.arg("hours", limit.num_hours()).arg("longest", i64::from(LONGEST)),
            );
        }
    }
}

fn days(context: &Context<'_>, found: &mut Diagnostics) {
    let rules = &context.contract.record.calendar;
    let off: BTreeSet<_> = rules.extra_holidays.iter().collect();
    let location = context.contract.at("calendar");
    for (at, day) in rules.extra_workdays.iter().enumerate().filter(|(_, day)| off.contains(day)) {
        let known =
            rules.extra_holidays.iter().position(|holiday| holiday == day).unwrap_or_default();
        let diagnostic =
            RULE.at(location.at("extra_workdays").at(at)).variant("day").record("contract");
        let diagnostic = diagnostic.arg("day", day.to_string());
        found.push(diagnostic.related("holiday", location.at("extra_holidays").at(known)));
    }
}

/// Reports a clock of a clause that is not proved by tickets or visits: only these start and stop
/// clocks.
fn unmeasured(clause: &Clause, location: &Location) -> Option<Diagnostic> {
    let clock = clause.clock.filter(|_| !is_timed(clause))?;
    let diagnostic = RULE.at(location.at("clock")).variant("clock").arg("clock", clock.word());
    Some(
        diagnostic
            .arg("evidence", clause.evidence.word())
            .related("evidence", location.at("evidence")),
    )
}

const fn is_timed(clause: &Clause) -> bool {
    clause.clock.is_some() && matches!(clause.evidence, Evidence::Ticket | Evidence::Visit)
}

/// Reports a key that has no effect for the clause's kind of evidence.
fn useless(clause: &Clause, location: &Location) -> Option<Diagnostic> {
    let counts = clause.counts != Counting::All;
    if counts && clause.evidence == Evidence::Ticket && clause.clock.is_some() {
        let diagnostic = RULE.at(location.at("counts")).variant("counts");
        return Some(diagnostic.related("clock", location.at("clock")));
    }
    let by_channel = clause.clock.is_some()
        || matches!(clause.evidence, Evidence::Ticket | Evidence::Channel | Evidence::Roster);
    let keys = [
        ("channels", !clause.channels.is_empty() && !by_channel),
        ("counts", counts && clause.evidence != Evidence::Ticket),
        ("escalation", clause.escalation.is_some() && clause.evidence != Evidence::Escalation),
    ];
    let (key, _) = keys.into_iter().find(|(_, useless)| *useless)?;
    let diagnostic = RULE.at(location.at(key)).variant("useless").arg("key", key);
    Some(
        diagnostic
            .arg("evidence", clause.evidence.word())
            .related("evidence", location.at("evidence")),
    )
}

/// Reports a clock that two clauses promise: it would be counted twice.
fn measured_twice(
    context: &Context<'_>,
    at: usize,
    clause: &Clause,
    location: &Location,
) -> Option<Diagnostic> {
    let clock = clause.clock?;
    let same =
        |known: &Clause| known.clock == Some(clock) && is_timed(known) && overlap(known, clause);
    let mut before = context.contract.record.clauses.iter().take(at).enumerate();
    let (known, first) = before.find(|(_, known)| same(known))?;
    let diagnostic = RULE.at(location.at("clock")).variant("twice").arg("clock", clock.word());
    let diagnostic = diagnostic.arg("first", first.id.as_str());
    Some(diagnostic.related("first", context.contract.at("clauses").at(known).at("clock")))
}

fn overlap(left: &Clause, right: &Clause) -> bool {
    let all = left.channels.is_empty() || right.channels.is_empty();
    all || left.channels.iter().any(|channel| right.channels.contains(channel))
}
