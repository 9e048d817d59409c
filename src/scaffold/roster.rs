//! A roster of duty days.
//!
//! In: the existing rosters. Out: one record for the days after the last of them, or for a period that was named.

use chrono::{Days, NaiveDate};

use super::sheet::{self, FieldValue, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, folder};
use crate::model::{Kind, Side};
use crate::schedule::find_period;

/// People change duty weekly.
const DAYS: u64 = 7;

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let (from, to) = match period {
        Some(word) => named(context, word)?,
        None => next(context)?,
    };
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("from", FieldValue::Given(from.to_string())),
        ("to", FieldValue::Given(to.to_string())),
    ];
    let head = context.head(&sheet, 2, "值班安排", Some(Side::Vendor));
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path: format!("{}/{from}.yaml", folder(kind)), text, period: None })
}

fn named(context: &ScaffoldContext<'_>, word: &str) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let contract = context.contract()?;
    let period = find_period(contract, word);
    let unknown = || {
        let quarters = crate::schedule::periods(contract, crate::model::Cadence::Quarter);
        let known = quarters.into_iter().map(|quarter| quarter.id).collect();
        Refusal::UnknownPeriod { word: word.to_owned(), known }
    };
    period.map(|period| (period.from, period.to)).ok_or_else(unknown)
}

/// The week after the last assigned day, cut off at the end of the contract term. If its file exists, it may be one that is
/// still to be filled in; then the week after it is next.
fn next(context: &ScaffoldContext<'_>) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let term = context.contract()?.term;
    let last = context.records.rosters.iter().map(|duty| duty.record.to.0).max();
    let after = |day: NaiveDate, days: u64| day.checked_add_days(Days::new(days)).unwrap_or(day);
    // Days without a roster in the past are not filled in afterwards.
    let mut from = last.map_or(term.from.0.max(context.day), |day| after(day, 1));
    while (context.exists)(&format!("data/rosters/{from}.yaml")) && from <= term.to.0 {
        from = after(from, DAYS);
    }
    if from > term.to.0 {
        return Err(Refusal::NothingMissing { next: None });
    }
    Ok((from, after(from, DAYS - 1).min(term.to.0)))
}
