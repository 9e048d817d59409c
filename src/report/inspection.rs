//! 季度巡检报告: what an inspection found, item by item, against the contract.
//!
//! In: the inspection of a period, its readings, the inspection before it and the chain of findings. Out: the view of
//! `templates/*/inspection.*`. Only records up to this inspection are used, so that a later day never changes it. A period
//! without an inspection still has its report: one that says so.

mod view;

use super::details::details;
use super::document::{Signatures, enclosed};
use super::environment::{environment, scope};
use super::evidence::Appendix;
use super::facts::Facts;
use super::format::{self, NOTHING};
use super::incidents::{self, incidents};
use super::kind::{Body, Places, ReportContext, cadence_of};
use super::shared::{common_sources, names, party, paths, sorted};
use super::{Attached, Chart, method, shared};
use crate::model::{Clause, Evidence, FollowUpStatus, Grade, Inspection, Item, Sourced, Verdict};
use crate::schedule::{
    FindingFollowUp, FindingHistory, Period, State, inspected, open_before, periods, verdict_of,
};
use crate::source::FileId;
use view::{
    Count, Done, FindingRow, FollowUpRow, ItemRow, Missing, MissingRow, Overview, Risk, Section,
    Summary, View,
};

/// Makes the report of a period.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    match context.records.inspection_by(&period.id, context.as_of) {
        Some(inspection) => made(context, period, inspection),
        None => not_made(context, period),
    }
}

fn not_made(context: &ReportContext<'_>, period: &Period) -> Body {
    let rows: Vec<_> = inspection_rows(context, period)
        .map(|row| MissingRow {
            clause: row.clause.id.clone(),
            text: row.clause.text.clone(),
            standard: row.clause.standard.clone().unwrap_or_else(|| NOTHING.to_owned()),
            state: row.state.word(),
            class: row.state.id(),
        })
        .collect();
    let closed = period.is_closed(context.as_of);
    let state = if closed { State::NoEvidence } else { State::NotDue };
    let text = if closed {
        format!(
            "截至报告日期，{}没有可供核对的巡检记录。下列{}项服务内容无履约证据。",
            period.title,
            rows.len()
        )
    } else {
        format!(
            "{}尚未结束，巡检尚未进行。下列{}项服务内容应于{}前完成。",
            period.title,
            rows.len(),
            format::long_day(period.to)
        )
    };
    let sources = common_sources(context, period);
    // 未履行的服务内容 is the only chapter before 口径说明.
    let locations =
        rows.iter().map(|row| (shared::clause_anchor(&row.clause), "1".to_owned())).collect();
    let view = View {
        done: None,
        missing: Some(Missing { headline: state.word().to_owned(), text, rows }),
        notes_number: "2".to_owned(),
        signatures_number: "3".to_owned(),
        signatures: Signatures::of("巡检工程师"),
        notes: method::inspection_notes(context, period),
        enclosed: enclosed(context, &sources),
        sources: paths(context, &sources),
    };
    Body {
        view: serde_json::to_value(view).unwrap_or_default(),
        cover: Facts::default(),
        charts: Vec::new(),
        sources,
        attached: Vec::new(),
        locations,
    }
}

fn made(context: &ReportContext<'_>, period: &Period, inspection: &Sourced<Inspection>) -> Body {
    let mut appendix = Appendix::default();
    let before = before(context, period);
    let mut charts = Vec::new();
    let sections = sections(context, period, inspection, before, &mut appendix, &mut charts);
    let details = sections.iter().flat_map(|section| &section.details);
    let forecast_count = details.map(|detail| detail.forecasts.len()).sum();
    let followups = followups(context, inspection);
    let incidents = incidents(context, inspection, before);
    let done = Done {
        incidents,
        overview: overview(context, inspection),
        summary: summary(context, period, inspection),
        findings: findings(context, inspection),
        followups,
        forecast_count,
        exhibits: appendix.exhibits,
        sections,
    };
    let sources = sources(context, period, inspection, &appendix.attached);
    // 巡检概述, a chapter a section, 问题与改进建议, 上期问题跟踪, and 故障与后端支持 where it is promised.
    let chapters = done.sections.len() + 3 + usize::from(done.incidents.is_some());
    let locations = locations(&done.sections);
    let view = View {
        done: Some(done),
        missing: None,
        notes_number: (chapters + 1).to_string(),
        signatures_number: (chapters + 2).to_string(),
        signatures: Signatures::of("巡检工程师"),
        notes: method::inspection_notes(context, period),
        enclosed: enclosed(context, &sources),
        sources: paths(context, &sources),
    };
    Body {
        view: serde_json::to_value(view).unwrap_or_default(),
        cover: facts(context, inspection),
        charts,
        sources,
        attached: appendix.attached,
        locations,
    }
}

