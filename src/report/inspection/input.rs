//! The input of the chapters of an inspection report.
//!
//! In: the records and the period. Out: [`InspectionInput`]: the inspection, the one before it, and the entries of an item.

use crate::model::{Clause, Evidence, Grade, Inspection, Item, Sourced, Verdict};
use crate::report::document::Cell;
use crate::report::format;
use crate::report::kind::{ReportContext, cadence_of};
use crate::report::shared::clause_anchor;
use crate::report::verdicts::{verdict_class, verdict_word};
use crate::schedule::{Period, inspected, periods, verdict_of};

/// Input of all chapters.
pub(super) struct InspectionInput<'a, 'm> {
    /// Records and everything computed.
    pub(super) context: &'m ReportContext<'a>,
    pub(super) period: &'m Period,
    pub(super) inspection: &'a Sourced<Inspection>,
    /// The inspection of the period before.
    pub(super) before: Option<&'a Sourced<Inspection>>,
}

impl<'a, 'm> InspectionInput<'a, 'm> {
    /// The input of a period's report; `None` if no inspection was made by the day of the run.
    pub(super) fn new(context: &'m ReportContext<'a>, period: &'m Period) -> Option<Self> {
        let inspection = context.records.inspection_by(&period.id, context.as_of)?;
        Some(Self { context, period, inspection, before: before(context, period) })
    }

    /// The clauses that every inspection must cover, in the order of the contract.
    pub(super) fn owed(&self) -> impl Iterator<Item = &'a Clause> {
        inspected(&self.context.contract.record)
    }

    /// The verdict of an item with its grade.
    pub(super) fn verdict(&self, clause: &Clause) -> (Verdict, Option<Grade>) {
        verdict_of(self.inspection, clause)
    }

    /// The same as a cell.
    pub(super) fn judged(&self, clause: &Clause) -> Cell {
        let (verdict, grade) = self.verdict(clause);
        Cell::judged(verdict_word(verdict, grade), verdict_class(verdict))
    }

    /// The record's entry of an item.
    pub(super) fn item(&self, clause: &Clause) -> Option<&'a Item> {
        self.inspection.record.items.iter().find(|item| item.clause == clause.id)
    }

    /// The engineer's description of an item.
    pub(super) fn result(&self, clause: &Clause) -> String {
        self.item(clause).map_or_else(|| "巡检记录中没有此项".to_owned(), written)
    }

    /// The suggestions for an item.
    pub(super) fn suggestions(&self, clause: &Clause) -> String {
        let findings = self.inspection.record.findings.iter();
        let texts: Vec<_> = findings
            .filter(|finding| finding.clause == clause.id)
            .filter_map(|finding| finding.suggestion.clone())
            .collect();
        format::or_nothing(&texts.join("；"))
    }
}

/// The number of a clause, with a link to its row.
pub(super) fn clause_link(clause: &str) -> Cell {
    Cell::from(clause).to(format!("#{}", clause_anchor(clause)))
}

/// The result, and the reason if there is one.
fn written(item: &Item) -> String {
    let reason = item.reason.as_deref().map(|reason| format!("原因：{reason}"));
    let parts: Vec<_> = [Some(item.result.clone()), reason]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    format::or_nothing(&parts.join(" "))
}

fn before<'a>(context: &ReportContext<'a>, period: &Period) -> Option<&'a Sourced<Inspection>> {
    let contract = &context.contract.record;
    let all = periods(contract, cadence_of(contract, &[Evidence::Inspection]));
    let index = all.iter().position(|other| other.id == period.id)?;
    context.records.inspection(&all.get(index.checked_sub(1)?)?.id)
}
