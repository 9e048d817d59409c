//! Reports as values: everything a page contains, and nothing about how it looks.
//!
//! In: contract, records, ledger and a period. Out: one [`Report`] per kind and period, whose view is a typed value
//! converted to JSON; the templates of every format print it and compute nothing. Adding a report takes its file and
//! one entry in [`REPORTS`].

mod acceptance;
mod appendix;
mod build;
mod chart;
mod clocks;
mod counts;
mod cover;
mod document;
mod evidence;
mod facts;
mod faq;
mod format;
mod grid;
mod hotline;
mod incidents;
mod index;
mod inspection;
mod json;
mod kind;
mod markdown;
mod method;
mod money;
mod registers;
mod satisfaction;
mod search;
mod shared;
mod summary;
mod verdicts;

use rayon::prelude::*;

use crate::model::{Evidence, report_id};
use crate::schedule::Evaluation;
use crate::source::FileId;

pub use build::build;
#[cfg(test)]
pub(crate) use chart::heat_chart;
pub(crate) use chart::{
    Bar, Bars, Caption, Chart, ColumnSeries, Columns, CountRow, Drawing, Heat, Level, MarkKind,
    Stacked, Tone, Trend, bars_chart, columns_chart, figure, stacked_chart,
};
pub use evidence::is_embeddable;
pub(crate) use facts::{Cover, DraftReason};
pub(crate) use format::duration;
pub(crate) use index::{IndexEntry, IndexFile, IndexRegister, index};
pub(crate) use kind::{Per, Report, ReportContext, ReportKind, periods_of};
pub(crate) use registers::{Holds, Register, RegisterColumn, RegisterValue, registers};

/// Every kind of report.
pub const REPORTS: &[ReportKind] = &[
    ReportKind {
        id: report_id::INSPECTION,
        title: "季度巡检报告",
        mark: "XJ",
        per: Per::Rows,
        shows: &[Evidence::Inspection],
        cites: false,
        build: inspection::build,
    },
    ReportKind {
        id: report_id::HOTLINE,
        title: "用户反馈问题电话记录",
        mark: "DH",
        per: Per::Rows,
        shows: hotline::SHOWS,
        cites: false,
        build: hotline::build,
    },
    ReportKind {
        id: report_id::FAQ,
        title: "常见问题解答列表",
        mark: "WT",
        per: Per::Years,
        shows: faq::SHOWS,
        cites: false,
        build: faq::build,
    },
    ReportKind {
        id: report_id::SATISFACTION,
        title: "满意度调查报告",
        mark: "MY",
        per: Per::Years,
        shows: &[Evidence::Survey],
        cites: false,
        build: satisfaction::build,
    },
    ReportKind {
        id: report_id::ACCEPTANCE,
        title: "履约验收资料",
        mark: "YS",
        per: Per::YearsAndTerm,
        shows: &[Evidence::Overall],
        cites: true,
        build: acceptance::build,
    },
    ReportKind {
        id: report_id::SUMMARY,
        title: "服务总结报告",
        mark: "ZJ",
        per: Per::Years,
        shows: summary::SHOWS,
        cites: false,
        build: summary::build,
    },
];

/// The context from which reports of an evaluation are built, with no report built yet.
pub const fn context<'a>(evaluation: &'a Evaluation<'a>) -> ReportContext<'a> {
    ReportContext { evaluation, kinds: REPORTS, made: &[] }
}

/// Builds every report whose period has begun, by kind and period. `faulty` are files with data errors.
pub(crate) fn all(context: &ReportContext<'_>, faulty: &[FileId]) -> Vec<Report> {
    let contract = &context.contract.record;
    let wanted = REPORTS.iter().flat_map(|kind| {
        periods_of(kind, contract, context.as_of).into_iter().map(move |period| (kind, period))
    });
    let (citing, plain): (Vec<_>, Vec<_>) = wanted.partition(|(kind, _)| kind.cites);
    let plain = plain.into_par_iter();
    let mut made: Vec<_> =
        plain.map(|(kind, period)| build(kind, context, period, faulty)).collect();
    // One after the other, because the documents of the whole term cite those of its years.
    for (kind, period) in citing {
        let report = build(kind, &ReportContext { made: &made, ..*context }, period, faulty);
        made.push(report);
    }
    made.sort_by_key(|report| REPORTS.iter().position(|kind| kind.id == report.kind.id));
    made
}
