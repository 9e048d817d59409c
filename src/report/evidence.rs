//! Evidence that is embedded in a report.
//!
//! In: paths that records name. Out: which of them are put into the PDF, and how they are shown.

use crate::model::{Format, Kind};
use crate::source::Exhibited;

/// Records and evidence are embedded in the PDF, except probe samples, which are large, and personal records: the manifest
/// lists those by hash.
pub fn is_embeddable(path: &str) -> bool {
    let kind = path.strip_prefix("data/").and_then(Kind::of_path);
    kind.is_some_and(|kind| !kind.personal && kind.format != Format::Samples)
}

/// How a file is shown: `text`, `image`, or `file` for all other files.
pub(super) fn shown_as(path: &str) -> &'static str {
    match Exhibited::of(path) {
        Exhibited::Text => "text",
        Exhibited::Png | Exhibited::Jpeg => "image",
        Exhibited::Named => "file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{KINDS, Layout};

    #[test]
    fn personal_records_samples_and_unknown_files_do_not_travel() {
        for kind in KINDS {
            let path = match kind.layout {
                Layout::File(name) => format!("data/{name}"),
                Layout::Folder(folder) | Layout::Tree(folder) => format!("data/{folder}/x"),
            };
            let travels = !kind.personal && kind.format != Format::Samples;
            assert_eq!(is_embeddable(&path), travels, "{path}");
        }
        for (path, expected) in [
            ("data/people.yaml", false),
            ("data/calls/2026-09.csv", false),
            ("data/surveys/2026.yaml", false),
            ("data/probes/2026Q3/db.csv", false),
            ("data/notes.txt", false),
            ("data/inspections/2026Q3.yaml", true),
            ("data/attachments/2026Q3/df.txt", true),
        ] {
            assert_eq!(is_embeddable(path), expected, "{path}");
        }
    }
}
