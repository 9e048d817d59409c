//! A year's public holidays, as far as the law itself fixes them.
//!
//! In: the years of the contract term without a calendar. Out: one year, with its fixed holidays filled in and placeholders
//! for what the State Council announces.

use chrono::Datelike;

use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, folder};
use crate::model::{Kind, PLACEHOLDER};

/// The holidays in order, each with its statutory days that do not depend on the lunar calendar.
const FESTIVALS: [(&str, &[&str]); 7] = [
    ("元旦", &["01-01"]),
    ("春节", &[]),
    ("清明节", &[]),
    ("劳动节", &["05-01", "05-02"]),
    ("端午节", &[]),
    ("中秋节", &[]),
    ("国庆节", &["10-01", "10-02", "10-03"]),
];

/// Years for which a calendar is allowed, as in its schema.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let year = match period {
        Some(word) => word
            .parse()
            .ok()
            .filter(|year| YEARS.contains(year))
            .ok_or_else(|| unknown(context, word))?,
        None => next(context),
    };
    let sheet = RecordTemplate::new(kind);
    let mut days = vec![
        Line::plain("  # 照通知逐日列出放假（含放假期间的周末）和调休上班的日子；普通周末不列。"),
        Line::plain(format!(
            "  # 调休上班写作：- {{ date: {year}-02-28, kind: 上班, name: 春节 }}"
        )),
    ];
    for (name, fixed) in FESTIVALS {
        let row =
            |date: String| Line::plain(format!("  - {{ date: {date}, kind: 放假, name: {name} }}"));
        if fixed.is_empty() {
            days.push(row(PLACEHOLDER.to_owned()));
        }
        days.extend(fixed.iter().map(|day| row(format!("{year}-{day}"))));
    }
    let fills = vec![
        ("year", FieldValue::Given(year.to_string())),
        ("provisional", FieldValue::Absent),
        ("title", FieldValue::Given(format!("国务院办公厅关于{year}年部分节假日安排的通知"))),
        ("issued_on", FieldValue::Gap),
        ("days", FieldValue::Below(days)),
    ];
    let head =
        context.head(&sheet, 2, &format!("{year}年节假日与调休，照录国务院办公厅通知"), None);
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path: format!("{}/{year}.yaml", folder(kind)), text, period: None })
}

/// The first year of the contract term without a calendar, or the year after the last calendar.
fn next(context: &ScaffoldContext<'_>) -> i32 {
    let sourced = |year: &i32| (context.exists)(&format!("data/calendar/{year}.yaml"));
    let term = context.contract().ok().map(|contract| contract.term);
    let mut years = term.into_iter().flat_map(|term| term.from.0.year()..=term.to.0.year());
    let last = context.records.calendars.iter().map(|calendar| calendar.record.year).max();
    years
        .find(|year| !sourced(year))
        .unwrap_or_else(|| last.map_or(context.day.year(), |year| year + 1))
}

fn unknown(context: &ScaffoldContext<'_>, word: &str) -> Refusal {
    Refusal::UnknownPeriod { word: word.to_owned(), known: vec![next(context).to_string()] }
}
