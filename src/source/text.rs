//! A record file in memory, with its lines and, if it is YAML or starts with YAML, its tree.
//!
//! In: the bytes of a file. Out: the lines and columns of a location in it.

use std::ops::Range;

use super::located::{Excerpt, Located};
use super::{BODY_KEY, Key, LocationKind, Parts, Tree, decode_leniently, parse_front, parse_tree};

/// The byte order mark that some editors write at the start of a file.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The format of a record file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileFormat {
    /// YAML from beginning to end.
    Yaml,
    /// Markdown with front matter.
    Markdown,
    /// Any other format.
    Plain,
}

/// A record file.
pub(crate) struct Text {
    text: String,
    line_starts: Vec<usize>,
    tree: Option<Tree>,
    /// The parts of a Markdown file.
    parts: Option<Parts>,
    /// The undecoded bytes, if they differ from the text.
    raw: Option<Vec<u8>>,
}

impl Text {
    /// Decodes and indexes a file. Invalid bytes become replacement characters, because there is
    /// nothing else to show for them.
    pub(super) fn new(bytes: &[u8], form: FileFormat) -> Self {
        let text = decode_leniently(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes));
        let raw = (text.as_bytes() != bytes).then(|| bytes.to_vec());
        let parts = if form == FileFormat::Markdown { Parts::of(&text).ok() } else { None };
        let tree = match &parts {
            Some(parts) => parse_front(&text, parts).ok(),
            None if form == FileFormat::Yaml => parse_tree(&text).ok(),
            None => None,
        };
        Self { raw, parts, ..Self::with_tree(text, tree) }
    }

    /// Indexes a text that is already decoded, with its tree.
    pub(crate) fn with_tree(text: String, tree: Option<Tree>) -> Self {
        let line_starts = line_starts(&text);
        Self { text, line_starts, tree, parts: None, raw: None }
    }

    /// Resolves a location to line and column.
    pub(super) fn locate(&self, kind: &LocationKind) -> Located {
        self.find(kind).map_or_else(Located::default, |range| self.located(range))
    }

    /// Resolves a location to the bytes of the text.
    pub(crate) fn find(&self, kind: &LocationKind) -> Option<Range<usize>> {
        match kind {
            LocationKind::File => None,
            LocationKind::Bytes(range) => Some(self.clamp(range)),
            LocationKind::Raw(offset) => Some(self.character(*offset)),
            LocationKind::Value(path) => self.value(path),
            LocationKind::Name(path) => self.name(path).or_else(|| self.value(path)),
            LocationKind::Row { line, .. } | LocationKind::Cell { line, .. } => self.line(*line),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The tree, if the text is YAML.
    pub(crate) const fn tree(&self) -> Option<&Tree> {
        self.tree.as_ref()
    }

    fn located(&self, range: Range<usize>) -> Located {
        let (line, column) = self.position(range.start);
        let (end_line, end_column) = self.position(range.end);
        let start = self.line_start(line);
        let excerpt = self.text.get(start..self.line_end(line)).map(|text| Excerpt {
            text: text.to_owned(),
            range: (range.start - start).min(text.len())..(range.end - start).min(text.len()),
            line,
        });
        Located { line, column, end_line, end_column, cell: None, excerpt }
    }

    fn value(&self, path: &[Key]) -> Option<Range<usize>> {
        if let (Some((Key::Name(name), within)), Some(parts)) = (path.split_first(), &self.parts)
            && name == BODY_KEY
        {
            return Some(self.in_body(parts, within));
        }
        let tree = self.tree.as_ref()?;
        let parents = (0..=path.len()).rev().filter_map(|len| path.get(..len));
        let (node, parent) = parents
            .map(|parent| (tree.find(parent), parent))
            .find_map(|(node, parent)| node.map(|node| (node, parent)))?;
        let range = node.range(&self.text);
        let one_line = !range.is_empty() && !self.text.get(range.clone())?.contains(['\n', '\r']);
        if one_line && parent.len() == path.len() {
            return Some(range);
        }
        // Underlining a whole block does not help: underline its key, or else its first line.
        self.name(parent).or_else(|| Some(self.first_line(range)))
    }

    /// The first occurrence of the words that a step into a body names; the first line of the body
    /// if there is no such step, or if the words are written differently.
    fn in_body(&self, parts: &Parts, within: &[Key]) -> Range<usize> {
        let body = self.text.get(parts.body.clone()).unwrap_or_default();
        let words = match within {
            [Key::Name(words)] if !words.is_empty() => {
                body.find(words.as_str()).map(|at| (at, words.len()))
            }
            _ => None,
        };
        words.map_or_else(
            || parts.first_line(&self.text),
            |(at, len)| parts.body.start + at..parts.body.start + at + len,
        )
    }

    fn name(&self, path: &[Key]) -> Option<Range<usize>> {
        self.tree.as_ref()?.find_name(path, &self.text)
    }

    fn first_line(&self, range: Range<usize>) -> Range<usize> {
        let part = self.text.get(range.clone()).unwrap_or_default();
        let len = part.split(['\n', '\r']).next().unwrap_or_default().trim_end().len();
        if len > 0 {
            return range.start..range.start + len;
        }
        let (line, _) = self.position(range.start);
        self.line(line).unwrap_or(range)
    }

    /// A line without surrounding blanks.
    fn line(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let text = self.text.get(start..self.line_end(line))?;
        let start = start + text.len() - text.trim_start().len();
        Some(start..start + text.trim().len())
    }

    /// The character that contains a byte of the file.
    fn character(&self, offset: usize) -> Range<usize> {
        let start = self.raw.as_ref().map_or(offset, |raw| decoded_length(raw, offset));
        let start = self.text.floor_char_boundary(start.min(self.text.len()));
        let len =
            self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start..start + len
    }

    fn clamp(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start.min(self.text.len()));
        let end = self.text.floor_char_boundary(range.end.min(self.text.len()));
        start..end.max(start)
    }

    fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied().unwrap_or(0)
    }

    /// The end of a line, without its line break.
    fn line_end(&self, line: usize) -> usize {
        let start = self.line_start(line);
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        start + text.trim_end_matches(['\n', '\r']).len()
    }

    fn position(&self, at: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|&start| start <= at).max(1);
        let start = self.line_start(line);
        let before = self.text.get(start..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

/// Lines end as in YAML: with LF, CR LF, or CR alone.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|&at| {
        let inside = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
        !inside
    });
    std::iter::once(0).chain(breaks.map(|at| at + 1)).collect()
}

/// The length of the text before a byte of the file. The offset may be inside a character.
fn decoded_length(raw: &[u8], offset: usize) -> usize {
    let before = raw.get(..offset.min(raw.len())).unwrap_or_default();
    let before = before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before);
    let whole = (0..4).filter_map(|cut| before.get(..before.len().checked_sub(cut)?));
    let mut whole = whole.map(decode_leniently);
    let longest = decode_leniently(before).len();
    whole.find(|text| !text.ends_with('\u{fffd}')).map_or(longest, |text| text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_into_a_body_leads_to_the_words_or_to_its_first_line() {
        let text = Text::new(
            "---\nid: K1\n---\n\n 答：\n![图](a/b.png)\n".as_bytes(),
            FileFormat::Markdown,
        );
        let shown = |steps: &[&str]| {
            let path = steps.iter().map(|step| Key::from(*step)).collect();
            text.find(&LocationKind::Value(path))
                .map(|range| text.text()[range].to_owned())
                .unwrap_or_default()
        };
        assert_eq!(shown(&["answer"]), "答：");
        assert_eq!(shown(&["answer", "a/b.png"]), "a/b.png");
        assert_eq!(shown(&["answer", "id"]), "答：");
        assert_eq!(shown(&["id"]), "K1");
    }
}
