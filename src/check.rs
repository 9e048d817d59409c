//! The checks: what is wrong with records, and where the service fell short.
//!
//! In: a [`Context`] of everything read and computed. Out: diagnostics. One file a check, listed in [`CHECKS`]; a check looks
//! at results of `schedule` and never computes a figure of its own. Texts and the page for `weibao explain` lie under the
//! check's code in every file of `templates/lang/`.

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
mod delivery_unknown_report;
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

use std::collections::HashSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{
    Cadence, Clause, Contract, Evidence, Inspection, KINDS, Measure, Records, Sourced, Target,
};
use crate::schedule::{
    AlternativeInterpretations, Evaluator, FindingHistory, Ledger, Measurement, Period, Service,
    WorkCalendar,
};
use crate::source::{Files, Location};

pub use acknowledge::{UNUSED_ACKNOWLEDGEMENT, acknowledge};

/// What a check may look at.
pub struct Context<'a> {
    /// The contract.
    pub contract: &'a Sourced<Contract>,
    /// Everything read.
    pub records: &'a Records,
    /// The files it was read from.
    pub files: &'a Files,
    /// Working days.
    pub calendar: &'a WorkCalendar,
    /// The tickets with their clocks.
    pub service: &'a Service<'a>,
    /// The limits under every other reading.
    pub others: &'a AlternativeInterpretations,
    /// The ledger.
    pub ledger: &'a Ledger<'a>,
    /// Readings against limits.
    pub evaluator: Evaluator<'a>,
    /// Findings with their follow-ups.
    pub histories: &'a [FindingHistory<'a>],
    /// The day for which everything is computed.
    pub as_of: NaiveDate,
    /// Whether the shipped fonts can print a character.
    pub printable: &'a (dyn Fn(char) -> bool + Sync),
}

