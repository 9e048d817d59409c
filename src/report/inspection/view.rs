//! What the pages of an inspection report say.
//!
//! In: nothing. Out: the typed view behind `templates/*/inspection.*`; its JSON is what templates see.

use serde::Serialize;

use crate::report::details::Detail;
use crate::report::document::Signatures;
use crate::report::environment::EnvironmentGroup;
use crate::report::evidence::Exhibit;
use crate::report::incidents::Incidents;

/// The view.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct View {
    /// What the inspection came to; `None` where there was none.
    pub(super) done: Option<Done>,
    /// What the gap means; `None` where there was an inspection.
    pub(super) missing: Option<Missing>,
    /// Number of the chapter 口径说明.
    pub(super) notes_number: String,
    pub(super) notes: Vec<String>,
    /// Number of the chapter 签字确认.
    pub(super) signatures_number: String,
    /// Who signs.
    pub(super) signatures: Signatures,
    /// The record files it was made from.
    pub(super) sources: Vec<String>,
    /// Those that travel inside the PDF.
    pub(super) enclosed: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Missing {
    pub(super) headline: String,
    pub(super) text: String,
    pub(super) rows: Vec<MissingRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct MissingRow {
    pub(super) clause: String,
    pub(super) text: String,
    pub(super) standard: String,
    pub(super) state: &'static str,
    pub(super) class: &'static str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Done {
    pub(super) overview: Overview,
    pub(super) summary: Summary,
    pub(super) sections: Vec<Section>,
    pub(super) findings: Vec<FindingRow>,
    pub(super) followups: Vec<FollowUpRow>,
    /// `None` where the contract promises nothing about faults.
    pub(super) incidents: Option<Incidents>,
    pub(super) forecast_count: usize,
    pub(super) exhibits: Vec<Exhibit>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Overview {
    pub(super) record: String,
    pub(super) basis: String,
    pub(super) scope: String,
    pub(super) served: String,
    pub(super) mode: &'static str,
    pub(super) inspectors: Vec<String>,
    pub(super) accompanied_by: Vec<String>,
    pub(super) environment: Vec<EnvironmentGroup>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Summary {
    /// The worst verdict: its word and its class.
    pub(super) verdict: String,
    pub(super) class: &'static str,
    pub(super) headline: String,
    pub(super) completeness: String,
    pub(super) complete: bool,
    pub(super) conclusion: String,
    pub(super) owed: usize,
    pub(super) judged: usize,
    pub(super) counts: Vec<Count>,
    pub(super) risks: Vec<Risk>,
    pub(super) open_findings: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Count {
    pub(super) verdict: &'static str,
    pub(super) class: &'static str,
    pub(super) count: usize,
    pub(super) clauses: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Risk {
    pub(super) clause: String,
    pub(super) verdict: String,
    pub(super) class: &'static str,
    pub(super) text: String,
    pub(super) suggestion: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) rows: Vec<ItemRow>,
    pub(super) details: Vec<Detail>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ItemRow {
    pub(super) clause: String,
    pub(super) text: String,
    pub(super) method: String,
    pub(super) result: String,
    pub(super) verdict: String,
    pub(super) class: &'static str,
    pub(super) suggestion: String,
    pub(super) evidence: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FindingRow {
    pub(super) id: String,
    pub(super) clause: String,
    pub(super) problem: String,
    pub(super) grade: String,
    pub(super) class: &'static str,
    pub(super) impact: String,
    pub(super) suggestion: String,
    pub(super) owner: String,
    pub(super) due: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FollowUpRow {
    pub(super) id: String,
    pub(super) clause: String,
    pub(super) problem: String,
    pub(super) due: String,
    pub(super) action: String,
    pub(super) status: &'static str,
    /// Day of closing; empty while it is open.
    pub(super) closed_on: String,
    pub(super) class: &'static str,
}
