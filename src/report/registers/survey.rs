//! 满意度访问台账: whom the yearly surveys called, and what it came to.
//!
//! In: the surveys. Out: a row for each number on a list. As in the report, nothing but a number tells the rows apart: neither
//! department nor function, and no answers but the negative ones that are followed up, so that nobody's form can be put together.

use super::Holds::{Count, Id, Moment, Text, Word};
use super::{
    RegisterColumn, RegisterKind, RegisterValue, Rows, column, count, or_dash, or_empty, text,
};
use crate::model::{Attempt, Outcome, Respondent, Survey, YesNo};
use crate::report::kind::ReportContext;
use crate::schedule::{DissatisfiedRespondent, dissatisfied, measures_for, outcome_by};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "survey",
    title: "满意度访问台账",
    description: "满意度调查的受访者，一行一个编号，不含姓名、科室",
    columns: COLUMNS,
    build,
};

const COLUMNS: &[RegisterColumn] = &[
    column("受访者编号", Id),
    column("年度", Id),
    column("调查编号", Id),
    column("调查方式", Word),
    column("联系次数", Count),
    column("首次联系", Moment),
    column("末次联系", Moment),
    column("结果", Word),
    column("计入应访人数", Word),
    column("同意记录", Word),
    column("不满意的回答", Text),
    column("改进措施", Text),
];

fn build(context: &ReportContext<'_>) -> Rows {
    let records = context.records;
    let mut surveys: Vec<_> = records
        .surveys
        .iter()
        .filter(|sourced| sourced.record.started_on.0 <= context.as_of)
        .collect();
    surveys.sort_by_key(|sourced| (sourced.record.started_on, &sourced.record.id));
    let files = surveys.iter().map(|sourced| sourced.location.file);
    let sources =
        files.chain(records.summaries.iter().map(|sourced| sourced.location.file)).collect();
    Rows {
        rows: surveys.into_iter().flat_map(|sourced| rows(context, &sourced.record)).collect(),
        sources,
    }
}

fn rows(context: &ReportContext<'_>, survey: &Survey) -> Vec<Vec<RegisterValue>> {
    let measures = measures_for(context.records, survey);
    let rules = &context.contract.record.survey;
    let dissatisfied = dissatisfied(survey, rules, &measures, context.as_of);
    let row_of = |respondent: &Respondent| {
        let negative = dissatisfied.iter().find(|negative| negative.respondent.id == respondent.id);
        row(context, survey, respondent, negative)
    };
    survey.respondents.iter().map(row_of).collect()
}

fn row(
    context: &ReportContext<'_>,
    survey: &Survey,
    respondent: &Respondent,
    negative: Option<&DissatisfiedRespondent<'_>>,
) -> Vec<RegisterValue> {
    let outcome = outcome_by(survey, respondent, context.as_of);
    let calls = respondent.attempts.iter().filter(|attempt| attempt.at.day() <= context.as_of);
    let calls: Vec<&Attempt> = calls.collect();
    let consent = respondent.consent.filter(|_| outcome == Outcome::Completed);
    let moment = |attempt: &&Attempt| RegisterValue::Moment(attempt.at.0);
    let answers = negative.map(|negative| {
        let or_dash =
            negative.answers.iter().map(|(question, word)| format!("{}：{word}", question.id));
        or_dash.collect::<Vec<_>>().join("；")
    });
    let measures = negative.map(|negative| {
        negative.measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>().join("、")
    });
    vec![
        text(&respondent.id),
        text(&survey.period),
        text(&survey.id),
        text(survey.method.word()),
        count(calls.len()),
        or_empty(calls.first(), moment),
        or_empty(calls.last(), moment),
        text(outcome.word()),
        text(if outcome.is_reachable() { "是" } else { "否" }),
        or_dash(consent.map(YesNo::word)),
        text(answers.unwrap_or_default()),
        text(measures.unwrap_or_default()),
    ]
}
