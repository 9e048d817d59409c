//! The input of checks: one evaluation, and what only checks need.
//!
//! In: an [`Evaluation`]. Out: [`Context`] with the queries that several checks share. Separate
//! from the list of checks, so that a check depends on this file and never on the list that names
//! it.

use std::collections::HashSet;
use std::ops::Deref;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostics, Rule};
use crate::model::{Cadence, Clause, Evidence, Inspection, KINDS, Measure, Sourced, Target};
use crate::schedule::{Evaluation, Measurement, Period};
use crate::source::Location;

/// The input of a check. Derefs to the evaluation, so that its fields read as fields of the
/// context.
pub(crate) struct Context<'a> {
    /// Everything read and computed.
    pub evaluation: &'a Evaluation<'a>,
    /// The rules of all checks, because acknowledgements name them.
    pub rules: &'a [Rule],
    /// Whether the shipped fonts can print a character.
    pub printable: &'a (dyn Fn(char) -> bool + Sync),
}

impl<'a> Deref for Context<'a> {
    type Target = Evaluation<'a>;

    fn deref(&self) -> &Evaluation<'a> {
        self.evaluation
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Check {
    pub rule: Rule,
    /// Examines the context and reports diagnostics.
    pub run: fn(&Context<'_>, &mut Diagnostics),
}

/// A measure with its location and the day from which its record is valid; `None` while the record
/// is in progress.
pub(super) struct SourcedMeasure<'a> {
    pub record: &'a Measure,
    pub location: Location,
    pub known_from: Option<NaiveDate>,
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
    /// The location of a clause in the contract file.
    pub(super) fn clause_location(&self, id: &str) -> Location {
        let clauses = self.contract.at("clauses");
        if self.clause(id).is_some() {
            clauses.at(self.clause_index(id)).at("text")
        } else {
            clauses
        }
    }

    /// A clause by its number.
    pub(super) fn clause(&self, id: &str) -> Option<&'a Clause> {
        self.contract.record.clauses.iter().find(|clause| clause.id == id)
    }

    /// The index of a clause in the contract file.
    pub(super) fn clause_index(&self, id: &str) -> usize {
        self.contract.record.clauses.iter().position(|clause| clause.id == id).unwrap_or_default()
    }

