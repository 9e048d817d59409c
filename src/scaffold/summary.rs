//! The parts of a yearly summary that only people can write.
//!
//! In: earlier summaries, and the measures that are still open. Out: one record with placeholders for its texts; every figure
//! of the report is computed, and none is asked for here.

use super::periods::choose_file;
use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::survey::{listed_gap, measure};
use super::{Page, Refusal, ScaffoldContext, ids};
use crate::model::{Evidence, Kind, Side};
use crate::schedule::{Period, is_done};

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let summaries = &context.records.summaries;
    let is_known = |period: &str| summaries.iter().any(|summary| summary.record.period == period);
    let (period, reason, path) = choose_file(context, kind, Evidence::Summary, period, &is_known)?;
    let known = summaries
        .iter()
        .map(|summary| (summary.record.id.as_str(), summary.record.period.as_str()));
    let copied =
        summaries.last().map(|summary| summary.record.copied_to.as_slice()).unwrap_or_default();
    let copied = if copied.is_empty() {
        FieldValue::Example("[公司总部]".to_owned())
    } else {
        FieldValue::Given(sheet::list(copied.iter().map(String::as_str)))
    };
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&ids::of_period("ZJ", known, &period.id)))),
        ("period", FieldValue::Given(sheet::value(&period.id))),
        ("prepared_by", FieldValue::Given(sheet::value(context.writer()))),
        ("events", FieldValue::Below(events(&sheet))),
        ("revisit", FieldValue::Gap),
        ("measures", FieldValue::Below(measures(context, &sheet, &period))),
        ("plan", FieldValue::Below(vec![listed_gap()])),
        ("copied_to", copied),
        ("evidence", FieldValue::Example(format!("[attachments/{}/]", period.id))),
    ];
    let title = format!("{}服务总结中由人撰写的部分（数字由程序汇总，这里不写）", period.title);
    let head = context.head(&sheet, 2, &title, Some(Side::Vendor));
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path, text, period: Some((period, reason)) })
}

fn events(sheet: &RecordTemplate) -> Vec<Line> {
    let comment = |key: &str| sheet.comment(&["events", key]);
    let mut lines = vec![Line::with("  # - on:", comment("on"))];
    lines.extend(
        ["title", "text", "records"].map(|key| Line::with(format!("  #   {key}:"), comment(key))),
    );
    lines
}

/// Earlier measures that are not done, and an example of a new one.
fn measures(context: &ScaffoldContext<'_>, sheet: &RecordTemplate, period: &Period) -> Vec<Line> {
    let records = context.records;
    let surveys = records.surveys.iter().flat_map(|survey| &survey.record.measures);
    let summaries = records.summaries.iter().flat_map(|summary| &summary.record.measures);
    let open = surveys.chain(summaries).filter(|measure| !is_done(measure, context.day));
    let open = open.map(|measure| {
        let (due, status, text) = (measure.due, measure.status, sheet::one_line(&measure.measure));
        Line::plain(format!("  # #   {}（{due}前，{status}）{text}", measure.id))
    });
    let open: Vec<_> = open.collect();
    let head =
        (!open.is_empty()).then(|| Line::plain("  # # 尚未完成的措施（已有记录，不必重写）："));
    head.into_iter().chain(open).chain(measure(context, sheet, period)).collect()
}
