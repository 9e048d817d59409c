//! The handing over of a report.
//!
//! In: the reports of the contract with their final files, and what was handed over already. Out: one record that names the files
//! with their hashes. A period may be followed by the report meant: `2026Q3-hotline`.

use super::flat::gap;
use super::sheet::{self, Fill, Line, Sheet};
use super::{Deliverable, Material, Page, Reason, Refusal, folder, ids};
use crate::model::{Kind, PLACEHOLDER, Side};
use crate::schedule::{Period, find_period};

pub(super) fn make(
    material: &Material<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let contract = material.contract()?;
    let (report, reason) = match period {
        Some(word) => (named(material, word)?, Reason::Named),
        None => next(material)?,
    };
    let period = find_period(contract, &report.period).ok_or(Refusal::NotOwed)?;
    let name = format!("{}-{}", report.period, report.report);
    let known = material.book.deliveries.iter().map(|delivery| &delivery.record);
    let known = known.filter(|known| known.report == report.report);
    let known: Vec<_> = known.map(|known| (known.id.as_str(), known.period.as_str())).collect();
    let number = match known.is_empty() {
        true => format!("JF-{name}"),
        false => ids::of_period("JF", known.into_iter(), &report.period),
    };
    let sheet = Sheet::new(kind);
    let fills = vec![
        ("id", Fill::Given(sheet::value(&number))),
        ("report", Fill::Given(report.report.clone())),
        ("period", Fill::Given(sheet::value(&report.period))),
        ("files", Fill::Below(files(&sheet, report))),
        ("delivered_on", Fill::Given(material.day.to_string())),
        ("delivered_by", Fill::Given(sheet::value(material.writer()))),
        ("received_by", Fill::Example(String::new())),
        ("evidence", Fill::Example(format!("[attachments/{}/]", report.period))),
    ];
    let title = format!("{}{}的交付与验收", period.title, report.title);
    let mut head = material.head(&sheet, 2, &title, Some(Side::Vendor));
    let hospital = material.people(Side::Hospital);
    if !hospital.is_empty() {
        head.insert(head.len() - 1, format!("# 接收人、验收人编号：{hospital}"));
    }
    let text = sheet::text(&head, &sheet.lines(fills));
    let path = format!("{}/{}.yaml", folder(kind), ids::file_name(&name));
    Ok(Page { path, text, period: Some((period, reason)) })
}

fn is_delivered(material: &Material<'_>, report: &Deliverable) -> bool {
    let mut delivered = material.book.deliveries.iter().map(|delivery| &delivery.record);
    let path = format!("data/deliveries/{}-{}.yaml", report.period, report.report);
    delivered.any(|known| known.report == report.report && known.period == report.period)
        || (material.exists)(&path)
}

/// The report that a word means: of a period alone, the first that was not handed over, those with final files before others.
fn named<'m>(material: &Material<'m>, word: &str) -> Result<&'m Deliverable, Refusal> {
    let full = material
        .reports
        .iter()
        .find(|report| format!("{}-{}", report.period, report.report) == word);
    if let Some(report) = full {
        return match is_delivered(material, report) {
            true => Err(Refusal::Exists(format!("data/deliveries/{word}.yaml"))),
            false => Ok(report),
        };
    }
    let of_period: Vec<_> =
        material.reports.iter().filter(|report| report.period == word).collect();
    if of_period.is_empty() {
        return Err(Refusal::UnknownPeriod { word: word.to_owned(), known: begun(material) });
    }
    let mut open: Vec<_> =
        of_period.iter().copied().filter(|report| !is_delivered(material, report)).collect();
    open.sort_by_key(|report| report.files.is_empty());
    let last = of_period.last().map(|report| report.report.as_str()).unwrap_or_default();
    open.first()
        .copied()
        .ok_or_else(|| Refusal::Exists(format!("data/deliveries/{word}-{last}.yaml")))
}

fn begun(material: &Material<'_>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for report in material.reports {
        if !known.contains(&report.period) {
            known.push(report.period.clone());
        }
    }
    known
}

/// The first report with final files that was not handed over, else the first of an ended period.
fn next<'m>(material: &Material<'m>) -> Result<(&'m Deliverable, Reason), Refusal> {
    let contract = material.contract()?;
    let mut open: Vec<(bool, Period, &Deliverable)> = material
        .reports
        .iter()
        .filter(|report| !is_delivered(material, report))
        .filter_map(|report| {
            Some((report.files.is_empty(), find_period(contract, &report.period)?, report))
        })
        .filter(|(_, period, _)| period.is_closed(material.day))
        .collect();
    open.sort_by_key(|(is_unmade, period, _)| (*is_unmade, period.to));
    let first = open.first().map(|(_, _, report)| (*report, Reason::Overdue));
    first.ok_or(Refusal::NothingMissing { next: None })
}

fn files(sheet: &Sheet, report: &Deliverable) -> Vec<Line> {
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
