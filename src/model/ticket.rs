//! `data/calls/`, `data/emails/`, `data/faxes/`: users' requests and how they were handled, one
//! record per notice.
//!
//! In: one row of a CSV file, or one YAML record. Out: [`Ticket`], the evidence for every clause
//! with a time limit. The channel is not written in the record: the folder determines it, so that
//! no record can contradict its location.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Moment;
use super::fields::fields;
use super::words::words;

words! {
    /// The channel of a notice.
    #[derive(Default)]
    Channel {
        /// The hotline.
        #[default]
        Phone = "电话" | "phone",
        /// The support mailbox.
        Email = "电子邮件" | "email",
        /// The fax machine.
        Fax = "传真" | "fax",
    }
}

impl Channel {
    /// The record kind of its tickets.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Phone => "call",
            Self::Email => "email",
            Self::Fax => "fax",
        }
    }

    /// The channel whose tickets have this kind.
    pub fn of_kind(kind: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|channel| channel.kind() == kind)
    }
}

words! {
    /// The category of a ticket (`domain.md` §1.6).
    TicketKind {
        /// Something does not work.
        Fault = "故障" | "fault",
        /// A question.
        Question = "咨询" | "question",
        /// A request for something new.
        Request = "需求" | "request",
        /// Dissatisfaction with the service.
        Complaint = "投诉" | "complaint",
        /// Anything else.
        Other = "其他" | "other",
    }
}

words! {
    /// Whether users' work is affected; determines which answer clock runs (A15).
    #[derive(Default)]
    Impact {
        /// It is affected.
        Yes = "是" | "yes",
        /// It is not affected.
        No = "否" | "no",
        /// Not asked: treated as affected.
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
    /// Severity of a fault; the contract has no such levels, so they decide nothing.
    FaultLevel {
        /// System down, or important data lost.
        First = "一级" | "1",
        /// Partly unable to work, or about to be.
        Second = "二级" | "2",
        /// Slower or degraded; important work continues.
        Third = "三级" | "3",
    }
}

words! {
    /// How a ticket was resolved.
    Resolution {
        /// On the telephone.
        Phone = "电话" | "phone",
        /// By remote access to the system.
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
    /// The channel, set from the folder.
    #[serde(skip)]
    pub channel: Channel,
    /// Number of the record, such as `T-20260921-03`.
    #[schemars(title = "记录编号")]
    pub id: String,
    /// When the notice took effect: call connected, mail arrived, fax received (A6).
    #[schemars(title = "受理时间")]
    pub received_at: Moment,
    /// The caller's name.
    #[schemars(title = "来电人")]
    pub caller: Option<String>,
    /// The caller's department.
    #[schemars(title = "科室")]
    pub department: Option<String>,
    /// The caller's number; masked in every output.
    #[schemars(title = "联系电话")]
    pub phone: Option<String>,
    /// Its category.
    #[schemars(title = "问题类别")]
    pub kind: TicketKind,
    /// Whether users' work is affected.
    #[schemars(title = "影响业务")]
    #[serde(default)]
    pub affects_business: Impact,
    /// Whether it must be solved at once; required only if the contract combines both tests (A15).
    #[schemars(title = "需要紧急解决")]
    pub urgent: Option<YesNo>,
    /// Severity of a fault.
    #[schemars(title = "故障等级")]
    pub level: Option<FaultLevel>,
    /// The affected function.
    #[schemars(title = "功能模块")]
    pub module: Option<String>,
    /// The problem in a few words.
    #[schemars(title = "问题摘要")]
    pub subject: String,
    /// The problem in detail.
    #[schemars(title = "问题描述")]
    pub description: Option<String>,
    /// Who received it: a person's id.
    #[schemars(title = "受理人")]
    pub agent: String,
    /// Answered in the same call (clause 3.1.2): no answer clock runs then.
    #[schemars(title = "即时答复")]
    #[serde(default)]
    pub instant: YesNo,
    /// When it was acknowledged automatically.
    #[schemars(title = "自动回复时间")]
    pub auto_replied_at: Option<Moment>,
    /// When a person acknowledged it and started work (A7).
    #[schemars(title = "响应时间")]
    pub responded_at: Option<Moment>,
    /// When it was found that no immediate answer is possible (A13).
    #[schemars(title = "判定时间")]
    pub classified_at: Option<Moment>,
    /// When it was raised to urgent (A16).
    #[schemars(title = "改为紧急时间")]
    pub raised_at: Option<Moment>,
    /// When the caller received a progress report without an answer (A17).
    #[schemars(title = "进展告知时间")]
    pub interim_at: Option<Moment>,
    /// When telephone and remote work proved insufficient (A9).
    #[schemars(title = "远程无效时间")]
    pub remote_failed_at: Option<Moment>,
    /// When it was solved by telephone or remote access (A11).
    #[schemars(title = "远程解决时间")]
    pub remote_resolved_at: Option<Moment>,
    /// When a solution, or a plan with a date, reached the caller (A17).
    #[schemars(title = "答复时间")]
    pub answered_at: Option<Moment>,
    /// When the ticket was closed.
    #[schemars(title = "关闭时间")]
    pub closed_at: Option<Moment>,
    /// How it was resolved.
    #[schemars(title = "解决方式")]
    pub resolution: Option<Resolution>,
    /// The answer given.
    #[schemars(title = "答复内容")]
    pub answer: Option<String>,
    /// The knowledge entry that answers it: its id.
    #[schemars(title = "关联知识")]
    pub knowledge: Option<String>,
    /// True if it gets a page of its own in the hotline record (clause 3.1.5).
    #[schemars(title = "典型问题")]
    #[serde(default)]
    pub typical: YesNo,
    /// The case handed to the development team: its id.
    #[schemars(title = "后端支持编号")]
    pub escalation: Option<String>,
    /// The first notice of the same fault: the clocks run for that ticket, not for this one (A6).
    #[schemars(title = "首次记录编号")]
    pub first_notice: Option<String>,
    /// Start of a wait requested by the customer (A20).
    #[schemars(title = "顺延开始")]
    pub hold_from: Option<Moment>,
    /// End of that wait; absent while it continues.
    #[schemars(title = "顺延结束")]
    pub hold_to: Option<Moment>,
    /// Why the customer requested it.
    #[schemars(title = "顺延原因")]
    pub hold_reason: Option<String>,
    /// The file that proves it; without one the clocks do not stop.
    #[schemars(title = "顺延证据")]
    pub hold_evidence: Option<String>,
    /// A cause outside the service, such as a line fault or a power cut; reported, but it stops no
    /// clock (A21).
    #[schemars(title = "外部原因")]
    pub cause: Option<String>,
    /// Why a time limit was missed.
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
    // A wait may be agreed to end on a future day.
    hold_to: Planned,
    hold_reason: Text,
    hold_evidence: File,
    cause: Text,
    late_reason: Text,
    confirmed: Nothing,
    evidence: File,
} }
