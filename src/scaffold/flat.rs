//! A user request (call, e-mail, fax), and an escalation to the development team.
//!
//! In: the records and the time. Out: one record in a file of its own beside the tables, so that nobody has to open a table
//! in which a colleague may be writing.

use chrono::NaiveDate;

use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, folder, ids};
use crate::model::{Channel, Kind, PLACEHOLDER, Side, Sourced, Ticket};

/// Number of open tickets that are suggested.
const SUGGESTED: usize = 8;

/// The channels by kind, with the prefix of the number and the title of a new record.
const CHANNELS: [(&str, Channel, &str, &str); 3] = [
    ("call", Channel::Phone, "T", "热线电话记录"),
    ("email", Channel::Email, "M", "电子邮件记录"),
    ("fax", Channel::Fax, "X", "传真记录"),
];

pub(super) fn ticket(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    refuse_period(period)?;
    let contract = context.contract()?;
    let found = CHANNELS.iter().find(|(id, ..)| *id == kind.id).ok_or(Refusal::NoRecord)?;
    let (_, channel, letters, title) = *found;
    let known = context.records.tickets.iter().filter(|ticket| ticket.record.channel == channel);
    let known = known.map(|ticket| (ticket.record.id.as_str(), ticket.record.received_at.day()));
    let number = number(context, kind, letters, known);
    let now = context.now();
    let mut fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("received_at", FieldValue::Given(sheet::value(&now))),
        // Whether work is hindered decides which limit applies: it is asked, never assumed.
        ("affects_business", FieldValue::Gap),
        ("agent", FieldValue::Given(sheet::value(context.writer()))),
        ("instant", FieldValue::Example("是".to_owned())),
        // Picking up the phone is the response; without a time of day nothing is known.
        ("responded_at", FieldValue::Example(context.time.map(|_| now).unwrap_or_default())),
        ("evidence", FieldValue::Example(format!("[attachments/{number}.txt]"))),
    ];
    if contract.sla.answer.urgent_rule == crate::model::UrgentRule::AffectsBusiness {
        fills.push(("urgent", FieldValue::Absent));
    }
    page(context, kind, &number, title, fills)
}

pub(super) fn escalation(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    refuse_period(period)?;
    context.contract()?;
    let known = context.records.escalations.iter();
    let known = known.map(|case| (case.record.id.as_str(), case.record.opened_at.day()));
    let number = number(context, kind, "E", known);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("opened_at", FieldValue::Given(sheet::value(&context.now()))),
        ("raised_by", FieldValue::Given(sheet::value(context.writer()))),
        ("proposal", FieldValue::Example(format!("attachments/{number}.md"))),
        ("evidence", FieldValue::Example(format!("[attachments/{number}.txt]"))),
    ];
    page(context, kind, &number, "后端支持记录", fills)
}

/// These records are filed under the day on which they arise, so a period is refused.
pub(super) fn refuse_period(period: Option<&str>) -> Result<(), Refusal> {
    period.map_or(Ok(()), |_| Err(Refusal::TakesNoPeriod))
}

/// The next free number of the day.
pub(super) fn number<'k>(
    context: &ScaffoldContext<'_>,
    kind: &Kind,
    letters: &str,
    known: impl Iterator<Item = (&'k str, NaiveDate)>,
) -> String {
    let known: Vec<_> = known.collect();
    let is_taken = |id: &str| {
        known.iter().any(|(known, _)| *known == id)
            || context.is_unread(id)
            || (context.exists)(&path(kind, id))
    };
    // Records of later days say nothing about the numbers of this one.
    let before = known.iter().copied().filter(|(_, of)| *of <= context.day);
    ids::of_day(letters, before, context.day, &is_taken)
}

/// Path of the record with this number.
pub(super) fn path(kind: &Kind, number: &str) -> String {
    format!("{}/{}.yaml", folder(kind), ids::file_name(number))
}

fn page(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    number: &str,
    title: &str,
    fills: Vec<(&str, FieldValue)>,
) -> Result<Page, Refusal> {
    let sheet = RecordTemplate::new(kind);
    let mut head = context.head(&sheet, 2, title, Some(Side::Vendor));
    if kind.id == "escalation" {
        head.splice(head.len() - 1.., open_tickets(context).chain([String::new()]));
    }
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path: path(kind, number), text, period: None })
}

/// The open tickets, as comments: new work most likely belongs to one of them.
pub(super) fn open_tickets<'m>(
    context: &'m ScaffoldContext<'_>,
) -> impl Iterator<Item = String> + 'm {
    let open = |sourced: &&Sourced<Ticket>| {
        let ticket = &sourced.record;
        ticket.closed_at.is_none()
            && ticket.first_notice.is_none()
            && ticket.received_at.day() <= context.day
    };
    let mut open: Vec<_> = context.records.tickets.iter().filter(open).collect();
    open.sort_by_key(|sourced| std::cmp::Reverse(sourced.record.received_at));
    let shown = open.into_iter().take(SUGGESTED).map(|sourced| {
        let ticket = &sourced.record;
        format!("#   {} {}", ticket.id, sheet::one_line(&ticket.subject))
    });
    let shown: Vec<_> = shown.collect();
    let title = (!shown.is_empty()).then(|| "# 尚未关闭的服务记录：".to_owned());
    title.into_iter().chain(shown)
}

/// A list with the author alone, who may still be unknown.
pub(super) fn people_list(context: &ScaffoldContext<'_>) -> String {
    format!("[{}]", sheet::value(context.writer()))
}

/// A placeholder in a nested record, with its comment.
pub(super) fn gap(left: &str, comment: impl Into<String>) -> Line {
    Line::with(format!("{left}: {PLACEHOLDER}"), comment)
}
