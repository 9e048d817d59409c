//! Cover and document control, the same for every report.
//!
//! In: contract, period and the facts of a report kind. Out: [`Cover`]. Nothing here depends on the day of the run, except
//! that the report of an open period is a draft as of that day.

use chrono::NaiveDate;

use super::facts::{Cover, DraftReason, Facts};
use super::format::{NOTHING, long_day, short_day};
use super::kind::{Body, ReportContext, ReportKind};
use super::shared;
use crate::schedule::{Period, find_period};
use crate::source::FileId;

/// Fills the cover of a report.
pub(super) fn cover(
    kind: &ReportKind,
    context: &ReportContext<'_>,
    period: &Period,
    body: &Body,
    faulty: &[FileId],
) -> Cover {
    let contract = &context.contract.record;
    let facts = &body.cover;
    let title = kind.title_for(contract);
    let dated = facts.dated.unwrap_or_else(|| period.to.min(context.as_of));
    let name_of = |id: Option<&String>| {
        let person = id.and_then(|id| context.records.person(id));
        person.map_or_else(|| NOTHING.to_owned(), |person| person.name.clone())
    };
    let approved_by = name_of(contract.reporting.approved_by.as_ref());
    let draft = draft(context, period, body, faulty);
    let prefix = contract.reporting.prefix.as_deref().unwrap_or(&contract.number);
    let issued = facts.revisions.last().map_or("V1.0", |revision| revision[0].as_str());
    let version = if draft.is_some() { "草稿" } else { issued };
    Cover {
        kind: kind.id,
        title: title.clone(),
        subtitle: period.title.clone(),
        span: format!("{}—{}", long_day(period.from), long_day(period.to)),
        project: contract.title.clone(),
        contract_number: contract.number.clone(),
        hospital: contract.hospital.name.clone(),
        hospital_short: contract.hospital.short().to_owned(),
        vendor: contract.vendor.name.clone(),
        vendor_short: contract.vendor.short().to_owned(),
        hotline: contract.vendor.hotline.clone().unwrap_or_else(|| NOTHING.to_owned()),
        system: shared::system(context),
        served: facts.served.clone().unwrap_or_else(|| NOTHING.to_owned()),
        number: format!("{prefix}-{}-{}-01", period.id, kind.mark),
        version: version.to_owned(),
        prepared_by: joined(&facts.prepared_by),
        reviewed_by: name_of(contract.reporting.reviewed_by.as_ref()),
        dated: long_day(dated),
        dated_iso: short_day(dated),
        confidentiality: contract.reporting.confidentiality.clone().unwrap_or_default(),
        draft_text: draft.map(|reason| draft_text(reason, context.as_of)).unwrap_or_default(),
        draft,
        revisions: revisions(facts, dated, &approved_by, draft.is_some()),
        approved_by,
        distribution: contract.reporting.distribution.clone(),
        file_name: format!("{}_{title}_{}", period.title, contract.hospital.name),
    }
}

fn draft(
    context: &ReportContext<'_>,
    period: &Period,
    body: &Body,
    faulty: &[FileId],
) -> Option<DraftReason> {
    let concerns =
        |file: &&FileId| body.sources.contains(file) || is_missed(context, period, **file);
    if faulty.iter().any(|file| concerns(&file)) {
        return Some(DraftReason::DataErrors);
    }
    match period.is_closed(context.as_of) {
        false => Some(DraftReason::PeriodOpen),
        true if body.cover.undecided > 0 => Some(DraftReason::Undecided),
        true => body.cover.unfinished.then_some(DraftReason::Unfinished),
    }
}

/// True if a file that this report may need could not be read: a file named after this period or an earlier one, or after
/// no period. Without this, a broken record would be reported as one that does not exist.
fn is_missed(context: &ReportContext<'_>, period: &Period, file: FileId) -> bool {
    if context.records.holds(file) {
        return false;
    }
    let mut words = context.files.path(file).split(['/', '.']);
    let named = words.find_map(|word| find_period(&context.contract.record, word));
    named.is_none_or(|named| named.from <= period.to)
}

fn draft_text(reason: DraftReason, as_of: NaiveDate) -> String {
    match reason {
        DraftReason::PeriodOpen => format!("本期尚未结束，数据统计至{}。", long_day(as_of)),
        DraftReason::Undecided => {
            format!("本期已结束，截至{}尚有时限没有结论，结论确定后重新生成。", long_day(as_of))
        }
        DraftReason::Unfinished => {
            "本期已结束，所依据的调查或总结记录尚未登记结束日期，登记后重新生成。".to_owned()
        }
        DraftReason::DataErrors => "所依据的记录存在数据错误，须更正后重新生成。".to_owned(),
    }
}

fn joined(names: &[String]) -> String {
    if names.is_empty() { NOTHING.to_owned() } else { names.join("、") }
}

/// The versions issued so far; a draft is the last and has no approver.
fn revisions(facts: &Facts, dated: NaiveDate, approved_by: &str, draft: bool) -> Vec<[String; 5]> {
    let row = |version: &str, by: &str, note: &str| {
        let by = by.to_owned();
        [version.to_owned(), short_day(dated), joined(&facts.prepared_by), by, note.to_owned()]
    };
    let known = facts.revisions.iter().cloned();
    let mut rows: Vec<_> = known
        .map(|[version, on, by, note]| [version, on, by, approved_by.to_owned(), note])
        .collect();
    if draft {
        rows.push(row("草稿", NOTHING, "尚未发布"));
    } else if rows.is_empty() {
        rows.push(row("V1.0", approved_by, "首次发布"));
    }
    rows
}
