//! The yearly survey: its questionnaire and the respondents to be called.
//!
//! In: earlier surveys, the people and the contract's rules. Out: one record. Questions and respondents are those of the last
//! survey, so that years can be compared; a first survey gets the usual questions and the hospital's people.

use super::periods::choose_file;
use super::sheet::{self, FieldValue, Line, RecordTemplate};
use super::{Page, Refusal, ScaffoldContext, ids};
use crate::model::{
    Contract, Evidence, Kind, Outcome, PLACEHOLDER, Question, QuestionKind, Side, Sourced, Survey,
    VisitPurpose,
};
use crate::schedule::Period;

/// Rated questions, each with what it measures.
const RATED: [(&str, &str); 9] = [
    ("您对系统运行的稳定性是否满意？", "系统稳定性"),
    ("您对系统的功能和易用程度是否满意？", "功能与易用"),
    ("您对系统处理业务的速度是否满意？", "处理速度"),
    ("您报告问题时，对接通和受理情况是否满意？", "受理渠道"),
    ("报告问题后，您对响应的及时程度是否满意？", "响应及时"),
    ("您对服务人员的技术能力、一次解决问题的情况是否满意？", "技术能力"),
    ("您对服务人员的态度是否满意？", "服务态度"),
    ("您对问题解决的效果是否满意？", "解决效果"),
    ("您对定期巡检、到期提醒等主动服务是否满意？", "主动服务"),
];

/// Questions that are answered in free words.
const OPEN: [&str; 3] =
    ["您认为最需要改进的是什么？", "您还有什么新的需求？", "系统上线以来，您操作起来感受如何？"];

pub(super) fn make(
    context: &ScaffoldContext<'_>,
    kind: &'static Kind,
    period: Option<&str>,
) -> Result<Page, Refusal> {
    let contract = context.contract()?;
    let surveys = &context.records.surveys;
    let is_known = |period: &str| surveys.iter().any(|survey| survey.record.period == period);
    let (period, reason, path) = choose_file(context, kind, Evidence::Survey, period, &is_known)?;
    let before = surveys.iter().filter(|survey| survey.record.started_on.0 <= context.day);
    let before = before.max_by_key(|survey| survey.record.started_on);
    let known =
        surveys.iter().map(|survey| (survey.record.id.as_str(), survey.record.period.as_str()));
    let sheet = RecordTemplate::new(kind);
    let fills = vec![
        ("id", FieldValue::Given(sheet::value(&ids::of_period("MY", known, &period.id)))),
        ("period", FieldValue::Given(sheet::value(&period.id))),
        ("method", FieldValue::Given(contract.survey.method.word().to_owned())),
        (
            "surveyors",
            FieldValue::Given(format!("[{}]", sheet::value(&surveyor(context, before, &period)))),
        ),
        (
            "started_on",
            if period.contains(context.day) {
                FieldValue::Given(context.day.to_string())
            } else {
                FieldValue::Gap
            },
        ),
        ("population", FieldValue::Gap),
        ("questions", FieldValue::Below(questions(contract, before))),
        ("respondents", FieldValue::Below(respondents(context, &sheet, before))),
        ("measures", FieldValue::Below(measure(context, &sheet, &period))),
        ("evidence", FieldValue::Example(format!("[attachments/{}/]", period.id))),
    ];
    let title = format!("{}满意度调查", period.title);
    let head = context.head(&sheet, 2, &title, Some(Side::Vendor));
    let text = sheet::text(&head, &sheet.lines(fills));
    Ok(Page { path, text, period: Some((period, reason)) })
}

/// A person who did not serve in the year: the author, or the surveyor of the last survey.
fn surveyor(
    context: &ScaffoldContext<'_>,
    before: Option<&Sourced<Survey>>,
    period: &Period,
) -> String {
    let records = context.records;
    let served = |id: &str| {
        let took = records.tickets.iter().any(|ticket| {
            ticket.record.agent == id && period.contains(ticket.record.received_at.day())
        });
        took || records.visits.iter().any(|visit| {
            let visit = &visit.record;
            visit.purpose == VisitPurpose::OnSite
                && period.contains(visit.arrived_at.day())
                && visit.engineers.iter().any(|engineer| engineer == id)
        })
    };
    let last = before.into_iter().flat_map(|survey| &survey.record.surveyors).map(String::as_str);
    let mut people = context.person.map(|person| person.id.as_str()).into_iter().chain(last);
    people.find(|id| records.person(id).is_some() && !served(id)).unwrap_or(PLACEHOLDER).to_owned()
}

