//! `duplicate-notice`: the same caller told the same matter twice in half an hour, and the tickets do not know of one another.

use chrono::Duration;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Sourced, Ticket};

/// A matter that was taken twice.
///
/// Only a warning: two matters may go by the same few words.
pub(super) const RULE: Rule = Rule::new("duplicate-notice", Family::Data, Severity::Warning);

/// What two notices have in common.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Puts notices of one caller and matter side by side, and compares neighbours in time.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut keyed: Vec<(Key<'_>, &Sourced<Ticket>)> = context
        .records
        .tickets
        .iter()
        .filter_map(|ticket| Some((key(&ticket.record)?, ticket)))
        .collect();
    keyed.sort_by(|left, right| {
        let moment = |sourced: &Sourced<Ticket>| sourced.record.received_at;
        left.0.cmp(&right.0).then_with(|| moment(left.1).cmp(&moment(right.1)))
    });
    let pairs =
        keyed.iter().zip(keyed.iter().skip(1)).filter(|(earlier, later)| earlier.0 == later.0);
    for ((_, earlier), (_, later)) in pairs {
        let (before, record) = (&earlier.record, &later.record);
        let close = record.received_at.0 - before.received_at.0 <= Duration::minutes(30);
        let linked =
            record.first_notice.is_some() || before.first_notice.as_ref() == Some(&record.id);
        // One number twice is another matter, and reported as such.
        if close && !linked && before.id != record.id {
            let diagnostic = RULE.at(later.at("subject")).record(record.id.as_str());
            let diagnostic =
                diagnostic.arg("first", before.first_notice.as_deref().unwrap_or(&before.id));
            found.push(
                diagnostic
                    .arg("earlier", before.id.as_str())
                    .related("record", earlier.at("subject")),
            );
        }
    }
}

/// Without caller or department, nobody can say that two callers are one.
fn key(ticket: &Ticket) -> Option<Key<'_>> {
    Some((ticket.department.as_deref()?, ticket.caller.as_deref()?, &ticket.subject))
}
