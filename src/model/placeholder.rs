//! What stands in a record until somebody fills it in.
//!
//! In: a text of a record. Out: the mark in it, if there is one. A room of its own because the loader, the checks and the scaffolds
//! must agree on it: what a scaffold leaves open is what `check` names, and nothing else.

/// What scaffolds write where something is to be filled in.
pub(crate) const PLACEHOLDER: &str = "待填写";

/// What people and scaffolds write into a gap.
const PLACEHOLDERS: [&str; 7] = ["TODO", "FIXME", PLACEHOLDER, "待补充", "请填写", "XXXX", "××××"];

/// The first mark in a text. Looked for from its first characters, since nearly every text has none.
pub(crate) fn placeholder(text: &str) -> Option<&'static str> {
    let starts = text
        .char_indices()
        .filter(|(_, first)| matches!(first, 'T' | 'F' | 'X' | '待' | '请' | '×'));
    let mut rests = starts.filter_map(|(at, _)| text.get(at..));
    rests.find_map(|rest| PLACEHOLDERS.iter().find(|mark| rest.starts_with(**mark)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_inside_a_text() {
        for expected in PLACEHOLDERS {
            assert_eq!(placeholder(&format!("原因：{expected}。")), Some(expected));
        }
        assert_eq!(placeholder("请致电，待回复"), None);
    }
}
