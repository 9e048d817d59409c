//! Evidence that travels with a report.
//!
//! In: paths that records name. Out: [`Attached`] files, numbered 附录A-1, A-2, … in the order they are first named.

use serde::Serialize;

use crate::model::{Format, Kind, Records};
use crate::source::{Exhibited, FileId};

/// A file that is shown in the appendix and put into the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The file.
    pub file: FileId,
    /// Its path below `data/`.
    pub path: String,
}

/// Records and evidence travel inside the PDF. Probe samples are large, and other records are personal: the manifest names
/// them by hash.
pub fn is_embeddable(path: &str) -> bool {
    let kind = path.strip_prefix("data/").and_then(Kind::of_path);
    kind.is_some_and(|kind| !kind.personal && kind.format != Format::Samples)
}

/// An entry of the appendix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Exhibit {
    /// 附录A-1.
    pub label: String,
    /// Path below `data/`, to find the file by.
    pub path: String,
    /// The same, to be printed.
    pub shown_path: String,
    /// File name.
    pub name: String,
    /// How it is shown: `text`, `image`, or `file` for all else.
    pub shown_as: &'static str,
    /// The clauses it proves.
    pub clauses: Vec<String>,
    /// True if no such file was found.
    pub missing: bool,
}

/// Collects exhibits while items are described.
#[derive(Debug, Default)]
pub(super) struct Appendix {
    /// The entries so far.
    pub exhibits: Vec<Exhibit>,
    /// The files behind them.
    pub attached: Vec<Attached>,
}

impl Appendix {
    /// Takes in the files that prove a clause, and returns their labels.
    pub(super) fn refer(
        &mut self,
        paths: &[String],
        clause: &str,
        records: &Records,
    ) -> Vec<String> {
        paths.iter().map(|path| self.refer_one(path, clause, records)).collect()
    }

    fn refer_one(&mut self, path: &str, clause: &str, records: &Records) -> String {
        if let Some(known) = self.exhibits.iter_mut().find(|exhibit| exhibit.path == path) {
            if !known.clauses.iter().any(|id| id == clause) {
                known.clauses.push(clause.to_owned());
            }
            return known.label.clone();
        }
        let attachment = records.attachments.iter().find(|attachment| attachment.path == path);
        let label = format!("附录A-{}", self.exhibits.len() + 1);
        self.exhibits.push(Exhibit {
            label: label.clone(),
            path: path.to_owned(),
            shown_path: path.to_owned(),
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            shown_as: shown_as(path),
            clauses: vec![clause.to_owned()],
            missing: attachment.is_none(),
        });
        self.attached.extend(
            attachment.map(|attachment| Attached { file: attachment.file, path: path.to_owned() }),
        );
        label
    }
}

/// How a file is shown: `text`, `image`, or `file` for all else.
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
                Layout::OutputDir(folder) | Layout::Tree(folder) => format!("data/{folder}/x"),
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
