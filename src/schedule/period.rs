//! Months, quarters and years of the contract term.
//!
//! In: the contract's term and its definition of 季度 and 年. Out: [`Period`]s with first and last
//! day, in order, covering the term without gap or overlap. A period that equals a natural month,
//! quarter or year has its natural name (`2026Q3`); others are counted from the start of service
//! (`Y1Q3`), so that no name has two meanings.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::{Cadence, Contract, QuarterBasis, YearBasis};

/// The name of a period in records, folders and on the command line.
pub(crate) type PeriodId = String;

/// A period of service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Name.
    pub id: PeriodId,
    /// Name in running Chinese text: 2026年第三季度.
    pub title: String,
}

impl Period {
    /// True if the day is in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The number of days left if the period includes this day; `None` before its first and after
    /// its last day.
    pub fn days_left(&self, as_of: NaiveDate) -> Option<i64> {
        self.contains(as_of).then(|| (self.to - as_of).num_days())
    }

    /// True if the period has ended before `as_of`.
    pub fn is_closed(&self, as_of: NaiveDate) -> bool {
        self.to < as_of
    }
}

/// The periods of a cadence within the term; empty for on-demand clauses.
pub(crate) fn periods(contract: &Contract, cadence: Cadence) -> Vec<Period> {
    let natural_quarters = contract.periods.quarter_basis == QuarterBasis::CalendarQuarter;
    let natural_years = contract.periods.year_basis == YearBasis::CalendarYear;
    match cadence {
        Cadence::Month => split(contract, 1, natural_quarters, month_name),
        Cadence::Quarter => split(contract, 3, natural_quarters, quarter_name),
        Cadence::Year => split(contract, 12, natural_years, year_name),
        Cadence::OnDemand => Vec::new(),
    }
}

/// The whole term as one period.
pub(crate) fn term_period(contract: &Contract) -> Period {
    Period {
        from: contract.term.from.0,
        to: contract.term.to.0,
        id: "term".to_owned(),
        title: "服务期".to_owned(),
    }
}

/// Finds a period of any cadence by its name.
pub fn find_period(contract: &Contract, id: &str) -> Option<Period> {
    [Cadence::Quarter, Cadence::Year, Cadence::Month]
        .into_iter()
        .flat_map(|cadence| periods(contract, cadence))
        .chain(std::iter::once(term_period(contract)))
        .find(|period| period.id == id)
}

type Name = fn(NaiveDate, NaiveDate, u32) -> Option<(String, String)>;

/// Divides the term into spans of `months`, at natural borders or counted from its first day.
fn split(contract: &Contract, months: u32, natural: bool, name: Name) -> Vec<Period> {
    let (first, last) = (contract.term.from.0, contract.term.to.0);
    let mut spans = Vec::new();
    let mut from = first;
    let mut count = 0;
    while from <= last {
        count += 1;
        let next = if natural {
            natural_start(from, months).checked_add_months(Months::new(months))
        } else {
            // Counted from the first day each time, so that a start on the 31st keeps its day in
            // months that have one.
            first.checked_add_months(Months::new(months * count))
        };
        let Some(next) = next else { break };
        let to = next.checked_sub_days(Days::new(1)).unwrap_or(last).min(last);
        let (id, title) = period_name(from, to, months, natural, count, name);
        spans.push(Period { from, to, id, title });
        from = next;
    }
    spans
}

/// The first day of the natural month, quarter or year that contains `day`.
fn natural_start(day: NaiveDate, months: u32) -> NaiveDate {
    let month = day.month0() / months * months + 1;
    NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
}

fn period_name(
    from: NaiveDate,
    to: NaiveDate,
    months: u32,
    natural: bool,
    count: u32,
    name: Name,
) -> (String, String) {
    let start = natural_start(from, months);
    let end = start
        .checked_add_months(Months::new(months))
        .and_then(|next| next.checked_sub_days(Days::new(1)));
    let is_natural = natural || (start == from && end == Some(to));
    if is_natural && let Some(named) = name(start, to, count) {
        return named;
    }
    match months {
        12 => (format!("Y{count}"), format!("第{}服务年度", ordinal(count))),
        3 => {
            let (year, quarter) = ((count - 1) / 4 + 1, (count - 1) % 4 + 1);
            let title = format!("第{}服务年度第{}季度", ordinal(year), ordinal(quarter));
            (format!("Y{year}Q{quarter}"), title)
        }
        _ => (format!("M{count:02}"), format!("第{count}服务月")),
    }
}

fn month_name(start: NaiveDate, _to: NaiveDate, _count: u32) -> Option<(String, String)> {
    let id = start.format("%Y-%m").to_string();
    Some((id, format!("{}年{}月", start.year(), start.month())))
}

fn quarter_name(start: NaiveDate, _to: NaiveDate, _count: u32) -> Option<(String, String)> {
    let quarter = start.month0() / 3 + 1;
    let title = format!("{}年第{}季度", start.year(), ordinal(quarter));
    Some((format!("{}Q{quarter}", start.year()), title))
}

fn year_name(start: NaiveDate, _to: NaiveDate, _count: u32) -> Option<(String, String)> {
    Some((start.year().to_string(), format!("{}年度", start.year())))
}

fn ordinal(number: u32) -> String {
    const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let digit = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    digit
        .and_then(|index| DIGITS.get(index))
        .map_or_else(|| number.to_string(), |digit| (*digit).to_owned())
}