/// In which chapter each item stands: 巡检概述 is the first, then a chapter a section.
fn locations(sections: &[Section]) -> Places {
    let chapters = sections.iter().zip(2..);
    let items = chapters.flat_map(|(section, chapter)| {
        let rows = section.rows.iter();
        rows.map(move |row| (shared::clause_anchor(&row.clause), chapter.to_string()))
    });
    items.collect()
}

fn inspection_rows<'b>(
    context: &'b ReportContext<'_>,
    period: &'b Period,
) -> impl Iterator<Item = &'b crate::schedule::Row<'b>> {
    let rows = context.ledger.of_period(&period.id);
    rows.filter(|row| row.clause.evidence == Evidence::Inspection)
}

fn before<'a>(context: &ReportContext<'a>, period: &Period) -> Option<&'a Sourced<Inspection>> {
    let contract = &context.contract.record;
    let all = periods(contract, cadence_of(contract, &[Evidence::Inspection]));
    let index = all.iter().position(|other| other.id == period.id)?;
    context.records.inspection(&all.get(index.checked_sub(1)?)?.id)
}

fn facts(context: &ReportContext<'_>, inspection: &Sourced<Inspection>) -> Facts {
    let record = &inspection.record;
    let revisions = record.revisions.iter().map(|revision| {
        let by = names(context, std::slice::from_ref(&revision.by)).join("、");
        [revision.version.clone(), format::short_day(revision.on.0), by, revision.note.clone()]
    });
    Facts {
        served: Some(format::span(record.started_at.0, record.finished_at.0)),
        prepared_by: names(context, record.inspectors.get(..1).unwrap_or_default()),
        dated: Some(
            record.revisions.last().map_or(record.finished_at.day(), |revision| revision.on.0),
        ),
        revisions: revisions.collect(),
        ..Facts::default()
    }
}

fn overview(context: &ReportContext<'_>, inspection: &Sourced<Inspection>) -> Overview {
    let contract = &context.contract.record;
    let record = &inspection.record;
    let sections = owed(context).map(|clause| clause.section.as_str());
    let mut titles: Vec<&str> = sections.collect();
    titles.dedup();
    Overview {
        record: record.id.clone(),
        basis: format!(
            "《{}》合同（编号{}）中{}的约定。",
            contract.title,
            contract.number,
            titles.join("、")
        ),
        scope: scope(context),
        served: format::span(record.started_at.0, record.finished_at.0),
        mode: record.mode.word(),
        inspectors: names(context, &record.inspectors),
        accompanied_by: names(context, &record.accompanied_by),
        environment: environment(context),
    }
}

fn owed<'a>(context: &ReportContext<'a>) -> impl Iterator<Item = &'a Clause> {
    inspected(&context.contract.record)
}

/// The word of a verdict with its grade: 异常（严重）.
fn verdict_word(verdict: Verdict, grade: Option<Grade>) -> String {
    match grade {
        Some(grade) if verdict == Verdict::Abnormal => format!("{verdict}（{grade}）"),
        _ => verdict.word().to_owned(),
    }
}

/// The class of a verdict, for styles.
pub(super) const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Normal => "normal",
        Verdict::Attention => "attention",
        Verdict::Abnormal => "abnormal",
        Verdict::Skipped => "skipped",
        Verdict::NotApplicable => "not-applicable",
    }
}

fn item_of<'a>(inspection: &'a Sourced<Inspection>, clause: &Clause) -> Option<&'a Item> {
    inspection.record.items.iter().find(|item| item.clause == clause.id)
}

fn summary(
    context: &ReportContext<'_>,
    period: &Period,
    inspection: &Sourced<Inspection>,
) -> Summary {
    let verdicts: Vec<_> =
        owed(context).map(|clause| (clause, verdict_of(inspection, clause))).collect();
    let counts: Vec<_> = Verdict::ALL
        .iter()
        .map(|verdict| {
            let of = verdicts.iter().filter(|(_, (found, _))| found == verdict);
            let clauses: Vec<_> = of.map(|(clause, _)| clause.id.clone()).collect();
            Count {
                verdict: verdict.word(),
                class: verdict_class(*verdict),
                count: clauses.len(),
                clauses,
            }
        })
        .collect();
    let (verdict, grade) = worst(verdicts.iter().map(|(_, found)| *found));
    let skipped = verdicts.iter().filter(|(_, (verdict, _))| *verdict == Verdict::Skipped).count();
    let owed_count = verdicts.len();
    let late = inspection.record.finished_at.day() > period.to;
    Summary {
        verdict: verdict_word(verdict, grade),
        class: verdict_class(verdict),
        headline: headline(&counts),
        completeness: completeness(owed_count, skipped, late),
        complete: skipped == 0 && !late,
        conclusion: inspection.record.conclusion.clone(),
        owed: owed_count,
        judged: owed_count - skipped,
        counts,
        risks: risks(&verdicts, inspection),
        open_findings: open_findings(context, inspection),
    }
}

