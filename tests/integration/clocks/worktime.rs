//! Elapsed working time on random calendars, compared with a count that checks every minute or second.

use std::collections::HashMap;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use weibao::internals::model::{CalendarRules, CalendarYear, Day, DayKind, Sourced, SpecialDay};
use weibao::internals::schedule::{Hold, Hours, NoWorkday, SpanReason, WorkCalendar, WorkTime};

use super::{at, day, sourced};

/// The first day on which anything may happen: a Monday.
const FIRST: &str = "2026-01-05";

/// The input of a property test.
#[derive(Debug, Clone)]
struct Setting {
    special: Vec<(NaiveDate, DayKind)>,
    extra: Vec<(NaiveDate, DayKind)>,
    window: (NaiveTime, NaiveTime),
    holds: Vec<Hold>,
    hours: Hours,
}

impl Setting {
    fn calendar(&self) -> WorkCalendar {
        let special = |(date, kind): &(NaiveDate, DayKind)| SpecialDay {
            date: Day(*date),
            kind: *kind,
            name: "节".into(),
        };
        let year = year(2026, self.special.iter().map(special).collect());
        let extra = |wanted: DayKind| {
            let days = self.extra.iter().filter(|(_, kind)| *kind == wanted);
            days.map(|(date, _)| Day(*date)).collect()
        };
        let rules = CalendarRules {
            extra_holidays: extra(DayKind::Holiday),
            extra_workdays: extra(DayKind::Workday),
            ..CalendarRules::default()
        };
        WorkCalendar::new(&[year], &rules)
    }

    /// Whether each day is worked, computed here without the calendar.
    fn worked(&self) -> HashMap<NaiveDate, bool> {
        let own: HashMap<_, _> = self.special.iter().copied().collect();
        let is_extra = |date, kind| self.extra.contains(&(date, kind));
        let worked = |date: NaiveDate| {
            let ordinary = date.weekday() != Weekday::Sat && date.weekday() != Weekday::Sun;
            let announced = own.get(&date).map_or(ordinary, |kind| *kind == DayKind::Workday);
            is_extra(date, DayKind::Workday) || (announced && !is_extra(date, DayKind::Holiday))
        };
        day(FIRST).iter_days().take(1200).map(|date| (date, worked(date))).collect()
    }
}

fn year(year: i32, days: Vec<SpecialDay>) -> Sourced<CalendarYear> {
    sourced(CalendarYear {
        year,
        provisional: false,
        notice: "文号".into(),
        title: None,
        issued_on: None,
        days,
    })
}

/// Counts minute by minute or second by second.
struct Walk<'s> {
    setting: &'s Setting,
    worked: HashMap<NaiveDate, bool>,
}

impl<'s> Walk<'s> {
    fn new(setting: &'s Setting) -> Self {
        Self { setting, worked: setting.worked() }
    }

    fn counts(&self, moment: NaiveDateTime) -> bool {
        let (opens, closes) = self.setting.window;
        let open = match self.setting.hours {
            Hours::All => true,
            Hours::Workdays => self.worked[&moment.date()],
            Hours::Window => {
                opens <= moment.time() && moment.time() < closes && self.worked[&moment.date()]
            }
        };
        open && !self.setting.holds.iter().any(|hold| hold.from <= moment && moment < hold.to)
    }

    fn deadline(&self, start: NaiveDateTime, limit: Duration, step: Duration) -> NaiveDateTime {
        let (mut moment, mut left) = (start, limit);
        while left > Duration::zero() {
            if self.counts(moment) {
                left -= step;
            }
            moment += step;
        }
        moment
    }

    fn measure(&self, start: NaiveDateTime, end: NaiveDateTime, step: Duration) -> Duration {
        let (mut moment, mut sum) = (start, Duration::zero());
        while moment < end {
            if self.counts(moment) {
                sum += step;
            }
            moment += step;
        }
        sum
    }
}

fn special(count: usize) -> impl Strategy<Value = Vec<(NaiveDate, DayKind)>> {
    let one = (0..60_u64, select(DayKind::ALL))
        .prop_map(|(offset, kind)| (day(FIRST) + chrono::Days::new(offset), kind));
    vec(one, 0..count)
}

/// Seconds of a unit after the first day.
fn after(units: i64, unit: i64) -> NaiveDateTime {
    day(FIRST).and_time(NaiveTime::MIN) + Duration::seconds(units * unit)
}

/// A setting whose boundaries are all multiples of this number of seconds.
fn setting(unit: u32, narrowest: u32) -> impl Strategy<Value = Setting> {
    let units = 86_400 / unit;
    let narrowest = narrowest / unit;
    let window = (0..units - narrowest)
        .prop_flat_map(move |from| (Just(from), from + narrowest..units))
        .prop_map(move |(from, to)| {
            let time =
                |units| NaiveTime::from_num_seconds_from_midnight_opt(units * unit, 0).unwrap();
            (time(from), time(to))
        });
    let (units, unit) = (i64::from(units), i64::from(unit));
    let hold = (0..40 * units, 0..3 * units).prop_map(move |(from, length)| Hold {
        from: after(from, unit),
        to: after(from + length, unit),
    });
    let hours = select(&[Hours::All, Hours::Workdays, Hours::Window][..]);
    (special(25), special(4), window, vec(hold, 0..4), hours).prop_map(
        |(special, extra, window, holds, hours)| Setting { special, extra, window, holds, hours },
    )
}

