//! `placeholder-left`: a text still holds the words of a draft, such as TODO or 待填写.

use super::{Context, texts};
use crate::diagnostic::{Diagnostics, Rule};

/// A gap that was to be filled in later.
pub(super) const RULE: Rule = Rule::data("placeholder-left");

/// What people and scaffolds write into a gap.
const MARKS: [&str; 7] = ["TODO", "FIXME", "待填写", "待补充", "请填写", "XXXX", "××××"];

/// Reports texts that hold such a mark, in every record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    for text in texts::of_all(context) {
        if let Some(mark) = MARKS.iter().find(|mark| text.text.contains(*mark)) {
            found.push(RULE.at(text.place).record(text.record).arg("mark", *mark));
        }
    }
}