/// 异常（严重） before 异常（一般） before 关注 before 未检 before 正常.
fn worst(verdicts: impl Iterator<Item = (Verdict, Option<Grade>)>) -> (Verdict, Option<Grade>) {
    let weight = |(verdict, grade): &(Verdict, Option<Grade>)| match verdict {
        Verdict::NotApplicable => 0,
        Verdict::Normal => 1,
        Verdict::Attention => 3,
        Verdict::Skipped => 2,
        Verdict::Abnormal => 4 + usize::from(*grade == Some(Grade::Severe)),
    };
    verdicts.max_by_key(weight).unwrap_or((Verdict::Skipped, None))
}

fn headline(counts: &[Count]) -> String {
    let parts: Vec<_> = counts
        .iter()
        .filter(|count| count.count > 0)
        .map(|count| format!("{}{}项", count.verdict, count.count))
        .collect();
    parts.join("，")
}

fn completeness(owed: usize, skipped: usize, late: bool) -> String {
    let done = owed - skipped;
    let mut text = format!("应检{owed}项，已检{done}项");
    if skipped > 0 {
        text += &format!("，未检{skipped}项，本期巡检为部分履行");
    }
    if late {
        text += "，巡检在本期结束之后完成，为逾期履行";
    }
    text + "。"
}

fn risks(
    verdicts: &[(&Clause, (Verdict, Option<Grade>))],
    inspection: &Sourced<Inspection>,
) -> Vec<Risk> {
    let noteworthy = verdicts.iter().filter(|(_, (verdict, _))| {
        matches!(verdict, Verdict::Abnormal | Verdict::Attention | Verdict::Skipped)
    });
    noteworthy
        .map(|(clause, (verdict, grade))| Risk {
            clause: clause.id.clone(),
            verdict: verdict_word(*verdict, *grade),
            class: verdict_class(*verdict),
            text: item_of(inspection, clause)
                .map_or_else(|| "巡检记录中没有此项".to_owned(), stated),
            suggestion: suggestions(inspection, &clause.id),
        })
        .collect()
}

/// What the engineer wrote: the result, and the reason where there is one.
fn stated(item: &Item) -> String {
    let reason = item.reason.as_deref().map(|reason| format!("原因：{reason}"));
    let parts: Vec<_> = [Some(item.result.clone()), reason]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    format::or_nothing(&parts.join(" "))
}

fn suggestions(inspection: &Sourced<Inspection>, clause: &str) -> String {
    let findings = inspection.record.findings.iter().filter(|finding| finding.clause == clause);
    let texts: Vec<_> = findings.filter_map(|finding| finding.suggestion.clone()).collect();
    format::or_nothing(&texts.join("；"))
}

fn open_findings(context: &ReportContext<'_>, inspection: &Sourced<Inspection>) -> String {
    let open = open_before(&context.histories, inspection);
    if open.is_empty() {
        return "上期没有遗留问题。".to_owned();
    }
    let with = |status: FollowUpStatus| {
        let links = open.iter().filter_map(|history| history.link_in(inspection));
        links.filter(|link| link.followup.status == status).count()
    };
    let mut text =
        format!("以往遗留问题{}项，本期关闭{}项", open.len(), with(FollowUpStatus::Closed));
    let rest = open.len() - with(FollowUpStatus::Closed);
    if rest > 0 {
        text += &format!("，继续跟踪{rest}项");
    }
    text + "。"
}

fn sections<'a>(
    context: &ReportContext<'a>,
    period: &Period,
    inspection: &'a Sourced<Inspection>,
    before: Option<&'a Sourced<Inspection>>,
    appendix: &mut Appendix,
    charts: &mut Vec<Chart>,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for clause in owed(context) {
        if sections.last().is_none_or(|section| section.title != clause.section) {
            sections.push(Section {
                title: clause.section.clone(),
                rows: Vec::new(),
                details: Vec::new(),
            });
        }
        let Some(section) = sections.last_mut() else { continue };
        section.rows.push(item_row(context, inspection, clause, appendix));
        let described = details(context, clause, inspection, before, period);
        section.details.extend(described.tables);
        charts.extend(described.charts);
    }
    sections
}

