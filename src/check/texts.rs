//! The texts of records.
//!
//! In: the records. Out: each text with its field and location. A file of its own because several
//! checks examine every text.

use super::context::Context;
use crate::model::{Role, Seen, Value};

/// The callback that receives each text.
type Look<'l> = &'l mut dyn FnMut(&str, &Seen<'_, '_>);

/// Passes every text of all records to `look`.
pub(super) fn of_all(context: &Context<'_>, look: Look<'_>) {
    context.records.visit(&mut |seen| {
        if let Value::Text(text) = seen.value {
            look(text, seen);
        }
    });
}

/// Passes every text of service records to `look`, except telephone numbers in their own fields.
/// The other records contain numbers and addresses of people by design.
pub(super) fn of_work(context: &Context<'_>, look: Look<'_>) {
    for (_, entry) in context.records.entries().filter(|(kind, _)| !kind.basis) {
        entry.visit(&mut |seen| match seen.value {
            Value::Text(text) if seen.field.role != Role::Phone => look(text, seen),
            _ => {}
        });
    }
}

/// True if a text is missing or has no visible character.
pub(super) fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
