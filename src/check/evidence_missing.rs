//! `evidence-missing`: an item was judged and the contract file requires evidence, but none is
//! recorded.

use super::context::Context;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{Inspection, Sourced, Verdict};

/// A result without evidence.
pub(super) const RULE: Rule = Rule::new("evidence-missing", Family::Data, Severity::Warning);

/// Reports judged items without attachment or measured value, and 不适用 without the agreement.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.records.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            let Some(clause) = context.clause(&item.clause) else { continue };
            if !item.evidence.is_empty() || !item.measured.is_empty() {
                continue;
            }
            let diagnostic = RULE
                .at(inspection.at("items").at(at).at("verdict"))
                .record(context.item_record(inspection, &item.clause))
                .arg("clause", item.clause.as_str());
            match (item.verdict, &clause.proof) {
                (Verdict::NotApplicable, _) => found.push(diagnostic.variant("not-applicable")),
                (Verdict::Normal | Verdict::Attention | Verdict::Abnormal, Some(proof))
                    if !names_a_finding(inspection, &item.result) =>
                {
                    let index = context.clause_index(&clause.id);
                    let location = context.contract.at("clauses").at(index).at("proof");
                    found.push(diagnostic.arg("proof", proof.as_str()).related("proof", location));
                }
                _ => {}
            }
        }
    }
}

/// A result that names findings of its own record is proved by them (clause 1.10).
fn names_a_finding(inspection: &Sourced<Inspection>, result: &str) -> bool {
    inspection.record.findings.iter().any(|finding| result.contains(&finding.id))
}
