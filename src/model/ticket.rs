//! `data/calls/`, `data/emails/`, `data/faxes/`: what users asked and what became of it, one record a notice.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Ticket`], the evidence for every clause with a clock. The channel is
//! not written in the record: the folder says it, so that no record can contradict its place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Moment;
use super::fields::fields;
use super::words::words;

words! {
    /// The way a notice came in.
    #[derive(Default)]
    Channel {
        /// The hotline.
        #[default]
        Phone = "电话" | "phone",
        /// The mailbox for support.
        Email = "电子邮件" | "email",
        /// The fax machine.
        Fax = "传真" | "fax",
    }
}

impl Channel {
    /// The kind of record that its notices are.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Phone => "call",
            Self::Email => "email",
            Self::Fax => "fax",
        }
    }

    /// The channel whose notices are of a kind.
    pub fn of_kind(kind: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|channel| channel.kind() == kind)
    }
}

words! {
    /// What a notice is about (`domain.md` §1.6).
    TicketKind {
        /// Something does not work.
        Fault = "故障" | "fault",
        /// A question.
        Question = "咨询" | "question",
        /// A wish for something new.
        Request = "需求" | "request",
        /// Discontent with the service.
        Complaint = "投诉" | "complaint",
        /// Anything else.
        Other = "其他" | "other",
    }
}

words! {
    /// Whether users' work is hindered; decides which answer clock runs (A15).
    #[derive(Default)]
    Impact {
        /// It is.
        Yes = "是" | "yes",
        /// It is not.
        No = "否" | "no",
        /// Nobody asked: taken as if it were.
        #[default]
        Unknown = "未知" | "unknown",
    }
}

words! {
    /// Yes or no.
    #[derive(Default)]
    YesNo {
        /// Yes.
        Yes = "是" | "yes",
        /// No.
        #[default]
        No = "否" | "no",
    }
}

words! {
    /// How bad a fault is; the contract knows no such levels, so none decides anything.
    FaultLevel {
        /// Down, or important data lost.
        First = "一级" | "1",
        /// Partly unable to work, or about to be.
        Second = "二级" | "2",
        /// Slower or poorer; important work goes on.
        Third = "三级" | "3",
    }
}

words! {
    /// How a matter was settled.
    Resolution {
        /// On the telephone.
        Phone = "电话" | "phone",
        /// From outside, on the system.
        Remote = "远程" | "remote",
        /// On site.
        OnSite = "现场" | "on-site",
        /// By the development team.
        Development = "研发" | "development",
    }
}