fn questions(contract: &Contract, before: Option<&Sourced<Survey>>) -> Vec<Line> {
    if let Some(before) = before {
        return before.record.questions.iter().map(question).collect();
    }
    let row = |number: usize, text: String, dimension: Option<&str>, kind: QuestionKind| {
        let (id, dimension) = (format!("Q{number}"), dimension.map(str::to_owned));
        question(&Question { id, text, dimension, kind, weight: None })
    };
    let rated = RATED.iter().map(|(text, of)| ((*text).to_owned(), Some(*of), QuestionKind::Rated));
    let overall = format!("总的来说，您对{}的维护服务是否满意？", contract.system.name);
    let overall = std::iter::once((overall, Some("总体评价"), QuestionKind::Overall));
    let open = OPEN.iter().map(|text| ((*text).to_owned(), None, QuestionKind::Open));
    let all = rated.chain(overall).chain(open).enumerate();
    all.map(|(at, (text, of, kind))| row(at + 1, text, of, kind)).collect()
}

fn question(question: &Question) -> Line {
    let mut pairs = vec![
        format!("id: {}", sheet::value(&question.id)),
        format!("text: {}", sheet::value(&question.text)),
    ];
    pairs
        .extend(question.dimension.as_deref().map(|of| format!("dimension: {}", sheet::value(of))));
    pairs
        .extend((question.kind != QuestionKind::Rated).then(|| format!("kind: {}", question.kind)));
    pairs.extend(question.weight.map(|weight| format!("weight: {weight}")));
    Line::plain(format!("  - {{ {} }}", pairs.join(", ")))
}

/// Respondents of the last survey who can still be reached, or the hospital's people; all are still to be called.
fn respondents(
    context: &ScaffoldContext<'_>,
    sheet: &RecordTemplate,
    before: Option<&Sourced<Survey>>,
) -> Vec<Line> {
    let comment = |key: &str| sheet.comment(&["respondents", key]);
    let mut lines = vec![
        Line::plain("  # 打通一位，把outcome改为结果，并补上："),
        Line::plain("  #   attempts: [{ at: 2026-12-01 10:20, outcome: 完成 }]"),
        Line::plain("  #   consent: 是"),
        Line::plain("  #   answers: { Q1: 满意 }"),
        Line::plain("  #   comments: { Q11: 受访人的原话 }"),
        Line::plain(format!("  # outcome为{}", comment("outcome"))),
    ];
    let known = before.into_iter().flat_map(|survey| &survey.record.respondents);
    let known = known.filter(|respondent| respondent.outcome.is_reachable());
    let known =
        known.map(|one| (one.person.as_deref(), one.department.as_str(), one.role.as_deref()));
    let mut people: Vec<_> = known.collect();
    if before.is_none() {
        let listed = context.records.people.iter().flat_map(|people| &people.record.people);
        let listed = listed.filter(|person| person.side == Side::Hospital);
        people.extend(listed.map(|person| {
            let department = person.department.as_deref().unwrap_or(PLACEHOLDER);
            (Some(person.id.as_str()), department, Some(person.role.as_str()))
        }));
    }
    if people.is_empty() {
        people.push((None, PLACEHOLDER, None));
    }
    for (at, (person, department, role)) in people.into_iter().enumerate() {
        let mut pairs = vec![format!("id: S{:02}", at + 1)];
        pairs.extend(person.map(|person| format!("person: {}", sheet::value(person))));
        pairs.push(format!("department: {}", sheet::value(department)));
        pairs.extend(role.map(|role| format!("role: {}", sheet::value(role))));
        pairs.push(format!("outcome: {}", Outcome::Pending));
        let mut pairs = pairs.into_iter();
        lines.extend(pairs.next().map(|first| Line::plain(format!("  - {first}"))));
        lines.extend(pairs.map(|pair| Line::plain(format!("    {pair}"))));
    }
    lines
}

/// An example of a measure in comments, with the next free number.
pub(super) fn measure(
    context: &ScaffoldContext<'_>,
    sheet: &RecordTemplate,
    period: &Period,
) -> Vec<Line> {
    let records = context.records;
    let surveys =
        records.surveys.iter().map(|sourced| (&sourced.record.period, &sourced.record.measures));
    let summaries =
        records.summaries.iter().map(|sourced| (&sourced.record.period, &sourced.record.measures));
    let known: Vec<_> = surveys
        .chain(summaries)
        .flat_map(|(period, measures)| {
            measures.iter().map(move |measure| (measure.id.as_str(), period.as_str()))
        })
        .collect();
    let is_taken = |id: &str| known.iter().any(|(known, _)| *known == id) || context.is_unread(id);
    let number = ids::inside_period("M", known.iter().copied(), &period.id, &is_taken);
    let comment = |key: &str| sheet.comment(&["measures", key]);
    let mut lines = vec![Line::with(format!("  # - id: {number}"), comment("id"))];
    let keys = ["problem", "measure", "owner", "due", "status", "answers"];
    lines.extend(keys.map(|key| Line::with(format!("  #   {key}:"), comment(key))));
    lines
}

/// A placeholder in a list of texts.
pub(super) fn listed_gap() -> Line {
    Line::plain(format!("  - {PLACEHOLDER}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scaffold::flat::gap;

    #[test]
    fn a_gap_is_a_line_of_a_list() {
        assert_eq!(
            sheet::text(&[], &[listed_gap(), gap("  - text", "")]),
            "  - 待填写\n  - text: 待填写\n"
        );
    }
}
