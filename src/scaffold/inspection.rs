//! The inspection of a period: every item that its clauses require, with what is known about it.
//!
//! In: contract, records and time. Out: one record. Each item has its contract text, method, limits and the values measured
//! by probes as comments; every open finding has its follow-up to be filled in. Nothing is judged here: an item is 未检 until
//! the inspector writes the result.

use chrono::{NaiveDateTime, NaiveTime};

use super::flat::{gap, people_list};
use super::periods::{self, choose};
use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Page, Reason, Refusal, ScaffoldContext, folder, ids};
use crate::model::{
    Clause, Evidence, Kind, Limit, LimitSource, Object, PLACEHOLDER, Side, Verdict,
};
use crate::schedule::{
    Evaluator, FindingHistory, Judgement, Measurement, Period, advise_text, bound_text, histories,
    periods as periods_of, shown_value,
};
use crate::source::minute_text;

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let path = |period: &Period, ending: &str| format!("{}/{}.{ending}", folder(kind), period.id);
    let has_record = |period: &Period| {
        ["yaml", "yml"].iter().any(|ending| (context.exists)(&path(period, ending)))
            || context.records.inspection(&period.id).is_some()
    };
    let (period, reason) = begun_periods(context, period, &has_record)?;
    if has_record(&period) {
        return Err(Refusal::Exists(path(&period, "yaml")));
    }
    let sheet = RecordTemplate::new(kind);
    let title = format!("{}巡检记录", period.title);
    let mut head = context.head(&sheet, 2, &title, Some(Side::Vendor));
    let hospital = context.people(Side::Hospital);
    if !hospital.is_empty() {
        head.insert(head.len() - 1, format!("# 陪同人员编号：{hospital}"));
    }
    let text = sheet::text(&head, &sheet.lines(fills(context, &sheet, &period)?));
    Ok(Page { path: path(&period, "yaml"), text, period: Some((period, reason)) })
}

/// The period that was named, or the first one whose inspection is due.
pub(super) fn begun_periods(
    context: &ScaffoldContext<'_>,
    named: Option<&str>,
    has_record: &dyn Fn(&Period) -> bool,
) -> Result<(Period, Reason), Refusal> {
    let owed = periods::owed(context.contract()?, Evidence::Inspection);
    if owed.is_empty() {
        return Err(Refusal::NotOwed);
    }
    choose(owed, named, context.day, has_record)
}

/// The time up to which samples count for a period: the time of the run, or the end of a period that has ended.
pub(super) fn measured_until(context: &ScaffoldContext<'_>, period: &Period) -> NaiveDateTime {
    let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
    let time = context.time.filter(|_| context.day <= period.to).unwrap_or(end_of_day);
    context.day.min(period.to).and_time(time)
}

fn fills<'k>(
    context: &ScaffoldContext<'_>,
    sheet: &RecordTemplate,
    period: &Period,
) -> Result<Vec<(&'k str, FieldValue)>, Refusal> {
    let inspections = &context.records.inspections;
    let known = inspections
        .iter()
        .map(|sourced| (sourced.record.id.as_str(), sourced.record.period.as_str()));
    Ok(vec![
        ("id", FieldValue::Given(sheet::value(&ids::of_period("XJ", known, &period.id)))),
        ("period", FieldValue::Given(period.id.clone())),
        // If the period has ended, the time of the inspection is unknown: it must not look as if it were today.
        (
            "started_at",
            if period.contains(context.day) {
                FieldValue::Given(context.now())
            } else {
                FieldValue::Gap
            },
        ),
        ("inspectors", FieldValue::Given(people_list(context))),
        ("accompanied_by", FieldValue::Example("[]".to_owned())),
        ("items", FieldValue::Below(items(context, sheet, period)?)),
        ("findings", FieldValue::Below(findings(context, sheet, period))),
        ("followups", FieldValue::Below(followups(context, sheet, period))),
    ])
}

/// The clauses that require an item in a period.
fn owed<'c>(context: &ScaffoldContext<'c>, period: &Period) -> Result<Vec<&'c Clause>, Refusal> {
    let contract = context.contract()?;
    let clauses = contract.clauses.iter().filter(|clause| clause.evidence == Evidence::Inspection);
    Ok(clauses.filter(|clause| periods_of(contract, clause.every).contains(period)).collect())
}

