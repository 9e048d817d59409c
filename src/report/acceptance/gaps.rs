//! The gaps of a clause: each period in which it was not done as required, with the explanation in the records.
//!
//! In: a clause status with its ledger rows. Out: one [`Shortfall`] per period, also where a measured limit was missed
//! and the finding about it is closed: the ledger then counts the period as done, but acceptance still has to know.

use chrono::NaiveDate;

use super::input::AcceptanceInput;
use crate::model::{Evidence, Inspection, Sourced, Verdict};
use crate::report::{format, shared};
use crate::schedule::{
    ClauseStatus, FindingHistory, Judgement, Measurement, Row, State, bound_text, is_settled,
    shown_value,
};

/// A period in which a clause was not done as required.
pub(super) struct Shortfall<'r> {
    pub(super) row: &'r Row<'r>,
    /// True if a measured limit was missed, and the finding about it is closed.
    pub(super) is_remedied: bool,
}

impl Shortfall<'_> {
    /// True if time limits were missed: those are listed ticket by ticket.
    pub(super) fn is_timed(&self) -> bool {
        self.row.attainment.is_some_and(|sum| sum.missed() > 0)
    }

    /// 2026年第一季度超时2项次.
    pub(super) fn summary(&self) -> String {
        let word = match self.row.attainment {
            _ if self.is_remedied => "曾超过限值，已整改".to_owned(),
            Some(sum) if sum.missed() > 0 => format!("超时{}件", sum.missed()),
            _ => self.row.state.word().to_owned(),
        };
        format!("{}{word}", self.row.period.title)
    }
}

/// The gaps of a clause, in chronological order.
pub(super) fn gaps<'a>(
    input: &AcceptanceInput<'a, '_>,
    status: &ClauseStatus<'a>,
) -> Vec<Shortfall<'a>> {
    let rows = status.rows.iter().filter_map(|row| {
        let is_gap = matches!(
            row.state,
            State::DoneLate | State::Partial | State::NoEvidence | State::Deviation
        );
        let is_remedied = !is_gap && !missed(input, row).is_empty();
        (is_gap || is_remedied).then_some(Shortfall { row, is_remedied })
    });
    rows.collect()
}

/// The inspection of a row.
fn inspection<'a>(
    input: &AcceptanceInput<'a, '_>,
    row: &Row<'_>,
) -> Option<&'a Sourced<Inspection>> {
    let of_inspection = row.clause.evidence == Evidence::Inspection;
    let context = input.context;
    of_inspection.then(|| context.records.inspection_by(&row.period.id, context.as_of)).flatten()
}

/// The measurements of a row that missed a limit of the contract.
fn missed<'a>(input: &AcceptanceInput<'a, '_>, row: &Row<'a>) -> Vec<Measurement<'a>> {
    let readings = inspection(input, row)
        .map(|inspection| input.context.evaluator.clause_readings(row.clause, inspection))
        .unwrap_or_default();
    readings.into_iter().filter(|reading| reading.judgement == Judgement::Missed).collect()
}

/// The findings about the clause of a row, raised by its inspection.
fn findings<'a>(input: &AcceptanceInput<'a, '_>, row: &Row<'_>) -> Vec<&'a FindingHistory<'a>> {
    let Some(inspection) = inspection(input, row) else { return Vec::new() };
    let histories = input.context.evaluation.histories.iter();
    let own = histories.filter(|history| {
        history.finding.clause == row.clause.id
            && history.inspection.location.file == inspection.location.file
    });
    own.collect()
}

/// The explanation of a gap in the records.
pub(super) fn explained(input: &AcceptanceInput<'_, '_>, gap: &Shortfall<'_>) -> String {
    let row = gap.row;
    let text = match row.clause.evidence {
        _ if row.state == State::NoEvidence => no_evidence(row),
        Evidence::Inspection => inspected(input, row),
        Evidence::Escalation => open_cases(input, row),
        Evidence::Survey if row.state == State::Deviation => asked_otherwise(input, row),
        Evidence::Roster => format!("应值班{}天，有值班安排的{}天", row.required, row.done),
        Evidence::Channel => "合同登记的服务渠道没有全部登记号码或地址".to_owned(),
        Evidence::Revisit | Evidence::Summary | Evidence::Survey => yearly(row),
        _ => String::new(),
    };
    let invalid = row.attainment.map_or(0, |sum| sum.invalid);
    match text.as_str() {
        "" if invalid > 0 => format!("{invalid}件记录的时间自相矛盾，未作判定"),
        "" => format!("发生{}次，已处理{}次", row.required, row.done),
        _ => text,
    }
}

fn no_evidence(row: &Row<'_>) -> String {
    format!("没有{}可供核对", row.clause.evidence.word())
}

fn yearly(row: &Row<'_>) -> String {
    let records: Vec<_> = row.evidence.iter().map(|proof| proof.record.as_str()).collect();
    let what =
        if row.state == State::DoneLate { "在周期结束之后完成" } else { "尚未完成" };
    format!("{}{what}", records.join("、"))
}

fn asked_otherwise(input: &AcceptanceInput<'_, '_>, row: &Row<'_>) -> String {
    let contract = &input.context.contract.record;
    let surveys = input.context.records.surveys.iter();
    let own = surveys.filter(|survey| survey.record.period == row.period.id);
    let input = own.map(|survey| {
        format!(
            "{}以{}方式进行，合同约定为{}",
            survey.record.id, survey.record.method, contract.survey.method
        )
    });
    input.collect::<Vec<_>>().join("；")
}