/// One notice from a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// The way it came in; the folder says it.
    #[serde(skip)]
    pub channel: Channel,
    /// Number of the record, such as `T-20260921-03`.
    #[schemars(title = "记录编号")]
    pub id: String,
    /// When the notice took effect: call connected, mail arrived, fax received (A6).
    #[schemars(title = "受理时间")]
    pub received_at: Moment,
    /// Who called.
    #[schemars(title = "来电人")]
    pub caller: Option<String>,
    /// The caller's department.
    #[schemars(title = "科室")]
    pub department: Option<String>,
    /// The caller's number; masked in every output.
    #[schemars(title = "联系电话")]
    pub phone: Option<String>,
    /// What it is about.
    #[schemars(title = "问题类别")]
    pub kind: TicketKind,
    /// Whether users' work is hindered.
    #[schemars(title = "影响业务")]
    #[serde(default)]
    pub affects_business: Impact,
    /// Whether it must be settled at once; asked only where the contract joins both tests (A15).
    #[schemars(title = "需要紧急解决")]
    pub urgent: Option<YesNo>,
    /// How bad a fault is.
    #[schemars(title = "故障等级")]
    pub level: Option<FaultLevel>,
    /// The function meant.
    #[schemars(title = "功能模块")]
    pub module: Option<String>,
    /// The matter in a few words.
    #[schemars(title = "问题摘要")]
    pub subject: String,
    /// The matter at length.
    #[schemars(title = "问题描述")]
    pub description: Option<String>,
    /// Who took it: a person's id.
    #[schemars(title = "受理人")]
    pub agent: String,
    /// Answered in the same call (clause 3.1.2): no answer clock runs then.
    #[schemars(title = "即时答复")]
    #[serde(default)]
    pub instant: YesNo,
    /// When a machine acknowledged it.
    #[schemars(title = "自动回复时间")]
    pub auto_replied_at: Option<Moment>,
    /// When a person acknowledged it and began (A7).
    #[schemars(title = "响应时间")]
    pub responded_at: Option<Moment>,
    /// When it was found not to be answerable at once (A13).
    #[schemars(title = "判定时间")]
    pub classified_at: Option<Moment>,
    /// When it was raised to urgent (A16).
    #[schemars(title = "改为紧急时间")]
    pub raised_at: Option<Moment>,
    /// When the caller was told how it stands, without an answer yet (A17).
    #[schemars(title = "进展告知时间")]
    pub interim_at: Option<Moment>,
    /// When telephone and remote work were found not to be enough (A9).
    #[schemars(title = "远程无效时间")]
    pub remote_failed_at: Option<Moment>,
    /// When it was solved by telephone or from outside (A11).
    #[schemars(title = "远程解决时间")]
    pub remote_resolved_at: Option<Moment>,
    /// When a solution, or a plan with a date, reached the caller (A17).
    #[schemars(title = "答复时间")]
    pub answered_at: Option<Moment>,
    /// When the matter was closed.
    #[schemars(title = "关闭时间")]
    pub closed_at: Option<Moment>,
    /// How it was settled.
    #[schemars(title = "解决方式")]
    pub resolution: Option<Resolution>,
    /// What was answered.
    #[schemars(title = "答复内容")]
    pub answer: Option<String>,
    /// The knowledge entry that answers it: its id.
    #[schemars(title = "关联知识")]
    pub knowledge: Option<String>,
    /// Worth a page of its own in the hotline record (clause 3.1.5).
    #[schemars(title = "典型问题")]
    #[serde(default)]
    pub typical: YesNo,
    /// The case handed to the development team: its id.
    #[schemars(title = "后端支持编号")]
    pub escalation: Option<String>,
    /// The first notice of the same fault: its clocks run, this one's do not (A6).
    #[schemars(title = "首次记录编号")]
    pub first_notice: Option<String>,
    /// Start of a wait that the customer asked for (A20).
    #[schemars(title = "顺延开始")]
    pub hold_from: Option<Moment>,
    /// End of that wait; still waiting without it.
    #[schemars(title = "顺延结束")]
    pub hold_to: Option<Moment>,
    /// Why the customer asked for it.
    #[schemars(title = "顺延原因")]
    pub hold_reason: Option<String>,
    /// The file that proves it; without one no clock stops.
    #[schemars(title = "顺延证据")]
    pub hold_evidence: Option<String>,
    /// A cause outside the service, such as a line or a power cut; told, but no clock stops for it (A21).
    #[schemars(title = "外部原因")]
    pub cause: Option<String>,
    /// Why a clock was missed.
    #[schemars(title = "超时原因")]
    pub late_reason: Option<String>,
    /// Whether the caller confirmed the outcome.
    #[schemars(title = "用户确认")]
    pub confirmed: Option<YesNo>,
    /// Files under `data/` that prove it.
    #[schemars(title = "附件")]
    #[serde(default)]
    pub evidence: Vec<String>,
}

fields! { Ticket as Own(id) {
    id: Id(Target::Ticket),
    received_at: Began,
    caller: Text,
    department: Text,
    phone: Phone,
    kind: Nothing,
    affects_business: Nothing,
    urgent: Nothing,
    level: Nothing,
    module: Text,
    subject: Text,
    description: Text,
    agent: Reference(Target::Person),
    instant: Nothing,
    auto_replied_at: Happened,
    responded_at: Happened,
    classified_at: Happened,
    raised_at: Happened,
    interim_at: Happened,
    remote_failed_at: Happened,
    remote_resolved_at: Happened => [resolution],
    answered_at: Happened => [resolution, answer, knowledge],
    closed_at: Happened => [confirmed],
    resolution: Nothing,
    answer: Text,
    knowledge: Reference(Target::Knowledge),
    typical: Nothing,
    escalation: Reference(Target::Escalation),
    first_notice: Reference(Target::Ticket),
    hold_from: Happened => [hold_reason, hold_evidence],
    // A wait may be agreed to end on a day to come.
    hold_to: Planned,
    hold_reason: Text,
    hold_evidence: File,
    cause: Text,
    late_reason: Text,
    confirmed: Nothing,
    evidence: File,
} }
