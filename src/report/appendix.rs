//! The appendix of evidence.
//!
//! In: the files that records name as evidence for a clause. Out: their labels, and a chapter that shows
//! them, numbered 附录A-1, A-2, … in the order in which they are first named. A file of its own because
//! one file may prove several clauses of different chapters.

use super::document::{Block, Chapter, Exhibit, Shown};
use super::evidence::shown_as;
use crate::model::Records;
use crate::source::FileId;

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

/// Collects the files that prove something, numbered 附录A-1, A-2, … in the order in which they are first named.
#[derive(Debug, Default)]
pub(super) struct Appendix {
    proofs: Vec<Proof>,
}

impl Appendix {
    /// Registers a file that proves a clause, and returns its label.
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

    /// The appendix that shows them; `None` if no file was named.
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
