//! `missing-attachment`: a record names a file as evidence that is not there.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// Evidence that is not there.
pub(super) const RULE: Rule = Rule::data("missing-attachment");

/// Looks up every path that items name.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.book.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            for (index, path) in item.evidence.iter().enumerate() {
                if exists(context, path) {
                    continue;
                }
                let said = RULE
                    .at(inspection.at("items").at(at).at("evidence").at(index))
                    .record(context.item_record(inspection, &item.clause))
                    .arg("path", path.as_str());
                found.push(match similar(context, path) {
                    Some(meant) => said.variant("similar").arg("meant", meant),
                    None => said,
                });
            }
        }
    }
}

/// A file that is there but may not be read has been reported already.
fn exists(context: &Context<'_>, path: &str) -> bool {
    context.book.attachments.iter().any(|attachment| attachment.path == path)
        || (path.starts_with("attachments/") && context.files.find(&format!("data/{path}")).is_some())
}

/// The attachment that was meant: other letter case, `data/` in front, Windows' separators.
fn similar<'a>(context: &Context<'a>, path: &str) -> Option<&'a str> {
    let plain = path.replace('\\', "/").to_lowercase();
    let plain = plain.trim_start_matches("./").trim_start_matches("data/");
    let mut attachments = context.book.attachments.iter().map(|attachment| attachment.path.as_str());
    attachments.find(|known| {
        let known = known.to_lowercase();
        known == plain || known.strip_prefix("attachments/") == Some(plain)
    })
}
