//! How tickets were handled: visits, faults solved remotely, and mean response and answer times.
//!
//! In: the tickets and visits of a period. Out: [`HandlingStats`]. The contract sets no target for
//! these figures: they are for information, and nothing is judged by them.

use chrono::{Duration, NaiveDate};

use super::clock::{Clock, ClockVerdict, Timed};
use super::period::Period;
use super::service::Service;
use super::volume::is_closed;
use crate::model::{
    ClockDuty, Escalation, Records, Resolution, Sourced, TicketKind, Visit, VisitPurpose,
};

/// A mean duration with the number of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Average {
    /// The mean, truncated to seconds.
    pub length: Duration,
    /// The number of cases.
    pub cases: usize,
}

/// How the tickets of a period were handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct HandlingStats {
    /// Visits on site.
    pub visits: usize,
    /// Faults closed by the day of the evaluation.
    pub closed_faults: usize,
    /// Closed faults that were settled by telephone or remotely.
    pub remote_faults: usize,
    /// Mean time from notice to response, for notices within service hours.
    pub response: Option<Average>,
    /// Mean time from notice to answer, for questions that were not answered in the same call.
    pub answer: Option<Average>,
}

impl HandlingStats {
    /// Counts the tickets received and the visits made in a period.
    pub(crate) fn of(
        service: &Service<'_>,
        records: &Records,
        period: &Period,
        as_of: NaiveDate,
    ) -> Self {
        let tickets = service.of_period(period);
        let seen = service.timing.known.seen;
        let closed = tickets
            .iter()
            .map(|timed| &timed.ticket.record)
            .filter(|ticket| ticket.kind == TicketKind::Fault && is_closed(ticket, seen));
        let closed: Vec<_> = closed.collect();
        let remote = closed.iter().filter(|ticket| {
            matches!(ticket.resolution, Some(Resolution::Phone | Resolution::Remote))
        });
        Self {
            visits: on_site(records, period, as_of).len(),
            closed_faults: closed.len(),
            remote_faults: remote.count(),
            response: average(
                clocks(&tickets, &[ClockDuty::Response]).filter(|clock| at_once(clock)),
            ),
            answer: average(clocks(&tickets, &[ClockDuty::UrgentAnswer, ClockDuty::NormalAnswer])),
        }
    }
}

/// Visits on site of a period that are known on a day, in chronological order.
pub(crate) fn on_site<'a>(
    records: &'a Records,
    period: &Period,
    as_of: NaiveDate,
) -> Vec<&'a Sourced<Visit>> {
    let visits = records.visits.iter().filter(|visit| {
        let day = visit.record.arrived_at.day();
        visit.record.purpose == VisitPurpose::OnSite && period.contains(day) && day <= as_of
    });
    let mut visits: Vec<_> = visits.collect();
    visits.sort_by(|left, right| {
        (left.record.arrived_at, &left.record.id).cmp(&(right.record.arrived_at, &right.record.id))
    });
    visits
}

/// Cases of the development team, sorted by opening time.
pub(crate) fn cases_in_order<'a>(
    cases: impl Iterator<Item = &'a Sourced<Escalation>>,
) -> Vec<&'a Sourced<Escalation>> {
    let mut cases: Vec<_> = cases.collect();
    cases.sort_by_key(|case| (case.record.opened_at, &case.record.id));
    cases
}

fn clocks<'t, 'a>(
    tickets: &'t [&Timed<'a>],
    duties: &'t [ClockDuty],
) -> impl Iterator<Item = &'t Clock<'a>> {
    let clocks = tickets.iter().flat_map(|timed| &timed.clocks);
    clocks.filter(|clock| duties.contains(&clock.duty) && clock.verdict != ClockVerdict::Invalid)
}

/// True if the clock began with the notice: the wait for the next opening at night is not a delay.
fn at_once(clock: &Clock<'_>) -> bool {
    clock.start == clock.received
}

fn average<'c, 'a: 'c>(clocks: impl Iterator<Item = &'c Clock<'a>>) -> Option<Average> {
    let lengths = clocks.filter_map(|clock| Some((clock.stop?.at - clock.received).num_seconds()));
    let lengths: Vec<i64> = lengths.collect();
    let cases = i64::try_from(lengths.len()).ok().filter(|cases| *cases > 0)?;
    let length = Duration::seconds(lengths.iter().sum::<i64>() / cases);
    Some(Average { length, cases: lengths.len() })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::schedule::clock::{Stop, StopKind};
    use crate::schedule::worktime::Hours;

    fn clock(start: &str, stop: Option<&str>) -> Clock<'static> {
        let at = |time: &str| {
            NaiveDateTime::parse_from_str(&format!("2026-03-02 {time}"), "%Y-%m-%d %H:%M:%S")
                .unwrap()
        };
        Clock {
            duty: ClockDuty::Response,
            received: at("08:00:00"),
            start: at(start),
            limit: Duration::hours(1),
            hours: Hours::All,
            deadline: None,
            stop: stop.map(|time| Stop { at: at(time), kind: StopKind::Response, visit: None }),
            verdict: ClockVerdict::Met,
            tentative: None,
            overrun: None,
        }
    }

    #[test]
    fn the_mean_is_of_those_that_stopped_and_has_no_value_without_any() {
        let clocks = [
            clock("08:00:00", Some("08:00:10")),
            clock("08:00:00", Some("08:00:15")),
            clock("08:00:00", None),
        ];
        assert_eq!(
            average(clocks.iter()),
            Some(Average { length: Duration::seconds(12), cases: 2 })
        );
        assert_eq!(average([clock("08:00:00", None)].iter()), None);
    }

    #[test]
    fn a_night_is_no_delay() {
        assert!(at_once(&clock("08:00:00", None)) && !at_once(&clock("09:00:00", None)));
    }
}
