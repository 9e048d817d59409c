//! 季度巡检报告: the results of an inspection, item by item, against the contract.
//!
//! In: the inspection of a period, its measurements, the inspection before it and the findings with their follow-ups. Out: a
//! [`Document`]. Only records up to this inspection are used, so that a later day never changes it. A period without an
//! inspection still has a report, which states that none was made.

mod conclusion;
mod findings;
mod input;
mod items;
mod measured;
mod missing;
mod overview;

use super::appendix::Appendix;
use super::document::Document;
use super::facts::Facts;
use super::format;
use super::incidents;
use super::kind::{Body, ReportContext};
use super::method;
use super::shared::{common_sources, names, sorted};
use crate::schedule::Period;
use crate::source::FileId;
use input::InspectionInput;

/// The role of those who write and sign the report.
const AUTHOR: &str = "巡检工程师";

/// Builds the report of a period.
pub(super) fn build(context: &ReportContext<'_>, period: &Period) -> Body {
    match InspectionInput::new(context, period) {
        Some(input) => made(&input),
        None => not_made(context, period),
    }
}

fn made(input: &InspectionInput<'_, '_>) -> Body {
    let mut appendix = Appendix::default();
    let mut charts = Vec::new();
    let mut chapters = vec![overview::chapter(input)];
    chapters.extend(items::chapters(input, &mut appendix, &mut charts));
    chapters.extend([findings::raised(input), findings::followed_up(input)]);
    chapters.extend(incidents::chapter(input.context, input.inspection, input.before));
    let sources = sources(input, &appendix);
    let mut document = Document::new(conclusion::front(input), chapters, AUTHOR);
    document.notes = method::inspection_notes(input.context, input.period);
    document.appendices.extend(appendix.into_chapter());
    document.into_body(input.context, charts, sources, facts(input))
}

fn not_made(context: &ReportContext<'_>, period: &Period) -> Body {
    let (front, chapter) = missing::front_and_chapter(context, period);
    let mut document = Document::new(front, vec![chapter], AUTHOR);
    document.notes = method::inspection_notes(context, period);
    document.into_body(context, Vec::new(), common_sources(context, period), Facts::default())
}

fn facts(input: &InspectionInput<'_, '_>) -> Facts {
    let record = &input.inspection.record;
    let revisions = record.revisions.iter().map(|revision| {
        let by = names(input.context, std::slice::from_ref(&revision.by)).join("、");
        [revision.version.clone(), format::short_day(revision.on.0), by, revision.note.clone()]
    });
    Facts {
        served: Some(format::span(record.started_at.0, record.finished_at.0)),
        prepared_by: names(input.context, record.inspectors.get(..1).unwrap_or_default()),
        dated: Some(
            record.revisions.last().map_or(record.finished_at.day(), |revision| revision.on.0),
        ),
        revisions: revisions.collect(),
        ..Facts::default()
    }
}

/// Every file the report is computed from: probes of this period and of those before it, and inspections up to this one.
fn sources(input: &InspectionInput<'_, '_>, appendix: &Appendix) -> Vec<FileId> {
    let records = input.context.records;
    let inspection = &input.inspection.record;
    let mut sources = common_sources(input.context, input.period);
    let past =
        records.inspections.iter().filter(|other| other.record.started_at <= inspection.started_at);
    sources.extend(past.map(|sourced| sourced.location.file));
    let measured = records
        .probes
        .files
        .iter()
        .filter(|file| file.earliest.is_some_and(|sample| sample.at.date() <= input.period.to));
    sources.extend(measured.map(|file| file.file));
    sources.extend(incidents::sources(input.context, inspection.finished_at.day()));
    sources.extend(appendix.files());
    sorted(sources)
}