fn items(
    context: &ScaffoldContext<'_>,
    sheet: &RecordTemplate,
    period: &Period,
) -> Result<Vec<Line>, Refusal> {
    let comment = |key: &str| sheet.comment(&["items", key]);
    let evaluator = Evaluator { contract: context.contract()?, records: context.records };
    let mut lines = vec![
        Line::plain(
            "  # 查过的项：verdict改为查到的结论，去掉result前的“# ”写明结果，删去reason一行；",
        ),
        Line::plain(
            "  # 异常要写grade；关注、异常要在findings里写问题和建议；没有查的保留未检，在reason里写明原因。",
        ),
        Line::plain(format!("  #   verdict  {}", comment("verdict"))),
        Line::plain(format!("  #   grade    {}", comment("grade"))),
        Line::plain("  #   evidence 原始输出或截图，放进data/attachments/，写路径"),
    ];
    for clause in owed(context, period)? {
        lines.push(Line::plain(""));
        lines.extend(item(context, &evaluator, clause, period));
    }
    Ok(lines)
}

fn item(
    context: &ScaffoldContext<'_>,
    evaluator: &Evaluator<'_>,
    clause: &Clause,
    period: &Period,
) -> Vec<Line> {
    let folder = format!("attachments/{}/", period.id);
    let mut lines =
        vec![Line::plain(format!("  # {} {}", clause.id, sheet::one_line(&clause.text)))];
    let particulars = [("方法", &clause.method), ("证据要求", &clause.proof)];
    lines.extend(particulars.into_iter().filter_map(|(name, text)| {
        Some(Line::plain(format!("  #   {name}：{}", sheet::one_line(text.as_deref()?))))
    }));
    // The clause is looked up again in the contract, whose lifetime the measurements need.
    let moment = measured_until(context, period);
    let own = evaluator.contract.clauses.iter().find(|known| known.id == clause.id);
    let readings = own.map(|clause| evaluator.readings_at(clause, moment)).unwrap_or_default();
    lines.extend(
        clause.limits.iter().filter_map(|limit| limit_line(evaluator, limit)).map(Line::plain),
    );
    lines.extend(readings.iter().map(|reading| Line::plain(measured(reading, period))));
    lines.push(Line::plain(format!("  - clause: {}", sheet::value(&clause.id))));
    lines.push(Line::plain(format!("    verdict: {}", Verdict::Skipped)));
    lines.push(Line::plain("    # grade:"));
    lines.push(Line::plain("    # result:"));
    lines.push(Line::plain(format!("    reason: {PLACEHOLDER}")));
    lines.extend(by_hand(&readings, period));
    lines.push(Line::plain(format!("    # evidence: [{folder}]")));
    lines
}

fn limit_line(evaluator: &Evaluator<'_>, limit: &Limit) -> Option<String> {
    let metric = evaluator.metric(&limit.metric)?;
    let bound = bound_text(limit, &metric.unit);
    let advised = limit.advise.filter(|_| limit.source != LimitSource::Advisory);
    let advised = advised.map(|_| format!("，关注线{}", advise_text(limit, &metric.unit)));
    Some(format!(
        "  #   限值：{}{bound}（{}）{}",
        metric.title,
        limit.source,
        advised.unwrap_or_default()
    ))
}

/// The value measured for an object in the period, and how it compares with the limit.
fn measured(reading: &Measurement<'_>, period: &Period) -> String {
    let (object, metric) = (name(&reading.object), &reading.metric.title);
    let Some(sample) = reading.sample.filter(|sample| sample.at.date() >= period.from) else {
        return format!("  #   采样：{object} {metric} 本期尚无采样");
    };
    let value = shown_value(Some(reading.limit), sample.value);
    let judged = match reading.judgement {
        Judgement::Missed => "，超出限值",
        Judgement::Advisory => "，已到关注线",
        Judgement::Unjudged => "，仅供参考",
        Judgement::Within | Judgement::Unmeasured => "",
    };
    let at = minute_text(sample.at);
    format!("  #   采样：{object} {metric} {value}{}（{at}）{judged}", reading.metric.unit)
}

