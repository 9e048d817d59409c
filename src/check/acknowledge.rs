//! Acknowledged deviations.
//!
//! In: diagnostics and the contract's `acknowledged` list. Out: the same diagnostics; those that
//! were reviewed and accepted become notes with the reason. An acknowledgement without a matching
//! deviation is itself reported, because it would hide the next deviation of that name. Data errors
//! cannot be acknowledged; they have to be corrected.

use crate::diagnostic::{Diagnostic, Family, Rule, Severity};
use crate::model::Acknowledgement;

use super::context::Context;

/// An acknowledgement without a matching deviation.
pub(crate) const UNUSED_ACKNOWLEDGEMENT: Rule = Rule::data("unused-acknowledgement");

/// Applies the contract's acknowledgements.
pub(super) fn acknowledge(context: &Context<'_>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let list = &context.contract.record.acknowledged;
    let mut used = vec![false; list.len()];
    let mut result: Vec<_> =
        found.into_iter().map(|diagnostic| set_aside(diagnostic, list, &mut used)).collect();
    // Unknown codes are already reported as unknown references.
    let is_known = |code: &str| context.rules.iter().any(|rule| rule.code.0 == code);
    // A faulty record may hide the matching deviation, so unused acknowledgements are reported only
    // once the records are free of errors.
    let is_faulty = !context.records.faulty.is_empty() || result.iter().any(is_data_error);
    let unused = list
        .iter()
        .enumerate()
        .zip(used)
        .filter(|((_, entry), used)| !is_faulty && !used && is_known(&entry.code));
    result.extend(unused.map(|((index, entry), _)| {
        let location = context.contract.at("acknowledged").at(index).at("code");
        UNUSED_ACKNOWLEDGEMENT
            .at(location)
            .arg("code", entry.code.clone())
            .arg("record", entry.record.clone())
    }));
    result
}

fn set_aside(
    mut diagnostic: Diagnostic,
    list: &[Acknowledgement],
    used: &mut [bool],
) -> Diagnostic {
    let matching = list.iter().position(|entry| {
        diagnostic.rule.family == Family::Service
            && entry.code == diagnostic.rule.code.0
            && entry.record == diagnostic.record
    });
    if let Some(index) = matching {
        used[index] = true;
        diagnostic.rule.severity = Severity::Note;
        return diagnostic.arg("reason", list[index].reason.clone()).hint("hint-acknowledged");
    }
    diagnostic
}

fn is_data_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.rule.family == Family::Data && diagnostic.rule.severity == Severity::Error
}
