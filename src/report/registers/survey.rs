//! 满意度访问台账: the people called in the yearly surveys, and the results of the calls.
//!
//! In: the surveys. Out: one row for each number on a list. As in the report, rows are identified only by this number:
//! no department, no function, and no answers except the negative ones that are followed up, so that no one's form can
//! be reconstructed.

use super::table::Holds::{Count, Id, Moment, Text, Word};
use super::table::{
    RegisterKind, RegisterValue, Rows, RowsOf, count, or_empty, text, text_or_empty, yes_or_no,
};
use crate::model::{Attempt, Outcome, Respondent, Survey, YesNo};
use crate::report::kind::ReportContext;
use crate::schedule::{DissatisfiedRespondent, dissatisfied, measures_for, outcome_by};

pub(super) const KIND: RegisterKind = RegisterKind {
    id: "survey",
    title: "满意度访问台账",
    description: "满意度调查的受访者，一行一个编号，不含姓名、科室",
    build,
};

fn build(context: &ReportContext<'_>) -> Rows {
    let records = context.records;
    let mut surveys: Vec<_> = records
        .surveys
        .iter()
        .filter(|sourced| sourced.record.started_on.0 <= context.as_of)
        .collect();
    surveys.sort_by_key(|sourced| (sourced.record.started_on, &sourced.record.id));
    let files = surveys.iter().map(|sourced| sourced.location.file);
    let files = files.chain(records.summaries.iter().map(|sourced| sourced.location.file));
    let sources: Vec<_> = files.collect();
    table(surveys.into_iter().flat_map(|sourced| entries(context, &sourced.record)))
        .based_on(sources)
}

/// A number on the list of a survey.
struct Entry<'a> {
    survey: &'a Survey,
    respondent: &'a Respondent,
    outcome: Outcome,
    /// The calls made by the day of the run.
    calls: Vec<&'a Attempt>,
    /// The negative answers that are followed up.
    dissatisfied: Option<DissatisfiedRespondent<'a>>,
}

fn entries<'a>(context: &ReportContext<'a>, survey: &'a Survey) -> Vec<Entry<'a>> {
    let measures = measures_for(context.records, survey);
    let rules = &context.contract.record.survey;
    let dissatisfied = dissatisfied(survey, rules, &measures, context.as_of);
    let entry = |respondent: &'a Respondent| {
        let calls = respondent.attempts.iter().filter(|attempt| attempt.at.day() <= context.as_of);
        let mut known = dissatisfied.iter();
        Entry {
            survey,
            respondent,
            outcome: outcome_by(survey, respondent, context.as_of),
            calls: calls.collect(),
            dissatisfied: known.find(|known| known.respondent.id == respondent.id).cloned(),
        }
    };
    survey.respondents.iter().map(entry).collect()
}

fn table<'a>(entries: impl Iterator<Item = Entry<'a>>) -> RowsOf<Entry<'a>> {
    let moment = |attempt: &&Attempt| RegisterValue::Moment(attempt.at.0);
    let consent = |entry: &Entry<'_>| {
        entry.respondent.consent.filter(|_| entry.outcome == Outcome::Completed)
    };
    RowsOf::new(entries)
        .column("受访者编号", Id, |entry| text(&entry.respondent.id))
        .column("年度", Id, |entry| text(&entry.survey.period))
        .column("调查编号", Id, |entry| text(&entry.survey.id))
        .column("调查方式", Word, |entry| text(entry.survey.method.word()))
        .column("联系次数", Count, |entry| count(entry.calls.len()))
        .column("首次联系", Moment, |entry| or_empty(entry.calls.first(), moment))
        .column("末次联系", Moment, |entry| or_empty(entry.calls.last(), moment))
        .column("结果", Word, |entry| text(entry.outcome.word()))
        .column("计入应访人数", Word, |entry| yes_or_no(entry.outcome.is_reachable()))
        .column("同意记录", Word, |entry| text_or_empty(consent(entry).map(YesNo::word)))
        .column("不满意的回答", Text, |entry| or_empty(entry.dissatisfied.as_ref(), answers))
        .column("改进措施", Text, |entry| or_empty(entry.dissatisfied.as_ref(), measures))
}

fn answers(dissatisfied: &DissatisfiedRespondent<'_>) -> RegisterValue {
    let answers = dissatisfied.answers.iter();
    let words = answers.map(|(question, word)| format!("{}：{word}", question.id));
    text(words.collect::<Vec<_>>().join("；"))
}

fn measures(dissatisfied: &DissatisfiedRespondent<'_>) -> RegisterValue {
    let ids = dissatisfied.measures.iter().map(|measure| measure.id.as_str());
    text(ids.collect::<Vec<_>>().join("、"))
}
