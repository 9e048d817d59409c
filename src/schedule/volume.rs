//! How much was asked: tickets counted by everything that reports count them by.
//!
//! In: the tickets of a period. Out: [`Volume`]. Every report takes its counts from here, so that the hotline record, the summary
//! and the list of questions agree, and quarters sum to their year.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::clock::Timed;
use super::period::Period;
use super::service::Service;
use crate::model::{Channel, Resolution, Ticket, TicketKind, YesNo};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
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

/// Tickets of a period, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Volume<'a> {
    /// All of them.
    pub total: usize,
    /// By channel, in the order of [`Channel::ALL`], none left out.
    pub channels: Vec<(Channel, usize)>,
    /// By kind, in the order of [`TicketKind::ALL`], none left out.
    pub kinds: Vec<(TicketKind, usize)>,
    /// By month of the period, none left out.
    pub months: Vec<(Month, usize)>,
    /// By function, most frequent first; an empty name stands for tickets that name none.
    pub modules: Vec<(&'a str, usize)>,
    /// By department, most frequent first; an empty name stands for tickets that name none.
    pub departments: Vec<(&'a str, usize)>,
    /// Closed tickets by how they were settled, in the order of [`Resolution::ALL`], none left out.
    pub resolutions: Vec<(Resolution, usize)>,
    /// By weekday (Monday first) and hour.
    pub hours: [[usize; 24]; 7],
    /// Answered in the same call (clause 3.1.2).
    pub instant: usize,
    /// Came in while the window of the contract was closed.
    pub out_of_hours: usize,
    /// Marked as typical (clause 3.1.5).
    pub typical: usize,
    /// Closed by the day of the reckoning.
    pub closed: usize,
    /// Later notices of a fault that was told before; they have no clocks.
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

    /// How many are of a kind.
    pub(crate) fn kind(&self, kind: TicketKind) -> usize {
        self.kinds.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// How many came in by a channel.
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

/// Names with how often they occur, most frequent first; of equal ones the name that sorts first. Tickets without a name come
/// last.
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

/// True if any limit of these tickets is still open: it runs, or no calendar decides it yet. A report of an ended period is a
/// draft until then, so that nothing in it changes afterwards.
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
