//! `missing-attachment`: a record names a file as evidence that is not there.

use super::Context;
use crate::diagnostic::{Diagnostics, Rule};

/// Evidence that is not there.
pub const RULE: Rule = Rule::data("missing-attachment");

/// Looks up every path that items name.
pub fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for inspection in &context.book.inspections {
        for (at, item) in inspection.record.items.iter().enumerate() {
            for (index, path) in item.evidence.iter().enumerate() {
                if exists(context, path) {
                    continue;
                }
                found.push(
                    RULE.at(inspection.at("items").at(at).at("evidence").at(index))
                        .record(context.item_record(inspection, &item.clause))
                        .arg("path", path.as_str()),
                );
            }
        }
    }
}

/// A file that is there but may not be read has been reported already.
fn exists(context: &Context<'_>, path: &str) -> bool {
    context.book.attachments.iter().any(|attachment| attachment.path == path)
        || (path.starts_with("attachments/") && context.files.find(&format!("data/{path}")).is_some())
}