    /// The periods for which a kind of record is owed, in order.
    pub(super) fn owed_periods(&self, evidence: Evidence) -> Vec<&'a Period> {
        let mut periods: Vec<&'a Period> = Vec::new();
        for row in self.evaluation.ledger.rows.iter().filter(|row| row.clause.evidence == evidence)
        {
            if !periods.iter().any(|known| known.id == row.period.id) {
                periods.push(&row.period);
            }
        }
        periods
    }

    /// The years for which a yearly kind of record is owed, in order.
    pub(super) fn owed_years(&self, evidence: Evidence) -> Vec<&'a str> {
        let owed = self.contract.record.clauses.iter();
        let mut owed =
            owed.filter(|clause| clause.evidence == evidence && clause.every == Cadence::Year);
        let Some(clause) = owed.next() else { return Vec::new() };
        let rows = self.evaluation.ledger.rows.iter().filter(|row| row.clause.id == clause.id);
        rows.map(|row| row.period.id.as_str()).collect()
    }

    /// True if the day lies within the contract term. Records outside it are reported elsewhere and
    /// not counted.
    pub(super) fn is_of_term(&self, day: NaiveDate) -> bool {
        let term = self.contract.record.term;
        (term.from.0..=term.to.0).contains(&day)
    }

    /// The measures of all surveys, then of all summaries, each with the day from which its record
    /// is valid.
    pub(super) fn measures(&self) -> impl Iterator<Item = SourcedMeasure<'a>> + use<'a> {
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

    /// The file name of a location, without folder and extension.
    pub(super) fn stem(&self, location: &Location) -> &'a str {
        let name = self.files.path(location.file).rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The name of an item of an inspection in messages: `XJ-2026Q3/1.5`.
    pub(super) fn item_record(&self, inspection: &Sourced<Inspection>, clause: &str) -> String {
        format!("{}/{clause}", inspection.record.id)
    }

    /// The measurements that a clause requires at an inspection, without those whose limit can
    /// never hold.
    pub(super) fn clause_readings(
        &self,
        clause: &'a Clause,
        inspection: &'a Sourced<Inspection>,
    ) -> Vec<Measurement<'a>> {
        let mut readings = self.evaluator.clause_readings(clause, inspection);
        readings.retain(|reading| reading.limit.can_hold());
        readings
    }

    /// Every measurement of an inspection, without those whose limit can never hold.
    pub(super) fn readings(&self, inspection: &'a Sourced<Inspection>) -> Vec<Measurement<'a>> {
        let clauses = self.contract.record.clauses.iter();
        clauses.flat_map(|clause| self.clause_readings(clause, inspection)).collect()
    }

    /// The inspections with plausible dates. Errors in the dates of the others are already
    /// reported, and their values would have been looked up at a wrong moment.
    pub(super) fn sound_inspections(&self) -> impl Iterator<Item = &'a Sourced<Inspection>> {
        self.records.inspections.iter().filter(|inspection| self.has_sound_dates(inspection))
    }

    pub(super) fn has_sound_dates(&self, inspection: &Sourced<Inspection>) -> bool {
        let record = &inspection.record;
        let last = record.finished_at.day();
        let mut rows = self.ledger.of_period(&record.period);
        record.started_at <= record.finished_at
            && last <= self.as_of
            && rows.next().is_none_or(|row| row.period.from <= last)
    }

    /// True if a follow-up of this inspection names an unknown finding.
    pub(super) fn has_stray_follow_up(&self, inspection: &Sourced<Inspection>) -> bool {
        let known = |id: &str| self.histories.iter().any(|history| history.finding.id == id);
        inspection.record.followups.iter().any(|followup| !known(&followup.finding))
    }

    /// True if an error that is already reported may hide what became of an inspection's findings.
    pub(super) fn is_trail_broken(&self, inspection: &Sourced<Inspection>) -> bool {
        let begun = inspection.record.started_at;
        // Inspections after the day of the run are not known on that day and hide nothing.
        let mut later = self.records.inspections.iter().filter(|later| {
            later.record.started_at > begun && later.record.started_at.day() <= self.as_of
        });
        self.any_faulty("inspection")
            || later.any(|later| !self.has_sound_dates(later) || self.has_stray_follow_up(later))
    }

    /// True if a record of this kind could not be read, so that its content is unknown. A record
    /// that is still to be filled in has no content yet and hides nothing.
    pub(super) fn any_faulty(&self, kind: &str) -> bool {
        self.records.faulty.iter().any(|faulty| faulty.kind == kind && !faulty.is_unfinished)
    }

    /// True if a record of this kind could not be read or is still to be filled in. Other records
    /// may rightly refer to it, and its own references are unknown.
    pub(super) fn any_unread(&self, kind: &str) -> bool {
        self.records.faulty.iter().any(|faulty| faulty.kind == kind)
    }

    /// True if a visit may belong to a ticket that it does not name correctly: a visit could not be
    /// read, or names an unknown ticket.
    pub(super) fn is_any_visit_stray(&self) -> bool {
        let tickets: HashSet<_> =
            self.records.tickets.iter().map(|ticket| ticket.record.id.as_str()).collect();
        let mut named =
            self.records.visits.iter().filter_map(|visit| visit.record.ticket.as_deref());
        self.any_faulty("visit")
            || (!self.any_faulty_ticket() && named.any(|id| !tickets.contains(id)))
    }

    /// True if a ticket of any channel could not be read.
    pub(super) fn any_faulty_ticket(&self) -> bool {
        let mut notices = KINDS.iter().filter(|kind| kind.defines(Target::Ticket));
        notices.any(|kind| self.any_faulty(kind.id))
    }

    /// True if samples of a period could not be read, or were rejected.
    pub(super) fn has_faulty_probes(&self, period: &str) -> bool {
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