/// An object with the asset that it belongs to: every server has a `/`.
fn name(object: &Object<'_>) -> String {
    if object.part.is_empty() {
        object.asset_name.to_owned()
    } else {
        format!("{} {}", object.asset_name, object.part)
    }
}

/// The lines in which to write values that no probe has measured.
fn by_hand(readings: &[Measurement<'_>], period: &Period) -> Vec<Line> {
    let is_old = |reading: &&Measurement<'_>| {
        reading.sample.is_none_or(|sample| sample.at.date() < period.from)
    };
    let rows = readings.iter().filter(is_old).map(|reading| {
        let object = &reading.object;
        let part = if object.part.is_empty() {
            String::new()
        } else {
            format!("object: {}, ", sheet::value(object.part))
        };
        let (asset, metric) = (sheet::value(object.asset), sheet::value(&reading.metric.id));
        Line::plain(format!(
            "    #   - {{ asset: {asset}, metric: {metric}, {part}value: {PLACEHOLDER} }}"
        ))
    });
    let rows: Vec<_> = rows.collect();
    let head = (!rows.is_empty()).then(|| Line::plain("    # measured:"));
    head.into_iter().chain(rows).collect()
}

/// An example in comments, with the next free number.
fn findings(context: &ScaffoldContext<'_>, sheet: &RecordTemplate, period: &Period) -> Vec<Line> {
    let known = || {
        context.records.inspections.iter().flat_map(|sourced| {
            let period = sourced.record.period.as_str();
            sourced.record.findings.iter().map(move |finding| (finding.id.as_str(), period))
        })
    };
    let is_taken = |id: &str| known().any(|(known, _)| known == id) || context.is_unread(id);
    let number = ids::inside_period("F", known(), &period.id, &is_taken);
    let mut lines =
        vec![Line::with(format!("  # - id: {number}"), sheet.comment(&["findings", "id"]))];
    let keys = ["clause", "problem", "impact", "suggestion", "owner", "due"];
    lines.extend(
        keys.map(|key| Line::with(format!("  #   {key}:"), sheet.comment(&["findings", key]))),
    );
    lines
}

/// A follow-up for each finding that is open when the inspection begins.
fn followups(context: &ScaffoldContext<'_>, sheet: &RecordTemplate, period: &Period) -> Vec<Line> {
    let histories = histories(&context.records.inspections);
    let open: Vec<_> =
        histories.iter().filter(|history| is_open(history, context, period)).collect();
    if open.is_empty() {
        return vec![Line::plain("  # # 此前提出的问题均已关闭，本期无须跟踪。")];
    }
    let comment = |key: &str| sheet.comment(&["followups", key]);
    let mut lines = Vec::new();
    for history in open {
        lines.push(Line::plain(""));
        lines.extend(known_so_far(history));
        lines.push(Line::plain(format!("  - finding: {}", sheet::value(&history.finding.id))));
        lines.push(gap("    action", comment("action")));
        lines.push(gap("    status", comment("status")));
        lines.push(Line::with("    # closed_on:", comment("closed_on")));
    }
    lines
}

/// True if a finding was raised in an earlier period and not closed by an earlier inspection.
fn is_open(history: &FindingHistory<'_>, context: &ScaffoldContext<'_>, period: &Period) -> bool {
    let end = measured_until(context, period);
    let closed = history.closed_by().is_some_and(|link| link.inspection.record.started_at.0 <= end);
    history.inspection.record.period != period.id
        && history.inspection.record.started_at.0 <= end
        && !closed
}

fn known_so_far(history: &FindingHistory<'_>) -> Vec<Line> {
    let finding = history.finding;
    let due = finding.due.map(|due| format!("，计划{due}完成")).unwrap_or_default();
    let problem = sheet::one_line(&finding.problem);
    let mut lines = vec![Line::plain(format!(
        "  # {}（{}，{}{due}）{problem}",
        finding.id, finding.clause, finding.owner
    ))];
    let advice = finding.suggestion.as_deref().map(sheet::one_line);
    lines.extend(advice.map(|advice| Line::plain(format!("  #   建议：{advice}"))));
    lines.extend(history.links.last().map(|link| {
        let (period, status) = (&link.inspection.record.period, link.followup.status);
        Line::plain(format!("  #   {period}：{status}，{}", sheet::one_line(&link.followup.action)))
    }));
    lines
}
