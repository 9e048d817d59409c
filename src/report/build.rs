//! Builds one report of one kind and period.
//!
//! In: a kind, a period and the context. Out: a [`Report`] with its cover. Separate from the list of kinds, because a report
//! that cites another builds it with this function.

use super::cover;
use super::kind::{Report, ReportContext, ReportKind};
use crate::schedule::Period;
use crate::source::FileId;

/// Builds a report.
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
