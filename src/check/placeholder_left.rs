//! `placeholder-left`: a text still holds the words of a draft, such as TODO or 待填写.

use super::{Context, texts};
use crate::diagnostic::{Diagnostics, Rule};

/// A gap that was to be filled in later.
pub(super) const RULE: Rule = Rule::data("placeholder-left");

/// What people and scaffolds write into a gap.
const MARKS: [&str; 7] = ["TODO", "FIXME", "待填写", "待补充", "请填写", "XXXX", "××××"];

/// Reports texts that hold such a mark, in every record.
pub(super) fn run(context: &Context<'_>, found: &mut Diagnostics) {
    texts::of_all(context, &mut |text| {
        if let Some(mark) = mark(text.text) {
            found.push(RULE.at(text.place()).record(text.record).arg("mark", mark));
        }
    });
}

/// The first mark in a text. Looked for from its first characters, since nearly every text has none.
fn mark(text: &str) -> Option<&'static str> {
    let starts =
        text.char_indices().filter(|(_, first)| matches!(first, 'T' | 'F' | 'X' | '待' | '请' | '×'));
    let mut rests = starts.filter_map(|(at, _)| text.get(at..));
    rests.find_map(|rest| MARKS.iter().find(|mark| rest.starts_with(**mark)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_inside_a_text() {
        for expected in MARKS {
            assert_eq!(mark(&format!("原因：{expected}。")), Some(expected));
        }
        assert_eq!(mark("请致电，待回复"), None);
    }
}
