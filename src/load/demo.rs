//! Finds the date for which demonstration records are computed.
//!
//! In: the project root. Out: `demo.as_of` of its contract file. A room of its own because the date
//! must be known before anything is checked: this reads one small file and reports nothing about
//! it. If the contract file cannot be read, there is no date, and [`super::load`] reports the
//! fault.

use std::fs;
use std::path::Path;

use super::walk::limit_of;
use crate::model::{Day, Format};
use crate::source::{Key, Node, decode, parse_tree};

/// The date given in the contract file of demonstration records.
pub(crate) fn demo_day(root: &Path) -> Option<Day> {
    let path = root.join("data/contract.yaml");
    let metadata = fs::metadata(&path).ok()?;
    if !metadata.is_file() || metadata.len() > limit_of(Format::Yaml) {
        return None;
    }
    let (text, _) = decode(&fs::read(path).ok()?, false).ok()?;
    day_in(&text)
}

fn day_in(text: &str) -> Option<Day> {
    let tree = parse_tree(text).ok()?;
    match tree.find(&[Key::from("demo"), Key::from("as_of")])?.node() {
        Node::Text(day) => Day::parse(day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn only_a_day_below_its_own_key_counts() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).map(Day);
        assert_eq!(day_in("title: 维护\ndemo:\n  as_of: 2026-11-23\n"), day);
        assert_eq!(day_in("demo: { as_of: \"2026/11/23\" }\n"), day);
        for text in ["title: 维护\n", "as_of: 2026-11-23\n", "demo:\n  as_of: 冬天\n", "demo: [\n"]
        {
            assert_eq!(day_in(text), None, "{text}");
        }
    }
}