/// A moment within forty days.
fn moment(unit: i64) -> impl Strategy<Value = NaiveDateTime> {
    (0..40 * 86_400 / unit).prop_map(move |units| after(units, unit))
}

/// A setting and two moments; half of the time all their boundaries are on half hours, so that they coincide.
fn scene(unit: u32) -> impl Strategy<Value = (Setting, NaiveDateTime, NaiveDateTime)> {
    select(vec![unit, 1800]).prop_flat_map(|unit| {
        (setting(unit, 3600), moment(i64::from(unit)), moment(i64::from(unit)))
    })
}

/// A limit from a minute to a hundred hours.
fn limit() -> impl Strategy<Value = Duration> {
    prop_oneof![1..=120_i64, 1..=6000_i64, (1..=200_i64).prop_map(|halves| 30 * halves)]
        .prop_map(Duration::minutes)
}

const MINUTE: Duration = Duration::minutes(1);
const SECOND: Duration = Duration::seconds(1);

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_limit_is_what_is_measured_until_its_deadline(
        (setting, start, _) in scene(1), limit in limit()
    ) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let due = time.deadline(start, limit, setting.hours, &setting.holds).unwrap();
        prop_assert_eq!(time.measure(start, due.at, setting.hours, &setting.holds), limit);
        // It is the earliest such moment.
        prop_assert!(time.measure(start, due.at - SECOND, setting.hours, &setting.holds) < limit);
    }

    #[test]
    fn later_starts_and_longer_limits_end_no_earlier(
        (setting, one, other) in scene(1), limits in (limit(), limit())
    ) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let due = |start, limit| time.deadline(start, limit, setting.hours, &setting.holds).unwrap().at;
        let (first, second) = (one.min(other), one.max(other));
        let (short, long) = (limits.0.min(limits.1), limits.0.max(limits.1));
        prop_assert!(due(first, short) <= due(second, short));
        prop_assert!(due(first, short) <= due(first, long));
        prop_assert!(short == long || due(first, short) < due(first, long));
        // A wait never makes a deadline earlier.
        let unheld = time.deadline(first, short, setting.hours, &[]).unwrap().at;
        prop_assert!(unheld <= due(first, short));
    }

    #[test]
    fn parts_fill_the_time_and_say_why(
        (setting, start, end) in scene(1)
    ) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let spans = time.spans(start, end, setting.hours, &setting.holds);
        let mut border = start;
        for span in &spans {
            prop_assert_eq!(span.from, border);
            prop_assert!(span.from < span.to);
            border = span.to;
        }
        prop_assert_eq!(border, end.max(start));
        for pair in spans.windows(2) {
            prop_assert!(pair[0].why != pair[1].why);
        }
        let counted: Duration = spans.iter().filter(|span| span.is_counted()).map(|span| span.to - span.from).sum();
        prop_assert_eq!(counted, time.measure(start, end, setting.hours, &setting.holds));
        let walk = Walk::new(&setting);
        for span in &spans {
            for probe in [span.from, span.from + (span.to - span.from) / 2, span.to - SECOND] {
                let probe = probe.with_nanosecond(0).unwrap();
                prop_assert_eq!(span.is_counted(), walk.counts(probe));
                let held = setting.holds.iter().any(|hold| hold.from <= probe && probe < hold.to);
                let worked = walk.worked[&probe.date()];
                let told = match span.why {
                    SpanReason::Counted(why) => why == calendar.status(probe.date()).why,
                    SpanReason::Held => held,
                    SpanReason::OutsideWindow => !held && worked && setting.hours == Hours::Window,
                    SpanReason::DayOff(why) => !held && !worked && why == calendar.status(probe.date()).why,
                };
                prop_assert!(told, "{:?}", span);
            }
        }
    }

    #[test]
    fn the_window_opens_next_on_the_next_workday((setting, start, _) in scene(1)) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let worked = setting.worked();
        let mut openings = start.date().iter_days().map(|date| date.and_time(setting.window.0));
        let next = openings.find(|opening| *opening > start && worked[&opening.date()]);
        let found = time.next_opening(start).unwrap();
        prop_assert_eq!(Some(found.at), next);
        let inside = setting.window.0 <= start.time() && start.time() <= setting.window.1;
        prop_assert_eq!(time.is_open(start).0, inside && worked[&start.date()]);
        prop_assert!(time.is_open(found.at).0);
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_walk_by_minutes_agrees(
        (setting, start, end) in scene(60), limit in limit()
    ) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let walk = Walk::new(&setting);
        let due = time.deadline(start, limit, setting.hours, &setting.holds).unwrap().at;
        prop_assert_eq!(due, walk.deadline(start, limit, MINUTE));
        let measured = time.measure(start, end, setting.hours, &setting.holds);
        prop_assert_eq!(measured, walk.measure(start, end, MINUTE));
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn a_walk_by_seconds_agrees(
        setting in setting(1, 3600), start in moment(1), length in 0..100_000_i64, limit in 1..7200_i64
    ) {
        let calendar = setting.calendar();
        let time = WorkTime { calendar: &calendar, window: setting.window };
        let walk = Walk::new(&setting);
        let limit = Duration::seconds(limit);
        let due = time.deadline(start, limit, setting.hours, &setting.holds).unwrap().at;
        prop_assert_eq!(due, walk.deadline(start, limit, SECOND));
        let end = start + Duration::seconds(length);
        let measured = time.measure(start, end, setting.hours, &setting.holds);
        prop_assert_eq!(measured, walk.measure(start, end, SECOND));
    }
}