/// A check.
#[derive(Clone, Copy)]
pub struct Check {
    /// What it says.
    pub rule: Rule,
    /// Looks, and says it.
    pub run: fn(&Context<'_>, &mut Diagnostics),
}

/// Every check, data errors before service deviations, each family in order of name.
pub const CHECKS: &[Check] = &[
    Check { rule: abnormal_without_grade::RULE, run: abnormal_without_grade::run },
    Check { rule: abnormal_without_suggestion::RULE, run: abnormal_without_suggestion::run },
    Check { rule: calendar_implausible::RULE, run: calendar_implausible::run },
    Check { rule: calendar_missing::RULE, run: calendar_missing::run },
    Check { rule: calendar_without_workday::RULE, run: calendar_without_workday::run },
    Check { rule: clause_without_evidence::RULE, run: clause_without_evidence::run },
    Check { rule: closed_on_without_closing::RULE, run: closed_on_without_closing::run },
    Check { rule: delivery_unknown_report::RULE, run: delivery_unknown_report::run },
    Check { rule: duplicate_id::RULE, run: duplicate_id::run },
    Check { rule: duplicate_item::RULE, run: duplicate_item::run },
    Check { rule: duplicate_notice::RULE, run: duplicate_notice::run },
    Check { rule: escalation_without_outcome::RULE, run: escalation_without_outcome::run },
    Check { rule: evidence_missing::RULE, run: evidence_missing::run },
    Check { rule: figure_contradicts_probe::RULE, run: figure_contradicts_probe::run },
    Check { rule: file_missing::RULE, run: file_missing::run },
    Check { rule: finding_without_follow_up::RULE, run: finding_without_follow_up::run },
    Check { rule: follow_up_after_closing::RULE, run: follow_up_after_closing::run },
    Check { rule: future_record::RULE, run: future_record::run },
    Check { rule: hold_incomplete::RULE, run: hold_incomplete::run },
    Check { rule: item_missing::RULE, run: item_missing::run },
    Check { rule: item_not_listed::RULE, run: item_not_listed::run },
    Check { rule: knowledge_name::RULE, run: knowledge_name::run },
    Check { rule: knowledge_orphan::RULE, run: knowledge_orphan::run },
    Check { rule: late_without_reason::RULE, run: late_without_reason::run },
    Check { rule: limit_incoherent::RULE, run: limit_incoherent::run },
    Check { rule: metric_incoherent::RULE, run: metric_incoherent::run },
    Check { rule: missing_attachment::RULE, run: missing_attachment::run },
    Check { rule: notice_chain::RULE, run: notice_chain::run },
    Check { rule: onsite_without_visit::RULE, run: onsite_without_visit::run },
    Check { rule: outside_term::RULE, run: outside_term::run },
    Check { rule: parts_disagree::RULE, run: parts_disagree::run },
    Check { rule: period_mismatch::RULE, run: period_mismatch::run },
    Check { rule: personal_id_number::RULE, run: personal_id_number::run },
    Check { rule: phone_number_in_text::RULE, run: phone_number_in_text::run },
    Check { rule: placeholder_left::RULE, run: placeholder_left::run },
    Check { rule: probe_for_unknown_asset::RULE, run: probe_for_unknown_asset::run },
    Check { rule: reason_missing::RULE, run: reason_missing::run },
    Check { rule: result_missing::RULE, run: result_missing::run },
    Check { rule: revisit_incomplete::RULE, run: revisit_incomplete::run },
    Check { rule: sla_incoherent::RULE, run: sla_incoherent::run },
    Check {
        rule: survey_by_the_engineer_who_served::RULE,
        run: survey_by_the_engineer_who_served::run,
    },
    Check { rule: survey_incomplete::RULE, run: survey_incomplete::run },
    Check { rule: survey_rules_incoherent::RULE, run: survey_rules_incoherent::run },
    Check { rule: survey_scale::RULE, run: survey_scale::run },
    Check { rule: text_missing::RULE, run: text_missing::run },
    Check { rule: ticket_without_outcome::RULE, run: ticket_without_outcome::run },
    Check { rule: time_order::RULE, run: time_order::run },
    Check { rule: typical_without_knowledge::RULE, run: typical_without_knowledge::run },
    Check { rule: unit_mismatch::RULE, run: unit_mismatch::run },
    Check { rule: unknown_metric::RULE, run: unknown_metric::run },
    Check { rule: unknown_reference::RULE, run: unknown_reference::run },
    Check { rule: unprintable_character::RULE, run: unprintable_character::run },
    Check { rule: unused_attachment::RULE, run: unused_attachment::run },
    Check { rule: urgent_unknown::RULE, run: urgent_unknown::run },
    Check { rule: verdict_contradicts_probe::RULE, run: verdict_contradicts_probe::run },
    Check { rule: visit_without_signature::RULE, run: visit_without_signature::run },
    Check { rule: advisory_reached::RULE, run: advisory_reached::run },
    Check { rule: answer_late::RULE, run: answer_late::run },
    Check { rule: arrival_late::RULE, run: arrival_late::run },
    Check { rule: asset_not_probed::RULE, run: asset_not_probed::run },
    Check { rule: channel_closed::RULE, run: channel_closed::run },
    Check { rule: escalation_open::RULE, run: escalation_open::run },
    Check { rule: finding_overdue::RULE, run: finding_overdue::run },
    Check { rule: inspection_late::RULE, run: inspection_late::run },
    Check { rule: inspection_missing::RULE, run: inspection_missing::run },
    Check { rule: item_not_inspected::RULE, run: item_not_inspected::run },
    Check { rule: measure_overdue::RULE, run: measure_overdue::run },
    Check {
        rule: negative_answer_without_measure::RULE,
        run: negative_answer_without_measure::run,
    },
    Check { rule: obligation_due_soon::RULE, run: obligation_due_soon::run },
    Check { rule: probe_stale::RULE, run: probe_stale::run },
    Check { rule: request_without_handling::RULE, run: request_without_handling::run },
    Check { rule: response_late::RULE, run: response_late::run },
    Check { rule: revisit_missing::RULE, run: revisit_missing::run },
    Check { rule: roster_gap::RULE, run: roster_gap::run },
    Check { rule: still_open_past_deadline::RULE, run: still_open_past_deadline::run },
    Check { rule: summary_missing::RULE, run: summary_missing::run },
    Check { rule: survey_method::RULE, run: survey_method::run },
    Check { rule: survey_missing::RULE, run: survey_missing::run },
    Check { rule: survey_small_sample::RULE, run: survey_small_sample::run },
    Check { rule: threshold_reached::RULE, run: threshold_reached::run },
    Check { rule: verdict_depends_on_reading::RULE, run: verdict_depends_on_reading::run },
    Check { rule: verdict_provisional::RULE, run: verdict_provisional::run },
];

/// Runs every check, then sets aside what was acknowledged.
pub fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let diagnostic = CHECKS.par_iter().map(|check| {
        let mut found = Diagnostics::default();
        (check.run)(context, &mut found);
        found
    });
    // Checks run side by side, and what they say is put in the order of the list.
    let diagnostic: Vec<_> = diagnostic.collect();
    acknowledge(context, diagnostic.into_iter().flatten().map(with_record).collect())
}