fn item_row(
    context: &ReportContext<'_>,
    inspection: &Sourced<Inspection>,
    clause: &Clause,
    appendix: &mut Appendix,
) -> ItemRow {
    let (verdict, grade) = verdict_of(inspection, clause);
    let item = item_of(inspection, clause);
    let evidence = item.map(|item| appendix.refer(&item.evidence, &clause.id, context.records));
    ItemRow {
        clause: clause.id.clone(),
        text: clause.text.clone(),
        method: clause.method.clone().unwrap_or_else(|| NOTHING.to_owned()),
        result: item.map_or_else(|| "巡检记录中没有此项".to_owned(), stated),
        verdict: verdict_word(verdict, grade),
        class: verdict_class(verdict),
        suggestion: suggestions(inspection, &clause.id),
        evidence: evidence.unwrap_or_default(),
    }
}

fn findings(context: &ReportContext<'_>, inspection: &Sourced<Inspection>) -> Vec<FindingRow> {
    let clause = |id: &str| owed(context).find(|clause| clause.id == id);
    let row = |finding: &crate::model::Finding| {
        let found = clause(&finding.clause).map(|clause| verdict_of(inspection, clause));
        let (verdict, grade) = found.unwrap_or((Verdict::Normal, None));
        let advice = verdict == Verdict::Normal;
        FindingRow {
            id: finding.id.clone(),
            clause: finding.clause.clone(),
            problem: finding.problem.clone(),
            grade: if advice { "建议".to_owned() } else { verdict_word(verdict, grade) },
            class: verdict_class(verdict),
            impact: finding.impact.clone().unwrap_or_else(|| NOTHING.to_owned()),
            suggestion: finding.suggestion.clone().unwrap_or_else(|| NOTHING.to_owned()),
            owner: party(context, finding.owner),
            due: finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0)),
        }
    };
    inspection.record.findings.iter().map(row).collect()
}

fn followups(context: &ReportContext<'_>, inspection: &Sourced<Inspection>) -> Vec<FollowUpRow> {
    open_before(&context.histories, inspection)
        .into_iter()
        .map(|history| followup(history, inspection))
        .collect()
}

/// A finding that nobody mentions again still has its row: it says 未跟踪.
fn followup(history: &FindingHistory<'_>, inspection: &Sourced<Inspection>) -> FollowUpRow {
    let link = history.link_in(inspection).map(|link| link.followup);
    let (status, class) = match link.map(|followup| followup.status) {
        Some(status @ FollowUpStatus::Closed) => (status.word(), "normal"),
        Some(status @ FollowUpStatus::InWork) => (status.word(), "attention"),
        Some(status @ FollowUpStatus::Untouched) => (status.word(), "abnormal"),
        None => ("未跟踪", "abnormal"),
    };
    FollowUpRow {
        id: history.finding.id.clone(),
        clause: history.finding.clause.clone(),
        problem: history.finding.problem.clone(),
        due: history.finding.due.map_or_else(|| NOTHING.to_owned(), |day| format::short_day(day.0)),
        action: link.map_or_else(
            || "本期巡检记录中没有跟踪情况".to_owned(),
            |followup| followup.action.clone(),
        ),
        status,
        closed_on: history
            .link_in(inspection)
            .and_then(FindingFollowUp::closed_on)
            .map(format::short_day)
            .unwrap_or_default(),
        class,
    }
}

/// Everything the report is computed from: probes of this period and of those before it, and inspections up to this one.
fn sources(
    context: &ReportContext<'_>,
    period: &Period,
    inspection: &Sourced<Inspection>,
    attached: &[Attached],
) -> Vec<FileId> {
    let records = context.records;
    let mut sources = common_sources(context, period);
    let past = records
        .inspections
        .iter()
        .filter(|other| other.record.started_at <= inspection.record.started_at);
    sources.extend(past.map(|sourced| sourced.location.file));
    let measured = records
        .probes
        .files
        .iter()
        .filter(|file| file.earliest.is_some_and(|sample| sample.at.date() <= period.to));
    sources.extend(measured.map(|file| file.file));
    sources.extend(incidents::sources(context, inspection.record.finished_at.day()));
    sources.extend(attached.iter().map(|attached| attached.file));
    sorted(sources)
}