fn open_cases(input: &AcceptanceInput<'_, '_>, row: &Row<'_>) -> String {
    let cases = input.context.records.escalations.iter().filter(|case| {
        row.evidence.iter().any(|proof| proof.record == case.record.id)
            && !is_settled(case, input.context.as_of)
    });
    let input: Vec<_> =
        cases.map(|case| format!("{}未解决：{}", case.record.id, case.record.problem)).collect();
    input.join("；")
}

/// Items that were not inspected, with the reason; missed limits, with the value; and an inspection that was late.
fn inspected(input: &AcceptanceInput<'_, '_>, row: &Row<'_>) -> String {
    let Some(inspection) = inspection(input, row) else { return no_evidence(row) };
    let record = &inspection.record;
    let item = record.items.iter().find(|item| item.clause == row.clause.id);
    let mut parts = Vec::new();
    match item {
        None => parts.push("巡检记录中没有此项".to_owned()),
        Some(item) if item.verdict == Verdict::Skipped => {
            let reason = item.reason.as_deref().unwrap_or("记录未写明原因");
            parts.push(format!("{}，原因：{}", item.verdict, reason.trim_end_matches('。')));
        }
        Some(_) => {}
    }
    parts.extend(missed(input, row).iter().map(|reading| {
        let value = reading.sample.map(|sample| shown_value(Some(reading.limit), sample.value));
        let unit = &reading.metric.unit;
        let bound = bound_text(reading.limit, unit);
        format!("{}为{}{unit}，要求{bound}", reading.object.title(), value.unwrap_or_default())
    }));
    if row.state == State::DoneLate {
        parts.push(format!(
            "巡检于{}完成，周期止于{}",
            format::long_day(record.finished_at.day()),
            format::long_day(row.period.to)
        ));
    }
    format!("{}：{}", record.id, parts.join("；"))
}

/// What was done about a gap, according to later inspections.
pub(super) fn remedied(input: &AcceptanceInput<'_, '_>, gap: &Shortfall<'_>) -> String {
    let as_of = input.context.as_of;
    let findings = findings(input, gap.row).into_iter().map(|history| {
        let known =
            history.links.iter().filter(|link| link.inspection.record.started_at.day() <= as_of);
        let links: Vec<_> = known
            .map(|link| {
                let closed = link.closed_on().map(format::short_day).unwrap_or_default();
                let action = link.followup.action.trim_end_matches('。');
                format!(
                    "{action}（{}{closed}，{}）",
                    link.followup.status, link.inspection.record.id
                )
            })
            .collect();
        let links =
            if links.is_empty() { "尚无跟踪记录".to_owned() } else { links.join("；") };
        format!("{}：{links}", history.finding.id)
    });
    let findings: Vec<_> = findings.collect();
    if findings.is_empty() { format::NOTHING.to_owned() } else { findings.join("。") }
}

/// Who reviewed a gap and accepted it, when and why: entries of the contract file that match the record.
pub(super) fn acknowledged(input: &AcceptanceInput<'_, '_>, gap: &Shortfall<'_>) -> String {
    let row = gap.row;
    let proved = |record: &str| row.evidence.iter().any(|proof| proof.record == record);
    // An item of an inspection as acknowledgements name it: XJ-2026Q3/1.5, and after a further slash what was measured.
    let items: Vec<_> =
        row.evidence.iter().map(|proof| format!("{}/{}", proof.record, row.clause.id)).collect();
    let is_item = |record: &str| items.iter().any(|item| item == record);
    let is_reading = |record: &str| {
        items.iter().any(|item| {
            record.strip_prefix(item.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let matches = |code: &str, record: &str| match code {
        "inspection-missing" => {
            row.clause.evidence == Evidence::Inspection && record == row.period.id
        }
        "revisit-missing" => row.clause.evidence == Evidence::Revisit && record == row.period.id,
        "summary-missing" => row.clause.evidence == Evidence::Summary && record == row.period.id,
        "survey-missing" => row.clause.evidence == Evidence::Survey && record == row.period.id,
        "inspection-late" => row.state == State::DoneLate && proved(record),
        "item-not-inspected" => is_item(record),
        "threshold-reached" => is_reading(record),
        "survey-method" | "escalation-open" => proved(record),
        "roster-gap" => {
            let day = record.parse::<NaiveDate>().is_ok_and(|day| row.period.contains(day));
            row.clause.evidence == Evidence::Roster && day
        }
        _ => false,
    };
    entries(input, matches)
}

/// The entries of the contract file that match, in words.
pub(super) fn entries(
    input: &AcceptanceInput<'_, '_>,
    matches: impl Fn(&str, &str) -> bool,
) -> String {
    let list = input.context.contract.record.acknowledged.iter();
    let own = list
        .filter(|entry| matches(&entry.code, &entry.record) && entry.on.0 <= input.context.as_of);
    let words = own.map(|entry| {
        let who = shared::name(input.context, &entry.by);
        format!(
            "{who}于{}确认：{}",
            format::short_day(entry.on.0),
            entry.reason.trim_end_matches('。')
        )
    });
    words.collect::<Vec<_>>().join("；")
}
