//! Who worked in a period, and on what.
//!
//! In: the records of a period. Out: one [`Member`] per person of the vendor whom these records
//! name, with a count for each kind of work. A summary takes its team from here, so that it never
//! lists people without recorded work.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::period::Period;
use super::service::Service;
use crate::model::{Records, Side, VisitPurpose};

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    /// Tickets received.
    Tickets,
    /// Days on duty.
    Duty,
    Inspections,
    /// Visits on site.
    OnSite,
    /// Cases of the development team.
    Cases,
    Revisits,
    Surveys,
    Summaries,
}

/// A person with their work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member<'a> {
    pub person: &'a str,
    /// The number of records per kind, in the order of [`Work`]; kinds with zero are left out.
    pub work: Vec<(Work, usize)>,
}

type Counts<'a> = BTreeMap<&'a str, BTreeMap<Work, usize>>;

/// Every person of the vendor who is named in the records of a period by a day, in the order of the
/// list of people; people who are not listed come last, sorted by id.
pub(crate) fn team<'a>(
    records: &'a Records,
    service: &Service<'a>,
    period: &Period,
    as_of: NaiveDate,
) -> Vec<Member<'a>> {
    let mut counts = Counts::new();
    let mut add = |person: &'a str, work: Work| {
        *counts.entry(person).or_default().entry(work).or_default() += 1;
    };
    for timed in service.of_period(period) {
        add(&timed.ticket.record.agent, Work::Tickets);
    }
    each_record(records, period, as_of, &mut add);
    for (person, days) in duty_days(records, period, as_of) {
        counts.entry(person).or_default().insert(Work::Duty, days);
    }
    let known = records.people.iter().flat_map(|people| &people.record.people);
    let order: Vec<&str> = known.map(|person| person.id.as_str()).collect();
    let location = |person: &str| order.iter().position(|id| *id == person).unwrap_or(order.len());
    let mut team: Vec<_> = counts
        .into_iter()
        .filter(|(id, _)| records.person(id).is_none_or(|person| person.side == Side::Vendor))
        .map(|(person, work)| Member { person, work: work.into_iter().collect() })
        .collect();
    team.sort_by_key(|member| location(member.person));
    team
}

/// Passes every record except tickets and rosters, with the people who worked on it.
fn each_record<'a>(
    records: &'a Records,
    period: &Period,
    as_of: NaiveDate,
    add: &mut impl FnMut(&'a str, Work),
) {
    let seen = |day: NaiveDate| period.contains(day) && day <= as_of;
    let mut all = |people: &'a [String], work| people.iter().for_each(|person| add(person, work));
    for sourced in
        records.inspections.iter().filter(|sourced| seen(sourced.record.started_at.day()))
    {
        all(&sourced.record.inspectors, Work::Inspections);
    }
    for sourced in &records.visits {
        let visit = &sourced.record;
        match visit.purpose {
            VisitPurpose::OnSite if seen(visit.arrived_at.day()) => {
                all(&visit.engineers, Work::OnSite);
            }
            VisitPurpose::Revisit
                if is_owed(visit.period.as_deref(), period, visit.arrived_at.day(), as_of) =>
            {
                all(&visit.engineers, Work::Revisits);
            }
            VisitPurpose::OnSite | VisitPurpose::Revisit => {}
        }
    }
    for sourced in &records.surveys {
        let survey = &sourced.record;
        if is_owed(Some(&survey.period), period, survey.started_on.0, as_of) {
            all(&survey.surveyors, Work::Surveys);
        }
    }
    for sourced in records.escalations.iter().filter(|sourced| seen(sourced.record.opened_at.day()))
    {
        add(
            sourced.record.assigned_to.as_deref().unwrap_or(&sourced.record.raised_by),
            Work::Cases,
        );
    }
    for sourced in &records.summaries {
        let summary = &sourced.record;
        let finished = summary.finished_on.map_or(period.from, |day| day.0);
        if is_owed(Some(&summary.period), period, finished, as_of) {
            add(&summary.prepared_by, Work::Summaries);
        }
    }
}

/// A yearly record belongs to the year that it names, regardless of its date.
fn is_owed(named: Option<&str>, period: &Period, day: NaiveDate, as_of: NaiveDate) -> bool {
    named == Some(&period.id) && day <= as_of
}

/// Days on duty per person; a day with two entries counts once.
fn duty_days<'a>(
    records: &'a Records,
    period: &Period,
    as_of: NaiveDate,
) -> BTreeMap<&'a str, usize> {
    let mut days: BTreeMap<&str, BTreeSet<NaiveDate>> = BTreeMap::new();
    let last = period.to.min(as_of);
    for duty in records.rosters.iter().map(|sourced| &sourced.record) {
        let (from, to) = (duty.from.0.max(period.from), duty.to.0.min(last));
        days.entry(&duty.person).or_default().extend(from.iter_days().take_while(|day| *day <= to));
    }
    days.into_iter()
        .map(|(person, days)| (person, days.len()))
        .filter(|(_, days)| *days > 0)
        .collect()
}
