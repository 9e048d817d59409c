//! The checks find errors in the records and deviations of the service from the contract.
//!
//! In: a [`Context`] of everything read and computed. Out: diagnostics. Each check is one file and
//! is listed in [`CHECKS`]. A check reads the results of `schedule` and never computes a figure of
//! its own. Its messages and its page for `weibao explain` are stored under its code in every file
//! of `templates/lang/`.

mod abnormal_without_grade;
mod abnormal_without_suggestion;
mod acknowledge;
mod advisory_reached;
mod answer_late;
mod arrival_late;
mod asset_not_probed;
mod calendar_implausible;
mod calendar_missing;
mod calendar_without_workday;
mod channel_closed;
mod clause_without_evidence;
mod clauses;
mod clocks;
mod closed_on_without_closing;
mod context;
mod delivery_unknown_report;
mod demo_day;
mod duplicate_id;
mod duplicate_item;
mod duplicate_notice;
mod escalation_open;
mod escalation_without_outcome;
mod evidence_missing;
mod figure_contradicts_probe;
mod file_missing;
mod finding_overdue;
mod finding_without_follow_up;
mod follow_up_after_closing;
mod future_record;
mod hold_incomplete;
mod inspection_late;
mod inspection_missing;
mod item_missing;
mod item_not_inspected;
mod item_not_listed;
mod knowledge_name;
mod knowledge_orphan;
mod late_without_reason;
mod limit_incoherent;
mod measure_overdue;
mod metric_incoherent;
mod missing_attachment;
mod negative_answer_without_measure;
mod notice_chain;
mod obligation_due_soon;
mod onsite_without_visit;
mod outside_term;
mod parts_disagree;
mod period_mismatch;
mod personal_id_number;
mod phone_number_in_text;
mod placeholder_left;
mod probe_for_unknown_asset;
mod probe_stale;
mod proofs;
mod reading;
mod reason_missing;
mod request_without_handling;
mod response_late;
mod result_missing;
mod revisit_incomplete;
mod revisit_missing;
mod roster_gap;
mod sla_incoherent;
mod still_open_past_deadline;
mod summary_missing;
mod survey_by_the_engineer_who_served;
mod survey_incomplete;
mod survey_method;
mod survey_missing;
mod survey_rules_incoherent;
mod survey_scale;
mod survey_small_sample;
mod text_missing;
mod texts;
mod threshold_reached;
mod ticket_without_outcome;
mod time_order;
mod typical_without_knowledge;
mod unit_mismatch;
mod unknown_metric;
mod unknown_reference;
mod unprintable_character;
mod unused_attachment;
mod urgent_unknown;
mod verdict_contradicts_probe;
mod verdict_depends_on_reading;
mod verdict_provisional;
mod visit_without_signature;
mod yearly;

use rayon::prelude::*;

use self::acknowledge::acknowledge;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::schedule::Evaluation;

pub(crate) use acknowledge::UNUSED_ACKNOWLEDGEMENT;
pub(crate) use context::{Check, Context};

/// Lists checks by their file names.
macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        &[$(Check { rule: $name::RULE, run: $name::run }),*]
    };
}

/// Every check: data errors before service deviations, each family sorted by name.
pub(crate) const CHECKS: &[Check] = checks![
    abnormal_without_grade,
    abnormal_without_suggestion,
    calendar_implausible,
    calendar_missing,
    calendar_without_workday,
    clause_without_evidence,
    closed_on_without_closing,
    delivery_unknown_report,
    demo_day,
    duplicate_id,
    duplicate_item,
    duplicate_notice,
    escalation_without_outcome,
    evidence_missing,
    figure_contradicts_probe,
    file_missing,
    finding_without_follow_up,
    follow_up_after_closing,
    future_record,
    hold_incomplete,
    item_missing,
    item_not_listed,
    knowledge_name,
    knowledge_orphan,
    late_without_reason,
    limit_incoherent,
    metric_incoherent,
    missing_attachment,
    notice_chain,
    onsite_without_visit,
    outside_term,
    parts_disagree,
    period_mismatch,
    personal_id_number,
    phone_number_in_text,
    placeholder_left,
    probe_for_unknown_asset,
    reason_missing,
    result_missing,
    revisit_incomplete,
    sla_incoherent,
    survey_by_the_engineer_who_served,
    survey_incomplete,
    survey_rules_incoherent,
    survey_scale,
    text_missing,
    ticket_without_outcome,
    time_order,
    typical_without_knowledge,
    unit_mismatch,
    unknown_metric,
    unknown_reference,
    unprintable_character,
    unused_attachment,
    urgent_unknown,
    verdict_contradicts_probe,
    visit_without_signature,
    advisory_reached,
    answer_late,
    arrival_late,
    asset_not_probed,
    channel_closed,
    escalation_open,
    finding_overdue,
    inspection_late,
    inspection_missing,
    item_not_inspected,
    measure_overdue,
    negative_answer_without_measure,
    obligation_due_soon,
    probe_stale,
    request_without_handling,
    response_late,
    revisit_missing,
    roster_gap,
    still_open_past_deadline,
    summary_missing,
    survey_method,
    survey_missing,
    survey_small_sample,
    threshold_reached,
    verdict_depends_on_reading,
    verdict_provisional,
];

/// Runs every check on an evaluation, then downgrades acknowledged deviations to notes. `printable`
/// tells whether the fonts of the reports have a glyph for a character.
pub(crate) fn check(
    evaluation: &Evaluation<'_>,
    printable: &(dyn Fn(char) -> bool + Sync),
) -> Vec<Diagnostic> {
    let rules: Vec<Rule> = CHECKS.iter().map(|check| check.rule).collect();
    let context = &Context { evaluation, rules: &rules, printable };
    // Checks run in parallel; their diagnostics keep the order of the list.
    let found: Vec<_> = CHECKS.par_iter().map(|check| run(check, context)).collect();
    acknowledge(context, found.into_iter().flatten().map(with_record).collect())
}

fn run(check: &Check, context: &Context<'_>) -> Diagnostics {
    let mut found = Diagnostics::default();
    (check.run)(context, &mut found);
    found
}

/// Adds the record's name to the message, because an acknowledgement quotes it.
fn with_record(diagnostic: Diagnostic) -> Diagnostic {
    let record = diagnostic.record.clone();
    diagnostic.arg("record", record)
}
