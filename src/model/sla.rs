//! How the contract's time limits are read: part of the contract file.
//!
//! In: the `sla` and `calendar` tables of `contract.yaml`. Out: [`Sla`] and [`CalendarRules`]. Every key is a reading of
//! `domain.md` §5 (A1–A26), and its default is the one proposed there: the strict side of what the words can mean.

use chrono::{Duration, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::fields::fields;
use super::words::words;
use super::{Channel, Clock24, Day, TicketKind};

/// How time limits are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sla {
    /// 1小时响应.
    #[schemars(title = "响应")]
    pub response: ResponseRules,
    /// 24小时到场.
    #[schemars(title = "到场")]
    pub onsite: OnsiteRules,
    /// 24/48小时答复.
    #[schemars(title = "答复")]
    pub answer: AnswerRules,
    /// Whether a wait that the customer asked for stops the clocks (A20).
    #[schemars(title = "客户原因顺延")]
    pub customer_hold: CustomerHold,
}

fields! { Sla {
    response: Parts(ResponseRules::FIELDS),
    onsite: Parts(OnsiteRules::FIELDS),
    answer: Parts(AnswerRules::FIELDS),
    customer_hold: Nothing,
} }

/// The clock from notice to response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ResponseRules {
    /// The limit in minutes, itself included (A5).
    #[schemars(title = "时限（分钟）", range(min = 1))]
    pub limit_minutes: u32,
    /// First and last moment of the day at which a notice qualifies, both included, on workdays only (A4).
    #[schemars(title = "工作时段")]
    pub window: [Clock24; 2],
    /// Whether the clock stops when the window closes (A3).
    #[schemars(title = "计时方式")]
    pub clock: ResponseClock,
    /// What a notice outside the window starts (A2).
    #[schemars(title = "窗口外受理")]
    pub outside_window: OutsideWindow,
    /// The kinds of ticket with this clock (A8).
    #[schemars(title = "适用类别")]
    pub applies_to: Vec<TicketKind>,
    /// Whether a machine's acknowledgement is a response (A7).
    #[schemars(title = "自动回复计入响应")]
    pub auto_reply_counts: bool,
}

fields! { ResponseRules {
    limit_minutes: Nothing,
    window: Nothing,
    clock: Nothing,
    outside_window: Nothing,
    applies_to: Nothing,
    auto_reply_counts: Nothing,
} }

impl Default for ResponseRules {
    fn default() -> Self {
        Self {
            limit_minutes: 60,
            window: [Clock24::hour(9), Clock24::hour(18)],
            clock: ResponseClock::Elapsed,
            outside_window: OutsideWindow::NextOpen,
            applies_to: vec![TicketKind::Fault],
            auto_reply_counts: false,
        }
    }
}

impl ResponseRules {
    /// The limit.
    pub fn limit(&self) -> Duration {
        Duration::minutes(i64::from(self.limit_minutes))
    }

    /// The window's first and last moment.
    pub const fn window(&self) -> (NaiveTime, NaiveTime) {
        (self.window[0].0, self.window[1].0)
    }
}

words! {
    /// Whether the response clock stops when the window closes (A3).
    ResponseClock {
        /// It runs on: Friday 17:30 ends at 18:30.
        Elapsed = "连续计时" | "elapsed",
        /// It stops at the end of the window and goes on at its next beginning.
        WorkingHours = "工作时间计时" | "working_hours",
    }
}

words! {
    /// What a notice outside the window starts (A2).
    OutsideWindow {
        /// The clock starts when the window next opens.
        NextOpen = "顺延至下一窗口" | "next_open",
        /// No clock.
        NotTimed = "不计时" | "not_timed",
        /// The clock starts at once.
        Elapsed = "立即计时" | "elapsed",
    }
}

/// The clock from notice to arrival on site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OnsiteRules {
    /// The limit in hours, itself included.
    #[schemars(title = "时限（小时）", range(min = 1))]
    pub limit_hours: u32,
    /// The moment from which it runs (A9).
    #[schemars(title = "起算点")]
    pub start: OnsiteStart,
    /// Which hours count (A10).
    #[schemars(title = "计时方式")]
    pub clock: OnsiteClock,
    /// The kinds of ticket with this clock (A11: 故障).
    #[schemars(title = "适用类别")]
    pub applies_to: Vec<TicketKind>,
}

fields! { OnsiteRules {
    limit_hours: Nothing,
    start: Nothing,
    clock: Nothing,
    applies_to: Nothing,
} }

impl Default for OnsiteRules {
    fn default() -> Self {
        Self {
            limit_hours: 24,
            start: OnsiteStart::Notice,
            clock: OnsiteClock::Calendar,
            applies_to: vec![TicketKind::Fault],
        }
    }
}

impl OnsiteRules {
    /// The limit.
    pub fn limit(&self) -> Duration {
        Duration::hours(i64::from(self.limit_hours))
    }
}

words! {
    /// The moment from which the arrival clock runs (A9).
    OnsiteStart {
        /// The notice.
        Notice = "接到通知" | "notice",
        /// The moment at which telephone and remote work were found not to be enough.
        RemoteFailed = "远程无效" | "remote_failed",
    }
}

words! {
    /// Which hours count for arrival (A10).
    OnsiteClock {
        /// All of them.
        Calendar = "自然小时" | "calendar",
        /// Those of the window on workdays.
        WorkingHours = "工作时间" | "working_hours",
    }
}

