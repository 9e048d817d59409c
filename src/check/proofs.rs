//! Every file that records name as evidence, or show as a picture.
//!
//! In: the records. Out: one [`Named`] per path, so that the checks for missing and unused
//! attachments use the same list.

use super::context::Context;
use crate::model::{Role, Seen, Value, pictures};
use crate::source::Location;

/// A path that a record names.
pub(super) struct Named<'n, 'p, 'r> {
    /// Relative to `data/`.
    pub(super) path: &'n str,
    /// The field value that contains the path.
    pub(super) seen: &'n Seen<'p, 'r>,
}

impl Named<'_, '_, '_> {
    /// The location of the path; in a Markdown text, that of the picture.
    pub(super) fn location(&self) -> Location {
        let location = self.seen.location();
        if self.seen.field.role == Role::Markdown { location.at(self.path) } else { location }
    }
}

/// Passes every path that a record names to `look`.
pub(super) fn of_all(context: &Context<'_>, look: &mut dyn FnMut(&Named<'_, '_, '_>)) {
    context.records.visit(&mut |seen| match (seen.field.role, seen.value) {
        (Role::File, Value::Text(path)) => look(&Named { path, seen }),
        (Role::Markdown, Value::Text(text)) => {
            for path in pictures(text) {
                look(&Named { path: &path, seen });
            }
        }
        _ => {}
    });
}
