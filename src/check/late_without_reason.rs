//! `late-without-reason`: a limit in time was missed, and the ticket does not say why.

use super::{Context, clauses, texts};
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Clause, ClockDuty};
use crate::schedule::{Clock, Timed};

/// A missed limit that nobody explains.
///
/// Only a warning: the miss itself is a fact of the service, and the report can print it without a reason.
pub(super) const RULE: Rule = Rule::new("late-without-reason", Family::Data, Severity::Warning);

/// Looks at every ticket with a missed clock.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let unread = context.any_faulty("visit");
    let silent =
        |timed: &&Timed<'_>| timed.is_missed() && texts::is_blank(timed.ticket.record.late_reason.as_deref());
    found
        .extend(context.service.timed.iter().filter(silent).filter_map(|timed| said(context, timed, unread)));
}

fn said(context: &Context<'_>, timed: &Timed<'_>, visits_unread: bool) -> Option<Diagnostic> {
    let record = &timed.ticket.record;
    let missed = timed.clocks.iter().filter(|clock| clock.verdict.is_missed());
    // An arrival that could not be read would stop these clocks.
    let sure = missed
        .filter(|clock| !visits_unread || !matches!(clock.duty, ClockDuty::Response | ClockDuty::Onsite));
    let judged =
        sure.filter_map(|clock| Some((clock, clauses::of_clock(context, clock.duty, record.channel)?)));
    let judged: Vec<(&Clock<'_>, &Clause)> = judged.collect();
    let deadline = judged.iter().filter_map(|(clock, _)| clock.deadline).min()?;
    let duties: Vec<_> = judged.iter().map(|(clock, _)| clock.duty.word()).collect();
    let said = RULE
        .at(timed.ticket.at("late_reason"))
        .record(record.id.as_str())
        .arg("duties", duties.join("、"))
        .arg("deadline", deadline.format("%Y-%m-%d %H:%M").to_string());
    Some(judged.iter().fold(said, |said, (_, clause)| said.clause(context.clause_place(&clause.id))))
}
