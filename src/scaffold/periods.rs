//! Chooses the period of a new record.
//!
//! In: the periods that require a kind of record, the date, and which records exist. Out: a period and why it was chosen, or
//! why there is none, with the periods that may be named instead.

use chrono::NaiveDate;

use super::{Reason, Refusal, ScaffoldContext, folder};
use crate::model::{Cadence, Contract, Evidence, Kind};
use crate::schedule::{Period, periods};

/// The periods of a contract in which some clause requires such a record, in order.
pub(super) fn owed(contract: &Contract, evidence: Evidence) -> Vec<Period> {
    let clauses = contract.clauses.iter().filter(|clause| clause.evidence == evidence);
    let mut cadences: Vec<Cadence> = clauses.map(|clause| clause.every).collect();
    cadences.sort_unstable();
    cadences.dedup();
    let mut all: Vec<_> =
        cadences.into_iter().flat_map(|cadence| periods(contract, cadence)).collect();
    all.sort();
    all
}

/// The period of the new record, why it was chosen, and its file; refused if none is required, or if the record exists.
pub(super) fn choose_file(
    context: &ScaffoldContext<'_>,
    kind: &Kind,
    evidence: Evidence,
    named: Option<&str>,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<(Period, Reason, String), Refusal> {
    let owed = owed(context.contract()?, evidence);
    if owed.is_empty() {
        return Err(Refusal::NotOwed);
    }
    let path = |period: &Period| format!("{}/{}.yaml", folder(kind), period.id);
    let has_record = |period: &Period| (context.exists)(&path(period)) || is_known(&period.id);
    let (period, reason) = choose(owed, named, context.day, &has_record)?;
    let path = path(&period);
    if has_record(&period) { Err(Refusal::Exists(path)) } else { Ok((period, reason, path)) }
}

/// The period that was named, or the first one due: the last ended period without its record, else the current one.
pub(super) fn choose(
    owed: Vec<Period>,
    named: Option<&str>,
    day: NaiveDate,
    has_record: &dyn Fn(&Period) -> bool,
) -> Result<(Period, Reason), Refusal> {
    let known = || {
        owed.iter().filter(|period| period.from <= day).map(|period| period.id.clone()).collect()
    };
    if let Some(word) = named {
        let Some(period) = owed.iter().find(|period| period.id == word) else {
            return Err(Refusal::UnknownPeriod { word: word.to_owned(), known: known() });
        };
        if period.from > day {
            let (word, from) = (word.to_owned(), period.from);
            return Err(Refusal::NotBegun { word, from, known: known() });
        }
        return Ok((period.clone(), Reason::Named));
    }
    let missing = |period: &&Period| !has_record(period);
    let ended = owed.iter().rev().filter(|period| period.is_closed(day)).find(missing);
    if let Some(period) = ended {
        return Ok((period.clone(), Reason::Overdue));
    }
    let running = owed.iter().filter(|period| period.contains(day)).find(missing);
    match (running, owed.iter().find(|period| period.from > day)) {
        (Some(period), _) => Ok((period.clone(), Reason::Running)),
        (None, Some(next)) if owed.first() == Some(next) => {
            Err(Refusal::NotBegun { word: next.id.clone(), from: next.from, known: Vec::new() })
        }
        (None, next) => {
            Err(Refusal::NothingMissing { next: next.map(|next| (next.id.clone(), next.from)) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarters() -> Vec<Period> {
        let quarter = |id: &str, from: &str, to: &str| Period {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            id: id.to_owned(),
            title: id.to_owned(),
        };
        vec![
            quarter("2026Q2", "2026-04-01", "2026-06-30"),
            quarter("2026Q3", "2026-07-01", "2026-09-30"),
            quarter("2026Q4", "2026-10-01", "2026-12-31"),
            quarter("2027Q1", "2027-01-01", "2027-03-31"),
        ]
    }

    fn chosen(named: Option<&str>, sourced: &[&str]) -> Result<(String, Reason), Refusal> {
        let day = "2026-11-25".parse().unwrap();
        let chosen =
            choose(quarters(), named, day, &|period| sourced.contains(&period.id.as_str()));
        chosen.map(|(period, reason)| (period.id, reason))
    }

    #[test]
    fn what_is_owed_first_comes_first() {
        let shown = |id: &str, reason| Ok((id.to_owned(), reason));
        assert_eq!(chosen(None, &["2026Q2", "2026Q3"]), shown("2026Q4", Reason::Running));
        assert_eq!(chosen(None, &["2026Q2"]), shown("2026Q3", Reason::Overdue));
        assert_eq!(chosen(None, &["2026Q3", "2026Q4"]), shown("2026Q2", Reason::Overdue));
        assert_eq!(chosen(Some("2026Q2"), &["2026Q2"]), shown("2026Q2", Reason::Named));
        assert!(matches!(
            chosen(None, &["2026Q2", "2026Q3", "2026Q4"]),
            Err(Refusal::NothingMissing { .. })
        ));
        assert!(matches!(chosen(Some("2027Q1"), &[]), Err(Refusal::NotBegun { .. })));
        let early = choose(quarters(), None, "2026-03-31".parse().unwrap(), &|_| false);
        assert!(matches!(early, Err(Refusal::NotBegun { word, .. }) if word == "2026Q2"));
        let Err(Refusal::UnknownPeriod { known, .. }) = chosen(Some("2026Q5"), &[]) else {
            panic!()
        };
        assert_eq!(known, ["2026Q2", "2026Q3", "2026Q4"]);
    }
}
