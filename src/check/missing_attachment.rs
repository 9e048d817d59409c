//! `missing-attachment`: a record names a file as evidence, or shows it as a picture, but the file
//! does not exist.

use std::collections::BTreeSet;

use super::context::Context;
use super::proofs;
use crate::diagnostic::{Diagnostics, Rule};

/// An attachment that does not exist.
pub(super) const RULE: Rule = Rule::data("missing-attachment");

/// Looks up every path that a record names.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    let known: BTreeSet<_> =
        context.records.attachments.iter().map(|attachment| attachment.path.as_str()).collect();
    proofs::of_all(context, &mut |named| {
        let path = named.path;
        if known.contains(path) || is_refused(context, path) {
            return;
        }
        let diagnostic = RULE.at(named.location()).record(named.seen.full_name()).arg("path", path);
        found.push(match similar(context, path) {
            Some(meant) => diagnostic.variant("similar").arg("meant", meant),
            None if !path.starts_with("attachments/") => diagnostic.variant("outside"),
            None => diagnostic,
        });
    });
}

/// A file that exists but may not be read is already reported.
fn is_refused(context: &Context<'_>, path: &str) -> bool {
    path.starts_with("attachments/") && context.files.find(&format!("data/{path}")).is_some()
}

/// The attachment that was probably meant: the path differs only in letter case, in a prefix such
/// as `data/`, or in Windows separators.
fn similar<'a>(context: &Context<'a>, path: &str) -> Option<&'a str> {
    let plain = path.replace('\\', "/").to_lowercase();
    let plain =
        plain.trim_start_matches("../").trim_start_matches("./").trim_start_matches("data/");
    let mut attachments =
        context.records.attachments.iter().map(|attachment| attachment.path.as_str());
    attachments.find(|known| {
        let known = known.to_lowercase();
        known == plain || known.strip_prefix("attachments/") == Some(plain)
    })
}
