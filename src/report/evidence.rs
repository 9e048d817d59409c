//! Evidence that travels with a report.
//!
//! In: paths that records name. Out: which of them are put into the PDF, and how they are shown.

use crate::source::Exhibited;

/// Records that name callers and their numbers, or every person of both sides, stay out of what is handed over.
const PERSONAL: [&str; 8] = [
    "data/people.yaml",
    "data/calls/",
    "data/emails/",
    "data/faxes/",
    "data/visits/",
    "data/escalations/",
    "data/rosters/",
    "data/surveys/",
];

/// Records and evidence travel inside the PDF. Probe samples are large, and other records are personal: the manifest names
/// them by hash.
pub fn is_embeddable(path: &str) -> bool {
    !path.starts_with("data/probes/") && !PERSONAL.iter().any(|personal| path.starts_with(personal))
}

/// How a file is shown: `text`, `image`, or `file` for all else.
pub(super) fn shown_as(path: &str) -> &'static str {
    match Exhibited::of(path) {
        Exhibited::Text => "text",
        Exhibited::Png | Exhibited::Jpeg => "image",
        Exhibited::Named => "file",
    }
}
