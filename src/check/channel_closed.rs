//! `channel-closed`: a clause promises a channel, but the contract file has no number or address
//! for it.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Channel, Clause, Evidence};
use crate::schedule::{address, speaks_of};

/// A channel without a number or address.
pub(super) const RULE: Rule = Rule::service("channel-closed");

/// Reports each channel once, at the first clause that promises it.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for channel in Channel::ALL {
        let mut clauses = context.contract.record.clauses.iter();
        let Some(clause) = clauses.find(|clause| promises(clause, *channel)) else { continue };
        if address(&context.contract.record.vendor, *channel)
            .is_none_or(|number| number.trim().is_empty())
        {
            let key = key(*channel);
            found.push(
                RULE.at(context.contract.at("vendor").at(key))
                    .record(format!("{}/{channel}", clause.id))
                    .arg("channel", channel.word())
                    .arg("key", key)
                    .arg("id", clause.id.as_str())
                    .clause(context.clause_location(&clause.id)),
            );
        }
    }
}

/// A roster clause promises the hotline, because the people on the roster answer it.
fn promises(clause: &Clause, channel: Channel) -> bool {
    match clause.evidence {
        Evidence::Channel => speaks_of(clause, channel),
        Evidence::Roster => channel == Channel::Phone,
        _ => false,
    }
}

const fn key(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "hotline",
        Channel::Email => "email",
        Channel::Fax => "fax",
    }
}
