//! 满意度访问台账: whom the yearly surveys called, and what it came to.
//!
//! In: the surveys. Out: a row for each number on a list. As in the report, nothing but a number tells the rows apart: neither
//! department nor function, and no answers but the negative ones that are followed up, so that nobody's form can be put together.

use super::Holds::{Count, Id, Moment, Text, Word};
use super::{
    RegisterColumn, RegisterKind, RegisterValue, Rows, column, count, or_empty, said, text,
};
use crate::model::{Attempt, Outcome, Respondent, Survey, YesNo};
use crate::report::Material;
use crate::schedule::{Negative, measures_for, negatives, outcome_by};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "survey",
    title: "满意度访问台账",
    told: "满意度调查的受访者，一行一个编号，不含姓名、科室",
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

fn build(material: &Material<'_>) -> Rows {
    let book = material.book;
    let mut surveys: Vec<_> =
        book.surveys.iter().filter(|filed| filed.record.started_on.0 <= material.as_of).collect();
    surveys.sort_by_key(|filed| (filed.record.started_on, &filed.record.id));
    let files = surveys.iter().map(|filed| filed.place.file);
    let sources = files.chain(book.summaries.iter().map(|filed| filed.place.file)).collect();
    Rows {
        rows: surveys.into_iter().flat_map(|filed| rows(material, &filed.record)).collect(),
        sources,
    }
}

fn rows(material: &Material<'_>, survey: &Survey) -> Vec<Vec<RegisterValue>> {
    let measures = measures_for(material.book, survey);
    let rules = &material.contract.record.survey;
    let negatives = negatives(survey, rules, &measures, material.as_of);
    let row_of = |respondent: &Respondent| {
        let negative = negatives.iter().find(|negative| negative.respondent.id == respondent.id);
        row(material, survey, respondent, negative)
    };
    survey.respondents.iter().map(row_of).collect()
}

fn row(
    material: &Material<'_>,
    survey: &Survey,
    respondent: &Respondent,
    negative: Option<&Negative<'_>>,
) -> Vec<RegisterValue> {
    let outcome = outcome_by(survey, respondent, material.as_of);
    let calls = respondent.attempts.iter().filter(|attempt| attempt.at.day() <= material.as_of);
    let calls: Vec<&Attempt> = calls.collect();
    let consent = respondent.consent.filter(|_| outcome == Outcome::Completed);
    let moment = |attempt: &&Attempt| RegisterValue::Moment(attempt.at.0);
    let answers = negative.map(|negative| {
        let said =
            negative.answers.iter().map(|(question, word)| format!("{}：{word}", question.id));
        said.collect::<Vec<_>>().join("；")
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
        said(consent.map(YesNo::word)),
        text(answers.unwrap_or_default()),
        text(measures.unwrap_or_default()),
    ]
}
