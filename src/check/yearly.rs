//! Helpers shared by the yearly checks.
//!
//! In: the ledger. Out: the years without a complete record for a duty, and diagnostics about them.

use super::context::Context;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Cadence, Evidence, VisitPurpose};
use crate::schedule::{Row, State};

/// The state of an incomplete yearly duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shortfall {
    /// No record exists.
    Nothing,
    /// A record exists but is not finished.
    Unfinished,
}

/// The ended years with a gap, each at the first clause that owes this kind of record yearly. Years
/// with a record that could not be read, or that states another year than its file name, are left
/// out.
pub(super) fn gaps<'c, 'a>(
    context: &'c Context<'a>,
    evidence: Evidence,
) -> Vec<(&'c Row<'a>, Shortfall)> {
    let mut gaps: Vec<(&Row<'a>, Shortfall)> = Vec::new();
    let rows = context.ledger.rows.iter();
    for row in
        rows.filter(|row| row.clause.evidence == evidence && row.clause.every == Cadence::Year)
    {
        let gap = match row.state {
            State::NoEvidence => Shortfall::Nothing,
            State::Partial => Shortfall::Unfinished,
            _ => continue,
        };
        let is_stated = gaps.iter().any(|(reported, _)| reported.period.id == row.period.id);
        if !is_stated && !is_hidden(context, evidence, &row.period.id) {
            gaps.push((row, gap));
        }
    }
    gaps
}

/// True if an error that is already reported may hide the record of a year: it could not be read,
/// or states another year than its file name, or an unknown year.
pub(super) fn is_hidden(context: &Context<'_>, evidence: Evidence, period: &str) -> bool {
    let records = context.records;
    let (faulty, periods): (bool, Vec<(&str, Option<&str>)>) = match evidence {
        Evidence::Revisit => {
            let revisits =
                records.visits.iter().filter(|visit| visit.record.purpose == VisitPurpose::Revisit);
            let periods =
                revisits.map(|visit| (visit.record.period.as_deref().unwrap_or_default(), None));
            (context.any_faulty("visit"), periods.collect())
        }
        Evidence::Summary => {
            let named = records.summaries.iter();
            let named = named.map(|sourced| {
                (sourced.record.period.as_str(), Some(context.stem(&sourced.location)))
            });
            (records.is_faulty("summary", period), named.collect())
        }
        Evidence::Survey => {
            let named = records.surveys.iter();
            let named = named.map(|sourced| {
                (sourced.record.period.as_str(), Some(context.stem(&sourced.location)))
            });
            (records.is_faulty("survey", period), named.collect())
        }
        _ => return false,
    };
    let owed = context.owed_years(evidence);
    let stray = |(diagnostic, stem): &(&str, Option<&str>)| {
        !owed.contains(diagnostic) || (*stem == Some(period) && *diagnostic != period)
    };
    faulty || periods.iter().any(stray)
}

/// Adds the year and points at the clause that owes the record.
pub(super) fn diagnostic_at(context: &Context<'_>, rule: Rule, row: &Row<'_>) -> Diagnostic {
    let period = &row.period;
    rule.at(context.clause_location(&row.clause.id))
        .record(period.id.as_str())
        .arg("period", period.title.as_str())
        .arg("id", period.id.as_str())
        .arg("clause", row.clause.id.as_str())
        .arg("ended", period.to.to_string())
}
