//! Reports as values: everything a page says, and nothing of how it looks.
//!
//! In: contract, records, ledger and a period. Out: one [`Report`] a kind and period, whose view is a typed value turned into
//! JSON; templates of every format are drawn from it and compute nothing. Adding a report is its file and
//! one entry in [`REPORTS`].

mod acceptance;
mod chart;
mod clocks;
mod counts;
mod cover;
mod document;
mod evidence;
mod faq;
mod format;
mod grid;
mod hotline;
mod incidents;
mod index;
mod inspection;
mod json;
mod markdown;
mod method;
mod money;
mod registers;
mod satisfaction;
mod search;
mod shared;
mod summary;
mod verdicts;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::model::{Cadence, Contract, Evidence, Records, Sourced};
use crate::schedule::{
    AlternativeInterpretations, Evaluation, Evaluator, FindingHistory, Foundation, Ledger, Period,
    Service, periods, row_cadence, term_period,
};
use crate::source::{FileId, Files, masked};

use json::as_json;

pub use chart::{
    Bar, Bars, Caption, Chart, ColumnSeries, Columns, CountRow, Drawing, Heat, Level, Line, Mark,
    MarkKind, Stacked, Table, Tone, Trend, bars_chart, columns_chart, figure, heat_chart,
    stacked_chart,
};
pub use cover::{Cover, DraftReason};
pub use evidence::is_embeddable;
pub use index::{IndexEntry, IndexFile, IndexRegister, index};
pub use registers::{
    Holds, REGISTERS, Register, RegisterColumn, RegisterKind, RegisterValue, registers,
};

/// What reports are made from.
#[derive(Clone, Copy)]
pub struct ReportContext<'a> {
    /// The contract.
    pub contract: &'a Sourced<Contract>,
    /// Everything read.
    pub records: &'a Records,
    /// The files it was read from.
    pub files: &'a Files,
    /// Everything computed.
    pub evaluation: &'a Evaluation<'a>,
    /// The tickets with their clocks.
    pub service: &'a Service<'a>,
    /// The limits under every other reading.
    pub others: &'a AlternativeInterpretations,
    /// The ledger.
    pub ledger: &'a Ledger<'a>,
    /// Readings against limits.
    pub evaluator: Evaluator<'a>,
    /// Findings with their follow-ups.
    pub histories: &'a [FindingHistory<'a>],
    /// The reports made so far: those that cite others come last. What is not among them is made where it is cited.
    pub made: &'a [Report],
    /// The day for which everything is computed.
    pub as_of: NaiveDate,
}

impl<'a> ReportContext<'a> {
    /// Puts together what was computed.
    pub const fn new(
        contract: &'a Sourced<Contract>,
        records: &'a Records,
        files: &'a Files,
        foundation: &'a Foundation,
        evaluation: &'a Evaluation<'a>,
    ) -> Self {
        Self {
            contract,
            records,
            files,
            evaluation,
            service: &evaluation.service,
            others: &foundation.others,
            ledger: &evaluation.ledger,
            evaluator: evaluation.evaluator,
            histories: evaluation.histories.as_slice(),
            made: &[],
            as_of: evaluation.as_of,
        }
    }
}

/// A kind of report.
#[derive(Clone, Copy)]
pub struct ReportKind {
    /// The word used on the command line and in paths.
    pub id: &'static str,
    /// Its title, where its periods are quarters or years.
    pub title: &'static str,
    /// Two letters in report numbers.
    pub mark: &'static str,
    /// For which periods it is made.
    pub per: Per,
    /// The kinds of record whose clauses it shows one by one.
    pub shows: &'static [Evidence],
    /// True if it cites other reports by chapter; it is made when they stand.
    pub cites: bool,
    /// Makes it.
    pub build: fn(&ReportContext<'_>, &Period) -> Body,
}

/// For which periods a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// As often as the ledger has rows of what it shows.
    Rows,
    /// Once a year, where anything that it shows is owed.
    Years,
    /// Once a year, and once for the whole term.
    YearsAndTerm,
}

impl Per {
    /// The name by which the language files know it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Years => "years",
            Self::YearsAndTerm => "years-and-term",
        }
    }
}

impl ReportKind {
    /// The title under a contract: 季度巡检报告, or 月度 or 年度 where the clauses are owed as often.
    pub fn title_for(&self, contract: &Contract) -> String {
        match cadence_of(contract, self.shows) {
            Cadence::Month => self.title.replace("季度", "月度"),
            Cadence::Year => self.title.replace("季度", "年度"),
            Cadence::Quarter | Cadence::OnDemand => self.title.to_owned(),
        }
    }

    /// True if it shows the clauses that this kind of record proves.
    pub fn proves(&self, evidence: Evidence) -> bool {
        self.shows.contains(&evidence)
    }
}

/// How often clauses have rows that are proved by these kinds of record; on demand, which is never, where there are none.
fn cadence_of(contract: &Contract, shows: &[Evidence]) -> Cadence {
    let owed = contract.clauses.iter().filter(|clause| shows.contains(&clause.evidence));
    owed.map(row_cadence).min().unwrap_or(Cadence::OnDemand)
}

