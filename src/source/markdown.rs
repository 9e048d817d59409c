//! A Markdown file with front matter: a YAML text between two `---` lines, followed by a body.
//!
//! In: a decoded text. Out: the ranges of both parts, and the tree of the front matter, with
//! locations that are valid in the whole text.

use std::ops::Range;

use super::{Tree, TreeFault, parse_tree};

/// The key of the body in its record.
pub(crate) const BODY_KEY: &str = "answer";

/// The line before and after the front matter.
const FENCE: &str = "---";

/// The parts of a Markdown file, as byte ranges of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parts {
    /// The front matter, without the `---` lines.
    pub front: Range<usize>,
    /// The closing `---` line, without its line break.
    pub fence: Range<usize>,
    /// Everything after the closing line.
    pub body: Range<usize>,
}

/// Why a text has no front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoFront {
    /// The first line is not `---`.
    Missing,
    /// There is no closing `---` line.
    Open,
}

impl Parts {
    /// Finds the parts of a text.
    ///
    /// # Errors
    /// Which of the two `---` lines is missing.
    pub(crate) fn of(text: &str) -> Result<Self, NoFront> {
        let mut start = 0;
        let mut front = None;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let is_fence = line.trim_end() == FENCE;
            match front {
                None if !is_fence => return Err(NoFront::Missing),
                None => front = Some(end),
                Some(begin) if is_fence => {
                    let fence = start..start + FENCE.len();
                    return Ok(Self { front: begin..start, fence, body: end..text.len() });
                }
                Some(_) => {}
            }
            start = end;
        }
        Err(if front.is_some() { NoFront::Open } else { NoFront::Missing })
    }

    /// The front matter as a YAML text of its own, with every byte at the same offset as in the
    /// whole text.
    pub(crate) fn front_in_place(&self, text: &str) -> String {
        let before = text.get(..self.front.start).unwrap_or_default();
        let blank = before.chars().map(|c| if matches!(c, '\n' | '\r') { c } else { ' ' });
        let mut front: String = blank.collect();
        front.push_str(text.get(self.front.clone()).unwrap_or_default());
        front
    }

    /// The first non-blank line of the body; the closing line if there is none.
    pub(crate) fn first_line(&self, text: &str) -> Range<usize> {
        let body = text.get(self.body.clone()).unwrap_or_default();
        let start = self.body.start + body.len() - body.trim_start().len();
        let line =
            text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
        if line.is_empty() { self.fence.clone() } else { start..start + line.len() }
    }
}

/// Parses the front matter of a text with known parts.
///
/// # Errors
/// The first fault of the front matter.
pub(crate) fn parse_front(text: &str, parts: &Parts) -> Result<Tree, TreeFault> {
    parse_tree(&parts.front_in_place(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_with_every_line_end() {
        for text in ["---\nid: K1\n---\n答\n", "---\r\nid: K1\r\n--- \r\n\r\n答\r\n"] {
            let parts = Parts::of(text).unwrap();
            assert_eq!(text[parts.front.clone()].trim_end(), "id: K1");
            assert_eq!(text[parts.body.clone()].trim(), "答");
            assert_eq!(&text[parts.first_line(text)], "答");
            assert_eq!(&text[parts.fence.clone()], "---");
        }
        assert_eq!(Parts::of(""), Err(NoFront::Missing));
        assert_eq!(Parts::of("# 标题\n---\n"), Err(NoFront::Missing));
        assert_eq!(Parts::of("---\nid: K1\n# 没有结束\n"), Err(NoFront::Open));
        assert_eq!(Parts::of("---"), Err(NoFront::Open));
    }
}
