//! The number of tickets, by every property that reports show.
//!
//! In: the tickets of a period. Out: [`Volume`]. Every report takes its counts from here, so that
//! the hotline record, the summary and the list of questions agree, and the quarters add up to
//! their year.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::clock::Timed;
use super::period::Period;
use super::service::Service;
use crate::model::{Channel, Resolution, Ticket, TicketKind, YesNo};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    pub(crate) fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    const fn next(self) -> Self {
        match self.month {
            12 => Self { year: self.year + 1, month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
    }
}

/// The numbers of tickets of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Volume<'a> {
    pub total: usize,
    /// By channel, in the order of [`Channel::ALL`], including zeros.
    pub channels: Vec<(Channel, usize)>,
    /// By kind, in the order of [`TicketKind::ALL`], including zeros.
    pub kinds: Vec<(TicketKind, usize)>,
    /// By month of the period, including zeros.
    pub months: Vec<(Month, usize)>,
    /// By function, most frequent first; an empty name counts tickets without a function.
    pub modules: Vec<(&'a str, usize)>,
    /// By department, most frequent first; an empty name counts tickets without a department.
    pub departments: Vec<(&'a str, usize)>,
    /// Closed tickets by resolution, in the order of [`Resolution::ALL`], including zeros.
    pub resolutions: Vec<(Resolution, usize)>,
    /// By weekday (Monday first) and hour.
    pub hours: [[usize; 24]; 7],
    /// Answered in the same call (clause 3.1.2).
    pub instant: usize,
    /// Received outside service hours.
    pub out_of_hours: usize,
    /// Marked as typical (clause 3.1.5).
    pub typical: usize,
    /// Closed by the day of the evaluation.
    pub closed: usize,
    /// Repeated notices of a fault; they have no clocks.
    pub repeated: usize,
}

impl<'a> Volume<'a> {
    /// Counts the tickets that were received in a period.
    pub(crate) fn of(service: &Service<'a>, period: &Period) -> Self {
        let tickets = service.of_period(period);
        let records: Vec<&'a Ticket> = tickets.iter().map(|timed| &timed.ticket.record).collect();
        let seen = service.timing.known.seen;
        let counted = |wanted: &dyn Fn(&Ticket) -> bool| {
            records.iter().filter(|ticket| wanted(ticket)).count()
        };
        let settled = |resolution: Resolution| {
            counted(&|ticket| is_closed(ticket, seen) && ticket.resolution == Some(resolution))
        };
        Self {
            total: records.len(),
            channels: each(Channel::ALL, |channel| counted(&|ticket| ticket.channel == channel)),
            kinds: each(TicketKind::ALL, |kind| counted(&|ticket| ticket.kind == kind)),
            months: months(period, &records),
            modules: frequent(records.iter().map(|ticket| named(ticket.module.as_deref()))),
            departments: frequent(records.iter().map(|ticket| named(ticket.department.as_deref()))),
            resolutions: each(Resolution::ALL, settled),
            hours: hours(&records),
            instant: counted(&|ticket| ticket.instant == YesNo::Yes),
            out_of_hours: counted(&|ticket| service.is_out_of_hours(ticket)),
            typical: counted(&|ticket| ticket.typical == YesNo::Yes),
            closed: counted(&|ticket| is_closed(ticket, seen)),
            repeated: counted(&|ticket| ticket.first_notice.is_some()),
        }
    }

    /// The number of tickets of a kind.
    pub(crate) fn kind(&self, kind: TicketKind) -> usize {
        self.kinds.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// The number of tickets of a channel.
    pub(crate) fn channel(&self, channel: Channel) -> usize {
        self.channels.iter().find(|(known, _)| *known == channel).map_or(0, |(_, count)| *count)
    }
}

/// True if a ticket was closed by a moment.
pub(crate) fn is_closed(ticket: &Ticket, seen: NaiveDateTime) -> bool {
    ticket.closed_at.is_some_and(|at| at.0 <= seen)
}

fn named(name: Option<&str>) -> &str {
    name.map_or("", str::trim)
}

fn each<K: Copy>(all: &[K], count: impl Fn(K) -> usize) -> Vec<(K, usize)> {
    all.iter().map(|key| (*key, count(*key))).collect()
}

/// Names with their number of occurrences, most frequent first; equally frequent names
/// alphabetically. Tickets without a name come last.
pub(crate) fn frequent<'n>(names: impl Iterator<Item = &'n str>) -> Vec<(&'n str, usize)> {
    let mut sorted: Vec<&str> = names.collect();
    sorted.sort_unstable();
    let groups = sorted.chunk_by(|left, right| left == right);
    let mut counts: Vec<_> =
        groups.filter_map(|group| Some((*group.first()?, group.len()))).collect();
    counts.sort_by_key(|(name, count)| (name.is_empty(), std::cmp::Reverse(*count)));
    counts
}

fn months(period: &Period, records: &[&Ticket]) -> Vec<(Month, usize)> {
    let last = Month::of(period.to);
    let all = std::iter::successors(Some(Month::of(period.from)), |month| Some(month.next()));
    let of = |month: Month| {
        records.iter().filter(|ticket| Month::of(ticket.received_at.day()) == month).count()
    };
    all.take_while(|month| *month <= last).map(|month| (month, of(month))).collect()
}

fn hours(records: &[&Ticket]) -> [[usize; 24]; 7] {
    let mut hours = [[0; 24]; 7];
    for ticket in records {
        let at = ticket.received_at.0;
        let row = hours.get_mut(at.weekday().num_days_from_monday() as usize);
        if let Some(cell) = row.and_then(|row| row.get_mut(at.hour() as usize)) {
            *cell += 1;
        }
    }
    hours
}

/// The number of undecided limits of these tickets: still running, or dependent on a calendar that
/// is not announced. Until all are decided, a report of an ended period is a draft, so that nothing
/// in the final report changes afterwards.
pub(crate) fn undecided(tickets: &[&Timed<'_>]) -> usize {
    use super::clock::ClockVerdict::{Provisional, Running};
    let clocks = tickets.iter().flat_map(|timed| &timed.clocks);
    clocks.filter(|clock| matches!(clock.verdict, Running | Provisional)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_name_comes_first_and_the_nameless_last() {
        let names = ["乙", "", "甲", "", "乙", "", "丙"];
        assert_eq!(frequent(names.into_iter()), [("乙", 2), ("丙", 1), ("甲", 1), ("", 3)]);
    }
}
