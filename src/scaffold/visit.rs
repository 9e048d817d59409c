//! A visit for a ticket, and the yearly revisit.
//!
//! In: the records, the time, and for a revisit its year. Out: one record. Without a year it is work on site; a year that
//! requires a revisit makes it one, with an interview to be filled in and the customers' open requests of the year before.

use super::flat::{self, gap, people_list};
use super::periods::{self, choose};
use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, folder, ids};
use crate::model::{Evidence, FollowUpStatus, Kind, Side, Visit, VisitPurpose};
use crate::schedule::Period;

/// Keys that only a revisit has.
const OF_REVISITS: [&str; 4] = ["period", "method", "interviews", "requests"];

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    match period {
        Some(period) => revisit(context, kind, period),
        None => on_site(context, kind),
    }
}

fn of_purpose<'m>(
    context: &ScaffoldContext<'m>,
    purpose: VisitPurpose,
) -> impl Iterator<Item = &'m Visit> {
    let visits = context.records.visits.iter().map(|visit| &visit.record);
    visits.filter(move |visit| visit.purpose == purpose)
}

fn on_site(context: &ScaffoldContext<'_>, kind: &'static Kind) -> Result<Page, Refusal> {
    context.contract()?;
    let known = of_purpose(context, VisitPurpose::OnSite);
    let known = known.map(|visit| (visit.id.as_str(), visit.arrived_at.day()));
    let number = flat::number(context, kind, "V", known);
    let sheet = RecordTemplate::new(kind);
    let mut fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("purpose", FieldValue::Given(VisitPurpose::OnSite.word().to_owned())),
        ("ticket", FieldValue::Gap),
        ("engineers", FieldValue::Given(people_list(context))),
        ("evidence", FieldValue::Example(format!("[attachments/{number}.jpg]"))),
    ];
    fills.extend(OF_REVISITS.map(|key| (key, FieldValue::Absent)));
    let mut head = context.head(&sheet, 2, "现场服务记录", Some(Side::Vendor));
    head.splice(head.len() - 1.., flat::open_tickets(context).chain([String::new()]));
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path: flat::path(kind, &number), text, period: None })
}

fn revisit(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    named: &str,
) -> Result<Page, Refusal> {
    let owed = periods::owed(context.contract()?, Evidence::Revisit);
    if owed.is_empty() {
        return Err(Refusal::NotOwed);
    }
    let (period, reason) = choose(owed, Some(named), context.day, &|_| false)?;
    let known = of_purpose(context, VisitPurpose::Revisit);
    let known = known.filter_map(|visit| Some((visit.id.as_str(), visit.period.as_deref()?)));
    let number = ids::of_period("HF", known, &period.id);
    if of_purpose(context, VisitPurpose::Revisit).any(|visit| visit.id == number) {
        return Err(Refusal::Exists(format!("{number} ({}/)", folder(kind))));
    }
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("purpose", FieldValue::Given(VisitPurpose::Revisit.word().to_owned())),
        ("ticket", FieldValue::Absent),
        ("engineers", FieldValue::Given(people_list(context))),
        ("period", FieldValue::Given(sheet::value(&period.id))),
        ("method", FieldValue::Gap),
        ("interviews", FieldValue::Below(interview(&sheet))),
        ("requests", FieldValue::Below(requests(context, &sheet, &period))),
    ];
    let title = format!("{}回访记录", period.title);
    let head = context.head(&sheet, 2, &title, Some(Side::Vendor));
    let text = sheet::text(&head, &sheet.lines(fills));
    let path = format!("{}/revisit-{}.yaml", folder(kind), ids::file_name(&period.id));
    Ok(Page { path, text, period: Some((period, reason)) })
}

fn interview(sheet: &RecordTemplate) -> Vec<Line> {
    let comment = |key: &str| sheet.comment(&["interviews", key]);
    let optional = |key: &str| Line::with(format!("    # {key}:"), comment(key));
    let mut lines = vec![gap("  - department", comment("department"))];
    lines.extend(["person", "role", "at"].map(optional));
    lines.extend(["suggestion", "impression"].map(|key| gap(&format!("    {key}"), comment(key))));
    lines
}

/// An example in comments, and earlier requests of customers that are not done.
fn requests(context: &ScaffoldContext<'_>, sheet: &RecordTemplate, period: &Period) -> Vec<Line> {
    let before = || of_purpose(context, VisitPurpose::Revisit).flat_map(|visit| &visit.requests);
    let open: Vec<_> =
        before().filter(|request| request.status != Some(FollowUpStatus::Closed)).collect();
    let numbers = of_purpose(context, VisitPurpose::Revisit).flat_map(|visit| {
        let period = visit.period.as_deref().unwrap_or_default();
        visit.requests.iter().map(move |request| (request.id.as_str(), period))
    });
    let is_taken = |id: &str| before().any(|request| request.id == id);
    let number = ids::inside_period("R", numbers, &period.id, &is_taken);
    let mut lines = Vec::new();
    if !open.is_empty() {
        lines.push(Line::plain("  # # 此前的建议与需求中尚未关闭的："));
        lines.extend(open.into_iter().map(|request| {
            let status = request.status.map_or("", FollowUpStatus::word);
            Line::plain(
                format!("  # #   {} {} {status}", request.id, sheet::one_line(&request.text))
                    .trim_end(),
            )
        }));
    }
    lines.push(Line::with(format!("  # - id: {number}"), sheet.comment(&["requests", "id"])));
    let keys = ["kind", "text", "department", "handling", "status"];
    lines.extend(
        keys.map(|key| Line::with(format!("  #   {key}:"), sheet.comment(&["requests", key]))),
    );
    lines
}
