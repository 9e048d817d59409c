//! `sla-incoherent`: how the contract file reads its limits in time contradicts itself.

use std::collections::BTreeSet;

use chrono::Duration;

use super::Context;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Clause, Counting, Evidence};
use crate::source::Place;

/// Limits that make no sense.
pub(super) const RULE: Rule = Rule::data("sla-incoherent");

/// The hours of a leap year: no limit for an answer is longer.
const LONGEST: u32 = 366 * 24;

/// Looks at the limits, the days of the contract's own calendar, and the keys of every clause.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    found.extend(window(context));
    found.extend(answers(context));
    limits(context, found);
    days(context, found);
    for (at, clause) in context.contract.record.clauses.iter().enumerate() {
        let place = context.contract.at("clauses").at(at);
        let said = [
            unmeasured(clause, &place),
            useless(clause, &place),
            measured_twice(context, at, clause, &place),
        ];
        let named = |said: Diagnostic| said.record(clause.id.as_str()).arg("clause", clause.id.as_str());
        found.extend(said.into_iter().flatten().map(named));
    }
}

fn window(context: &Context<'_>) -> Option<Diagnostic> {
    let [from, to] = context.contract.record.sla.response.window;
    let place = context.contract.at("sla").at("response").at("window");
    let said = || RULE.at(place).record("contract").arg("from", from.to_string()).arg("to", to.to_string());
    (from >= to).then(said)
}

fn answers(context: &Context<'_>) -> Option<Diagnostic> {
    let rules = &context.contract.record.sla.answer;
    let key = if rules.normal_minutes.is_some() { "normal_minutes" } else { "normal_hours" };
    let place = context.contract.at("sla").at("answer").at(key);
    (rules.normal() < rules.urgent()).then(|| {
        let said = RULE.at(place).variant("answers").record("contract");
        said.arg("normal", rules.normal().num_minutes()).arg("urgent", rules.urgent().num_minutes())
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
            let place = context.contract.at("sla").at(group).at(key);
            let said = RULE.at(place).variant("long").record("contract").arg("key", key);
            found.push(said.arg("hours", limit.num_hours()).arg("longest", i64::from(LONGEST)));
        }
    }
}

fn days(context: &Context<'_>, found: &mut Diagnostics) {
    let rules = &context.contract.record.calendar;
    let off: BTreeSet<_> = rules.extra_holidays.iter().collect();
    let place = context.contract.at("calendar");
    for (at, day) in rules.extra_workdays.iter().enumerate().filter(|(_, day)| off.contains(day)) {
        let known = rules.extra_holidays.iter().position(|holiday| holiday == day).unwrap_or_default();
        let said = RULE.at(place.at("extra_workdays").at(at)).variant("day").record("contract");
        let said = said.arg("day", day.to_string());
        found.push(said.related("holiday", place.at("extra_holidays").at(known)));
    }
}

/// Clocks are those of tickets, and stop by what tickets and visits say.
fn unmeasured(clause: &Clause, place: &Place) -> Option<Diagnostic> {
    let clock = clause.clock.filter(|_| !matches!(clause.evidence, Evidence::Ticket | Evidence::Visit))?;
    let said = RULE.at(place.at("clock")).variant("clock").arg("clock", clock.word());
    Some(said.arg("evidence", clause.evidence.word()).related("evidence", place.at("evidence")))
}

/// A key that the clause's kind of evidence does not look at.
fn useless(clause: &Clause, place: &Place) -> Option<Diagnostic> {
    let timed = clause.clock.is_some();
    let by_channel = timed || matches!(clause.evidence, Evidence::Ticket | Evidence::Channel);
    let by_count = !timed && clause.evidence == Evidence::Ticket;
    let key = if !clause.channels.is_empty() && !by_channel {
        "channels"
    } else if clause.counts != Counting::All && !by_count {
        "counts"
    } else {
        clause.escalation.filter(|_| clause.evidence != Evidence::Escalation)?;
        "escalation"
    };
    let said = RULE.at(place.at(key)).variant("useless").arg("key", key);
    Some(said.arg("evidence", clause.evidence.word()).related("evidence", place.at("evidence")))
}

/// A clock that two clauses promise would be counted twice.
fn measured_twice(context: &Context<'_>, at: usize, clause: &Clause, place: &Place) -> Option<Diagnostic> {
    let clock = clause.clock?;
    let mut before = context.contract.record.clauses.iter().take(at);
    let known = before.position(|known| known.clock == Some(clock) && overlap(known, clause))?;
    let first = context.contract.record.clauses.get(known)?;
    let said = RULE.at(place.at("clock")).variant("twice").arg("clock", clock.word());
    let said = said.arg("first", first.id.as_str());
    Some(said.related("first", context.contract.at("clauses").at(known).at("clock")))
}

fn overlap(left: &Clause, right: &Clause) -> bool {
    let all = left.channels.is_empty() || right.channels.is_empty();
    all || left.channels.iter().any(|channel| right.channels.contains(channel))
}
