//! `abnormal-without-grade`: 异常 without 一般 or 严重, or a grade where nothing is abnormal.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Rule};
use crate::model::Verdict;

/// A verdict and a grade that contradict each other.
pub(super) const RULE: Rule = Rule::data("abnormal-without-grade");

/// Compares verdict and grade of every item.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let location = inspection.at("items").at(at);
            let diagnostic = match (item.verdict, item.grade) {
                (Verdict::Abnormal, None) => RULE.at(location.at("verdict")),
                (verdict, Some(grade)) if verdict != Verdict::Abnormal => {
                    let diagnostic = RULE.at(location.at("grade")).variant("not-abnormal");
                    diagnostic.arg("grade", grade.word()).arg("verdict", verdict.word())
                }
                _ => continue,
            };
            let record = context.item_record(inspection, &item.clause);
            found.push(diagnostic.record(record).arg("clause", item.clause.as_str()));
        }
    }
}
