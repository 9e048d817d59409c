//! The texts of records.
//!
//! In: the records. Out: each text with what is known of it. A file of its own because several
//! checks look at every text.

use super::context::Context;
use crate::model::{Role, Seen, Value};

/// What looks at a text.
type Look<'l> = &'l mut dyn FnMut(&str, &Seen<'_, '_>);

/// Shows every text of all records.
pub(super) fn of_all(context: &Context<'_>, look: Look<'_>) {
    context.records.visit(&mut |seen| {
        if let Value::Text(text) = seen.value {
            look(text, seen);
        }
    });
}

/// Shows every text of the records of work done, but no telephone number where it belongs. Numbers
/// and addresses of people stand in the other records.
pub(super) fn of_work(context: &Context<'_>, look: Look<'_>) {
    for (_, entry) in context.records.entries().filter(|(kind, _)| !kind.basis) {
        entry.visit(&mut |seen| match seen.value {
            Value::Text(text) if seen.field.role != Role::Phone => look(text, seen),
            _ => {}
        });
    }
}

/// True if a text is missing, or nothing can be read in it.
pub(super) fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
