//! Every record that was read, whatever its kind.
//!
//! In: the records and the list of kinds. Out: what is asked of all of them alike. Apart from
//! [`Records`], because the list of kinds knows the types that it holds.

use super::walk::{Entry, Look};
use super::{KINDS, Kind, Records};
use crate::source::FileId;

impl Records {
    /// Every record, in the order of the kinds.
    pub fn entries(&self) -> impl Iterator<Item = (&'static Kind, Entry<'_>)> {
        KINDS.iter().filter_map(|kind| Some((kind, kind.record?))).flat_map(|(kind, record)| {
            (record.entries)(kind.id, self).map(move |entry| (kind, entry))
        })
    }

    /// Shows every value of every record.
    pub fn visit<'r>(&'r self, look: &mut Look<'_, 'r>) {
        for (_, entry) in self.entries() {
            entry.visit(look);
        }
    }

    /// The file of every record, in the order of the kinds; a file with many records comes as often.
    pub fn record_files(&self) -> impl Iterator<Item = FileId> {
        self.entries().map(|(_, entry)| entry.location.file)
    }

    /// True if a record, samples or evidence were read from this file.
    pub fn holds(&self, file: FileId) -> bool {
        let probes = self.probes.files.iter().map(|probe| probe.file);
        let attachments = self.attachments.iter().map(|attachment| attachment.file);
        self.record_files().chain(probes).chain(attachments).any(|held| held == file)
    }
}