/// Every kind of report.
pub const REPORTS: &[ReportKind] = &[
    ReportKind {
        id: "inspection",
        title: "季度巡检报告",
        mark: "XJ",
        per: Per::Rows,
        shows: &[Evidence::Inspection],
        cites: false,
        build: inspection::build,
    },
    ReportKind {
        id: "hotline",
        title: "用户反馈问题电话记录",
        mark: "DH",
        per: Per::Rows,
        shows: hotline::SHOWS,
        cites: false,
        build: hotline::build,
    },
    ReportKind {
        id: "faq",
        title: "常见问题解答列表",
        mark: "WT",
        per: Per::Years,
        shows: faq::SHOWS,
        cites: false,
        build: faq::build,
    },
    ReportKind {
        id: "satisfaction",
        title: "满意度调查报告",
        mark: "MY",
        per: Per::Years,
        shows: &[Evidence::Survey],
        cites: false,
        build: satisfaction::build,
    },
    ReportKind {
        id: "acceptance",
        title: "履约验收资料",
        mark: "YS",
        per: Per::YearsAndTerm,
        shows: &[Evidence::Overall],
        cites: true,
        build: acceptance::build,
    },
    ReportKind {
        id: "summary",
        title: "服务总结报告",
        mark: "ZJ",
        per: Per::Years,
        shows: summary::SHOWS,
        cites: false,
        build: summary::build,
    },
];

/// What a report kind makes for one period.
pub struct Body {
    /// The typed view, as JSON.
    pub view: Value,
    /// Cover fields that the records decide.
    pub cover: cover::Facts,
    /// Charts, drawn once for all formats.
    pub charts: Vec<Chart>,
    /// Record files the report depends on.
    pub sources: Vec<FileId>,
    /// Anchors of its page, each with the number of its chapter: how other reports refer to it.
    pub locations: Places,
}

/// Anchors with the numbers of their chapters.
pub type Places = BTreeMap<String, String>;

/// A report, ready to be drawn.
pub struct Report {
    /// Its kind.
    pub kind: &'static ReportKind,
    /// Its period.
    pub period: Period,
    /// Cover fields.
    pub cover: Cover,
    /// The typed view, as JSON.
    pub view: Value,
    /// Charts.
    pub charts: Vec<Chart>,
    /// Record files the report depends on.
    pub sources: Vec<FileId>,
    /// Anchors of its page, each with the number of its chapter.
    pub locations: Places,
}

#[derive(Serialize)]
struct Drawn<'a> {
    cover: &'a Cover,
    body: &'a Value,
    charts: &'a [Chart],
}

impl Report {
    /// Everything that templates see, as JSON.
    pub fn document(&self) -> Value {
        let drawn = Drawn { cover: &self.cover, body: &self.view, charts: &self.charts };
        private(as_json(&drawn))
    }

    /// Path below `output/`, without ending.
    pub fn stem(&self) -> String {
        format!("{}/{}", self.period.id, self.kind.id)
    }
}

/// Keys by whose values files and anchors are found: masked, they would find nothing. What is printed stands under other keys.
const FINDS: [&str; 3] = ["path", "enclosed", "href"];

/// A document in which no number that belongs to a person can be read.
fn private(document: Value) -> Value {
    match document {
        Value::String(text) => Value::String(masked(&text)),
        Value::Array(items) => items.into_iter().map(private).collect(),
        Value::Object(map) => {
            map.into_iter()
                .map(|(key, value)| {
                    if FINDS.contains(&key.as_str()) { (key, value) } else { (key, private(value)) }
                })
                .collect()
        }
        other => other,
    }
}

/// The periods for which a kind is made: those that have begun.
pub fn periods_of(kind: &ReportKind, contract: &Contract, as_of: NaiveDate) -> Vec<Period> {
    let owed = cadence_of(contract, kind.shows);
    // All records together are accepted, whether or not a clause speaks of the service as a whole.
    let nothing = owed == Cadence::OnDemand && !kind.proves(Evidence::Overall);
    let years = || if nothing { Vec::new() } else { periods(contract, Cadence::Year) };
    let mut all = match kind.per {
        Per::Rows => periods(contract, owed),
        Per::Years => years(),
        Per::YearsAndTerm => {
            let term = term_period(contract);
            let mut all = years();
            all.retain(|year| (year.from, year.to) != (term.from, term.to));
            all.push(term);
            all
        }
    };
    all.retain(|period| period.from <= as_of);
    all
}

/// Makes every report whose period has begun, by kind and period. `faulty` are files with data errors.
pub fn all(context: &ReportContext<'_>, faulty: &[FileId]) -> Vec<Report> {
    let contract = &context.contract.record;
    let wanted = REPORTS.iter().flat_map(|kind| {
        periods_of(kind, contract, context.as_of).into_iter().map(move |period| (kind, period))
    });
    let (citing, plain): (Vec<_>, Vec<_>) = wanted.partition(|(kind, _)| kind.cites);
    let plain = plain.into_par_iter();
    let mut made: Vec<_> =
        plain.map(|(kind, period)| build(kind, context, period, faulty)).collect();
    // One after the other, for papers of the term cite those of its years.
    for (kind, period) in citing {
        let report = build(kind, &ReportContext { made: &made, ..*context }, period, faulty);
        made.push(report);
    }
    made.sort_by_key(|report| REPORTS.iter().position(|kind| kind.id == report.kind.id));
    made
}

/// Makes a report.
pub fn build(
    kind: &'static ReportKind,
    context: &ReportContext<'_>,
    period: Period,
    faulty: &[FileId],
) -> Report {
    let body = (kind.build)(context, &period);
    let cover = cover::cover(kind, context, &period, &body, faulty);
    Report {
        kind,
        period,
        cover,
        view: body.view,
        charts: body.charts,
        sources: body.sources,
        locations: body.locations,
    }
}
