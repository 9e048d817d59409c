//! `duplicate-notice`: two tickets of the same caller and subject within half an hour do not refer
//! to each other.

use chrono::Duration;

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Sourced, Ticket};

/// A notice that was recorded twice.
///
/// Only a warning: two different problems may have the same short subject.
pub(super) const RULE: Rule = Rule::new("duplicate-notice", Family::Data, Severity::Warning);

/// The properties that two notices share.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Groups notices by caller and subject, and compares neighbours in time.
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
        // A duplicate id is another error and reported by `duplicate-id`.
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

/// Without caller or department, two callers cannot be recognised as the same.
fn key(ticket: &Ticket) -> Option<Key<'_>> {
    Some((ticket.department.as_deref()?, ticket.caller.as_deref()?, &ticket.subject))
}