/// The clocks from receipt to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AnswerRules {
    /// The limit for urgent matters in hours, itself included.
    #[schemars(title = "紧急问题时限（小时）", range(min = 1))]
    pub urgent_hours: u32,
    /// The same in minutes, where a contract counts in minutes; instead of hours.
    #[schemars(title = "紧急问题时限（分钟）", range(min = 1))]
    pub urgent_minutes: Option<u32>,
    /// The limit for other matters in hours, itself included.
    #[schemars(title = "一般问题时限（小时）", range(min = 1))]
    pub normal_hours: u32,
    /// The same in minutes; instead of hours.
    #[schemars(title = "一般问题时限（分钟）", range(min = 1))]
    pub normal_minutes: Option<u32>,
    /// The moment from which it runs (A13).
    #[schemars(title = "起算点")]
    pub start: AnswerStart,
    /// Which hours count (A14).
    #[schemars(title = "计时方式")]
    pub clock: AnswerClock,
    /// What makes a matter urgent (A15).
    #[schemars(title = "紧急判定")]
    pub urgent_rule: UrgentRule,
    /// The limit of a matter raised to urgent later (A16).
    #[schemars(title = "改判后时限")]
    pub reclass: Reclass,
    /// Whether word of how it stands is an answer (A17).
    #[schemars(title = "进展告知计入答复")]
    pub interim_counts: bool,
    /// The channels with this clock (A18).
    #[schemars(title = "适用渠道")]
    pub channels: Vec<Channel>,
}

fields! { AnswerRules {
    urgent_hours: Nothing,
    urgent_minutes: Nothing,
    normal_hours: Nothing,
    normal_minutes: Nothing,
    start: Nothing,
    clock: Nothing,
    urgent_rule: Nothing,
    reclass: Nothing,
    interim_counts: Nothing,
    channels: Nothing,
} }

impl Default for AnswerRules {
    fn default() -> Self {
        Self {
            urgent_hours: 24,
            urgent_minutes: None,
            normal_hours: 48,
            normal_minutes: None,
            start: AnswerStart::Received,
            clock: AnswerClock::Calendar,
            urgent_rule: UrgentRule::AffectsBusiness,
            reclass: Reclass::MinOfBoth,
            interim_counts: false,
            channels: Channel::ALL.to_vec(),
        }
    }
}

impl AnswerRules {
    /// The limit for urgent matters.
    pub fn urgent(&self) -> Duration {
        limit(self.urgent_minutes, self.urgent_hours)
    }

    /// The limit for other matters.
    pub fn normal(&self) -> Duration {
        limit(self.normal_minutes, self.normal_hours)
    }
}

fn limit(minutes: Option<u32>, hours: u32) -> Duration {
    minutes.map_or_else(
        || Duration::hours(i64::from(hours)),
        |minutes| Duration::minutes(i64::from(minutes)),
    )
}

words! {
    /// The moment from which the answer clock runs (A13).
    AnswerStart {
        /// Receipt.
        Received = "受理" | "received",
        /// The moment at which it was found not to be answerable at once.
        Classified = "判定" | "classified",
    }
}

words! {
    /// Which hours count for answers (A14).
    AnswerClock {
        /// All of them.
        Calendar = "自然小时" | "calendar",
        /// All hours of workdays.
        WorkingDays = "工作日" | "working_days",
    }
}

words! {
    /// What makes a matter urgent (A15).
    UrgentRule {
        /// That it hinders work.
        AffectsBusiness = "影响业务" | "affects_business",
        /// That it hinders work and must be settled at once.
        Both = "影响业务且需紧急解决" | "both",
    }
}

words! {
    /// The limit of a matter raised to urgent later (A16).
    Reclass {
        /// The earlier of receipt plus the longer limit and change plus the shorter.
        MinOfBoth = "取较早者" | "min_of_both",
        /// Receipt plus the shorter limit.
        FromReceipt = "自受理起" | "from_receipt",
    }
}

words! {
    /// Whether a wait that the customer asked for stops the clocks (A20).
    #[derive(Default)]
    CustomerHold {
        /// If a file proves it.
        #[default]
        DocumentedOnly = "有书面依据时顺延" | "documented_only",
        /// Never.
        None = "不顺延" | "none",
    }
}

words! {
    /// A duty with a limit in time, as a clause promises it.
    ClockDuty {
        /// Response to a fault (clause 3.b).
        Response = "响应" | "response",
        /// Arrival on site (clause 3.c).
        Onsite = "到场" | "onsite",
        /// Answer to an urgent matter (clause 3.1.3).
        UrgentAnswer = "紧急答复" | "urgent_answer",
        /// Answer to another matter (clause 3.1.4).
        NormalAnswer = "一般答复" | "normal_answer",
    }
}

/// Days that are worked or not at this place, beside the State Council's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CalendarRules {
    /// Where local time is that of; the contract's place has no other.
    #[schemars(title = "时区")]
    pub timezone: TimeZone,
    /// Further days off, such as a province's festivals.
    #[schemars(title = "额外放假")]
    pub extra_holidays: Vec<Day>,
    /// Further days worked.
    #[schemars(title = "额外上班")]
    pub extra_workdays: Vec<Day>,
}

fields! { CalendarRules {
    timezone: Nothing,
    extra_holidays: Planned,
    extra_workdays: Planned,
} }

words! {
    /// A time zone.
    #[derive(Default)]
    TimeZone {
        /// UTC+8 all year.
        #[default]
        Shanghai = "Asia/Shanghai" | "CST",
    }
}
