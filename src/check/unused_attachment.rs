//! `unused-attachment`: no record names a file in the attachments folder.

use std::collections::BTreeMap;

use super::context::Context;
use super::proofs;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::model::{KINDS, Role};
use crate::source::Location;

/// An attachment that no record names.
pub(super) const RULE: Rule = Rule::new("unused-attachment", Family::Data, Severity::Warning);

/// Reports attachments without a record, unless a record that may name them could not be read.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let mut naming = KINDS.iter().filter(|kind| kind.has(&Role::names_files));
    if naming.any(|kind| context.any_unread(kind.id)) {
        return;
    }
    let attachments = context.records.attachments.iter();
    let mut unused: BTreeMap<_, _> =
        attachments.map(|attachment| (attachment.path.as_str(), attachment.file)).collect();
    proofs::of_all(context, &mut |named| {
        unused.remove(named.path);
    });
    for (path, file) in unused {
        found.push(RULE.at(Location::file(file)).record(path).arg("path", path));
    }
}
