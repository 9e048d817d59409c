//! Views as JSON.
//!
//! In: a typed view. Out: the value that templates see. A file of its own so that the reason why this
//! cannot fail is written once; an empty page that looks like a report must be impossible.

use serde::Serialize;
use serde_json::Value;

/// A view as JSON.
#[expect(clippy::expect_used, reason = "a failure here is a fault of a view type, not of a record")]
pub(super) fn as_json(view: &impl Serialize) -> Value {
    serde_json::to_value(view).expect("a view is made of structs, lists and maps with text as keys")
}
