//! A kind of report, and its input and output.
//!
//! In: an [`Evaluation`]. Out: [`ReportContext`], [`ReportKind`], and [`Report`] as the values that kinds build.
//! Separate from the list of kinds, so that a report depends on this file and never on the list that names it.

use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::chart::Chart;
use super::facts::{Cover, Facts};
use super::json::as_json;
use crate::labels::labels;
use crate::model::{Cadence, Contract, Evidence};
use crate::schedule::{Evaluation, Period, periods, row_cadence, term_period};
use crate::source::{FileId, masked};

/// The input of reports. The fields of the evaluation can be accessed as if they were fields of the context.
#[derive(Clone, Copy)]
pub struct ReportContext<'a> {
    /// Everything read and computed.
    pub evaluation: &'a Evaluation<'a>,
    /// Every kind of report.
    pub kinds: &'static [ReportKind],
    /// Reports already built, in dependency order. A cited report that is missing here is built on demand.
    pub made: &'a [Report],
}

impl<'a> Deref for ReportContext<'a> {
    type Target = Evaluation<'a>;

    fn deref(&self) -> &Evaluation<'a> {
        self.evaluation
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
    /// True if it cites other reports by chapter; it is built after them.
    pub cites: bool,
    /// Builds it.
    pub build: fn(&ReportContext<'_>, &Period) -> Body,
}

labels! {
    /// The periods for which a report is built.
    pub enum Per {
        /// As often as the ledger has rows of what it shows.
        Rows { id: "rows" },
        /// Once a year, if anything that it shows is owed.
        Years { id: "years" },
        /// Once a year, and once for the whole term.
        YearsAndTerm { id: "years-and-term" },
    }
    /// The name by which the language files know it.
    id
}

impl ReportKind {
    /// The title under a contract: 季度巡检报告, or 月度 or 年度 if the clauses are owed monthly or yearly.
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

/// How often clauses that these kinds of record prove have rows; on demand, which is never, if there are none.
pub(super) fn cadence_of(contract: &Contract, shows: &[Evidence]) -> Cadence {
    let owed = contract.clauses.iter().filter(|clause| shows.contains(&clause.evidence));
    owed.map(row_cadence).min().unwrap_or(Cadence::OnDemand)
}

/// What a report kind builds for one period.
pub struct Body {
    /// The typed view, as JSON.
    pub view: Value,
    /// Cover fields that the records decide.
    pub cover: Facts,
    /// Charts, drawn once for all formats.
    pub charts: Vec<Chart>,
    /// Record files the report depends on.
    pub sources: Vec<FileId>,
    /// Anchors of its page, each with the number of its chapter: how other reports refer to it.
    pub locations: Places,
}

/// Anchors with the numbers of their chapters.
pub(crate) type Places = BTreeMap<String, String>;

/// A report, ready to be rendered.
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
    /// The whole document as JSON, as templates see it.
    pub fn document(&self) -> Value {
        let drawn = Drawn { cover: &self.cover, body: &self.view, charts: &self.charts };
        private(as_json(&drawn))
    }

    /// Path below `output/`, without extension.
    pub fn stem(&self) -> String {
        format!("{}/{}", self.period.id, self.kind.id)
    }
}

/// Keys whose values locate files and anchors: masked values would locate nothing. What is printed is under other keys.
const FINDS: [&str; 3] = ["path", "enclosed", "href"];

/// A document in which every number that belongs to a person is masked.
pub(super) fn private(document: Value) -> Value {
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

/// The periods for which a kind is built: those that have begun.
pub(crate) fn periods_of(kind: &ReportKind, contract: &Contract, as_of: NaiveDate) -> Vec<Period> {
    let owed = cadence_of(contract, kind.shows);
    // All records together are accepted, whether or not a clause covers the service as a whole.
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
