//! `unused-attachment`: a file lies among the attachments and no record names it.

use std::collections::BTreeSet;

use super::context::Context;
use super::proofs;
use crate::diagnostic::{Diagnostics, Family, Rule, Severity};
use crate::source::Location;

/// A file that proves nothing.
pub(super) const RULE: Rule = Rule::new("unused-attachment", Family::Data, Severity::Warning);

/// Reports attachments without a record; not while a record that may name them cannot be read.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    if proofs::KINDS.iter().any(|kind| context.any_unread(kind)) {
        return;
    }
    let named: BTreeSet<_> = proofs::of_all(context).into_iter().map(|named| named.path).collect();
    for attachment in &context.records.attachments {
        if !named.contains(attachment.path.as_str()) {
            let diagnostic =
                RULE.at(Location::file(attachment.file)).record(attachment.path.as_str());
            found.push(diagnostic.arg("path", attachment.path.as_str()));
        }
    }
}
