//! The reports of a span: their titles, whether they are drafts, and which chapter shows what.
//!
//! In: a report context and a period. Out: one [`ReportIndex`] per report: the same report that is built for its own
//! page, so that a reference names a chapter that exists, and no draft is called final.

use crate::model::report_id;
use crate::report::build::build;
use crate::report::kind::{Places, Report, ReportContext, ReportKind, periods_of};
use crate::schedule::Period;

/// A report of the span.
pub(super) struct ReportIndex {
    pub(super) kind: &'static ReportKind,
    pub(super) period: Period,
    pub(super) title: String,
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

    /// The number of the chapter that contains an anchor.
    pub(super) fn chapter(&self, anchor: &str) -> Option<&str> {
        self.locations.get(anchor).map(String::as_str)
    }
}

/// The reports whose periods end in a period, by kind and time; the acceptance documents themselves are excluded.
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
