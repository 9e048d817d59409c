//! Evidence that travels with a report.
//!
//! In: paths that records name. Out: which of them are put into the PDF, and the appendix that shows
//! what proves a clause, numbered 附录A-1, A-2, … in the order in which records name it.

use super::document::{Block, Chapter, Exhibit, Shown};
use crate::model::{Format, Kind, Records};
use crate::source::{Exhibited, FileId};

/// Records and evidence travel inside the PDF. Probe samples are large, and other records are personal: the manifest names
/// them by hash.
pub fn is_embeddable(path: &str) -> bool {
    let kind = path.strip_prefix("data/").and_then(Kind::of_path);
    kind.is_some_and(|kind| !kind.personal && kind.format != Format::Samples)
}

/// A file that proves clauses.
#[derive(Debug)]
struct Proof {
    label: String,
    path: String,
    /// The clauses it proves.
    clauses: Vec<String>,
    /// `None` if no such file was found.
    file: Option<FileId>,
}

/// Collects the files that prove something, numbered 附录A-1, A-2, … in the order they are first named.
#[derive(Debug, Default)]
pub(super) struct Appendix {
    proofs: Vec<Proof>,
}

impl Appendix {
    /// Takes in a file that proves a clause, and returns its label.
    pub(super) fn refer(&mut self, path: &str, clause: &str, records: &Records) -> String {
        if let Some(known) = self.proofs.iter_mut().find(|proof| proof.path == path) {
            if !known.clauses.iter().any(|id| id == clause) {
                known.clauses.push(clause.to_owned());
            }
            return known.label.clone();
        }
        let label = format!("附录A-{}", self.proofs.len() + 1);
        let attachment = records.attachments.iter().find(|attachment| attachment.path == path);
        self.proofs.push(Proof {
            label: label.clone(),
            path: path.to_owned(),
            clauses: vec![clause.to_owned()],
            file: attachment.map(|attachment| attachment.file),
        });
        label
    }

    /// The files that were found.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> {
        self.proofs.iter().filter_map(|proof| proof.file)
    }

    /// The appendix that shows them; `None` where nothing was named.
    pub(super) fn into_chapter(self) -> Option<Chapter> {
        let intro = "下列文件与本报告一并交付，并作为附件嵌入PDF。";
        let exhibits = self.proofs.into_iter().map(|proof| Block::Exhibit(exhibit(proof)));
        let exhibits: Vec<_> = exhibits.collect();
        (!exhibits.is_empty()).then(|| {
            Chapter::new("appendix", "原始输出与截图")
                .on_new_page()
                .with(Block::text(intro))
                .with_all(exhibits)
        })
    }
}

fn exhibit(proof: Proof) -> Exhibit {
    let name = proof.path.rsplit('/').next().unwrap_or(&proof.path);
    Exhibit {
        title: format!("{}　{name}", proof.label),
        about: format!("条款{}", proof.clauses.join("、")),
        shown: shown(&proof, name),
        shown_path: proof.path.clone(),
        id: proof.label,
        path: proof.path,
    }
}

fn shown(proof: &Proof, name: &str) -> Shown {
    let note = |text: &str, class| Shown::Note { text: text.to_owned(), class };
    match shown_as(&proof.path) {
        _ if proof.file.is_none() => note("数据目录中没有此文件。", "abnormal"),
        "text" => Shown::Text,
        "image" => Shown::Image { alt: format!("截图：{name}") },
        _ => note("此格式的文件不在此处展示，见PDF附件。", "skipped"),
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
