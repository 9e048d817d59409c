//! The reports of a span: what they are called, whether they are drafts, and in which chapter they show what.
//!
//! In: material and a period. Out: one [`ReportIndex`] a report: the very report that was made for its own page, so that a reference
//! names the chapter that it has, and none is called final that is a draft.

use crate::model::report_id;
use crate::report::build::build;
use crate::report::kind::{Places, Report, ReportContext, ReportKind, periods_of};
use crate::schedule::Period;

/// A report of the span.
pub(super) struct ReportIndex {
    /// Its kind.
    pub(super) kind: &'static ReportKind,
    /// Its period.
    pub(super) period: Period,
    /// Its title.
    pub(super) title: String,
    /// Its number.
    pub(super) number: String,
    /// True if it is not final.
    pub(super) is_draft: bool,
    locations: Places,
}

impl ReportIndex {
    fn of(report: &Report) -> Self {
        Self {
            kind: report.kind,
            period: report.period.clone(),
            title: report.cover.title.clone(),
            number: report.cover.number.clone(),
            is_draft: report.cover.draft.is_some(),
            locations: report.locations.clone(),
        }
    }

    /// 季度巡检报告（2026年第三季度）.
    pub(super) fn name(&self) -> String {
        format!("{}（{}）", self.title, self.period.title)
    }

    /// The chapter in which something stands.
    pub(super) fn chapter(&self, anchor: &str) -> Option<&str> {
        self.locations.get(anchor).map(String::as_str)
    }
}

/// The reports whose periods end in a period, by kind and time; not the papers themselves.
pub(super) fn report_index(context: &ReportContext<'_>, period: &Period) -> Vec<ReportIndex> {
    let contract = &context.contract.record;
    let faulty: Vec<_> = context.records.faulty.iter().map(|faulty| faulty.file).collect();
    let mut report_index = Vec::new();
    for kind in context.kinds {
        for own in periods_of(kind, contract, context.as_of) {
            let is_longer = own.to - own.from > period.to - period.from;
            let is_itself = kind.id == report_id::ACCEPTANCE && own == *period;
            if is_longer || is_itself || !period.contains(own.to) {
                continue;
            }
            let known = context
                .made
                .iter()
                .find(|report| report.kind.id == kind.id && report.period == own);
            report_index.push(known.map_or_else(
                || ReportIndex::of(&build(kind, context, own.clone(), &faulty)),
                ReportIndex::of,
            ));
        }
    }
    report_index
}
