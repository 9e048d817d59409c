//! `verdict-contradicts-probe`: an item's verdict is milder than its measured values, or stricter
//! without a reason.

use super::context::Context;
use super::reading::{diagnostic_at, worst};
use crate::diagnostic::{Diagnostic, Diagnostics, Family, Rule, Severity};
use crate::model::{Clause, Inspection, Item, Sourced, Verdict};
use crate::schedule::verdict_owed;

/// A verdict that contradicts the measured values.
pub(super) const RULE: Rule = Rule::data("verdict-contradicts-probe");

/// A stricter verdict may have reasons that no probe measures, so it is only a warning.
const HARSHER: Rule = Rule::new(RULE.code.0, Family::Data, Severity::Warning);

/// Compares the verdict of every judged item with the verdict that its measurements require.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in context.sound_inspections() {
        for (at, item) in inspection.record.items.iter().enumerate() {
            if let Some(clause) = context.clause(&item.clause) {
                found.extend(compare(context, inspection, at, item, clause));
            }
        }
    }
}

fn compare(
    context: &Context<'_>,
    inspection: &Sourced<Inspection>,
    at: usize,
    item: &Item,
    clause: &Clause,
) -> Option<Diagnostic> {
    // The context outlives the run; the measurements live only as long as this comparison.
    let readings = context.clause_readings(clause, inspection);
    let owed = verdict_owed(&readings)?;
    let rule = match item.verdict {
        Verdict::Normal | Verdict::Attention if item.verdict < owed => RULE,
        Verdict::Attention | Verdict::Abnormal if owed == Verdict::Normal => HARSHER,
        _ => return None,
    };
    let diagnostic = rule
        .at(inspection.at("items").at(at).at("verdict"))
        .record(context.item_record(inspection, &item.clause))
        .arg("clause", item.clause.as_str())
        .arg("verdict", item.verdict.word())
        .arg("owed", owed.word());
    if rule == HARSHER {
        let has_finding =
            inspection.record.findings.iter().any(|finding| finding.clause == item.clause);
        let diagnostic = diagnostic.variant("harsher").clause(context.clause_location(&clause.id));
        return (!has_finding).then_some(diagnostic);
    }
    let reading = worst(&readings)?;
    Some(diagnostic_at(context, diagnostic, reading))
}
