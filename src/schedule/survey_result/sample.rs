//! A small survey for the tests of this room.
//!
//! In: a line of YAML per person. Out: a survey with three rated questions, an overall and an open
//! one.

use chrono::NaiveDate;

use crate::model::{Day, Survey, SurveyRules};

const HEAD: &str = "
id: MY-2026
period: '2026'
method: 电话
surveyors: [tangruogu]
started_on: 2026-11-16
questions:
  - { id: Q1, text: 稳定吗？ }
  - { id: Q2, text: 好用吗？ }
  - { id: Q3, text: 及时吗？ }
  - { id: Q10, text: 总的来说？, kind: 总体 }
  - { id: Q11, text: 有什么意见？, kind: 开放 }
respondents:
";

pub(super) fn survey(rows: &[String]) -> Survey {
    let rows: String = rows.iter().map(|row| format!("  - {row}\n")).collect();
    serde_saphyr::from_str(&format!("{HEAD}{rows}")).unwrap()
}

/// A respondent who answered on the first day.
pub(super) fn form(id: &str, department: &str, answers: &str) -> String {
    let calls = "[{ at: 2026-11-16 10:00, outcome: 完成 }]";
    format!(
        "{{ id: {id}, department: {department}, outcome: 完成, attempts: {calls}, answers: {{ {answers} }} }}"
    )
}

pub(super) fn rules() -> SurveyRules {
    SurveyRules::default()
}

pub(super) fn day(text: &str) -> NaiveDate {
    Day::parse(text).unwrap().0
}
