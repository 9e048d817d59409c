//! What only people can write of a year.
//!
//! In: the summaries before, and the measures that are still open. Out: one record with its texts left open; every figure of the
//! report is computed, and none is asked for here.

use super::periods::choose_file;
use super::sheet::{self, Fill, Line, Sheet};
use super::survey::{listed_gap, measure};
use super::{Material, Page, Refusal, ids};
use crate::model::{Evidence, Kind, Side};
use crate::schedule::{Period, is_done};

pub(super) fn make(
    material: &Material<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let summaries = &material.book.summaries;
    let is_known = |period: &str| summaries.iter().any(|summary| summary.record.period == period);
    let (period, reason, path) = choose_file(material, kind, Evidence::Summary, period, &is_known)?;
    let known = summaries
        .iter()
        .map(|summary| (summary.record.id.as_str(), summary.record.period.as_str()));
    let copied =
        summaries.last().map(|summary| summary.record.copied_to.as_slice()).unwrap_or_default();
    let copied = if copied.is_empty() {
        Fill::Example("[公司总部]".to_owned())
    } else {
        Fill::Given(sheet::list(copied.iter().map(String::as_str)))
    };
    let sheet = Sheet::new(kind);
    let fills = vec![
        ("id", Fill::Given(sheet::value(&ids::of_period("ZJ", known, &period.id)))),
        ("period", Fill::Given(sheet::value(&period.id))),
        ("prepared_by", Fill::Given(sheet::value(material.writer()))),
        ("events", Fill::Below(events(&sheet))),
        ("revisit", Fill::Gap),
        ("measures", Fill::Below(measures(material, &sheet, &period))),
        ("plan", Fill::Below(vec![listed_gap()])),
        ("copied_to", copied),
        ("evidence", Fill::Example(format!("[attachments/{}/]", period.id))),
    ];
    let title = format!("{}服务总结中由人撰写的部分（数字由程序汇总，这里不写）", period.title);
    let head = material.head(&sheet, 2, &title, Some(Side::Vendor));
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path, text, period: Some((period, reason)) })
}

fn events(sheet: &Sheet) -> Vec<Line> {
    let comment = |key: &str| sheet.comment(&["events", key]);
    let mut lines = vec![Line::with("  # - on:", comment("on"))];
    lines.extend(
        ["title", "text", "records"].map(|key| Line::with(format!("  #   {key}:"), comment(key))),
    );
    lines
}

/// What is not done of earlier measures, and an example of a new one.
fn measures(material: &Material<'_>, sheet: &Sheet, period: &Period) -> Vec<Line> {
    let book = material.book;
    let surveys = book.surveys.iter().flat_map(|survey| &survey.record.measures);
    let summaries = book.summaries.iter().flat_map(|summary| &summary.record.measures);
    let open = surveys.chain(summaries).filter(|measure| !is_done(measure, material.day));
    let open = open.map(|measure| {
        let (due, status, text) = (measure.due, measure.status, sheet::one_line(&measure.measure));
        Line::plain(format!("  # #   {}（{due}前，{status}）{text}", measure.id))
    });
    let open: Vec<_> = open.collect();
    let head =
        (!open.is_empty()).then(|| Line::plain("  # # 尚未完成的措施（已有记录，不必重写）："));
    head.into_iter().chain(open).chain(measure(material, sheet, period)).collect()
}
