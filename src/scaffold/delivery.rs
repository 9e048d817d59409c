//! The delivery of a report.
//!
//! In: the reports of the contract with their final files, and the deliveries so far. Out: one record that lists the files
//! with their hashes. The period may be followed by the kind of report: `2026Q3-hotline`.

use super::flat::gap;
use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Deliverable, Page, Reason, Refusal, ScaffoldContext, folder, ids};
use crate::model::{Kind, PLACEHOLDER, Side};
use crate::schedule::{Period, find_period};

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let contract = context.contract()?;
    let (report, reason) = match period {
        Some(word) => (named(context, word)?, Reason::Named),
        None => next(context)?,
    };
    let period = find_period(contract, &report.period).ok_or(Refusal::NotOwed)?;
    let name = format!("{}-{}", report.period, report.report);
    let known = context.records.deliveries.iter().map(|delivery| &delivery.record);
    let known = known.filter(|known| known.report == report.report);
    let known: Vec<_> = known.map(|known| (known.id.as_str(), known.period.as_str())).collect();
    let number = match known.is_empty() {
        true => format!("JF-{name}"),
        false => ids::of_period("JF", known.into_iter(), &report.period),
    };
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&number))),
        ("report", FieldValue::Given(report.report.clone())),
        ("period", FieldValue::Given(sheet::value(&report.period))),
        ("files", FieldValue::Below(files(&sheet, report))),
        ("delivered_on", FieldValue::Given(context.day.to_string())),
        ("delivered_by", FieldValue::Given(sheet::value(context.writer()))),
        ("received_by", FieldValue::Example(String::new())),
        ("evidence", FieldValue::Example(format!("[attachments/{}/]", report.period))),
    ];
    let title = format!("{}{}的交付与验收", period.title, report.title);
    let mut head = context.head(&sheet, 2, &title, Some(Side::Vendor));
    let hospital = context.people(Side::Hospital);
    if !hospital.is_empty() {
        head.insert(head.len() - 1, format!("# 接收人、验收人编号：{hospital}"));
    }
    let text = sheet::text(&head, &sheet.lines(fills));
    let path = format!("{}/{}.yaml", folder(kind), ids::file_name(&name));
    Ok(Page { path, text, period: Some((period, reason)) })
}

fn is_delivered(context: &ScaffoldContext<'_>, report: &Deliverable) -> bool {
    let mut delivered = context.records.deliveries.iter().map(|delivery| &delivery.record);
    let path = format!("data/deliveries/{}-{}.yaml", report.period, report.report);
    delivered.any(|known| known.report == report.report && known.period == report.period)
        || (context.exists)(&path)
}

/// The report that the user named; for a period alone, its first undelivered report, those with final files first.
fn named<'m>(context: &ScaffoldContext<'m>, word: &str) -> Result<&'m Deliverable, Refusal> {
    let full = context
        .reports
        .iter()
        .find(|report| format!("{}-{}", report.period, report.report) == word);
    if let Some(report) = full {
        return match is_delivered(context, report) {
            true => Err(Refusal::Exists(format!("data/deliveries/{word}.yaml"))),
            false => Ok(report),
        };
    }
    let of_period: Vec<_> = context.reports.iter().filter(|report| report.period == word).collect();
    if of_period.is_empty() {
        return Err(Refusal::UnknownPeriod { word: word.to_owned(), known: begun(context) });
    }
    let mut open: Vec<_> =
        of_period.iter().copied().filter(|report| !is_delivered(context, report)).collect();
    open.sort_by_key(|report| report.files.is_empty());
    let last = of_period.last().map(|report| report.report.as_str()).unwrap_or_default();
    open.first()
        .copied()
        .ok_or_else(|| Refusal::Exists(format!("data/deliveries/{word}-{last}.yaml")))
}

fn begun(context: &ScaffoldContext<'_>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for report in context.reports {
        if !known.contains(&report.period) {
            known.push(report.period.clone());
        }
    }
    known
}

/// The first undelivered report with final files, else the first one of an ended period.
fn next<'m>(context: &ScaffoldContext<'m>) -> Result<(&'m Deliverable, Reason), Refusal> {
    let contract = context.contract()?;
    let mut open: Vec<(bool, Period, &Deliverable)> = context
        .reports
        .iter()
        .filter(|report| !is_delivered(context, report))
        .filter_map(|report| {
            Some((report.files.is_empty(), find_period(contract, &report.period)?, report))
        })
        .filter(|(_, period, _)| period.is_closed(context.day))
        .collect();
    open.sort_by_key(|(is_unmade, period, _)| (*is_unmade, period.to));
    let first = open.first().map(|(_, _, report)| (*report, Reason::Overdue));
    first.ok_or(Refusal::NothingMissing { next: None })
}

fn files(sheet: &RecordTemplate, report: &Deliverable) -> Vec<Line> {
    let comment = |key: &str| sheet.comment(&["files", key]);
    if report.files.is_empty() {
        return vec![
            Line::plain(
                "  # 尚无正式稿：先运行weibao build --final，文件名和sha256见output/manifest.json。",
            ),
            gap("  - name", comment("name")),
            Line::with(format!("    sha256: {PLACEHOLDER}"), comment("sha256")),
        ];
    }
    let rows = report.files.iter().flat_map(|(name, sha256)| {
        let name = Line::with(format!("  - name: {}", sheet::value(name)), comment("name"));
        [name, Line::with(format!("    sha256: \"{sha256}\""), comment("sha256"))]
    });
    rows.collect()
}