/// Texts name the record too, for whoever wants to acknowledge it.
fn with_record(diagnostic: Diagnostic) -> Diagnostic {
    let record = diagnostic.record.clone();
    diagnostic.arg("record", record)
}

/// A measure, where it stands, and the day from which its record tells of it; none while that is in work.
struct SourcedMeasure<'a> {
    record: &'a Measure,
    location: Location,
    known_from: Option<NaiveDate>,
}

fn sourced_measures<'a, T>(
    sourced: &'a Sourced<T>,
    measures: &'a [Measure],
    known_from: Option<NaiveDate>,
) -> impl Iterator<Item = SourcedMeasure<'a>> {
    let measures = measures.iter().enumerate();
    measures.map(move |(at, record)| SourcedMeasure {
        record,
        location: sourced.at("measures").at(at),
        known_from,
    })
}

impl<'a> Context<'a> {
    /// Where a clause stands in the contract file.
    pub fn clause_place(&self, id: &str) -> Location {
        let clauses = self.contract.at("clauses");
        if self.clause(id).is_some() {
            clauses.at(self.clause_index(id)).at("text")
        } else {
            clauses
        }
    }

    /// A clause by its number.
    pub fn clause(&self, id: &str) -> Option<&'a Clause> {
        self.contract.record.clauses.iter().find(|clause| clause.id == id)
    }

    /// The index of a clause in the contract file.
    fn clause_index(&self, id: &str) -> usize {
        self.contract.record.clauses.iter().position(|clause| clause.id == id).unwrap_or_default()
    }

    /// The periods in which a kind of record is owed, in order.
    fn owed_periods(&self, evidence: Evidence) -> Vec<&'a Period> {
        let mut periods: Vec<&'a Period> = Vec::new();
        for row in self.ledger.rows.iter().filter(|row| row.clause.evidence == evidence) {
            if !periods.iter().any(|known| known.id == row.period.id) {
                periods.push(&row.period);
            }
        }
        periods
    }

    /// The years in which a kind of record is owed once, in order.
    fn owed_years(&self, evidence: Evidence) -> Vec<&'a str> {
        let owed = self.contract.record.clauses.iter();
        let mut owed =
            owed.filter(|clause| clause.evidence == evidence && clause.every == Cadence::Year);
        let Some(clause) = owed.next() else { return Vec::new() };
        let rows = self.ledger.rows.iter().filter(|row| row.clause.id == clause.id);
        rows.map(|row| row.period.id.as_str()).collect()
    }

    /// True if a record belongs to the time of the contract. One that does not has been reported, and counts nowhere.
    fn is_of_term(&self, day: NaiveDate) -> bool {
        let term = self.contract.record.term;
        (term.from.0..=term.to.0).contains(&day)
    }

    /// The measures of all surveys, then of all summaries, with the day from which their records tell of them.
    fn measures(&self) -> impl Iterator<Item = SourcedMeasure<'a>> + use<'a> {
        let surveys = self.records.surveys.iter().flat_map(|survey| {
            let day = Some(survey.record.started_on.0);
            sourced_measures(survey, &survey.record.measures, day)
        });
        let summaries = self.records.summaries.iter().flat_map(|summary| {
            let day = summary.record.finished_on.map(|day| day.0);
            sourced_measures(summary, &summary.record.measures, day)
        });
        surveys.chain(summaries)
    }

    /// The name of a place's file without folder and ending.
    fn stem(&self, location: &Location) -> &'a str {
        let name = self.files.path(location.file).rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// An item of an inspection, as people name it: `XJ-2026Q3/1.5`.
    fn item_record(&self, inspection: &Sourced<Inspection>, clause: &str) -> String {
        format!("{}/{clause}", inspection.record.id)
    }

    /// The readings that a clause owes at an inspection, by limits that make sense.
    fn clause_readings(
        &self,
        clause: &'a Clause,
        inspection: &'a Sourced<Inspection>,
    ) -> Vec<Measurement<'a>> {
        let mut readings = self.evaluator.clause_readings(clause, inspection);
        readings.retain(|reading| limit_incoherent::can_hold(reading.limit));
        readings
    }

    /// Every reading of an inspection, by limits that make sense.
    fn readings(&self, inspection: &'a Sourced<Inspection>) -> Vec<Measurement<'a>> {
        let clauses = self.contract.record.clauses.iter();
        clauses.flat_map(|clause| self.clause_readings(clause, inspection)).collect()
    }

    /// The inspections whose dates can be true; what is wrong with the others has been reported, and their values
    /// were looked up at a wrong moment.
    fn sound_inspections(&self) -> impl Iterator<Item = &'a Sourced<Inspection>> {
        self.records.inspections.iter().filter(|inspection| self.has_sound_dates(inspection))
    }

    fn has_sound_dates(&self, inspection: &Sourced<Inspection>) -> bool {
        let record = &inspection.record;
        let last = record.finished_at.day();
        let mut rows = self.ledger.of_period(&record.period);
        record.started_at <= record.finished_at
            && last <= self.as_of
            && rows.next().is_none_or(|row| row.period.from <= last)
    }

    /// True if a follow-up of this inspection leads nowhere: which finding it meant is unknown.
    fn has_stray_follow_up(&self, inspection: &Sourced<Inspection>) -> bool {
        let known = |id: &str| self.histories.iter().any(|history| history.finding.id == id);
        inspection.record.followups.iter().any(|followup| !known(&followup.finding))
    }

    /// True if a fault that was reported may hide what became of an inspection's findings.
    fn is_trail_broken(&self, inspection: &Sourced<Inspection>) -> bool {
        let begun = inspection.record.started_at;
        // What lies behind the day of the run is not known on that day, and hides nothing.
        let mut later = self.records.inspections.iter().filter(|later| {
            later.record.started_at > begun && later.record.started_at.day() <= self.as_of
        });
        self.any_faulty("inspection")
            || later.any(|later| !self.has_sound_dates(later) || self.has_stray_follow_up(later))
    }

    /// True if some record of this kind could not be read: what it would have said is unknown. One that is still to be filled in
    /// has nothing to say yet, and hides nothing.
    fn any_faulty(&self, kind: &str) -> bool {
        self.records.faulty.iter().any(|faulty| faulty.kind == kind && !faulty.is_unfinished)
    }

    /// True if some record of this kind could not be read or is still to be filled in: another may rightly name it, and what it
    /// names itself is not known.
    fn any_unread(&self, kind: &str) -> bool {
        self.records.faulty.iter().any(|faulty| faulty.kind == kind)
    }

    /// True if work on site may have been done for a ticket that does not know of it: a visit could not be read, or names a
    /// ticket that there is not.
    fn is_any_visit_stray(&self) -> bool {
        let tickets: HashSet<_> =
            self.records.tickets.iter().map(|ticket| ticket.record.id.as_str()).collect();
        let mut named =
            self.records.visits.iter().filter_map(|visit| visit.record.ticket.as_deref());
        self.any_faulty("visit")
            || (!self.any_faulty_ticket() && named.any(|id| !tickets.contains(id)))
    }

    /// True if some notice of any channel could not be read.
    fn any_faulty_ticket(&self) -> bool {
        KINDS
            .iter()
            .filter(|kind| kind.defines(Target::Ticket))
            .any(|kind| self.any_faulty(kind.id))
    }

    /// True if samples filed for a period could not be read, or were left out.
    fn has_faulty_probes(&self, period: &str) -> bool {
        let folder = format!("data/probes/{period}/");
        let mut unread = self.records.faulty.iter().filter(|faulty| faulty.kind == "probe");
        unread.any(|faulty| self.files.path(faulty.file).starts_with(&folder))
            || self
                .records
                .probes
                .files
                .iter()
                .any(|file| file.rejected > 0 && file.folder == period)
    }
}
