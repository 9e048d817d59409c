//! Placeholders in records that still have to be filled in.
//!
//! In: a text of a record. Out: the placeholder in it, if there is one. A file of its own because
//! the loader, the checks and the scaffolds must agree: `check` reports exactly what a scaffold
//! leaves open.

/// The placeholder that scaffolds write.
pub(crate) const PLACEHOLDER: &str = "待填写";

/// The placeholders that people and scaffolds write.
const PLACEHOLDERS: [&str; 7] = ["TODO", "FIXME", PLACEHOLDER, "待补充", "请填写", "XXXX", "××××"];

/// The first placeholder in a text. The search looks for first characters, because nearly every
/// text has none.
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
