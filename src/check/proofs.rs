//! Every file that records name as evidence, or show as a picture.
//!
//! In: the records. Out: one [`Named`] a path, so that the checks of missing and of unused
//! attachments speak of the same ones.

use super::context::Context;
use crate::model::{Role, Seen, Value, pictures};
use crate::source::Location;

/// A path that a record names.
pub(super) struct Named<'n, 'p, 'r> {
    /// The path below `data/`.
    pub(super) path: &'n str,
    /// The value that names it.
    pub(super) seen: &'n Seen<'p, 'r>,
}

impl Named<'_, '_, '_> {
    /// Where the path stands.
    pub(super) fn location(&self) -> Location {
        let location = self.seen.location();
        if self.seen.field.role == Role::Markdown { location.at(self.path) } else { location }
    }
}

/// Shows every path that some record names.
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