/// A calendar without any workday.
fn idle() -> WorkCalendar {
    let years = (2025..2032).map(|number| {
        let first = NaiveDate::from_ymd_opt(number, 1, 1).unwrap();
        let days = first.iter_days().take_while(|date| date.year() == number);
        let off = |date| SpecialDay { date: Day(date), kind: DayKind::Holiday, name: "休".into() };
        year(number, days.map(off).collect())
    });
    WorkCalendar::new(&years.collect::<Vec<_>>(), &CalendarRules::default())
}

#[test]
fn without_a_workday_there_is_an_error_and_no_endless_search() {
    let calendar = idle();
    let window =
        (NaiveTime::from_hms_opt(9, 0, 0).unwrap(), NaiveTime::from_hms_opt(18, 0, 0).unwrap());
    let time = WorkTime { calendar: &calendar, window };
    let start = at("2026-01-05 10:00");
    let hold = Hold { from: start, to: at("2026-02-05 10:00") };
    for limit in [Duration::minutes(1), Duration::hours(100), Duration::hours(i64::from(u32::MAX))]
    {
        for hours in [Hours::Workdays, Hours::Window] {
            assert_eq!(time.deadline(start, limit, hours, &[]), Err(NoWorkday));
            assert_eq!(time.deadline(start, limit, hours, &[hold]), Err(NoWorkday));
        }
    }
    assert_eq!(time.next_opening(start), Err(NoWorkday));
    assert_eq!(time.measure(start, at("2027-01-05 10:00"), Hours::Workdays, &[]), Duration::zero());
    // A whole year without workdays is one span.
    let spans = time.spans(start, at("2026-12-05 10:00"), Hours::Window, &[]);
    assert_eq!(spans.len(), 1);
}

#[test]
fn the_longest_limits_end_or_fail_soon() {
    let calendar = WorkCalendar::default();
    let window = (NaiveTime::MIN, NaiveTime::from_hms_opt(0, 1, 0).unwrap());
    let time = WorkTime { calendar: &calendar, window };
    let start = at("2026-01-05 10:00");
    let holds = [Hold { from: start, to: at("2026-02-05 10:00") }];
    let longest = Duration::hours(i64::from(u32::MAX));
    for hours in [Hours::All, Hours::Workdays, Hours::Window] {
        for holds in [&[][..], &holds] {
            assert_eq!(time.deadline(start, longest, hours, holds), Err(NoWorkday), "{hours:?}");
        }
    }
    let millennia = time.deadline(start, Duration::minutes(i64::from(u32::MAX)), Hours::All, &[]);
    assert_eq!(millennia.map(|due| due.at.year()), Ok(10192));
    // At the end of the supported dates.
    let last = NaiveDateTime::MAX;
    for hours in [Hours::All, Hours::Workdays, Hours::Window] {
        assert_eq!(time.deadline(last, Duration::hours(48), hours, &[]), Err(NoWorkday));
    }
    assert_eq!(time.next_opening(last), Err(NoWorkday));
}

#[test]
fn a_wait_of_years_is_waited_for() {
    let calendar = WorkCalendar::default();
    let window = (NaiveTime::MIN, NaiveTime::from_hms_opt(12, 0, 0).unwrap());
    let time = WorkTime { calendar: &calendar, window };
    let start = at("2026-01-05 10:00");
    let hold = Hold { from: at("2026-01-05 10:30"), to: at("2030-01-07 10:30") };
    for hours in [Hours::All, Hours::Workdays, Hours::Window] {
        let due = time.deadline(start, Duration::hours(1), hours, &[hold]);
        assert_eq!(due.map(|due| due.at), Ok(at("2030-01-07 11:00")), "{hours:?}");
    }
}

#[test]
fn a_window_of_a_moment_or_backwards_never_counts() {
    let calendar = WorkCalendar::default();
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    let start = at("2026-01-05 08:00");
    for window in [(nine, nine), (ten, nine)] {
        let time = WorkTime { calendar: &calendar, window };
        assert_eq!(time.deadline(start, MINUTE, Hours::Window, &[]), Err(NoWorkday));
        assert_eq!(
            time.measure(start, at("2026-02-05 08:00"), Hours::Window, &[]),
            Duration::zero()
        );
    }
    let time = WorkTime { calendar: &calendar, window: (nine, nine) };
    assert!(time.is_open(at("2026-01-05 09:00")).0 && !time.is_open(at("2026-01-05 09:00:01")).0);
}
