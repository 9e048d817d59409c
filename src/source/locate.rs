//! From a symbolic place to lines and columns, for printing only.
//!
//! In: the files of a run and a [`Place`]. Out: the text of the file and the byte range meant, with line and column.
//! Each file is read and indexed at most once, and only when something must be shown of it.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{FileId, Files, Key, Place, Spot, Tree, decode, parse_tree};

/// Where a place turned out to be.
#[derive(Debug, Clone)]
pub struct Located {
    /// The decoded text of the file; empty when it can no longer be read.
    pub text: Arc<str>,
    /// The bytes of the text that are meant; empty when nothing in the text corresponds.
    pub range: Range<usize>,
    /// Line of the range's start, from one; zero when the whole file is meant.
    pub line: usize,
    /// Column of the range's start in characters, from one; zero when the whole file is meant.
    pub column: usize,
    /// Line of the range's end, from one.
    pub end_line: usize,
    /// Column just behind the range's end in characters, from one.
    pub end_column: usize,
    line_starts: Arc<[usize]>,
}

impl Located {
    /// The bytes of a line with its neighbours `around` it, without the last line break, and the number of its first line.
    pub fn window(&self, around: usize) -> (Range<usize>, usize) {
        let first = self.line.max(1).saturating_sub(around).max(1);
        let last = self.end_line.max(1).saturating_add(around).min(self.line_starts.len());
        let start = self.line_starts.get(first - 1).copied().unwrap_or(0);
        let end = self.line_starts.get(last).map_or(self.text.len(), |next| next.saturating_sub(1));
        (start..end.max(start), first)
    }
}

/// Turns places into [`Located`] ones, keeping what it read.
pub struct Locator<'a> {
    files: &'a Files,
    read: BTreeMap<FileId, Indexed>,
}

struct Indexed {
    text: Arc<str>,
    line_starts: Arc<[usize]>,
    tree: Option<Tree>,
}

impl<'a> Locator<'a> {
    /// Starts with nothing read.
    pub const fn new(files: &'a Files) -> Self {
        Self { files, read: BTreeMap::new() }
    }

    /// The path of a place's file, as printed.
    pub fn path(&self, place: &Place) -> &str {
        self.files.path(place.file)
    }

    /// Finds the text a place means.
    ///
    /// A path of keys that leads nowhere (a missing key, say) means its nearest parent that exists.
    pub fn locate(&mut self, place: &Place) -> Located {
        let files = self.files;
        let indexed = self.read.entry(place.file).or_insert_with(|| index(files, place.file));
        let found = match &place.spot {
            Spot::File => None,
            Spot::Bytes(range) => Some(clamp(&indexed.text, range)),
            Spot::Value(path) => value_range(indexed, path),
            Spot::Name(path) => indexed.tree.as_ref().and_then(|tree| tree.find_name(path, &indexed.text)),
            Spot::Cell { line, column } => cell_range(indexed, *line, *column),
        };
        located(indexed, found)
    }
}

fn index(files: &Files, file: FileId) -> Indexed {
    let text = files
        .read(file)
        .ok()
        .and_then(|bytes| decode(&bytes, true).ok())
        .map_or_else(String::new, |(text, _)| text);
    let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let yaml = matches!(files.path(file).rsplit_once('.'), Some((_, "yaml" | "yml")));
    let tree = if yaml { parse_tree(&text).ok() } else { None };
    Indexed { text: text.into(), line_starts, tree }
}

fn value_range(indexed: &Indexed, path: &[Key]) -> Option<Range<usize>> {
    let tree = indexed.tree.as_ref()?;
    (0..=path.len()).rev().find_map(|len| {
        let parent = path.get(..len)?;
        let node = tree.find(parent)?;
        let range = node.range(&indexed.text);
        if len == path.len() && !spans_lines(&indexed.text, &range) {
            return Some(range);
        }
        // A whole block is no useful underline: its key is, or the first line of it.
        tree.find_name(parent, &indexed.text).or_else(|| Some(first_line(&indexed.text, range)))
    })
}

fn spans_lines(text: &str, range: &Range<usize>) -> bool {
    range.is_empty() || text.get(range.clone()).is_some_and(|part| part.contains('\n'))
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let len = part.lines().next().unwrap_or_default().trim_end().len();
    range.start..range.start + len
}

fn clamp(text: &str, range: &Range<usize>) -> Range<usize> {
    let floor =
        |at: usize| (0..=at.min(text.len())).rev().find(|&index| text.is_char_boundary(index)).unwrap_or(0);
    floor(range.start)..floor(range.end).max(floor(range.start))
}

fn cell_range(indexed: &Indexed, line: usize, column: Option<usize>) -> Option<Range<usize>> {
    let start = *indexed.line_starts.get(line.checked_sub(1)?)?;
    let rest = indexed.text.get(start..)?;
    let row = rest.lines().next().unwrap_or_default();
    let Some(column) = column else {
        return Some(start..start + row.len());
    };
    let field = fields(row).into_iter().nth(column);
    Some(field.map_or(start..start + row.len(), |range| start + range.start..start + range.end))
}

/// The byte ranges of the fields of one CSV line, quotes included.
fn fields(row: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                ranges.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    ranges.push(start..row.len());
    ranges
}

fn located(indexed: &Indexed, range: Option<Range<usize>>) -> Located {
    let text = Arc::clone(&indexed.text);
    let line_starts = Arc::clone(&indexed.line_starts);
    let Some(range) = range else {
        return Located { text, range: 0..0, line: 0, column: 0, end_line: 0, end_column: 0, line_starts };
    };
    let (line, column) = position(indexed, range.start);
    let (end_line, end_column) = position(indexed, range.end);
    Located { text, range, line, column, end_line, end_column, line_starts }
}

fn position(indexed: &Indexed, at: usize) -> (usize, usize) {
    let line = indexed.line_starts.partition_point(|&start| start <= at);
    let start = indexed.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
    let before = indexed.text.get(start..at).unwrap_or_default();
    (line, before.chars().count() + 1)
}
